"""Credit codes: arithmetic of GB 32100-2015."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongwei.organisations.credit_code import (
    credit_code_check_place,
    credit_code_fault,
    normalise_credit_code,
)

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SOUND = "91350100M000100Y43"

first_17_places = st.builds(
    "".join,
    st.tuples(
        st.text(ALPHABET, min_size=2, max_size=2),
        st.text("0123456789", min_size=6, max_size=6),
        st.text(ALPHABET, min_size=9, max_size=9),
    ),
)


@pytest.mark.parametrize(
    "code", [SOUND, "91110000802100433B", "91440300708461136T", "91330100799655058B"]
)
def test_codes_of_real_units_are_sound(code: str) -> None:
    assert credit_code_fault(code) is None


@given(first_17_places)
def test_every_code_with_its_check_place_is_sound_letters_in_front_included(first: str) -> None:
    assert credit_code_fault(first + credit_code_check_place(first)) is None


@given(first_17_places, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_changed_place_is_always_found(first: str, place: int, replacement: str) -> None:
    code = first + credit_code_check_place(first)
    changed = code[:place] + replacement + code[place + 1 :]

    assert (credit_code_fault(changed) is None) == (changed == code)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("", "length"),
        (SOUND[:-1], "length"),
        (SOUND + "0", "length"),
        ("9135010OM000100Y43", "character"),
        ("9I350100M000100Y43", "character"),
        ("91A50100M000100Y43", "character"),
        ("91350100M000100Y4国", "character"),
        ("91350100M000100Y42", "check_digit"),
    ],
)
def test_each_fault_has_its_code(code: str, fault: str) -> None:
    assert credit_code_fault(code) == fault


def test_full_width_lower_case_blanks_and_dashes_are_normalised() -> None:
    assert normalise_credit_code(" '９１３５０１００-m000 100y43　") == SOUND
