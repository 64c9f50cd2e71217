"""Organisations over HTTP: the list, the tree, and one of them, on any day."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core import clock
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import Items, Page
from gongwei.organisations import service
from gongwei.organisations.changes.routes import router as changes
from gongwei.organisations.presentation import present, present_one
from gongwei.organisations.schemas import (
    DayQuery,
    EdgeOut,
    Language,
    OrganisationChangeableIn,
    OrganisationIn,
    OrganisationOut,
    OrganisationQuery,
    TimelineItemOut,
    TreeItemOut,
    TreeOut,
    TreeQuery,
)
from gongwei.organisations.terms.routes import router as terms
from gongwei.organisations.timeline import read_edges, read_timeline
from gongwei.organisations.units.routes import router as units

router = APIRouter(prefix="/organisations", tags=["organisations"], route_class=ResourceRoute)
routers = (router, changes, units, terms)

On = Annotated[DayQuery, Query()]


@router.get("", summary="Organisations, now or as of a day")
async def list_organisations(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[OrganisationQuery, Query()]
) -> Page[OrganisationOut]:
    found = await service.list_rows(session, actor, asked)
    items = await present(session, actor, found.items, asked.as_of)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


@router.post("", status_code=201, summary="Enter an organisation that exists already")
async def create_organisation(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: OrganisationIn,
) -> OrganisationOut:  # fmt: skip
    organisation = await service.create(session, actor, entry)
    return created(response, request, await present_one(session, actor, organisation))


@router.get("/tree", summary="The tree below an organisation, or what a search finds in it")
async def read_organisation_tree(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[TreeQuery, Query()]
) -> TreeOut:
    items = await service.read_tree(session, actor, asked)
    return TreeOut(as_of=asked.as_of or clock.today(), items=items)


@router.get("/{organisation_id}", summary="One organisation, now or as of a day")
async def read_organisation(
    response: Response, session: CurrentSession, actor: CurrentActor, organisation_id: UUID, on: On
) -> OrganisationOut:
    organisation = await service.read(session, actor, organisation_id, on.as_of)
    answer = await present_one(session, actor, organisation, on.as_of)
    return answer if on.as_of else tagged(response, answer)


@router.patch("/{organisation_id}", summary="Change what has no date of its own")
async def change_organisation(
    response: Response, session: CurrentSession, actor: CurrentActor, organisation_id: UUID,
    version: IfMatch, patch: OrganisationChangeableIn,
) -> OrganisationOut:  # fmt: skip
    organisation = await service.change(session, actor, organisation_id, version, patch)
    return tagged(response, await present_one(session, actor, organisation))


@router.get("/{organisation_id}/children", summary="What stands directly below, in protocol order")
async def list_organisation_children(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID, on: On
) -> Items[TreeItemOut]:
    return Items(items=await service.read_children(session, actor, organisation_id, on.as_of))


@router.get("/{organisation_id}/ancestors", summary="What stands above, the top first")
async def list_organisation_ancestors(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID, on: On
) -> Items[TreeItemOut]:
    return Items(items=await service.read_ancestors(session, actor, organisation_id, on.as_of))


@router.get(
    "/{organisation_id}/edges", summary="Dated leadership and guidance, of all times or of a day"
)
async def list_organisation_edges(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID, on: On
) -> Items[EdgeOut]:
    organisation = await service.read(session, actor, organisation_id, on.as_of)
    return Items(items=await read_edges(session, actor, organisation, on.as_of))


@router.get(
    "/{organisation_id}/timeline", summary="What happened to it, ever or by a day, oldest first"
)
async def read_organisation_timeline(
    request: Request, session: CurrentSession, actor: CurrentActor, organisation_id: UUID, on: On
) -> Items[TimelineItemOut]:
    organisation = await service.read(session, actor, organisation_id)
    language: Language = "en" if language_of(request) == "en" else "zh"
    return Items(items=await read_timeline(session, actor, organisation, language, on.as_of))


@router.get("/{organisation_id}/history", summary="Who did what to it when, newest first")
async def read_organisation_history(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    organisation = await service.read(session, actor, organisation_id)
    return await history(session, "organisation", organisation.id, page)
