"""Who takes attendance scans personal codes and marks the list."""

from uuid import uuid4

import pytest
from httpx import Response

from factories.service_days import NINE
from gongwei.volunteering.attendance.codes import personal_code
from volunteering.attendance.doorway import Body, Doorway, at, told


async def shown(door: Doorway, who: str = "member") -> str:
    """The code on somebody's phone."""
    return str((await door.read(who, "me/personal-code"))["code"])


async def by_code(door: Doorway, code: str, who: str = "secretary") -> Response:
    return await door.check_in(who, showing(door, code))


def showing(door: Doorway, code: str) -> Body:
    return {
        "type": "entry", "method": "personal_code", "shift_id": str(door.shift.id),
        "member_code": code, "nonce": str(uuid4()), "occurred_at": NINE.isoformat(),
    }  # fmt: skip


async def test_a_personal_code_checks_its_owner_in(door: Doorway) -> None:
    answer = await by_code(door, await shown(door))
    made = answer.json()
    assert answer.status_code == 201
    assert (made["name"], made["method"], made["minutes"]) == ("李四", "personal_code", 0)
    assert made["allowed_actions"] == ["annul"]


async def test_a_personal_code_stays_the_same_until_it_is_renewed(door: Doorway) -> None:
    first = await shown(door)
    assert await shown(door) == first
    renewed = await door.send("member", "POST", "me/personal-code/actions/renew")
    assert (renewed.status_code, renewed.json()["name"]) == (200, "李四")
    second = await shown(door)
    assert (renewed.json()["code"], second != first) == (second, True)
    assert told(await by_code(door, first)) == (409, "code_expired")
    assert told(await by_code(door, second)) == (201, None)
    again = await door.send("member", "POST", "me/personal-code/actions/renew")
    assert again.json()["code"] == personal_code(door.people["李四"].id, 3)


async def test_a_forged_personal_code_is_refused_and_kept_without_a_person(door: Doorway) -> None:
    code = await shown(door)
    assert told(await by_code(door, code[:-22] + "A" * 22)) == (409, "code_unknown")
    path = f"activities/{door.activity.id}/check-in-attempts"
    tries = (await door.read("secretary", path))["items"]
    assert [(one["code"], one["person_id"], one["name"]) for one in tries] == [
        ("code_unknown", None, None)
    ]


async def test_the_code_of_the_screen_is_no_personal_code(door: Doorway) -> None:
    code = door.scanned()["code"]
    assert told(await by_code(door, code)) == (422, "malformed")


async def test_an_account_that_stands_for_nobody_has_no_code(door: Doorway) -> None:
    answer = await door.send("clerk", "GET", "me/personal-code")
    assert told(answer) == (409, "no_person")
    renewed = await door.send("clerk", "POST", "me/personal-code/actions/renew")
    assert told(renewed) == (409, "no_person")
    assert told(await door.send("auditor", "GET", "me/personal-code")) == (403, "not_allowed")


async def test_the_list_checks_in_whoever_is_marked(door: Doorway) -> None:
    made = (await door.mark(occurred_at=at(-10).isoformat())).json()
    assert (made["method"], made["occurred_at"]) == ("list", "2026-11-28T00:50:00Z")


async def test_a_mark_of_long_ago_needs_a_reason_and_keeps_it(door: Doorway) -> None:
    late = {"occurred_at": at(0).isoformat()}
    answer = await door.mark(now=at(20), **late)
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [
        ("/reason", "missing")
    ]
    made = (await door.mark(now=at(20), **late, reason="签到机故障")).json()
    assert (made["reason"], made["state"]) == ("签到机故障", "accepted")
    assert (made["occurred_at"], made["recorded_at"]) == (
        "2026-11-28T01:00:00Z", "2026-11-28T01:20:00Z",
    )  # fmt: skip


async def test_a_mark_in_the_future_is_refused(door: Doorway) -> None:
    answer = await door.mark(occurred_at=at(3).isoformat())
    assert told(answer) == (409, "clock_skew")
    assert answer.json()["detail"] == (
        "记录的时间比服务器时间晚 2 分钟以上。请校准手机的时间后再试。"
    )


async def test_who_is_not_signed_up_is_not_marked(door: Doorway) -> None:
    assert told(await door.mark("王五")) == (409, "not_signed_up")


async def test_nobody_marks_a_person_who_does_not_exist(door: Doorway) -> None:
    body = {**door.marked(), "person_id": str(uuid4())}
    answer = await door.check_in("secretary", body)
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [
        ("/person_id", "unknown_person")
    ]


RIGHTS = [
    ("secretary", (201, None)),
    ("clerk", (201, None)),
    ("officer", (201, None)),
    ("leader", (403, "not_allowed")),
    ("department_leader", (403, "not_allowed")),
    ("member", (404, "not_found")),
    ("neighbour", (404, "not_found")),
    ("auditor", (404, "not_found")),
]


@pytest.mark.parametrize(("who", "expected"), RIGHTS)
async def test_only_who_takes_attendance_marks(
    door: Doorway, who: str, expected: tuple[int, str | None]
) -> None:
    assert told(await door.mark(who=who)) == expected


async def test_the_leader_of_an_activity_takes_its_attendance_without_a_role(
    door: Doorway,
) -> None:
    """The leader stands in another department, and leads this one activity."""
    leader = await door.days.person("队长", who="neighbour", at="police_office")
    await door.days.change(door.activity, leader_id=leader.id)
    made = await door.mark(who="neighbour")
    assert (told(made), made.json()["allowed_actions"]) == ((201, None), [])
    read = await door.send("neighbour", "GET", f"check-ins/{made.json()['id']}")
    assert (read.status_code, read.json()["name"]) == (200, "李四")
    roster = await door.read("neighbour", f"activities/{door.activity.id}/roster")
    assert [one["name"] for one in roster["items"]] == ["李四"]
    code = await door.read("neighbour", f"shifts/{door.shift.id}/code")
    assert code["present"] == 1
    annulled = await door.send(
        "neighbour", "POST", f"check-ins/{made.json()['id']}/actions/annul", json={"reason": "错"}
    )
    assert annulled.status_code == 404
