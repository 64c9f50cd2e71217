"""Records of the life of secretaries in any state, written straight into the tables."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from factories.people import whose
from factories.world import World, commit_unrecorded
from gongwei.access.models import Person, User
from gongwei.access.people import name_texts
from gongwei.core import clock
from gongwei.core.db import Database, narrow
from gongwei.core.models import Row
from gongwei.objections.models import Objection, ObjectionState
from gongwei.secretaries.inspections.models import Inspection, InspectionState
from gongwei.secretaries.models import Appointment, AppointmentState, Post
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState


@dataclass
class Cases:
    """Writes records as the past left them; each answers its id as text."""

    database: Database
    world: World

    async def nomination(self, state: NominationState, at: str = "finance", **more: Any) -> str:
        return await self._nomination(state, at, **more)

    async def _nomination(self, state: NominationState, at: str, **more: Any) -> str:
        person = await whose(self.database, await self.person(at))
        return await self._kept(
            Nomination(
                organisation_id=self.world[at].id, **person, post=Post.SECRETARY,
                state=state, **more,
            )
        )  # fmt: skip

    async def inspection(self, state: InspectionState, at: str = "finance") -> str:
        nomination = await self._nomination(NominationState.UNDER_INSPECTION, at)
        return await self._kept(
            Inspection(
                organisation_id=self.world[at].id, nomination_id=UUID(nomination), state=state
            )
        )

    async def appointment(self, state: AppointmentState, at: str = "finance") -> str:
        person = await whose(self.database, await self.person(at))
        return await self._kept(
            Appointment(
                organisation_id=self.world[at].id, **person,
                post=Post.SECRETARY, from_on=date(2024, 1, 1), state=state,
            )
        )  # fmt: skip

    async def talk(
        self, state: TalkState, at: str = "finance", kind: TalkKind = TalkKind.REMINDER,
        due_in: int = 0, person_id: UUID | None = None, **more: Any,
    ) -> str:  # fmt: skip
        letter = kind is TalkKind.LETTER
        return await self._kept(
            Talk(
                organisation_id=self.world[at].id, kind=kind, state=state,
                title=more.pop("title", "谈话"),
                person_id=None if letter else person_id or await self.person(at),
                due_on=clock.today() + timedelta(days=due_in), **more,
            )
        )  # fmt: skip

    async def objection(
        self, state: ObjectionState, at: str = "finance", person_id: UUID | None = None
    ) -> str:
        about = person_id or await self.person(at)
        return await self._kept(
            Objection(
                organisation_id=self.world[at].id, person_id=about, about_type="archive",
                about_id=about, text="出生日期有误", state=state,
            )
        )  # fmt: skip

    async def person(self, at: str = "finance", name: str = "张三") -> UUID:
        person = Person(organisation_id=self.world[at].id, **name_texts(name))
        return UUID(await self._kept(person))

    async def stands_for(self, who: str, person_id: UUID) -> None:
        """Link somebody's account to a person."""
        async with self.database.new_session() as session:
            await narrow(session, "*")
            user = await session.get_one(User, self.world.users[who].id)
            user.person_id = person_id
            await commit_unrecorded(session)

    async def _kept(self, row: Row) -> str:
        async with self.database.new_session() as session:
            await self._keep(session, row)
        return str(row.id)

    async def _keep(self, session: AsyncSession, row: Row) -> None:
        await narrow(session, "*")
        session.add(row)
        await commit_unrecorded(session)
