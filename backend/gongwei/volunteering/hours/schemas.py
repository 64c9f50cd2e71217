"""Shapes of volunteer hours. All durations are whole minutes."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from gongwei.access.filters import OwnedQuery, Reach
from gongwei.core.pagination import PageParams
from gongwei.core.schemas import ActionIn, Day, In, Line, Moment, Out, Paragraph, ResourceOut
from gongwei.volunteering.hours.counting import HoursFlag
from gongwei.volunteering.hours.models import ApprovalLevel, HoursKind, HoursState

Month = Annotated[str, Field(max_length=7, pattern=r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$")]
"""`YYYY-MM`."""
Minutes = Annotated[int, Field(ge=1, le=1440)]
Reason = Annotated[Paragraph, Field(max_length=500)]
Title = Annotated[Line, Field(max_length=100)]


class HoursVerb(StrEnum):
    """What may be done with hours. `resolve` with other minutes puts them right."""

    VERIFY = "verify"
    REJECT = "reject"
    DISPUTE = "dispute"
    RESOLVE = "resolve"


class HoursQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the person's name and in the title.

    `organisation_id` is the person's own organisation. `flagged`: with or without something that
    the verifier should look at.
    """

    person_id: UUID | None = None
    activity_id: UUID | None = None
    team_id: UUID | None = None
    kind: HoursKind | None = None
    state: HoursState | None = None
    flagged: bool | None = None
    approval: ApprovalLevel | None = None
    month: Month | None = None


class OwnHoursQuery(PageParams):
    """Filters of one's own list."""

    kind: HoursKind | None = None
    state: HoursState | None = None
    month: Month | None = None


class VolunteerHoursIn(In):
    """A late entry: service that was not checked in at the time. Names the activity, or by `title`
    a service from before the installation. `occurred_at` is when it began, on `day`.
    """

    person_id: UUID
    activity_id: UUID | None = None
    title: Title | None = None
    day: Day
    occurred_at: Moment | None = None
    minutes: Minutes
    reason: Reason


class HoursActionIn(ActionIn):
    """`minutes` with `resolve` alone: what the hours are found to be."""

    minutes: Annotated[int, Field(ge=0, le=1440)] | None = None


class VolunteerHoursOut(ResourceOut):
    """A person's hours on one day of one activity. `organisation_id`: the person's own then.

    `minutes` count, `computed_minutes` are what the check-ins gave. `delay_days`: from the day of
    the service to its entry. `name` is a dash where the person's record may not be seen.
    """

    state: HoursState
    organisation_id: UUID
    organisation_name: str
    person_id: UUID
    name: str
    activity_id: UUID | None
    activity_title: str
    team_id: UUID | None
    team_name: str | None
    kind: HoursKind
    day: date
    occurred_at: datetime
    recorded_at: datetime
    delay_days: int
    minutes: int
    computed_minutes: int
    flags: list[HoursFlag]
    approval: ApprovalLevel
    reason: str | None
    verified_by_name: str | None
    verified_at: datetime | None


class HoursExplanationLineOut(Out):
    """One line of the sum; negative where something is taken off."""

    kind: Literal[
        "pair",
        "proposed",
        "not_counted",
        "overlap",
        "break",
        "over_a_day",
        "marked_late",
        "late_entry",
        "decision",
    ]
    text: str
    minutes: int


class HoursExplanationOut(Out):
    """How the minutes came about: the lines add up to `minutes`."""

    lines: list[HoursExplanationLineOut]
    minutes: int


class HoursVerificationsIn(In):
    """The entries to verify together."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=500)]


class HoursRefusalOut(Out):
    """Why one of many was refused, in the caller's language."""

    code: str
    title: str
    detail: str


class HoursVerificationOut(Out):
    """What became of one entry: 200, or the status of its refusal."""

    id: UUID
    status: int
    problem: HoursRefusalOut | None


class HoursVerificationsOut(Out):
    """An answer for each entry, in the order asked."""

    items: list[HoursVerificationOut]


class HoursSummaryBy(StrEnum):
    PERSON = "person"
    TEAM = "team"
    ORGANISATION = "organisation"
    MONTH = "month"


class HoursSummaryQuery(BaseModel):
    """Which sums are wanted, of which months, both ends included.

    By organisation: one line for everything at or below each organisation directly below the
    chosen one, and one for its own; by person or team a page in the order of names or ids.
    """

    by: HoursSummaryBy = HoursSummaryBy.ORGANISATION
    organisation_id: UUID | None = None
    scope: Reach = Reach.SUBTREE
    from_month: Month | None = None
    until_month: Month | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Annotated[str, Field(max_length=1600)] | None = None


class HoursSumsOut(Out):
    """Minutes in sums that are never mixed: recorded at the time and verified, entered late and
    verified, and of either kind but undecided. `entries` counts all three.
    """

    recorded_minutes: int = 0
    late_entry_minutes: int = 0
    pending_minutes: int = 0
    entries: int = 0


class HoursSummaryLineOut(HoursSumsOut):
    """The sums of one organisation, team, person or month."""

    id: UUID | None
    name: str | None
    month: str | None


class HoursSummaryOut(HoursSumsOut):
    """The lines, and the sums of everything that was asked for."""

    items: list[HoursSummaryLineOut]
    next_cursor: str | None = None


class OwnHoursMonthOut(HoursSumsOut):
    """One of the last twelve months, as `YYYY-MM`."""

    month: str


class OwnHoursSummaryOut(HoursSumsOut):
    """One's own sums since ever, and those of the last twelve months, the oldest first."""

    months: list[OwnHoursMonthOut]
