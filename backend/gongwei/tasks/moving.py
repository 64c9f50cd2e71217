"""The steps of a task, its date, and what each notes. Who may take them is judged before."""

from collections.abc import Iterable
from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.tasks.models import Task
from gongwei.tasks.problems import OWN_WORK
from gongwei.tasks.workflow import BY_ANOTHER, TASK, TaskAction


def move(
    session: AsyncSession,
    actor: Actor,
    task: Task,
    action: TaskAction,
    reason: str | None = None,
    *,
    on: date | None = None,
    allowed: Iterable[str] = (),
) -> None:
    """Move a task along and record it. `on`, today when left out, is when it was done or verified;
    `allowed` what the caller may do with it otherwise.

    Raises `own_work` (403) for whoever submitted it, besides what a workflow raises.
    """
    own = actor.user_id is not None and task.done_by == actor.user_id
    TASK.apply(task, action, allowed, reason)
    if own and action in BY_ANOTHER:
        raise OWN_WORK()
    day = on or clock.today()
    if action is TaskAction.SUBMIT:
        task.done_by, task.done_on = actor.user_id, day
    elif action is TaskAction.REJECT:
        task.done_by, task.done_on = None, None
    elif action is TaskAction.VERIFY:
        task.verified_by, task.verified_on = actor.user_id, day
    record(session, actor, f"task.{action}", task, reason=reason)


def redate(session: AsyncSession, actor: Actor, task: Task, due_on: date, reason: str) -> None:
    """Move the date of a task and record why; the first date stays."""
    verb = "extend" if due_on > task.due_on else "change"
    task.due_on = due_on
    record(session, actor, f"task.{verb}", task, reason=reason)
