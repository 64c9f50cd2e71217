"""Duty reports over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.documents.answers import PRINTED, language_of_document, printed
from gongwei.documents.description import Language
from gongwei.documents.formats import FormatQuery
from gongwei.duty_reports.reports import acts, service
from gongwei.duty_reports.reports.document import report_document
from gongwei.duty_reports.reports.schemas import (
    DutyReportChangeIn,
    DutyReportFactsOut,
    DutyReportIn,
    DutyReportLineOut,
    DutyReportOut,
    DutyReportQuery,
)
from gongwei.duty_reports.reports.workflow import DutyReportAction

reports = APIRouter(prefix="/duty-reports", tags=["duty-reports"], route_class=ResourceRoute)

CallersLanguage = Annotated[Language, Depends(language_of_document)]


@reports.get("", summary="Duty reports, what changed last first")
async def list_duty_reports(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[DutyReportQuery, Query()]
) -> Page[DutyReportLineOut]:
    return await service.list_reports(session, actor, asked)


@reports.post("", status_code=201, summary="Begin the report of a participant")
async def create_duty_report(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: DutyReportIn, language: CallersLanguage,
) -> DutyReportOut:  # fmt: skip
    return created(response, request, await service.begin(session, actor, entry, language))


@reports.get("/{report_id}", summary="One report, as far as the caller may read it")
async def read_duty_report(
    response: Response, session: CurrentSession, actor: CurrentActor, report_id: UUID,
    language: CallersLanguage,
) -> DutyReportOut:  # fmt: skip
    return tagged(response, await service.read(session, actor, report_id, language))


@reports.patch("/{report_id}", summary="Save what was written, while it is written")
async def change_duty_report(
    response: Response, session: CurrentSession, actor: CurrentActor, report_id: UUID,
    version: IfMatch, patch: DutyReportChangeIn,
) -> DutyReportOut:  # fmt: skip
    return tagged(response, await service.change(session, actor, report_id, version, patch))


@reports.delete("/{report_id}", status_code=204, summary="Delete a draft")
async def delete_duty_report(session: CurrentSession, actor: CurrentActor, report_id: UUID) -> None:
    await service.discard(session, actor, report_id)


@reports.post("/{report_id}/actions/{action}", summary="Submit, return, accept, note as presented")
async def act_on_duty_report(
    response: Response, session: CurrentSession, actor: CurrentActor, report_id: UUID,
    action: DutyReportAction, language: CallersLanguage, body: ActionIn | None = None,
) -> DutyReportOut:  # fmt: skip
    given = body or ActionIn()
    moved = await acts.act(session, actor, report_id, action, given, language)
    return tagged(response, moved)


@reports.get("/{report_id}/history", summary="Who did what to it when, newest first")
async def read_duty_report_history(
    session: CurrentSession, actor: CurrentActor, report_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    await service.known(session, actor, report_id)
    return await history(session, "duty_report", report_id, page)


@reports.get("/{report_id}/facts", summary="Facts from the system, to quote in the report")
async def read_duty_report_facts(
    session: CurrentSession, actor: CurrentActor, report_id: UUID, language: CallersLanguage
) -> DutyReportFactsOut:
    return await service.read_facts(session, actor, report_id, language)


@reports.get("/{report_id}/document", response_class=Response, responses=PRINTED)
async def print_duty_report(
    request: Request, session: CurrentSession, actor: CurrentActor, report_id: UUID,
    asked: Annotated[FormatQuery, Query()], language: CallersLanguage,
) -> Response:  # fmt: skip
    """The report as Word or PDF, with what came from the system or came late marked so."""
    made = await report_document(session, actor, report_id, language)
    return await printed(request, made.document, asked.format, made.name)
