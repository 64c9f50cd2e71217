"""Phones, codes, clocks, lost answers and orders against a plain model: nothing is lost, nothing is
doubled, and the sums agree.
"""

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from conftest import ROLE, WORLD_TEMPLATE, database_url, new_database, read_world, run_as_owner
from factories.program import client_on
from factories.service_days import NINE, ServiceDays
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.volunteering.attendance.codes import STEP, step_of
from volunteering.attendance.doorway import Body, Doorway

T = TypeVar("T")
PEOPLE = {"李四": "member", "王五": "department_leader", "赵六": "clerk", "钱七": "neighbour"}
"""Names, and the account that each has on the own phone."""
SENSIBLE = st.sampled_from([True, True, True, False])
"""Whether somebody does what comes next, an exit after an entry, or the other."""
NAMES = st.sampled_from(sorted(PEOPLE))
OPENS, ENDS, CLOSES = (timedelta(minutes=one) for one in (-30, 240, 270))
"""From nine o'clock."""
MINUTE = timedelta(minutes=1)


@dataclass
class Span:
    """The model's pair: from when until when, and whether both count."""

    start: datetime
    end: datetime | None = None
    counts: bool = True


@dataclass
class Person:
    """The model of one person: what was taken, and what lies on the phone."""

    nine: datetime
    spans: list[Span] = field(default_factory=list)
    pending: list[Body] = field(default_factory=list)
    counted: int = 0
    """What the phone has scanned so far."""

    def judge(self, kind: str, at: datetime) -> str | None:
        """Why an entry or exit at that moment is refused."""
        if at < self.nine + OPENS:
            return "not_open_yet"
        if at > self.nine + (ENDS if kind == "entry" else CLOSES):
            return "closed"
        last = self.last(at)
        if kind == "exit":
            return None if last is not None and last.end is None else "not_checked_in"
        if last is not None and (last.end is None or at < last.end or at == last.start):
            return "already_checked_in"
        return "too_many_pairs" if len(self.spans) == 3 else None

    def last(self, at: datetime) -> Span | None:
        """The span that began last by then."""
        return max((one for one in self.spans if one.start <= at), key=_start, default=None)

    def take(self, kind: str, at: datetime, counts: bool) -> None:
        if kind == "entry":
            self.spans.append(Span(at, counts=counts))
            return
        last = self.last(at)
        assert last is not None
        last.end, last.counts = at, last.counts and counts

    def minutes(self) -> int:
        return sum((one.end - one.start) // MINUTE for one in self.spans if one.end and one.counts)


def _start(span: Span) -> datetime:
    return span.start


@dataclass
class Stage:
    """The program on a database with real commits, in a loop of its own; a day an example."""

    runner: asyncio.Runner
    doorway: Doorway
    played: int = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)


async def opened(name: str, configured: Settings, stack: AsyncExitStack) -> Doorway:
    database = Database(database_url(name), role=ROLE, pool_size=5)
    stack.push_async_callback(database.close)
    client = await stack.enter_async_context(client_on(database, configured))
    days = ServiceDays(database, read_world())
    activity = await days.activity(hours=4)
    people = {one: await days.person(one, who=account) for one, account in PEOPLE.items()}
    return Doorway(client, days, activity, await days.shift(activity), people)


@pytest.fixture
def stage(settings: Settings) -> Iterator[Stage]:
    name = new_database(WORLD_TEMPLATE)
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        yield Stage(runner, runner.run(opened(name, settings, stack)))
        runner.run(stack.aclose())
    run_as_owner(f"DROP DATABASE {name} WITH (FORCE)")


class Protocol(RuleBasedStateMachine):
    """One service day."""

    stage: ClassVar[Stage]

    @initialize()
    def begin(self) -> None:
        self.stage.played += 1
        self.acts = 0
        nine = NINE + timedelta(days=self.stage.played)
        self.now = nine - 31 * MINUTE
        self.people = {name: Person(nine) for name in PEOPLE}
        self.answers: dict[str, tuple[str, Body, Body]] = {}
        """What was acknowledged: by whom, what was sent, what was answered; by nonce."""
        self.refusals: dict[str, str] = {}
        self.door = self.stage.run(self._new_day(nine))

    async def _new_day(self, nine: datetime) -> Doorway:
        before = self.stage.doorway
        activity = await before.days.activity(hours=4, starts_at=nine)
        shift = await before.days.shift(activity)
        for one in before.people.values():
            await before.days.sign_up(shift, one)
        return Doorway(before.client, before.days, activity, shift, before.people)

    def _kind(self, name: str, sensible: bool) -> str:
        """What somebody does, as far as one remembers: what was scanned last, or taken last."""
        person = self.people[name]
        last = person.last(self.now)
        is_in = last is not None and last.end is None
        if person.pending:
            is_in = person.pending[-1]["type"] == "entry"
        return "exit" if is_in == sensible else "entry"

    def _send(self, who: str, body: Body) -> Any:
        return self.stage.run(self.door.check_in(who, body, self.now))

    def _expect(self, name: str, body: Body) -> tuple[int, str | None]:
        """What the model says to it now, noting it."""
        nonce, at = body["nonce"], datetime.fromisoformat(body["occurred_at"])
        if nonce in self.answers:
            return 200, None
        person, is_scan = self.people[name], body["method"] == "scan"
        moment = min(at - timedelta(seconds=at.timestamp() % 20), self.now) if is_scan else at
        why = person.judge(body["type"], moment)
        if why is not None:
            self.refusals[nonce] = why
            return 409, why
        trusted = body.get("server_offset_ms") is not None or "captured_at" not in body
        late = step_of(self.now) - step_of(at) > 1
        person.take(body["type"], moment, counts=trusted or not (late and is_scan))
        return 201, None

    def _check(self, who: str, name: str, body: Body, answer: Any) -> None:
        expected = self._expect(name, body)
        assert (answer.status_code, answer.json().get("code")) == expected
        self._note(who, body, answer.status_code, answer.json())

    def _note(self, who: str, body: Body, status: int, answer: Body) -> None:
        first = self.answers.get(body["nonce"])
        if status == 201:
            self.answers[body["nonce"]] = (who, body, answer)
            self.refusals.pop(body["nonce"], None)
        elif status == 200:
            assert first is not None
            assert answer["id"] == first[2]["id"]

    @invariant()
    def time_passes(self) -> None:
        """A while after every act, so that the day is over after the acts of an example."""
        if hasattr(self, "now"):
            self.acts += 1
            self.now += timedelta(minutes=(1, 0, 20, 5, 0.5)[self.acts % 5])

    @rule(name=NAMES, sensible=SENSIBLE)
    def scans_online(self, name: str, sensible: bool) -> None:
        body = self.door.scanned(self._kind(name, sensible), self.now)
        self._check(PEOPLE[name], name, body, self._send(PEOPLE[name], body))

    @rule(name=NAMES, sensible=SENSIBLE, skew=st.sampled_from([0, 900, -5400]), knows=st.booleans())
    def scans_without_network(self, name: str, sensible: bool, skew: int, knows: bool) -> None:
        person, clock = self.people[name], self.now + timedelta(seconds=skew if knows else 0)
        person.counted += 1
        said = {
            "captured_at": clock.isoformat(), "device_seq": person.counted,
            "server_offset_ms": -skew * 1000 if knows else None,
        }  # fmt: skip
        kind = self._kind(name, sensible)
        person.pending.append(self.door.scanned(kind, self.now, **said))

    @rule(name=NAMES, lost=st.booleans())
    def network_is_back_for_one(self, name: str, lost: bool) -> None:
        """The oldest on the phone is sent; when its answer is lost it stays, and is sent again."""
        person = self.people[name]
        if person.pending:
            body = person.pending[0] if lost else person.pending.pop(0)
            self._check(PEOPLE[name], name, body, self._send(PEOPLE[name], body))

    @rule(name=NAMES, lost=st.booleans(), order=st.randoms(use_true_random=False))
    def network_is_back_for_all(self, name: str, lost: bool, order: Any) -> None:
        """Everything on the phone is sent in one bundle, some of it twice."""
        person = self.people[name]
        items = [*person.pending, *person.pending[:1]]
        order.shuffle(items)
        if not items:
            return
        sent = self.stage.run(
            self.door.send(
                PEOPLE[name], "POST", "check-in-batches", now=self.now, json={"items": items}
            )
        ).json()["items"]
        judged = sorted(zip(items, sent, strict=True), key=lambda one: one[0]["device_seq"])
        for body, told in judged:
            expected = self._expect(name, body)
            code = told["problem"]["code"] if told["problem"] else None
            assert (told["status"], code) == expected
            self._note(PEOPLE[name], body, told["status"], told["check_in"] or {})
        if not lost:
            person.pending.clear()

    @rule(name=NAMES, sensible=SENSIBLE, ago=st.sampled_from([0, 10, 30, 120]))
    def leader_marks(self, name: str, sensible: bool, ago: int) -> None:
        at = self.now - ago * MINUTE
        kind = self._kind(name, sensible)
        body = self.door.marked(name, kind, at, reason="补记")
        self._check("secretary", name, body, self._send("secretary", body))

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def sends_again_what_was_answered(self, data: Any) -> None:
        who, body, first = self.answers[data.draw(st.sampled_from(sorted(self.answers)))]
        again = self._send(who, body)
        assert (again.status_code, again.json()["id"]) == (200, first["id"])
        other = self._send(who, {**body, "reason": "另一个内容"})
        assert (other.status_code, other.json()["code"]) == (422, "nonce_reused")

    @rule(name=NAMES, sensible=SENSIBLE)
    def shows_a_photograph_of_an_old_code(self, name: str, sensible: bool) -> None:
        kind = self._kind(name, sensible)
        body = self.door.scanned(kind, self.now, shown_at=self.now - 10 * STEP)
        answer = self._send(PEOPLE[name], body)
        assert (answer.status_code, answer.json()["code"]) == (409, "code_expired")
        self.refusals[body["nonce"]] = "code_expired"

    def teardown(self) -> None:
        if hasattr(self, "door"):
            self.stage.run(self._compare())

    async def _compare(self) -> None:
        """The roster's pairs and minutes, the rows and the tries are those of the model."""
        path = f"activities/{self.door.activity.id}"
        roster = await self.door.read("secretary", f"{path}/roster")
        for line in roster["items"]:
            model = self.people[line["name"]]
            pairs = [_pair(one) for one in line["pairs"]]
            assert pairs == [(one.start, one.end) for one in sorted(model.spans, key=_start)]
            assert line["minutes"] == model.minutes()
        asked = {"activity_id": str(self.door.activity.id), "limit": 200}
        rows = (await self.door.read("secretary", "check-ins", **asked))["items"]
        assert {one["id"] for one in rows} == {one[2]["id"] for one in self.answers.values()}
        assert len(rows) == len(self.answers)
        tries = await self.door.read("secretary", f"{path}/check-in-attempts", limit=200)
        kept = Counter(one["code"] for one in tries["items"])
        assert kept >= Counter(self.refusals.values())


def _pair(shown: Body) -> tuple[datetime | None, datetime | None]:
    marks = (shown["entry"], shown["exit"])
    start, end = (datetime.fromisoformat(one["occurred_at"]) if one else None for one in marks)
    return start, end


def test_nothing_is_lost_and_nothing_is_doubled(stage: Stage) -> None:
    Protocol.stage = stage
    run_state_machine_as_test(
        Protocol,
        settings=settings(
            max_examples=20,
            phases=[Phase.generate],
            stateful_step_count=50,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
