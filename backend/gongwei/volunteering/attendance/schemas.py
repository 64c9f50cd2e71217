"""Shapes of attendance."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from gongwei.access.filters import OwnedQuery
from gongwei.core.pagination import PageParams
from gongwei.core.schemas import Day, In, Line, Moment, Out, Query, ResourceOut
from gongwei.volunteering.activities.models import SignUpState
from gongwei.volunteering.attendance.codes import LONGEST_CODE
from gongwei.volunteering.attendance.models import (
    CheckInMethod,
    CheckInState,
    CheckInType,
    ReviewReason,
)

LARGEST_BATCH = 500
FURTHEST_OFFSET = 400 * 24 * 3600 * 1000
"""Milliseconds; a phone whose clock is further off has none that could be corrected."""
MOST_SCANS = 1_000_000_000
"""What a device counts up to; it tells the order of what one phone scanned, and nothing more."""

Scanned = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_CODE)]
Reason = Annotated[Line, Field(max_length=500)]

NEEDED = {
    CheckInMethod.SCAN: ("code",),
    CheckInMethod.PERSONAL_CODE: ("shift_id", "member_code"),
    CheckInMethod.LIST: ("shift_id", "person_id"),
}
"""What names shift and person, by the way of checking in."""


class CheckInIn(In):
    """One entry or exit, named for ever by the `nonce` that the device made when it was scanned.

    `scan`: the caller's own, by the shift's `code`. `personal_code`: by `shift_id` and the
    `member_code` that the leader scanned. `list`: by `shift_id` and `person_id`. A scan's time is
    its code's; the others have `occurred_at`. `captured_at` (the device's clock),
    `server_offset_ms` (what corrects it) and `device_seq` (its own count) are sent by a device
    that may have had no network.
    """

    code: Scanned | None = None
    shift_id: UUID | None = None
    member_code: Scanned | None = None
    person_id: UUID | None = None
    type: CheckInType
    method: CheckInMethod
    occurred_at: Moment
    nonce: UUID
    reason: Reason | None = None
    captured_at: Moment | None = None
    server_offset_ms: Annotated[int, Field(ge=-FURTHEST_OFFSET, le=FURTHEST_OFFSET)] | None = None
    device_seq: Annotated[int, Field(ge=0, le=MOST_SCANS)] | None = None


class CheckInBatchIn(In):
    """What lay on a phone without network, each item on its own."""

    items: Annotated[list[CheckInIn], Field(min_length=1, max_length=LARGEST_BATCH)]


class CheckInOut(ResourceOut):
    """One entry or exit. `minutes`: whole minutes of the person's closed pairs of that day in the
    activity, as far as they count.
    """

    activity_id: UUID
    activity_title: str
    shift_id: UUID
    post: str
    person_id: UUID
    name: str
    type: CheckInType
    method: CheckInMethod
    day: date
    pair: int
    occurred_at: datetime
    recorded_at: datetime
    reason: str | None
    review_reason: ReviewReason | None
    minutes: int


class RefusalOut(Out):
    """Why an item was not taken."""

    code: str
    title: str
    detail: str


class BatchItemOut(Out):
    """The answer to one item: 201 taken, 200 taken before, else refused."""

    nonce: UUID
    status: int
    check_in: CheckInOut | None = None
    problem: RefusalOut | None = None


class BatchOut(Out):
    """An answer for every item, in their order."""

    items: Annotated[list[BatchItemOut], Field(max_length=LARGEST_BATCH)]


class CheckInQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the person's name."""

    activity_id: UUID | None = None
    shift_id: UUID | None = None
    person_id: UUID | None = None
    state: CheckInState | None = None
    day: Day | None = None


class CodeStepOut(Out):
    """A code and when the screen shows it."""

    code: str
    shown_from: datetime
    shown_until: datetime


class ShiftCodeOut(Out):
    """What a shift's screen shows, and what it needs to go on without network until
    `valid_until`. `present`: inside now.
    """

    shift_id: UUID
    activity_id: UUID
    activity_title: str
    post: str
    server_time: datetime
    step_seconds: int
    valid_until: datetime
    code: str
    codes: Annotated[list[CodeStepOut], Field(max_length=200)]
    confirmed: int
    present: int
    left: int


class AttendanceOut(Out):
    """How many are expected, inside and gone, by person and shift. `refused`: tries that were
    refused."""

    confirmed: int
    expected: int
    inside: int
    left: int
    needs_review: int
    refused: int


class Presence(StrEnum):
    """Not there yet, inside, gone again."""

    EXPECTED = "expected"
    INSIDE = "inside"
    LEFT = "left"


class RosterFilter(StrEnum):
    """A presence, or those with something that needs a look."""

    EXPECTED = "expected"
    INSIDE = "inside"
    LEFT = "left"
    REVIEW = "review"


class RosterQuery(PageParams):
    """Filters of the roster; `q` is looked for in the person's name."""

    shift_id: UUID | None = None
    q: Query | None = None
    presence: RosterFilter | None = None


class MarkOut(Out):
    """An entry or exit in a pair."""

    id: UUID
    version: int
    state: CheckInState
    method: CheckInMethod
    occurred_at: datetime


class PairOut(Out):
    """An entry with its exit; either may be missing."""

    entry: MarkOut | None
    exit: MarkOut | None


class RosterLineOut(Out):
    """Somebody signed up for a shift, or there without it."""

    person_id: UUID
    name: str
    organisation_name: str
    shift_id: UUID
    post: str
    sign_up_state: SignUpState | None
    presence: Presence
    needs_review: bool
    pairs: list[PairOut]
    minutes: int


class AttemptOut(Out):
    """A try that was refused; `code` says why."""

    id: UUID
    shift_id: UUID
    post: str
    person_id: UUID | None
    name: str | None
    type: CheckInType
    method: CheckInMethod
    occurred_at: datetime
    created_at: datetime
    code: str


class PersonalCodeOut(Out):
    """What the caller's phone shows to the leader's, with or without network."""

    code: str
    name: str


class NextStep(StrEnum):
    """What the one big button does."""

    ENTRY = "entry"
    EXIT = "exit"
    DONE = "done"


class OwnAttendanceShiftOut(Out):
    """One of the caller's own shifts of today."""

    activity_id: UUID
    activity_title: str
    shift_id: UUID
    post: str
    starts_at: datetime
    ends_at: datetime
    next: NextStep
    minutes: int
    check_ins: list[CheckInOut]


class OwnAttendanceOut(Out):
    """The caller's own day."""

    server_time: datetime
    items: list[OwnAttendanceShiftOut]
