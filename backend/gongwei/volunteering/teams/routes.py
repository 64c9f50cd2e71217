"""/volunteer-teams, their members, and /me/volunteer-teams."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.volunteering.teams import members, service
from gongwei.volunteering.teams.schemas import (
    JoinIn,
    OwnTeamsQuery,
    TeamLeaveIn,
    TeamMemberChangeIn,
    TeamMemberQuery,
    VolunteerTeamChangeIn,
    VolunteerTeamIn,
    VolunteerTeamMemberIn,
    VolunteerTeamMemberOut,
    VolunteerTeamOut,
    VolunteerTeamQuery,
)
from gongwei.volunteering.teams.workflow import TeamAction

router = APIRouter(tags=["volunteer-teams"], route_class=ResourceRoute)


@router.get("/me/volunteer-teams", summary="The caller's teams, or those that one may join")
async def list_own_volunteer_teams(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[OwnTeamsQuery, Query()]
) -> Page[VolunteerTeamOut]:
    return await members.list_own(session, actor, asked)


@router.post("/me/volunteer-teams", status_code=201, summary="Join a team")
async def join_volunteer_team(
    response: Response, session: CurrentSession, actor: CurrentActor, entry: JoinIn
) -> VolunteerTeamMemberOut:
    joined = await members.join_own(session, actor, entry.team_id)
    response.headers["Location"] = "/api/v1/me/volunteer-teams"
    return tagged(response, joined)


@router.post("/me/volunteer-teams/{team_id}/actions/leave", summary="Leave a team")
async def leave_volunteer_team(
    response: Response, session: CurrentSession, actor: CurrentActor, team_id: UUID
) -> VolunteerTeamMemberOut:
    return tagged(response, await members.leave_own(session, actor, team_id))


@router.get("/volunteer-teams", summary="Corps, detachments and teams, by name")
async def list_volunteer_teams(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[VolunteerTeamQuery, Query()]
) -> Page[VolunteerTeamOut]:
    return await service.list_teams(session, actor, asked)


@router.post("/volunteer-teams", status_code=201, summary="Found a team")
async def create_volunteer_team(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: VolunteerTeamIn,
) -> VolunteerTeamOut:  # fmt: skip
    return created(response, request, await service.create(session, actor, entry))


@router.get("/volunteer-teams/{team_id}", summary="One team")
async def read_volunteer_team(
    response: Response, session: CurrentSession, actor: CurrentActor, team_id: UUID
) -> VolunteerTeamOut:
    return tagged(response, await service.read(session, actor, team_id))


@router.patch("/volunteer-teams/{team_id}", summary="Change an active team")
async def change_volunteer_team(
    response: Response, session: CurrentSession, actor: CurrentActor, team_id: UUID,
    version: IfMatch, patch: VolunteerTeamChangeIn,
) -> VolunteerTeamOut:  # fmt: skip
    return tagged(response, await service.change(session, actor, team_id, version, patch))


@router.post("/volunteer-teams/{team_id}/actions/{action}", summary="Disband or revive a team")
async def act_on_volunteer_team(
    response: Response, session: CurrentSession, actor: CurrentActor, team_id: UUID,
    action: TeamAction, body: ActionIn | None = None,
) -> VolunteerTeamOut:  # fmt: skip
    given = body or ActionIn()
    return tagged(response, await service.act(session, actor, team_id, action, given))


@router.get("/volunteer-teams/{team_id}/history", summary="Who did what with it, newest first")
async def read_volunteer_team_history(
    session: CurrentSession, actor: CurrentActor, team_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    return await service.read_history(session, actor, team_id, page)


@router.get("/volunteer-teams/{team_id}/members", summary="Members, in the order of joining")
async def list_volunteer_team_members(
    session: CurrentSession, actor: CurrentActor, team_id: UUID,
    asked: Annotated[TeamMemberQuery, Query()],
) -> Page[VolunteerTeamMemberOut]:  # fmt: skip
    return await members.list_members(session, actor, team_id, asked)


@router.post(
    "/volunteer-teams/{team_id}/members", status_code=201, summary="Put somebody into a team"
)
async def create_volunteer_team_member(
    response: Response, session: CurrentSession, actor: CurrentActor, team_id: UUID,
    entry: VolunteerTeamMemberIn,
) -> VolunteerTeamMemberOut:  # fmt: skip
    entered = await members.enter(session, actor, team_id, entry)
    response.headers["Location"] = f"/api/v1/volunteer-team-members/{entered.id}"
    return tagged(response, entered)


@router.get("/volunteer-team-members/{team_member_id}", summary="Somebody's membership of a team")
async def read_volunteer_team_member(
    response: Response, session: CurrentSession, actor: CurrentActor, team_member_id: UUID
) -> VolunteerTeamMemberOut:
    return tagged(response, await members.read(session, actor, team_member_id))


@router.patch("/volunteer-team-members/{team_member_id}", summary="Change somebody's post")
async def change_volunteer_team_member(
    response: Response, session: CurrentSession, actor: CurrentActor, team_member_id: UUID,
    version: IfMatch, patch: TeamMemberChangeIn,
) -> VolunteerTeamMemberOut:  # fmt: skip
    changed = await members.change_post(session, actor, team_member_id, version, patch.post)
    return tagged(response, changed)


@router.post(
    "/volunteer-team-members/{team_member_id}/actions/leave", summary="Somebody leaves a team"
)
async def end_volunteer_team_member(
    response: Response, session: CurrentSession, actor: CurrentActor, team_member_id: UUID,
    body: TeamLeaveIn | None = None,
) -> VolunteerTeamMemberOut:  # fmt: skip
    left_on = body.left_on if body else None
    return tagged(response, await members.leave(session, actor, team_member_id, left_on))
