"""Whoever was talked to acknowledges it and adds a statement, however far the rectification is."""

import pytest

from secretaries.secretariat import Body, Secretariat, days, refusal
from secretaries.talks.said import ISSUES, in_office, moved, scheduled, task_done

SAID = "问题属实，已在整改。"


async def opened_at_once(desk: Secretariat) -> Body:
    """A reminder talk with the secretary whose rectification began before it was acknowledged."""
    about = await in_office(desk)
    made = await scheduled(desk, "reminder", about, issues=ISSUES, deadline=str(days(30)))
    await moved(desk, "officer", made, "hold")
    return await moved(desk, "officer", made, "open_rectification")


async def reached(desk: Secretariat, state: str) -> Body:
    """The same in a later state, not acknowledged."""
    talk = await opened_at_once(desk)
    if state == "rectifying":
        return talk
    for task in talk["tasks"]:
        await task_done(desk, task)
    talk = await moved(desk, "secretary", talk, "submit")
    return talk if state == "awaiting_verification" else await moved(desk, "leader", talk, "verify")


STATES = ("rectifying", "awaiting_verification", "closed")


@pytest.mark.parametrize("state", STATES)
async def test_it_is_acknowledged_once_and_moves_nothing(desk: Secretariat, state: str) -> None:
    talk = await reached(desk, state)
    assert talk["state"] == state
    states = [task["state"] for task in talk["tasks"]]
    seen = await desk.read("secretary", f"talks/{talk['id']}")
    assert ("acknowledge" in seen["allowed_actions"], seen["acknowledged_at"]) == (True, None)
    said = await moved(desk, "secretary", talk, "acknowledge", statement=SAID)
    assert (said["state"], said["statement"]) == (state, SAID)
    assert said["acknowledged_at"] is not None
    assert "acknowledge" not in said["allowed_actions"]
    assert [task["state"] for task in said["tasks"]] == states
    told = (await desk.read("officer", f"talks/{talk['id']}/history"))["items"][0]
    assert (told["action"], told["from_state"]) == ("talk.acknowledge", None)


@pytest.mark.parametrize("state", STATES)
async def test_it_is_not_acknowledged_twice(desk: Secretariat, state: str) -> None:
    talk = await reached(desk, state)
    await moved(desk, "secretary", talk, "acknowledge", statement=SAID)
    again = await desk.act("secretary", f"talks/{talk['id']}", "acknowledge", statement="另说")
    assert refusal(again) == (409, "already_acknowledged")
    assert (await desk.read("secretary", f"talks/{talk['id']}"))["statement"] == SAID


async def test_it_waits_for_whoever_was_talked_to_until_then(desk: Secretariat) -> None:
    talk = await opened_at_once(desk)

    async def waiting() -> list[str]:
        home = await desk.read("secretary", "me/home")
        return [one["id"] for one in home["waiting"] if one["kind"] == "talk"]

    assert await waiting() == [talk["id"]]
    await moved(desk, "secretary", talk, "acknowledge")
    assert await waiting() == []


async def test_nobody_else_acknowledges_it(desk: Secretariat) -> None:
    talk = await opened_at_once(desk)
    for who in ("officer", "leader", "department_leader"):
        shown = await desk.read(who, f"talks/{talk['id']}")
        assert "acknowledge" not in shown["allowed_actions"]
    refused = await desk.act("department_leader", f"talks/{talk['id']}", "acknowledge")
    assert refusal(refused) == (403, "not_your_talk")


async def test_the_rectification_goes_on_after_it(desk: Secretariat) -> None:
    talk = await opened_at_once(desk)
    await moved(desk, "secretary", talk, "acknowledge")
    for task in talk["tasks"]:
        await task_done(desk, task)
    await moved(desk, "secretary", talk, "submit")
    closed = await moved(desk, "leader", talk, "verify")
    assert (closed["state"], [one["state"] for one in closed["tasks"]]) == (
        "closed", ["verified", "verified"],
    )  # fmt: skip
