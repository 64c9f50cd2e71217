"""Rounds of the duty review, as the tests say them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from httpx import AsyncClient, Response
from sqlmodel import col, select

from factories.lives import enter_secretary
from factories.world import World, commit_unrecorded
from gongwei.core.db import Database
from gongwei.core.models import Row
from gongwei.duty_reports.results.models import DutyResult, DutyResultState
from gongwei.duty_reports.rounds.models import (
    Direction,
    DutyParticipant,
    DutyRound,
    DutyRoundState,
)
from gongwei.duty_reports.rounds.schemas import USUAL_SECTIONS
from gongwei.secretaries.models import Appointment

Body = dict[str, Any]

SCHEME: Body = {
    "groups": [
        {"key": "leaders", "title": "领导班子", "weight": "30", "minimum": 1},
        {"key": "fellows", "title": "书记互评", "weight": "30", "minimum": 1},
        {"key": "masses", "title": "党员群众", "weight": "40", "minimum": 1},
    ],
    "criteria": [{"key": "overall", "title": "总体评价", "max": "100"}],
    "grades": [
        {"key": "good", "title": "好", "at_least": "90", "quota": "30"},
        {"key": "fair", "title": "较好", "at_least": "75"},
        {"key": "poor", "title": "一般", "at_least": "0"},
    ],
}


@dataclass
class Review:
    """Somebody who prepares and runs rounds over HTTP, and the state before a test begins."""

    client: AsyncClient
    database: Database
    world: World

    async def send(self, who: str, method: str, path: str, **given: Any) -> Response:
        headers = {**self.world.headers(who), **given.pop("headers", {})}
        return await self.client.request(method, f"/api/v1/{path}", headers=headers, **given)

    async def made(self, who: str, path: str, **body: Any) -> Body:
        answer = await self.send(who, "POST", path, json=body)
        assert answer.status_code == 201, answer.text
        found: Body = answer.json()
        return found

    async def read(self, who: str, path: str, **params: Any) -> Any:
        answer = await self.send(who, "GET", path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def act(self, who: str, round_id: Any, action: str, **body: Any) -> Response:
        return await self.send(who, "POST", f"duty-rounds/{round_id}/actions/{action}", json=body)

    async def moved(self, who: str, round_id: Any, action: str, **body: Any) -> Body:
        answer = await self.act(who, round_id, action, **body)
        assert answer.status_code == 200, answer.text
        found: Body = answer.json()
        return found

    async def change(self, who: str, path: str, version: int, **patch: Any) -> Response:
        headers = {"If-Match": f'"{version}"'}
        return await self.send(who, "PATCH", path, json=patch, headers=headers)

    async def secretary(self, name: str, at: str, **values: Any) -> Appointment:
        return await enter_secretary(self.database, self.world, name, at, **values)

    def round_in(self, at: str = "root", **more: Any) -> Body:
        return {
            "organisation_id": str(self.world[at].id), "year": 2025, "direction": "upward",
            "title": "2025年度述职评议", "as_of": "2025-12-01", "report_due_on": "2030-01-10",
            "scheme": SCHEME, **more,
        }  # fmt: skip

    async def prepared(self, who: str = "officer", at: str = "root", **more: Any) -> Body:
        return await self.made(who, "duty-rounds", **self.round_in(at, **more))

    async def opened(self, who: str = "officer", at: str = "root", **more: Any) -> Body:
        made = await self.prepared(who, at, **more)
        return await self.moved(who, made["id"], "open")

    async def stored(self, *rows: Row) -> None:
        """Put rows into the database as the state before a test begins."""
        async with self.database.transaction("*") as session:
            for row in rows:
                session.add(row)
                await session.flush()
            await commit_unrecorded(session)

    async def decided(self, round_id: Any, grade: str = "poor") -> None:
        """Every grade of a calculated round decided, as the state before a test goes on."""
        async with self.database.transaction("*") as session:
            query = select(DutyResult).where(col(DutyResult.round_id) == UUID(str(round_id)))
            for result in (await session.exec(query)).all():
                result.sqlmodel_update({"decided_grade": grade, "state": DutyResultState.DECIDED})
            await commit_unrecorded(session)

    async def round(self, state: DutyRoundState, at: str = "root", **values: Any) -> DutyRound:
        """A round in a state, without participants."""
        made = DutyRound(
            **{
                "organisation_id": self.world[at].id, "year": 2025, "direction": Direction.UPWARD,
                "title": f"{state.value}轮次", "as_of": date(2025, 12, 1),
                "report_due_on": date(2030, 1, 10), "scheme": SCHEME,
                "report_sections": [one.model_dump() for one in USUAL_SECTIONS],
                "state": state, **values,
            }
        )  # fmt: skip
        await self.stored(made)
        return made

    async def joined(self, round_: DutyRound, held: Appointment, **values: Any) -> DutyParticipant:
        """A participant of a stored round."""
        made = DutyParticipant(
            **{
                "organisation_id": held.organisation_id, "round_id": round_.id,
                "appointment_id": held.id, "person_id": held.person_id, "position": 1, **values,
            }
        )  # fmt: skip
        await self.stored(made)
        return made

    async def listed(self, who: str, round_id: Any, **params: Any) -> list[str]:
        """The names on the list of a round."""
        found = await self.read(who, f"duty-rounds/{round_id}/participants", **params)
        return [one["name"] for one in found["items"]]

    def id_of(self, at: str) -> UUID:
        return self.world[at].id


def refusal(answer: Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["code"]


def faults(answer: Response) -> list[tuple[str, str]]:
    """The pointers and codes of a 422."""
    assert answer.status_code == 422, answer.text
    return [(fault["pointer"], fault["code"]) for fault in answer.json()["errors"]]
