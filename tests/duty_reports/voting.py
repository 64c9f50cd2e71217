"""Votings of a round that is appraised, as the tests say them."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from httpx import Response

from duty_reports.review import Body, Review
from factories.activities import Planning
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound, DutyRoundState

SCHEME: Body = {
    "groups": [
        {"key": "leaders", "title": "领导班子", "weight": "40", "minimum": 1,
         "criteria": ["overall", "style"]},
        {"key": "masses", "title": "党员群众", "weight": "40", "minimum": 1,
         "criteria": ["level", "style"]},
        {"key": "record", "title": "日常工作", "weight": "20", "source": "tasks"},
    ],
    "criteria": [
        {"key": "overall", "title": "总体评价", "max": "100"},
        {"key": "style", "title": "作风", "max": "10", "required": False},
        {"key": "level", "title": "评价等次", "max": "100",
         "levels": [{"label": "好", "value": "100"}, {"label": "一般", "value": "60"}]},
    ],
    "missing_group": "renormalise",
    "grades": [
        {"key": "good", "title": "好", "at_least": "90"},
        {"key": "fair", "title": "较好", "at_least": "75"},
        {"key": "poor", "title": "一般", "at_least": "0"},
    ],
}  # fmt: skip


@dataclass
class Voting(Review):
    """A round of the committee in which two secretaries are appraised."""

    round_: DutyRound = field(init=False)
    participants: list[DutyParticipant] = field(default_factory=list)

    async def begin(
        self, state: DutyRoundState = DutyRoundState.APPRAISING, **values: Any
    ) -> "Voting":
        self.round_ = await self.round(state, **{"scheme": SCHEME, **values})
        for number, (name, at) in enumerate((("张三", "finance"), ("王五", "police")), 1):
            held = await self.secretary(name, at)
            self.participants.append(await self.joined(self.round_, held, position=number))
        return self

    @property
    def ballots(self) -> str:
        return f"duty-rounds/{self.round_.id}/ballots"

    async def arranged(self, group: str = "leaders", who: str = "officer", **more: Any) -> Body:
        body = {"group_key": group, "title": f"{group}会场", **more}
        return await self.made(who, self.ballots, **body)

    async def voter(self, name: str, order: int) -> UUID:
        """Somebody on the roster with an account of the same name."""
        return await Planning(self.client, self.database, self.world).member(name, order)

    def ballot(self, value: Any = "90", key: str = "overall", **more: Any) -> Body:
        """The same on everybody."""
        return {"sheets": [self.sheet(one, value, key, **more) for one in self.participants]}

    def sheet(
        self, on: DutyParticipant, value: Any = "90", key: str = "overall", **more: Any
    ) -> Body:
        answers = [{"criterion": key, "value": str(value)}]
        return {"participant_id": str(on.id), "answers": answers, **more}

    async def cast(self, code: str, ballot: Body | None = None) -> Response:
        path = f"/api/v1/public/ballots/{code}"
        return await self.client.post(path, json=ballot or self.ballot())

    async def cast_as(self, who: str, voting: Body, ballot: Body) -> Response:
        return await self.send(who, "POST", f"me/ballots/{voting['id']}", json=ballot)

    async def counts(self, voting: Body) -> tuple[Body, bool]:
        found = await self.read("officer", f"ballot-sessions/{voting['id']}")
        return found["counts"], found["adds_up"]

    async def close(self, voting: Body, who: str = "officer") -> Body:
        path = f"ballot-sessions/{voting['id']}/actions/close"
        answer = await self.send(who, "POST", path)
        assert answer.status_code == 200, answer.text
        found: Body = answer.json()
        return found


def counted(issued: int, used: int = 0, voided: int = 0) -> tuple[Body, bool]:
    """Counts that add up."""
    unused = issued - used - voided
    return {
        "issued": issued, "used": used, "unused": unused, "voided": voided, "envelopes": used,
    }, True  # fmt: skip
