"""Lists, one's own, and how the minutes came about."""

from typing import Any

from factories.service_hours import ServiceDays
from gongwei.volunteering.attendance.models import CheckInState
from gongwei.volunteering.hours.models import VolunteerHours

Body = dict[str, Any]


async def listed(days: ServiceDays, who: str = "officer", **asked: Any) -> list[str]:
    page = await days.read(who, "/volunteer-hours", **asked)
    return [one["name"] for one in page["items"]]


async def test_the_list_is_narrowed_by_each_filter(days: ServiceDays) -> None:
    first = await days.counted("张甲", 180, title="清洁家园")
    second = await days.counted("李乙", 540, place="police_office", title="护学", ends="18:00")
    activity = await days.activity("值守")
    third = await days.person("王丙", "archive")
    await days.served(activity, third, "09:00", None)
    await days.complete(activity)
    await days.act("officer", first.id, "verify")
    expected: list[tuple[Body, list[str]]] = [
        ({"state": "verified"}, ["张甲"]),
        ({"flagged": True}, ["王丙"]),
        ({"flagged": False, "state": "pending"}, ["李乙"]),
        ({"approval": "parent"}, ["李乙"]),
        ({"person_id": str(third)}, ["王丙"]),
        ({"activity_id": str(activity.id)}, ["王丙"]),
        ({"kind": "late_entry"}, []),
        ({"month": "2024-06"}, []),
        ({"q": "护学"}, ["李乙"]),
        ({"q": "zhangjia"}, ["张甲"]),
        ({"organisation_id": str(days.world["police"].id)}, []),
        ({"organisation_id": str(days.world["police"].id), "scope": "subtree"}, ["李乙"]),
    ]
    found = [(asked, await listed(days, **asked)) for asked, _ in expected]
    assert found == expected
    assert sorted(await listed(days)) == ["张甲", "李乙", "王丙"]
    assert second.team_id is None


async def test_pages_follow_each_other(days: ServiceDays) -> None:
    for name in ("甲", "乙", "丙"):
        await days.counted(name)
    first = await days.read("officer", "/volunteer-hours", limit=2, include_total=True)
    second = await days.read("officer", "/volunteer-hours", limit=2, cursor=first["next_cursor"])
    names = [one["name"] for page in (first, second) for one in page["items"]]
    assert (sorted(names), first["total"], second["next_cursor"]) == (["丙", "乙", "甲"], 3, None)


async def test_a_member_lists_the_own_hours_alone(days: ServiceDays) -> None:
    row = await days.counted("甲", place="police_office")
    await days.counted("乙")
    await days.link("member", row.person_id)
    page = await days.read("member", "/me/volunteer-hours", state="pending", month="2024-05")
    assert [(one["name"], one["allowed_actions"]) for one in page["items"]] == [("甲", ["dispute"])]
    assert (await days.read("member", "/me/volunteer-hours", kind="late_entry"))["items"] == []
    assert (await days.get("member", "/volunteer-hours")).json()["items"] == []


async def explained(
    days: ServiceDays, row: VolunteerHours, who: str = "officer", language: str = "zh"
) -> tuple[list[tuple[str, str, int]], int]:
    headers = {**days.world.headers(who), "Accept-Language": language}
    path = f"/api/v1/volunteer-hours/{row.id}/explanation"
    told = (await days.client.get(path, headers=headers)).json()
    lines = [(one["kind"], one["text"], one["minutes"]) for one in told["lines"]]
    assert sum(one["minutes"] for one in told["lines"]) == told["minutes"]
    return lines, told["minutes"]


async def test_the_explanation_adds_up_line_by_line(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    other = await days.activity("早", begins="08:00", ends="10:00")
    await days.served(other, person_id, "08:00", "09:40")
    activity = await days.activity(rest=15)
    await days.served(activity, person_id, "09:00", "12:00")
    await days.served(activity, person_id, "12:30", None, pair=2)
    waiting = CheckInState.NEEDS_REVIEW
    await days.served(activity, person_id, "13:00", "14:00", pair=3, state=waiting)
    await days.complete(activity)
    row = await days.hours_of(activity, person_id)
    assert await explained(days, row) == (
        [
            ("pair", "第 1 次：09:00 签到，12:00 签退", 180),
            ("overlap", "减去与另一次签到重叠的时间", -40),
            ("break", "减去计划的休息", -15),
            ("not_counted", "第 2 次：12:30 签到，没有签退，不计时长", 0),
            ("not_counted", "第 3 次：签到或签退待核实，不计时长", 0),
        ],
        125,
    )
    assert row.flags == "overlap missing_exit unreviewed"


async def test_a_proposed_end_and_a_night_are_explained_in_english_too(days: ServiceDays) -> None:
    activity = await days.activity(begins="22:00", ends="25:00", missing_exit="planned_end")
    person_id = await days.person("甲")
    await days.served(activity, person_id, "22:30", None)
    await days.complete(activity)
    row = await days.hours_of(activity, person_id)
    text = "No. 1: in 22:30, no exit; until the planned end 2024-05-12 01:00, to be confirmed"
    assert await explained(days, row, language="en") == ([("proposed", text, 150)], 150)


async def test_an_adjustment_is_a_line_of_its_own(days: ServiceDays) -> None:
    row = await days.counted()
    await days.link("member", row.person_id)
    await days.act("member", row.id, "dispute", reason="少了")
    await days.act("officer", row.id, "resolve", reason="查过名册", minutes=200)
    lines, minutes = await explained(days, row, "member")
    assert (lines[-1], minutes) == (("decision", "申诉后更正的差额", 20), 200)


async def test_a_late_entry_explains_when_it_was_written_down(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    body = {
        "person_id": str(person_id), "day": "2024-05-11", "minutes": 120, "title": "护河",
        "reason": "手机没电",
    }  # fmt: skip
    made = (await days.post("officer", "/volunteer-hours", body)).json()
    told = await days.read("officer", f"/volunteer-hours/{made['id']}/explanation")
    (line,) = told["lines"]
    assert (line["kind"], line["minutes"], told["minutes"]) == ("late_entry", 120, 120)
    assert line["text"].endswith(f"服务后第 {made['delay_days']} 天。事由：手机没电")


async def test_the_neighbour_reads_no_explanation(days: ServiceDays) -> None:
    row = await days.counted()
    answer = await days.get("neighbour", f"/volunteer-hours/{row.id}/explanation")
    assert answer.status_code == 404
