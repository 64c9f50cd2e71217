"""Identity numbers: GB 11643-1999."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongwei.members.identity_number import (
    birth_on,
    identity_check_place,
    identity_number_fault,
    mask_identity_number,
    normalise_identity_number,
    sex,
)

births = st.dates(date(1900, 1, 1), date(2099, 12, 31))
divisions = st.integers(110000, 659999)
orders = st.integers(0, 999)


def _number(division: int, birth: date, order: int) -> str:
    first = f"{division}{birth:%Y%m%d}{order:03}"
    return first + identity_check_place(first)


@given(divisions, births, orders)
def test_a_number_states_birth_date_and_sex(division: int, birth: date, order: int) -> None:
    number = _number(division, birth, order)

    assert identity_number_fault(number) is None
    assert birth_on(number) == birth
    assert sex(number) == ("male" if order % 2 else "female")


@given(divisions, births, orders, st.integers(0, 17), st.sampled_from("0123456789"))
def test_one_changed_digit_is_always_found(
    division: int, birth: date, order: int, place: int, digit: str
) -> None:
    number = _number(division, birth, order)
    changed = number[:place] + digit + number[place + 1 :]

    assert (identity_number_fault(changed) is None) == (changed == number)


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_examples_of_the_standard_are_sound(number: str) -> None:
    assert identity_number_fault(number) is None


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("", "length"),
        ("110105491231002", "length"),
        ("11010519491231002Y", "character"),
        ("X1010519491231002X", "character"),
        ("110105194902300021", "birth_date"),
        ("110105194913010020", "birth_date"),
        ("110105194912310021", "check_digit"),
    ],
)
def test_each_fault_has_its_code(number: str, fault: str) -> None:
    assert identity_number_fault(number) == fault


@pytest.mark.parametrize(
    "written",
    [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X ",
        "'11010519491231002×",
    ],
)
def test_ways_of_writing_are_normalised(written: str) -> None:
    assert normalise_identity_number(written) == "11010519491231002X"


def test_a_birth_date_is_not_made_up() -> None:
    with pytest.raises(ValueError, match="no birth date"):
        birth_on("not a number")


def test_a_masked_number_keeps_three_and_four_places() -> None:
    assert mask_identity_number("500103196711247094") == "500***********7094"


def test_nothing_of_a_number_of_the_wrong_length_is_shown() -> None:
    assert mask_identity_number("5001031967") == "**********"
