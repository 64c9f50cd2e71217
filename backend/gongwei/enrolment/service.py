"""Who on the rosters lacks an account, a first sign-in, or a role that follows from the roster.

A member is due the role of a member in the branch, a secretary in office that of the secretary
where the office is held. Accounts and roles themselves are given one by one, by two administrators
(`accounts`), so that neither can let somebody in alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, and_, exists, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import (
    AssignmentState,
    Organisation,
    Person,
    RoleAssignment,
    User,
    UserState,
)
from gongwei.access.narrowing import whole_tree
from gongwei.access.people import among
from gongwei.access.permissions import Permission, Role
from gongwei.access.scope import in_scope
from gongwei.core import clock
from gongwei.core.pagination import paginate
from gongwei.core.schemas import Page
from gongwei.enrolment.schemas import EnrolmentOut, EnrolmentsQuery, Lacking, RoleDueOut
from gongwei.members.models import Member, MemberState
from gongwei.secretaries.models import Appointment, Post

SORTS: dict[str, Any] = {"name": col(Person.name_pinyin)}
KEY: Any = col(Person.id)

IS_MEMBER = and_(col(Member.person_id) == col(Person.id), col(Member.state) == MemberState.ACTIVE)
IS_USABLE = and_(col(User.id).is_not(None), col(User.state) == UserState.ACTIVE)


@dataclass(frozen=True)
class _Office:
    """Where somebody is secretary today."""

    person_id: UUID
    organisation_id: UUID
    organisation_name: str


async def list_enrolments(
    session: AsyncSession, actor: Actor, asked: EnrolmentsQuery
) -> Page[EnrolmentOut]:
    """The people on the rosters of the caller's subtree, by name."""
    is_secretary = _is_secretary(actor)
    query: Any = (
        select(Person, User, col(Member.organisation_id))
        .outerjoin(Member, IS_MEMBER)
        .outerjoin(User, col(User.person_id) == col(Person.id))
        .where(
            in_scope(actor, Person, Permission.USERS_READ),
            await owned_within(session, actor, col(Person.organisation_id), asked),
            is_secretary if asked.secretaries else or_(col(Member.id).is_not(None), is_secretary),
        )
    )  # fmt: skip
    if asked.lacking is not None:
        query = query.where(_lacks(actor, asked.lacking))
    if asked.q:
        query = query.where(matching(asked.q, col(Person.search_text)))
    async with whole_tree(session, actor):
        rows = await paginate(session, query, asked, sorts=SORTS, default="name", key=KEY)
        items = await _shown(session, actor, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


def _in_office(actor: Actor) -> ColumnElement[bool]:
    today = clock.today()
    to_on = col(Appointment.to_on)
    return and_(
        in_scope(actor, Appointment, Permission.USERS_READ),
        col(Appointment.post) == Post.SECRETARY,
        col(Appointment.from_on) <= today,
        or_(to_on.is_(None), to_on > today),
    )


def _is_secretary(actor: Actor, *where: ColumnElement[bool]) -> ColumnElement[bool]:
    mine = col(Appointment.person_id) == col(Person.id)
    return exists().where(mine, _in_office(actor), *where).correlate_except(Appointment)


def _lacks(actor: Actor, what: Lacking) -> ColumnElement[bool]:
    if what is Lacking.ACCOUNT:
        return col(User.id).is_(None)
    if what is Lacking.SIGN_IN:
        return and_(IS_USABLE, col(User.last_sign_in_at).is_(None))
    as_member = and_(col(Member.id).is_not(None), ~_holds(Role.MEMBER, col(Member.organisation_id)))
    as_secretary = _is_secretary(actor, ~_holds(Role.SECRETARY, col(Appointment.organisation_id)))
    return and_(IS_USABLE, or_(as_member, as_secretary))


def _holds(role: Role, where: Any) -> ColumnElement[bool]:
    held = exists().where(
        col(RoleAssignment.user_id) == col(User.id),
        col(RoleAssignment.role) == role,
        col(RoleAssignment.organisation_id) == where,
        col(RoleAssignment.state) == AssignmentState.ACTIVE,
    )
    return held.correlate_except(RoleAssignment)


async def _shown(session: AsyncSession, actor: Actor, rows: Sequence[Any]) -> list[EnrolmentOut]:
    offices = await _offices(session, actor, [person.id for person, *_ in rows])
    branches = await _names(session, [branch for *_, branch in rows if branch is not None])
    held = await _held(session, [user.id for _, user, _ in rows if user is not None])
    found = []
    for person, user, branch in rows:
        led = [one for one in offices if one.person_id == person.id]
        due = [(Role.SECRETARY, one.organisation_id, one.organisation_name) for one in led]
        if branch is not None:
            due.insert(0, (Role.MEMBER, branch, branches[branch]))
        is_usable = user is not None and user.state is UserState.ACTIVE
        found.append(
            EnrolmentOut(
                person_id=person.id,
                name=person.name,
                organisation_id=due[0][1],
                organisation_name=due[0][2],
                is_secretary=bool(led),
                user_id=user and user.id,
                username=user and user.username,
                last_sign_in_at=user and user.last_sign_in_at,
                roles_due=[
                    RoleDueOut(role=role, organisation_id=place, organisation_name=name)
                    for role, place, name in due
                    if is_usable and (user.id, role, place) not in held
                ],
            )
        )
    return found


async def _offices(
    session: AsyncSession, actor: Actor, person_ids: Sequence[UUID]
) -> list[_Office]:
    query = (
        select(col(Appointment.person_id), col(Appointment.organisation_id), col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Appointment.organisation_id))
        .where(_in_office(actor), among(col(Appointment.person_id), person_ids, Uuid()))
        .order_by(col(Appointment.from_on), col(Appointment.id))
    )
    return [_Office(*row) for row in (await session.execute(query)).all()]


async def _names(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, str]:
    query = select(col(Organisation.id), col(Organisation.name)).where(
        among(col(Organisation.id), ids, Uuid())
    )
    return {row.id: row.name for row in (await session.execute(query)).all()}


async def _held(session: AsyncSession, user_ids: Sequence[UUID]) -> set[tuple[UUID, Role, UUID]]:
    query = select(
        col(RoleAssignment.user_id), col(RoleAssignment.role), col(RoleAssignment.organisation_id)
    ).where(
        col(RoleAssignment.state) == AssignmentState.ACTIVE,
        among(col(RoleAssignment.user_id), user_ids, Uuid()),
    )
    return {(row[0], row[1], row[2]) for row in (await session.execute(query)).all()}
