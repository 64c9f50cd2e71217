"""Talks are scheduled, found and changed by the committee; each kind has its own fields."""

from typing import Any
from uuid import uuid4

import pytest

from gongwei.secretaries.talks.models import TalkKind, TalkState
from secretaries.secretariat import Body, Secretariat, days, faults, refusal
from secretaries.talks.said import ISSUES, in_office, letter, moved, scheduled, stored

K = TalkKind


async def test_a_talk_is_scheduled_with_the_holder_of_an_appointment(desk: Secretariat) -> None:
    about = await in_office(desk)
    body = {
        **about, "kind": "reminder", "due_on": str(days(10)), "place": "三楼会议室",
        "talker": "主任王某", "content": "通报检查情况。", "issues": ISSUES,
        "deadline": str(days(30)),
    }  # fmt: skip
    answer = await desk.send("officer", "POST", "talks", json=body)
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/talks/{made['id']}"
    expected = {
        **body, "state": "scheduled", "title": "提醒约谈：李四", "name": "李四",
        "organisation_name": desk.world["finance"].name, "held_on": None, "addressee": None,
        "number": None, "statement": None, "acknowledged_at": None, "follows_id": None,
        "overdue": False, "tasks": [], "allowed_actions": ["hold", "cancel"],
    }  # fmt: skip
    assert {name: made[name] for name in expected} == expected
    assert await desk.read("secretary", f"talks/{made['id']}") == {**made, "allowed_actions": []}


async def test_a_talk_is_scheduled_with_a_person(desk: Secretariat) -> None:
    person_id = await desk.person("王五", 3)
    about = {"organisation_id": str(desk.world["finance"].id), "person_id": str(person_id)}
    made = await scheduled(desk, "inquiry", about, content="请说明情况。", number="函1号")
    assert (made["name"], made["appointment_id"], made["number"]) == ("王五", None, "函1号")
    assert made["title"] == "函询：王五"


async def test_a_letter_goes_to_a_leading_group_and_to_no_person(desk: Secretariat) -> None:
    made = await letter(desk, number="云直工函〔2026〕12号", content="请予重视。")
    assert (made["name"], made["person_id"], made["addressee"]) == (None, None, "区财政局党组")
    assert made["title"] == "函告：区财政局党组"


async def test_a_letter_follows_from_a_talk(desk: Secretariat) -> None:
    first = await scheduled(desk, "reminder", await in_office(desk))
    made = await letter(desk, follows_id=first["id"], title="关于提醒约谈情况的函")
    assert (made["follows_id"], made["title"]) == (first["id"], "关于提醒约谈情况的函")


FOREIGN: list[tuple[str, Body, list[tuple[str, str]]]] = [
    ("letter", {"person_id": str(uuid4())}, [("/person_id", "extra_forbidden")]),
    ("letter", {"place": "会议室"}, [("/place", "extra_forbidden")]),
    ("letter", {"addressee": None}, [("/addressee", "missing")]),
    ("letter", {"issues": ISSUES}, [("/issues", "extra_forbidden")]),
    ("appointment", {"issues": ISSUES}, [("/issues", "extra_forbidden")]),
    ("appointment", {"deadline": "2030-01-01"}, [("/deadline", "extra_forbidden")]),
    ("appointment", {"number": "1号"}, [("/number", "extra_forbidden")]),
    ("reminder", {"addressee": "党组"}, [("/addressee", "extra_forbidden")]),
    ("inquiry", {"place": "会议室"}, [("/place", "extra_forbidden")]),
    ("inquiry", {"appointment_id": None}, [("/person_id", "missing")]),
    ("inquiry", {"appointment_id": str(uuid4())}, [("/appointment_id", "unknown_appointment")]),
    ("inquiry", {"person_id": str(uuid4())}, [("/appointment_id", "unknown_appointment")]),
    ("reminder", {"follows_id": str(uuid4())}, [("/follows_id", "unknown_talk")]),
    ("reminder", {"issues": [{"text": "问题"}]}, [("/issues/0/demand", "missing")]),
    ("reminder", {"due_on": None}, [("/due_on", "date_parsing")]),
    ("reminder", {"content": "长" * 8001}, [("/content", "string_too_long")]),
]


@pytest.mark.parametrize(("kind", "body", "expected"), FOREIGN)
async def test_what_does_not_belong_to_a_kind_is_refused(
    desk: Secretariat, kind: str, body: Body, expected: list[tuple[str, str]]
) -> None:
    about = await in_office(desk)
    if kind == "letter":
        about = {"organisation_id": about["organisation_id"], "addressee": "区财政局党组"}
    given = {"kind": kind, "due_on": str(days(3)), **about, **body}
    assert faults(await desk.send("officer", "POST", "talks", json=given)) == expected


async def test_an_appointment_belongs_to_the_organisation_that_is_named(desk: Secretariat) -> None:
    about = await in_office(desk)
    elsewhere = {**about, "organisation_id": str(desk.world["police"].id)}
    given = {"kind": "reminder", "due_on": str(days(3)), **elsewhere}
    answer = await desk.send("officer", "POST", "talks", json=given)
    assert faults(answer) == [("/appointment_id", "unknown_appointment")]


async def test_only_the_committee_schedules_talks(desk: Secretariat) -> None:
    about = await in_office(desk)
    given = {"kind": "reminder", "due_on": str(days(3)), **about}
    for who in ("leader", "department_leader", "secretary", "clerk", "member", "system_admin"):
        answer = await desk.send(who, "POST", "talks", json=given)
        assert refusal(answer) == (403, "not_allowed"), who
    missing = {**given, "organisation_id": str(uuid4())}
    assert refusal(await desk.send("officer", "POST", "talks", json=missing)) == (404, "not_found")


async def test_what_is_scheduled_may_be_changed(desk: Secretariat) -> None:
    made = await scheduled(desk, "reminder", await in_office(desk), issues=ISSUES, place="甲")
    path, match = f"talks/{made['id']}", {"If-Match": '"1"'}
    patch = {"title": "再约", "due_on": str(days(20)), "place": None, "issues": ISSUES[:1]}
    changed = await desk.send("officer", "PATCH", path, json=patch, headers=match)
    assert changed.status_code == 200
    assert {name: changed.json()[name] for name in patch} == patch
    stale = await desk.send("officer", "PATCH", path, json=patch, headers=match)
    assert refusal(stale) == (412, "stale")
    for body, expected in (
        ({"title": None}, [("/title", "missing")]),
        ({"due_on": None}, [("/due_on", "missing")]),
        ({"number": "1号"}, [("/number", "extra_forbidden")]),
        ({"kind": "letter"}, [("/kind", "extra_forbidden")]),
    ):
        answer = await desk.send("officer", "PATCH", path, json=body, headers={"If-Match": '"2"'})
        assert faults(answer) == expected
    held = await moved(desk, "officer", made, "hold")
    late = await desk.send(
        "officer", "PATCH", path, json=patch, headers={"If-Match": f'"{held["version"]}"'}
    )
    assert refusal(late) == (409, "invalid_state")
    assert late.json()["allowed_actions"] == ["open_rectification"]


async def test_a_letter_keeps_an_addressee(desk: Secretariat) -> None:
    made = await letter(desk)
    answer = await desk.send(
        "officer", "PATCH", f"talks/{made['id']}", json={"addressee": None},
        headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert faults(answer) == [("/addressee", "missing")]


async def test_talks_are_found_by_kind_state_person_date_and_words(desk: Secretariat) -> None:
    person_id, other = await desk.person("李四", 1), await desk.person("王五", 3)
    for title, kind, whom, more in (
        ("甲", K.REMINDER, person_id, {"due_on": days(-2)}),
        ("乙", K.APPOINTMENT, person_id, {"due_on": days(2)}),
        ("丙", K.INQUIRY, other, {"due_on": days(-1), "state": TalkState.HELD}),
        ("丁", K.LETTER, None, {"due_on": days(4), "state": TalkState.HELD, "held_on": days(-9)}),
        ("戊", K.REMINDER, other, {"due_on": days(-5), "state": TalkState.CANCELLED}),
    ):
        await stored(desk, kind, whom, title=title, **more)
    found: list[tuple[Body, str]] = [
        ({}, "戊甲丙乙丁"),
        ({"sort": "-due_on"}, "丁乙丙甲戊"),
        ({"sort": "held_on", "kind": "letter"}, "丁"),
        ({"kind": "reminder"}, "戊甲"),
        ({"state": "held"}, "丙丁"),
        ({"person_id": str(other)}, "戊丙"),
        ({"overdue": True}, "甲丙"),
        ({"overdue": False}, "戊乙丁"),
        ({"q": "ls"}, "甲乙"),
        ({"q": "丁"}, "丁"),
        ({"organisation_id": str(desk.world["root"].id)}, ""),
        ({"organisation_id": str(desk.world["root"].id), "scope": "subtree"}, "戊甲丙乙丁"),
    ]
    for query, expected in found:
        shown = await desk.read("officer", "talks", **query)
        assert "".join(one["title"] for one in shown["items"]) == expected, query
    shown = (await desk.read("officer", "talks"))["items"]
    assert [one["title"] for one in shown if one["overdue"]] == ["甲", "丙"]


@pytest.mark.parametrize(
    "who", ["neighbour", "clerk", "member", "system_admin", "security_admin", "auditor", "rater"]
)
async def test_whoever_may_not_read_talks_sees_none(desk: Secretariat, who: str) -> None:
    made = await scheduled(desk, "reminder", await in_office(desk))
    assert (await desk.read(who, "talks"))["items"] == []
    for path in (f"talks/{made['id']}", f"talks/{made['id']}/history"):
        assert refusal(await desk.send(who, "GET", path)) == (404, "not_found")


async def test_the_neighbour_sees_and_does_nothing(desk: Secretariat) -> None:
    made = await scheduled(desk, "reminder", await in_office(desk), issues=ISSUES)
    actions: list[Any] = [
        "hold", "acknowledge", "open_rectification", "submit", "verify", "reject", "cancel",
    ]  # fmt: skip
    for action in actions:
        answer = await desk.act("neighbour", f"talks/{made['id']}", action, reason="x")
        assert refusal(answer) == (404, "not_found"), action
    answer = await desk.send(
        "neighbour", "PATCH", f"talks/{made['id']}", json={"title": "x"},
        headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert refusal(answer) == (404, "not_found")
    assert (await desk.read("neighbour", "me/talks"))["items"] == []
