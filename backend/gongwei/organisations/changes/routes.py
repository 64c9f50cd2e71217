"""Change requests over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.organisations.changes import service
from gongwei.organisations.changes.presentation import present_changes
from gongwei.organisations.changes.preview import preview_out
from gongwei.organisations.changes.schemas import (
    ChangeEditIn,
    ChangeIn,
    ChangeOut,
    ChangeQuery,
    PreviewOut,
)
from gongwei.organisations.changes.workflow import ChangeAction
from gongwei.organisations.models import OrganisationChange
from gongwei.organisations.schemas import Language

router = APIRouter(
    prefix="/organisation-changes", tags=["organisation-changes"], route_class=ResourceRoute
)
DryRun = Annotated[bool, Query(description="Show what would change, and write nothing")]


def _language(request: Request) -> Language:
    return "en" if language_of(request) == "en" else "zh"


async def _present(
    request: Request, session: CurrentSession, actor: CurrentActor, change: OrganisationChange
) -> ChangeOut:
    return (await present_changes(session, actor, [change], _language(request)))[0]


@router.get("", summary="Change requests, newest first")
async def list_organisation_changes(
    request: Request, session: CurrentSession, actor: CurrentActor,
    asked: Annotated[ChangeQuery, Query()],
) -> Page[ChangeOut]:  # fmt: skip
    found = await service.list_changes(session, actor, asked)
    items = await present_changes(session, actor, found.items, _language(request))
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


@router.post(
    "",
    status_code=201,
    summary="Prepare a change, or with dry_run see what it would do",
    responses={200: {"model": PreviewOut, "description": "dry_run=true: what the change would do"}},
)
async def create_organisation_change(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: ChangeIn, dry_run: DryRun = False,
) -> ChangeOut | PreviewOut:  # fmt: skip
    if dry_run:
        response.status_code = 200
        return preview_out(await service.try_out(session, actor, entry), _language(request))
    change = await service.prepare(session, actor, entry)
    return created(response, request, await _present(request, session, actor, change))


@router.get("/{change_id}", summary="One change request")
async def read_organisation_change(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    change_id: UUID,
) -> ChangeOut:  # fmt: skip
    change = await service.read(session, actor, change_id)
    return tagged(response, await _present(request, session, actor, change))


@router.get("/{change_id}/preview", summary="What the change would do as things stand")
async def preview_organisation_change(
    request: Request, session: CurrentSession, actor: CurrentActor, change_id: UUID
) -> PreviewOut:
    return preview_out(await service.preview(session, actor, change_id), _language(request))


@router.patch("/{change_id}", summary="Change a draft or what was returned")
async def change_organisation_change(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    change_id: UUID, version: IfMatch, patch: ChangeEditIn,
) -> ChangeOut:  # fmt: skip
    change = await service.edit(session, actor, change_id, version, patch)
    return tagged(response, await _present(request, session, actor, change))


@router.delete("/{change_id}", status_code=204, summary="Delete a draft")
async def delete_organisation_change(
    session: CurrentSession, actor: CurrentActor, change_id: UUID
) -> None:
    await service.discard(session, actor, change_id)


@router.post("/{change_id}/actions/{action}", summary="Submit, approve, return, reject, withdraw")
async def act_on_organisation_change(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    change_id: UUID, action: ChangeAction, body: ActionIn | None = None,
) -> ChangeOut:  # fmt: skip
    reason = body.reason if body else None
    change = await service.act(session, actor, change_id, action, reason)
    return tagged(response, await _present(request, session, actor, change))


@router.get("/{change_id}/history", summary="Who did what to it when, newest first")
async def read_organisation_change_history(
    session: CurrentSession, actor: CurrentActor, change_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    change = await service.read(session, actor, change_id)
    return await history(session, "organisation_change", change.id, page)
