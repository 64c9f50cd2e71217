"""The roster's one query: who belongs where, now or on a day, within what the caller may see."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    and_,
    func,
    literal,
    select,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from gongwei.access.actor import Actor
from gongwei.access.filters import Reach, within
from gongwei.access.models import Organisation, OrganisationKind, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.members import ages
from gongwei.members.models import Member, Membership, MemberState
from gongwei.members.schemas import RosterQuery

Branch = aliased(Organisation, name="branch")
Group = aliased(Organisation, name="party_group")


class RosterLine(NamedTuple):
    """One row of the roster's query."""

    member: Member
    person: Person
    organisation_id: UUID
    organisation_name: str
    group_id: UUID | None
    group_name: str | None


SORTS: dict[str, Any] = {
    "name": col(Member.name_pinyin),
    "joined_on": func.coalesce(col(Member.joined_on), literal(date.max, Date)),
    "birth_on": func.coalesce(col(Person.birth_on), literal(date.max, Date)),
}
"""Those whose date is unknown stand last."""


def roster(actor: Actor, as_of: date | None) -> Select[Any]:
    """All lines that the caller may see: today's branch, or that of `as_of` by the dated
    membership.

    A member's record goes with the member: a branch that someone has left no longer sees it.
    """
    at: type[Member] | type[Membership] = Member if as_of is None else Membership
    query: Any = select(
        Member,
        Person,
        col(at.organisation_id),
        col(Branch.name),
        col(at.group_id),
        col(Group.name),
    ).join(Person, col(Person.id) == col(Member.person_id))
    if as_of is not None:
        query = query.join(
            Membership, and_(col(Membership.member_id) == col(Member.id), held_on(as_of))
        )
    found: Select[Any] = (
        query.join(Branch, col(Branch.id) == col(at.organisation_id))
        .outerjoin(Group, col(Group.id) == col(at.group_id))
        .where(in_scope(actor, Member, Permission.MEMBERS_READ))
    )
    return found


def held_on(day: date) -> ColumnElement[bool]:
    """Memberships that cover the day."""
    ends = col(Membership.valid_to)
    return (col(Membership.valid_from) <= day) & (ends.is_(None) | (ends > day))


def narrowed(
    query: Select[Any], filters: RosterQuery, place: Organisation | None, today: date
) -> Select[Any]:
    """The roster with the caller's filters; `place` is the organisation that `organisation_id`
    names."""
    if filters.as_of is None:
        query = query.where(col(Member.state) == (filters.state or MemberState.ACTIVE))
    elif filters.state is not None:
        query = query.where(col(Member.state) == filters.state)
    if place is not None:
        query = query.where(_at(place, filters))
    if filters.q:
        typed = filters.q.strip().casefold()
        query = query.where(col(Person.search_text).contains(typed, autoescape=True))
    on = filters.as_of or today
    if filters.age_from is not None or filters.age_to is not None:
        query = query.where(ages.in_band(filters.age_from, filters.age_to, on))
    for column, wanted in (
        (col(Person.sex), filters.sex),
        (col(Person.education), filters.education),
        (col(Person.nationality), filters.nationality),
        (col(Member.service), filters.service),
        (col(Member.standing), filters.standing),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    return query


def _at(place: Organisation, filters: RosterQuery) -> ColumnElement[bool]:
    at: type[Member] | type[Membership] = Member if filters.as_of is None else Membership
    if place.kind is OrganisationKind.GROUP:
        return col(at.group_id) == place.id
    if filters.scope is Reach.SELF:
        return col(at.organisation_id) == place.id
    return col(at.organisation_id).in_(within(place, filters.as_of))
