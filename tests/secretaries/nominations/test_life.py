"""One nominee from draft to office, and what every step leaves behind."""

from datetime import UTC, timedelta
from typing import Any

from gongwei.core import clock
from gongwei.core.clock import Frozen
from secretaries.secretariat import Secretariat, days, refusal


async def test_a_nominee_goes_from_draft_to_office(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    made = await desk.nominate(
        person, who="clerk", duty_title="办公室主任", grounds="熟悉机关党务",
        take_office_on=str(days(5)),
    )  # fmt: skip
    assert (made["state"], made["whose_turn"], made["name"]) == ("draft", "department", "茅辉")
    turns = [
        (await desk.moved("secretary", made, "submit"))["whose_turn"],
        (await desk.moved("officer", made, "start_inspection"))["whose_turn"],
    ]
    inspection_id = await desk.inspection(made)
    shown = await desk.read("officer", f"nominations/{made['id']}")
    turns.append(shown["whose_turn"])
    assert shown["allowed_actions"] == ["conclude", "return"]
    assert (shown["inspection_id"], shown["inspection_state"]) == (str(inspection_id), "concluded")
    turns.append((await desk.moved("officer", made, "conclude"))["whose_turn"])
    turns.append((await desk.moved("department_leader", made, "endorse"))["whose_turn"])
    approved = await desk.moved("leader", made, "approve", approval_number="云机工委〔2026〕7号")
    turns.append(approved["whose_turn"])
    assert turns == [
        "committee_officer", "inspection", "committee_officer", "leading_group",
        "committee_leader", "committee_officer",
    ]  # fmt: skip
    assert approved["approval_number"] == "云机工委〔2026〕7号"
    assert [approved[f"{word}_on"] for word in ("submitted", "endorsed", "approved")] == [
        str(days(0))
    ] * 3
    done = await desk.moved("officer", made, "appoint", on=str(days(3)))
    assert (done["state"], done["whose_turn"], done["allowed_actions"]) == (
        "appointed", "nobody", [],
    )  # fmt: skip
    told = await desk.read("officer", f"nominations/{made['id']}/history")
    assert [one["action"].removeprefix("nomination.") for one in told["items"]] == [
        "appoint", "approve", "endorse", "conclude", "start_inspection", "submit", "create",
    ]  # fmt: skip


async def test_an_appointment_brings_its_talk_and_its_task(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    made = await desk.approved(person, duty_title="办公室主任")
    done = await desk.moved("officer", made, "appoint", on=str(days(0)))
    shown = await desk.read("officer", f"secretaries/{done['appointment_id']}")
    wanted = {
        "name": "茅辉", "post": "secretary", "full_time": False, "duty_title": "办公室主任",
        "from_on": str(days(0)), "to_on": None, "nomination_id": made["id"], "late_reason": None,
        "talk_due_on": str(days(30)), "state": "in_office",
    }  # fmt: skip
    assert {name: shown[name] for name in wanted} == wanted
    tasks = (await desk.read("officer", "tasks", origin_type="talk"))["items"]
    assert [_told(one) for one in tasks] == [
        {
            "title": "任职谈话：茅辉", "due_on": str(days(30)),
            "organisation_id": str(desk.world["root"].id),
            "responsible_user_id": str(desk.world.users["officer"].id),
        }
    ]  # fmt: skip
    clerk = await desk.read("clerk", f"secretaries/{done['appointment_id']}")
    assert clerk["talk_due_on"] is None
    assert await desk.names("officer", "secretaries") == ["茅辉"]


def _told(task: dict[str, Any]) -> dict[str, Any]:
    names = ("title", "due_on", "organisation_id", "responsible_user_id")
    return {name: task[name] for name in names}


async def test_who_takes_office_later_is_not_in_office_yet(desk: Secretariat) -> None:
    made = await desk.approved(await desk.person("茅辉"))
    await desk.moved("officer", made, "appoint", on=str(days(60)))
    assert await desk.names("officer", "secretaries") == []
    assert await desk.names("officer", "secretaries", as_of=str(days(60))) == ["茅辉"]
    assert await desk.names("officer", "secretaries", state="in_office") == ["茅辉"]


async def test_a_title_given_with_the_appointment_counts(desk: Secretariat) -> None:
    made = await desk.approved(await desk.person("茅辉"), duty_title="科长")
    done = await desk.moved("officer", made, "appoint", on=str(days(0)), duty_title="副局长")
    shown = await desk.read("officer", f"secretaries/{done['appointment_id']}")
    assert shown["duty_title"] == "副局长"


async def test_returned_with_a_reason_it_is_changed_and_submitted_again(desk: Secretariat) -> None:
    made = await desk.nominate(await desk.person("茅辉"))
    await desk.moved("secretary", made, "submit")
    path = f"nominations/{made['id']}"
    assert refusal(await desk.act("officer", path, "return")) == (422, "reason_required")
    back = await desk.moved("officer", made, "return", reason="请补充理由")
    assert (back["state"], back["whose_turn"]) == ("returned", "department")
    (latest, *_) = (await desk.read("clerk", f"{path}/history"))["items"]
    assert (latest["action"], latest["reason"], latest["to_state"]) == (
        "nomination.return", "请补充理由", "returned",
    )  # fmt: skip
    headers = {"If-Match": f'"{back["version"]}"'}
    changed = await desk.send(
        "clerk", "PATCH", path, json={"grounds": "补充了理由"}, headers=headers
    )
    assert (changed.status_code, changed.json()["grounds"]) == (200, "补充了理由")
    assert (await desk.moved("secretary", made, "submit"))["state"] == "submitted"


async def test_what_was_entered_late_is_told_with_its_day(desk: Secretariat) -> None:
    with Frozen(clock.now() - timedelta(days=10)):
        made = await desk.nominate(await desk.person("茅辉"))
        await desk.moved("secretary", made, "submit")
        await desk.moved("officer", made, "start_inspection")
        await desk.inspection(made)
        await desk.moved("officer", made, "conclude")
    await desk.moved("department_leader", made, "endorse", on=str(days(-3)))
    await desk.moved("leader", made, "approve", on=str(days(-2)))
    done = await desk.moved("officer", made, "appoint", on=str(days(-1)))
    assert (done["endorsed_on"], done["approved_on"]) == (str(days(-3)), str(days(-2)))
    told = (await desk.read("officer", f"nominations/{made['id']}/history"))["items"]
    assert [(one["action"], one["late"]) for one in told[:4]] == [
        ("nomination.appoint", True), ("nomination.approve", True),
        ("nomination.endorse", True), ("nomination.conclude", False),
    ]  # fmt: skip
    assert told[0]["occurred_at"] == clock.start_of(days(-1)).astimezone(UTC).isoformat().replace(
        "+00:00", "Z"
    )
