"""To which teams somebody belongs, and so which teams above lead them too."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.volunteering.teams.models import TeamState, VolunteerTeam, VolunteerTeamMember


async def teams_above(session: AsyncSession, person_id: UUID) -> frozenset[UUID]:
    """The active teams that somebody belongs to now, and those above them. Ask it with the whole
    tree in view.
    """
    own = (
        select(col(VolunteerTeam.id), col(VolunteerTeam.parent_id))
        .join(VolunteerTeamMember, col(VolunteerTeamMember.team_id) == col(VolunteerTeam.id))
        .where(
            col(VolunteerTeamMember.person_id) == person_id,
            col(VolunteerTeamMember.left_on).is_(None),
            col(VolunteerTeam.state) == TeamState.ACTIVE,
        )
    )
    step = (await session.exec(own)).all()
    found: set[UUID] = set()
    while step:  # three kinds, so three steps at most
        found |= {team for team, _ in step}
        above = {parent for _, parent in step if parent is not None} - found
        query = select(col(VolunteerTeam.id), col(VolunteerTeam.parent_id)).where(
            col(VolunteerTeam.id).in_(above), col(VolunteerTeam.state) == TeamState.ACTIVE
        )
        step = (await session.exec(query)).all() if above else []
    return frozenset(found)
