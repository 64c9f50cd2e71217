"""The reply to an inquiry is owed by a date, and whoever owes it is told."""

from typing import Any

from secretaries.secretariat import Body, Secretariat, days, faults, refusal
from secretaries.talks.said import in_office, moved, scheduled


async def sent(
    desk: Secretariat, who: str | None = "secretary", held_on: int = 0, **more: Any
) -> tuple[Body, Body]:
    """An inquiry that went out, and its task."""
    about = await in_office(desk, who)
    given = {"kind": "inquiry", "due_on": str(days(10)), "content": "请说明。", **about, **more}
    made = await desk.made("officer", "talks", **given)
    talk = await moved(desk, "officer", made, "hold", held_on=str(days(held_on)))
    (task,) = talk["tasks"]
    return talk, await desk.read("officer", f"tasks/{task['id']}")


async def told(desk: Secretariat, who: str) -> tuple[list[Any], list[Any]]:
    """Paths of what is owed, and of what waits with its date, on somebody's first page."""
    home = await desk.read(who, "me/home")
    return (
        [(one["path"], one["due_on"]) for one in home["tasks"]],
        [(one["path"], one["due_on"]) for one in home["waiting"]],
    )


async def test_an_inquiry_that_is_prepared_is_owed_by_nobody(desk: Secretariat) -> None:
    made = await scheduled(desk, "inquiry", await in_office(desk), content="请说明。")
    assert made["tasks"] == []
    gone = await moved(desk, "officer", made, "cancel", reason="另行约谈")
    assert (gone["state"], gone["tasks"]) == ("cancelled", [])


async def test_the_person_owes_the_reply_by_its_date(desk: Secretariat) -> None:
    talk, task = await sent(desk)
    expected = {
        "title": "答复：函询：李四", "state": "open", "due_on": talk["due_on"],
        "organisation_id": talk["organisation_id"], "moves_with_record": True,
        "responsible_user_id": str(desk.world.users["secretary"].id),
        "given_by": str(desk.world.users["officer"].id),
        "origin": {"type": "talk", "id": talk["id"]}, "allowed_actions": ["extend"],
    }  # fmt: skip
    assert {name: task[name] for name in expected} == expected


async def test_the_first_page_tells_of_the_reply_once(desk: Secretariat) -> None:
    talk, _ = await sent(desk)
    path, due = f"/secretaries/talks/{talk['id']}", talk["due_on"]
    assert await told(desk, "secretary") == ([(path, due)], [])
    assert await told(desk, "clerk") == ([], [])
    await moved(desk, "secretary", talk, "acknowledge", statement="情况是这样的。")
    assert await told(desk, "secretary") == ([], [])


async def test_without_an_account_that_works_there_the_organisation_owes_it(
    desk: Secretariat,
) -> None:
    talk, task = await sent(desk, "neighbour")
    path, due = f"/secretaries/talks/{talk['id']}", talk["due_on"]
    assert (task["responsible_user_id"], task["organisation_id"]) == (
        None, talk["organisation_id"],
    )  # fmt: skip
    assert await told(desk, "secretary") == ([(path, due)], [])
    assert await told(desk, "clerk") == ([(f"/tasks/{task['id']}", due)], [])
    assert await told(desk, "department_leader") == ([], [])
    assert await told(desk, "neighbour") == ([], [(path, due)])


async def test_the_reply_settles_it_and_the_person_verifies_nothing(desk: Secretariat) -> None:
    talk, task = await sent(desk)
    done = await moved(desk, "secretary", talk, "acknowledge", statement="情况是这样的。")
    assert [one["state"] for one in done["tasks"]] == ["verified"]
    shown = await desk.read("officer", f"tasks/{task['id']}")
    expected = {
        "done_by": str(desk.world.users["secretary"].id), "done_on": str(days(0)),
        "verified_by": None, "verified_on": str(days(0)), "late": False, "allowed_actions": [],
    }  # fmt: skip
    assert {name: shown[name] for name in expected} == expected
    history = await desk.read("officer", f"tasks/{task['id']}/history")
    assert [(one["action"], one["actor_label"], one["reason"]) for one in history["items"]][:2] == [
        ("task.verify", "系统 System", "已收到答复 The reply has been received"),
        ("task.submit", desk.world.users["secretary"].display_name, None),
    ]


async def test_the_reply_of_whoever_works_elsewhere_settles_it_too(desk: Secretariat) -> None:
    talk, task = await sent(desk, "neighbour")
    await moved(desk, "neighbour", talk, "acknowledge", statement="情况是这样的。")
    shown = await desk.read("officer", f"tasks/{task['id']}")
    assert (shown["state"], shown["done_by"]) == (
        "verified", str(desk.world.users["neighbour"].id),
    )  # fmt: skip


async def test_a_late_reply_stays_late(desk: Secretariat) -> None:
    talk, task = await sent(desk, held_on=-9, due_on=str(days(-1)))
    assert task["late"] is True
    await moved(desk, "secretary", talk, "acknowledge", statement="迟复。")
    shown = await desk.read("officer", f"tasks/{task['id']}")
    assert (shown["state"], shown["late"]) == ("verified", True)


async def test_nobody_settles_it_by_hand(desk: Secretariat) -> None:
    _, task = await sent(desk)
    for who in ("secretary", "officer"):
        for action in ("start", "submit", "verify", "reject", "cancel"):
            answer = await desk.act(who, f"tasks/{task['id']}", action, reason="先办")
            assert refusal(answer) == (409, "moves_with_its_record")
    assert (await desk.read("secretary", f"tasks/{task['id']}"))["allowed_actions"] == []


async def test_the_inquiry_follows_its_task_that_is_extended(desk: Secretariat) -> None:
    talk, task = await sent(desk)
    put_off = {"due_on": str(days(20)), "reason": "出差在外"}
    answer = await desk.act("officer", f"tasks/{task['id']}", "extend", **put_off)
    assert answer.status_code == 200
    after = await desk.read("officer", f"talks/{talk['id']}")
    assert (after["due_on"], after["tasks"][0]["due_on"]) == (str(days(20)), str(days(20)))
    await moved(desk, "secretary", talk, "acknowledge", statement="情况是这样的。")
    late = await desk.act("officer", f"tasks/{task['id']}", "extend", **put_off)
    assert refusal(late) == (409, "invalid_state")


async def test_it_is_not_sent_after_the_reply_is_due(desk: Secretariat) -> None:
    about = await in_office(desk)
    given = {"kind": "inquiry", "due_on": str(days(-2)), "content": "请说明。", **about}
    made = await desk.made("officer", "talks", **given)
    answer = await desk.act("officer", f"talks/{made['id']}", "hold")
    assert faults(answer) == [("/held_on", "after_reply_date")]
