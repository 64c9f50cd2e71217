"""A member checks in and out by scanning the code on the leader's screen."""

from datetime import timedelta
from uuid import UUID

import pytest

from factories.service_days import NINE
from gongwei.volunteering.activities.models import ActivityState, SignUpState
from gongwei.volunteering.attendance.codes import rotating_code, step_of
from volunteering.attendance.doorway import Body, Doorway, at, told


async def test_an_entry_is_taken_with_the_time_of_its_code(door: Doorway) -> None:
    now = NINE + timedelta(seconds=13)
    body = door.scanned(now=now)
    answer = await door.check_in("member", body, now)
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/check-ins/{made['id']}"
    expected = {
        "activity_id": str(door.activity.id), "activity_title": "清扫河道",
        "shift_id": str(door.shift.id), "post": "河岸", "person_id": str(door.people["李四"].id),
        "name": "李四", "type": "entry", "method": "scan", "day": "2026-11-28", "pair": 1,
        "occurred_at": "2026-11-28T01:00:00Z", "recorded_at": "2026-11-28T01:00:13Z",
        "reason": None, "review_reason": None, "minutes": 0, "state": "accepted", "version": 1,
        "allowed_actions": [],
    }  # fmt: skip
    assert {name: made[name] for name in expected} == expected


async def test_an_exit_closes_the_pair_and_tells_the_minutes(door: Doorway) -> None:
    assert told(await door.scan()) == (201, None)
    answer = await door.scan(kind="exit", now=at(95.9))
    assert (answer.json()["pair"], answer.json()["minutes"]) == (1, 95)


async def test_a_code_is_taken_as_the_address_that_the_screen_shows(door: Doorway) -> None:
    code = rotating_code(door.shift.id, step_of(NINE))
    body = {**door.scanned(), "code": f"https://gongwei.example.gov.cn/m/?from=wx#c={code}"}
    assert told(await door.check_in("member", body)) == (201, None)


@pytest.mark.parametrize("seconds", [-20, 0, 20, 39])
async def test_the_code_before_and_after_is_taken(door: Doorway, seconds: int) -> None:
    shown_at = NINE + timedelta(seconds=40)
    now = shown_at + timedelta(seconds=seconds)
    answer = await door.scan(now=now, shown_at=shown_at)
    assert told(answer) == (201, None)
    assert answer.json()["occurred_at"] == min(shown_at, now).isoformat().replace("+00:00", "Z")


async def test_an_old_code_is_refused_and_the_try_is_kept(door: Doorway) -> None:
    answer = await door.scan(now=at(10), shown_at=at(9))
    assert told(answer) == (409, "code_expired")
    tries = (await door.read("secretary", f"activities/{door.activity.id}/check-in-attempts"))[
        "items"
    ]
    assert [(one["code"], one["name"], one["method"], one["type"]) for one in tries] == [
        ("code_expired", "李四", "scan", "entry")
    ]
    assert (await door.read("secretary", "check-ins"))["items"] == []


async def test_a_code_that_is_not_to_be_shown_yet_is_refused(door: Doorway) -> None:
    answer = await door.scan(now=NINE, shown_at=at(1))
    assert told(answer) == (409, "clock_skew")
    assert answer.json()["detail"] == (
        "扫到的二维码还没到显示的时间，显示它的屏幕时间偏快。"
        "请现场工作人员校准屏幕的时间，再重新扫描。"
    )


async def test_a_code_that_nobody_made_is_unknown(door: Doorway) -> None:
    body = door.scanned()
    forged = {**body, "code": body["code"][:-22] + "A" * 22}
    assert told(await door.check_in("member", forged)) == (409, "code_unknown")
    other = rotating_code(UUID(int=7), step_of(NINE))
    for code in (other, other[:-22] + "A" * 22):
        strange = {**door.scanned(), "code": code}
        assert told(await door.check_in("member", strange)) == (409, "code_unknown")


async def test_a_code_that_nobody_made_is_kept_as_a_try_at_the_shift_that_it_names(
    door: Doorway,
) -> None:
    body = door.scanned()
    kind, shift, _, _ = body["code"].split(".")
    forged = {**body, "code": f"{kind}.{shift}.999999999999.{'A' * 22}"}
    for _ in range(2):
        assert told(await door.check_in("member", forged)) == (409, "code_unknown")
    assert told(await door.check_in("member", {**forged, "type": "exit"})) == (422, "nonce_reused")
    path = f"activities/{door.activity.id}/check-in-attempts"
    tries = (await door.read("secretary", path))["items"]
    assert [(one["code"], one["name"], one["method"], one["occurred_at"]) for one in tries] == [
        ("code_unknown", "李四", "scan", "2026-11-28T01:00:00Z")
    ]
    batch = {"items": [{**forged, "nonce": str(UUID(int=9))}, door.scanned()]}
    answer = await door.send("member", "POST", "check-in-batches", json=batch)
    assert [one["status"] for one in answer.json()["items"]] == [409, 201]
    assert len((await door.read("secretary", path))["items"]) == 2


MALFORMED = ["", "https://example.com", "G1.abc.1.def", "GP1." + "A" * 22 + ".1." + "A" * 22]


@pytest.mark.parametrize("code", MALFORMED)
async def test_what_is_no_code_is_malformed(door: Doorway, code: str) -> None:
    answer = await door.check_in("member", {**door.scanned(), "code": code})
    assert told(answer) == (422, "malformed")
    assert [one["code"] for one in answer.json()["errors"]] == ["malformed_code"]


async def test_one_code_has_one_spelling(door: Doorway) -> None:
    body = door.scanned()
    kind, shift, step, mac = body["code"].split(".")
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    other = mac[:-1] + last[last.index(mac[-1]) ^ 1]
    for spelled in (f"{kind}.{shift}.{step}.{other}", f"{kind}.{shift}.0{step}.{mac}"):
        answer = await door.check_in("member", {**body, "code": spelled})
        assert told(answer) == (422, "malformed")


SHAPES: list[tuple[Body, list[tuple[str, str]]]] = [
    ({"code": None}, [("/code", "missing")]),
    ({"person_id": str(UUID(int=1))}, [("/person_id", "extra_forbidden")]),
    ({"method": "personal_code"}, [
        ("/shift_id", "missing"), ("/member_code", "missing"), ("/code", "extra_forbidden"),
    ]),
    ({"occurred_at": "2026-11-28T09:00:00"}, [("/occurred_at", "timezone_aware")]),
    ({"nonce": "1"}, [("/nonce", "uuid_parsing")]),
    ({"device_seq": -1}, [("/device_seq", "greater_than_equal")]),
    ({"device_seq": 2**40}, [("/device_seq", "less_than_equal")]),
    ({"captured_at": "0001-01-01T00:00:00+14:00"}, [("/captured_at", "greater_than_equal")]),
    ({"server_offset_ms": 10**18}, [("/server_offset_ms", "less_than_equal")]),
    ({"captured_at": "9999-12-31T23:59:59Z"}, [("/captured_at", "less_than_equal")]),
]  # fmt: skip


@pytest.mark.parametrize(("more", "faults"), SHAPES)
async def test_a_shape_that_does_not_fit_is_refused(
    door: Doorway, more: Body, faults: list[tuple[str, str]]
) -> None:
    answer = await door.check_in("member", {**door.scanned(), **more})
    assert answer.status_code == 422
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == faults


async def test_who_is_not_signed_up_is_refused(door: Doorway) -> None:
    assert told(await door.scan("secretary")) == (409, "not_signed_up")


@pytest.mark.parametrize("state", [SignUpState.WAITLISTED, SignUpState.CANCELLED])
async def test_who_waits_or_cancelled_is_refused(door: Doorway, state: SignUpState) -> None:
    await door.days.sign_up(door.shift, door.people["王五"], state)
    assert told(await door.scan("secretary")) == (409, "not_signed_up")


async def test_where_no_sign_up_is_asked_for_the_invited_are_taken(door: Doorway) -> None:
    await door.days.change(door.activity, sign_up_required=False)
    assert told(await door.scan("secretary")) == (201, None)
    await door.days.person("外人", who="neighbour", at="police_office")
    assert told(await door.scan("neighbour")) == (409, "not_signed_up")


async def test_a_team_invites_its_members_from_anywhere(door: Doorway) -> None:
    stranger = await door.days.person("队员", who="neighbour", at="police_office")
    team = await door.days.team_member(stranger)
    await door.days.change(door.activity, sign_up_required=False, team_id=team.id)
    assert told(await door.scan("neighbour")) == (201, None)


WINDOW = [
    ("entry", -30.5, (409, "not_open_yet")),
    ("entry", -30, (201, None)),
    ("entry", 180, (201, None)),
    ("entry", 180.5, (409, "closed")),
    ("exit", 210, (201, None)),
    ("exit", 210.5, (409, "closed")),
]


@pytest.mark.parametrize(("kind", "minutes", "expected"), WINDOW)
async def test_the_door_opens_and_closes(
    door: Doorway, kind: str, minutes: float, expected: tuple[int, str | None]
) -> None:
    if kind == "exit":
        await door.scan()
    assert told(await door.scan(kind=kind, now=at(minutes))) == expected


async def test_a_refusal_says_when_the_door_opens(door: Doorway) -> None:
    answer = await door.scan(now=at(-60))
    assert answer.json()["detail"] == "签到从2026年11月28日 08:30 开始，请到时再扫。"
    assert answer.json()["opens_at"] == "2026-11-28T00:30:00+00:00"


async def test_a_cancelled_shift_or_activity_takes_nobody(door: Doorway) -> None:
    await door.days.change(door.shift, cancelled_at=NINE)
    assert told(await door.scan()) == (409, "cancelled")
    await door.days.change(door.shift, cancelled_at=None)
    await door.days.change(door.activity, state=ActivityState.CANCELLED)
    assert told(await door.scan()) == (409, "cancelled")


async def test_what_is_settled_takes_nobody(door: Doorway) -> None:
    await door.days.change(door.activity, state=ActivityState.SETTLED)
    assert told(await door.scan()) == (409, "closed")


async def test_after_the_activity_was_completed_a_leader_has_to_look(door: Doorway) -> None:
    await door.days.change(door.activity, state=ActivityState.COMPLETED)
    made = (await door.scan()).json()
    assert (made["state"], made["review_reason"]) == ("needs_review", "uploaded_late")


async def test_an_account_that_stands_for_nobody_cannot_scan(door: Doorway) -> None:
    assert told(await door.scan("clerk")) == (409, "no_person")


async def test_who_serves_nowhere_cannot_scan(door: Doorway) -> None:
    assert told(await door.scan("auditor")) == (403, "not_allowed")
