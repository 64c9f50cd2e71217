"""Acts upon talks: held, acknowledged, put right, verified by somebody else, closed."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, refuse_unready
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.routing import one_fault
from gongwei.secretaries.acts import happened_at, refuse_future, refuse_strangers
from gongwei.secretaries.talks.content import refuse_foreign, write
from gongwei.secretaries.talks.inquiries import ask_for_reply, take_reply
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.talks.problems import ALREADY_ACKNOWLEDGED, NOT_YOUR_TALK
from gongwei.secretaries.talks.reading import READ, actions_of, is_addressed
from gongwei.secretaries.talks.rectification import open_rectification, reject, submit, verify
from gongwei.secretaries.talks.schemas import TalkActionIn, TalkOut
from gongwei.secretaries.talks.service import own_talk, present
from gongwei.secretaries.talks.step import Step, refuse_early
from gongwei.secretaries.talks.workflow import TALK, TalkAction
from gongwei.tasks.by_origin import cancel_given, submit_given, verify_given
from gongwei.tasks.problems import OWN_WORK

A = TalkAction
HELD_WITH = frozenset({"place", "talker", "content", "issues", "deadline", "number"})
BELONGS: Mapping[str, frozenset[TalkAction]] = MappingProxyType(
    {
        **dict.fromkeys(HELD_WITH | {"held_on"}, frozenset({A.HOLD})),
        "issues": frozenset({A.HOLD, A.OPEN_RECTIFICATION}),
        "deadline": frozenset({A.HOLD, A.OPEN_RECTIFICATION, A.REJECT}),
        "statement": frozenset({A.ACKNOWLEDGE}),
    }
)
"""Which actions a field of the body belongs to; a reason may be given with any."""


async def act(
    session: AsyncSession, actor: Actor, talk_id: UUID, action: TalkAction, body: TalkActionIn
) -> TalkOut:
    """Move a talk along. The person talked to acknowledges it wherever it stands in the tree.

    Raises `not_your_talk` and `own_work` (403), `talk_kind`, `tasks_open` and `tasks_cancelled`
    (409) besides what the workflow raises.
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
    """The talk took place, or the letter went out; the task that it be held is done. The reply to
    an inquiry is owed from now on.
    """
    talk, body = step.talk, step.body
    refuse_future("/held_on", body.held_on)
    talk.held_on = body.held_on or clock.today()
    write(talk, body, HELD_WITH)
    if talk.kind in (TalkKind.INQUIRY, TalkKind.LETTER) and not talk.content:
        raise one_fault("/content", "missing", "请先填写正文", "Write its text first")
    refuse_early(talk)
    await submit_given(step.session, step.actor, step.origin, talk.held_on)
    if talk.kind is TalkKind.INQUIRY:
        await ask_for_reply(step)


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
    if talk.kind is TalkKind.INQUIRY:
        await take_reply(step)
    elif talk.state is TalkState.ACKNOWLEDGED:
        await verify_given(step.session, step.actor, step.origin)


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
