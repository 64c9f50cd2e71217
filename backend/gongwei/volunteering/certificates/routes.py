"""/certificates, /me/certificates, seals, transcripts, and the public check."""

from pathlib import Path as FilePath
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.core.api_document import refused_with
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.documents.answers import PRINTED, PRINTED_PDF, language_of_document, printed, set_apart
from gongwei.documents.formats import FormatQuery
from gongwei.volunteering.certificates import public, reading, seals, service
from gongwei.volunteering.certificates.document import certificate_document
from gongwei.volunteering.certificates.schemas import (
    CertificateIn,
    CertificateNoticeOut,
    CertificateOut,
    CertificateQuery,
    OwnCertificateIn,
    PublicCertificateOut,
    SealIn,
    SealOut,
)
from gongwei.volunteering.certificates.transcript import own_transcript, transcript
from gongwei.volunteering.certificates.workflow import CertificateAction

router = APIRouter(tags=["certificates"], route_class=ResourceRoute)

CodeInPath = Annotated[str, Path(min_length=1, max_length=32, pattern="^[0-9A-Za-z]+$")]


def _origin(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _data_dir(request: Request) -> FilePath:
    found: Any = request.app.state.settings.data_dir
    return FilePath(found)


@router.get("/me/certificates", summary="The caller's own certificates, the latest first")
async def list_own_certificates(
    request: Request, session: CurrentSession, actor: CurrentActor, page: PageQuery
) -> Page[CertificateOut]:
    return await reading.list_own(session, actor, page, _origin(request))


@router.post("/me/certificates", status_code=201, summary="Ask for a certificate of one's service")
async def create_own_certificate(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: OwnCertificateIn,
) -> CertificateOut:  # fmt: skip
    made = await service.request_own(session, actor, entry, _origin(request))
    response.headers["Location"] = f"/api/v1/certificates/{made.id}"
    return tagged(response, made)


@router.get("/me/certificate-notices", summary="What is on notice in the own unit today")
async def list_own_certificate_notices(
    session: CurrentSession, actor: CurrentActor, page: PageQuery
) -> Page[CertificateNoticeOut]:
    return await reading.list_notices(session, actor, page)


@router.get("/certificates", summary="Certificates of the subtree, the latest request first")
async def list_certificates(
    request: Request, session: CurrentSession, actor: CurrentActor,
    asked: Annotated[CertificateQuery, Query()],
) -> Page[CertificateOut]:  # fmt: skip
    return await reading.list_certificates(session, actor, asked, _origin(request))


@router.post("/certificates", status_code=201, summary="Ask for a certificate for somebody")
async def create_certificate(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: CertificateIn,
) -> CertificateOut:  # fmt: skip
    made = await service.request(session, actor, entry, _origin(request))
    return created(response, request, made)


@router.get("/certificates/{certificate_id}", summary="One certificate, also for whose it is")
async def read_certificate(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    certificate_id: UUID,
) -> CertificateOut:  # fmt: skip
    return tagged(response, await reading.read(session, actor, certificate_id, _origin(request)))


@router.post("/certificates/{certificate_id}/actions/{action}", summary="Issue or revoke it")
async def act_on_certificate(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    certificate_id: UUID, action: CertificateAction, body: ActionIn | None = None,
) -> CertificateOut:  # fmt: skip
    given, origin = body or ActionIn(), _origin(request)
    return tagged(
        response, await service.act(session, actor, certificate_id, action, given, origin)
    )


@router.get("/certificates/{certificate_id}/history", summary="Who did what with it, newest first")
async def read_certificate_history(
    session: CurrentSession, actor: CurrentActor, certificate_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    return await reading.read_history(session, actor, certificate_id, page)


@router.get(
    "/certificates/{certificate_id}/document",
    response_class=Response,
    responses={**PRINTED_PDF, **refused_with(409)},
    summary="An issued certificate as PDF",
)
async def print_certificate(
    request: Request, session: CurrentSession, actor: CurrentActor, certificate_id: UUID
) -> Response:
    made = await certificate_document(
        session, actor, certificate_id,
        origin=_origin(request), data_dir=_data_dir(request),
        language=language_of_document(request),
    )  # fmt: skip
    return await set_apart(request, made.document, made.name)


@router.get(
    "/public/certificates/{code}",
    responses=refused_with(429),
    tags=["public"],
    summary="Check a certificate by its code",
)
async def read_public_certificate(request: Request, code: CodeInPath) -> PublicCertificateOut:
    caller = request.client.host if request.client else ""
    return await public.check(request.app.state.database, code, caller)


@router.get(
    "/organisations/{organisation_id}/seal", summary="The seal that stands on what it issues"
)
async def read_organisation_seal(
    response: Response, session: CurrentSession, actor: CurrentActor, organisation_id: UUID
) -> SealOut:
    return tagged(response, await seals.read_seal(session, actor, organisation_id))


@router.put("/organisations/{organisation_id}/seal", summary="Take a picture as the seal")
async def enter_organisation_seal(
    response: Response, session: CurrentSession, actor: CurrentActor, organisation_id: UUID,
    body: SealIn,
) -> SealOut:  # fmt: skip
    return tagged(response, await seals.enter_seal(session, actor, organisation_id, body))


@router.delete(
    "/organisations/{organisation_id}/seal", status_code=204, summary="Print with it no longer"
)
async def delete_organisation_seal(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID
) -> None:
    await seals.remove_seal(session, actor, organisation_id)


@router.get(
    "/me/volunteer-transcript",
    response_class=Response,
    responses={**PRINTED, **refused_with(409)},
    summary="One's own service as Word or PDF",
)
async def print_own_volunteer_transcript(
    request: Request, session: CurrentSession, actor: CurrentActor,
    asked: Annotated[FormatQuery, Query()],
) -> Response:  # fmt: skip
    made = await own_transcript(session, actor, language_of_document(request))
    return await printed(request, made.document, asked.format, made.name)


@router.get(
    "/volunteer-transcripts/{person_id}",
    response_class=Response,
    responses=PRINTED,
    summary="Somebody's service as Word or PDF",
)
async def print_volunteer_transcript(
    request: Request, session: CurrentSession, actor: CurrentActor, person_id: UUID,
    asked: Annotated[FormatQuery, Query()],
) -> Response:  # fmt: skip
    made = await transcript(session, actor, person_id, language_of_document(request))
    return await printed(request, made.document, asked.format, made.name)
