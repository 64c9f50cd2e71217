"""Shapes of organisations, their tree, edges and timeline."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from gongwei.access.edges import EdgeKind
from gongwei.access.filters import OwnedQuery
from gongwei.access.models import OrganisationKind, OrganisationState
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Code, Day, In, Line, Out, Query, ResourceOut

ShortName = Annotated[Line, Field(max_length=100)]
Position = Annotated[int, Field(ge=1, le=1_000_000)]
"""The place among the siblings in protocol order (机构序), counted from 1."""

Language = Literal["zh", "en"]


class OrganisationQuery(OwnedQuery):
    """Filters of the list. With `as_of`, the organisations of that day, with their names and
    parents then."""

    parent_id: UUID | None = None
    kind: OrganisationKind | None = None
    unit_id: UUID | None = None
    state: OrganisationState = OrganisationState.ACTIVE
    as_of: Day | None = None


class TreeQuery(BaseModel):
    """`root` (the caller's organisation when left out), levels below it, the day, and what to
    look for."""

    root: UUID | None = None
    depth: Annotated[int, Field(ge=0, le=32)] = 2
    as_of: Day | None = None
    q: Query | None = None


class DayQuery(BaseModel):
    """The day to look at; today when left out."""

    as_of: Day | None = None


class OrganisationIn(In):
    """An organisation that exists already and is entered for set-up.

    `effective_on` is the first day in the tree: `founded_on`, or today, when left out. `code`
    continues the parent's and `short_name` repeats the name when left out.
    """

    kind: OrganisationKind
    name: Line
    short_name: ShortName | None = None
    code: Code | None = None
    parent_id: UUID
    unit_id: UUID | None = None
    founded_on: Day | None = None
    effective_on: Day | None = None
    position: Position | None = None


class OrganisationChangeableIn(In):
    """A merge patch of what has no date of its own; names and parents change by change request."""

    code: Code | None = None
    short_name: ShortName | None = None
    unit_id: UUID | None = None
    founded_on: Day | None = None
    position: Position | None = None


class OrganisationOut(ResourceOut):
    """An organisation now, or as of a day. `ancestor_names`: from the top of the caller's subtree
    down."""

    kind: OrganisationKind
    code: str
    name: str
    short_name: str
    parent_id: UUID | None
    unit_id: UUID | None
    founded_on: date | None
    status: OrganisationState
    position: int
    depth: int
    has_children: bool
    dissolved_on: date | None
    ancestor_names: list[str]


class TreeItemOut(Out):
    """One organisation of the tree. `depth` of the whole tree's root is 0; `child_count` is
    direct children."""

    id: UUID
    parent_id: UUID | None
    depth: int
    kind: OrganisationKind
    code: str
    name: str
    short_name: str
    position: int
    child_count: int
    matched: bool = False


class TreeOut(Out):
    """Flat and pre-order, siblings in protocol order."""

    as_of: date
    items: list[TreeItemOut]


class EdgeOut(Out):
    """`parent` led or guided `child` from `valid_from` until the day before `valid_to`."""

    id: UUID
    kind: EdgeKind
    parent_id: UUID
    parent_name: str
    child_id: UUID
    child_name: str
    valid_from: date
    valid_to: date | None


TimelineKind = Literal[
    "founded", "renamed", "moved", "merged", "split", "dissolved", "guided", "guidance_ended",
    "elected", "term_ends", "term_ended", "planned",
]  # fmt: skip


class TimelineItemOut(Out):
    """What happened to an organisation on a day, or, `planned`, what is approved to happen.

    `term_ends` is the day on which an election is due, `term_ended` the one on which the term was
    over.
    """

    on: date
    kind: TimelineKind
    title: str
    detail: str
    change_id: UUID | None


def refuse_null(change: BaseModel, names: Iterable[str]) -> None:
    """422 when a merge patch would clear what cannot be empty."""
    for name in names:
        if name in change.model_fields_set and getattr(change, name) is None:
            raise one_fault(f"/{name}", "not_nullable", "不能为空", "This cannot be empty")
