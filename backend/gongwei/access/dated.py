"""What stood below what on a day: today from `parent_id`, any other day from the dated edges."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased
from sqlmodel import col

from gongwei.access.edges import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.access.models import Organisation, OrganisationState
from gongwei.access.scope import below
from gongwei.core import clock


def among(column: Any, ids: Iterable[UUID]) -> ColumnElement[bool]:
    """Rows whose column is one of these ids, however many: a join, where `= ANY` compares one by
    one."""
    given = literal(list(ids), ARRAY(UuidType()))
    found: ColumnElement[bool] = column.in_(select(func.unnest(given)))
    return found


def valid_on(
    row: type[OrganisationEdge] | type[OrganisationName], day: date
) -> ColumnElement[bool]:
    """Rows whose period contains the day; `valid_to` is the first day after it."""
    return and_(
        col(row.valid_from) <= day, or_(col(row.valid_to).is_(None), col(row.valid_to) > day)
    )


def leads_on(day: date) -> ColumnElement[bool]:
    """Leadership edges of a day."""
    return and_(col(OrganisationEdge.kind) == EdgeKind.LEADERSHIP, valid_on(OrganisationEdge, day))


def is_today(as_of: date | None) -> bool:
    """Whether the present tree answers for this day."""
    return as_of is None or as_of == clock.today()


def links(as_of: date | None) -> FromClause:
    """(child_id, parent_id) of a day: of the present tree, or of its leadership edges."""
    if is_today(as_of):
        here = aliased(Organisation)
        return (
            select(col(here.id).label("child_id"), col(here.parent_id).label("parent_id"))
            .where(col(here.state) == OrganisationState.ACTIVE)
            .subquery()
        )
    assert as_of is not None
    return (
        select(
            col(OrganisationEdge.organisation_id).label("child_id"),
            col(OrganisationEdge.parent_id).label("parent_id"),
        )
        .where(leads_on(as_of))
        .subquery()
    )


def descent(root_id: UUID, as_of: date | None, depth: int | None = None) -> CTE:
    """(id, parent_id, level) of an organisation and what stands below it on a day; its own level
    is 0."""
    start = select(
        literal(root_id, UuidType()).label("id"),
        literal(None, UuidType()).label("parent_id"),
        literal(0, Integer()).label("level"),
    ).cte("descent", recursive=True)
    link = links(as_of)
    step = select(link.c.child_id, link.c.parent_id, start.c.level + 1).join(
        start, link.c.parent_id == start.c.id
    )
    if depth is not None:
        step = step.where(start.c.level < depth)
    return start.union_all(step)


def subtree_as_of(root: Organisation, as_of: date | None = None) -> Select[UUID]:
    """The ids of the organisations at or below `root` on a day (today when left out), to be used
    in `in_`."""
    if is_today(as_of):
        return select(col(Organisation.id)).where(
            below(root.path), col(Organisation.state) == OrganisationState.ACTIVE
        )
    assert as_of is not None
    if root.parent_id is None:
        led = select(col(OrganisationEdge.organisation_id)).where(leads_on(as_of))
        return select(union_all(led, select(literal(root.id, UuidType()))).subquery().c[0])
    return select(descent(root.id, as_of).c.id)
