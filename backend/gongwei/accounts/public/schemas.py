"""Shapes of what is public."""

from datetime import date
from uuid import UUID

from gongwei.access.permissions import Role
from gongwei.core.schemas import Out


class DemoAccountOut(Out):
    """An account of the demonstration, ready to sign in with."""

    username: str
    password: str
    role: Role
    organisation: str
    organisation_id: UUID
    display_name: str


class DemoAccountsOut(Out):
    """The demonstration's accounts, and one-time codes that cast a ballot of its duty review."""

    items: list[DemoAccountOut]
    ballot_codes: list[str]


class PublicSettingsOut(Out):
    """What the sign-in page shows. `today` is the day in the committee's time zone."""

    committee_name: str | None
    demo: bool
    time_zone: str
    today: date
