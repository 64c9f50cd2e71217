"""Talks are held by the committee and acknowledged by whoever was talked to, wherever that is."""

from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, select

from factories.roster import acting
from factories.world import commit_unrecorded
from gongwei.audit.models import AuditEntry
from gongwei.core.db import WHOLE_TREE
from gongwei.secretaries.talks.models import TalkKind, TalkState
from gongwei.tasks.models import Task
from gongwei.tasks.schemas import OriginIn, TaskIn
from gongwei.tasks.service import give
from secretaries.secretariat import Body, Secretariat, dated, days, faults, refusal
from secretaries.talks.said import (
    ISSUES,
    in_office,
    letter,
    moved,
    scheduled,
    stand_for,
    stored,
)


async def owed(desk: Secretariat, talk: Body, due_on: Any) -> Body:
    """The task that an appointment talk be held, as whoever appointed was given it."""
    async with desk.database.transaction("*") as session:
        task = await give(
            session, acting(desk.world, "officer"),
            TaskIn(
                organisation_id=desk.world["root"].id, title=talk["title"], due_on=due_on,
                responsible_user_id=desk.world.users["officer"].id,
                origin=OriginIn(type="talk", id=UUID(talk["id"])),
            ),
            moves_with_record=True,
        )  # fmt: skip
    return {"id": str(task.id)}


async def test_holding_writes_down_what_was_said(desk: Secretariat) -> None:
    made = await scheduled(desk, "reminder", await in_office(desk), place="甲")
    body = {
        "held_on": str(days(-3)), "place": "乙", "talker": "主任", "content": "谈了。",
        "issues": ISSUES, "deadline": str(days(9)),
    }  # fmt: skip
    held = await moved(desk, "officer", made, "hold", **body)
    assert {name: held[name] for name in body} == body
    assert (held["state"], held["allowed_actions"]) == ("held", ["open_rectification"])
    told = (await desk.read("officer", f"talks/{made['id']}/history"))["items"][0]
    assert (told["action"], told["late"]) == ("talk.hold", True)
    assert told["delay_minutes"] >= 2 * 24 * 60


async def test_a_talk_held_today_is_not_entered_late(desk: Secretariat) -> None:
    made = await scheduled(desk, "appointment", await in_office(desk))
    held = await moved(desk, "officer", made, "hold")
    assert held["held_on"] == str(days(0))
    told = (await desk.read("officer", f"talks/{made['id']}/history"))["items"][0]
    assert told["late"] is False


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("reminder", {"held_on": 1}, [("/held_on", "future")]),
        ("reminder", {"deadline": -1}, [("/deadline", "too_early")]),
        ("reminder", {"statement": "好"}, [("/statement", "extra_forbidden")]),
        ("appointment", {"issues": ISSUES}, [("/issues", "extra_forbidden")]),
        ("inquiry", {}, [("/content", "missing")]),
        ("inquiry", {"content": ""}, [("/content", "missing")]),
    ],
)
async def test_what_cannot_have_been_said_is_refused(
    desk: Secretariat, kind: str, body: Body, expected: list[tuple[str, str]]
) -> None:
    made = await scheduled(desk, kind, await in_office(desk))
    answer = await desk.act("officer", f"talks/{made['id']}", "hold", **dated(body))
    assert faults(answer) == expected


async def test_fields_of_holding_belong_to_no_other_action(desk: Secretariat) -> None:
    made = await scheduled(desk, "reminder", await in_office(desk))
    await moved(desk, "officer", made, "hold")
    for body in ({"held_on": str(days(0))}, {"place": "x"}, {"issues": ISSUES}):
        answer = await desk.act("secretary", f"talks/{made['id']}", "acknowledge", **body)
        assert faults(answer) == [(f"/{next(iter(body))}", "extra_forbidden")]


async def test_the_person_acknowledges_with_a_statement(desk: Secretariat) -> None:
    made = await scheduled(desk, "reminder", await in_office(desk))
    await moved(desk, "officer", made, "hold")
    shown = await desk.read("secretary", f"talks/{made['id']}")
    assert shown["allowed_actions"] == ["acknowledge"]
    done = await moved(desk, "secretary", made, "acknowledge", statement="虚心接受。")
    assert (done["state"], done["statement"]) == ("acknowledged", "虚心接受。")
    assert done["acknowledged_at"] is not None
    again = await desk.act("secretary", f"talks/{made['id']}", "acknowledge")
    assert refusal(again) == (409, "invalid_state")


async def test_nobody_acknowledges_for_somebody_else(desk: Secretariat) -> None:
    made = await scheduled(desk, "reminder", await in_office(desk, None))
    await moved(desk, "officer", made, "hold")
    expected = {
        "secretary": (403, "not_your_talk"), "department_leader": (403, "not_your_talk"),
        "officer": (403, "not_allowed"), "leader": (403, "not_allowed"),
        "clerk": (404, "not_found"), "member": (404, "not_found"),
        "neighbour": (404, "not_found"), "system_admin": (404, "not_found"),
    }  # fmt: skip
    got = {
        who: refusal(await desk.act(who, f"talks/{made['id']}", "acknowledge")) for who in expected
    }
    assert got == expected


@pytest.mark.parametrize("who", ["clerk", "member", "neighbour"])
async def test_the_person_acknowledges_out_of_the_role_s_reach(desk: Secretariat, who: str) -> None:
    about = await in_office(desk, who, at="archive")
    made = await scheduled(desk, "reminder", about, content="谈话要点")
    path = f"talks/{made['id']}"
    assert (await desk.read(who, "talks"))["items"] == []
    own = await desk.read(who, "me/talks")
    assert [(one["id"], one["content"]) for one in own["items"]] == [(made["id"], "谈话要点")]
    early = await desk.act(who, path, "acknowledge")
    assert refusal(early) == (409, "invalid_state")
    await moved(desk, "officer", made, "hold")
    shown = await desk.read(who, path)
    assert (shown["name"], shown["organisation_name"], shown["allowed_actions"]) == (
        "李四", desk.world["archive"].name, ["acknowledge"],
    )  # fmt: skip
    done = await moved(desk, who, made, "acknowledge", statement="知道了。")
    assert (done["state"], done["allowed_actions"]) == ("acknowledged", [])
    told = await desk.read(who, f"{path}/history")
    assert told["items"][0]["actor_label"] == desk.world.users[who].display_name
    entry = select(AuditEntry).where(col(AuditEntry.action) == "talk.acknowledge")
    async with desk.database.transaction(WHOLE_TREE) as session:
        kept = (await session.exec(entry)).one()
    assert (kept.actor_user_id, kept.organisation_id) == (
        desk.world.users[who].id, desk.world["archive"].id,
    )  # fmt: skip
    assert (await desk.read("officer", path))["statement"] == "知道了。"
    for action in ("hold", "submit", "verify", "cancel"):
        assert (await desk.act(who, path, action, reason="x")).status_code == 404


async def test_reach_does_not_grow_with_a_talk_of_one_s_own(desk: Secretariat) -> None:
    await scheduled(desk, "reminder", await in_office(desk, "member", at="archive"))
    other = await scheduled(desk, "reminder", await in_office(desk, None, "王五", 3, "archive"))
    assert refusal(await desk.send("member", "GET", f"talks/{other['id']}")) == (404, "not_found")
    assert [one["name"] for one in (await desk.read("member", "me/talks"))["items"]] == ["李四"]
    assert (await desk.read("member", "secretaries"))["items"] == []


async def test_whoever_stands_for_nobody_has_no_talks_of_their_own(desk: Secretariat) -> None:
    await letter(desk)
    for who in ("officer", "department_leader", "member", "system_admin"):
        assert (await desk.read(who, "me/talks"))["items"] == []


async def test_own_talks_are_paged_with_the_latest_first(desk: Secretariat) -> None:
    person_id = await desk.person("李四", 1)
    await stand_for(desk, "member", person_id)
    for number in range(3):
        await stored(desk, TalkKind.REMINDER, person_id, title=f"第{number}次", due_on=days(number))
    first = await desk.read("member", "me/talks", limit=2)
    rest = await desk.read("member", "me/talks", limit=2, cursor=first["next_cursor"])
    assert [one["title"] for one in first["items"] + rest["items"]] == ["第2次", "第1次", "第0次"]


async def test_an_inquiry_is_answered_by_its_reply(desk: Secretariat) -> None:
    made = await scheduled(desk, "inquiry", await in_office(desk, "member"), content="请说明。")
    await moved(desk, "officer", made, "hold", number="函2号")
    bare = await desk.act("member", f"talks/{made['id']}", "acknowledge")
    assert faults(bare) == [("/statement", "missing")]
    done = await moved(desk, "member", made, "acknowledge", statement="情况是这样的。")
    assert (done["state"], done["statement"], done["number"]) == (
        "acknowledged", "情况是这样的。", "函2号",
    )  # fmt: skip


async def test_an_inquiry_is_overdue_until_it_is_answered(desk: Secretariat) -> None:
    person_id = await desk.person("李四", 1)
    await stand_for(desk, "secretary", person_id)
    row = await stored(
        desk, TalkKind.INQUIRY, person_id, due_on=days(-1), state=TalkState.HELD, held_on=days(-9)
    )
    made = await desk.read("officer", f"talks/{row.id}")
    assert made["overdue"] is True
    done = await moved(desk, "secretary", made, "acknowledge", statement="迟复。")
    assert done["overdue"] is False


async def test_a_letter_is_acknowledged_by_the_head_of_the_leading_group(
    desk: Secretariat,
) -> None:
    made = await letter(desk, content="请予重视。")
    sent = await moved(desk, "officer", made, "hold", number="云直工函〔2026〕1号")
    assert (sent["state"], sent["number"]) == ("held", "云直工函〔2026〕1号")
    own = await desk.act("secretary", f"talks/{made['id']}", "acknowledge")
    assert refusal(own) == (403, "not_your_talk")
    shown = await desk.read("department_leader", f"talks/{made['id']}")
    assert shown["allowed_actions"] == ["acknowledge"]
    done = await moved(desk, "department_leader", made, "acknowledge")
    assert (done["state"], done["statement"]) == ("acknowledged", None)


async def test_a_letter_to_another_department_is_not_known(desk: Secretariat) -> None:
    made = await letter(desk, "police", content="请予重视。")
    await moved(desk, "officer", made, "hold")
    answer = await desk.act("department_leader", f"talks/{made['id']}", "acknowledge")
    assert refusal(answer) == (404, "not_found")


@pytest.mark.parametrize("who", ["secretary", "member"])
async def test_an_appointment_talk_settles_its_task(desk: Secretariat, who: str) -> None:
    made = await scheduled(desk, "appointment", await in_office(desk, who))
    task = await owed(desk, made, days(10))
    held = await moved(desk, "officer", made, "hold", held_on=str(days(-1)))
    assert [(one["id"], one["state"]) for one in held["tasks"]] == [(task["id"], "submitted")]
    done = await moved(desk, who, made, "acknowledge")
    assert [one["state"] for one in done["tasks"]] == ["verified"]
    shown = await desk.read("officer", f"tasks/{task['id']}")
    expected = {
        "done_by": str(desk.world.users["officer"].id), "done_on": str(days(-1)),
        "verified_by": str(desk.world.users[who].id), "verified_on": str(days(0)), "late": False,
    }  # fmt: skip
    assert {name: shown[name] for name in expected} == expected
    told = await desk.read("officer", f"tasks/{task['id']}/history")
    assert [(one["action"], one["actor_role"]) for one in told["items"]][:3] == [
        ("task.verify", who), ("task.submit", "committee_officer"),
        ("task.start", "committee_officer"),
    ]  # fmt: skip


async def test_an_appointment_talk_held_late_stays_late(desk: Secretariat) -> None:
    made = await scheduled(desk, "appointment", await in_office(desk))
    task = await owed(desk, made, days(-2))
    await moved(desk, "officer", made, "hold")
    await moved(desk, "secretary", made, "acknowledge")
    shown = await desk.read("officer", f"tasks/{task['id']}")
    assert (shown["state"], shown["late"]) == ("verified", True)


async def test_whoever_held_an_appointment_talk_does_not_acknowledge_it(
    desk: Secretariat,
) -> None:
    made = await scheduled(desk, "appointment", await in_office(desk))
    task = await owed(desk, made, days(10))
    await moved(desk, "officer", made, "hold")
    async with desk.database.transaction("*") as session:
        row = await session.get_one(Task, UUID(task["id"]))
        row.done_by = desk.world.users["secretary"].id
        await commit_unrecorded(session)
    answer = await desk.act("secretary", f"talks/{made['id']}", "acknowledge")
    assert refusal(answer) == (403, "own_work")
    shown = await desk.read("secretary", f"talks/{made['id']}")
    assert (shown["state"], shown["allowed_actions"]) == ("held", [])


async def test_a_cancelled_talk_is_owed_by_nobody(desk: Secretariat) -> None:
    made = await scheduled(desk, "appointment", await in_office(desk))
    task = await owed(desk, made, days(10))
    bare = await desk.act("officer", f"talks/{made['id']}", "cancel")
    assert refusal(bare) == (422, "reason_required")
    gone = await moved(desk, "officer", made, "cancel", reason="另有任用")
    assert (gone["state"], [one["state"] for one in gone["tasks"]]) == ("cancelled", ["cancelled"])
    told = await desk.read("officer", f"tasks/{task['id']}/history")
    assert told["items"][0]["reason"] == "另有任用"
