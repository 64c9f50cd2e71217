"""Activities with shifts, people on rosters and their sign-ups, written as rows: the state before a
test begins.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from factories.world import World, commit_unrecorded
from gongwei.access.models import Person, User
from gongwei.access.people import name_texts
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.core.models import Row, new_id
from gongwei.members.models import Member
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityState,
    Shift,
    SignUp,
    SignUpState,
)
from gongwei.volunteering.teams.models import TeamKind, VolunteerTeam, VolunteerTeamMember

NINE = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
"""Nine in the morning of a Saturday in Beijing, when shifts begin unless told otherwise."""

HOUR = timedelta(hours=1)


@dataclass
class ServiceDays:
    """Writes service days into the database."""

    database: Database
    world: World

    async def stored(self, *rows: Row) -> None:
        """Write rows in their order, each after those that it names."""
        async with self.database.transaction("*") as session:
            await _write(session, *rows)

    async def person(
        self,
        name: str,
        *,
        who: str | None = None,
        at: str = "finance_office",
        on_roster: bool = True,
    ) -> Person:
        """A person of an organisation, whom an account stands for if `who` names one."""
        place = self.world[at].id
        person = Person(organisation_id=place, **name_texts(name))
        async with self.database.transaction("*") as session:
            await _write(session, person)
            if on_roster:
                member = Member(
                    organisation_id=place, person_id=person.id, name_pinyin=person.name_pinyin
                )
                await _write(session, member)
            if who is not None:
                user = await session.get_one(User, self.world.users[who].id)
                user.person_id = person.id
                await _write(session, user)
        return person

    async def activity(
        self, at: str = "finance", *, starts_at: datetime = NINE, hours: int = 3, **values: Any
    ) -> Activity:
        """A published activity; its shifts are written with `shift`."""
        made = Activity(
            **{
                "organisation_id": self.world[at].id, "number": f"HD{new_id().hex[-12:]}",
                "title": "清扫河道", "place": "东河", "starts_at": starts_at,
                "ends_at": starts_at + hours * HOUR, "published_at": starts_at - 24 * HOUR,
                "state": ActivityState.PUBLISHED, **values,
            }
        )  # fmt: skip
        await self.stored(made)
        return made

    async def shift(self, activity: Activity, **values: Any) -> Shift:
        """A shift that spans its activity unless told otherwise."""
        made = Shift(
            **{
                "organisation_id": activity.organisation_id, "activity_id": activity.id,
                "post": "河岸", "starts_at": activity.starts_at, "ends_at": activity.ends_at,
                **values,
            }
        )  # fmt: skip
        await self.stored(made)
        return made

    async def sign_up(
        self, shift: Shift, person: Person, state: SignUpState = SignUpState.CONFIRMED
    ) -> SignUp:
        made = SignUp(
            organisation_id=shift.organisation_id, activity_id=shift.activity_id,
            shift_id=shift.id, person_id=person.id, state=state,
        )  # fmt: skip
        await self.stored(made)
        return made

    async def team_member(self, person: Person, at: str = "root") -> VolunteerTeam:
        """A team with this one member."""
        place = self.world[at].id
        team = VolunteerTeam(organisation_id=place, kind=TeamKind.TEAM, name="护河队")
        belongs = VolunteerTeamMember(
            organisation_id=place, team_id=team.id, person_id=person.id, joined_on=date(2026, 1, 1)
        )
        await self.stored(team, belongs)
        return team

    async def change(self, row: Row, **values: Any) -> None:
        """Change a row that was written before."""
        async with self.database.transaction("*") as session:
            held = await session.get_one(type(row), row.id)
            for name, value in values.items():
                setattr(held, name, value)
            await _write(session, held)


async def _write(session: AsyncSession, *rows: Row) -> None:
    for row in rows:
        session.add(row)
        await session.flush()
    await commit_unrecorded(session)
    # The rest of the block is a transaction of its own, with the whole tree in view again.
    await narrow(session, WHOLE_TREE)
