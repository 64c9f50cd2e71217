"""/duty-rounds/{round_id}/ballots, /ballot-sessions, /me/ballots, and the ballot behind a code."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Request, Response

from gongwei.access.actor import (
    Actor,
    CurrentActor,
    load_actor,
    not_signed_in,
    read_claims,
)
from gongwei.accounts.public_codes import counting_misses
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.api_document import NEVER_REPLAYED, refused_with
from gongwei.core.db import WHOLE_TREE, CurrentSession, Database
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import ResourceRoute, tagged
from gongwei.core.schemas import ActionIn, Items, Page
from gongwei.core.tokens import AccessClaims
from gongwei.documents.answers import PRINTED_PDF, language_of_document, set_apart
from gongwei.duty_reports.ballots import casting, reading, service, slips
from gongwei.duty_reports.ballots.codes import LONGEST_TYPED
from gongwei.duty_reports.ballots.schemas import (
    BallotIn,
    BallotOut,
    BallotSessionIn,
    BallotSessionOut,
    CastOut,
    IssuedOut,
    OwnBallotOut,
    PapersIn,
    SlipsIn,
    VoidIn,
)
from gongwei.duty_reports.ballots.workflow import BallotSessionAction

router = APIRouter(tags=["ballots"], route_class=ResourceRoute)
public = APIRouter(prefix="/public/ballots", tags=["public"], route_class=ResourceRoute)

TypedInPath = Annotated[str, Path(min_length=1, max_length=LONGEST_TYPED)]
CAST_BEFORE: dict[int | str, dict[str, Any]] = {
    200: {"model": CastOut, "description": "The same ballot was cast before; it counts"}
}


@router.get("/duty-rounds/{round_id}/ballots", summary="The votings of a round, with their counts")
async def list_ballot_sessions(
    session: CurrentSession, actor: CurrentActor, round_id: UUID, page: PageQuery
) -> Page[BallotSessionOut]:
    return await reading.list_sessions(session, actor, round_id, page)


@router.post(
    "/duty-rounds/{round_id}/ballots", status_code=201, openapi_extra=NEVER_REPLAYED,
    summary="Arrange a voting and issue its first papers; codes are shown this once",
)  # fmt: skip
async def create_ballot_session(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    round_id: UUID, entry: BallotSessionIn,
) -> IssuedOut:  # fmt: skip
    _keep_nothing(request, response)
    made = await service.create_session(session, actor, round_id, entry)
    response.headers["Location"] = f"/api/v1/ballot-sessions/{made.id}"
    return tagged(response, made)


def _keep_nothing(request: Request, response: Response) -> None:
    """An answer that holds a secret, or a vote, is never kept for replays."""
    request.state.idempotency = None
    response.headers["Cache-Control"] = "no-store"


@router.get("/ballot-sessions/{session_id}", summary="One voting with its counts")
async def read_ballot_session(
    response: Response, session: CurrentSession, actor: CurrentActor, session_id: UUID
) -> BallotSessionOut:
    return tagged(response, await reading.read_session(session, actor, session_id))


@router.post(
    "/ballot-sessions/{session_id}/papers", openapi_extra=NEVER_REPLAYED,
    summary="Issue more papers; codes are shown this once",
)  # fmt: skip
async def issue_ballot_papers(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    session_id: UUID, entry: PapersIn,
) -> IssuedOut:  # fmt: skip
    _keep_nothing(request, response)
    return tagged(response, await service.issue(session, actor, session_id, entry))


@router.post("/ballot-sessions/{session_id}/papers/void", summary="Void papers that were not used")
async def void_ballot_papers(
    response: Response, session: CurrentSession, actor: CurrentActor, session_id: UUID,
    entry: VoidIn,
) -> BallotSessionOut:  # fmt: skip
    return tagged(response, await service.void(session, actor, session_id, entry))


@router.post(
    "/ballot-sessions/{session_id}/slips", response_class=Response, responses=PRINTED_PDF,
    openapi_extra=NEVER_REPLAYED, summary="Issue new codes and print their slips, this once",
)  # fmt: skip
async def print_ballot_slips(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    session_id: UUID, entry: SlipsIn,
) -> Response:  # fmt: skip
    _keep_nothing(request, response)
    made = await slips.print_slips(
        session, actor, session_id, entry,
        origin=str(request.base_url).rstrip("/"), language=language_of_document(request),
    )  # fmt: skip
    printed = await set_apart(request, made.document, made.name)
    printed.headers["Cache-Control"] = "no-store"
    return printed


@router.post("/ballot-sessions/{session_id}/actions/{action}", summary="Close or open it again")
async def act_on_ballot_session(
    response: Response, session: CurrentSession, actor: CurrentActor, session_id: UUID,
    action: BallotSessionAction, body: ActionIn | None = None,
) -> BallotSessionOut:  # fmt: skip
    given = body or ActionIn()
    return tagged(response, await service.act(session, actor, session_id, action, given))


@router.get("/ballot-sessions/{session_id}/history", summary="Who did what with it, newest first")
async def read_ballot_session_history(
    session: CurrentSession, actor: CurrentActor, session_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    found = await reading.read_session(session, actor, session_id)
    return await history(session, "ballot_session", found.id, page)


@router.get("/me/ballots", summary="What the caller may vote on by account")
async def list_own_ballots(session: CurrentSession, actor: CurrentActor) -> Items[OwnBallotOut]:
    return await reading.list_own(session, actor)


@router.get("/me/ballots/{session_id}", summary="The caller's own ballot of a voting")
async def read_own_ballot(
    session: CurrentSession, actor: CurrentActor, session_id: UUID
) -> BallotOut:
    return await reading.read_own(session, actor, session_id)


async def read_voter(
    request: Request, claims: Annotated[AccessClaims, Depends(read_claims)]
) -> Actor:
    """Who votes, read in a transaction that has ended before the ballot's begin: a request that
    held a connection and waited for another could wait for ever.
    """
    state = request.app.state
    async with state.database.transaction() as session:
        actor = await load_actor(
            session, claims, request.state.request_id, state.settings.require_otp
        )
    if actor is None:
        raise not_signed_in()
    return actor


@router.post(
    "/me/ballots/{session_id}", status_code=201, responses={**CAST_BEFORE},
    openapi_extra=NEVER_REPLAYED, summary="Cast the caller's own ballot, once and secretly",
)  # fmt: skip
async def cast_own_ballot(
    request: Request, response: Response, voter: Annotated[Actor, Depends(read_voter)],
    session_id: UUID, said: BallotIn,
) -> CastOut:  # fmt: skip
    database: Database = request.app.state.database
    async with casting.in_turn(database):
        before = await casting.cast(database, casting.by_account(voter, session_id), said)
    return _counted(request, response, before)


def _counted(request: Request, response: Response, before: bool) -> CastOut:
    response.headers["Location"] = request.url.path
    response.headers["Cache-Control"] = "no-store"
    response.status_code = 200 if before else 201
    return CastOut()


@public.get("/{code}", summary="The ballot behind a one-time code", responses=refused_with(429))
async def read_public_ballot(request: Request, response: Response, code: TypedInPath) -> BallotOut:
    paper = casting.by_code(casting.readable(code))
    response.headers["Cache-Control"] = "no-store"
    async with counting_misses(request) as database, database.transaction(WHOLE_TREE) as session:
        return await reading.read_ballot(session, paper)


@public.post(
    "/{code}", status_code=201, responses={**CAST_BEFORE, **refused_with(409, 429)},
    summary="Cast the ballot behind a one-time code, once and secretly",
)  # fmt: skip
async def cast_public_ballot(
    request: Request, response: Response, code: TypedInPath, said: BallotIn
) -> CastOut:
    paper = casting.by_code(casting.readable(code))
    async with (
        casting.in_turn(request.app.state.database),
        counting_misses(request) as database,
    ):
        before = await casting.cast(database, paper, said)
    return _counted(request, response, before)


routers = (router, public)
