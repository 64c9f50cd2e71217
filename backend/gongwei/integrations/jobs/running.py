"""Taking a waiting job and bringing it to an end, whatever happens on the way."""

import logging
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, actor_for
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.errors import INTERNAL, NOT_ALLOWED, Problem
from gongwei.integrations.jobs.handlers import HANDLERS, JobRun
from gongwei.integrations.jobs.models import Job, JobState
from gongwei.integrations.jobs.problems import JOB_INTERRUPTED
from gongwei.integrations.jobs.progress import STALE_AFTER, JobLost, Pulse, changing, mine

log = logging.getLogger("gongwei.jobs")

MOST_ATTEMPTS = 3
"""A job that took down its worker so often is given up."""


async def take(session: AsyncSession) -> Job | None:
    """The oldest waiting job, marked as running in this transaction; None when nothing waits.

    A job whose worker died is taken again when its handler may be repeated, else it fails here.
    """
    while True:
        job = await _next(session)
        if job is None:
            return None
        handler = HANDLERS[job.kind]
        again = job.state is JobState.RUNNING
        if again and not (handler.repeatable and job.attempts < MOST_ATTEMPTS):
            await _end(session, job, JobState.FAILED, problem=document(JOB_INTERRUPTED()))
            continue
        now = clock.now()
        await session.execute(
            changing(
                col(Job.id) == job.id,
                state=JobState.RUNNING,
                attempts=job.attempts + 1,
                heartbeat_at=now,
            )
        )
        await session.refresh(job)
        return job


async def _next(session: AsyncSession) -> Job | None:
    waiting = col(Job.state) == JobState.QUEUED
    stale = (col(Job.state) == JobState.RUNNING) & (
        col(Job.heartbeat_at) < clock.now() - STALE_AFTER
    )
    query = (
        select(Job)
        .where(col(Job.kind).in_(sorted(HANDLERS)), waiting | stale)
        .order_by(col(Job.created_at), col(Job.id))
        .limit(1)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).first()


async def run(database: Database, settings: Settings, job: Job) -> None:
    """Do a job that was taken, and write how it ended."""
    pulse = Pulse(database, job)
    try:
        async with pulse:
            await _work(database, settings, job, pulse)
    except JobLost:
        log.warning("job %s was taken by another worker", job.id)
    except Problem as problem:
        await _fail(database, job, problem)
    except (Exception, ExceptionGroup) as error:
        _report(job, error)
        await _fail(database, job, INTERNAL(request_id=job.request_id or str(job.id)))


def _report(job: Job, error: Exception) -> None:
    """A database error names its parameters, which may be personal, so only its class is logged."""
    if isinstance(error, SQLAlchemyError):
        cause = getattr(getattr(error, "orig", None), "__cause__", None)
        log.error("job %s failed: %s %s", job.id, type(error).__name__, type(cause).__name__)
    else:
        log.error("job %s failed", job.id, exc_info=error)


async def _work(database: Database, settings: Settings, job: Job, pulse: Pulse) -> None:
    async with database.transaction(WHOLE_TREE) as session:
        actor = await _actor(session, job, settings.require_otp)
        payload = dict(job.payload)
        result = await HANDLERS[job.kind].run(
            JobRun(job.id, session, actor, settings, pulse, payload)
        )
        await pulse.stop()
        # In the work's own transaction: a job that is not marked as done has done nothing.
        await _end(session, job, JobState.SUCCEEDED, result=result, **pulse.closing())


async def _actor(session: AsyncSession, job: Job, require_otp: bool) -> Actor:
    """Whoever asked for the job, with the rights held now: they may have gone since then."""
    actor = None
    if job.user_id is not None and job.assignment_id is not None:
        actor = await actor_for(
            session, job.user_id, job.assignment_id, job.request_id, require_otp
        )
    if actor is None:
        raise NOT_ALLOWED()
    return actor


async def _fail(database: Database, job: Job, problem: Problem) -> None:
    async with database.transaction(WHOLE_TREE) as session:
        try:
            await _end(session, job, JobState.FAILED, problem=document(problem))
        except JobLost:
            log.warning("job %s was taken by another worker", job.id)


async def _end(session: AsyncSession, job: Job, state: JobState, **values: Any) -> None:
    ended = await session.execute(
        changing(mine(job.id, job.attempts), state=state, finished_at=clock.now(), **values)
    )
    if ended.rowcount == 0:  # type: ignore[attr-defined]
        raise JobLost


def document(problem: Problem) -> dict[str, Any]:
    """A problem in both languages, as it is kept with the job."""
    return {
        "code": problem.code,
        "status": problem.type.status,
        "title": {language: problem.title(language) for language in ("zh", "en")},
        "detail": {language: problem.detail(language) for language in ("zh", "en")},
        "errors": [
            {"pointer": fault.pointer, "code": fault.code, "zh": fault.zh, "en": fault.en}
            for fault in problem.errors
        ],
        "members": problem.members,
    }
