"""What a person owed and when it was done, as a section of the archive.

Tasks stand below archives and know nothing of them, so their section is registered here. Talks
stand above: theirs are found in a table by its name.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, and_, column, or_, select, table
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, User
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.archives.sections import Column, Language, Line, Section, in_words, register_section
from gongwei.audit.rewinding import as_they_were
from gongwei.core import clock
from gongwei.tasks.models import Task, TaskState
from gongwei.tasks.workflow import TASK

READ = Permission.TASKS_READ
TALK = table("talk", column("id", Uuid), column("person_id", Uuid), column("kind", String))
MOVING = ("state", "due_on", "done_on", "verified_on")

ON_TIME = ("按期完成", "done in time")
LATE = ("逾期 {days} 天完成", "done {days} days late")
OVERDUE = ("逾期 {days} 天未完成", "{days} days overdue")


async def task_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Tasks of the person's account, and what the person owed since a talk, given by the day."""
    rows = await _tasks_of(session, reader, person_id)
    found = [(task, name) for task, name in rows if clock.day_of(task.created_at) <= as_of]
    then = await as_they_were(session, [task for task, _ in found], MOVING, as_of)
    lines = []
    for task, organisation_name in found:
        was = then[task.id]
        given = clock.day_of(task.created_at)
        cells = {
            "title": task.title,
            "organisation": organisation_name,
            "original_due_on": task.original_due_on.isoformat(),
            "due_on": was["due_on"],
            "done_on": was["done_on"] or "",
            "verified_on": was["verified_on"] or "",
            "outcome": outcome(was, as_of, language),
        }
        lines.append(Line(given, given, cells))
    return lines


async def _tasks_of(
    session: AsyncSession, reader: Actor, person_id: UUID
) -> Sequence[tuple[Task, str]]:
    """The tasks of the person's account, what the talks with the person led to, and the replies to
    inquiries, each with its organisation. That a talk be held is the committee's to do.
    """
    # Ids and not subqueries: an index finds the tasks of a few, and reads all to try a condition.
    accounts = select(col(User.id)).where(col(User.person_id) == person_id)
    account_ids = (await session.execute(accounts)).scalars().all()
    talks = select(TALK.c.id, TALK.c.kind).where(TALK.c.person_id == person_id)
    talk_kinds = (await session.execute(talks)).all()
    inquiries = [talk_id for talk_id, kind in talk_kinds if kind == "inquiry"]
    from_talk = and_(
        col(Task.origin_type) == "talk",
        col(Task.origin_id).in_([talk_id for talk_id, _ in talk_kinds]),
        or_(~col(Task.moves_with_record), col(Task.origin_id).in_(inquiries)),
    )
    query = (
        select(Task, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Task.organisation_id))
        .where(
            in_scope(reader, Task, READ),
            or_(col(Task.responsible_user_id).in_(account_ids), from_talk),
        )
    )
    rows = (await session.execute(query)).all()
    return [(task, name) for task, name in rows]


def outcome(was: dict[str, Any], as_of: date, language: Language) -> str:
    """Whether it was done in time. A date that was put off counts; the first one stands beside."""
    state = TaskState(was["state"])
    words = in_words(TASK.words[state], language)
    if state is TaskState.CANCELLED:
        return words
    due = date.fromisoformat(was["due_on"])
    if was["done_on"] is not None:
        late = (date.fromisoformat(was["done_on"]) - due).days
        return (
            in_words(LATE, language).format(days=late) if late > 0 else in_words(ON_TIME, language)
        )
    late = (as_of - due).days
    return in_words(OVERDUE, language).format(days=late) if late > 0 else words


register_section(
    Section(
        code="tasks",
        order=50,
        title=("任务办理情况", "Tasks"),
        columns=(
            Column("title", ("任务", "Task"), 2.6),
            Column("organisation", ("党组织", "Organisation"), 1.9),
            Column("original_due_on", ("原定期限", "First due"), 1.2, dated=True),
            Column("due_on", ("期限", "Due"), 1.2, dated=True),
            Column("done_on", ("完成", "Done"), 1.2, dated=True),
            Column("verified_on", ("销号", "Verified"), 1.2, dated=True),
            Column("outcome", ("结果", "Outcome"), 1.3),
        ),
        permission=READ,
        empty=("没有任务记录。", "No tasks are recorded."),
        rows=task_lines,
    )
)
