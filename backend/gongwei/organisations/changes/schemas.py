"""Shapes of change requests: one payload for each kind, checked strictly."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from gongwei.access.filters import OwnedQuery
from gongwei.access.models import OrganisationKind
from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.core.field_messages import field_fault
from gongwei.core.schemas import Code, Day, In, JsonObject, Line, Out, Paragraph, ResourceOut
from gongwei.organisations.models import ChangeKind, ChangeState
from gongwei.organisations.schemas import Position, ShortName, TreeItemOut

Reason = Annotated[Paragraph, Field(max_length=1000)]
Ids = Annotated[list[UUID], Field(max_length=500)]


class CreatePayload(In):
    """A new organisation under `parent_id`; the change's `organisation_id` is that parent too."""

    kind: OrganisationKind
    name: Line
    short_name: ShortName | None = None
    code: Code | None = None
    parent_id: UUID
    unit_id: UUID | None = None
    founded_on: Day | None = None


class RenamePayload(In):
    """The new name; the short name repeats it when left out."""

    name: Line
    short_name: ShortName | None = None


class MovePayload(In):
    """The new leadership parent, and the place among its children (the last when left out)."""

    parent_id: UUID
    position: Position | None = None


class MergePayload(In):
    """The organisation dissolves into this one; children and members go with it."""

    into_id: UUID


class SplitPart(In):
    """One new organisation beside the one that is split, and what it takes along."""

    name: Line
    short_name: ShortName | None = None
    kind: OrganisationKind
    child_ids: Ids = Field(default_factory=list)
    member_ids: Ids = Field(default_factory=list)


class SplitPayload(In):
    """The organisation stays; the new ones stand under the same parent."""

    new: Annotated[list[SplitPart], Field(min_length=1, max_length=20)]


class DissolvePayload(In):
    """Nothing more is needed; nobody may stand below or belong to it."""


class GuidancePayload(In):
    """`guide_id` guides the organisation from the day on, or no longer."""

    guide_id: UUID
    operation: Literal["start", "end"]


Payload = (
    CreatePayload | RenamePayload | MovePayload | MergePayload | SplitPayload | DissolvePayload
    | GuidancePayload
)  # fmt: skip

PAYLOADS: dict[ChangeKind, type[Payload]] = {
    ChangeKind.CREATE: CreatePayload,
    ChangeKind.RENAME: RenamePayload,
    ChangeKind.MOVE: MovePayload,
    ChangeKind.MERGE: MergePayload,
    ChangeKind.SPLIT: SplitPayload,
    ChangeKind.DISSOLVE: DissolvePayload,
    ChangeKind.GUIDANCE: GuidancePayload,
}


def _as_given(value: Any, _check: ValidatorFunctionWrapHandler) -> Any:
    return value


class ChangeIn(In):
    """A request; `payload` is of the form that belongs to `kind` (dissolve: nothing)."""

    kind: ChangeKind
    organisation_id: UUID
    effective_on: Day
    reason: Reason
    payload: Annotated[Payload, WrapValidator(_as_given)] = DissolvePayload()
    """Checked by `read_payload`, so that the faults of the right form alone are named."""


class ChangeEditIn(In):
    """A merge patch of a draft or of what was returned; `payload` is merged member by member."""

    effective_on: Day | None = None
    reason: Reason | None = None
    payload: JsonObject | None = None


class ChangeQuery(OwnedQuery):
    """Filters of the list."""

    kind: ChangeKind | None = None
    state: ChangeState | None = None


class ObstacleOut(Out):
    """Why an approved change could not take effect on its date: a problem's code and words."""

    code: str
    title: str
    detail: str


class ChangeOut(ResourceOut):
    """A request to change the tree on `effective_on`."""

    kind: ChangeKind
    organisation_id: UUID
    organisation_name: str
    effective_on: date
    reason: str
    payload: JsonObject
    submitted_by: UUID | None
    decided_by: UUID | None
    applied_at: datetime | None
    created_organisation_id: UUID | None
    obstacle: ObstacleOut | None


class RemarkOut(Out):
    """One effect of a change, or one reason against it."""

    code: str
    message: str


class PreviewOut(Out):
    """What a change would do on its day. `matched` marks what it touches; with problems, `after`
    is empty."""

    before: list[TreeItemOut]
    after: list[TreeItemOut]
    effects: list[RemarkOut]
    problems: list[RemarkOut]


def read_payload(kind: ChangeKind, value: Any) -> Payload:
    """The payload of this kind. Raises `malformed` (422) with pointers below `/payload`."""
    try:
        return PAYLOADS[kind].model_validate(value)
    except ValidationError as error:
        found = error.errors(include_url=False)
        faults = tuple(_below_payload(field_fault(fault)) for fault in found)
        raise MALFORMED(errors=faults, count=len(faults)) from error


def _below_payload(fault: FieldFault) -> FieldFault:
    return FieldFault(f"/payload{fault.pointer}", fault.code, fault.zh, fault.en)
