"""Duty reports: begun and written by the participant's organisation, saved while they are written.

What is written is read by the writers alone until it is submitted (`standing.reads_text`).
"""

from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, require, visible
from gongwei.archives.sections import Language
from gongwei.audit.record import record
from gongwei.core.errors import DELETE_REFUSED
from gongwei.core.pagination import paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.core.workflow import TO_CHANGE
from gongwei.duty_reports.reports.facts import shown_facts, subject_of
from gongwei.duty_reports.reports.models import DutyReport, DutyReportState
from gongwei.duty_reports.reports.problems import (
    NOT_A_PARTICIPANT,
    NOT_THEIR_REPORT,
    REPORT_EXISTS,
)
from gongwei.duty_reports.reports.reading import (
    NAMELESS,
    READ,
    ReportLine,
    lines_out,
    narrowed,
    one_line,
    present,
    report_lines,
)
from gongwei.duty_reports.reports.schemas import (
    DutyReportChangeIn,
    DutyReportFactsOut,
    DutyReportIn,
    DutyReportLineOut,
    DutyReportOut,
    DutyReportQuery,
)
from gongwei.duty_reports.reports.standing import (
    RoundAbove,
    allowed_actions,
    is_writer,
    refuse_not_running,
    round_above,
    rounds_above,
)
from gongwei.duty_reports.reports.workflow import DUTY_REPORT
from gongwei.duty_reports.reports.writing import attach, write_sections
from gongwei.duty_reports.rounds.models import DutyParticipant

WRITE = Permission.DUTY_REPORTS_WRITE
KEY: Any = col(DutyReport.id)
SORTS: dict[str, Any] = {
    "updated_at": col(DutyReport.updated_at),
    "created_at": col(DutyReport.created_at),
}


async def list_reports(
    session: AsyncSession, actor: Actor, asked: DutyReportQuery
) -> Page[DutyReportLineOut]:
    """One page of the caller's subtree, what changed last first."""
    query = narrowed(report_lines(actor), asked).where(
        await owned_within(session, actor, col(DutyReport.organisation_id), asked)
    )
    found = await paginate(session, query, asked, sorts=SORTS, default="-updated_at", key=KEY)
    items = await lines_out(session, actor, [ReportLine(*row) for row in found.items])
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def read(
    session: AsyncSession, actor: Actor, report_id: UUID, language: Language
) -> DutyReportOut:
    """One report. 404 when it may not be known."""
    await fetch(session, actor, DutyReport, report_id, read=READ)
    return await present(session, actor, report_id, language)


async def known(session: AsyncSession, actor: Actor, report_id: UUID) -> None:
    """404 when the report may not be known."""
    await fetch(session, actor, DutyReport, report_id, read=READ)


async def read_facts(
    session: AsyncSession, actor: Actor, report_id: UUID, language: Language
) -> DutyReportFactsOut:
    """The facts beside a report, as of its last day or today before it."""
    report = await fetch(session, actor, DutyReport, report_id, read=READ)
    above = await round_above(session, actor, report.round_id)
    return DutyReportFactsOut(
        as_of=subject_of(report, above).as_of,
        kept=report.facts is not None,
        items=await shown_facts(session, actor, report, above, language),
    )


async def begin(
    session: AsyncSession, actor: Actor, entry: DutyReportIn, language: Language
) -> DutyReportOut:
    """Begin the one report of a participant.

    409 `report_exists` with its id, `not_a_participant`, `round_not_running`; 422 for a round that
    the organisation knows nothing of.
    """
    place = await require(session, actor, WRITE, entry.organisation_id)
    refuse_strangers(actor, place)
    participant, above = await _participation(session, actor, place, entry.round_id)
    refuse_not_running(above)
    begun = visible(actor, DutyReport, READ).where(col(DutyReport.participant_id) == participant.id)
    found = (await session.exec(begun)).first()
    if found is not None:
        raise REPORT_EXISTS(members={"report_id": str(found.id)}, place=place.name)
    report = DutyReport(
        organisation_id=place.id,
        round_id=above.id,
        participant_id=participant.id,
        person_id=participant.person_id,
    )
    session.add(report)
    line = await one_line(session, actor, report.id)
    record(session, actor, "duty_report.create", report, label=line.name or NAMELESS)
    return await present(session, actor, report.id, language)


async def _participation(
    session: AsyncSession, actor: Actor, place: Organisation, round_id: UUID
) -> tuple[DutyParticipant, RoundAbove]:
    """The organisation's place in the round, locked, so that of two who begin one is refused."""
    query = visible(actor, DutyParticipant, READ).where(
        col(DutyParticipant.round_id) == round_id, col(DutyParticipant.organisation_id) == place.id
    )
    participant = (await session.exec(query.with_for_update())).first()
    above = (await rounds_above(session, actor, [round_id])).get(round_id)
    if above is None:
        raise one_fault("/round_id", "unknown_round", "没有这次述职评议", "There is no such round")
    if participant is None or not participant.included:
        raise NOT_A_PARTICIPANT(place=place.name, round=above.title)
    return participant, above


def refuse_strangers(actor: Actor, place: Organisation) -> None:
    """403 `not_their_report` for whoever acts for another organisation, be it above."""
    if not is_writer(actor, place.id):
        raise NOT_THEIR_REPORT(place=place.name)


async def place_of(session: AsyncSession, actor: Actor, report: DutyReport) -> Organisation:
    """The organisation that the report belongs to."""
    read = Permission.ORGANISATIONS_READ
    return await fetch(session, actor, Organisation, report.organisation_id, read=read)


async def change(
    session: AsyncSession, actor: Actor, report_id: UUID, version: int, patch: DutyReportChangeIn
) -> DutyReportOut:
    """Save what was written, every few seconds while somebody writes. What is saved as it stood
    moves nothing. 409 once it is handed in, 412 stale.
    """
    report = await fetch(session, actor, DutyReport, report_id, read=READ, need=WRITE)
    refuse_strangers(actor, await place_of(session, actor, report))
    await fetch(session, actor, DutyReport, report_id, read=READ, version=version)
    above = await round_above(session, actor, report.round_id)
    refuse_not_running(above)
    if report.state not in DUTY_REPORT.editable:
        allowed = allowed_actions(actor, report, above)
        raise DUTY_REPORT.refusal(report.state, TO_CHANGE, allowed)
    if patch.sections is not None:
        write_sections(report, above, patch.sections)
    if "file_ids" in patch.model_fields_set:
        await attach(session, actor, report, patch.file_ids or [])
    if session.is_modified(report):
        line = await one_line(session, actor, report.id)
        record(session, actor, "duty_report.change", report, label=line.name or NAMELESS)
    return await present(session, actor, report.id, None)


async def discard(session: AsyncSession, actor: Actor, report_id: UUID) -> None:
    """Delete a draft. 409 `delete_refused` in any other state."""
    report = await fetch(session, actor, DutyReport, report_id, read=READ, need=WRITE)
    refuse_strangers(actor, await place_of(session, actor, report))
    if report.state is not DutyReportState.DRAFT:
        raise DELETE_REFUSED(action=("退回修改", "return"))
    line = await one_line(session, actor, report.id)
    await session.delete(report)
    record(session, actor, "duty_report.delete", report, label=line.name or NAMELESS)
