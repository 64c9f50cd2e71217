"""Organisations that need a secretary and have none, today or on a day."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import is_today, subtree_as_of
from gongwei.access.filters import Reach, matching
from gongwei.access.models import Organisation, OrganisationState
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, below, fetch, in_scope
from gongwei.core import clock
from gongwei.core.pagination import paginate
from gongwei.core.schemas import Page
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.posts import HELD_A_DAY, KINDS_WITH_SECRETARY, in_office_on
from gongwei.secretaries.schemas import VacancyOut, VacancyQuery

READ = Permission.SECRETARIES_READ
KEY: Any = col(Organisation.id)
SORTS: dict[str, Any] = {"tree": col(Organisation.path), "name": col(Organisation.name_pinyin)}


async def list_vacancies(
    session: AsyncSession, actor: Actor, asked: VacancyQuery
) -> Page[VacancyOut]:
    """One page, in the order of the tree. 404 outside the subtree."""
    allow(actor, READ)
    day = asked.as_of or clock.today()
    root = await fetch(
        session, actor, Organisation, asked.organisation_id or actor.organisation_id,
        read=Permission.ORGANISATIONS_READ,
    )  # fmt: skip
    query = _without_secretary(day).where(
        in_scope(actor, Organisation, READ), _below(root, asked.as_of)
    )
    if asked.organisation_id is not None and asked.scope is Reach.SELF:
        query = query.where(col(Organisation.id) == root.id)
    if asked.q:
        query = query.where(matching(asked.q, col(Organisation.search_text)))
    found = await paginate(session, query, asked, sorts=SORTS, default="tree", key=KEY)
    items = [
        VacancyOut(
            organisation_id=place.id, organisation_name=place.name, kind=place.kind, since=since
        )
        for place, since in found.items
    ]
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


def _below(root: Organisation, as_of: date | None) -> ColumnElement[bool]:
    """Today's tree is a range of the paths by which the list is sorted."""
    if is_today(as_of):
        return below(root.path) & (col(Organisation.state) == OrganisationState.ACTIVE)
    return col(Organisation.id).in_(subtree_as_of(root, as_of))


def _without_secretary(day: Any) -> Any:
    """(organisation, day on which the last secretary left)."""
    secretary = (
        col(Appointment.organisation_id) == col(Organisation.id),
        col(Appointment.post) == Post.SECRETARY,
    )
    serving = select(col(Appointment.id)).where(*secretary, in_office_on(day)).exists()
    left = (
        select(func.max(col(Appointment.to_on)))
        .where(*secretary, HELD_A_DAY, col(Appointment.to_on) <= day)
        .scalar_subquery()
    )
    return select(Organisation, left).where(
        col(Organisation.kind).in_(KINDS_WITH_SECRETARY), ~serving
    )
