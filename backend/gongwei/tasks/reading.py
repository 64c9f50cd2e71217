"""Selecting tasks: whose they are, what waits for whom, and when one is late."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlmodel import col

from gongwei.access.actor import Actor
from gongwei.access.filters import matching
from gongwei.access.models import Organisation, User
from gongwei.access.narrowing import at_root
from gongwei.access.permissions import Permission
from gongwei.access.scope import below, in_scope
from gongwei.core import clock
from gongwei.tasks.models import Task, TaskState
from gongwei.tasks.schemas import Mine, OriginOut, TaskLineOut, TaskOut, TasksQuery
from gongwei.tasks.workflow import OWED, allowed_actions


@dataclass(frozen=True)
class TaskLine:
    """A task with the names around it; `is_giver` when the caller reaches where it was given."""

    task: Task
    organisation_name: str
    responsible_name: str | None
    is_giver: bool


def is_late(task: Task, today: date) -> bool:
    """Done after its date, or still owed after it; a day done late stays late."""
    if task.state is TaskState.CANCELLED:
        return False
    return (task.done_on or today) > task.due_on


def task_lines(actor: Actor) -> Any:
    """Columns of `TaskLine` for every task in the caller's subtree."""
    return (
        select(Task, col(Organisation.name), col(User.display_name), given_within(actor))
        .outerjoin(Organisation, col(Organisation.id) == col(Task.organisation_id))
        .outerjoin(User, col(User.id) == col(Task.responsible_user_id))
        .where(in_scope(actor, Task, Permission.TASKS_READ))
    )


def given_within(actor: Actor) -> ColumnElement[bool]:
    """Tasks that were given from the caller's organisation or from below it."""
    if at_root(actor):
        return true()
    return col(Task.given_from_id).in_(select(col(Organisation.id)).where(below(actor.path)))


def narrowed(actor: Actor, query: Any, asked: TasksQuery) -> Any:
    """The tasks with the caller's filters, the organisation apart."""
    for column, wanted in (
        (col(Task.state), asked.state),
        (col(Task.origin_type), asked.origin_type),
        (col(Task.origin_id), asked.origin_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.mine is not None:
        query = query.where(mine(actor, asked.mine))
    if asked.overdue is not None:
        late = and_(col(Task.state).in_(OWED), col(Task.due_on) < clock.today())
        query = query.where(late if asked.overdue else ~late)
    if asked.q:
        query = query.where(matching(asked.q, col(Task.title)))
    return query


def mine(actor: Actor, how: Mine) -> ColumnElement[bool]:
    """What the caller owes, gave, or is to verify.

    A task without a responsible person is owed by whoever works on the tasks of its organisation.
    """
    if how is Mine.GIVEN:
        return col(Task.given_by) == actor.user_id
    if how is Mine.OWED:
        by_me: ColumnElement[bool] = col(Task.responsible_user_id) == actor.user_id
        if actor.may(Permission.TASKS_WORK):
            unassigned = and_(
                col(Task.responsible_user_id).is_(None),
                col(Task.organisation_id) == actor.organisation_id,
            )
            by_me = or_(by_me, unassigned)
        return and_(col(Task.state).in_(OWED), by_me)
    if not actor.may(Permission.TASKS_VERIFY):
        return false()
    by_another = col(Task.done_by).is_distinct_from(actor.user_id)
    by_hand = ~col(Task.moves_with_record)
    return and_(col(Task.state) == TaskState.SUBMITTED, given_within(actor), by_another, by_hand)


def task_out(actor: Actor, line: TaskLine) -> TaskOut:
    """The task as this caller sees it."""
    task = line.task
    return TaskOut(
        **task.model_dump(include=set(TaskOut.model_fields)),
        allowed_actions=allowed_actions(actor, task, is_giver=line.is_giver),
        organisation_name=line.organisation_name,
        responsible_name=line.responsible_name,
        origin=_origin(task),
        late=is_late(task, clock.today()),
    )


def desk_line(line: TaskLine) -> TaskLineOut:
    """The task as one line of a desk."""
    task = line.task
    return TaskLineOut(
        **task.model_dump(include=set(TaskLineOut.model_fields)),
        late=is_late(task, clock.today()),
        organisation_name=line.organisation_name,
        origin=_origin(task),
    )


def _origin(task: Task) -> OriginOut | None:
    if not task.origin_type or not task.origin_id:
        return None
    return OriginOut(type=task.origin_type, id=task.origin_id)
