"""Terms of office over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import Actor, CurrentActor
from gongwei.access.dated import is_today
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core import clock
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import Page
from gongwei.organisations.models import Term, TermState
from gongwei.organisations.terms import service
from gongwei.organisations.terms.periods import is_due_soon, is_overdue, is_running
from gongwei.organisations.terms.schemas import (
    TermActionIn,
    TermChangeIn,
    TermIn,
    TermOut,
    TermQuery,
)
from gongwei.organisations.terms.workflow import TermAction

router = APIRouter(prefix="/terms", tags=["terms"], route_class=ResourceRoute)


def _out(actor: Actor, term: Term, name: str, as_of: date | None = None) -> TermOut:
    day = as_of or clock.today()
    shown = {**term.model_dump(), "allowed_actions": service.allowed_actions(actor, term)}
    if not is_today(as_of):
        is_over = not is_running(term, day)
        shown["state"] = TermState.ENDED if is_over else TermState.SERVING
        shown["ended_on"] = term.ended_on if is_over else None
        shown["allowed_actions"] = []
    return TermOut(
        **shown,
        organisation_name=name,
        due_soon=is_due_soon(term, day),
        overdue=is_overdue(term, day),
    )


async def _present(session: CurrentSession, actor: Actor, term: Term) -> TermOut:
    return _out(actor, *(await service.with_names(session, actor, [term]))[0])


@router.get(
    "", summary="Terms of office, of all times or of a day, those that end first before the others"
)
async def list_terms(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[TermQuery, Query()]
) -> Page[TermOut]:
    found = await service.list_rows(session, actor, asked)
    named = await service.with_names(session, actor, list(found.items), asked.as_of)
    items = [_out(actor, term, name, asked.as_of) for term, name in named]
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


@router.post("", status_code=201, summary="Enter a term since its election")
async def create_term(
    request: Request,
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    entry: TermIn,
) -> TermOut:
    term = await service.create(session, actor, entry)
    return created(response, request, await _present(session, actor, term))


@router.get("/{term_id}", summary="One term")
async def read_term(
    response: Response, session: CurrentSession, actor: CurrentActor, term_id: UUID
) -> TermOut:
    term = await service.read(session, actor, term_id)
    return tagged(response, await _present(session, actor, term))


@router.patch("/{term_id}", summary="Correct or prolong a running term")
async def change_term(
    response: Response, session: CurrentSession, actor: CurrentActor, term_id: UUID,
    version: IfMatch, patch: TermChangeIn,
) -> TermOut:  # fmt: skip
    term = await service.change(session, actor, term_id, version, patch)
    return tagged(response, await _present(session, actor, term))


@router.post("/{term_id}/actions/{action}", summary="Start the election, or end the term")
async def act_on_term(
    response: Response, session: CurrentSession, actor: CurrentActor, term_id: UUID,
    action: TermAction, body: TermActionIn | None = None,
) -> TermOut:  # fmt: skip
    term = await service.act(session, actor, term_id, action, body or TermActionIn())
    return tagged(response, await _present(session, actor, term))


@router.get("/{term_id}/history", summary="Who did what to it when, newest first")
async def read_term_history(
    session: CurrentSession, actor: CurrentActor, term_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    term = await service.read(session, actor, term_id)
    return await history(session, "term", term.id, page)
