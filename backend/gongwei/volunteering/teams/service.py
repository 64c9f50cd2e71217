"""Volunteer teams: founded under one another, disbanded, revived."""

from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, require, visible
from gongwei.audit.record import record
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core import clock
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import ActionIn, Page
from gongwei.core.workflow import TO_CHANGE
from gongwei.volunteering.teams.models import TeamKind, TeamState, VolunteerTeam
from gongwei.volunteering.teams.problems import PARENT_DISBANDED, TEAMS_BELOW
from gongwei.volunteering.teams.reading import teams_out
from gongwei.volunteering.teams.schemas import (
    VolunteerTeamChangeIn,
    VolunteerTeamIn,
    VolunteerTeamOut,
    VolunteerTeamQuery,
)
from gongwei.volunteering.teams.workflow import VOLUNTEER_TEAM, TeamAction

READ, WRITE = Permission.VOLUNTEERING_READ, Permission.VOLUNTEER_TEAMS_WRITE
KEY: Any = col(VolunteerTeam.id)
SORTS: dict[str, Any] = {"name": col(VolunteerTeam.name)}
K = TeamKind
ABOVE = {K.CORPS: (), K.DETACHMENT: (K.CORPS,), K.TEAM: (K.DETACHMENT, K.CORPS)}
"""What may lead a team of each kind."""


async def list_teams(
    session: AsyncSession, actor: Actor, asked: VolunteerTeamQuery
) -> Page[VolunteerTeamOut]:
    """One page of the caller's subtree, by name."""
    query = visible(actor, VolunteerTeam, READ).where(
        await owned_within(session, actor, col(VolunteerTeam.organisation_id), asked)
    )
    for column, wanted in (
        (col(VolunteerTeam.kind), asked.kind),
        (col(VolunteerTeam.state), asked.state),
        (col(VolunteerTeam.parent_id), asked.parent_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.profession is not None:
        held = col(VolunteerTeam.professions).cast(JSONB)  # type: ignore[attr-defined]
        query = query.where(held.contains([asked.profession]))
    if asked.q:
        query = query.where(matching(asked.q, col(VolunteerTeam.name)))
    rows = await paginate(session, query, asked, sorts=SORTS, default="name", key=KEY)
    items = await teams_out(session, actor, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read(session: AsyncSession, actor: Actor, team_id: UUID) -> VolunteerTeamOut:
    """One team. 404 outside the subtree."""
    return await _one(
        session, actor, await fetch(session, actor, VolunteerTeam, team_id, read=READ)
    )


async def _one(session: AsyncSession, actor: Actor, team: VolunteerTeam) -> VolunteerTeamOut:
    await session.flush()
    return (await teams_out(session, actor, [team]))[0]


async def read_history(
    session: AsyncSession, actor: Actor, team_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what with it."""
    team = await fetch(session, actor, VolunteerTeam, team_id, read=READ)
    return await history(session, "volunteer_team", team.id, params)


async def create(session: AsyncSession, actor: Actor, entry: VolunteerTeamIn) -> VolunteerTeamOut:
    """Found a team. 404 outside the subtree, 422 for a team above that cannot lead it."""
    place = await require(session, actor, WRITE, entry.organisation_id)
    await _refuse_parent(session, actor, place, entry.kind, entry.parent_id)
    team = VolunteerTeam(**entry.model_dump(exclude={"organisation_id"}), organisation_id=place.id)
    session.add(team)
    record(session, actor, "volunteer_team.create", team)
    return await _one(session, actor, team)


async def change(
    session: AsyncSession, actor: Actor, team_id: UUID, version: int, patch: VolunteerTeamChangeIn
) -> VolunteerTeamOut:
    """Change an active team. 409 once it is disbanded, 412 stale."""
    team = await fetch(
        session, actor, VolunteerTeam, team_id, read=READ, need=WRITE, version=version
    )
    if team.state not in VOLUNTEER_TEAM.editable:
        allowed = (await _one(session, actor, team)).allowed_actions
        raise VOLUNTEER_TEAM.refusal(team.state, TO_CHANGE, allowed)
    typed = {name: getattr(patch, name) for name in patch.model_fields_set}
    changed = {name: value for name, value in typed.items() if getattr(team, name) != value}
    if "parent_id" in changed:
        place = await fetch(session, actor, Organisation, team.organisation_id, read=READ)
        await _refuse_parent(session, actor, place, team.kind, changed["parent_id"])
    for name, value in changed.items():
        setattr(team, name, value)
    if changed:
        record(session, actor, "volunteer_team.change", team)
    return await _one(session, actor, team)


async def act(
    session: AsyncSession, actor: Actor, team_id: UUID, action: TeamAction, body: ActionIn
) -> VolunteerTeamOut:
    """Disband or revive a team; who belonged to it stays on its list.

    Raises `teams_below` and `parent_disbanded` (409) besides what the workflow raises.
    """
    need = Permission(VOLUNTEER_TEAM[action].permission)
    team = await fetch(session, actor, VolunteerTeam, team_id, read=READ, need=need)
    allowed = (await _one(session, actor, team)).allowed_actions
    VOLUNTEER_TEAM.apply(team, action, allowed, body.reason)
    if action is TeamAction.DISBAND:
        await _refuse_teams_below(session, actor, team)
        team.disbanded_on = clock.today()
    else:
        await _refuse_disbanded_above(session, actor, team)
        team.disbanded_on = None
    record(session, actor, f"volunteer_team.{action}", team, reason=body.reason)
    return await _one(session, actor, team)


async def _refuse_parent(
    session: AsyncSession, actor: Actor, place: Organisation, kind: TeamKind, parent_id: UUID | None
) -> None:
    """422 unless the team above is of a kind above, active, and run within reach or by an
    organisation above `place`.
    """
    if parent_id is None:
        return
    async with whole_tree(session, actor):
        query = (
            select(VolunteerTeam, col(Organisation.path))
            .join(Organisation, col(Organisation.id) == col(VolunteerTeam.organisation_id))
            .where(VolunteerTeam.id == parent_id, VolunteerTeam.state == TeamState.ACTIVE)
        )
        found = (await session.exec(query)).first()
    if found is None or not (found[1].startswith(actor.path) or place.path.startswith(found[1])):
        raise one_fault(
            "/parent_id", "unknown_team",
            "没有这支队伍、已解散，或不由本级或上级党组织管理",
            "There is no such team of this organisation or one above, or it is disbanded",
        )  # fmt: skip
    if found[0].kind not in ABOVE[kind]:
        raise one_fault(
            "/parent_id", "wrong_kind",
            "总队之下是支队，支队之下是分队；总队没有上级队伍",
            "A corps leads detachments, a detachment leads teams; nothing leads a corps",
        )  # fmt: skip


async def _refuse_teams_below(session: AsyncSession, actor: Actor, team: VolunteerTeam) -> None:
    query = select(func.count()).where(
        VolunteerTeam.parent_id == team.id, VolunteerTeam.state == TeamState.ACTIVE
    )
    async with whole_tree(session, actor):
        count = (await session.exec(query)).one()
    if count:
        raise TEAMS_BELOW(name=team.name, count=count)


async def _refuse_disbanded_above(session: AsyncSession, actor: Actor, team: VolunteerTeam) -> None:
    query = select(VolunteerTeam).where(
        VolunteerTeam.id == team.parent_id, VolunteerTeam.state == TeamState.DISBANDED
    )
    async with whole_tree(session, actor):
        above = (await session.exec(query)).first()
    if above is not None:
        raise PARENT_DISBANDED(name=above.name)
