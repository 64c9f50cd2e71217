"""Activities and the people who come to them, as the tests say them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from httpx import AsyncClient, Response
from sqlmodel import col
from sqlmodel import select as select_rows

from factories.roster import enter, row
from factories.world import World, commit_unrecorded
from gongwei.access.models import Person, RoleAssignment, User
from gongwei.access.permissions import Role
from gongwei.access.sessions import SignInSession
from gongwei.core import clock
from gongwei.core.db import Database
from gongwei.core.models import Row

Body = dict[str, Any]


BEGAN = clock.now().replace(microsecond=0)
"""The run's moment, so that what is planned and what is expected never differ by a second."""


def hours(number: float) -> datetime:
    """So many hours from now."""
    return BEGAN + timedelta(hours=number)


def shift(start: float = 24, end: float = 27, **more: Any) -> Body:
    """A shift that starts and ends in so many hours."""
    span = {"starts_at": hours(start).isoformat(), "ends_at": hours(end).isoformat()}
    return {"post": "引导", **span, **more}


@dataclass
class Planning:
    """Requests of whoever is named, and the state before a test begins."""

    client: AsyncClient
    database: Database
    world: World

    async def send(self, who: str, method: str, path: str, **given: Any) -> Response:
        headers = {**self.world.headers(who), **given.pop("headers", {})}
        return await self.client.request(method, f"/api/v1/{path}", headers=headers, **given)

    async def post(self, who: str, path: str, **body: Any) -> Response:
        return await self.send(who, "POST", path, json=body)

    async def made(self, who: str, path: str, **body: Any) -> Any:
        answer = await self.post(who, path, **body)
        assert answer.status_code == 201, answer.text
        return answer.json()

    async def read(self, who: str, path: str, **params: Any) -> Any:
        answer = await self.send(who, "GET", path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def items(self, who: str, path: str, **params: Any) -> list[Any]:
        found: list[Any] = (await self.read(who, path, **params))["items"]
        return found

    async def patch(self, who: str, path: str, record: Body, **body: Any) -> Response:
        version = {"If-Match": f'"{record["version"]}"'}
        return await self.send(who, "PATCH", path, headers=version, json=body)

    async def changed(self, who: str, path: str, record: Body, **body: Any) -> Any:
        answer = await self.patch(who, path, record, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def act(self, who: str, path: str, action: str, **body: Any) -> Response:
        return await self.post(who, f"{path}/actions/{action}", **body)

    async def moved(self, who: str, path: str, action: str, **body: Any) -> Any:
        answer = await self.act(who, path, action, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def planned(
        self, who: str = "secretary", at: str = "finance", *shifts: Body, **more: Any
    ) -> Body:
        """A draft of an activity."""
        body = {
            "organisation_id": str(self.world[at].id), "title": "社区清洁", "place": "幸福社区",
            "shifts": list(shifts) or [shift()], **more,
        }  # fmt: skip
        made: Body = await self.made(who, "activities", **body)
        return made

    async def published(
        self, who: str = "secretary", at: str = "finance", *shifts: Body, **more: Any
    ) -> Body:
        draft = await self.planned(who, at, *shifts, **more)
        found: Body = await self.moved(who, f"activities/{draft['id']}", "publish")
        return found

    async def held(self, who: str, path: str) -> Body:
        """Start a published activity of tomorrow when it begins, complete it when it is over."""
        with clock.Frozen(hours(24)):
            await self.moved(who, path, "start")
        with clock.Frozen(hours(27)):
            found: Body = await self.moved(who, path, "complete")
        return found

    async def person(self, name: str, order: int = 1, at: str = "finance_office") -> UUID:
        """Somebody on the roster; answers the person's id."""
        await enter(self.database, self.world, row(name, self.world[at].id, order))
        async with self.database.transaction("*") as session:
            query = select_rows(Person.id).where(col(Person.name) == name)
            return (await session.exec(query)).one()

    async def stand_for(self, who: str, person_id: UUID) -> None:
        """Let an account stand for a person."""
        async with self.database.transaction("*") as session:
            user = await session.get_one(User, self.world.users[who].id)
            user.person_id = person_id
            session.add(user)
            await commit_unrecorded(session)

    async def member(self, name: str, order: int = 1, at: str = "finance_office") -> UUID:
        """Somebody on the roster with an account of the same name in the role of a member."""
        person_id = await self.person(name, order, at)
        organisation = self.world[at]
        user = User(
            username=f"user{order}", display_name=name, organisation_id=organisation.id,
            password_hash="!", person_id=person_id,
        )  # fmt: skip
        async with self.database.transaction("*") as session:
            session.add(user)
            await session.flush()
            held = RoleAssignment(
                user_id=user.id, role=Role.MEMBER, organisation_id=organisation.id
            )
            sign_in = SignInSession(user_id=user.id, expires_at=clock.now() + timedelta(days=30))
            session.add_all([held, sign_in])
            await commit_unrecorded(session)
        self.world.users[name] = user
        self.world.assignments[name] = held
        self.world.sessions[name] = sign_in
        return person_id

    async def stored(self, *rows: Row) -> None:
        """Put rows into the database as the state before a test begins."""
        async with self.database.transaction("*") as session:
            session.add_all(rows)
            await commit_unrecorded(session)

    async def signed_up(self, who: str, shift_id: str, **more: Any) -> Body:
        found: Body = await self.made(who, "sign-ups", shift_id=shift_id, **more)
        return found


def refusal(answer: Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["code"]


def faults(answer: Response) -> list[tuple[str, str]]:
    """The pointers and codes of a 422."""
    assert answer.status_code == 422, answer.text
    return [(fault["pointer"], fault["code"]) for fault in answer.json()["errors"]]


def days(number: int) -> date:
    """So many days from today."""
    return clock.today() + timedelta(days=number)
