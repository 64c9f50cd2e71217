"""One-time codes: each works once, near its time, and only as six plain digits."""

from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import parse_qs, unquote, urlsplit

import pyotp
import pytest

from gongwei.core import one_time_codes

#: The shared secret and SHA-1 values of RFC 6238, appendix B, cut to six digits.
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
NOW = datetime(2026, 3, 1, 8, 0, 15, tzinfo=UTC)
PRESENT = int(NOW.timestamp()) // 30


def code_at(step: int) -> str:
    return pyotp.HOTP(RFC_SECRET).at(step)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
    ],
)
def test_the_vectors_of_the_standard_are_accepted(seconds: int, code: str) -> None:
    now = datetime.fromtimestamp(seconds, UTC)
    assert one_time_codes.accepted_step(RFC_SECRET, code, now, None) == seconds // 30


def test_codes_of_one_step_around_are_accepted_and_no_further() -> None:
    accepted = [
        one_time_codes.accepted_step(RFC_SECRET, code_at(PRESENT + shift), NOW, None)
        for shift in (-2, -1, 0, 1, 2)
    ]
    assert accepted == [None, PRESENT - 1, PRESENT, PRESENT + 1, None]


def test_a_code_works_once_and_none_before_it_works_again() -> None:
    code = code_at(PRESENT)
    step = one_time_codes.accepted_step(RFC_SECRET, code, NOW, PRESENT - 1)
    assert step == PRESENT
    assert one_time_codes.accepted_step(RFC_SECRET, code, NOW, step) is None
    assert one_time_codes.accepted_step(RFC_SECRET, code_at(PRESENT - 1), NOW, step) is None
    assert one_time_codes.accepted_step(RFC_SECRET, code_at(PRESENT + 1), NOW, step) == PRESENT + 1


def test_a_code_two_steps_share_counts_for_the_later_one() -> None:
    # One of the rare pairs of neighbouring steps with the same code, found by search.
    secret, shared = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 418_590
    now = datetime.fromtimestamp(shared * 30, UTC)
    code = pyotp.HOTP(secret).at(shared)
    assert pyotp.HOTP(secret).at(shared + 1) == code
    assert one_time_codes.accepted_step(secret, code, now, None) == shared + 1


@pytest.mark.parametrize("shape", ["{}0", "0{}", " {}", "{}\n", "+{}", "{:.5}", ""])
def test_a_code_of_another_length_is_refused(shape: str) -> None:
    text = shape.format(code_at(PRESENT))
    assert one_time_codes.accepted_step(RFC_SECRET, text, NOW, None) is None


def test_digits_of_other_scripts_are_refused() -> None:
    code = code_at(PRESENT)
    full_width = "".join(chr(0xFF10 + int(digit)) for digit in code)
    arabic = "".join(chr(0x0660 + int(digit)) for digit in code)
    for text in (full_width, arabic, "\ud800" * 6, "abcdef", "12 456", "-12345", "１23456"):
        assert one_time_codes.accepted_step(RFC_SECRET, text, NOW, None) is None


def test_the_zone_of_the_clock_makes_no_difference() -> None:
    shanghai = NOW.astimezone(timezone(timedelta(hours=8)))
    step = one_time_codes.accepted_step(RFC_SECRET, code_at(PRESENT), shanghai, None)
    assert step == PRESENT


def test_a_clock_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        one_time_codes.accepted_step(RFC_SECRET, "000000", NOW.replace(tzinfo=None), None)


def test_the_first_step_of_all_is_accepted() -> None:
    epoch = datetime.fromtimestamp(0, UTC)
    assert one_time_codes.accepted_step(RFC_SECRET, code_at(0), epoch, None) == 0


def test_secrets_are_160_bits_and_differ() -> None:
    first, second = one_time_codes.new_secret(), one_time_codes.new_secret()
    assert (len(first), len(second)) == (32, 32)
    assert first != second
    assert len(pyotp.TOTP(first).byte_secret()) == 20


def test_the_provisioning_address_can_be_read_by_an_authenticator() -> None:
    address = urlsplit(one_time_codes.provisioning_uri(RFC_SECRET, "李明 & co"))
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert unquote(address.path) == "/Gongwei:李明 & co"
    assert parse_qs(address.query) == {"secret": [RFC_SECRET], "issuer": ["Gongwei"]}
