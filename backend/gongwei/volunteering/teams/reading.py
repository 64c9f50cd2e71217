"""Teams with what stands around them, looked up for the page alone."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.volunteering.naming import NAMELESS, people, places_of, reaches, whole_view
from gongwei.volunteering.teams.models import TeamPost, VolunteerTeam, VolunteerTeamMember
from gongwei.volunteering.teams.schemas import TeamLeaderOut, VolunteerTeamOut
from gongwei.volunteering.teams.workflow import VOLUNTEER_TEAM

READ = Permission.VOLUNTEERING_READ


async def teams_out(
    session: AsyncSession, actor: Actor, rows: Sequence[VolunteerTeam], reader: Actor | None = None
) -> list[VolunteerTeamOut]:
    """The teams with what `actor` may do; `reader` is who may see what stands around them, where
    that is somebody else: the caller in an own matter.
    """
    sees = reader or actor
    places = await places_of(session, sees, (row.organisation_id for row in rows))
    counts = await _counts(session, sees, [row.id for row in rows])
    leaders = await _leaders(session, actor, sees, [row.id for row in rows])
    parents = await _parents(session, actor, sees, (row.parent_id for row in rows))
    found = []
    for row in rows:
        name, path = places.get(row.organisation_id, (NAMELESS, ""))
        held = actor.permissions if reaches(actor, path) else frozenset()
        found.append(
            VolunteerTeamOut(
                **row.model_dump(include=set(VolunteerTeamOut.model_fields)),
                allowed_actions=VOLUNTEER_TEAM.allowed(row.state, held),
                organisation_name=name,
                parent_name=parents.get(row.parent_id, NAMELESS) if row.parent_id else None,
                member_count=counts.get(row.id, 0),
                leaders=leaders.get(row.id, []),
            )
        )
    return found


async def _counts(
    session: AsyncSession, reader: Actor, team_ids: Sequence[UUID]
) -> dict[UUID, int]:
    query = (
        select(col(VolunteerTeamMember.team_id), func.count())
        .where(
            in_scope(reader, VolunteerTeamMember, READ),
            col(VolunteerTeamMember.team_id).in_(team_ids),
            col(VolunteerTeamMember.left_on).is_(None),
        )
        .group_by(col(VolunteerTeamMember.team_id))
    )
    return dict((await session.exec(query)).all())


async def _leaders(
    session: AsyncSession, actor: Actor, reader: Actor, team_ids: Sequence[UUID]
) -> dict[UUID, list[TeamLeaderOut]]:
    member = VolunteerTeamMember
    query = (
        select(col(member.team_id), col(member.person_id))
        .where(
            in_scope(reader, member, READ),
            col(member.team_id).in_(team_ids),
            col(member.left_on).is_(None),
            col(member.post) == TeamPost.LEADER,
        )
        .order_by(col(member.joined_on), col(member.id))
    )
    rows = (await session.exec(query)).all()
    named = await people(session, actor, reader, (person for _, person in rows))
    found: dict[UUID, list[TeamLeaderOut]] = {}
    for team, person in rows:
        leader = TeamLeaderOut(person_id=person, name=named[person].name)
        found.setdefault(team, []).append(leader)
    return found


async def _parents(
    session: AsyncSession, actor: Actor, reader: Actor, ids: Iterable[UUID | None]
) -> dict[UUID, str]:
    """The names of the teams above, which organisations above may run: those who belong to a team
    know who leads it.
    """
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    query = select(col(VolunteerTeam.id), col(VolunteerTeam.name)).where(
        col(VolunteerTeam.id).in_(wanted)
    )
    async with whole_view(session, actor, reader):
        return dict((await session.exec(query)).all())
