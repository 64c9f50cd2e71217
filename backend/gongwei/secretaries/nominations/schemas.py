"""Shapes of nominations and of the batches that put them before one election."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import ActionIn, Code, Day, In, Line, Out, Paragraph, ResourceOut
from gongwei.secretaries.inspections.models import Finding, InspectionState
from gongwei.secretaries.models import Post
from gongwei.secretaries.nominations.models import NominationKind, NominationState
from gongwei.secretaries.schemas import DutyTitle


class WhoseTurn(StrEnum):
    """Who has to act next, so that a nomination goes on."""

    DEPARTMENT = "department"
    COMMITTEE_OFFICER = "committee_officer"
    INSPECTION = "inspection"
    LEADING_GROUP = "leading_group"
    COMMITTEE_LEADER = "committee_leader"
    NOBODY = "nobody"


class NominationQuery(OwnedQuery):
    """Filters of the list; `open` are those that are neither appointed, rejected nor withdrawn."""

    state: NominationState | None = None
    post: Post | None = None
    batch_id: UUID | None = None
    kind: NominationKind | None = None
    open: bool | None = None


class NominationIn(In):
    """A department proposes a full member of the caller's subtree for a post."""

    organisation_id: UUID
    person_id: UUID
    post: Post
    full_time: bool = False
    duty_title: DutyTitle | None = None
    kind: NominationKind = NominationKind.ELECTION
    take_office_on: Day | None = None
    grounds: Paragraph | None = None
    batch_id: UUID | None = None


class NominationChangeIn(In):
    """A merge patch of a draft or of what was returned."""

    person_id: UUID | None = None
    post: Post | None = None
    full_time: bool | None = None
    duty_title: DutyTitle | None = None
    kind: NominationKind | None = None
    take_office_on: Day | None = None
    grounds: Paragraph | None = None
    batch_id: UUID | None = None

    @field_validator("person_id", "post", "full_time", "kind")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        if value is None:
            raise PydanticCustomError("missing", "This is required")
        return value


class NominationActionIn(ActionIn):
    """`on`, the day on which it was done: of `endorse` and `approve` (today when left out), and of
    `appoint` (required), where it is the first day in office. `approval_number` with `approve`
    alone, `duty_title` with `appoint` alone."""

    on: Day | None = None
    approval_number: Code | None = None
    duty_title: DutyTitle | None = None


class NominationOut(ResourceOut):
    """A nominee on the way to a post.

    `name` is a dash and `batch_title` null where the record belongs to an organisation that the
    caller may not see. `inspection_id` is the latest inspection; `finding` is that of the latest
    concluded one, and null for those who may read no inspections.
    """

    state: NominationState
    organisation_id: UUID
    organisation_name: str
    batch_id: UUID | None
    batch_title: str | None
    person_id: UUID
    name: str
    post: Post
    full_time: bool
    duty_title: str | None
    kind: NominationKind
    take_office_on: date | None
    grounds: str
    submitted_on: date | None
    endorsed_on: date | None
    approved_on: date | None
    approval_number: str | None
    inspection_id: UUID | None
    inspection_state: InspectionState | None
    finding: Finding | None
    appointment_id: UUID | None
    whose_turn: WhoseTurn


class NominationBatchQuery(OwnedQuery):
    """Filters of the list of batches."""


class NominationBatchIn(In):
    """A batch for nominees at the organisation or below it."""

    organisation_id: UUID
    title: Line
    election_on: Day | None = None


class NominationBatchChangeIn(In):
    """A merge patch."""

    title: Line | None = None
    election_on: Day | None = None

    @field_validator("title")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        if value is None:
            raise PydanticCustomError("missing", "This is required")
        return value


class NominationBatchOut(ResourceOut):
    """Nominees who stand for one election. A batch has no life of its own: `allowed_actions` are
    those that at least one of its nominations allows. `counts` are its nominations by state."""

    state: Literal["open"] = "open"
    organisation_id: UUID
    organisation_name: str
    title: str
    election_on: date | None
    counts: dict[str, int]
    nominations: int


class NominationBatchMovedOut(Out):
    """How many nominations of the batch an action moved, and the batch after it."""

    moved: int
    batch: NominationBatchOut
