"""How far a running job is, written beside its transaction so that others see it at once."""

import asyncio
import logging
from contextlib import suppress
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Update, update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.integrations.jobs.models import Job, JobState

log = logging.getLogger("gongwei.jobs")

NOTHING_SAID: dict[str, Any] = {"done": 0, "total": 0, "message_zh": "已完成", "message_en": "Done"}
WRITTEN_EVERY = 0.2
"""Seconds between two writings of progress."""

HEARTBEAT_EVERY = timedelta(seconds=3)
STALE_AFTER = timedelta(seconds=20)
"""A running job without a heartbeat for so long has lost its worker."""


class JobLost(Exception):
    """Another worker has taken the job, so this run must not finish it."""


def mine(job_id: UUID, attempt: int) -> ColumnElement[bool]:
    """The job as long as it is this run's: each taking counts up `attempts`."""
    return (
        (col(Job.id) == job_id)
        & (col(Job.attempts) == attempt)
        & (col(Job.state) == JobState.RUNNING)
    )


def changing(condition: ColumnElement[bool], **values: Any) -> Update:
    """An UPDATE of jobs that moves the version as the session's flush would."""
    return (
        update(Job)
        .where(condition)
        .values(version=col(Job.version) + 1, updated_at=clock.now(), **values)
        .execution_options(synchronize_session=False)
    )


class Pulse:
    """`async with` it around the work; call it to report. It writes what was last reported, and a
    heartbeat.
    """

    def __init__(self, database: Database, job: Job) -> None:
        self._database = database
        self._mine = mine(job.id, job.attempts)
        self._reported: dict[str, Any] = {}
        self._written: dict[str, Any] = {}
        self._beat_at = clock.now()
        self._lost = False
        self._task: asyncio.Task[None] | None = None

    async def __call__(self, done: int, total: int, zh: str, en: str) -> None:
        """Report progress. Raises JobLost."""
        if self._lost:
            raise JobLost
        self._reported = {"done": done, "total": total, "message_zh": zh, "message_en": en}
        await asyncio.sleep(0)

    def closing(self) -> dict[str, Any]:
        """What a job that is done says: its last report, and that nothing is left to do."""
        last = self._reported or NOTHING_SAID
        return {**last, "done": last["total"]}

    async def __aenter__(self) -> "Pulse":
        self._task = asyncio.create_task(self._write_on())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def stop(self) -> None:
        """Write no more: the end of the job is about to be written elsewhere, and would wait for
        us.
        """
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _write_on(self) -> None:
        while True:
            await asyncio.sleep(WRITTEN_EVERY)
            now = clock.now()
            if self._reported == self._written and now - self._beat_at < HEARTBEAT_EVERY:
                continue
            reported = self._reported
            try:
                self._lost = not await self._write(now, reported)
            except (SQLAlchemyError, OSError) as error:
                # The work goes on without a sign of it; the next writing may succeed.
                log.warning("progress not written: %s", type(error).__name__)
                continue
            self._written, self._beat_at = reported, now
            if self._lost:
                return

    async def _write(self, now: datetime, reported: dict[str, Any]) -> bool:
        async with self._database.transaction(WHOLE_TREE) as session:
            changed = await session.execute(changing(self._mine, heartbeat_at=now, **reported))
            return changed.rowcount > 0  # type: ignore[attr-defined, no-any-return]
