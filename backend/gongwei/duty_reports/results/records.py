"""The record of tasks of a year, from which a group of source `tasks` takes its score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.dated import among
from gongwei.scoring.groups import record_score
from gongwei.tasks.models import Task, TaskState

DONE = (TaskState.SUBMITTED, TaskState.VERIFIED)


@dataclass(frozen=True)
class TaskRecord:
    """Tasks due in a year and not cancelled: done in time, done late, all of them."""

    in_time: int = 0
    late: int = 0
    due: int = 0

    @property
    def score(self) -> Fraction | None:
        return record_score(self.in_time, self.late, self.due)


async def task_records(
    session: AsyncSession, organisation_ids: Iterable[UUID], year: int
) -> dict[UUID, TaskRecord]:
    """By organisation. A task that was put off counts by the day on which it is due now, and is in
    time if it was done by then.
    """
    is_done = col(Task.state).in_(DONE)
    in_time = is_done & (col(Task.done_on) <= col(Task.due_on))
    late = is_done & (col(Task.done_on) > col(Task.due_on))
    query = (
        select(
            col(Task.organisation_id), func.count().filter(in_time), func.count().filter(late),
            func.count(),
        )
        .where(
            among(col(Task.organisation_id), organisation_ids),
            col(Task.due_on).between(date(year, 1, 1), date(year, 12, 31)),
            col(Task.state) != TaskState.CANCELLED,
        )
        .group_by(col(Task.organisation_id))
    )  # fmt: skip
    return {place: TaskRecord(*counts) for place, *counts in (await session.execute(query)).all()}
