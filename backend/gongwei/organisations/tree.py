"""The tree of a day: what stands below, as ids for other queries and as items for answers."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among, is_today, links
from gongwei.access.models import Organisation
from gongwei.access.scope import in_scope
from gongwei.organisations.dated import (
    READ,
    children_on,
    depths_on,
    exists_on,
    names_on,
    parents_on,
)
from gongwei.organisations.problems import TREE_TOO_LARGE
from gongwei.organisations.schemas import TreeItemOut

TREE_LIMIT = 20_000
"""Organisations in one answer of the tree."""
SHOWN: tuple[Any, ...] = (
    col(Organisation.id), col(Organisation.kind), col(Organisation.code), col(Organisation.name),
    col(Organisation.short_name), col(Organisation.position),
)  # fmt: skip
"""What an item of the tree takes from its organisation."""


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
    top = root.depth
    if not is_today(as_of):
        top = (await depths_on(session, actor, [root.id], as_of))[root.id]
    placed: dict[UUID, tuple[UUID | None, int]] = {root.id: (above.get(root.id), top)}
    level = [root.id]
    for below_root in range(1, depth + 1):
        pairs = await children_on(session, level, as_of)
        placed |= {child: (parent, top + below_root) for child, parent in pairs}
        if len(placed) > TREE_LIMIT:
            raise TREE_TOO_LARGE(limit=TREE_LIMIT)
        level = [child for child, _ in pairs]
    hidden = Counter(parent for _, parent in await children_on(session, level, as_of))
    counts = Counter(parent for parent, _ in placed.values()) + hidden
    query = select(*SHOWN).where(
        in_scope(actor, Organisation, READ), among(col(Organisation.id), placed)
    )
    items = [_item(row, *placed[row.id], counts[row.id]) for row in await session.execute(query)]
    return preorder(await _renamed(session, items, as_of), root.id)


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
        select(*SHOWN, col(Organisation.depth), link.c.parent_id, children.label("child_count"))
        .outerjoin(link, link.c.child_id == col(Organisation.id))
        .where(
            in_scope(actor, Organisation, READ),
            among(col(Organisation.id), ids),
            or_(link.c.child_id.is_not(None), col(Organisation.parent_id).is_(None)),
        )
    )
    rows = (await session.execute(query)).all()
    then: dict[UUID, int] = {}
    if not is_today(as_of):
        then = await depths_on(session, actor, [row.id for row in rows], as_of)
    found = [
        _item(row, row.parent_id, then.get(row.id, row.depth), row.child_count) for row in rows
    ]
    return {item.id: item for item in await _renamed(session, found, as_of)}


def _item(row: Row[Any], parent_id: UUID | None, depth: int, count: int) -> TreeItemOut:
    return TreeItemOut(
        id=row.id,
        parent_id=parent_id,
        depth=depth,
        kind=row.kind,
        code=row.code,
        name=row.name,
        short_name=row.short_name,
        position=row.position,
        child_count=count,
    )


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
