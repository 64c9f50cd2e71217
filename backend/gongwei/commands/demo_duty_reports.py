"""Reports of the demonstration's duty reviews: written, judged, commented on, put right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, system_actor
from gongwei.access.models import Organisation, Person
from gongwei.audit.record import settle
from gongwei.commands import demo_duty_texts as texts
from gongwei.commands.demo_nominations import at
from gongwei.commands.demo_people import Cast
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.schemas import ActionIn
from gongwei.duty_reports.reports import acts as report_acts
from gongwei.duty_reports.reports import comments
from gongwei.duty_reports.reports import service as reports
from gongwei.duty_reports.reports.comment_schemas import DutyCommentIn
from gongwei.duty_reports.reports.models import CommentKind
from gongwei.duty_reports.reports.schemas import DutyReportChangeIn, DutyReportIn
from gongwei.duty_reports.reports.workflow import DutyReportAction
from gongwei.duty_reports.rounds.models import DutyParticipant
from gongwei.tasks import service as tasks
from gongwei.tasks.models import Task
from gongwei.tasks.schemas import TaskActionIn
from gongwei.tasks.workflow import TaskAction

A = DutyReportAction
HEARD_ON_SITE = 3
"""Secretaries who heard what to rectify at last year's meeting."""


@dataclass(frozen=True)
class Reporter:
    """A secretary who takes part, and who writes the report in that name."""

    number: int
    organisation_id: UUID
    actor: Actor


async def reporters_of(session: AsyncSession, cast: Cast, round_id: UUID) -> list[Reporter]:
    """In the order of the meeting; where no account is, in the name of the secretary."""
    query = (
        select(DutyParticipant, Organisation, Person)
        .join(Organisation, col(Organisation.id) == col(DutyParticipant.organisation_id))
        .join(Person, col(Person.id) == col(DutyParticipant.person_id))
        .where(DutyParticipant.round_id == round_id)
        .order_by(col(DutyParticipant.position))
    )
    await narrow(session, WHOLE_TREE)
    return [
        Reporter(
            number, unit.id,
            cast.secretaries.get(unit.id)
            or replace(system_actor(unit), label=person.name, person_id=person.id),
        )
        for number, (_, unit, person) in enumerate((await session.exec(query)).all())
    ]  # fmt: skip


async def hand_in(
    session: AsyncSession, reporter: Reporter, round_id: UUID, *, submit: bool = True
) -> UUID:
    await narrow(session, WHOLE_TREE)
    entry = DutyReportIn(round_id=round_id, organisation_id=reporter.organisation_id)
    begun = await reports.begin(session, reporter.actor, entry, "zh")
    await settle(session)
    await narrow(session, WHOLE_TREE)
    written = {
        key: [{"text": text} for text in paragraphs]
        for key, paragraphs in texts.SECTIONS.items()
        if submit or key in ("rectification", "duties")
    }
    patch = DutyReportChangeIn.model_validate({"sections": written})
    await reports.change(session, reporter.actor, begun.id, begun.version, patch)
    await settle(session)
    if submit:
        await judge(session, reporter.actor, begun.id, A.SUBMIT)
    return begun.id


async def judge(
    session: AsyncSession, actor: Actor, report_id: UUID, action: DutyReportAction,
    reason: str | None = None,
) -> None:  # fmt: skip
    await narrow(session, WHOLE_TREE)
    await report_acts.act(session, actor, report_id, action, ActionIn(reason=reason), "zh")
    await settle(session)
    await narrow(session, WHOLE_TREE)


async def hear(session: AsyncSession, leader: Actor, report_id: UUID, number: int) -> None:
    """Everybody hears a strength or a demand; the first few what they have to put right."""
    praised = (CommentKind.STRENGTH, texts.STRENGTH)
    said = [praised if number % 2 else (CommentKind.DEMAND, texts.DEMAND)]
    if number < HEARD_ON_SITE:
        said.append((CommentKind.PROBLEM, texts.PROBLEM))
    for kind, text in said:
        await narrow(session, WHOLE_TREE)
        entry = DutyCommentIn(kind=kind, text=text, on_site=True)
        await comments.create(session, leader, report_id, entry)
        await settle(session)


async def rectify(
    session: AsyncSession, officer: Actor, meeting_on: date, reporters: Sequence[Reporter]
) -> None:
    """What was heard is put right within three weeks, and verified by the officer."""
    by_place = {one.organisation_id: one.actor for one in reporters}
    query = select(Task.id, Task.organisation_id).where(Task.origin_type == "duty_comment")
    await narrow(session, WHOLE_TREE)
    for task_id, place_id in (await session.exec(query)).all():
        steps = (
            (by_place[place_id], TaskAction.START, TaskActionIn(), 3),
            (by_place[place_id], TaskAction.SUBMIT, TaskActionIn(evidence=texts.RECTIFIED), 20),
            (officer, TaskAction.VERIFY, TaskActionIn(), 24),
        )
        for actor, action, body, days in steps:
            with at(meeting_on + timedelta(days=days)):
                await narrow(session, WHOLE_TREE)
                await tasks.act(session, actor, task_id, action, body)
                await settle(session)
