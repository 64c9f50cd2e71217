"""Shapes of calendar links and of the served party's confirmation."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from gongwei.core.schemas import In, Out, Prose

Rating = Annotated[int, Field(ge=1, le=5)]
ConfirmationState = Literal["not_asked", "asked", "answered", "expired"]


class CalendarLinkOut(Out):
    """Whether the caller's calendar has an address, and since when. The address itself was shown
    once.
    """

    active: bool
    made_at: datetime | None


class CalendarAddressOut(Out):
    """The secret address of the caller's calendar, shown this once."""

    url: str


class AskedOut(Out):
    """The served party's address, shown this once: the code, and the page that takes it."""

    code: str
    url: str
    expires_at: datetime


class ConfirmationOut(Out):
    """What the served party was asked and said."""

    state: ConfirmationState
    asked_at: datetime | None = None
    expires_at: datetime | None = None
    answered_at: datetime | None = None
    confirmed: bool | None = None
    rating: int | None = None
    comment: str | None = None


class ConfirmationIn(In):
    """The served party's answer: whether the service took place, from 1 to 5 how well, a remark."""

    confirmed: bool
    rating: Rating | None = None
    comment: Annotated[Prose, Field(max_length=1000)] | None = None


class PublicConfirmationOut(Out):
    """What the served party is asked to confirm, and the answer once it is given."""

    title: str
    organisation_name: str
    served_party: str | None
    place: str
    starts_at: datetime
    ends_at: datetime
    expires_at: datetime
    answered_at: datetime | None
    confirmed: bool | None
    rating: int | None
    comment: str | None
