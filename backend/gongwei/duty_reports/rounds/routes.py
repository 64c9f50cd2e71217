"""Rounds, their participants and schemes over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Items, Page
from gongwei.duty_reports.rounds import participants, scheme_revisions, service
from gongwei.duty_reports.rounds.schemas import (
    DutyParticipantChangeIn,
    DutyParticipantIn,
    DutyParticipantOut,
    DutyParticipantQuery,
    DutyRoundChangeIn,
    DutyRoundCopyIn,
    DutyRoundIn,
    DutyRoundOut,
    DutyRoundQuery,
    ParticipantOrderIn,
    ParticipantsRefreshedOut,
    SchemeExampleIn,
    SchemeExampleOut,
    SchemeRevisionIn,
    SchemeRevisionOut,
)
from gongwei.duty_reports.rounds.workflow import DutyRoundAction

rounds = APIRouter(prefix="/duty-rounds", tags=["duty-rounds"], route_class=ResourceRoute)
duty_participants = APIRouter(
    prefix="/duty-participants", tags=["duty-rounds"], route_class=ResourceRoute
)
routers = (rounds, duty_participants)


@rounds.get("", summary="Rounds of the duty review, the latest year first")
async def list_duty_rounds(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[DutyRoundQuery, Query()]
) -> Page[DutyRoundOut]:
    return await service.list_rounds(session, actor, asked)


@rounds.post("", status_code=201, summary="Prepare a round")
async def create_duty_round(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    given: DutyRoundIn,
) -> DutyRoundOut:  # fmt: skip
    return created(response, request, await service.create(session, actor, given))


@rounds.post("/example", summary="A scheme worked through with made-up sheets")
async def work_duty_scheme_example(actor: CurrentActor, given: SchemeExampleIn) -> SchemeExampleOut:
    return scheme_revisions.example(actor, given)


@rounds.get("/{round_id}", summary="One round, with its participants counted by their reports")
async def read_duty_round(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID
) -> DutyRoundOut:
    return tagged(response, await service.read(session, actor, round_id))


@rounds.patch("/{round_id}", summary="Change a draft; put off the days of an open round")
async def change_duty_round(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    version: IfMatch, patch: DutyRoundChangeIn,
) -> DutyRoundOut:  # fmt: skip
    return tagged(response, await service.change(session, actor, round_id, version, patch))


@rounds.delete("/{round_id}", status_code=204, summary="Delete a draft with its list")
async def delete_duty_round(session: CurrentSession, actor: CurrentActor, round_id: UUID) -> None:
    await service.discard(session, actor, round_id)


@rounds.post("/{round_id}/actions/{action}", summary="Move a round along")
async def act_on_duty_round(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    action: DutyRoundAction, body: ActionIn | None = None,
) -> DutyRoundOut:  # fmt: skip
    given = body or ActionIn()
    return tagged(response, await service.act(session, actor, round_id, action, given))


@rounds.get("/{round_id}/history", summary="Who did what to it when, newest first")
async def read_duty_round_history(
    session: CurrentSession, actor: CurrentActor, round_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    return await service.read_history(session, actor, round_id, page)


@rounds.post("/{round_id}/copy", status_code=201, summary="Prepare a round like this one")
async def copy_duty_round(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    given: DutyRoundCopyIn,
) -> DutyRoundOut:  # fmt: skip
    made = await service.copy(session, actor, round_id, given)
    response.headers["Location"] = f"/api/v1/duty-rounds/{made.id}"
    return tagged(response, made)


@rounds.get("/{round_id}/scheme-revisions", summary="The scheme since the opening, with changes")
async def list_duty_scheme_revisions(
    session: CurrentSession, actor: CurrentActor, round_id: UUID
) -> Items[SchemeRevisionOut]:
    return await scheme_revisions.list_revisions(session, actor, round_id)


@rounds.post(
    "/{round_id}/scheme-revisions", status_code=201, summary="Revise the scheme, with the reason"
)
async def create_duty_scheme_revision(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    given: SchemeRevisionIn,
) -> SchemeRevisionOut:  # fmt: skip
    made = await scheme_revisions.revise(session, actor, round_id, given)
    response.headers["Location"] = f"/api/v1/duty-rounds/{round_id}/scheme-revisions"
    return tagged(response, made)


@rounds.get("/{round_id}/participants", summary="The list in the order of the meeting")
async def list_duty_participants(
    session: CurrentSession, actor: CurrentActor, round_id: UUID,
    asked: Annotated[DutyParticipantQuery, Query()],
) -> Page[DutyParticipantOut]:  # fmt: skip
    return await participants.list_participants(session, actor, round_id, asked)


@rounds.post(
    "/{round_id}/participants", status_code=201, summary="Add an organisation, with the reason"
)
async def create_duty_participant(
    response: Response, session: CurrentSession, actor: CurrentActor, round_id: UUID,
    given: DutyParticipantIn,
) -> DutyParticipantOut:  # fmt: skip
    made = await participants.add(session, actor, round_id, given)
    response.headers["Location"] = f"/api/v1/duty-participants/{made.id}"
    return tagged(response, made)


@rounds.post("/{round_id}/participants/refresh", summary="Derive the list anew from the tree")
async def refresh_duty_participants(
    session: CurrentSession, actor: CurrentActor, round_id: UUID
) -> ParticipantsRefreshedOut:
    return await participants.refresh(session, actor, round_id)


@rounds.put("/{round_id}/participants/order", summary="Set the order of the meeting")
async def order_duty_participants(
    session: CurrentSession, actor: CurrentActor, round_id: UUID, given: ParticipantOrderIn
) -> Page[DutyParticipantOut]:
    return await participants.put_in_order(session, actor, round_id, given)


@duty_participants.get("/{participant_id}", summary="One participant of a round")
async def read_duty_participant(
    response: Response, session: CurrentSession, actor: CurrentActor, participant_id: UUID
) -> DutyParticipantOut:
    return tagged(response, await participants.read(session, actor, participant_id))


@duty_participants.patch("/{participant_id}", summary="Leave out, include, or move in the order")
async def change_duty_participant(
    response: Response, session: CurrentSession, actor: CurrentActor, participant_id: UUID,
    version: IfMatch, patch: DutyParticipantChangeIn,
) -> DutyParticipantOut:  # fmt: skip
    made = await participants.change(session, actor, participant_id, version, patch)
    return tagged(response, made)
