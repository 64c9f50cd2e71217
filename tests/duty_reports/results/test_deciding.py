"""Decisions: as proposed, otherwise with a reason and a second person; every state and role."""

from typing import Any

import pytest

from duty_reports.appraised import FINE, Appraised
from duty_reports.review import faults, refusal


async def test_a_leader_decides_as_proposed(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    before = await appraised.result(who="leader")
    assert before["allowed_actions"] == ["decide"]
    found = (await appraised.decide()).json()
    assert (found["state"], found["decided_grade_title"], found["decided_by_name"]) == (
        "decided", "较好", "leader（committee_leader）",
    )  # fmt: skip
    assert found["allowed_actions"] == ["take_back"]


async def test_another_grade_needs_a_reason_and_a_second_person(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.second_leader()
    assert refusal(await appraised.decide(grade="good")) == (422, "reason_required")
    assert faults(await appraised.decide(grade="none", reason="x")) == [("/grade", "unknown_grade")]
    found = (await appraised.decide(grade="good", reason="抗洪表现突出")).json()
    assert (found["state"], found["proposed_grade"], found["decided_grade"]) == (
        "awaiting_confirmation", "fair", "good",
    )  # fmt: skip
    assert found["allowed_actions"] == ["take_back"]
    for action in ("confirm", "refuse"):
        answer = await appraised.act_on(action, reason="我自己")
        assert refusal(answer) == (403, "second_person_needed")
    seen = await appraised.result(who="vice")
    assert seen["allowed_actions"] == ["confirm", "refuse", "take_back"]
    found = (await appraised.act_on("confirm", who="vice")).json()
    assert (found["state"], found["confirmed_by_name"]) == (
        "decided", "vice（committee_leader）",
    )  # fmt: skip


async def test_a_refused_decision_begins_anew(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.second_leader()
    await appraised.decide(grade="good", reason="表现突出")
    assert refusal(await appraised.act_on("refuse", who="vice")) == (422, "reason_required")
    found = (await appraised.act_on("refuse", who="vice", reason="依据不足")).json()
    assert (found["state"], found["decided_grade"], found["decision_reason"]) == (
        "proposed", None, None,
    )  # fmt: skip
    history = await appraised.read("officer", appraised.path(rest="/history"))
    assert [(one["action"], one["reason"]) for one in history["items"]][:2] == [
        ("duty_result.refuse", "依据不足"), ("duty_result.differ", "表现突出"),
    ]  # fmt: skip


async def test_where_no_grade_is_proposed_every_grade_needs_a_second_person(
    appraised: Appraised,
) -> None:
    await appraised.calculated({"leaders": 90})
    assert (await appraised.result())["proposed_grade"] is None
    found = (await appraised.decide(grade="poor", reason="票数不足，按平时考核")).json()
    assert found["state"] == "awaiting_confirmation"


async def test_nobody_decides_on_oneself(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.become("leader")
    assert (await appraised.result(who="leader"))["allowed_actions"] == []
    assert refusal(await appraised.decide()) == (403, "own_matter")
    assert refusal(await appraised.act_on("take_back", reason="x")) == (403, "own_matter")
    assert (await appraised.decide("police")).status_code == 200


STATES = ("proposed", "awaiting_confirmation", "decided", "published")
POSSIBLE = {
    ("proposed", "decision"),
    ("awaiting_confirmation", "confirm"),
    ("awaiting_confirmation", "refuse"),
    ("awaiting_confirmation", "take_back"),
    ("decided", "take_back"),
}


async def brought_to(appraised: Appraised, state: str) -> None:
    await appraised.calculated(FINE)
    await appraised.second_leader()
    if state == "published":
        await appraised.published()
    elif state == "decided":
        await appraised.decide()
    elif state == "awaiting_confirmation":
        await appraised.decide(grade="good", reason="表现突出")


@pytest.mark.parametrize("state", STATES)
async def test_every_state_action_and_role(appraised: Appraised, state: str) -> None:
    await brought_to(appraised, state)
    for who, status in (
        ("officer", 403), ("department_leader", 404), ("secretary", 404), ("clerk", 404),
        ("member", 404), ("rater", 404), ("reviewer", 404), ("auditor", 404),
        ("system_admin", 404), ("security_admin", 404), ("neighbour", 404),
    ):  # fmt: skip
        for action in ("decision", "confirm", "refuse", "take_back"):
            assert (await attempt(appraised, who, action)).status_code == status, (who, action)
    assert (await appraised.result())["state"] == state


@pytest.mark.parametrize("action", ["decision", "confirm", "refuse", "take_back"])
@pytest.mark.parametrize("state", STATES)
async def test_the_second_leader_in_every_state(
    appraised: Appraised, state: str, action: str
) -> None:
    await brought_to(appraised, state)
    answer = await attempt(appraised, "vice", action)
    assert answer.status_code == (200 if (state, action) in POSSIBLE else 409)


async def attempt(appraised: Appraised, who: str, action: str) -> Any:
    if action == "decision":
        return await appraised.decide(grade="fair", who=who)
    return await appraised.act_on(action, who=who, reason="按规定办理")


async def test_grades_are_not_decided_before_and_after(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    assert refusal(await appraised.decide(grade="good", reason="x")) == (
        409, "results_not_calculated",
    )  # fmt: skip
