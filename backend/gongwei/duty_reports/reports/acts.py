"""Acts upon reports: handed in by the organisation, then judged by the organiser of the round.

The task to submit the report follows: submitted with it, verified or given back with it.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.archives.sections import Language
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.schemas import ActionIn
from gongwei.duty_reports.reports.facts import kept_facts
from gongwei.duty_reports.reports.models import DutyReport
from gongwei.duty_reports.reports.reading import NAMELESS, READ, one_line, present
from gongwei.duty_reports.reports.releasing import release_anchored
from gongwei.duty_reports.reports.schemas import DutyReportOut
from gongwei.duty_reports.reports.service import place_of, refuse_strangers
from gongwei.duty_reports.reports.standing import (
    RoundAbove,
    allowed_actions,
    refuse_not_running,
    refuse_others,
    refuse_own,
    round_above,
)
from gongwei.duty_reports.reports.workflow import DUTY_REPORT, DutyReportAction
from gongwei.duty_reports.reports.writing import refuse_empty
from gongwei.duty_reports.rounds.models import DutyParticipant
from gongwei.duty_reports.rounds.owing import origin_of
from gongwei.tasks.by_origin import reject_given, submit_given, verify_given
from gongwei.tasks.schemas import OriginIn

A = DutyReportAction


@dataclass(frozen=True)
class Step:
    """One act upon one report; `origin` is what the task to submit it comes of."""

    session: AsyncSession
    actor: Actor
    report: DutyReport
    above: RoundAbove
    reason: str | None
    origin: OriginIn


async def act(
    session: AsyncSession, actor: Actor, report_id: UUID, action: DutyReportAction,
    body: ActionIn, language: Language,
) -> DutyReportOut:  # fmt: skip
    """Move a report along.

    Raises `not_their_report`, `not_the_organiser`, `own_matter` (403), `round_not_running` (409)
    besides what the workflow raises.
    """
    need = Permission(DUTY_REPORT[action].permission)
    report = await fetch(session, actor, DutyReport, report_id, read=READ, need=need)
    above = await round_above(session, actor, report.round_id)
    if action is A.SUBMIT:
        refuse_strangers(actor, await place_of(session, actor, report))
    else:
        refuse_others(actor, above)
        refuse_own(actor, report)
    refuse_not_running(above)
    participant = await fetch(session, actor, DutyParticipant, report.participant_id, read=READ)
    name = (await one_line(session, actor, report.id)).name or NAMELESS
    allowed = allowed_actions(actor, report, above)
    DUTY_REPORT.apply(report, action, allowed, body.reason)
    await STEPS[action](Step(session, actor, report, above, body.reason, origin_of(participant)))
    record(session, actor, f"duty_report.{action}", report, label=name, reason=body.reason)
    return await present(session, actor, report.id, language)


async def submit(step: Step) -> None:
    """Handed in; after the last day it is late for ever, however often it comes back."""
    report = step.report
    refuse_empty(report, step.above)
    report.submitted_at = clock.now()
    if report.first_submitted_at is None:
        report.first_submitted_at = report.submitted_at
        report.late = clock.today() > step.above.report_due_on
    await submit_given(step.session, step.actor, step.origin)


async def give_back(step: Step) -> None:
    """To be written again, with the caller's comments on its paragraphs."""
    step.report.facts, step.report.accepted_at = None, None
    await reject_given(step.session, step.actor, step.origin, step.reason)
    await release_anchored(step.session, step.actor, step.report)


async def accept(step: Step) -> None:
    """The facts beside it are kept as they stand."""
    report = step.report
    report.facts = await kept_facts(step.session, step.actor, report, step.above)
    report.accepted_at = clock.now()
    await verify_given(step.session, step.actor, step.origin)


async def present_orally(step: Step) -> None:
    """It was reported at the meeting, today."""
    step.report.presented_on = clock.today()


STEPS: Mapping[DutyReportAction, Callable[[Step], Awaitable[None]]] = MappingProxyType(
    {A.SUBMIT: submit, A.RETURN: give_back, A.ACCEPT: accept, A.PRESENT: present_orally}
)
