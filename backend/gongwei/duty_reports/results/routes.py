"""/duty-rounds/{round_id}/results with what stands behind them, revisions, export, /me."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.core.api_document import refused_with
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.problem_responses import language_of
from gongwei.core.requests import SANDBOX_POLICY
from gongwei.core.routing import ResourceRoute, tagged
from gongwei.core.schemas import ActionIn, Items, Page
from gongwei.documents.answers import PRINTED, language_of_document, printed
from gongwei.documents.formats import FormatQuery
from gongwei.duty_reports.results import deciding, own, publishing, reading
from gongwei.duty_reports.results.notice import notice
from gongwei.duty_reports.results.schemas import (
    DecisionIn,
    DutyResultExplanationOut,
    DutyResultOut,
    DutyResultQuery,
    OwnDutyResultOut,
    ResultDocumentOut,
    ResultObjectionIn,
    ResultRevisionOut,
)
from gongwei.duty_reports.results.workflow import DutyResultAction as A
from gongwei.objections.schemas import ObjectionOut

router = APIRouter(tags=["duty-results"], route_class=ResourceRoute)

ROUND = "/duty-rounds/{round_id}"
RESULT = f"{ROUND}/results/{{organisation_id}}"
Revision = Annotated[int, Path(ge=1, le=10000)]
EXPORTED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A file for `gongwei duty recount`",
        "content": {"application/octet-stream": {}},
    }
}


@router.get(f"{ROUND}/results", summary="Results in the order of the meeting, for those who run it")
async def list_duty_results(
    session: CurrentSession, actor: CurrentActor, round_id: UUID,
    asked: Annotated[DutyResultQuery, Query()],
) -> Page[DutyResultOut]:  # fmt: skip
    return await reading.list_results(session, actor, round_id, asked)


@router.get(RESULT, summary="One result, also for whom it is about once it is published")
async def read_duty_result(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    organisation_id: UUID,
) -> DutyResultOut:  # fmt: skip
    return tagged(response, await reading.read_result(session, actor, round_id, organisation_id))


@router.get(f"{RESULT}/explanation", summary="Every step from the sheets to the grade, in words")
async def read_duty_result_explanation(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    round_id: UUID, organisation_id: UUID,
) -> DutyResultExplanationOut:  # fmt: skip
    language = language_of(request)
    return tagged(
        response, await reading.explain(session, actor, round_id, organisation_id, language)
    )


@router.post(f"{RESULT}/decision", summary="Decide the grade")
async def decide_duty_result(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    organisation_id: UUID, given: DecisionIn,
) -> DutyResultOut:  # fmt: skip
    return tagged(response, await deciding.decide(session, actor, round_id, organisation_id, given))


@router.post(f"{RESULT}/actions/confirm", summary="Confirm the grade that another decided")
async def confirm_duty_result(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    organisation_id: UUID, body: ActionIn | None = None,
) -> DutyResultOut:  # fmt: skip
    given = body or ActionIn()
    return tagged(
        response, await deciding.act(session, actor, round_id, organisation_id, A.CONFIRM, given)
    )


@router.post(f"{RESULT}/actions/refuse", summary="Refuse the grade that another decided")
async def refuse_duty_result(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    organisation_id: UUID, body: ActionIn | None = None,
) -> DutyResultOut:  # fmt: skip
    given = body or ActionIn()
    return tagged(
        response, await deciding.act(session, actor, round_id, organisation_id, A.REFUSE, given)
    )


@router.post(f"{RESULT}/actions/take_back", summary="Take a decision back before publication")
async def take_back_duty_result(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    organisation_id: UUID, body: ActionIn | None = None,
) -> DutyResultOut:  # fmt: skip
    given = body or ActionIn()
    return tagged(
        response, await deciding.act(session, actor, round_id, organisation_id, A.TAKE_BACK, given)
    )


@router.get(f"{RESULT}/history", summary="Who did what with it, newest first")
async def read_duty_result_history(
    session: CurrentSession, actor: CurrentActor, round_id: UUID, organisation_id: UUID,
    page: PageQuery,
) -> Page[HistoryOut]:  # fmt: skip
    return await reading.read_history(session, actor, round_id, organisation_id, page)


@router.get(
    f"{RESULT}/notice", response_class=Response, responses={**PRINTED, **refused_with(409)},
    summary="The notice to whom it is about, as Word or PDF",
)  # fmt: skip
async def print_duty_result_notice(
    request: Request, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    organisation_id: UUID, asked: Annotated[FormatQuery, Query()],
) -> Response:  # fmt: skip
    language = language_of_document(request)
    made = await notice(session, actor, round_id, organisation_id, language)
    return await printed(request, made.document, asked.format, made.name)


@router.post(f"{RESULT}/acknowledge", summary="Acknowledge the notice of one's own result")
async def acknowledge_duty_result(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    organisation_id: UUID,
) -> OwnDutyResultOut:  # fmt: skip
    return tagged(response, await own.acknowledge(session, actor, round_id, organisation_id))


@router.get(f"{RESULT}/objections", summary="Objections to the result, the newest first")
async def list_duty_result_objections(
    session: CurrentSession, actor: CurrentActor, round_id: UUID, organisation_id: UUID
) -> Items[ObjectionOut]:
    return await own.list_objections(session, actor, round_id, organisation_id)


@router.post(f"{RESULT}/objections", status_code=201, summary="Object to one's own result")
async def object_to_duty_result(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    organisation_id: UUID, given: ResultObjectionIn,
) -> ObjectionOut:  # fmt: skip
    made = await own.object_to(session, actor, round_id, organisation_id, given)
    response.headers["Location"] = f"/api/v1/objections/{made.id}"
    return tagged(response, made)


@router.get(f"{ROUND}/revisions", summary="Published revisions with their hashes, the latest first")
async def list_duty_result_revisions(
    session: CurrentSession, actor: CurrentActor, round_id: UUID, page: PageQuery
) -> Page[ResultRevisionOut]:
    return await publishing.list_revisions(session, actor, round_id, page)


@router.get(f"{ROUND}/revisions/{{revision}}", summary="A published revision with its document")
async def read_duty_result_revision(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    revision: Revision,
) -> ResultDocumentOut:  # fmt: skip
    return tagged(response, await publishing.read_revision(session, actor, round_id, revision))


@router.get(
    f"{ROUND}/export", response_class=Response, responses={**EXPORTED, **refused_with(409)},
    summary="The latest published revision as a file for the recount",
)  # fmt: skip
async def export_duty_results(
    session: CurrentSession, actor: CurrentActor, round_id: UUID
) -> Response:
    content, name = await publishing.export(session, actor, round_id)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}.json",
        "Content-Security-Policy": SANDBOX_POLICY,
    }
    return Response(content, media_type="application/octet-stream", headers=headers)


@router.get("/me/duty-results", summary="The caller's own published results and the class's spread")
async def list_own_duty_results(
    session: CurrentSession, actor: CurrentActor
) -> Items[OwnDutyResultOut]:
    return await own.list_own(session, actor)
