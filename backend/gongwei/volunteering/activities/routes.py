"""/activities, /shifts, /sign-ups, /me/activities and /excluded-words."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.volunteering.activities import excluding, notices, own, service, shifts, sign_ups
from gongwei.volunteering.activities.schemas import (
    ActivityChangeIn,
    ActivityIn,
    ActivityNoticeOut,
    ActivityOut,
    ActivityQuery,
    CancelIn,
    CopyIn,
    ExcludedWordIn,
    ExcludedWordOut,
    ShiftChangeIn,
    ShiftIn,
    ShiftOut,
)
from gongwei.volunteering.activities.sign_up_schemas import (
    OwnActivityOut,
    OwnActivityQuery,
    SignUpIn,
    SignUpOut,
    SignUpQuery,
)
from gongwei.volunteering.activities.workflow import ActivityAction, SignUpAction

router = APIRouter(tags=["activities"], route_class=ResourceRoute)
HOME = "/api/v1"


@router.get("/me/activities", summary="Activities that concern the caller, the earliest first")
async def list_own_activities(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[OwnActivityQuery, Query()]
) -> Page[OwnActivityOut]:
    return await own.list_own(session, actor, asked)


@router.get("/me/activities/{activity_id}", summary="One activity that concerns the caller")
async def read_own_activity(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID
) -> OwnActivityOut:
    return await own.read_own(session, actor, activity_id)


@router.get("/activities", summary="Activities, the latest start first")
async def list_activities(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[ActivityQuery, Query()]
) -> Page[ActivityOut]:
    return await service.list_activities(session, actor, asked)


@router.post("/activities", status_code=201, summary="Plan an activity with its shifts")
async def create_activity(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: ActivityIn,
) -> ActivityOut:  # fmt: skip
    return created(response, request, await service.create(session, actor, entry))


@router.get("/activities/{activity_id}", summary="One activity, also for its leader")
async def read_activity(
    response: Response, session: CurrentSession, actor: CurrentActor, activity_id: UUID
) -> ActivityOut:
    return tagged(response, await service.read(session, actor, activity_id))


@router.patch("/activities/{activity_id}", summary="Change a draft or what is published")
async def change_activity(
    response: Response, session: CurrentSession, actor: CurrentActor, activity_id: UUID,
    version: IfMatch, patch: ActivityChangeIn,
) -> ActivityOut:  # fmt: skip
    return tagged(response, await service.change(session, actor, activity_id, version, patch))


@router.delete("/activities/{activity_id}", status_code=204, summary="Delete a draft")
async def delete_activity(session: CurrentSession, actor: CurrentActor, activity_id: UUID) -> None:
    await service.discard(session, actor, activity_id)


@router.post("/activities/{activity_id}/actions/{action}", summary="Move an activity along")
async def act_on_activity(
    response: Response, session: CurrentSession, actor: CurrentActor, activity_id: UUID,
    action: ActivityAction, body: ActionIn | None = None,
) -> ActivityOut:  # fmt: skip
    given = body or ActionIn()
    return tagged(response, await service.act(session, actor, activity_id, action, given))


@router.get("/activities/{activity_id}/history", summary="Who did what with it, newest first")
async def read_activity_history(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    return await service.read_history(session, actor, activity_id, page)


@router.post(
    "/activities/{activity_id}/copies", status_code=201,
    summary="Plan the next one from this one: a draft with every shift on another day",
)  # fmt: skip
async def copy_activity(
    response: Response, session: CurrentSession, actor: CurrentActor, activity_id: UUID,
    entry: CopyIn,
) -> ActivityOut:  # fmt: skip
    made = await service.copy(session, actor, activity_id, entry)
    response.headers["Location"] = f"{HOME}/activities/{made.id}"
    return tagged(response, made)


@router.get("/activities/{activity_id}/notices", summary="What those signed up were told")
async def list_activity_notices(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID, page: PageQuery
) -> Page[ActivityNoticeOut]:
    return await notices.list_notices(session, actor, activity_id, page)


@router.get("/activities/{activity_id}/shifts", summary="Shifts of an activity, by their start")
async def list_shifts(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID, page: PageQuery
) -> Page[ShiftOut]:
    return await shifts.list_shifts(session, actor, activity_id, page)


@router.post(
    "/activities/{activity_id}/shifts", status_code=201, summary="Add a shift to an activity"
)
async def create_shift(
    response: Response, session: CurrentSession, actor: CurrentActor, activity_id: UUID,
    entry: ShiftIn,
) -> ShiftOut:  # fmt: skip
    made = await shifts.add(session, actor, activity_id, entry)
    response.headers["Location"] = f"{HOME}/shifts/{made.id}"
    return tagged(response, made)


@router.get("/shifts/{shift_id}", summary="One shift")
async def read_shift(
    response: Response, session: CurrentSession, actor: CurrentActor, shift_id: UUID
) -> ShiftOut:
    return tagged(response, await shifts.read(session, actor, shift_id))


@router.patch("/shifts/{shift_id}", summary="Change a shift; sign-ups stay")
async def change_shift(
    response: Response, session: CurrentSession, actor: CurrentActor, shift_id: UUID,
    version: IfMatch, patch: ShiftChangeIn,
) -> ShiftOut:  # fmt: skip
    return tagged(response, await shifts.change(session, actor, shift_id, version, patch))


@router.post("/shifts/{shift_id}/actions/cancel", summary="Cancel a shift")
async def cancel_shift(
    response: Response, session: CurrentSession, actor: CurrentActor, shift_id: UUID,
    body: CancelIn | None = None,
) -> ShiftOut:  # fmt: skip
    return tagged(response, await shifts.cancel(session, actor, shift_id, body or CancelIn()))


@router.get("/activities/{activity_id}/sign-ups", summary="Sign-ups, in their order")
async def list_sign_ups(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID,
    asked: Annotated[SignUpQuery, Query()],
) -> Page[SignUpOut]:  # fmt: skip
    return await sign_ups.list_sign_ups(session, actor, activity_id, asked)


@router.post("/sign-ups", status_code=201, summary="Sign up for a shift")
async def create_sign_up(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: SignUpIn,
) -> SignUpOut:  # fmt: skip
    return created(response, request, await sign_ups.sign_up(session, actor, entry))


@router.get("/sign-ups/{sign_up_id}", summary="One sign-up, also for whoever is signed up")
async def read_sign_up(
    response: Response, session: CurrentSession, actor: CurrentActor, sign_up_id: UUID
) -> SignUpOut:
    return tagged(response, await sign_ups.read(session, actor, sign_up_id))


@router.post("/sign-ups/{sign_up_id}/actions/{action}", summary="Promote or cancel a sign-up")
async def act_on_sign_up(
    response: Response, session: CurrentSession, actor: CurrentActor, sign_up_id: UUID,
    action: SignUpAction, body: ActionIn | None = None,
) -> SignUpOut:  # fmt: skip
    reason = body.reason if body else None
    return tagged(response, await sign_ups.act(session, actor, sign_up_id, action, reason))


@router.get("/excluded-words", summary="Words that no activity may be called by")
async def list_excluded_words(
    session: CurrentSession, actor: CurrentActor, page: PageQuery
) -> Page[ExcludedWordOut]:
    return await excluding.list_words(session, actor, page)


@router.post("/excluded-words", status_code=201, summary="Exclude a word from titles")
async def create_excluded_word(
    response: Response, session: CurrentSession, actor: CurrentActor, entry: ExcludedWordIn
) -> ExcludedWordOut:
    added = await excluding.add_word(session, actor, entry.word)
    response.headers["Location"] = f"{HOME}/excluded-words/{added.id}"
    return ExcludedWordOut.model_validate(added)


@router.delete("/excluded-words/{word_id}", status_code=204, summary="Allow a word again")
async def delete_excluded_word(session: CurrentSession, actor: CurrentActor, word_id: UUID) -> None:
    await excluding.drop_word(session, actor, word_id)
