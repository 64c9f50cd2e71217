"""Talks in the demonstration: after appointments, reminders in all stages, an inquiry, a letter."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.audit.record import settle
from gongwei.commands import demo_texts as texts
from gongwei.commands.demo_nominations import at
from gongwei.commands.demo_people import Cast
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.talks import acts, service
from gongwei.secretaries.talks.models import Talk, TalkKind
from gongwei.secretaries.talks.schemas import IssueIn, TalkActionIn, TalkIn
from gongwei.secretaries.talks.workflow import TalkAction
from gongwei.tasks import service as tasks
from gongwei.tasks.schemas import TaskActionIn
from gongwei.tasks.workflow import TaskAction

T = TalkAction
PLACE = "工委会议室"
TALKER = "林国栋（区直机关工委书记）"
HELD_OF_TEN = 6
"""Of ten appointment talks so many were held; the others are due."""


async def talk(session: AsyncSession, cast: Cast) -> None:
    """Hold the appointment talks, remind four secretaries, ask one in writing, write one letter."""
    await _after_appointments(session, cast)
    for number, unit in enumerate(cast.units[:4]):
        await _remind(session, cast, unit, number)
    await _inquire(session, cast, cast.units[4])
    await _write(session, cast, cast.units[0])


async def _after_appointments(session: AsyncSession, cast: Cast) -> None:
    query = select(Talk).where(Talk.kind == TalkKind.APPOINTMENT).order_by(col(Talk.due_on))
    for one in (await session.exec(query.limit(HELD_OF_TEN))).all():
        with at(one.due_on - timedelta(days=12), 15):
            held = TalkActionIn(place=PLACE, talker=TALKER, content=texts.APPOINTMENT_TALK)
            await _act(session, cast.officer, one.id, T.HOLD, held)


async def _act(
    session: AsyncSession, actor: Actor, talk_id: UUID, action: TalkAction, body: TalkActionIn
) -> None:
    """One act; what the act before narrowed the session to is forgotten."""
    await narrow(session, WHOLE_TREE)
    await acts.act(session, actor, talk_id, action, body)
    await settle(session)
    await narrow(session, WHOLE_TREE)


async def _appointment(session: AsyncSession, unit: Organisation) -> Appointment:
    query = select(Appointment).where(
        Appointment.organisation_id == unit.id, Appointment.post == Post.SECRETARY
    )
    return (await session.exec(query)).one()


async def _remind(session: AsyncSession, cast: Cast, unit: Organisation, stage: int) -> None:
    """Stage 0 is closed after a rejection, 1 waits to be verified, 2 is rectified, 3 was held."""
    day = clock.today() - timedelta(days=80 - 18 * stage)
    appointment = await _appointment(session, unit)
    entry = TalkIn(
        kind=TalkKind.REMINDER, organisation_id=unit.id, appointment_id=appointment.id, due_on=day,
        place=PLACE, talker=TALKER, content="就巡查发现的问题提醒，当面听取说明。",
        issues=[IssueIn(text=text, demand=demand) for text, demand in texts.ISSUES],
        deadline=day + timedelta(days=45),
    )  # fmt: skip
    secretary = cast.secretary_of(unit)
    with at(day):
        made = await service.create(session, cast.officer, entry)
        await settle(session)
        await _act(session, cast.officer, made.id, T.HOLD, TalkActionIn())
    if stage == 3:
        return
    with at(day + timedelta(days=1)):
        said = TalkActionIn(statement=texts.STATEMENT)
        await _act(session, secretary, made.id, T.ACKNOWLEDGE, said)
        await _act(session, cast.officer, made.id, T.OPEN_RECTIFICATION, TalkActionIn())
    if stage < 2:
        await _rectify(session, secretary, made.id, day + timedelta(days=10))
    if stage == 0:
        await _close(session, cast, secretary, made.id, day)


async def _rectify(session: AsyncSession, secretary: Actor, talk_id: UUID, day: date) -> None:
    shown = await service.read(session, secretary, talk_id)
    with at(day):
        for number, task in enumerate(shown.tasks):
            if task.state.value == "open":
                await narrow(session, WHOLE_TREE)
                await tasks.act(session, secretary, task.id, TaskAction.START, TaskActionIn())
                await settle(session)
            done = TaskActionIn(evidence=texts.EVIDENCE[number % len(texts.EVIDENCE)])
            await narrow(session, WHOLE_TREE)
            await tasks.act(session, secretary, task.id, TaskAction.SUBMIT, done)
            await settle(session)
        await _act(session, secretary, talk_id, T.SUBMIT, TalkActionIn())


async def _close(
    session: AsyncSession, cast: Cast, secretary: Actor, talk_id: UUID, day: date
) -> None:
    with at(day + timedelta(days=13)):
        refused = TalkActionIn(reason=texts.REJECTED)
        await _act(session, cast.officer, talk_id, T.REJECT, refused)
    await _rectify(session, secretary, talk_id, day + timedelta(days=50))
    with at(day + timedelta(days=53)):
        await _act(session, cast.officer, talk_id, T.VERIFY, TalkActionIn())


async def _inquire(session: AsyncSession, cast: Cast, unit: Organisation) -> None:
    day = clock.today() - timedelta(days=20)
    appointment = await _appointment(session, unit)
    entry = TalkIn(
        kind=TalkKind.INQUIRY, organisation_id=unit.id, appointment_id=appointment.id,
        due_on=day + timedelta(days=15), number=f"云区直工委函询〔{day.year}〕2号",
        talker=TALKER, content=texts.INQUIRY,
    )  # fmt: skip
    with at(day):
        made = await service.create(session, cast.officer, entry)
        await settle(session)
        await _act(session, cast.officer, made.id, T.HOLD, TalkActionIn())
    with at(day + timedelta(days=6)):
        reply = TalkActionIn(statement=texts.INQUIRY_REPLY)
        await _act(session, cast.secretary_of(unit), made.id, T.ACKNOWLEDGE, reply)


async def _write(session: AsyncSession, cast: Cast, unit: Organisation) -> None:
    day = clock.today() - timedelta(days=9)
    entry = TalkIn(
        kind=TalkKind.LETTER, organisation_id=unit.id, due_on=day, addressee="区财政局党组",
        number=f"云区直工委函〔{day.year}〕7号", content=texts.LETTER, talker=TALKER,
        title="关于督促加强机关党务工作的函",
    )  # fmt: skip
    with at(day):
        made = await service.create(session, cast.officer, entry)
        await settle(session)
        await _act(session, cast.officer, made.id, T.HOLD, TalkActionIn())
