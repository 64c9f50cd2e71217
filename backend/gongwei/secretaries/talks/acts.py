"""Acts upon talks: held, acknowledged, put right, verified by somebody else, closed."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, refuse_unready, require
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.core.routing import one_fault
from gongwei.secretaries.acts import happened_at, refuse_future, refuse_strangers
from gongwei.secretaries.talks.content import issue_title, refuse_foreign, write
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.talks.naming import KINDS
from gongwei.secretaries.talks.problems import (
    ALREADY_ACKNOWLEDGED,
    NOT_YOUR_TALK,
    TALK_KIND,
    TASKS_OPEN,
)
from gongwei.secretaries.talks.reading import ORIGIN, READ, actions_of, is_addressed
from gongwei.secretaries.talks.schemas import TalkActionIn, TalkOut
from gongwei.secretaries.talks.service import WRITE, own_talk, present
from gongwei.secretaries.talks.workflow import TALK, TalkAction
from gongwei.tasks.assignees import worker_for
from gongwei.tasks.by_origin import (
    cancel_given,
    reject_given,
    submit_given,
    tasks_of,
    verify_given,
)
from gongwei.tasks.problems import OWN_WORK
from gongwei.tasks.schemas import OriginIn, TaskIn
from gongwei.tasks.service import give
from gongwei.tasks.workflow import OWED

A = TalkAction
HELD_WITH = frozenset({"place", "talker", "content", "issues", "deadline", "number"})
BELONGS: Mapping[str, frozenset[TalkAction]] = MappingProxyType(
    {
        **dict.fromkeys(HELD_WITH | {"held_on"}, frozenset({A.HOLD})),
        **dict.fromkeys(("issues", "deadline"), frozenset({A.HOLD, A.OPEN_RECTIFICATION})),
        "statement": frozenset({A.ACKNOWLEDGE}),
    }
)
"""Which actions a field of the body belongs to; a reason may be given with any."""


@dataclass(frozen=True)
class Step:
    """One act upon one talk. `actor` is who acts, as somebody who may read what it is about."""

    session: AsyncSession
    actor: Actor
    talk: Talk
    body: TalkActionIn

    @property
    def origin(self) -> OriginIn:
        return OriginIn(type=ORIGIN, id=self.talk.id)


async def act(
    session: AsyncSession, actor: Actor, talk_id: UUID, action: TalkAction, body: TalkActionIn
) -> TalkOut:
    """Move a talk along. The person talked to acknowledges it wherever it stands in the tree.

    Raises `not_your_talk` and `own_work` (403), `talk_kind` and `tasks_open` (409) besides what the
    workflow raises.
    """
    refuse_unready(actor)
    if action is A.ACKNOWLEDGE and await own_talk(session, actor, talk_id) is not None:
        return await _acknowledge_own(session, actor, talk_id, body)
    need = Permission(TALK[action].permission)
    talk = await fetch(session, actor, Talk, talk_id, read=READ, need=need)
    if action is A.ACKNOWLEDGE and not is_addressed(actor, talk):
        raise NOT_YOUR_TALK()
    allowed = await actions_of(session, actor, talk)
    await _take(Step(session, actor, talk, body), action, allowed)
    return await present(session, actor, actor, talk_id)


async def _acknowledge_own(
    session: AsyncSession, actor: Actor, talk_id: UUID, body: TalkActionIn
) -> TalkOut:
    allow(actor, Permission(TALK[A.ACKNOWLEDGE].permission))
    async with as_oneself(session, actor) as oneself:
        talk = await fetch(session, oneself, Talk, talk_id, read=READ, need=READ)
        allowed = await actions_of(session, actor, talk, oneself)
        await _take(Step(session, oneself, talk, body), A.ACKNOWLEDGE, allowed)
        answer = await present(session, actor, oneself, talk_id)
    # The talk may stand outside the caller's subtree, and then so does the entry in the log,
    # which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    return answer


async def _take(step: Step, action: TalkAction, allowed: Sequence[str]) -> None:
    refuse_strangers(BELONGS, action, step.body)
    reason = step.body.reason
    before = step.talk.submitted_by
    TALK.apply(step.talk, action, allowed, reason)
    if action in (A.VERIFY, A.REJECT) and before is not None and before == step.actor.user_id:
        raise OWN_WORK()
    refuse_foreign(step.talk.kind, step.body)
    await STEPS[action](step)
    happened = happened_at(step.talk.held_on) if action is A.HOLD else None
    record(
        step.session, step.actor, f"talk.{action}", step.talk, reason=reason, occurred_at=happened
    )


async def hold(step: Step) -> None:
    """The talk took place, or the letter went out; the task that it be held is done."""
    talk, body = step.talk, step.body
    refuse_future("/held_on", body.held_on)
    talk.held_on = body.held_on or clock.today()
    write(talk, body, HELD_WITH)
    if talk.kind in (TalkKind.INQUIRY, TalkKind.LETTER) and not talk.content:
        raise one_fault("/content", "missing", "请先填写正文", "Write its text first")
    _refuse_early(talk)
    await submit_given(step.session, step.actor, step.origin, talk.held_on)


def _refuse_early(talk: Talk) -> None:
    if talk.deadline is not None and talk.held_on is not None and talk.deadline < talk.held_on:
        raise one_fault("/deadline", "too_early", "不能早于谈话日期", "Not before the talk itself")


async def acknowledge(step: Step) -> None:
    """Whoever was talked to says so once, and may add a statement: the reply to an inquiry.

    Where the rectification has begun, its tasks go on as they are.
    """
    talk, statement = step.talk, step.body.statement
    if talk.acknowledged_at is not None:
        raise ALREADY_ACKNOWLEDGED(title=talk.title, on=clock.day_of(talk.acknowledged_at))
    if talk.kind is TalkKind.INQUIRY and statement is None:
        raise one_fault("/statement", "missing", "请填写答复内容", "Write the reply")
    talk.statement, talk.acknowledged_at = statement, clock.now()
    if talk.state is TalkState.ACKNOWLEDGED:
        await verify_given(step.session, step.actor, step.origin)


async def open_rectification(step: Step) -> None:
    """One task for each issue, owed by the organisation until the deadline."""
    talk = step.talk
    if talk.kind is not TalkKind.REMINDER:
        zh, en = KINDS[talk.kind]
        raise TALK_KIND(title=talk.title, kind_zh=zh, kind_en=en.lower())
    write(talk, step.body, frozenset({"issues", "deadline"}))
    _refuse_early(talk)
    place = await require(step.session, step.actor, WRITE, talk.organisation_id)
    responsible = await worker_for(step.session, step.actor, place, talk.person_id)
    for given in _tasks(step, place, responsible):
        await give(step.session, step.actor, given)


def _tasks(step: Step, place: Organisation, responsible: UUID | None) -> list[TaskIn]:
    talk, deadline = step.talk, step.talk.deadline
    missing = []
    if not talk.issues:
        missing.append(FieldFault("/issues", "missing", "请填写问题", "Say what is wrong"))
    if deadline is None:
        missing.append(FieldFault("/deadline", "missing", "请填写整改期限", "Give a deadline"))
    if missing or deadline is None:
        raise MALFORMED(errors=tuple(missing), count=len(missing))
    return [
        TaskIn(
            organisation_id=place.id,
            title=issue_title(issue),
            detail=f"{issue['text']}\n{issue['demand']}",
            due_on=deadline,
            responsible_user_id=responsible,
            origin=step.origin,
        )
        for issue in talk.issues
    ]


async def submit(step: Step) -> None:
    """Everything was put right: each task is submitted or verified."""
    await _refuse_open(step)
    step.talk.submitted_by = step.actor.user_id


async def verify(step: Step) -> None:
    """Somebody else found it put right; what is still submitted is verified with it."""
    await _refuse_open(step)
    step.talk.verified_by = step.actor.user_id
    await verify_given(step.session, step.actor, step.origin)


async def _refuse_open(step: Step) -> None:
    tasks = await tasks_of(step.session, step.actor, step.origin)
    owed = [task for task in tasks if task.state in OWED]
    if owed:
        raise TASKS_OPEN(
            members={"tasks": [str(task.id) for task in owed]},
            count=len(owed),
            titles="、".join(task.title for task in owed),
        )


async def reject(step: Step) -> None:
    """Not put right yet: the tasks are owed again."""
    step.talk.submitted_by = None
    await reject_given(step.session, step.actor, step.origin, step.body.reason)


async def cancel(step: Step) -> None:
    """It will not take place, so nobody owes it."""
    await cancel_given(step.session, step.actor, step.origin, step.body.reason)


STEPS: Mapping[TalkAction, Callable[[Step], Awaitable[None]]] = MappingProxyType(
    {
        A.HOLD: hold,
        A.ACKNOWLEDGE: acknowledge,
        A.OPEN_RECTIFICATION: open_rectification,
        A.SUBMIT: submit,
        A.VERIFY: verify,
        A.REJECT: reject,
        A.CANCEL: cancel,
    }
)
