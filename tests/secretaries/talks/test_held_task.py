"""The task that a talk be held is done by holding it, and by nothing else."""

import pytest

from secretaries.secretariat import Body, Secretariat, days, faults, refusal
from secretaries.talks.said import moved, stand_for
from secretaries.talks.test_dates import appointed

HAND = ("start", "submit", "verify", "reject", "cancel")


async def refusals(desk: Secretariat, task: Body, who: str) -> set[tuple[int, str]]:
    path = f"tasks/{task['id']}"
    return {refusal(await desk.act(who, path, action, reason="先办")) for action in HAND}


@pytest.mark.parametrize("on", [None, 0])
async def test_nobody_moves_it_by_hand(desk: Secretariat, on: int | None) -> None:
    talk, task = await appointed(desk)
    if on is not None:
        await moved(desk, "officer", talk, "hold", held_on=str(days(on)))
    assert await refusals(desk, task, "officer") == {(409, "moves_with_its_record")}
    told = await desk.read("leader", f"tasks/{task['id']}")
    for action in ("verify", "reject"):
        answer = await desk.act("leader", f"tasks/{task['id']}", action, reason="x")
        assert refusal(answer) == (409, "moves_with_its_record")
    assert (told["moves_with_record"], told["state"]) == (
        True,
        "open" if on is None else "submitted",
    )
    assert told["allowed_actions"] == (["extend"] if on is None else [])
    waits = await desk.read("leader", "tasks", mine="to_verify")
    assert waits["items"] == []


async def test_it_may_be_put_off_and_its_talk_with_it(desk: Secretariat) -> None:
    talk, task = await appointed(desk)
    shown = await desk.read("officer", f"tasks/{task['id']}")
    assert shown["allowed_actions"] == ["extend"]
    put_off = {"due_on": str(days(50)), "reason": "出差在外"}
    answer = await desk.act("officer", f"tasks/{task['id']}", "extend", **put_off)
    assert answer.status_code == 200
    assert (await desk.read("officer", f"talks/{talk['id']}"))["due_on"] == str(days(50))
    bare = await desk.act("officer", f"tasks/{task['id']}", "extend", due_on=str(days(60)))
    assert faults(bare) == [("/reason", "missing")]


async def test_whoever_appointed_owes_it_and_not_the_organisation(desk: Secretariat) -> None:
    _, task = await appointed(desk)
    shown = await desk.read("officer", f"tasks/{task['id']}")
    assert (shown["organisation_id"], shown["responsible_user_id"]) == (
        str(desk.world["root"].id), str(desk.world.users["officer"].id),
    )  # fmt: skip
    assert (await desk.read("secretary", "tasks"))["items"] == []


async def test_the_first_page_tells_of_it_once_and_leads_to_the_talk(desk: Secretariat) -> None:
    talk, task = await appointed(desk)
    home = await desk.read("officer", "me/home")
    assert [(one["id"], one["path"]) for one in home["tasks"]] == [
        (task["id"], f"/secretaries/talks/{talk['id']}")
    ]
    assert home["waiting"] == []
    await moved(desk, "officer", talk, "hold")
    after = await desk.read("officer", "me/home")
    assert (after["tasks"], after["waiting"]) == ([], [])


async def test_the_acknowledgement_verifies_it(desk: Secretariat) -> None:
    talk, task = await appointed(desk)
    await stand_for(desk, "secretary", talk["person_id"])
    await moved(desk, "officer", talk, "hold")
    done = await moved(desk, "secretary", talk, "acknowledge")
    assert [(one["id"], one["state"]) for one in done["tasks"]] == [(task["id"], "verified")]
