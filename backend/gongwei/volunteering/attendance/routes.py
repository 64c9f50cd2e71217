"""/check-ins, /check-in-batches, and what stands around them at shifts, activities and /me."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Annotated, NamedTuple
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, CurrentActor, admit, read_claims
from gongwei.audit.schemas import HistoryOut
from gongwei.core.db import CurrentSession, get_session
from gongwei.core.idempotency import KEY_HEADER
from gongwei.core.pagination import PageQuery
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.core.tokens import AccessClaims
from gongwei.volunteering.attendance import own, roster, screen, service
from gongwei.volunteering.attendance.grouping import gate_of
from gongwei.volunteering.attendance.models import CheckInMethod
from gongwei.volunteering.attendance.schemas import (
    AttemptOut,
    AttendanceOut,
    BatchOut,
    CheckInBatchIn,
    CheckInIn,
    CheckInOut,
    CheckInQuery,
    OwnAttendanceOut,
    PersonalCodeOut,
    RosterLineOut,
    RosterQuery,
    ShiftCodeOut,
)
from gongwei.volunteering.attendance.workflow import CheckInAction

router = APIRouter(tags=["attendance"], route_class=ResourceRoute)

Ahead = Annotated[int, Query(ge=1, le=60, description="Minutes for which codes are given ahead.")]


class Turn(NamedTuple):
    """An entry or exit that was sent, by whom; with a transaction of its own, or for the gate."""

    given: CheckInIn
    claims: AccessClaims
    alone: tuple[AsyncSession, Actor] | None = None


async def in_turn(
    request: Request, claims: Annotated[AccessClaims, Depends(read_claims)], given: CheckInIn
) -> AsyncIterator[Turn]:
    """A scan shares a transaction with others. What a leader sends, and what names a key under
    which its answer is kept, has its own; a key that is the nonce itself says nothing more.
    """
    key = request.headers.get(KEY_HEADER, str(given.nonce))
    if given.method is CheckInMethod.SCAN and key == str(given.nonce):
        yield Turn(given, claims)
        return
    async with asynccontextmanager(get_session)(request) as session:
        yield Turn(given, claims, (session, await admit(request, session, claims)))


InTurn = Annotated[Turn, Depends(in_turn, scope="function")]


@router.post(
    "/check-ins",
    status_code=201,
    summary="Check in or out: by the shift's code, by a personal code, or by the list",
    responses={
        200: {"model": CheckInOut, "description": "Taken before, by a request with the same nonce"}
    },
)
async def create_check_in(request: Request, response: Response, turn: InTurn) -> CheckInOut:
    if turn.alone is not None:
        answer = await service.check_in(*turn.alone, turn.given)
    else:
        state = request.app.state
        gate = gate_of(state.database, require_otp=state.settings.require_otp)
        answer = await gate.scan(turn.claims, request.state.request_id, turn.given)
    if answer.before:
        response.status_code = 200
        return tagged(response, answer.check_in)
    return created(response, request, answer.check_in)


@router.get("/shifts/{shift_id}/code", summary="The rotating code that the screen shows")
async def read_shift_code(
    session: CurrentSession, actor: CurrentActor, shift_id: UUID, ahead_minutes: Ahead = 15
) -> ShiftCodeOut:
    ahead = timedelta(minutes=ahead_minutes)
    return await screen.read_shift_code(session, actor, shift_id, ahead)


@router.post("/check-in-batches", summary="Send what lay on a phone without network")
async def create_check_in_batch(
    request: Request, session: CurrentSession, actor: CurrentActor, batch: CheckInBatchIn
) -> BatchOut:
    return await service.check_in_batch(session, actor, batch.items, language_of(request))


@router.get("/check-ins", summary="Check-ins, the last recorded first")
async def list_check_ins(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[CheckInQuery, Query()]
) -> Page[CheckInOut]:
    return await service.list_check_ins(session, actor, asked)


@router.get("/check-ins/{check_in_id}", summary="One check-in, also for the person it is about")
async def read_check_in(
    response: Response, session: CurrentSession, actor: CurrentActor, check_in_id: UUID
) -> CheckInOut:
    return tagged(response, await service.read(session, actor, check_in_id))


@router.post("/check-ins/{check_in_id}/actions/{action}", summary="Accept or annul a check-in")
async def act_on_check_in(
    response: Response, session: CurrentSession, actor: CurrentActor, check_in_id: UUID,
    action: CheckInAction, body: ActionIn | None = None,
) -> CheckInOut:  # fmt: skip
    reason = body.reason if body is not None else None
    return tagged(response, await service.act(session, actor, check_in_id, action, reason))


@router.get("/check-ins/{check_in_id}/history", summary="Who did what with it when, newest first")
async def read_check_in_history(
    session: CurrentSession, actor: CurrentActor, check_in_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    return await service.read_history(session, actor, check_in_id, page)


@router.get("/activities/{activity_id}/roster", summary="Who is expected, inside or gone, by name")
async def read_roster(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID,
    asked: Annotated[RosterQuery, Query()],
) -> Page[RosterLineOut]:  # fmt: skip
    return await roster.read_roster(session, actor, activity_id, asked)


@router.get("/activities/{activity_id}/attendance", summary="The activity's attendance in figures")
async def read_attendance(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID
) -> AttendanceOut:
    return await roster.read_attendance(session, actor, activity_id)


@router.get("/activities/{activity_id}/check-in-attempts", summary="Tries that were refused")
async def list_check_in_attempts(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID, page: PageQuery
) -> Page[AttemptOut]:
    return await roster.list_attempts(session, actor, activity_id, page)


@router.get("/me/attendance", summary="The caller's own shifts of today, and what comes next")
async def read_own_attendance(session: CurrentSession, actor: CurrentActor) -> OwnAttendanceOut:
    return await own.read_own_attendance(session, actor)


@router.get("/me/check-ins", summary="The caller's own check-ins, the latest day first")
async def list_own_check_ins(
    session: CurrentSession, actor: CurrentActor, page: PageQuery
) -> Page[CheckInOut]:
    return await own.list_own_check_ins(session, actor, page)


@router.get("/me/personal-code", summary="The code that the caller's phone shows")
async def read_personal_code(session: CurrentSession, actor: CurrentActor) -> PersonalCodeOut:
    return await own.read_personal_code(session, actor)


@router.post("/me/personal-code/actions/renew", summary="Replace the personal code")
async def renew_personal_code(session: CurrentSession, actor: CurrentActor) -> PersonalCodeOut:
    return await own.renew_personal_code(session, actor)
