"""Token keys: which texts may become one, and how one key is replaced by the next."""

import hashlib
from uuid import UUID

import pytest

from gongwei.core import tokens
from gongwei.core.tokens import TokenKeys, TokenRefused

NOW = 1_800_000_000
KEY = "a-key-for-tests-that-is-long-enough-1"
OLD_KEY = "a-key-for-tests-that-is-long-enough-0"
KEYS = TokenKeys.of(KEY, None)
CLAIMS = tokens.new_claims(user_id=UUID(int=1), session_id=UUID(int=2), now=NOW)


def refusal(reading: TokenKeys, signing: TokenKeys) -> str:
    with pytest.raises(TokenRefused) as caught:
        tokens.read(reading, tokens.issue(signing, CLAIMS), NOW)
    return caught.value.reason


def test_a_replaced_key_still_reads_and_no_longer_signs() -> None:
    old, both = TokenKeys.of(OLD_KEY, None), TokenKeys.of(KEY, OLD_KEY)
    assert tokens.read(both, tokens.issue(old, CLAIMS), NOW) == CLAIMS
    assert tokens.read(KEYS, tokens.issue(both, CLAIMS), NOW) == CLAIMS
    assert refusal(KEYS, old) == "key"


def test_the_key_id_comes_from_the_key() -> None:
    expected = hashlib.sha256(b"kid" + KEY.encode()).hexdigest()[:8]
    assert KEYS.current_kid == expected
    assert dict(KEYS.keys) == {expected: KEY.encode()}


def test_keys_do_not_show_in_their_representation() -> None:
    assert repr(KEYS) == f"TokenKeys(current_kid='{KEYS.current_kid}')"


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("", "the token key is empty"),
        (" " * 40, "the token key is empty"),
        ("k" * 31, "the token key is shorter than 32 bytes"),
        (
            "change-me-change-me-change-me-change-me",
            "the token key is the example of the documentation; choose your own",
        ),
        (
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----",
            "the token key is a PEM, SSH or JWK key where a plain secret is meant",
        ),
        (
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYBGAAAAAAAA",
            "the token key is a PEM, SSH or JWK key where a plain secret is meant",
        ),
        (
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAA",
            "the token key is a PEM, SSH or JWK key where a plain secret is meant",
        ),
        (
            '{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}',
            "the token key is a PEM, SSH or JWK key where a plain secret is meant",
        ),
        ("k" * 40 + "\ud800", "the token key is not valid text"),
    ],
)
def test_an_unfit_key_is_refused_without_being_named(key: str, reason: str) -> None:
    for current, previous in ((key, None), (KEY, key)):
        with pytest.raises(ValueError) as caught:
            TokenKeys.of(current, previous)
        assert str(caught.value) == reason


def test_a_key_of_32_bytes_is_enough_and_bytes_count() -> None:
    assert list(TokenKeys.of("k" * 32, None).keys.values()) == [b"k" * 32]
    assert list(TokenKeys.of("密" * 11, None).keys.values()) == [("密" * 11).encode()]


def test_a_key_that_is_also_json_text_signs_as_its_bytes() -> None:
    digits = TokenKeys.of("12345678901234567890123456789012", None)
    quoted = TokenKeys.of('"a-secret-that-stands-in-quotation-marks"', None)
    assert tokens.read(digits, tokens.issue(digits, CLAIMS), NOW) == CLAIMS
    assert tokens.read(quoted, tokens.issue(quoted, CLAIMS), NOW) == CLAIMS
    bare = TokenKeys(
        quoted.current_kid, {quoted.current_kid: b"a-secret-that-stands-in-quotation-marks"}
    )
    assert refusal(quoted, bare) == "signature"
