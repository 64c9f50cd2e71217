"""Setting up an empty installation, and importing from the command line in somebody's name."""

import asyncio
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, actor_for, system_actor
from gongwei.access.models import AssignmentState, Organisation, RoleAssignment, User
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.access.scope import refuse_unready
from gongwei.accounts.users.service import create_account
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.errors import ProblemType
from gongwei.integrations.imports import service as imports
from gongwei.integrations.imports.models import Import, ImportKind
from gongwei.integrations.imports.workflow import ImportAction
from gongwei.integrations.jobs.models import Job, JobState
from gongwei.integrations.jobs.service import run_waiting_jobs
from gongwei.organisations.service import found_root

NOT_EMPTY = ProblemType(
    "not_empty",
    409,
    "已有数据",
    "Not empty",
    "这里已经有组织，初始设置只用于空的系统。",
    "There are organisations already; the first set-up is for an empty installation.",
)

NOBODY_TO_ACT = ProblemType(
    "nobody_to_act",
    404,
    "没有可用的账号",
    "No such account",
    "账号“{username}”不存在，或它的角色不能这样做。请用 --user 指定另一个账号。",
    "There is no account “{username}” with a role that may do this. Name another with --user.",
)

FIRST_ACCOUNTS = (
    ("system_admin", "系统管理员", Role.SYSTEM_ADMIN),
    ("security_admin", "安全管理员", Role.SECURITY_ADMIN),
    ("auditor", "审计员", Role.AUDITOR),
    ("officer", "工委干部", Role.COMMITTEE_OFFICER),
)
"""One account a duty: nobody holds two of the first three."""

KNOWN_SINCE = date(1949, 10, 1)
"""The first day that the tree knows; workbooks give earlier foundings as such, without edges."""


async def create_administrators(
    database: Database, settings: Settings, organisation: str, password: str
) -> Sequence[str]:
    """Found the working committee and its first accounts; answers their usernames.

    Raises `not_empty` (409) where there is an organisation, and 422 for a weak password.
    """
    async with database.transaction(WHOLE_TREE) as session:
        if (await session.exec(select(Organisation.id).limit(1))).first() is not None:
            raise NOT_EMPTY()
        root = await found_root(session, organisation, on=KNOWN_SINCE)
        for username, display_name, role in FIRST_ACCOUNTS:
            await create_account(
                session,
                system_actor(root),
                username=username,
                display_name=display_name,
                organisation_id=root.id,
                password=password,
                roles=(role,),
                profile=settings.password_profile,
            )
    return [username for username, _, _ in FIRST_ACCOUNTS]


async def actor_named(
    session: AsyncSession, settings: Settings, username: str, needed: Permission
) -> Actor:
    """The actor of an account in the first of its roles that holds `needed`.

    Raises `nobody_to_act` (404), and 403 for an account whose owner could not have done it in the
    pages either: the first password not changed, the second factor missing.
    """
    found = await session.execute(
        select(User.id, RoleAssignment.id)
        .join(RoleAssignment, col(RoleAssignment.user_id) == User.id)
        .where(User.username == username, RoleAssignment.state == AssignmentState.ACTIVE)
        .order_by(col(RoleAssignment.created_at))
    )
    for user_id, assignment_id in found.all():
        actor = await actor_for(
            session, user_id, assignment_id, "command-line", settings.require_otp
        )
        if actor is not None and actor.role and needed in ROLE_PERMISSIONS[actor.role]:
            refuse_unready(actor)
            return actor
    raise NOBODY_TO_ACT(username=username)


async def import_file(
    database: Database, settings: Settings, kind: ImportKind, file: Path, username: str
) -> dict[str, Any]:
    """Check a workbook and commit it when it has no fault; answers its counts and the faults'
    number.
    """
    async with database.transaction(WHOLE_TREE) as session:
        actor = await actor_named(session, settings, username, Permission.IMPORTS_COMMIT)
        imported = await imports.create(
            session,
            actor,
            settings.data_dir,
            kind,
            actor.organisation_id,
            file.name,
            await asyncio.to_thread(file.read_bytes),
        )
    found = await _carry_out(database, settings, username, imported.id, ImportAction.CHECK)
    if found.faults_total == 0:
        found = await _carry_out(database, settings, username, imported.id, ImportAction.COMMIT)
    return {
        "state": found.state.value,
        "rows": found.rows_total,
        "new": found.rows_new,
        "changed": found.rows_changed,
        "same": found.rows_same,
        "faults": found.faults_total,
    }


async def _carry_out(
    database: Database, settings: Settings, username: str, import_id: UUID, action: ImportAction
) -> Import:
    async with database.transaction(WHOLE_TREE) as session:
        actor = await actor_named(session, settings, username, Permission.IMPORTS_COMMIT)
        queued = await imports.act(session, actor, import_id, action)
    job_id = queued.job_id
    while True:
        await run_waiting_jobs(database, settings)
        async with database.transaction(WHOLE_TREE) as session:
            job = (await session.exec(select(Job).where(Job.id == job_id))).one()
            if job.state not in (JobState.QUEUED, JobState.RUNNING):
                return (await session.exec(select(Import).where(Import.id == import_id))).one()
