"""Finding organisations by name, short name, code, pinyin or initials."""

from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import is_today, links, valid_on
from gongwei.access.edges import OrganisationName
from gongwei.access.models import Organisation
from gongwei.access.scope import below, in_scope
from gongwei.organisations.dated import READ, climb, exists_on
from gongwei.organisations.naming import fold
from gongwei.organisations.schemas import TreeItemOut
from gongwei.organisations.tree import items_of, preorder

MATCHES = 200
"""Organisations that a search in the tree shows at most."""


def matches(typed: str, as_of: date | None) -> ColumnElement[bool]:
    """Organisations that contain what was typed; on another day also by the name that they had
    then."""
    wanted = fold(typed)
    found = col(Organisation.search_text).contains(wanted, autoescape=True)
    if is_today(as_of):
        return found
    assert as_of is not None
    called = select(col(OrganisationName.organisation_id)).where(
        valid_on(OrganisationName, as_of),
        col(OrganisationName.name).contains(wanted, autoescape=True),
    )
    return or_(found, col(Organisation.id).in_(called))


async def matching_tree(
    session: AsyncSession, actor: Actor, root: Organisation, typed: str, as_of: date | None
) -> list[TreeItemOut]:
    """The matches below `root`, marked, with everything between them and it; pre-order."""
    if not await exists_on(session, root, as_of):
        return []
    link = links(as_of)
    query = (
        select(col(Organisation.id))
        .outerjoin(link, link.c.child_id == col(Organisation.id))
        .where(in_scope(actor, Organisation, READ), matches(typed, as_of))
        .where(or_(link.c.child_id.is_not(None), col(Organisation.id) == root.id))
        .order_by(col(Organisation.path))
        .limit(MATCHES)
    )
    if is_today(as_of):
        query = query.where(below(root.path))
    found = set((await session.scalars(query)).all())
    above = climb(found, as_of)
    ids = set((await session.scalars(select(above.c.id))).all()) | found | {root.id}
    items = await items_of(session, actor, ids, as_of)
    for item in items.values():
        item.matched = item.id in found
    return preorder(items.values(), root.id)
