"""The life of a task, and which acts a caller may take now."""

from enum import StrEnum
from typing import Final

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Words, Workflow
from gongwei.tasks.models import Task, TaskState
from gongwei.tasks.origins import follows_its_task

OPEN, IN_PROGRESS, SUBMITTED, VERIFIED, CANCELLED = TaskState


class TaskAction(StrEnum):
    START = "start"
    SUBMIT = "submit"
    VERIFY = "verify"
    REJECT = "reject"
    EXTEND = "extend"
    CANCEL = "cancel"


TASK = Workflow(
    "task",
    Transition(
        TaskAction.START, frozenset({OPEN}), IN_PROGRESS, Permission.TASKS_WORK,
        ("开始办理", "start"),
    ),
    Transition(
        TaskAction.SUBMIT, frozenset({IN_PROGRESS}), SUBMITTED, Permission.TASKS_WRITE,
        ("提交", "submit"),
    ),
    Transition(
        TaskAction.VERIFY, frozenset({SUBMITTED}), VERIFIED, Permission.TASKS_VERIFY,
        ("核实销号", "verify"),
    ),
    Transition(
        TaskAction.REJECT, frozenset({SUBMITTED}), IN_PROGRESS, Permission.TASKS_VERIFY,
        ("退回", "reject"), reason=True,
    ),
    Transition(
        TaskAction.CANCEL, frozenset({OPEN, IN_PROGRESS, SUBMITTED}), CANCELLED,
        Permission.TASKS_WRITE, ("取消", "cancel"), reason=True,
    ),
    initial=OPEN,
    words={
        OPEN: ("待办", "open"),
        IN_PROGRESS: ("办理中", "in progress"),
        SUBMITTED: ("待核实", "submitted"),
        VERIFIED: ("已销号", "verified"),
        CANCELLED: ("已取消", "cancelled"),
    },
    editable={OPEN, IN_PROGRESS},
)  # fmt: skip

OWED: Final = (OPEN, IN_PROGRESS)
"""States in which somebody still has to do something."""

BY_GIVER: Final = frozenset(
    {TaskAction.VERIFY, TaskAction.REJECT, TaskAction.EXTEND, TaskAction.CANCEL}
)
"""Acts of the organisation that gave the task, or of one above it."""

BY_ANOTHER: Final = frozenset({TaskAction.VERIFY, TaskAction.REJECT})
"""Acts that whoever submitted the task may not take."""


def allowed_actions(actor: Actor, task: Task, *, is_giver: bool) -> list[str]:
    """What this caller may do with the task now; `is_giver` when it was given from its subtree.

    `extend` moves the date and no state, so it stands beside the table.
    """
    allowed = TASK.allowed(task.state, actor.permissions)
    if task.state in OWED and actor.may(Permission.TASKS_WRITE):
        allowed.append(TaskAction.EXTEND.value)
    own = actor.user_id is not None and task.done_by == actor.user_id
    return [
        action
        for action in allowed
        if is_by_hand(task, action)
        and (is_giver or action not in BY_GIVER)
        and not (own and action in BY_ANOTHER)
    ]


def is_by_hand(task: Task, action: str) -> bool:
    """Whether somebody takes this act, and not the record with which the task moves: only the date
    of such a task is put off, where that of its record follows.
    """
    if not task.moves_with_record:
        return True
    return action == TaskAction.EXTEND and follows_its_task(task.origin_type)


def refuse_unless_owed(actor: Actor, task: Task, action: Words, *, is_giver: bool) -> None:
    """Raise `invalid_state` (409) for changing or extending a task that is no longer owed."""
    if task.state not in OWED:
        raise TASK.refusal(task.state, action, allowed_actions(actor, task, is_giver=is_giver))
