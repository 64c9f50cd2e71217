"""Access tokens: what is issued is read back, and everything else is refused."""

import base64
import hmac
import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from gongwei.core import tokens
from gongwei.core.tokens import AccessClaims, TokenKeys, TokenRefused

NOW = 1_800_000_000
KEY = "a-key-for-tests-that-is-long-enough-1"
OTHER_KEY = "a-key-for-tests-that-is-long-enough-2"
KEYS = TokenKeys.of(KEY, None)
USER = UUID("11111111-1111-4111-8111-111111111111")
SESSION = UUID("22222222-2222-4222-8222-222222222222")
ASSIGNMENT = UUID("33333333-3333-4333-8333-333333333333")
CLIENT = UUID("44444444-4444-4444-8444-444444444444")
TOKEN = UUID("55555555-5555-4555-8555-555555555555")
HEADER: dict[str, Any] = {"alg": "HS256", "typ": "at+jwt", "kid": KEYS.current_kid}
BODY: dict[str, Any] = {"iss": "gongwei", "aud": "gongwei-api"} | {
    "sub": str(USER),
    "sid": str(SESSION),
    "jti": str(TOKEN),
    "iat": NOW,
    "nbf": NOW,
    "exp": NOW + 600,
}
CLAIMS = AccessClaims(USER, None, SESSION, None, TOKEN, NOW, NOW + 600)


def segment(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def signed(header: bytes, body: bytes, key: str = KEY, digest: str = "sha256") -> str:
    """A token around these very bytes, signed as a holder of the key could."""
    signing_input = f"{segment(header)}.{segment(body)}"
    signature = hmac.new(key.encode(), signing_input.encode(), digest).digest()
    return f"{signing_input}.{segment(signature)}"


def token(header: dict[str, Any] | None = None, body: dict[str, Any] | None = None) -> str:
    return signed(
        json.dumps(HEADER if header is None else header).encode(),
        json.dumps(BODY if body is None else body).encode(),
    )


def refusal(text: Any, now: int = NOW) -> str:
    with pytest.raises(TokenRefused) as caught:
        tokens.read(KEYS, text, now)
    return caught.value.reason


def test_an_issued_token_is_read_back_whole() -> None:
    claims = AccessClaims(USER, ASSIGNMENT, SESSION, CLIENT, TOKEN, NOW, NOW + 900)
    assert tokens.read(KEYS, tokens.issue(KEYS, claims), NOW) == claims


def test_an_issued_token_without_role_or_client_is_read_back_whole() -> None:
    assert tokens.read(KEYS, tokens.issue(KEYS, CLAIMS), NOW) == CLAIMS


def test_an_issued_token_holds_exactly_the_documented_header_and_claims() -> None:
    header, body, _ = tokens.issue(KEYS, CLAIMS).split(".")
    assert json.loads(base64.urlsafe_b64decode(header + "==")) == HEADER
    assert json.loads(base64.urlsafe_b64decode(body + "==")) == BODY


def test_a_hand_made_token_of_the_same_shape_is_read() -> None:
    assert tokens.read(KEYS, token(), NOW) == CLAIMS


def test_new_claims_live_ten_minutes_under_an_id_of_their_own() -> None:
    first = tokens.new_claims(user_id=USER, session_id=SESSION, now=NOW, assignment_id=ASSIGNMENT)
    second = tokens.new_claims(user_id=USER, session_id=SESSION, now=NOW, assignment_id=ASSIGNMENT)
    assert first == AccessClaims(USER, ASSIGNMENT, SESSION, None, first.token_id, NOW, NOW + 600)
    assert first.token_id != second.token_id


@pytest.mark.parametrize("lifetime", [-1, 0, 901])
def test_a_token_of_unusual_lifetime_is_not_issued(lifetime: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 900 seconds"):
        tokens.issue(KEYS, replace(CLAIMS, expires_at=NOW + lifetime))


@pytest.mark.parametrize(
    ("change", "now", "expected"),
    [
        ({}, NOW + 599, "read"),
        ({}, NOW + 600, "time"),
        ({}, NOW + 601, "time"),
        ({"iat": NOW + 5}, NOW, "read"),
        ({"iat": NOW + 6}, NOW, "time"),
        ({"nbf": NOW + 5}, NOW, "read"),
        ({"nbf": NOW + 6}, NOW, "time"),
        ({"exp": NOW + 900}, NOW, "read"),
        ({"exp": NOW + 901}, NOW, "time"),
        ({"iat": NOW - 301}, NOW, "time"),
        ({"iat": NOW + 5, "exp": NOW + 5}, NOW, "time"),
        ({"iat": NOW + 5, "exp": NOW + 4}, NOW, "time"),
    ],
)
def test_times_are_held_to_the_second(change: dict[str, int], now: int, expected: str) -> None:
    text = token(body=BODY | change)
    if expected == "read":
        assert tokens.read(KEYS, text, now).user_id == USER
    else:
        assert refusal(text, now) == expected


@pytest.mark.parametrize("name", sorted(BODY))
def test_every_claim_is_required(name: str) -> None:
    assert refusal(token(body={key: BODY[key] for key in BODY if key != name})) == "claims"


@pytest.mark.parametrize("name", ["iat", "nbf", "exp"])
@pytest.mark.parametrize("kind", ["float", "text", "bool", "null", "negative"])
def test_times_are_json_integers(name: str, kind: str) -> None:
    wrong: dict[str, Any] = {
        "float": float(BODY[name]),
        "text": str(BODY[name]),
        "bool": True,
        "null": None,
        "negative": -1,
    }
    assert refusal(token(body=BODY | {name: wrong[kind]})) == "claims"


@pytest.mark.parametrize("name", ["sub", "sid", "jti", "assignment_id", "client_id"])
@pytest.mark.parametrize(
    "value",
    [None, True, 1, "", "no-uuid", str(USER).replace("-", ""), "{" + str(USER) + "}",
     "urn:uuid:" + str(USER), "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA", str(USER) + "\n"],
)  # fmt: skip
def test_identifiers_are_uuids_in_their_one_spelling(name: str, value: object) -> None:
    # A brace inside a text already counts as nesting, which nothing of ours contains.
    reason = "shape" if "{" in str(value) else "claims"
    assert refusal(token(body=BODY | {name: value})) == reason


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "gongwe1"},
        {"iss": None},
        {"aud": "gongwei"},
        {"aud": None},
        {"aud": 1},
        {"scope": "everything"},
    ],
)
def test_other_issuers_audiences_and_unknown_claims_are_refused(change: dict[str, Any]) -> None:
    assert refusal(token(body=BODY | change)) == "claims"


def test_a_list_of_audiences_is_refused() -> None:
    assert refusal(token(body=BODY | {"aud": ["gongwei-api"]})) == "shape"


@pytest.mark.parametrize("name", sorted(HEADER))
def test_every_header_member_is_required(name: str) -> None:
    assert refusal(token({key: HEADER[key] for key in HEADER if key != name})) == "header"


@pytest.mark.parametrize("name", ["crit", "jku", "jwk", "x5u", "x5c", "zip", "b64", "cty"])
def test_every_further_header_member_is_refused(name: str) -> None:
    assert refusal(token(HEADER | {name: "DEF"})) == "header"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"typ": "JWT"}, "header"), ({"typ": "AT+JWT"}, "header"), ({"typ": None}, "header"),
        ({"alg": "none"}, "header"), ({"alg": "hs256"}, "header"), ({"alg": "HS384"}, "header"),
        ({"alg": "HS512"}, "header"), ({"alg": "RS256"}, "header"), ({"alg": None}, "header"),
        ({"kid": "00000000"}, "key"), ({"kid": ""}, "key"), ({"kid": None}, "key"),
        ({"kid": 1}, "key"),
    ],
)  # fmt: skip
def test_another_type_algorithm_or_key_is_refused(change: dict[str, Any], reason: str) -> None:
    assert refusal(token(HEADER | change)) == reason


def test_an_algorithm_is_not_taken_from_the_token() -> None:
    header = json.dumps(HEADER | {"alg": "HS512"}).encode()
    assert refusal(signed(header, json.dumps(BODY).encode(), digest="sha512")) == "header"


def test_a_wrong_or_shortened_signature_is_refused() -> None:
    header, body, signature = token().split(".")
    other = signed(json.dumps(HEADER).encode(), json.dumps(BODY).encode(), key=OTHER_KEY)
    assert refusal(other) == "signature"
    assert refusal(f"{header}.{body}.{signature[:4]}") == "signature"
    assert (
        refusal(f"{header}.{segment(json.dumps(BODY | {'sub': str(CLIENT)}).encode())}.{signature}")
        == "signature"
    )


def test_other_spellings_of_one_signature_are_refused() -> None:
    header, body, signature = token().split(".")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    neighbour = alphabet[alphabet.index(signature[-1]) ^ 1]
    spellings = [
        signature + "=",
        signature + "==",
        signature[:-1] + neighbour,
        signature + "\n",
        " " + signature,
        signature[:5] + "!" + signature[5:],
    ]
    assert {refusal(f"{header}.{body}.{spelling}") for spelling in spellings} == {"encoding"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "shape"), (".", "shape"), ("..", "shape"), ("a.b", "shape"), ("a.b.c.d", "shape"),
        ("a.b.c", "encoding"), ("é.é.é", "encoding"), ("\ud800.a.a", "encoding"),
        (None, "other"), (b"a.b.c", "other"), (7, "other"),
    ],
)  # fmt: skip
def test_what_is_no_token_is_refused(text: object, reason: str) -> None:
    assert refusal(text) == reason


@pytest.mark.parametrize("empty", [0, 1, 2])
def test_an_empty_segment_is_refused(empty: int) -> None:
    parts = token().split(".")
    parts[empty] = ""
    assert refusal(".".join(parts)) == "shape"


def test_a_token_over_4096_bytes_is_refused_before_anything_else() -> None:
    header, body = json.dumps(HEADER).encode(), json.dumps(BODY).encode()
    # Three bytes of claims make four characters: 4096 is reached with this many blanks.
    blanks = (4096 - len(signed(header, b""))) // 4 * 3 - len(body)
    longest = signed(header, body + b" " * blanks)
    assert 4092 < len(longest) <= 4096
    assert tokens.read(KEYS, longest, NOW) == CLAIMS
    assert refusal(signed(header, body + b" " * (blanks + 3))) == "size"
    assert refusal("x" * 4097) == "size"
    assert refusal("x" * 4096) == "shape"


def test_a_long_header_is_refused() -> None:
    header = json.dumps(HEADER).encode() + b" " * 200
    assert refusal(signed(header, json.dumps(BODY).encode())) == "shape"


def test_nesting_is_refused_in_header_and_claims() -> None:
    header, body = json.dumps(HEADER).encode(), json.dumps(BODY).encode()
    deep = b"[" * 1400 + b"]" * 1400
    assert refusal(signed(b"[" * 90 + b"]" * 90, body)) == "shape"
    assert refusal(signed(b'{"a":' * 30 + b"1" + b"}" * 30, body)) == "shape"
    assert refusal(signed(header, deep)) == "shape"
    assert refusal(signed(header, body[:-1] + b',"x":{}}')) == "shape"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "shape"),
        (b"[]", "shape"),
        (b'"text"', "shape"),
        (b"\xff\xfe", "encoding"),
        (json.dumps(BODY).encode("utf-16"), "encoding"),
        (b"\xef\xbb\xbf" + json.dumps(BODY).encode(), "shape"),
        (json.dumps(BODY).encode() + b"x", "shape"),
        (json.dumps(BODY).replace(str(NOW + 600), "NaN").encode(), "claims"),
        (json.dumps(BODY).replace(str(NOW + 600), "1e400").encode(), "claims"),
        (json.dumps(BODY).replace(str(NOW + 600), "9" * 2000).encode(), "time"),
    ],
)
def test_claims_that_are_no_flat_json_object_are_refused(body: bytes, reason: str) -> None:
    assert refusal(signed(json.dumps(HEADER).encode(), body)) == reason


def test_a_name_given_twice_is_refused_however_it_is_spelled() -> None:
    header, body = json.dumps(HEADER).encode(), json.dumps(BODY).encode()
    assert refusal(signed(header, body[:-1] + b',"sub":"' + str(USER).encode() + b'"}')) == "shape"
    assert (
        refusal(signed(header, body[:-1] + b',"\\u0073ub":"' + str(USER).encode() + b'"}'))
        == "shape"
    )
    assert refusal(signed(header[:-1] + b',"alg":"HS256"}', body)) == "shape"


def test_a_refusal_tells_nothing_of_the_token() -> None:
    with pytest.raises(TokenRefused) as caught:
        tokens.read(KEYS, token(body=BODY | {"exp": "secret"}), NOW)
    assert (str(caught.value), caught.value.__cause__) == ("claims", None)
