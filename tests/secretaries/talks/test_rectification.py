"""A reminder talk from its issues to the day when somebody else has verified that all is put
right."""

from gongwei.secretaries.talks.models import TalkKind, TalkState
from secretaries.secretariat import Body, Secretariat, days, faults, refusal
from secretaries.talks.said import (
    ISSUES,
    in_office,
    moved,
    rectifying,
    scheduled,
    stored,
    task_done,
)


async def test_each_issue_becomes_a_task_of_the_person_talked_to(desk: Secretariat) -> None:
    talk = await rectifying(desk)
    assert (talk["state"], talk["allowed_actions"]) == ("rectifying", [])
    assert [(one["title"], one["state"], one["due_on"], one["late"]) for one in talk["tasks"]] == [
        (issue["text"], "open", str(days(30)), False) for issue in ISSUES
    ]
    task = await desk.read("secretary", f"tasks/{talk['tasks'][0]['id']}")
    expected = {
        "origin": {"type": "talk", "id": talk["id"]}, "organisation_id": talk["organisation_id"],
        "responsible_user_id": str(desk.world.users["secretary"].id),
        "given_by": str(desk.world.users["officer"].id), "due_on": str(days(30)),
        "detail": "组织生活记录不实\n逐次核对补正",
    }  # fmt: skip
    assert {name: task[name] for name in expected} == expected
    owed = await desk.read("secretary", "me/tasks")
    assert {one["id"] for one in owed["items"]} == {one["id"] for one in talk["tasks"]}


async def test_a_reminder_talk_is_closed_after_one_rejection(desk: Secretariat) -> None:
    talk = await rectifying(desk)
    early = await desk.act("secretary", f"talks/{talk['id']}", "submit")
    assert refusal(early) == (409, "tasks_open")
    assert early.json()["tasks"] == [one["id"] for one in talk["tasks"]]
    assert "组织生活记录不实、党费收缴不及时" in early.json()["detail"]
    for task in talk["tasks"]:
        await task_done(desk, task)
    sent = await moved(desk, "secretary", talk, "submit")
    assert (sent["state"], sent["allowed_actions"]) == ("awaiting_verification", [])
    bare = await desk.act("officer", f"talks/{talk['id']}", "reject")
    assert refusal(bare) == (422, "reason_required")
    back = await moved(desk, "leader", talk, "reject", reason="缺佐证材料")
    assert (back["state"], [one["state"] for one in back["tasks"]]) == (
        "rectifying", ["in_progress", "in_progress"],
    )  # fmt: skip
    for task in talk["tasks"]:
        await task_done(desk, task)
    await moved(desk, "secretary", talk, "submit")
    end = await moved(desk, "officer", talk, "verify")
    assert (end["state"], end["allowed_actions"]) == ("closed", [])
    tasks = [await desk.read("officer", f"tasks/{one['id']}") for one in talk["tasks"]]
    people = desk.world.users
    assert [(one["state"], one["done_by"], one["verified_by"]) for one in tasks] == [
        ("verified", str(people["secretary"].id), str(people["officer"].id)),
    ] * 2
    told = await desk.read("secretary", f"talks/{talk['id']}/history")
    assert [(one["action"], one["actor_label"], one["reason"]) for one in told["items"]] == [
        ("talk.verify", people["officer"].display_name, None),
        ("talk.submit", people["secretary"].display_name, None),
        ("talk.reject", people["leader"].display_name, "缺佐证材料"),
        ("talk.submit", people["secretary"].display_name, None),
        ("talk.open_rectification", people["officer"].display_name, None),
        ("talk.acknowledge", people["secretary"].display_name, None),
        ("talk.hold", people["officer"].display_name, None),
        ("talk.create", people["officer"].display_name, None),
    ]
    about = await desk.read("officer", f"tasks/{talk['tasks'][0]['id']}/history")
    assert [(one["action"], one["reason"]) for one in about["items"]][:3] == [
        ("task.verify", None), ("task.submit", None), ("task.reject", "缺佐证材料"),
    ]  # fmt: skip


async def test_a_task_given_back_on_its_own_keeps_the_talk_from_being_closed(
    desk: Secretariat,
) -> None:
    talk = await rectifying(desk)
    for task in talk["tasks"]:
        await task_done(desk, task)
    await moved(desk, "secretary", talk, "submit")
    one = talk["tasks"][0]
    assert (
        await desk.act("officer", f"tasks/{one['id']}", "reject", reason="x")
    ).status_code == 200
    answer = await desk.act("officer", f"talks/{talk['id']}", "verify")
    assert refusal(answer) == (409, "tasks_open")
    assert answer.json()["tasks"] == [one["id"]]


async def test_a_task_verified_or_cancelled_on_its_own_is_left_alone(desk: Secretariat) -> None:
    talk = await rectifying(desk)
    first, second = (f"tasks/{one['id']}" for one in talk["tasks"])
    await task_done(desk, talk["tasks"][0])
    await desk.act("leader", first, "verify")
    await desk.act("officer", second, "cancel", reason="重复")
    await moved(desk, "secretary", talk, "submit")
    end = await moved(desk, "officer", talk, "verify")
    assert [one["state"] for one in end["tasks"]] == ["verified", "cancelled"]
    assert (await desk.read("officer", first))["verified_by"] == str(desk.world.users["leader"].id)


async def verified_one_by_one(desk: Secretariat) -> Body:
    """A rectification that was submitted after each of its tasks was verified on its own."""
    talk = await rectifying(desk)
    for task in talk["tasks"]:
        await task_done(desk, task)
        await desk.act("leader", f"tasks/{task['id']}", "verify")
    return await moved(desk, "secretary", talk, "submit")


async def test_what_was_verified_one_by_one_is_given_anew_when_it_is_sent_back(
    desk: Secretariat,
) -> None:
    talk = await verified_one_by_one(desk)
    given = {"reason": "缺佐证材料", "deadline": str(days(40))}
    back = await moved(desk, "leader", talk, "reject", **given)
    assert (back["state"], back["deadline"]) == ("rectifying", str(days(40)))
    assert [(one["title"], one["state"], one["due_on"]) for one in back["tasks"]] == [
        *((issue["text"], "verified", str(days(30))) for issue in ISSUES),
        *((issue["text"], "open", str(days(40))) for issue in ISSUES),
    ]
    anew = await desk.read("secretary", f"tasks/{back['tasks'][2]['id']}")
    assert (anew["detail"], anew["moves_with_record"], anew["responsible_user_id"]) == (
        "组织生活记录不实\n逐次核对补正\n退回原因 Sent back: 缺佐证材料", False,
        str(desk.world.users["secretary"].id),
    )  # fmt: skip
    early = await desk.act("secretary", f"talks/{talk['id']}", "submit")
    assert refusal(early) == (409, "tasks_open")
    for task in back["tasks"][2:]:
        await task_done(desk, task)
    await moved(desk, "secretary", talk, "submit")
    assert (await moved(desk, "leader", talk, "verify"))["state"] == "closed"


async def test_what_is_given_anew_needs_a_deadline_to_come(desk: Secretariat) -> None:
    talk = await verified_one_by_one(desk)
    path = f"talks/{talk['id']}"
    bare = await desk.act("leader", path, "reject", reason="缺佐证材料")
    assert faults(bare) == [("/deadline", "missing")]
    past = await desk.act("leader", path, "reject", reason="缺佐证材料", deadline=str(days(-1)))
    assert faults(past) == [("/deadline", "too_early")]
    assert (await desk.read("leader", path))["state"] == "awaiting_verification"


async def test_what_goes_back_keeps_its_dates(desk: Secretariat) -> None:
    talk = await rectifying(desk)
    for task in talk["tasks"]:
        await task_done(desk, task)
    await moved(desk, "secretary", talk, "submit")
    given = {"reason": "缺佐证材料", "deadline": str(days(40))}
    answer = await desk.act("leader", f"talks/{talk['id']}", "reject", **given)
    assert faults(answer) == [("/deadline", "extra_forbidden")]


async def test_nothing_is_submitted_where_all_tasks_were_cancelled(desk: Secretariat) -> None:
    talk = await rectifying(desk)
    for task in talk["tasks"]:
        await desk.act("officer", f"tasks/{task['id']}", "cancel", reason="重复")
    answer = await desk.act("secretary", f"talks/{talk['id']}", "submit")
    assert refusal(answer) == (409, "tasks_cancelled")
    assert answer.json()["detail"] == (
        "“提醒约谈：李四”的整改任务已全部取消，没有可以报送的整改结果。"
        "请联系工委工作人员重新启动整改，再逐项办理。"
    )


async def test_a_rectification_is_opened_again_where_all_tasks_were_cancelled(
    desk: Secretariat,
) -> None:
    talk = await rectifying(desk)
    path = f"talks/{talk['id']}"
    live = await desk.act("officer", path, "open_rectification")
    assert refusal(live) == (409, "invalid_state")
    assert live.json()["allowed_actions"] == []
    for task in talk["tasks"]:
        await desk.act("officer", f"tasks/{task['id']}", "cancel", reason="重复")
    assert (await desk.read("officer", path))["allowed_actions"] == ["open_rectification"]
    again = {"issues": ISSUES[:1], "deadline": str(days(50))}
    opened = await moved(desk, "officer", talk, "open_rectification", **again)
    assert (opened["state"], opened["allowed_actions"]) == ("rectifying", [])
    assert [(one["state"], one["due_on"]) for one in opened["tasks"]] == [
        ("cancelled", str(days(30))), ("cancelled", str(days(30))), ("open", str(days(50))),
    ]  # fmt: skip


async def test_nobody_verifies_what_they_submitted(desk: Secretariat) -> None:
    person_id = await desk.person("李四", 1)
    own = desk.world.users["officer"].id
    row = await stored(
        desk, TalkKind.REMINDER, person_id, state=TalkState.AWAITING_VERIFICATION, submitted_by=own
    )
    for action in ("verify", "reject"):
        answer = await desk.act("officer", f"talks/{row.id}", action, reason="x")
        assert refusal(answer) == (403, "own_work")
    assert (await desk.read("officer", f"talks/{row.id}"))["allowed_actions"] == []
    shown = await desk.read("leader", f"talks/{row.id}")
    assert shown["allowed_actions"] == ["verify", "reject"]


async def test_nobody_verifies_a_talk_with_a_task_of_their_own(desk: Secretariat) -> None:
    talk = await rectifying(desk)
    await task_done(desk, talk["tasks"][0])
    await task_done(desk, talk["tasks"][1], who="officer")
    await moved(desk, "secretary", talk, "submit")
    for action in ("verify", "reject"):
        answer = await desk.act("officer", f"talks/{talk['id']}", action, reason="x")
        assert refusal(answer) == (403, "own_work")
    assert (await desk.read("officer", f"talks/{talk['id']}"))["allowed_actions"] == []
    assert (await moved(desk, "leader", talk, "verify"))["state"] == "closed"


async def test_only_reminder_talks_lead_to_rectification(desk: Secretariat) -> None:
    person_id = await desk.person("李四", 1)
    for kind in (TalkKind.APPOINTMENT, TalkKind.INQUIRY, TalkKind.LETTER):
        row = await stored(desk, kind, person_id, state=TalkState.ACKNOWLEDGED)
        answer = await desk.act("officer", f"talks/{row.id}", "open_rectification")
        assert refusal(answer) == (409, "talk_kind"), kind


async def test_rectification_needs_issues_and_a_deadline(desk: Secretariat) -> None:
    made = await scheduled(desk, "reminder", await in_office(desk))
    await moved(desk, "officer", made, "hold", held_on=str(days(-2)))
    path = f"talks/{made['id']}"
    answer = await desk.act("officer", path, "open_rectification")
    assert faults(answer) == [("/issues", "missing"), ("/deadline", "missing")]
    answer = await desk.act("officer", path, "open_rectification", issues=ISSUES)
    assert faults(answer) == [("/deadline", "missing")]
    given: Body = {"issues": ISSUES, "deadline": str(days(-3))}
    answer = await desk.act("officer", path, "open_rectification", **given)
    assert faults(answer) == [("/deadline", "too_early")]
    given["deadline"] = str(days(9))
    opened = await moved(desk, "officer", made, "open_rectification", **given)
    assert (len(opened["tasks"]), opened["deadline"]) == (2, str(days(9)))


async def test_without_an_account_the_organisation_owes_the_tasks(desk: Secretariat) -> None:
    about = await in_office(desk, None)
    made = await scheduled(desk, "reminder", about, issues=ISSUES, deadline=str(days(3)))
    await moved(desk, "officer", made, "hold")
    opened = await moved(desk, "officer", made, "open_rectification")
    task = await desk.read("officer", f"tasks/{opened['tasks'][0]['id']}")
    assert (task["responsible_user_id"], task["organisation_id"]) == (
        None, about["organisation_id"],
    )  # fmt: skip


async def test_an_account_that_works_elsewhere_is_not_made_responsible(desk: Secretariat) -> None:
    made = await scheduled(
        desk, "reminder", await in_office(desk, "neighbour"), issues=ISSUES, deadline=str(days(3))
    )
    await moved(desk, "officer", made, "hold")
    opened = await moved(desk, "officer", made, "open_rectification")
    task = await desk.read("officer", f"tasks/{opened['tasks'][0]['id']}")
    assert task["responsible_user_id"] is None


async def test_a_long_issue_is_cut_for_the_title_and_whole_in_the_detail(
    desk: Secretariat,
) -> None:
    text = "第一行\n" + "长" * 400
    given = {"issues": [{"text": text, "demand": "改正"}], "deadline": str(days(3))}
    made = await scheduled(desk, "reminder", await in_office(desk), **given)
    await moved(desk, "officer", made, "hold")
    opened = await moved(desk, "officer", made, "open_rectification")
    task = await desk.read("officer", f"tasks/{opened['tasks'][0]['id']}")
    assert task["title"] == ("第一行 " + "长" * 400)[:200]
    assert task["detail"] == f"{text}\n改正"


async def test_what_was_put_right_late_stays_late(desk: Secretariat) -> None:
    given = {"issues": ISSUES[:1], "deadline": str(days(-1))}
    made = await scheduled(desk, "reminder", await in_office(desk), **given)
    await moved(desk, "officer", made, "hold", held_on=str(days(-20)))
    opened = await moved(desk, "officer", made, "open_rectification")
    assert [one["late"] for one in opened["tasks"]] == [True]
    await task_done(desk, opened["tasks"][0])
    await moved(desk, "secretary", made, "submit")
    end = await moved(desk, "officer", made, "verify")
    assert [one["late"] for one in end["tasks"]] == [True]
