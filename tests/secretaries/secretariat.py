"""Nominations and appointments, as the tests say them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from httpx import AsyncClient, Response
from sqlmodel import col
from sqlmodel import select as select_rows

from factories.people import whose
from factories.roster import enter, row
from factories.world import World, commit_unrecorded
from gongwei.access.models import Person
from gongwei.core import clock
from gongwei.core.db import Database
from gongwei.core.models import Row
from gongwei.members.models import Standing
from gongwei.organisations.models import Term, TermState
from gongwei.secretaries.inspections.models import Finding, Inspection, InspectionState
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.nominations.models import Nomination

Body = dict[str, Any]


def days(number: int) -> date:
    """So many days from today."""
    return clock.today() + timedelta(days=number)


def dated(body: Body) -> Body:
    """A body whose dates are given as days from today: a run may go on past midnight."""
    return {
        name: str(days(value))
        if type(value) is int and name.endswith(("_on", "deadline"))
        else value
        for name, value in body.items()
    }


@dataclass
class Secretariat:
    """Somebody who knows how to ask for everything that this package does."""

    client: AsyncClient
    database: Database
    world: World

    async def person(
        self, name: str, order: int = 1, at: str = "finance_office", *, full: bool = True
    ) -> UUID:
        """A member on the roster; answers the person's id."""
        standing = Standing.FULL if full else Standing.PROBATIONARY
        await enter(
            self.database, self.world, row(name, self.world[at].id, order, standing=standing)
        )
        async with self.database.transaction("*") as session:
            query = select_rows(Person.id).where(col(Person.name) == name)
            return (await session.exec(query)).one()

    async def stored(self, *rows: Row) -> None:
        """Put rows into the database as the state before a test begins."""
        async with self.database.transaction("*") as session:
            session.add_all(rows)
            await commit_unrecorded(session)

    async def term(
        self, ends_on: date, *, elected_on: date = date(2020, 1, 1), at: str = "finance",
        state: TermState = TermState.SERVING,
    ) -> None:  # fmt: skip
        await self.stored(
            Term(
                organisation_id=self.world[at].id, number=1, years=3, elected_on=elected_on,
                ends_on=ends_on, state=state,
            )
        )  # fmt: skip

    async def inspection(
        self, nomination: Body, finding: Finding | None = Finding.SUITABLE,
        state: InspectionState = InspectionState.CONCLUDED,
    ) -> UUID:  # fmt: skip
        made = Inspection(
            organisation_id=UUID(nomination["organisation_id"]),
            nomination_id=UUID(nomination["id"]), finding=finding, state=state,
        )  # fmt: skip
        await self.stored(made)
        return made.id

    async def appointment(self, person_id: UUID, at: str = "finance", **values: Any) -> Appointment:
        made = Appointment(
            **{
                "organisation_id": self.world[at].id, **await whose(self.database, person_id),
                "post": Post.SECRETARY, "from_on": date(2021, 1, 1), **values,
            }
        )  # fmt: skip
        await self.stored(made)
        return made

    async def nomination(self, person_id: UUID, at: str = "finance", **values: Any) -> Nomination:
        made = Nomination(
            **{
                "organisation_id": self.world[at].id, **await whose(self.database, person_id),
                "post": Post.SECRETARY, **values,
            }
        )  # fmt: skip
        await self.stored(made)
        return made

    async def send(self, who: str, method: str, path: str, **given: Any) -> Response:
        headers = {**self.world.headers(who), **given.pop("headers", {})}
        return await self.client.request(method, f"/api/v1/{path}", headers=headers, **given)

    async def made(self, who: str, path: str, **body: Any) -> Body:
        answer = await self.send(who, "POST", path, json=body)
        assert answer.status_code == 201, answer.text
        found: Body = answer.json()
        return found

    async def nominate(
        self, person_id: UUID, who: str = "secretary", at: str = "finance", **more: Any
    ) -> Body:
        body = {"organisation_id": str(self.world[at].id), "person_id": str(person_id)}
        return await self.made(who, "nominations", **{**body, "post": "secretary", **more})

    async def vacant(self, who: str = "officer", **query: Any) -> list[str]:
        """The short names of organisations without a secretary."""
        found = await self.read(who, "secretaries/vacancies", **query)
        short = {str(one.id): name for name, one in self.world.organisations.items()}
        return [short[one["organisation_id"]] for one in found["items"]]

    async def act(self, who: str, path: str, action: str, **body: Any) -> Response:
        return await self.send(who, "POST", f"{path}/actions/{action}", json=body)

    async def moved(self, who: str, nomination: Body, action: str, **body: Any) -> Body:
        answer = await self.act(who, f"nominations/{nomination['id']}", action, **body)
        assert answer.status_code == 200, answer.text
        found: Body = answer.json()
        return found

    async def approved(self, person_id: UUID, **more: Any) -> Body:
        """A nomination that went the whole way to approval."""
        made = await self.nominate(person_id, **more)
        await self.moved("secretary", made, "submit")
        await self.moved("officer", made, "start_inspection")
        await self.inspection(made)
        await self.moved("officer", made, "conclude")
        await self.moved("department_leader", made, "endorse")
        return await self.moved("leader", made, "approve")

    async def read(self, who: str, path: str, **params: Any) -> Any:
        answer = await self.send(who, "GET", path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def names(self, who: str, path: str, **params: Any) -> list[str]:
        return [one["name"] for one in (await self.read(who, path, **params))["items"]]


def refusal(answer: Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["code"]


def faults(answer: Response) -> list[tuple[str, str]]:
    """The pointers and codes of a 422."""
    assert answer.status_code == 422, answer.text
    return [(fault["pointer"], fault["code"]) for fault in answer.json()["errors"]]
