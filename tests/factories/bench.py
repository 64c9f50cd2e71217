"""Jobs of a kind made for the tests, queued in somebody's name."""

from dataclasses import dataclass
from typing import Any

from httpx import AsyncClient
from sqlalchemy import select, update
from sqlmodel import col

from factories.world import World
from gongwei.access.actor import Actor
from gongwei.access.permissions import ROLE_PERMISSIONS, Role
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.integrations.jobs.models import Job
from gongwei.integrations.jobs.service import enqueue, run_waiting_jobs

KIND = "test.work"


@dataclass
class Bench:
    """Queues jobs in somebody's name, runs them, and asks about them over HTTP."""

    database: Database
    settings: Settings
    client: AsyncClient
    world: World

    def actor(self, who: str) -> Actor:
        """Whoever is meant, with the rights of the role."""
        assignment = self.world.assignments[who]
        place = next(
            o for o in self.world.organisations.values() if o.id == assignment.organisation_id
        )
        return Actor(
            user_id=self.world.users[who].id,
            label=who,
            role=Role(assignment.role),
            organisation_id=place.id,
            path=place.path,
            permissions=ROLE_PERMISSIONS[Role(assignment.role)],
            assignment_id=assignment.id,
            request_id="request-of-the-test",
        )

    async def queue(self, who: str = "clerk", **payload: Any) -> Job:
        async with self.database.transaction("*") as session:
            return await enqueue(session, self.actor(who), KIND, payload)

    async def run(self) -> bool:
        return await run_waiting_jobs(self.database, self.settings)

    async def stored(self, job: Job) -> Job:
        async with self.database.transaction("*") as session:
            return (await session.execute(select(Job).where(col(Job.id) == job.id))).scalar_one()

    async def change(self, job: Job, **values: Any) -> None:
        async with self.database.transaction("*") as session:
            await session.execute(update(Job).where(col(Job.id) == job.id).values(**values))

    async def get(self, job: Job, who: str = "clerk", **headers: str) -> tuple[int, dict[str, Any]]:
        answer = await self.client.get(
            f"/api/v1/jobs/{job.id}", headers={**self.world.headers(who), **headers}
        )
        return answer.status_code, answer.json()
