"""The screen, the roster, the list, the own day."""

from datetime import timedelta

from factories.service_days import HOUR, NINE
from gongwei.volunteering.activities.models import ActivityState, SignUpState
from volunteering.attendance.doorway import Body, Doorway, at, told

SECOND = timedelta(seconds=1)


async def test_the_screen_has_codes_for_a_quarter_of_an_hour(door: Doorway) -> None:
    now = NINE + 7 * SECOND
    shown = await door.read("secretary", f"shifts/{door.shift.id}/code", now)
    assert len(shown["codes"]) == 46
    assert shown["code"] == shown["codes"][0]["code"] == door.scanned(now=now)["code"]
    assert shown["codes"][0]["shown_from"] == "2026-11-28T01:00:00Z"
    assert shown["valid_until"] == shown["codes"][-1]["shown_until"] == "2026-11-28T01:15:20Z"
    later = at(15)
    body = {**door.scanned(now=later), "code": shown["codes"][45]["code"]}
    assert told(await door.check_in("member", body, later)) == (201, None)
    one = await door.read("secretary", f"shifts/{door.shift.id}/code", now, ahead_minutes=1)
    assert len(one["codes"]) == 4


async def test_the_screen_counts_who_is_there(door: Doorway) -> None:
    await door.scan()
    shown = await door.read("secretary", f"shifts/{door.shift.id}/code")
    assert (shown["confirmed"], shown["present"], shown["left"]) == (1, 1, 0)
    await door.scan(kind="exit", now=at(30))
    shown = await door.read("secretary", f"shifts/{door.shift.id}/code", at(30))
    assert (shown["confirmed"], shown["present"], shown["left"]) == (1, 0, 1)


async def test_the_screen_of_what_is_over_or_cancelled_is_dark(door: Doorway) -> None:
    path = f"shifts/{door.shift.id}/code"
    assert told(await door.send("secretary", "GET", path, now=at(211))) == (409, "closed")
    await door.days.change(door.activity, state=ActivityState.SETTLED)
    assert told(await door.send("secretary", "GET", path)) == (409, "closed")
    await door.days.change(door.activity, state=ActivityState.CANCELLED)
    assert told(await door.send("secretary", "GET", path)) == (409, "cancelled")


async def test_a_member_sees_no_screen(door: Doorway) -> None:
    path = f"shifts/{door.shift.id}/code"
    assert told(await door.send("member", "GET", path)) == (404, "not_found")


async def full_house(door: Doorway) -> None:
    """阿甲 is expected, 李四 inside, 王五 has left, 丁 waits in vain, 赵六 came without sign-up."""
    for name, state in (("阿甲", SignUpState.CONFIRMED), ("丁", SignUpState.WAITLISTED)):
        door.people[name] = await door.days.person(name)
        await door.days.sign_up(door.shift, door.people[name], state)
    await door.days.sign_up(door.shift, door.people["王五"])
    door.people["赵六"] = await door.days.person("赵六", who="department_leader")
    await door.days.change(door.activity, sign_up_required=False)
    await door.scan("member", now=at(0))
    await door.scan("secretary", now=at(0))
    await door.scan("secretary", "exit", now=at(61))
    body = door.scanned(now=at(0), captured_at=at(0).isoformat())
    assert told(await door.check_in("department_leader", body, at(61))) == (201, None)


async def test_the_roster_tells_who_is_expected_inside_and_gone(door: Doorway) -> None:
    await full_house(door)
    path = f"activities/{door.activity.id}/roster"
    lines = (await door.read("clerk", path, include_total=True))["items"]
    told_of = ("name", "organisation_name", "post", "sign_up_state", "presence", "needs_review")
    office, units = "中共区财政局机关支部委员会", "中共区财政局直属单位支部委员会"
    assert [tuple(line[name] for name in told_of) for line in lines] == [
        ("阿甲", office, "河岸", "confirmed", "expected", False),
        ("李四", office, "河岸", "confirmed", "inside", False),
        ("王五", units, "河岸", "confirmed", "left", False),
        ("赵六", office, "河岸", None, "inside", True),
    ]
    assert [line["minutes"] for line in lines] == [0, 0, 61, 0]
    assert [len(line["pairs"]) for line in lines] == [0, 1, 1, 1]
    (pair,) = lines[2]["pairs"]
    assert (pair["entry"]["occurred_at"], pair["entry"]["method"]) == (
        "2026-11-28T01:00:00Z", "scan",
    )  # fmt: skip
    assert (pair["exit"]["occurred_at"], pair["exit"]["state"]) == (
        "2026-11-28T02:01:00Z", "accepted",
    )  # fmt: skip
    assert lines[1]["pairs"][0]["exit"] is None


async def test_the_roster_is_narrowed_and_paged(door: Doorway) -> None:
    await full_house(door)
    path = f"activities/{door.activity.id}/roster"

    async def names(**asked: object) -> list[str]:
        return [line["name"] for line in (await door.read("clerk", path, **asked))["items"]]

    assert await names(presence="expected") == ["阿甲"]
    assert await names(presence="inside") == ["李四", "赵六"]
    assert await names(presence="left") == ["王五"]
    assert await names(presence="review") == ["赵六"]
    assert await names(q="ww") == ["王五"]
    assert await names(shift_id=str(door.shift.id)) == ["阿甲", "李四", "王五", "赵六"]
    assert await names(shift_id=str(door.activity.id)) == []
    seen, cursor = [], None
    for _ in range(4):
        page = await door.read("clerk", path, limit=1, **({"cursor": cursor} if cursor else {}))
        seen += [line["name"] for line in page["items"]]
        cursor = page["next_cursor"]
    assert (seen, cursor) == (["阿甲", "李四", "王五", "赵六"], None)


async def test_the_figures_agree_with_the_roster(door: Doorway) -> None:
    await full_house(door)
    await door.scan("secretary", "exit", now=at(70))
    figures = await door.read("clerk", f"activities/{door.activity.id}/attendance")
    assert figures == {
        "confirmed": 3, "expected": 1, "inside": 2, "left": 1, "needs_review": 1, "refused": 1,
    }  # fmt: skip


async def test_the_list_is_filtered(door: Doorway) -> None:
    await full_house(door)

    async def found(**asked: object) -> list[tuple[str, str]]:
        page = await door.read("officer", "check-ins", **asked)
        return [(one["name"], one["type"]) for one in page["items"]]

    everything = [
        ("赵六", "entry"), ("王五", "exit"), ("王五", "entry"), ("李四", "entry"),
    ]  # fmt: skip
    assert await found() == everything
    assert await found(activity_id=str(door.activity.id), day="2026-11-28") == everything
    assert await found(day="2026-11-29") == []
    assert await found(state="needs_review") == [("赵六", "entry")]
    assert await found(person_id=str(door.people["李四"].id)) == [("李四", "entry")]
    assert await found(q="lisi") == [("李四", "entry")]
    assert await found(organisation_id=str(door.days.world["police"].id)) == []
    assert (await door.read("neighbour", "check-ins"))["items"] == []


async def test_a_check_in_is_read_by_its_person_and_by_nobody_beside(door: Doorway) -> None:
    made = (await door.scan()).json()
    path = f"check-ins/{made['id']}"
    assert await door.read("member", path) == made
    assert (await door.send("neighbour", "GET", path)).status_code == 404
    lines = (await door.read("member", f"{path}/history"))["items"]
    assert [(one["action"], one["to_state"]) for one in lines] == [("check_in.create", "accepted")]


async def test_annulling_needs_a_reason_and_the_right(door: Doorway) -> None:
    made = (await door.scan()).json()
    path = f"check-ins/{made['id']}/actions/annul"
    assert told(await door.send("secretary", "POST", path)) == (422, "reason_required")
    why = {"json": {"reason": "代人签到"}}
    assert (await door.send("clerk", "POST", path, **why)).status_code == 403
    assert (await door.send("secretary", "POST", path, **why)).json()["state"] == "annulled"
    assert told(await door.send("secretary", "POST", path, **why)) == (409, "invalid_state")
    assert told(await door.scan(now=at(1))) == (201, None)


async def test_nothing_is_annulled_once_the_activity_is_settled(door: Doorway) -> None:
    made = (await door.scan()).json()
    path = f"check-ins/{made['id']}"
    assert (await door.read("secretary", path))["allowed_actions"] == ["annul"]
    await door.days.change(door.activity, state=ActivityState.SETTLED)
    assert (await door.read("secretary", path))["allowed_actions"] == []
    why = {"json": {"reason": "代人签到"}}
    answer = await door.send("secretary", "POST", f"{path}/actions/annul", **why)
    assert told(answer) == (409, "attendance_settled")
    assert (await door.read("secretary", path))["state"] == "accepted"


def brief(items: list[Body]) -> list[tuple[str, str, int, int]]:
    return [
        (one["post"], one["next"], one["minutes"], len(one["check_ins"])) for one in items
    ]  # fmt: skip


async def test_the_own_day_says_what_comes_next(door: Doorway) -> None:
    tomorrow = NINE + 24 * HOUR
    later = await door.days.shift(door.activity, starts_at=tomorrow, ends_at=tomorrow + HOUR)
    await door.days.sign_up(later, door.people["李四"])
    assert brief((await door.read("member", "me/attendance"))["items"]) == [("河岸", "entry", 0, 0)]
    await door.scan()
    own = await door.read("member", "me/attendance", at(1))
    assert (own["server_time"], brief(own["items"])) == (
        "2026-11-28T01:01:00Z", [("河岸", "exit", 0, 1)],
    )  # fmt: skip
    await door.scan(kind="exit", now=at(192))
    own = await door.read("member", "me/attendance", at(193))
    assert brief(own["items"]) == [("河岸", "done", 192, 2)]
    assert own["items"][0]["activity_title"] == "清扫河道"
    mine = (await door.read("member", "me/check-ins"))["items"]
    assert [one["type"] for one in mine] == ["exit", "entry"]


async def test_the_own_day_offers_another_entry_while_one_is_possible(door: Doorway) -> None:
    async def comes_next(minutes: float) -> list[tuple[str, str, int, int]]:
        return brief((await door.read("member", "me/attendance", at(minutes)))["items"])

    for number in range(2):
        await door.scan(now=at(10 * number))
        await door.scan(kind="exit", now=at(10 * number + 0.5))
        marks = 2 * number + 2
        assert await comes_next(10 * number + 1) == [("河岸", "entry", 0, marks)]
    assert await comes_next(180) == [("河岸", "entry", 0, 4)]
    assert await comes_next(180.5) == [("河岸", "done", 0, 4)]
    await door.scan(now=at(30))
    await door.scan(kind="exit", now=at(60))
    assert await comes_next(61) == [("河岸", "done", 30, 6)]
    assert told(await door.scan(now=at(61))) == (409, "too_many_pairs")


async def test_the_day_has_three_pairs_over_all_shifts_of_an_activity(door: Doorway) -> None:
    later = await door.days.shift(door.activity, post="讲解")
    await door.days.sign_up(later, door.people["李四"])
    for number, shift in enumerate((door.shift, door.shift, later)):
        await door.check_in(
            "member", door.scanned(now=at(10 * number), shift=shift), at(10 * number)
        )
        await door.scan(kind="exit", now=at(10 * number + 5))
    own = await door.read("member", "me/attendance", at(60))
    assert sorted(brief(own["items"])) == [("河岸", "done", 10, 4), ("讲解", "done", 5, 2)]


async def test_who_stands_for_nobody_has_an_empty_day(door: Doorway) -> None:
    assert (await door.read("clerk", "me/attendance"))["items"] == []
    assert (await door.read("clerk", "me/check-ins"))["items"] == []


async def test_the_own_day_reaches_across_the_tree(door: Doorway) -> None:
    await door.days.change(door.activity, organisation_id=door.days.world["root"].id)
    await door.days.change(door.shift, organisation_id=door.days.world["root"].id)
    assert told(await door.scan()) == (201, None)
    assert len((await door.read("member", "me/attendance"))["items"]) == 1
    assert len((await door.read("member", "me/check-ins"))["items"]) == 1
    assert (await door.read("secretary", "check-ins"))["items"] == []


async def test_who_came_from_elsewhere_is_shown_to_those_who_run_the_activity(
    door: Doorway,
) -> None:
    guest = await door.days.person("客人", who="neighbour", at="police_office")
    await door.days.sign_up(door.shift, guest)
    made = (await door.scan("neighbour")).json()
    shown = await door.read("secretary", "check-ins")
    assert [one["name"] for one in shown["items"]] == ["客人"]
    assert (await door.read("secretary", f"check-ins/{made['id']}"))["name"] == "客人"
    roster = await door.read("secretary", f"activities/{door.activity.id}/roster")
    assert [(one["name"], one["organisation_name"]) for one in roster["items"]] == [
        ("客人", "中共区公安分局机关支部委员会"), ("李四", "中共区财政局机关支部委员会"),
    ]  # fmt: skip
