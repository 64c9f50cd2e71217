"""Asking for a job, following it, and running what waits."""

import asyncio
from collections.abc import AsyncIterator, Collection
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope, refuse_unready
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.errors import NOT_FOUND
from gongwei.integrations.jobs import running
from gongwei.integrations.jobs.models import Job, JobState

UNFINISHED = frozenset({JobState.QUEUED, JobState.RUNNING})

LOOKED_AT_EVERY = 0.25
"""Seconds between two looks at a job that is being followed."""

LONGEST_STREAM = 600
"""Seconds after which a follower has to ask again, so that removed rights do not last."""


async def enqueue(
    session: AsyncSession,
    actor: Actor,
    kind: str,
    payload: dict[str, Any],
    organisation_id: UUID | None = None,
) -> Job:
    """Queue work for the caller at `organisation_id`, or at the caller's own; it starts after the
    commit.
    """
    job = Job(
        organisation_id=organisation_id or actor.organisation_id,
        user_id=actor.user_id,
        assignment_id=actor.assignment_id,
        request_id=actor.request_id,
        kind=kind,
        payload=payload,
        message_zh="排队等候",
        message_en="Waiting",
    )
    session.add(job)
    await session.flush()
    return job


async def read(session: AsyncSession, actor: Actor, job_id: UUID) -> Job:
    """One's own job, or one in the caller's subtree; `not_found` (404) otherwise."""
    refuse_unready(actor)
    known = (col(Job.user_id) == actor.user_id) | in_scope(actor, Job, Permission.IMPORTS_PREPARE)
    job = (await session.exec(select(Job).where(Job.id == job_id, known))).first()
    if job is None:
        raise NOT_FOUND()
    return job


async def unfinished(session: AsyncSession, job_ids: Collection[UUID]) -> set[UUID]:
    """Those of these jobs that still wait or run."""
    if not job_ids:
        return set()
    query = select(Job.id).where(col(Job.id).in_(job_ids), col(Job.state).in_(UNFINISHED))
    return set((await session.exec(query)).all())


async def follow(database: Database, job_id: UUID) -> AsyncIterator[Job | None]:
    """The job each time it has changed, until it ends; None as a sign of life in between.

    Looks in short transactions of its own, so that a follower holds no connection. The caller has
    been shown the job by `read`.
    """
    version, silent = 0, 0.0
    for _ in range(int(LONGEST_STREAM / LOOKED_AT_EVERY)):
        async with database.transaction(WHOLE_TREE) as session:
            job = await session.get(Job, job_id)
        if job is None:
            return
        if job.version != version:
            version, silent = job.version, 0.0
            yield job
        elif silent >= 15:
            silent = 0.0
            yield None
        if job.state not in UNFINISHED:
            return
        silent += LOOKED_AT_EVERY
        await asyncio.sleep(LOOKED_AT_EVERY)


async def run_waiting_jobs(database: Database, settings: Settings) -> bool:
    """Run the oldest waiting job, if any; whether there was one."""
    async with database.transaction(WHOLE_TREE) as session:
        job = await running.take(session)
    if job is None:
        return False
    await running.run(database, settings, job)
    return True
