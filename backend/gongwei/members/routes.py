"""The roster over HTTP. Every list and body masks identity numbers and phones."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core import clock
from gongwei.core.api_document import NEVER_REPLAYED
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import Day, Items, Page
from gongwei.members import lookup, moves, service
from gongwei.members.models import Membership
from gongwei.members.presentation import member_out
from gongwei.members.roster import RosterLine
from gongwei.members.schemas import (
    LeaveIn,
    LookupIn,
    MemberChangeIn,
    MemberIn,
    MemberOut,
    MembershipOut,
    MoveIn,
    RevealedOut,
    RevealIn,
    RosterQuery,
)

router = APIRouter(prefix="/members", tags=["members"], route_class=ResourceRoute)
routers = (router,)

AsOf = Annotated[Day | None, Query(description="The day to look at; today when left out")]


@router.get("", summary="The roster, now or as of a day")
async def list_members(
    session: CurrentSession, actor: CurrentActor, filters: Annotated[RosterQuery, Query()]
) -> Page[MemberOut]:
    found = await service.list_roster(session, actor, filters)
    on = filters.as_of or clock.today()
    items = [member_out(actor, RosterLine(*line), on) for line in found.items]
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


@router.post("", status_code=201, summary="Enter a member")
async def create_member(
    request: Request,
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    entry: MemberIn,
) -> MemberOut:
    member = await service.create(session, actor, entry)
    return created(response, request, await _present(session, actor, member.id))


@router.post(
    "/lookup",
    summary="The member with an identity number; this is recorded",
    openapi_extra=NEVER_REPLAYED,
)
async def look_up_member(
    request: Request,
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    asked: LookupIn,
) -> MemberOut:
    """In a body, because addresses are kept in histories and logs. 404 when nobody has it."""
    # Nor is a digest of the number kept for replays.
    request.state.idempotency = None
    response.headers["Cache-Control"] = "no-store"
    line = await lookup.look_up(session, actor, asked.identity_number)
    return tagged(response, member_out(actor, line, clock.today()))


@router.get("/{member_id}", summary="One member, now or as of a day")
async def read_member(
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    member_id: UUID,
    as_of: AsOf = None,
) -> MemberOut:
    line = await service.read_line(session, actor, member_id, as_of)
    return tagged(response, member_out(actor, line, as_of or clock.today()))


@router.patch("/{member_id}", summary="Correct what is held about a member")
async def change_member(
    response: Response, session: CurrentSession, actor: CurrentActor, member_id: UUID,
    entry: MemberChangeIn, version: IfMatch,
) -> MemberOut:  # fmt: skip
    await service.change(session, actor, member_id, entry, version)
    return tagged(response, await _present(session, actor, member_id))


@router.get("/{member_id}/memberships", summary="Where the member belonged, latest first")
async def list_memberships(
    session: CurrentSession, actor: CurrentActor, member_id: UUID
) -> Items[MembershipOut]:
    found = await service.memberships(session, actor, member_id)
    return Items(items=[membership_out(*row) for row in found])


@router.get("/{member_id}/history", summary="Who did what to the member's record, when and why")
async def read_member_history(
    session: CurrentSession, actor: CurrentActor, member_id: UUID, params: PageQuery
) -> Page[HistoryOut]:
    await service.read_line(session, actor, member_id)
    return await history(session, "member", member_id, params)


@router.post("/{member_id}/actions/transfer", summary="Move a member to another branch or group")
async def transfer_member(
    response: Response, session: CurrentSession, actor: CurrentActor, member_id: UUID, entry: MoveIn
) -> MemberOut:
    await moves.transfer(session, actor, member_id, entry)
    return tagged(response, await _present(session, actor, member_id))


@router.post("/{member_id}/actions/leave", summary="Take a member off the roster")
async def remove_member(
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    member_id: UUID,
    entry: LeaveIn,
) -> MemberOut:
    await moves.leave(session, actor, member_id, entry)
    return tagged(response, await _present(session, actor, member_id))


@router.post("/{member_id}/actions/readmit", summary="Put someone who left back on the roster")
async def readmit_member(
    response: Response, session: CurrentSession, actor: CurrentActor, member_id: UUID, entry: MoveIn
) -> MemberOut:
    await moves.readmit(session, actor, member_id, entry)
    return tagged(response, await _present(session, actor, member_id))


@router.post("/{member_id}/actions/reveal", summary="Read the full numbers; this is recorded")
async def reveal_member(
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    member_id: UUID,
    entry: RevealIn,
) -> RevealedOut:
    response.headers["Cache-Control"] = "no-store"
    person = await service.reveal(session, actor, member_id, entry.reason)
    return RevealedOut(identity_number=person.identity_number, phone=person.phone)


async def _present(session: CurrentSession, actor: CurrentActor, member_id: UUID) -> MemberOut:
    return member_out(actor, await service.read_line(session, actor, member_id), clock.today())


def membership_out(
    row: Membership, organisation_name: str, group_name: str | None
) -> MembershipOut:
    return MembershipOut(
        id=row.id,
        organisation_id=row.organisation_id,
        organisation_name=organisation_name,
        group_id=row.group_id,
        group_name=group_name,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
