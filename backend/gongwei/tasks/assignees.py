"""Who can be made responsible for a task: whoever holds a role that works on tasks, at the
organisation or above it.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, literal, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching
from gongwei.access.models import AssignmentState, Organisation, RoleAssignment, User, UserState
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission
from gongwei.access.scope import below, in_scope, require
from gongwei.tasks.schemas import AssigneeOut

SHOWN = 20
"""Typing narrows the choice; nobody reads further."""

WORKING = [role for role, granted in ROLE_PERMISSIONS.items() if Permission.TASKS_WORK in granted]


def working_for(actor: Actor, organisation: Organisation) -> Select[Any]:
    """(account, role, organisation of the role) of those who can work on its tasks, as far as the
    caller's subtree reaches.
    """
    query: Any = select(User, RoleAssignment, Organisation)
    found: Select[Any] = (
        query.join(RoleAssignment, col(RoleAssignment.user_id) == col(User.id))
        .join(Organisation, col(Organisation.id) == col(RoleAssignment.organisation_id))
        .where(
            in_scope(actor, User, Permission.TASKS_WRITE),
            below(actor.path),
            User.state == UserState.ACTIVE,
            RoleAssignment.state == AssignmentState.ACTIVE,
            col(RoleAssignment.role).in_(WORKING),
            literal(organisation.path).startswith(col(Organisation.path)),
        )
    )
    return found


async def list_assignees(
    session: AsyncSession, actor: Actor, organisation_id: UUID, typed: str | None
) -> list[AssigneeOut]:
    """The nearest first, 20 at most; `typed` is looked for in names and user names. 404 outside the
    subtree.
    """
    organisation = await require(session, actor, Permission.TASKS_WRITE, organisation_id)
    query = working_for(actor, organisation).order_by(
        col(Organisation.depth).desc(), col(User.display_name), col(User.id)
    )
    if typed and typed.strip():
        query = query.where(matching(typed, col(User.display_name), col(User.username)))
    rows = (await session.execute(query.limit(SHOWN))).all()
    return [
        AssigneeOut(
            user_id=user.id,
            display_name=user.display_name,
            role=assignment.role,
            organisation_id=place.id,
            organisation_name=place.name,
        )
        for user, assignment, place in rows
    ]


async def worker_for(
    session: AsyncSession, actor: Actor, organisation: Organisation, person_id: UUID | None
) -> UUID | None:
    """The account of a person who works on the organisation's tasks; None where there is none."""
    if person_id is None:
        return None
    query = working_for(actor, organisation).where(col(User.person_id) == person_id)
    row = (await session.execute(query.limit(1))).first()
    return row[0].id if row is not None else None
