"""Canonical JSON after RFC 8785, and numbers as people read them."""

from fractions import Fraction

import pytest

from gongwei.scoring.canonical import canonical, sha256_of
from gongwei.scoring.numerals import written


def test_keys_sort_by_their_utf_16_units_and_nothing_stands_between() -> None:
    value = {
        "\u20ac": 1,
        "\r": [],
        "\ufb33": {},
        "1": None,
        "\U0001f600": True,
        "ö": "x",
        "\x80": 0,
    }
    assert canonical(value) == (
        '{"\\r":[],"1":null,"\x80":0,"ö":"x","\u20ac":1,"\U0001f600":true,"\ufb33":{}}'
    )


def test_texts_escape_what_the_rfc_says_and_no_more() -> None:
    assert canonical('\u20ac$\x0f\nA\'B"\\\\"/') == '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'


def test_the_hash_is_of_the_utf_8_bytes() -> None:
    assert sha256_of(canonical({"等次": "好"})) == (
        "701fd9df302b62bc70ed4e8a5bcb5d472eac7d7d60858ed3f9e0ae1faaf67786"
    )


@pytest.mark.parametrize("value", [1.5, {1: 2}, b"a", {"a": object()}])
def test_what_json_cannot_carry_exactly_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", [2**53, -(2**53), "\ud800", {"\udfff": 1}])
def test_numbers_and_texts_out_of_range_are_refused(value: object) -> None:
    with pytest.raises(ValueError):
        canonical(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0", "0"), ("90", "90"), ("88.125", "88.125"), ("2/3", "0.666666…"), ("1/128", "0.007812…"),
     ("100.000001", "100.000001"), ("1000", "1000")],
)  # fmt: skip
def test_numbers_are_written_whole_or_cut_with_a_mark(value: str, expected: str) -> None:
    assert written(Fraction(value)) == expected
