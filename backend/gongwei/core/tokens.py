"""Access tokens: signed, short-lived statements of who acts in which role.

This module alone touches the signing library (python-jose), behind a fence of its own. The library
on its own accepts nested headers that exhaust the stack, several encodings of one signature and
claims of the wrong type; nothing reaches it here before size, shape, header and key are settled,
and the claims of a verified token are read by our own strict reader. Rules: RFC 8725 (JWT best
current practices) and RFC 9068 (`typ` "at+jwt").
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID, uuid4

from jose import jwk, jws, jwt
from jose.exceptions import JOSEError

ALGORITHM: Final = "HS256"
MEDIA_TYPE: Final = "at+jwt"
AUDIENCE: Final = "gongwei-api"
ISSUER: Final = "gongwei"

#: Seconds an access token lives unless told otherwise, and the most a reader accepts.
LIFETIME: Final = 600
MAX_LIFETIME: Final = 900
#: Seconds by which the clocks of two servers of one installation may differ. It applies to `iat`
#: and `nbf` alone; an expired token is expired at once.
LEEWAY: Final = 5

MAX_TOKEN_BYTES: Final = 4096
MAX_HEADER_CHARACTERS: Final = 256
MIN_KEY_BYTES: Final = 32
EXAMPLE_KEY: Final = "change-me-change-me-change-me-change-me"

_HEADER_NAMES: Final = frozenset({"alg", "typ", "kid"})
_REQUIRED_CLAIMS: Final = frozenset({"iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp"})
_OPTIONAL_CLAIMS: Final = frozenset({"assignment_id", "client_id"})


class TokenRefused(Exception):
    """The token is not one of ours, or no longer valid; answered with 401.

    `reason` is one of size, encoding, shape, header, key, signature, claims, time, other: fit for
    a log line, never holding anything out of the token.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class TokenKeys:
    """The signing keys by key id: new tokens carry `current_kid`, all of `keys` are still read."""

    current_kid: str
    keys: Mapping[str, bytes] = field(repr=False)

    @classmethod
    def of(cls, current: str, previous: str | None = None) -> "TokenKeys":
        """Keys from the settings' text; `previous` stays readable while a key is being replaced.

        Raises ValueError, naming no value, when a key is empty, shorter than 32 bytes in UTF-8,
        key material of another kind (PEM, SSH, JWK), or the example out of the documentation.
        """
        secrets = [_checked_secret(text) for text in (current, previous) if text is not None]
        by_kid = {_kid(secret): secret for secret in secrets}
        if len(by_kid) < len(set(secrets)):
            raise ValueError("the two token keys share a key id; choose another key")
        return cls(current_kid=_kid(secrets[0]), keys=MappingProxyType(by_kid))


@dataclass(frozen=True)
class AccessClaims:
    """What a token states.

    `user_id` is `sub`; `session_id` is `sid`; `token_id` is `jti`; `assignment_id` names the one
    role at one organisation acted in; `client_id` the calling system, when it is not a person.
    `issued_at` and `expires_at` are whole seconds since 1970-01-01 UTC.
    """

    user_id: UUID
    assignment_id: UUID | None
    session_id: UUID
    client_id: UUID | None
    token_id: UUID
    issued_at: int
    expires_at: int


def new_claims(
    *,
    user_id: UUID,
    session_id: UUID,
    now: int,
    assignment_id: UUID | None = None,
    client_id: UUID | None = None,
    lifetime: int = LIFETIME,
) -> AccessClaims:
    """Claims with a fresh `token_id`, valid from `now` for `lifetime` seconds."""
    return AccessClaims(
        user_id=user_id,
        assignment_id=assignment_id,
        session_id=session_id,
        client_id=client_id,
        token_id=uuid4(),
        issued_at=now,
        expires_at=now + lifetime,
    )


def issue(keys: TokenKeys, claims: AccessClaims) -> str:
    """The signed token. Raises ValueError when its lifetime is not within 1 to 900 seconds."""
    if not 0 < claims.expires_at - claims.issued_at <= MAX_LIFETIME:
        raise ValueError(f"a token lives between 1 and {MAX_LIFETIME} seconds")
    body: dict[str, Any] = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(claims.user_id),
        "sid": str(claims.session_id),
        "jti": str(claims.token_id),
        "iat": claims.issued_at,
        "nbf": claims.issued_at,
        "exp": claims.expires_at,
    }
    if claims.assignment_id is not None:
        body["assignment_id"] = str(claims.assignment_id)
    if claims.client_id is not None:
        body["client_id"] = str(claims.client_id)
    key = jwk.construct(keys.keys[keys.current_kid], ALGORITHM)
    header = {"typ": MEDIA_TYPE, "kid": keys.current_kid}
    return str(jwt.encode(body, key, algorithm=ALGORITHM, headers=header))


def read(keys: TokenKeys, token: str, now: int) -> AccessClaims:
    """The claims of a token that is whole, ours and valid at `now` (seconds since 1970 UTC).

    Raises TokenRefused for everything else, whatever went wrong inside.
    """
    try:
        return _read(keys, token, now)
    except TokenRefused:
        raise
    except Exception:
        # No fault, of the library least of all, may become a 500.
        raise TokenRefused("other") from None


def _read(keys: TokenKeys, token: str, now: int) -> AccessClaims:
    if len(token) > MAX_TOKEN_BYTES:
        raise TokenRefused("size")
    if not token.isascii():
        raise TokenRefused("encoding")
    segments = token.split(".")
    if len(segments) != 3 or len(segments[0]) > MAX_HEADER_CHARACTERS:
        raise TokenRefused("shape")
    header_bytes, claims_bytes, _ = (_decoded_segment(segment) for segment in segments)
    secret = _key_for(keys, _flat_object(header_bytes))
    try:
        verified = jws.verify(token, jwk.construct(secret, ALGORITHM), [ALGORITHM])
    except JOSEError:
        raise TokenRefused("signature") from None
    if verified != claims_bytes:
        raise TokenRefused("signature")
    return _claims_of(_flat_object(claims_bytes), now)


def _decoded_segment(segment: str) -> bytes:
    """The bytes of a base64url segment written the one canonical way, without padding."""
    if not segment:
        raise TokenRefused("shape")
    try:
        decoded = base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))
    except ValueError:
        raise TokenRefused("encoding") from None
    if base64.urlsafe_b64encode(decoded).rstrip(b"=") != segment.encode("ascii"):
        raise TokenRefused("encoding")
    return decoded


def _flat_object(data: bytes) -> dict[str, Any]:
    """A JSON object without any nesting and without a name given twice."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise TokenRefused("encoding") from None
    # Nothing we sign is nested, so one bracket is all there may be; counted before the parser runs.
    if text.count("{") + text.count("[") != 1:
        raise TokenRefused("shape")
    try:
        parsed = json.loads(text, object_pairs_hook=_without_duplicates)
    except ValueError:
        raise TokenRefused("shape") from None
    if not isinstance(parsed, dict):
        raise TokenRefused("shape")
    return parsed


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise TokenRefused("shape")
    return members


def _key_for(keys: TokenKeys, header: dict[str, Any]) -> bytes:
    """The key a header asks for.

    The header must consist of exactly alg, typ and kid, which shuts out crit, jku, jwk, x5u, x5c,
    zip, b64 and whatever is invented next.
    """
    if header.keys() != _HEADER_NAMES:
        raise TokenRefused("header")
    if header["alg"] != ALGORITHM or header["typ"] != MEDIA_TYPE:
        raise TokenRefused("header")
    kid = header["kid"]
    if not isinstance(kid, str) or kid not in keys.keys:
        raise TokenRefused("key")
    return keys.keys[kid]


def _claims_of(claims: dict[str, Any], now: int) -> AccessClaims:
    names = claims.keys()
    if not names >= _REQUIRED_CLAIMS or not names <= _REQUIRED_CLAIMS | _OPTIONAL_CLAIMS:
        raise TokenRefused("claims")
    if claims["iss"] != ISSUER or claims["aud"] != AUDIENCE:
        raise TokenRefused("claims")
    issued_at, not_before, expires_at = (_seconds(claims[name]) for name in ("iat", "nbf", "exp"))
    if max(issued_at, not_before) > now + LEEWAY or expires_at <= now:
        raise TokenRefused("time")
    if not 0 < expires_at - issued_at <= MAX_LIFETIME:
        raise TokenRefused("time")
    return AccessClaims(
        user_id=_uuid(claims["sub"]),
        assignment_id=_uuid(claims["assignment_id"]) if "assignment_id" in claims else None,
        session_id=_uuid(claims["sid"]),
        client_id=_uuid(claims["client_id"]) if "client_id" in claims else None,
        token_id=_uuid(claims["jti"]),
        issued_at=issued_at,
        expires_at=expires_at,
    )


def _seconds(value: object) -> int:
    # `True` is an int to isinstance, and 1.0 equals 1: neither is a JSON integer.
    if type(value) is not int or value < 0:
        raise TokenRefused("claims")
    return value


def _uuid(value: object) -> UUID:
    """A UUID in its one canonical spelling: lower case, with hyphens."""
    if not isinstance(value, str):
        raise TokenRefused("claims")
    try:
        parsed = UUID(value)
    except ValueError:
        raise TokenRefused("claims") from None
    if str(parsed) != value:
        raise TokenRefused("claims")
    return parsed


def _kid(secret: bytes) -> str:
    return hashlib.sha256(b"kid" + secret).hexdigest()[:8]


def _checked_secret(text: str) -> bytes:
    if not text.strip():
        raise ValueError("the token key is empty")
    if text.strip() == EXAMPLE_KEY:
        raise ValueError("the token key is the example of the documentation; choose your own")
    try:
        secret = text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("the token key is not valid text") from None
    if len(secret) < MIN_KEY_BYTES:
        raise ValueError(f"the token key is shorter than {MIN_KEY_BYTES} bytes")
    try:
        jwk.construct(secret, ALGORITHM)
    except JOSEError:
        foreign = True
    else:
        foreign = "-BEGIN " in text or text.lstrip().startswith("{")
    if foreign:
        raise ValueError("the token key is a PEM, SSH or JWK key where a plain secret is meant")
    return secret
