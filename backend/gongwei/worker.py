"""The loop behind the requests: seals the audit log, folds sums, applies due changes, runs jobs,
reminds of tasks. The worker commits its own.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from gongwei.audit.seal import seal_next
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.idempotency import forget_old_keys
from gongwei.integrations.jobs.service import run_waiting_jobs
from gongwei.organisations.due import apply_due_changes
from gongwei.tasks.reminders import remind
from gongwei.volunteering.hours.folding import fold_sums

log = logging.getLogger("gongwei.worker")


@dataclass(frozen=True)
class Duty:
    """Something to be looked after every so many seconds. `run` answers whether there may be more
    at once.
    """

    name: str
    every: float
    run: Callable[[Database, Settings], Awaitable[bool]]


async def _seal(database: Database, _settings: Settings) -> bool:
    async with database.transaction(WHOLE_TREE) as session:
        return await seal_next(session) > 0


async def _forget_keys(database: Database, _settings: Settings) -> bool:
    async with database.transaction(WHOLE_TREE) as session:
        await forget_old_keys(session)
    return False


DUTIES = (
    Duty("jobs", 0.3, run_waiting_jobs),
    Duty("seal", 5, _seal),
    Duty("hours", 1, fold_sums),
    Duty("due changes", 60, apply_due_changes),
    Duty("reminders", 300, remind),
    Duty("old keys", 3600, _forget_keys),
)


async def run(database: Database, settings: Settings) -> None:
    """Look after all duties until cancelled."""
    clock.use_zone(settings.zone)
    async with asyncio.TaskGroup() as group:
        for duty in DUTIES:
            group.create_task(_look_after(duty, database, settings), name=duty.name)


async def _look_after(duty: Duty, database: Database, settings: Settings) -> None:
    while True:
        more = False
        try:
            more = await duty.run(database, settings)
        except Exception:
            log.exception("duty failed: %s", duty.name)
            await asyncio.sleep(min(duty.every, 5))
        if not more:
            await asyncio.sleep(duty.every)


@asynccontextmanager
async def running(database: Database, settings: Settings) -> AsyncIterator[None]:
    """The loop beside the server, inside its process."""
    task = asyncio.create_task(run(database, settings))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
