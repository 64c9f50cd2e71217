"""Teams and activities go where their organisation goes when it is merged or dissolved.

Organisations know nothing of volunteering: the shapes below fit what they ask of whoever follows.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.audit.record import RECORDED_ELSEWHERE, record
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityNotice,
    ActivityState,
    ServiceConfirmation,
    Shift,
    SignUp,
)
from gongwei.volunteering.attendance.models import CheckIn, CheckInAttempt
from gongwei.volunteering.teams.models import TeamState, VolunteerTeam, VolunteerTeamMember

Words = tuple[str, str]
OVER = (ActivityState.SETTLED, ActivityState.CANCELLED)
"""What is over stays where it took place."""

PARTS = (Shift, SignUp, ActivityNotice, ServiceConfirmation, CheckIn, CheckInAttempt)
"""What belongs to an activity, and to the organisation that runs it."""


class VolunteeringFollower:
    """Volunteering's part in changes of the tree."""

    async def has_members(self, session: AsyncSession, organisation_id: UUID, on: date) -> bool:
        """Nothing here keeps an organisation from ending: teams and activities go along."""
        return False

    async def follow_merge(
        self, session: AsyncSession, actor: Actor, source: Organisation, target: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Teams that are active and activities that are not over belong to `target` from now on."""
        reason = f"{source.name} → {target.name}"
        teams = await _move_teams(session, actor, source, target, reason)
        activities = await _move_activities(session, actor, source, target, reason)
        return list(_words(teams, activities, target))

    async def follow_split(
        self, session: AsyncSession, actor: Actor, source: Organisation, parts: Sequence[object],
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Teams and activities stay with the organisation that is split."""
        return ()

    async def follow_dissolution(
        self, session: AsyncSession, actor: Actor, source: Organisation, above: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """They go to the organisation above."""
        return await self.follow_merge(session, actor, source, above, on)


def _words(teams: int, activities: int, target: Organisation) -> Iterator[Words]:
    if teams:
        yield (
            f"{teams} 支志愿服务队转由“{target.name}”管理",
            f"{teams} volunteer teams go to “{target.name}”",
        )
    if activities:
        yield (
            f"{activities} 项未结算的志愿服务活动转由“{target.name}”管理",
            f"{activities} activities that are not settled go to “{target.name}”",
        )


async def _move_teams(
    session: AsyncSession, actor: Actor, source: Organisation, target: Organisation, reason: str
) -> int:
    query = select(VolunteerTeam).where(
        VolunteerTeam.organisation_id == source.id, VolunteerTeam.state == TeamState.ACTIVE
    )
    teams = (await session.exec(query.with_for_update())).all()
    for team in teams:
        team.organisation_id = target.id
        record(session, actor, "volunteer_team.follow", team, reason=reason)
    await session.flush()
    ids = [team.id for team in teams]
    members = col(VolunteerTeamMember.team_id).in_(ids)
    await session.execute(
        update(VolunteerTeamMember).where(members).values(organisation_id=target.id),
        execution_options={RECORDED_ELSEWHERE: True, "synchronize_session": False},
    )
    return len(teams)


async def _move_activities(
    session: AsyncSession, actor: Actor, source: Organisation, target: Organisation, reason: str
) -> int:
    query = select(Activity).where(
        Activity.organisation_id == source.id, col(Activity.state).not_in(OVER)
    )
    activities = (await session.exec(query.with_for_update())).all()
    for activity in activities:
        activity.organisation_id = target.id
        record(session, actor, "activity.follow", activity, reason=reason)
    await session.flush()
    ids = [activity.id for activity in activities]
    for part in PARTS:
        await session.execute(
            update(part).where(col(part.activity_id).in_(ids)).values(organisation_id=target.id),
            execution_options={RECORDED_ELSEWHERE: True, "synchronize_session": False},
        )
    return len(activities)
