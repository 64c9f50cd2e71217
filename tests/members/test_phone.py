"""Telephone numbers: what counts as one, how it is written, what is shown of it."""

import pytest

from gongwei.members.phone import mask_phone, normalise_phone, phone_fault


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("13038919961", "13038919961"),
        ("１３０４９７４１３８２", "13049741382"),
        ("+86 130-3891-9961", "13038919961"),
        ("8613038919961", "13038919961"),
        (" 130 3891 9961　", "13038919961"),
        ("023-40721234", "023-40721234"),
        ("（023）40721234", "023-40721234"),
        ("0571－87654321", "0571-87654321"),
        ("02340721234-801", "02340721234-801"),
    ],
)
def test_numbers_are_normalised_and_accepted(written: str, number: str) -> None:
    assert normalise_phone(written) == number
    assert phone_fault(written) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12038919961",
        "1303891996",
        "130389199611",
        "40721234",
        "无",
        '=HYPERLINK("http://127.0.0.1/","x")',
        "13038919961/13038919962",
    ],
)
def test_anything_else_is_not_a_phone_number(text: str) -> None:
    assert phone_fault(text) == "not_a_phone_number"


@pytest.mark.parametrize(
    ("number", "shown"),
    [("13038919961", "130****9961"), ("023-40721234", "**********34"), ("110", "***")],
)
def test_masked_numbers_hide_most_digits(number: str, shown: str) -> None:
    assert mask_phone(number) == shown
