"""One-time codes: what is mistyped is told at once, and hardly ever for another code."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from gongwei.duty_reports.ballots.codes import ALPHABET, LENGTH, new_code, read_code, shown

PLACES = st.integers(0, LENGTH - 1)
CODES = st.builds(new_code)


def test_a_code_reads_as_it_is_printed_and_as_people_type_it() -> None:
    code = new_code()
    assert [len(code), set(code) <= set(ALPHABET)] == [12, True]
    assert [len(part) for part in shown(code).split(" ")] == [4, 4, 4]
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    typed = [shown(code), code.lower(), shown(code).replace(" ", "-"), f" {code} ", wide]
    assert [read_code(one) for one in typed] == [code] * 5


@given(CODES, PLACES, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_told(code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    assert (read_code(wrong) is None) == (wrong != code)


@given(CODES)
def test_two_characters_that_changed_places_are_always_told(code: str) -> None:
    for one, other in itertools.combinations(range(LENGTH), 2):
        signs = list(code)
        signs[one], signs[other] = signs[other], signs[one]
        assert (read_code("".join(signs)) is None) == (signs[one] != signs[other])


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    found = read_code(typed)
    assert found is None or read_code(found) == found


def test_signs_that_are_mistaken_for_others_are_in_no_code() -> None:
    assert set("01ILO") & set(ALPHABET) == set()
    assert len(ALPHABET) == 31
