"""Granting and ending roles, within the granter's own subtree and never for oneself."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation, OrganisationState, RoleAssignment, User
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import ROLE_WORDS, SEPARATED_ROLES, Permission, Role
from gongwei.access.scope import fetch, in_scope, require
from gongwei.accounts.role_assignments import problems
from gongwei.accounts.role_assignments.schemas import (
    AssignmentIn,
    AssignmentOut,
    AssignmentsQuery,
)
from gongwei.accounts.role_assignments.workflow import ROLE_ASSIGNMENT, AssignmentAction
from gongwei.accounts.sign_in.sessions import held_by
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import paginate
from gongwei.core.schemas import Page

READ, WRITE = Permission.ROLE_ASSIGNMENTS_READ, Permission.ROLE_ASSIGNMENTS_WRITE

SORTS: dict[str, Any] = {"created_at": col(RoleAssignment.created_at)}
KEY: Any = col(RoleAssignment.id)


def _lines(actor: Actor) -> Any:
    # The account may belong to an organisation that row-level security hides: an outer join.
    return (
        select(RoleAssignment, Organisation.name, User.username, User.display_name)
        .join(Organisation, col(Organisation.id) == col(RoleAssignment.organisation_id))
        .outerjoin(User, col(User.id) == col(RoleAssignment.user_id))
        .where(in_scope(actor, RoleAssignment, READ))
    )


async def list_assignments(
    session: AsyncSession, actor: Actor, asked: AssignmentsQuery
) -> Page[AssignmentOut]:
    """The roles held in the caller's subtree, newest first."""
    query = _lines(actor).where(
        await owned_within(session, actor, col(RoleAssignment.organisation_id), asked)
    )
    for column, wanted in (
        (col(RoleAssignment.user_id), asked.user_id),
        (col(RoleAssignment.role), asked.role),
        (col(RoleAssignment.state), asked.state),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.q:
        query = query.where(matching(asked.q, col(User.username), col(User.display_name)))
    rows = await paginate(session, query, asked, sorts=SORTS, default="-created_at", key=KEY)
    items = [_out(actor, *row) for row in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read_assignment(
    session: AsyncSession, actor: Actor, assignment_id: UUID
) -> AssignmentOut:
    """One assignment; 404 outside the subtree."""
    assignment = await fetch(session, actor, RoleAssignment, assignment_id, read=READ)
    return await _shown(session, actor, assignment)


async def _shown(session: AsyncSession, actor: Actor, assignment: RoleAssignment) -> AssignmentOut:
    await session.flush()
    row = (await session.execute(_lines(actor).where(RoleAssignment.id == assignment.id))).first()
    if row is None:
        raise NOT_FOUND()
    return _out(actor, *row)


def _out(
    actor: Actor,
    assignment: RoleAssignment,
    organisation_name: str,
    username: str | None,
    display_name: str | None,
) -> AssignmentOut:
    return AssignmentOut(
        **assignment.model_dump(include=set(AssignmentOut.model_fields)),
        allowed_actions=_allowed(actor, assignment),
        organisation_name=organisation_name,
        username=username,
        display_name=display_name,
        granted_at=assignment.created_at,
    )


def _allowed(actor: Actor, assignment: RoleAssignment) -> list[str]:
    if assignment.user_id == actor.user_id:
        return []
    return ROLE_ASSIGNMENT.allowed(assignment.state, actor.permissions)


async def grant(session: AsyncSession, actor: Actor, wanted: AssignmentIn) -> AssignmentOut:
    """Grant a role. The account is locked meanwhile, so that two grants see each other.

    Raises `own_role` (403) and, with 409, `separated_roles`, `already_granted` and
    `role_at_dissolved`.
    """
    await require(session, actor, WRITE, wanted.organisation_id)
    user = await fetch(session, actor, User, wanted.user_id, read=Permission.USERS_READ, need=WRITE)
    if user.id == actor.user_id:
        raise problems.OWN_ROLE()
    assignment = await add_role(session, actor, user, wanted.role, wanted.organisation_id)
    return await _shown(session, actor, assignment)


async def add_role(
    session: AsyncSession, actor: Actor, user: User, role: Role, organisation_id: UUID
) -> RoleAssignment:
    """The grant itself, judged against all roles of the account wherever they are held."""
    organisation = await require(session, actor, WRITE, organisation_id)
    if organisation.state is not OrganisationState.ACTIVE:
        raise problems.DISSOLVED_PLACE()
    async with whole_tree(session, actor):
        held = {(a.role, a.organisation_id) for a, _ in await held_by(session, user.id)}
    if (role, organisation_id) in held:
        raise problems.ALREADY_GRANTED()
    others = {held_role for held_role, _ in held} & (SEPARATED_ROLES - {role})
    if role in SEPARATED_ROLES and others:
        zh, en = zip(*(ROLE_WORDS[other] for other in sorted(others)), strict=True)
        raise problems.SEPARATED_ROLES(held=("、".join(zh), " and ".join(en)))
    assignment = RoleAssignment(user_id=user.id, role=role, organisation_id=organisation_id)
    session.add(assignment)
    await session.flush()
    record(session, actor, "role_assignment.create", assignment, label=user.display_name)
    return assignment


async def act(
    session: AsyncSession,
    actor: Actor,
    assignment_id: UUID,
    action: AssignmentAction,
    reason: str | None,
) -> AssignmentOut:
    """End a role at once, for tokens that were issued before too."""
    need = Permission(ROLE_ASSIGNMENT[action].permission)
    assignment = await fetch(session, actor, RoleAssignment, assignment_id, read=READ, need=need)
    if assignment.user_id == actor.user_id:
        raise problems.OWN_ROLE()
    ROLE_ASSIGNMENT.apply(assignment, action, _allowed(actor, assignment), reason)
    assignment.ended_at = clock.now()
    shown = await _shown(session, actor, assignment)
    whose = shown.display_name
    record(session, actor, f"role_assignment.{action}", assignment, label=whose, reason=reason)
    return shown
