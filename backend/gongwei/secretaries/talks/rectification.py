"""What came up in a reminder talk is put right: a task for each issue, until somebody else has
verified that all is done.
"""

from collections.abc import Sequence
from datetime import date

from gongwei.access.scope import require
from gongwei.core import clock
from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.core.routing import one_fault
from gongwei.secretaries.talks.content import issue_title, write
from gongwei.secretaries.talks.models import TalkKind, TalkState
from gongwei.secretaries.talks.naming import KINDS
from gongwei.secretaries.talks.problems import TALK_KIND, TASKS_CANCELLED, TASKS_OPEN
from gongwei.secretaries.talks.reading import READ, actions_of, has_tasks
from gongwei.secretaries.talks.step import Step, refuse_early
from gongwei.secretaries.talks.workflow import TALK, TalkAction
from gongwei.tasks.assignees import worker_for
from gongwei.tasks.by_origin import reject_given, tasks_of, verify_given
from gongwei.tasks.models import Task, TaskState
from gongwei.tasks.schemas import TaskIn
from gongwei.tasks.service import give
from gongwei.tasks.workflow import OWED

DONE = (TaskState.SUBMITTED, TaskState.VERIFIED)


async def open_rectification(step: Step) -> None:
    """One task for each issue, owed by the organisation until the deadline. Where all of them were
    cancelled, they are given once more.
    """
    talk = step.talk
    if talk.kind is not TalkKind.REMINDER:
        zh, en = KINDS[talk.kind]
        raise TALK_KIND(title=talk.title, kind_zh=zh, kind_en=en.lower())
    if has_tasks(await tasks_of(step.session, step.actor, step.origin)):
        allowed = await actions_of(step.session, step.actor, talk)
        raise TALK.refusal(TalkState.RECTIFYING, TalkAction.OPEN_RECTIFICATION, allowed)
    write(talk, step.body, frozenset({"issues", "deadline"}))
    refuse_early(talk)
    await _give(step, _deadline(step))


def _deadline(step: Step) -> date:
    talk, missing = step.talk, []
    if not talk.issues:
        missing.append(FieldFault("/issues", "missing", "请填写问题", "Say what is wrong"))
    if talk.deadline is None:
        missing.append(FieldFault("/deadline", "missing", "请填写整改期限", "Give a deadline"))
    if missing or talk.deadline is None:
        raise MALFORMED(errors=tuple(missing), count=len(missing))
    return talk.deadline


async def _give(step: Step, due_on: date, more: str = "") -> None:
    """A task for each issue; `more` is said below what is demanded."""
    session, actor, talk = step.session, step.actor, step.talk
    place = await require(session, actor, READ, talk.organisation_id)
    responsible = await worker_for(session, actor, place, talk.person_id)
    for issue in talk.issues:
        task = TaskIn(
            organisation_id=place.id,
            title=issue_title(issue),
            detail=f"{issue['text']}\n{issue['demand']}{more}",
            due_on=due_on,
            responsible_user_id=responsible,
            origin=step.origin,
        )
        await give(session, actor, task)


async def submit(step: Step) -> None:
    """Everything was put right: each task is submitted or verified, and there is at least one."""
    tasks = await tasks_of(step.session, step.actor, step.origin)
    _refuse_open(tasks)
    if not any(task.state in DONE for task in tasks):
        raise TASKS_CANCELLED(title=step.talk.title)
    step.talk.submitted_by = step.actor.user_id


async def verify(step: Step) -> None:
    """Somebody else found it put right; what is still submitted is verified with it."""
    _refuse_open(await tasks_of(step.session, step.actor, step.origin))
    step.talk.verified_by = step.actor.user_id
    await verify_given(step.session, step.actor, step.origin)


def _refuse_open(tasks: Sequence[Task]) -> None:
    owed = [task for task in tasks if task.state in OWED]
    if owed:
        raise TASKS_OPEN(
            members={"tasks": [str(task.id) for task in owed]},
            count=len(owed),
            titles="、".join(task.title for task in owed),
        )


async def reject(step: Step) -> None:
    """Not put right yet: the tasks are owed again. Where none can go back, because each of them was
    verified or cancelled on its own, they are given anew until another deadline.
    """
    step.talk.submitted_by = None
    tasks = await tasks_of(step.session, step.actor, step.origin)
    if not any(task.state in (*OWED, TaskState.SUBMITTED) for task in tasks):
        await _give_anew(step)
        return
    if step.body.deadline is not None:
        raise one_fault(
            "/deadline", "extra_forbidden",
            "整改任务退回后期限不变；需要延期的，请在该任务页面办理",
            "The tasks go back with their dates. Extend one on its own page",
        )  # fmt: skip
    await reject_given(step.session, step.actor, step.origin, step.body.reason)


async def _give_anew(step: Step) -> None:
    talk, deadline = step.talk, step.body.deadline
    if not talk.issues:
        return
    if deadline is None:
        raise one_fault(
            "/deadline", "missing",
            "原整改任务都已销号或取消，退回时须重新下达：请填写新的整改期限",
            "All tasks were verified or cancelled, so they are given anew: give another deadline",
        )  # fmt: skip
    if deadline < clock.today():
        raise one_fault("/deadline", "too_early", "不能早于今天", "Not before today")
    talk.deadline = deadline
    await _give(step, deadline, f"\n退回原因 Sent back: {step.body.reason}")
