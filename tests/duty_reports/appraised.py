"""A round whose results are calculated, as the tests say them."""

from dataclasses import dataclass, field
from typing import Any

from httpx import Response

from duty_reports.review import Body
from duty_reports.voting import Voting
from factories.lives import link
from factories.world import add_person, commit_unrecorded
from gongwei.access.permissions import Role
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState
from gongwei.secretaries.models import Appointment

SCHEME: Body = {
    "groups": [
        {"key": "leaders", "title": "领导班子", "weight": "30", "minimum": 1},
        {"key": "fellows", "title": "书记互评", "weight": "30", "minimum": 1},
        {"key": "masses", "title": "党员群众", "weight": "40", "minimum": 1},
    ],
    "criteria": [{"key": "overall", "title": "总体评价", "max": "100"}],
    "grades": [
        {"key": "good", "title": "好", "at_least": "90"},
        {"key": "fair", "title": "较好", "at_least": "75"},
        {"key": "poor", "title": "一般", "at_least": "0"},
    ],
}
FINE = {"leaders": 90, "fellows": 84, "masses": "88.5"}
"""Weights 30/30/40: 87.60."""


@dataclass
class Appraised(Voting):
    """A round of the committee about two secretaries, whose votes a test says."""

    held: list[Appointment] = field(default_factory=list)
    votings: dict[str, Body] = field(default_factory=dict)

    async def begin(
        self, state: DutyRoundState = DutyRoundState.APPRAISING, **values: Any
    ) -> "Appraised":
        self.round_ = await self.round(state, **{"scheme": SCHEME, **values})
        for number, (name, at) in enumerate((("张三", "finance"), ("王五", "police")), 1):
            self.held.append(await self.secretary(name, at))
            line = await self.joined(self.round_, self.held[-1], position=number)
            self.participants.append(line)
        return self

    async def voted(self, values: dict[str, Any], sheets: dict[str, int] | int = 5) -> None:
        """So many sheets of each group, all alike, on everybody."""
        for group, value in values.items():
            number = sheets if isinstance(sheets, int) else sheets[group]
            await self.votes(group, [value] * number)

    async def votes(self, group: str, values: list[Any], key: str = "overall") -> None:
        """A sheet with each of these values, on everybody; the voting is closed afterwards."""
        made = self.votings.get(group)
        if made is None:
            made = self.votings[group] = await self.arranged(group, codes=0)
        else:
            why = {"reason": "补投"}
            path = f"ballot-sessions/{made['id']}/actions/reopen"
            assert (await self.send("officer", "POST", path, json=why)).status_code == 200
        path = f"ballot-sessions/{made['id']}/papers"
        issued = await self.send("officer", "POST", path, json={"codes": len(values)})
        for code, value in zip(issued.json()["codes"], values, strict=True):
            answer = await self.cast(code, self.ballot(value, key))
            assert answer.status_code == 201, answer.text
        await self.close(made)

    async def stored_scheme(self, scheme: Body) -> None:
        """Another scheme, as the state before a test begins."""
        async with self.database.transaction("*") as session:
            round_ = await session.get_one(DutyRound, self.round_.id)
            round_.scheme = scheme
            await commit_unrecorded(session)

    async def calculated(self, values: dict[str, Any] | None = None, **more: Any) -> "Appraised":
        if values is not None:
            await self.voted(values, **more)
        await self.moved("officer", self.round_.id, "calculate")
        return self

    def path(self, at: str = "finance", rest: str = "") -> str:
        return f"duty-rounds/{self.round_.id}/results/{self.id_of(at)}{rest}"

    async def result(self, at: str = "finance", who: str = "officer") -> Body:
        found: Body = await self.read(who, self.path(at))
        return found

    async def decide(
        self, at: str = "finance", grade: str | None = None, who: str = "leader", **more: Any
    ) -> Response:
        if grade is None:
            grade = (await self.result(at))["proposed_grade"]
        body = {"grade": grade, **more}
        return await self.send(who, "POST", self.path(at, "/decision"), json=body)

    async def act_on(
        self, action: str, at: str = "finance", who: str = "leader", **body: Any
    ) -> Response:
        return await self.send(who, "POST", self.path(at, f"/actions/{action}"), json=body)

    async def published(self) -> "Appraised":
        """Every grade decided as proposed, and published by the leader."""
        for at in ("finance", "police"):
            answer = await self.decide(at)
            assert answer.status_code == 200, answer.text
        await self.moved("leader", self.round_.id, "publish")
        return self

    async def become(self, who: str, at: int = 0) -> None:
        """Let an account stand for the secretary of finance, or of police."""
        await link(self.database, self.world, who, self.held[at])

    async def second_leader(self) -> None:
        """Another leader of the committee, called `vice`."""
        async with self.database.transaction("*") as session:
            await add_person(session, self.world, "vice", Role.COMMITTEE_LEADER, "root")
            await commit_unrecorded(session)


def scores(result: Body) -> dict[str, tuple[Any, Any]]:
    """Score and sheets of each group; a word in the place of what is withheld."""
    return {
        one["key"]: ("withheld", None) if one["withheld"] else (one["score"], one["sheets"])
        for one in result["groups"]
    }
