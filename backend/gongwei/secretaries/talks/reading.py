"""Selecting talks, with the names around them and the tasks that came of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission, Role
from gongwei.access.scope import in_scope
from gongwei.core import clock
from gongwei.secretaries.posts import NAMELESS
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.talks.schemas import IssueOut, TalkOut, TalkQuery, TalkTaskOut
from gongwei.secretaries.talks.workflow import TALK, TalkAction
from gongwei.tasks.by_origin import tasks_from
from gongwei.tasks.models import Task, TaskState
from gongwei.tasks.reading import is_late

READ = Permission.TALKS_READ
ORIGIN = "talk"
"""The type under which a task names the talk that it came from."""


@dataclass(frozen=True)
class TalkLine:
    """A talk with the names around it, as far as the reader may see them."""

    talk: Talk
    name: str | None
    organisation_name: str


def talk_lines(reader: Actor) -> Select[Any]:
    """Columns of `TalkLine` for every talk that the reader reaches."""
    query: Any = select(Talk, col(Person.name), col(Organisation.name))
    found: Select[Any] = (
        query.outerjoin(Organisation, col(Organisation.id) == col(Talk.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Talk.person_id))
        .where(in_scope(reader, Talk, READ))
    )
    return found


def narrowed(query: Select[Any], asked: TalkQuery) -> Select[Any]:
    """The talks with the caller's filters, the organisation apart."""
    for column, wanted in (
        (col(Talk.kind), asked.kind),
        (col(Talk.state), asked.state),
        (col(Talk.person_id), asked.person_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.overdue is not None:
        query = query.where(_overdue() if asked.overdue else ~_overdue())
    if asked.q:
        typed = asked.q.strip().casefold()
        named = col(Person.search_text).contains(typed, autoescape=True)
        query = query.where(or_(matching(asked.q, col(Talk.title)), named))
    return query


def _overdue() -> ColumnElement[bool]:
    waiting = and_(col(Talk.kind) == TalkKind.INQUIRY, col(Talk.state) == TalkState.HELD)
    return and_(
        col(Talk.due_on) < clock.today(),
        or_(col(Talk.state) == TalkState.SCHEDULED, waiting),
    )


def is_overdue(talk: Talk) -> bool:
    """Not held by its date; an inquiry also while it is not answered."""
    waiting = talk.kind is TalkKind.INQUIRY and talk.state is TalkState.HELD
    return talk.due_on < clock.today() and (talk.state is TalkState.SCHEDULED or waiting)


async def talks_out(
    session: AsyncSession, actor: Actor, lines: Sequence[TalkLine], reader: Actor | None = None
) -> list[TalkOut]:
    """The talks with what `actor` may do; `reader` is who may see the tasks around them, where that
    is somebody else: the caller in matters of one's own."""
    ids = [line.talk.id for line in lines]
    tasks = await tasks_from(session, reader or actor, ORIGIN, ids)
    return [_out(actor, line, tasks[line.talk.id]) for line in lines]


def _out(actor: Actor, line: TalkLine, tasks: Sequence[Task]) -> TalkOut:
    talk = line.talk
    return TalkOut(
        **talk.model_dump(include=set(TalkOut.model_fields), exclude={"issues"}),
        allowed_actions=allowed_actions(actor, talk, tasks),
        organisation_name=line.organisation_name,
        name=None if talk.kind is TalkKind.LETTER else line.name or NAMELESS,
        issues=[IssueOut.model_validate(issue) for issue in talk.issues],
        overdue=is_overdue(talk),
        tasks=[_task_out(task) for task in tasks],
    )


def _task_out(task: Task) -> TalkTaskOut:
    plain = task.model_dump(include=set(TalkTaskOut.model_fields))
    return TalkTaskOut(**plain, late=is_late(task, clock.today()))


def allowed_actions(actor: Actor, talk: Talk, tasks: Sequence[Task]) -> list[str]:
    """What this caller may do with the talk now: it depends on the kind and on who it is about."""
    refused = set()
    is_begun = talk.state is TalkState.RECTIFYING and has_tasks(tasks)
    if talk.kind is not TalkKind.REMINDER or is_begun:
        refused.add(TalkAction.OPEN_RECTIFICATION)
    if not is_addressed(actor, talk) or talk.acknowledged_at is not None:
        refused.add(TalkAction.ACKNOWLEDGE)
    if is_own_work(actor, talk, tasks):
        refused |= {TalkAction.VERIFY, TalkAction.REJECT}
        if talk.state is TalkState.HELD:  # the task that it be held is verified with it
            refused.add(TalkAction.ACKNOWLEDGE)
    return [one for one in TALK.allowed(talk.state, actor.permissions) if one not in refused]


def has_tasks(tasks: Sequence[Task]) -> bool:
    """Whether any of the tasks was not cancelled."""
    return any(task.state is not TaskState.CANCELLED for task in tasks)


async def actions_of(
    session: AsyncSession, actor: Actor, talk: Talk, reader: Actor | None = None
) -> list[str]:
    """What `actor` may do with one talk; `reader` as in `talks_out`."""
    tasks = await tasks_from(session, reader or actor, ORIGIN, [talk.id])
    return allowed_actions(actor, talk, tasks[talk.id])


def is_addressed(actor: Actor, talk: Talk) -> bool:
    """Whether the talk is with the caller, or the letter went to the caller's leading group."""
    if talk.kind is TalkKind.LETTER:
        return actor.role is Role.DEPARTMENT_LEADER
    return actor.person_id is not None and actor.person_id == talk.person_id


def is_own_work(actor: Actor, talk: Talk, tasks: Sequence[Task]) -> bool:
    """Whether the caller submitted the rectification, or a task that is still to be verified."""
    if actor.user_id is None:
        return False
    waiting = [task.done_by for task in tasks if task.state is TaskState.SUBMITTED]
    return actor.user_id in (talk.submitted_by, *waiting)
