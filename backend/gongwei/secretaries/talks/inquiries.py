"""The reply to an inquiry: owed by its date from the sending on, and settled with its arrival."""

from gongwei.access.actor import system_actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import require
from gongwei.core.routing import one_fault
from gongwei.secretaries.talks.models import Talk
from gongwei.secretaries.talks.reading import READ
from gongwei.secretaries.talks.step import Step
from gongwei.tasks.assignees import worker_for
from gongwei.tasks.by_origin import submit_given, verify_given
from gongwei.tasks.schemas import TaskIn
from gongwei.tasks.service import give

HOW_TO_REPLY = (
    "由本人登录后在函询页面答复；没有账号的，请联系系统管理员开通。\n"
    "The person answers on the inquiry's page after signing in; ask the system administrator where "
    "there is no account."
)
REPLY_RECEIVED = "已收到答复 The reply has been received"
"""What nobody types; a record has no language of its own."""


async def ask_for_reply(step: Step) -> None:
    """Give the task to reply: to the person whose account works there, else to the organisation."""
    session, actor, talk = step.session, step.actor, step.talk
    _refuse_late(talk)
    place = await require(session, actor, READ, talk.organisation_id)
    task = TaskIn(
        organisation_id=place.id,
        title=f"答复：{talk.title}"[:200],
        detail=HOW_TO_REPLY,
        due_on=talk.due_on,
        responsible_user_id=await worker_for(session, actor, place, talk.person_id),
        origin=step.origin,
    )
    await give(session, actor, task, moves_with_record=True)


def _refuse_late(talk: Talk) -> None:
    if talk.held_on is not None and talk.held_on > talk.due_on:
        raise one_fault(
            "/held_on", "after_reply_date",
            "发函日期晚于答复期限，请先修改答复期限",
            "Sent after the reply is due: change the date of the reply first",
        )  # fmt: skip


async def take_reply(step: Step) -> None:
    """The reply is done on the day on which it came, and that it came is all there is to verify:
    the program notes it, for an inquiry has no step after its reply.
    """
    session, actor = step.session, step.actor
    read = Permission.ORGANISATIONS_READ
    place = await require(session, actor, read, step.talk.organisation_id)
    await submit_given(session, actor, step.origin)
    await verify_given(session, system_actor(place), step.origin, REPLY_RECEIVED)
