"""Scans that arrive within a few milliseconds share one transaction; each is answered after its
commit (decision 13).

Whoever comes first is served at once. What arrives while a group is being served makes the next
one, so that a quiet day has groups of one, and a thousand people at a gate have large ones.
"""

import asyncio
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from gongwei.access.actor import load_actors, not_signed_in
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.errors import Problem
from gongwei.core.problem_responses import is_transient
from gongwei.core.tokens import AccessClaims
from gongwei.volunteering.attendance.schemas import CheckInIn
from gongwei.volunteering.attendance.service import Answer, answers_to

MOST = 128
"""Scans in one transaction."""


@dataclass(frozen=True)
class Arrival:
    """A scan, by whom it says it is, and where its answer is waited for."""

    claims: AccessClaims
    request_id: str
    given: CheckInIn
    answer: asyncio.Future[Answer]


@dataclass
class Gate:
    """Those who wait, and whoever serves them."""

    database: Database
    require_otp: bool
    waiting: list[Arrival] = field(default_factory=list)
    serving: asyncio.Task[None] | None = None

    async def scan(self, claims: AccessClaims, request_id: str, given: CheckInIn) -> Answer:
        """The answer to one scan, once it is committed; raises what it is refused with."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self.waiting.append(Arrival(claims, request_id, given, answer))
        if self.serving is None:
            self.serving = asyncio.create_task(self._serve_all())
        return await answer

    async def _serve_all(self) -> None:
        try:
            while self.waiting:
                group, self.waiting = self.waiting[:MOST], self.waiting[MOST:]
                await self._serve(group)
        finally:
            self.serving = None

    async def _serve(self, group: list[Arrival]) -> None:
        """Answer a group; when one of it cannot be written, each on its own. Where the database is
        away or busy it is so for all.
        """
        try:
            answers = await self._taken(group)
        except Exception as error:
            if len(group) > 1 and not is_transient(error):
                for one in group:
                    await self._serve([one])
                return
            for one in group:
                _answer(one, error)
        else:
            for one, answer in zip(group, answers, strict=True):
                _answer(one, answer)

    async def _taken(self, group: list[Arrival]) -> list[Answer | Problem]:
        async with self.database.transaction(WHOLE_TREE) as session:
            asked = [(one.claims, one.request_id) for one in group]
            actors = await load_actors(session, asked, self.require_otp)
            known = [
                (actor, one.given)
                for actor, one in zip(actors, group, strict=True)
                if actor is not None
            ]
            answers = iter(await answers_to(session, known))
        return [_stranger() if actor is None else next(answers) for actor in actors]


def _stranger() -> Problem:
    refusal = not_signed_in()
    assert isinstance(refusal, Problem)
    return refusal


def _answer(one: Arrival, answer: Answer | Exception) -> None:
    if one.answer.done():  # whoever asked is gone
        return
    if isinstance(answer, Exception):
        one.answer.set_exception(answer)
    else:
        one.answer.set_result(answer)


_gates: WeakKeyDictionary[Database, Gate] = WeakKeyDictionary()


def gate_of(database: Database, *, require_otp: bool) -> Gate:
    """The one gate of a database in this process."""
    return _gates.setdefault(database, Gate(database, require_otp))
