"""Organisations as answers show them: names and parents of the day, and the names above them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.scope import visible
from gongwei.organisations.schemas import OrganisationOut
from gongwei.organisations.tree import (
    READ,
    climb,
    is_today,
    items_of,
    links,
    names_on,
    parents_on,
)


async def present(
    session: AsyncSession, actor: Actor, rows: Sequence[Organisation], as_of: date | None
) -> list[OrganisationOut]:
    """These organisations as of a day, in the order given."""
    ids = [row.id for row in rows]
    above = climb(ids, as_of)
    upward = set((await session.scalars(select(above.c.parent_id))).all()) - {None}
    items = await items_of(session, actor, upward, as_of)
    parents = await parents_on(session, ids, as_of)
    names = await names_on(session, ids, as_of)
    link = links(as_of)
    query = select(link.c.parent_id).where(link.c.parent_id.in_(ids)).distinct()
    leading = set((await session.scalars(query)).all())
    answers = []
    for row in rows:
        answer = OrganisationOut.model_validate(_columns(row))
        then = names.get(row.id)
        if then is not None:
            answer.name, answer.short_name = then.name, then.short_name
        if not is_today(as_of) or row.id in parents:
            answer.parent_id = parents.get(row.id)
        answer.has_children = row.id in leading
        at = answer.parent_id
        while at is not None and at in items:
            answer.ancestor_names.insert(0, items[at].name)
            at = items[at].parent_id
        answers.append(answer)
    return answers


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
        "has_children": False,
        "ancestor_names": [],
    }


async def names_of(session: AsyncSession, actor: Actor, ids: set[UUID]) -> dict[UUID, str]:
    """Present names, as far as the caller may see the organisations, dissolved ones included."""
    query = visible(actor, Organisation, READ).where(col(Organisation.id).in_(ids))
    return {row.id: row.name for row in (await session.exec(query)).all()}
