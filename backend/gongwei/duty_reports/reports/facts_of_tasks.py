"""What the organisation owed: last year's rectifications, and the tasks of the year."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope, visible
from gongwei.archives.sections import Language, in_words
from gongwei.archives.tasks import outcome
from gongwei.audit.rewinding import as_they_were
from gongwei.core import clock
from gongwei.duty_reports.reports.facts import Computed, Fact, Subject, register_fact
from gongwei.duty_reports.reports.models import DutyComment, DutyReport
from gongwei.duty_reports.reports.origins import COMMENT_ORIGIN
from gongwei.duty_reports.reports.schemas import FactRowOut
from gongwei.duty_reports.rounds.models import DutyRound
from gongwei.tasks.models import Task, TaskState

READ = Permission.TASKS_READ
MOVING = ("state", "due_on", "done_on")
DONE = (TaskState.SUBMITTED.value, TaskState.VERIFIED.value)

COUNTED = (
    ("in_time", ("按期完成 {count} 项", "{count} done in time")),
    ("done_late", ("逾期完成 {count} 项", "{count} done late")),
    ("overdue", ("逾期未完成 {count} 项", "{count} overdue")),
    ("open", ("未到期 {count} 项", "{count} not due yet")),
)
TASKS = ("本年到期任务 {total} 项", "{total} tasks of the year")
NO_TASKS = ("本年没有到期任务", "No tasks were due in the year")
RECTIFICATIONS = (
    "上一年度点评问题 {total} 项",
    "{total} problems named in last year's review",
)
NO_RECTIFICATIONS = (
    "上一年度述职评议没有需要整改的问题",
    "Last year's review named no problem to put right",
)

Was = dict[str, Any]


async def rectifications(
    session: AsyncSession, reader: Actor, subject: Subject, language: Language
) -> Computed:
    """The tasks that problems named in the review of the year before became."""
    last = (
        select(col(DutyComment.id))
        .join(DutyReport, col(DutyReport.id) == col(DutyComment.report_id))
        .join(DutyRound, col(DutyRound.id) == col(DutyReport.round_id))
        .where(
            in_scope(reader, DutyComment, Permission.DUTY_REPORTS_READ),
            col(DutyReport.organisation_id) == subject.organisation_id,
            col(DutyRound.year) == subject.year - 1,
        )
    )
    comment_ids = (await session.execute(last)).scalars().all()
    came = (col(Task.origin_type) == COMMENT_ORIGIN) & col(Task.origin_id).in_(comment_ids)
    found = await _as_of(session, reader, subject, came)
    return _said(found, subject.as_of, language, RECTIFICATIONS, NO_RECTIFICATIONS)


async def tasks_of_the_year(
    session: AsyncSession, reader: Actor, subject: Subject, language: Language
) -> Computed:
    """The organisation's own tasks that were due in the year."""
    year_end = date(subject.year, 12, 31)
    due = (col(Task.due_on) >= subject.since) & (col(Task.original_due_on) <= year_end)
    found = [
        (task, was)
        for task, was in await _as_of(session, reader, subject, due)
        if subject.since <= date.fromisoformat(was["due_on"]) <= year_end
    ]
    return _said(found, subject.as_of, language, TASKS, NO_TASKS)


async def _as_of(
    session: AsyncSession, reader: Actor, subject: Subject, chosen: ColumnElement[bool]
) -> list[tuple[Task, Was]]:
    """Tasks of the organisation that were given and not cancelled by the day, as they stood."""
    query = (
        visible(reader, Task, READ)
        .where(col(Task.organisation_id) == subject.organisation_id, chosen)
        .order_by(col(Task.due_on), col(Task.id))
    )
    found = [
        task
        for task in (await session.exec(query)).all()
        if clock.day_of(task.created_at) <= subject.as_of
    ]
    then = await as_they_were(session, found, MOVING, subject.as_of)
    return [
        (task, then[task.id])
        for task in found
        if then[task.id]["state"] != TaskState.CANCELLED.value
    ]


def _said(
    found: Sequence[tuple[Task, Was]], as_of: date, language: Language,
    total: tuple[str, str], nothing: tuple[str, str],
) -> Computed:  # fmt: skip
    if not found:
        return Computed(in_words(nothing, language))
    counted = Counter(_standing(was, as_of) for _, was in found)
    parts = [
        in_words(words, language).format(count=counted[key])
        for key, words in COUNTED
        if counted[key]
    ]
    before = in_words(total, language).format(total=len(found))
    apart, between = (": ", ", ") if language == "en" else ("，其中", "，")
    rows = [
        FactRowOut(
            on=date.fromisoformat(was["due_on"]), title=task.title,
            value=outcome(was, as_of, language),
        )
        for task, was in found
    ]  # fmt: skip
    return Computed(before + apart + between.join(parts), rows)


def _standing(was: Was, as_of: date) -> str:
    due = date.fromisoformat(was["due_on"])
    if was["state"] in DONE and was["done_on"] is not None:
        return "in_time" if date.fromisoformat(was["done_on"]) <= due else "done_late"
    return "overdue" if due < as_of else "open"


register_fact(
    Fact(
        "rectifications", 10, ("上一年度点评问题整改", "Last year's rectifications"), READ,
        rectifications,
    )
)  # fmt: skip
register_fact(Fact("tasks", 20, ("任务完成情况", "Tasks"), READ, tasks_of_the_year))
