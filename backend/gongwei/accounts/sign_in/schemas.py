"""Shapes of signing in."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from gongwei.core.schemas import Code, In, Line, Out
from gongwei.core.tokens import LIFETIME


def _storable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("NUL")
    return text


Password = Annotated[
    str,
    StringConstraints(strip_whitespace=False, min_length=1, max_length=1000),
    AfterValidator(_storable),
    Field(json_schema_extra={"format": "password"}),
]
"""A password exactly as typed: blanks at its ends are part of it (ASVS 5.0, 6.2.8)."""

Otp = Annotated[Code, Field(max_length=10)]
"""The six digits of the authenticator app."""


class TokenForm(In):
    """The form of a sign-in (RFC 6749, 4.3.2, with `otp` for the second factor)."""

    grant_type: Literal["password"] = "password"
    username: Line
    password: Password
    otp: Otp | None = None


class SwitchIn(In):
    """The role to act in from now on: one of the caller's own assignments."""

    assignment_id: UUID


class TokenOut(Out):
    """An access token for one role at one organisation; `expires_in` is in seconds."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105
    expires_in: int = LIFETIME
    assignment_id: UUID | None
