"""Organisations as answers show them: names and parents of the day, and the names above them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import is_today
from gongwei.access.models import SEGMENT, Organisation, OrganisationState
from gongwei.access.scope import in_scope, visible
from gongwei.organisations.dated import (
    READ,
    Naming,
    children_on,
    climb,
    depths_on,
    names_on,
    parents_on,
)
from gongwei.organisations.schemas import OrganisationOut, TreeItemOut
from gongwei.organisations.tree import items_of


async def present(
    session: AsyncSession, actor: Actor, rows: Sequence[Organisation], as_of: date | None
) -> list[OrganisationOut]:
    """These organisations as of a day, in the order given."""
    leading = {parent for _, parent in await children_on(session, [r.id for r in rows], as_of)}
    shown = {} if is_today(as_of) else await _then(session, actor, rows, as_of)
    as_now = [row for row in rows if row.id not in shown]
    for one, names in (await _above_today(session, actor, as_now)).items():
        shown[one] = {"ancestor_names": names}
    return [
        OrganisationOut.model_validate(
            {**_columns(row), "has_children": row.id in leading, **shown[row.id]}
        )
        for row in rows
    ]


async def _then(
    session: AsyncSession, actor: Actor, rows: Sequence[Organisation], as_of: date | None
) -> dict[UUID, dict[str, object]]:
    """What was another on another day, of those that were in the tree of that day."""
    ids = [row.id for row in rows]
    names = await names_on(session, ids, as_of)
    parents = await parents_on(session, ids, as_of)
    depths = await depths_on(session, actor, ids, as_of)
    higher = await _above_then(session, actor, ids, as_of)
    then: dict[UUID, dict[str, object]] = {}
    for row in rows:
        if row.id not in parents and row.parent_id is not None:
            continue
        called = names.get(row.id, Naming(row.name, row.short_name))
        then[row.id] = {
            "name": called.name,
            "short_name": called.short_name,
            "state": OrganisationState.ACTIVE,
            "status": OrganisationState.ACTIVE,
            "parent_id": parents.get(row.id),
            "depth": depths[row.id],
            "ancestor_names": _chain(higher, parents.get(row.id)),
        }
    return then


async def _above_today(
    session: AsyncSession, actor: Actor, rows: Sequence[Organisation]
) -> dict[UUID, list[str]]:
    """The names above each, from the top down: the steps of a path are the paths of what stands
    above."""
    steps = {
        row.id: [row.path[:end] for end in range(SEGMENT, len(row.path), SEGMENT)] for row in rows
    }
    wanted = sorted({path for paths in steps.values() for path in paths})
    query = select(col(Organisation.path), col(Organisation.name)).where(
        in_scope(actor, Organisation, READ), col(Organisation.path).in_(wanted)
    )
    names = {row[0]: row[1] for row in await session.execute(query)}
    return {one: [names[path] for path in paths if path in names] for one, paths in steps.items()}


async def _above_then(
    session: AsyncSession, actor: Actor, ids: Sequence[UUID], as_of: date | None
) -> dict[UUID, TreeItemOut]:
    above = climb(ids, as_of)
    upward = {one for one in (await session.scalars(select(above.c.parent_id))).all() if one}
    return await items_of(session, actor, upward, as_of)


def _chain(items: dict[UUID, TreeItemOut], at: UUID | None) -> list[str]:
    names: list[str] = []
    while at is not None and at in items:
        names.append(items[at].name)
        at = items[at].parent_id
    return names[::-1]


async def present_one(
    session: AsyncSession, actor: Actor, row: Organisation, as_of: date | None = None
) -> OrganisationOut:
    """One organisation as of a day."""
    return (await present(session, actor, [row], as_of))[0]


def _columns(row: Organisation) -> dict[str, object]:
    return {
        **row.model_dump(exclude={"name_pinyin", "search_text", "path"}),
        "status": row.state,
        "allowed_actions": [],
    }


async def names_of(session: AsyncSession, actor: Actor, ids: set[UUID]) -> dict[UUID, str]:
    """Present names, as far as the caller may see the organisations, dissolved ones included."""
    query = visible(actor, Organisation, READ).where(col(Organisation.id).in_(ids))
    return {row.id: row.name for row in (await session.exec(query)).all()}
