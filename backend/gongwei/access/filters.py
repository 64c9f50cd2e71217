"""The filter that every list shares: `organisation_id` with `scope=self|subtree`."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Mapped
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import below, fetch
from gongwei.core.pagination import PageParams
from gongwei.core.schemas import Query


class Reach(StrEnum):
    """Whether a list shows an organisation's own records or those of everything below it too."""

    SELF = "self"
    SUBTREE = "subtree"


class OwnedQuery(PageParams):
    """`organisation_id` with `scope`, and `q`, what is typed into the search; with the page."""

    organisation_id: UUID | None = None
    scope: Reach = Reach.SELF
    q: Query | None = None


async def owned_within(
    session: AsyncSession,
    actor: Actor,
    owner: Mapped[UUID] | Mapped[UUID | None],
    chosen: OwnedQuery,
) -> ColumnElement[bool]:
    """Narrow `owner`, a column of organisation ids, to what was chosen. 404 outside the subtree."""
    if chosen.organisation_id is None:
        return true()
    organisation = await fetch(
        session, actor, Organisation, chosen.organisation_id, read=Permission.ORGANISATIONS_READ
    )
    if chosen.scope is Reach.SELF:
        return owner == organisation.id
    return owner.in_(select(col(Organisation.id)).where(below(organisation.path)))
