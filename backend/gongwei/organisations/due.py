"""Approved changes take effect on their date, each in a transaction of its own."""

import logging
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, system_actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.errors import Problem
from gongwei.organisations.changes.service import act
from gongwei.organisations.changes.workflow import ChangeAction
from gongwei.organisations.models import ChangeState, OrganisationChange

log = logging.getLogger("gongwei.due")

BATCH = 50
READ = Permission.ORGANISATIONS_READ
APPROVE = Permission.ORGANISATION_CHANGES_APPROVE


async def apply_due_changes(database: Database, _settings: Settings) -> bool:
    """Apply what is due, oldest date first; answers whether there may be more at once.

    A change that cannot be applied keeps its state and the reason in `obstacle`; it is not tried
    again until somebody applies it by hand or returns it.
    """
    async with database.transaction(WHOLE_TREE) as session:
        due = await _due(session)
    for change_id in due:
        await _apply(database, change_id)
    return len(due) == BATCH


async def _due(session: AsyncSession) -> list[UUID]:
    query = (
        select(OrganisationChange.id)
        .where(
            OrganisationChange.state == ChangeState.APPROVED,
            col(OrganisationChange.effective_on) <= clock.today(),
            col(OrganisationChange.obstacle).is_(None),
        )
        .order_by(col(OrganisationChange.effective_on), col(OrganisationChange.id))
        .limit(BATCH)
    )
    return list((await session.exec(query)).all())


async def _apply(database: Database, change_id: UUID) -> None:
    try:
        async with database.transaction(WHOLE_TREE) as session:
            await act(session, await _program(session), change_id, ChangeAction.APPLY)
    except Problem as problem:
        log.warning("change %s cannot be applied: %s", change_id, problem.code)
        await _keep_obstacle(database, change_id, problem)


async def _keep_obstacle(database: Database, change_id: UUID, problem: Problem) -> None:
    async with database.transaction(WHOLE_TREE) as session:
        actor = await _program(session)
        change = await fetch(session, actor, OrganisationChange, change_id, read=READ, need=APPROVE)
        if change.state is not ChangeState.APPROVED:
            return
        change.obstacle = {
            "code": problem.code,
            "zh": [problem.title("zh"), problem.detail("zh")],
            "en": [problem.title("en"), problem.detail("en")],
        }
        record(session, actor, "organisation_change.obstructed", change)


async def _program(session: AsyncSession) -> Actor:
    query = select(Organisation).where(col(Organisation.parent_id).is_(None))
    return system_actor((await session.exec(query.order_by(col(Organisation.path)))).one())
