"""What waits for whom on the first page: whose turn it is, in the present role, and nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from httpx import AsyncClient

from factories.world import World
from gongwei.core import clock
from gongwei.core.db import Database
from gongwei.objections.models import ObjectionState
from gongwei.secretaries.inspections.models import InspectionState
from gongwei.secretaries.models import AppointmentState
from gongwei.secretaries.nominations.models import NominationState as N
from gongwei.secretaries.talks.models import TalkKind, TalkState
from home.waiting_cases import Cases

EVERYBODY = (
    "system_admin", "security_admin", "auditor", "officer", "leader", "department_leader",
    "secretary", "clerk", "member", "reviewer", "rater", "neighbour",
)  # fmt: skip


@pytest.fixture
def cases(database: Database, world: World) -> Cases:
    return Cases(database, world)


async def waiting(
    client: AsyncClient, world: World, who: str, language: str = "zh"
) -> list[dict[str, Any]]:
    headers = {**world.headers(who), "Accept-Language": language}
    answer = await client.get("/api/v1/me/home", headers=headers)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["waiting"]
    return found


async def seen_by(client: AsyncClient, world: World, record_id: str) -> list[str]:
    """Those for whom the record waits."""
    return [
        who
        for who in EVERYBODY
        if record_id in [one["id"] for one in await waiting(client, world, who)]
    ]


@pytest.mark.parametrize(
    ("state", "whose", "words"),
    [
        (N.DRAFT, [], None),
        (N.SUBMITTED, ["officer"], "拟任人选待考察"),
        (N.UNDER_INSPECTION, ["officer"], "拟任人选考察中"),
        (N.INSPECTED, ["department_leader"], "拟任人选待党组研究"),
        (N.ENDORSED, ["leader"], "拟任人选待批准"),
        (N.APPROVED, ["officer"], "拟任人选待任职"),
        (N.RETURNED, ["secretary", "clerk"], "拟任人选被退回"),
        (N.APPOINTED, [], None),
        (N.REJECTED, [], None),
        (N.WITHDRAWN, [], None),
    ],
)
async def test_a_nomination_waits_for_those_whose_turn_it_is(
    client: AsyncClient, world: World, cases: Cases, state: N, whose: list[str], words: str | None
) -> None:
    nomination = await cases.nomination(state)
    assert await seen_by(client, world, nomination) == whose
    for who in whose:
        (one,) = await waiting(client, world, who)
        assert (one["kind"], one["path"]) == (
            "nomination", f"/secretaries/nominations/{nomination}",
        )  # fmt: skip
        assert one["title"] == f"{words}：张三（中共区财政局总支部委员会书记）"


async def test_nobody_approves_what_the_same_account_submitted(
    client: AsyncClient, world: World, cases: Cases
) -> None:
    leader = world.users["leader"].id
    endorsed = await cases.nomination(N.ENDORSED, submitted_by=leader)
    other = await cases.nomination(N.ENDORSED, submitted_by=world.users["secretary"].id)
    assert [one["id"] for one in await waiting(client, world, "leader")] == [other]
    assert await seen_by(client, world, endorsed) == []


@pytest.mark.parametrize(
    ("state", "whose"),
    [
        (InspectionState.PLANNED, []),
        (InspectionState.IN_PROGRESS, []),
        (InspectionState.REPORTED, ["officer", "leader"]),
        (InspectionState.CONCLUDED, []),
    ],
)
async def test_a_reported_inspection_waits_for_its_conclusion(
    client: AsyncClient, world: World, cases: Cases, state: InspectionState, whose: list[str]
) -> None:
    inspection = await cases.inspection(state)
    assert await seen_by(client, world, inspection) == whose
    kinds = [one["kind"] for one in await waiting(client, world, "officer")]
    reported = state is InspectionState.REPORTED
    assert kinds == (["inspection"] if reported else ["nomination"])
    if reported:
        (one,) = await waiting(client, world, "leader", "en")
        assert one["title"] == (
            "Inspection report to conclude: 张三 (secretary, 中共区财政局总支部委员会)"
        )
        assert one["path"] == f"/secretaries/inspections/{inspection}"


@pytest.mark.parametrize(
    ("state", "whose"),
    [
        (AppointmentState.IN_OFFICE, []),
        (AppointmentState.END_REQUESTED, ["leader"]),
        (AppointmentState.END_AGREED, []),
        (AppointmentState.ENDED, []),
    ],
)
async def test_a_request_to_leave_waits_for_the_superiors_consent(
    client: AsyncClient, world: World, cases: Cases, state: AppointmentState, whose: list[str]
) -> None:
    appointment = await cases.appointment(state)
    assert await seen_by(client, world, appointment) == whose
    for who in whose:
        (one,) = await waiting(client, world, who)
        assert (one["kind"], one["path"]) == ("appointment", f"/secretaries/{appointment}")
        assert one["title"] == "离任申请待同意：张三（中共区财政局总支部委员会书记）"


@pytest.mark.parametrize(
    ("state", "due_in", "whose"),
    [
        (TalkState.SCHEDULED, -5, ["officer"]),
        (TalkState.SCHEDULED, 30, ["officer"]),
        (TalkState.SCHEDULED, 31, []),
        (TalkState.HELD, 0, []),
        (TalkState.ACKNOWLEDGED, 0, []),
        (TalkState.RECTIFYING, 0, []),
        (TalkState.AWAITING_VERIFICATION, 0, ["officer", "leader"]),
        (TalkState.CLOSED, 0, []),
        (TalkState.CANCELLED, 0, []),
    ],
)
async def test_a_talk_waits_to_be_held_and_its_rectification_to_be_verified(
    client: AsyncClient, world: World, cases: Cases, state: TalkState, due_in: int,
    whose: list[str],
) -> None:  # fmt: skip
    talk = await cases.talk(state, due_in=due_in)
    assert await seen_by(client, world, talk) == whose
    for who in whose:
        (one,) = await waiting(client, world, who)
        words = "待谈话" if state is TalkState.SCHEDULED else "整改待核实"
        assert (one["kind"], one["title"]) == ("talk", f"{words}：谈话（张三）")
        assert one["path"] == f"/secretaries/talks/{talk}"


@pytest.mark.parametrize(
    ("title", "language", "line"),
    [
        ("任职谈话：张三", "zh", "待谈话：任职谈话：张三（中共区财政局总支部委员会）"),
        ("任职谈话：张三", "en", "Talk to hold: 任职谈话：张三 (中共区财政局总支部委员会)"),
        ("再约", "zh", "待谈话：再约（张三）"),
        ("再约", "en", "Talk to hold: 再约 (张三)"),
    ],
)
async def test_a_line_about_a_talk_names_the_person_once(
    client: AsyncClient, world: World, cases: Cases, title: str, language: str, line: str
) -> None:
    await cases.talk(TalkState.SCHEDULED, title=title)
    (one,) = await waiting(client, world, "officer", language)
    assert one["title"] == line


@pytest.mark.parametrize(
    ("state", "due_in"), [(TalkState.SCHEDULED, 3), (TalkState.AWAITING_VERIFICATION, None)]
)
async def test_a_talk_that_is_to_be_held_says_by_when(
    client: AsyncClient, world: World, cases: Cases, state: TalkState, due_in: int | None
) -> None:
    await cases.talk(state, due_in=3)
    await cases.nomination(N.SUBMITTED)
    due = {one["kind"]: one["due_on"] for one in await waiting(client, world, "officer")}
    day = None if due_in is None else str(clock.today() + timedelta(days=due_in))
    assert due == {"talk": day, "nomination": None}


@pytest.mark.parametrize(("kind", "due_in"), [(TalkKind.INQUIRY, 3), (TalkKind.REMINDER, None)])
async def test_an_inquiry_that_is_to_be_answered_says_by_when(
    client: AsyncClient, world: World, cases: Cases, kind: TalkKind, due_in: int | None
) -> None:
    person = await cases.person()
    await cases.stands_for("member", person)
    await cases.talk(TalkState.HELD, kind=kind, due_in=3, person_id=person)
    (one,) = await waiting(client, world, "member")
    day = None if due_in is None else str(clock.today() + timedelta(days=due_in))
    assert one["due_on"] == day


async def test_whoever_submitted_a_rectification_does_not_verify_it(
    client: AsyncClient, world: World, cases: Cases
) -> None:
    officer = world.users["officer"].id
    talk = await cases.talk(TalkState.AWAITING_VERIFICATION, submitted_by=officer)
    assert await seen_by(client, world, talk) == ["leader"]


@pytest.mark.parametrize("who", ["department_leader", "secretary", "clerk", "member"])
@pytest.mark.parametrize("at", ["finance", "police"])
async def test_a_held_talk_waits_for_whoever_was_talked_to_wherever_it_was_held(
    client: AsyncClient, world: World, cases: Cases, who: str, at: str
) -> None:
    person = await cases.person(at)
    talk = await cases.talk(TalkState.HELD, at, TalkKind.INQUIRY, person_id=person)
    assert await seen_by(client, world, talk) == []
    await cases.stands_for(who, person)
    assert await seen_by(client, world, talk) == [who]
    (one,) = await waiting(client, world, who)
    assert one["title"] == "函询待您答复：谈话（张三）"
    after = await client.get("/api/v1/members", headers=world.headers(who))
    assert after.status_code == 200
    assert after.json()["items"] == []


async def test_the_committees_own_talk_is_not_for_an_administrator(
    client: AsyncClient, world: World, cases: Cases
) -> None:
    person = await cases.person()
    talk = await cases.talk(TalkState.HELD, person_id=person)
    await cases.stands_for("system_admin", person)
    assert await seen_by(client, world, talk) == []


async def test_a_letter_waits_for_the_head_of_the_leading_group(
    client: AsyncClient, world: World, cases: Cases
) -> None:
    letter = await cases.talk(TalkState.HELD, kind=TalkKind.LETTER)
    assert await seen_by(client, world, letter) == ["department_leader"]
    (one,) = await waiting(client, world, "department_leader")
    assert one["title"] == "函告待确认收悉：谈话（中共区财政局总支部委员会）"
    elsewhere = await cases.talk(TalkState.HELD, "police", kind=TalkKind.LETTER)
    assert await seen_by(client, world, elsewhere) == []


@pytest.mark.parametrize(
    ("state", "whose", "words"),
    [
        (ObjectionState.FILED, ["officer", "leader"], "异议待核查"),
        (ObjectionState.EXAMINING, ["officer", "leader"], "异议待作结论"),
        (ObjectionState.UPHELD, [], ""),
        (ObjectionState.DISMISSED, [], ""),
    ],
)
async def test_an_objection_waits_for_those_who_examine_it(
    client: AsyncClient, world: World, cases: Cases, state: ObjectionState, whose: list[str],
    words: str,
) -> None:  # fmt: skip
    objection = await cases.objection(state)
    assert await seen_by(client, world, objection) == whose
    for who in whose:
        (one,) = await waiting(client, world, who)
        assert (one["kind"], one["path"]) == ("objection", f"/objections/{objection}")
        assert one["title"] == f"{words}：张三（中共区财政局总支部委员会）"


async def test_nobody_examines_an_objection_of_the_own(
    client: AsyncClient, world: World, cases: Cases
) -> None:
    person = await cases.person()
    objection = await cases.objection(ObjectionState.FILED, person_id=person)
    await cases.stands_for("officer", person)
    assert await seen_by(client, world, objection) == ["leader"]


async def test_what_waits_is_sorted_by_how_long_it_waits_and_twenty_of_a_kind_at_most(
    client: AsyncClient, world: World, cases: Cases
) -> None:
    first = await cases.objection(ObjectionState.FILED)
    for _ in range(21):
        await cases.nomination(N.SUBMITTED)
    last = await cases.talk(TalkState.SCHEDULED)
    found = await waiting(client, world, "officer")
    assert [found[0]["id"], found[-1]["id"]] == [first, last]
    assert len(found) == 22
    since = [one["since"] for one in found]
    assert since == sorted(since)
