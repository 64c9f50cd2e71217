"""Shapes of activities and their shifts."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import (
    Day,
    In,
    JsonObject,
    Line,
    Moment,
    Out,
    Paragraph,
    Remark,
    ResourceOut,
)
from gongwei.core.schemas import Prose as Text
from gongwei.volunteering.activities.models import (
    ActivityState,
    MissingExit,
    NoticeKind,
    PlaceKind,
)

MOST_SHIFTS = 40

Title = Annotated[Line, Field(max_length=100)]
Theme = Annotated[Remark, Field(max_length=100)]
Description = Annotated[Text, Field(max_length=4000)]
Capacity = Annotated[int, Field(ge=1, le=1_000_000)]
BreakMinutes = Annotated[int, Field(ge=0, le=720)]
WindowMinutes = Annotated[int, Field(ge=0, le=720)]


class ActivityQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in title, number and place.

    `from_on` and `until_on` are days of the committee's calendar: activities that take place on one
    of them.
    """

    team_id: UUID | None = None
    state: Annotated[list[ActivityState], Field(default_factory=list, max_length=6)]
    from_on: Day | None = None
    until_on: Day | None = None
    template: bool | None = None


class ShiftIn(In):
    """One post for one span. Without `capacity` as many as come; minutes as in the answer."""

    post: Title
    place: Line | None = None
    starts_at: Moment
    ends_at: Moment
    capacity: Capacity | None = None
    break_minutes: BreakMinutes = 0
    opens_minutes: WindowMinutes = 30
    closes_minutes: WindowMinutes = 30


class ShiftChangeIn(In):
    """A merge patch of a shift."""

    post: Title | None = None
    place: Line | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    capacity: Capacity | None = None
    break_minutes: BreakMinutes | None = None
    opens_minutes: WindowMinutes | None = None
    closes_minutes: WindowMinutes | None = None

    @field_validator(
        "post", "starts_at", "ends_at", "break_minutes", "opens_minutes", "closes_minutes"
    )
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        return _required(value)


def _required(value: object) -> object:
    if value is None:
        raise PydanticCustomError("missing", "This is required")
    return value


class ActivityIn(In):
    """An activity with its shifts, as a draft."""

    organisation_id: UUID
    team_id: UUID | None = None
    title: Title
    theme: Theme = ""
    description: Description = ""
    place_kind: PlaceKind = PlaceKind.ADDRESS
    place: Line
    served_party: Title | None = None
    leader_id: UUID | None = None
    sign_up_required: bool = True
    sign_up_until: Moment | None = None
    missing_exit: MissingExit = MissingExit.NOTHING
    template: bool = False
    shifts: Annotated[list[ShiftIn], Field(min_length=1, max_length=MOST_SHIFTS)]


class ActivityChangeIn(In):
    """A merge patch of a draft or of what is published; those signed up are told of it. Shifts are
    changed on their own.
    """

    team_id: UUID | None = None
    title: Title | None = None
    theme: Theme | None = None
    description: Description | None = None
    place_kind: PlaceKind | None = None
    place: Line | None = None
    served_party: Title | None = None
    leader_id: UUID | None = None
    sign_up_required: bool | None = None
    sign_up_until: Moment | None = None
    missing_exit: MissingExit | None = None
    template: bool | None = None

    @field_validator(
        "title", "theme", "description", "place_kind", "place", "sign_up_required",
        "missing_exit", "template",
    )  # fmt: skip
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        return _required(value)


class CopyIn(In):
    """A new draft from an activity: every shift moved by as many days as its first one."""

    on: Day
    title: Title | None = None


class CancelIn(In):
    """Why a shift does not take place; those signed up read it."""

    reason: Annotated[Paragraph, Field(max_length=500)] | None = None


class ShiftOut(ResourceOut):
    """A shift; `state` is `open` or `cancelled`.

    Entries are taken from `opens_minutes` before its start, exits until `closes_minutes` after its
    end; `break_minutes` are taken off whoever stays all of it.
    """

    activity_id: UUID
    post: str
    place: str | None
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    break_minutes: int
    opens_minutes: int
    closes_minutes: int
    cancelled_at: datetime | None
    confirmed_count: int
    waitlisted_count: int


class ActivityOut(ResourceOut):
    """An activity with its shifts. `takes_attendance`: whether the caller may take attendance."""

    state: ActivityState
    organisation_id: UUID
    organisation_name: str
    team_id: UUID | None
    team_name: str | None
    number: str
    title: str
    theme: str
    description: str
    place_kind: PlaceKind
    place: str
    served_party: str | None
    leader_id: UUID | None
    leader_name: str | None
    starts_at: datetime
    ends_at: datetime
    sign_up_required: bool
    sign_up_until: datetime | None
    missing_exit: MissingExit
    template: bool
    published_at: datetime | None
    started_at: datetime | None
    completed_at: datetime | None
    shifts: list[ShiftOut]
    confirmed_count: int
    waitlisted_count: int
    takes_attendance: bool


class OwnNoticeOut(Out):
    """What those signed up were told. `facts` has the old and the new value by field; a notice
    about a shift names it under `shift`.
    """

    id: UUID
    kind: NoticeKind
    facts: JsonObject
    reason: str | None
    created_at: datetime


class ActivityNoticeOut(OwnNoticeOut):
    """A notice as its activity's staff see it: to one person, or to everybody signed up."""

    person_id: UUID | None
    name: str | None


class ExcludedWordIn(In):
    """A word that no title may contain."""

    word: Annotated[Line, Field(max_length=40)]


class ExcludedWordOut(Out):
    """A word that no title may contain; width, letter case and blanks make no difference."""

    id: UUID
    word: str
    created_at: datetime
