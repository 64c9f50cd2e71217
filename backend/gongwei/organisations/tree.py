"""Dated reads of the tree: today from the path and `parent_id`, any other day from the dated
edges."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
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
    any_,
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
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, OrganisationState
from gongwei.access.permissions import Permission
from gongwei.access.scope import below, in_scope
from gongwei.core import clock
from gongwei.organisations.models import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.organisations.problems import NOT_ON_DATE, TREE_TOO_LARGE
from gongwei.organisations.schemas import TreeItemOut

READ = Permission.ORGANISATIONS_READ
TREE_LIMIT = 20_000
"""Organisations in one answer of the tree."""


def among(column: Any, ids: Iterable[UUID]) -> ColumnElement[bool]:
    """Rows whose column is one of these ids, bound as one array however many there are."""
    found: ColumnElement[bool] = column == any_(literal(list(ids), ARRAY(UuidType())))
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


def climb(start_ids: Collection[UUID], as_of: date | None) -> CTE:
    """(id, parent_id) of these organisations and everything above them on a day, each once."""
    link = links(as_of)
    start = (
        select(link.c.child_id.label("id"), link.c.parent_id.label("parent_id"))
        .where(among(link.c.child_id, start_ids))
        .cte("climb", recursive=True)
    )
    above = links(as_of)
    step = select(above.c.child_id, above.c.parent_id).join(
        start, above.c.child_id == start.c.parent_id
    )
    return start.union(step)


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


async def exists_on(session: AsyncSession, organisation: Organisation, as_of: date | None) -> bool:
    """Whether the organisation is in the tree of that day. The root always is."""
    if is_today(as_of):
        return organisation.state is OrganisationState.ACTIVE
    if organisation.parent_id is None:
        return True
    link = links(as_of)
    found = await session.execute(select(link.c.child_id).where(link.c.child_id == organisation.id))
    return found.first() is not None


async def require_on(session: AsyncSession, organisation: Organisation, as_of: date | None) -> None:
    """Raise `organisation_not_on_date` (404) for a day on which it was not in the tree."""
    if as_of is not None and not await exists_on(session, organisation, as_of):
        raise NOT_ON_DATE(name=organisation.name, on=as_of)


async def parents_on(
    session: AsyncSession, ids: Collection[UUID], as_of: date | None
) -> dict[UUID, UUID | None]:
    """Who led each of these organisations on a day; those not in the tree are missing."""
    link = links(as_of)
    query = select(link.c.child_id, link.c.parent_id).where(among(link.c.child_id, ids))
    return {row[0]: row[1] for row in await session.execute(query)}


@dataclass(frozen=True)
class Naming:
    """What an organisation is called on a day."""

    name: str
    short_name: str


async def names_on(
    session: AsyncSession, ids: Collection[UUID], as_of: date | None
) -> dict[UUID, Naming]:
    """The dated names of a day; empty for today, whose names stand in the organisations
    themselves."""
    if is_today(as_of) or not ids:
        return {}
    assert as_of is not None
    query = select(
        col(OrganisationName.organisation_id),
        col(OrganisationName.name),
        col(OrganisationName.short_name),
    ).where(among(col(OrganisationName.organisation_id), ids), valid_on(OrganisationName, as_of))
    return {row[0]: Naming(row[1], row[2]) for row in await session.execute(query)}


async def tree_items(
    session: AsyncSession, actor: Actor, root: Organisation, depth: int, as_of: date | None
) -> list[TreeItemOut]:
    """`root` and `depth` levels below it, pre-order. Raises `tree_too_large` (422).

    Level by level along an index: one recursive statement was measured thirty times as slow,
    because nothing tells the planner how few organisations a level has.
    """
    if not await exists_on(session, root, as_of):
        return []
    above = await parents_on(session, [root.id], as_of)
    placed: dict[UUID, tuple[UUID | None, int]] = {root.id: (above.get(root.id), root.depth)}
    level = [root.id]
    for below_root in range(1, depth + 1):
        pairs = await children_on(session, level, as_of)
        placed |= {child: (parent, root.depth + below_root) for child, parent in pairs}
        if len(placed) > TREE_LIMIT:
            raise TREE_TOO_LARGE(limit=TREE_LIMIT)
        level = [child for child, _ in pairs]
    hidden = Counter(parent for _, parent in await children_on(session, level, as_of))
    counts = Counter(parent for parent, _ in placed.values()) + hidden
    query = select(Organisation).where(
        in_scope(actor, Organisation, READ), among(col(Organisation.id), placed)
    )
    rows = (await session.scalars(query)).all()
    items = [_item(row, *placed[row.id], counts[row.id]) for row in rows]
    return preorder(await _renamed(session, items, as_of), root.id)


async def children_on(
    session: AsyncSession, ids: Collection[UUID], as_of: date | None
) -> Sequence[tuple[UUID, UUID]]:
    """(child, parent) of everything directly below these organisations on a day."""
    if not ids:
        return []
    link = links(as_of)
    query = select(link.c.child_id, link.c.parent_id).where(among(link.c.parent_id, ids))
    return [(row[0], row[1]) for row in await session.execute(query)]


async def items_of(
    session: AsyncSession, actor: Actor, ids: Collection[UUID], as_of: date | None
) -> dict[UUID, TreeItemOut]:
    """Single organisations as items of the tree of a day, as far as they were in it and may be
    seen."""
    link, below_it = links(as_of), links(as_of)
    children = (
        select(func.count())
        .select_from(below_it)
        .where(below_it.c.parent_id == col(Organisation.id))
        .scalar_subquery()
    )
    query = (
        select(Organisation, link.c.parent_id, children)
        .outerjoin(link, link.c.child_id == col(Organisation.id))
        .where(
            in_scope(actor, Organisation, READ),
            among(col(Organisation.id), ids),
            or_(link.c.child_id.is_not(None), col(Organisation.parent_id).is_(None)),
        )
    )
    found = [_item(row, parent, row.depth, n) for row, parent, n in await session.execute(query)]
    return {item.id: item for item in await _renamed(session, found, as_of)}


def _item(row: Organisation, parent_id: UUID | None, depth: int, count: int) -> TreeItemOut:
    return TreeItemOut(
        id=row.id, parent_id=parent_id, depth=depth, kind=row.kind, code=row.code, name=row.name,
        short_name=row.short_name, position=row.position, child_count=count,
    )  # fmt: skip


async def _renamed(
    session: AsyncSession, items: list[TreeItemOut], as_of: date | None
) -> list[TreeItemOut]:
    names = await names_on(session, [item.id for item in items], as_of)
    for item in items:
        then = names.get(item.id)
        if then is not None:
            item.name, item.short_name = then.name, then.short_name
    return items


def preorder(items: Iterable[TreeItemOut], root_id: UUID) -> list[TreeItemOut]:
    """From `root_id` down, siblings by position, then code; what hangs on nothing is left out."""
    by_parent: dict[Any, list[TreeItemOut]] = {}
    first: TreeItemOut | None = None
    for item in items:
        if item.id == root_id:
            first = item
        else:
            by_parent.setdefault(item.parent_id, []).append(item)
    for siblings in by_parent.values():
        siblings.sort(key=lambda item: (item.position, item.code), reverse=True)
    ordered: list[TreeItemOut] = []
    waiting = [first] if first else []
    while waiting:
        item = waiting.pop()
        ordered.append(item)
        waiting.extend(by_parent.get(item.id, []))
    return ordered
