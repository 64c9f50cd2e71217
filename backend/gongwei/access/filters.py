"""The filter that every list shares: `organisation_id` with `scope=self|subtree`."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select, true
from sqlalchemy.orm import Mapped
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import subtree_as_of
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
    as_of: date | None = None,
) -> ColumnElement[bool]:
    """Narrow `owner`, a column of organisation ids, to what was chosen, in the tree of a day. 404
    outside the subtree.
    """
    if chosen.organisation_id is None:
        return true()
    organisation = await fetch(
        session, actor, Organisation, chosen.organisation_id, read=Permission.ORGANISATIONS_READ
    )
    if chosen.scope is Reach.SELF:
        return owner == organisation.id
    return owner.in_(within(organisation, as_of))


def within(organisation: Organisation, as_of: date | None = None) -> Select[UUID]:
    """Ids of everything at or below an organisation: whatever stands or stood there, or with
    `as_of` what was in its tree on that day.
    """
    if as_of is None:
        return select(col(Organisation.id)).where(below(organisation.path))
    return subtree_as_of(organisation, as_of)


def matching(typed: str, *columns: Mapped[Any]) -> ColumnElement[bool]:
    """Rows in which one of the columns holds what was typed, in capitals or not."""
    return or_(*(column.icontains(typed.strip(), autoescape=True) for column in columns))
