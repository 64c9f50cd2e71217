"""Shapes of sign-ups, and of activities as those see them who may come."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from gongwei.core.pagination import PageParams
from gongwei.core.schemas import Day, In, Out, Query, ResourceOut
from gongwei.volunteering.activities.models import ActivityState, PlaceKind, SignUpState
from gongwei.volunteering.activities.schemas import OwnNoticeOut


class SignUpQuery(PageParams):
    """Filters of an activity's sign-ups; `q` is looked for in the person's name."""

    state: SignUpState | None = None
    shift_id: UUID | None = None
    q: Query | None = None


class SignUpIn(In):
    """Sign up for a shift; `person_id` signs somebody else up."""

    shift_id: UUID
    person_id: UUID | None = None


class SignUpOut(ResourceOut):
    """A sign-up. `waiting_place` counts from 1 and is null off the waiting list."""

    state: SignUpState
    activity_id: UUID
    activity_title: str
    shift_id: UUID
    post: str
    starts_at: datetime
    ends_at: datetime
    person_id: UUID
    name: str
    organisation_name: str
    waiting_place: int | None
    promoted_at: datetime | None
    cancelled_at: datetime | None


class OwnActivityQuery(PageParams):
    """Days of the committee's calendar: activities that take place on one of them."""

    from_on: Day | None = None
    until_on: Day | None = None


class OwnSignUpOut(Out):
    """The caller's own sign-up for a shift."""

    id: UUID
    state: SignUpState
    waiting_place: int | None


ClosedBecause = Literal["full_waiting", "closed", "overlap"]


class OwnShiftOut(Out):
    """A shift as somebody sees it who may come. `full_waiting` goes with `can_sign_up`: one gets a
    place on the waiting list.
    """

    id: UUID
    post: str
    place: str | None
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    confirmed_count: int
    waitlisted_count: int
    opens_minutes: int
    closes_minutes: int
    cancelled_at: datetime | None
    own_sign_up: OwnSignUpOut | None
    can_sign_up: bool
    closed_because: Annotated[ClosedBecause | None, Field(description="Null while there is room.")]


class OwnActivityOut(Out):
    """An activity to which the caller is invited, is signed up, or which the caller leads."""

    id: UUID
    number: str
    title: str
    theme: str
    description: str
    place_kind: PlaceKind
    place: str
    organisation_name: str
    team_name: str | None
    leader_name: str | None
    state: ActivityState
    starts_at: datetime
    ends_at: datetime
    sign_up_required: bool
    sign_up_until: datetime | None
    leads: bool
    shifts: list[OwnShiftOut]
    notices: list[OwnNoticeOut]
