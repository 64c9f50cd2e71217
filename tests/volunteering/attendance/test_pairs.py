"""Entries and exits make pairs: three a day and activity, none in two places at once."""

from datetime import timedelta

from factories.service_days import HOUR, NINE
from volunteering.attendance.doorway import Doorway, at, told


async def test_a_second_entry_is_refused_with_the_time_of_the_first(door: Doorway) -> None:
    await door.scan()
    answer = await door.scan(now=at(5))
    assert told(answer) == (409, "already_checked_in")
    assert answer.json()["detail"] == "已于 09:00 签到，本次不重复计入。"
    assert answer.json()["occurred_at"] == "2026-11-28T01:00:00+00:00"


async def test_an_exit_needs_an_entry(door: Doorway) -> None:
    assert told(await door.scan(kind="exit")) == (409, "not_checked_in")
    await door.scan()
    assert told(await door.scan(kind="exit", now=at(10))) == (201, None)
    assert told(await door.scan(kind="exit", now=at(20))) == (409, "not_checked_in")


async def test_three_pairs_a_day_and_no_more(door: Doorway) -> None:
    for number in range(3):
        entry = (await door.scan(now=at(number * 20))).json()
        left = (await door.scan(kind="exit", now=at(number * 20 + 10))).json()
        assert (entry["pair"], left["pair"]) == (number + 1, number + 1)
        assert left["minutes"] == 10 * (number + 1)
    assert told(await door.scan(now=at(70))) == (409, "too_many_pairs")


async def test_the_next_day_counts_anew(door: Doorway) -> None:
    for number in range(3):
        await door.scan(now=at(number * 20))
        await door.scan(kind="exit", now=at(number * 20 + 10))
    day = timedelta(days=1)
    tomorrow = await door.days.shift(
        door.activity, starts_at=NINE + day, ends_at=NINE + day + 3 * HOUR
    )
    await door.days.sign_up(tomorrow, door.people["李四"])
    made = (await door.scan(now=NINE + day, shift=tomorrow)).json()
    assert (made["pair"], made["day"]) == (1, "2026-11-29")


async def test_nobody_enters_two_activities_at_once(door: Doorway) -> None:
    other = await door.days.activity(title="送药上门")
    shift = await door.days.shift(other)
    await door.days.sign_up(shift, door.people["李四"])
    await door.scan()
    answer = await door.scan(now=at(10), shift=shift)
    assert told(answer) == (409, "overlap")
    assert answer.json()["detail"].startswith("这段时间已在“清扫河道”签到")
    await door.scan(kind="exit", now=at(20))
    assert told(await door.scan(now=at(20), shift=shift)) == (201, None)


async def test_who_leaves_may_enter_elsewhere_in_the_same_step(door: Doorway) -> None:
    shifts = []
    for title in ("送药上门", "清理楼道"):
        shifts.append(await door.days.shift(await door.days.activity(title=title)))
        await door.days.sign_up(shifts[-1], door.people["李四"])
    assert told(await door.scan(now=at(10))) == (201, None)
    assert told(await door.scan(now=at(10), shift=shifts[0])) == (409, "overlap")
    assert told(await door.scan(kind="exit", now=at(10))) == (201, None)
    assert told(await door.scan(now=at(10), shift=shifts[0])) == (201, None)
    assert told(await door.scan(now=at(10), shift=shifts[1])) == (409, "overlap")
    assert told(await door.scan(now=at(10))) == (409, "already_checked_in")


async def test_a_forgotten_exit_keeps_nobody_out_of_the_afternoon(door: Doorway) -> None:
    afternoon = NINE + 5 * HOUR
    other = await door.days.activity(title="送药上门", starts_at=afternoon)
    later = await door.days.shift(other)
    same = await door.days.shift(
        door.activity, starts_at=afternoon, ends_at=afternoon + HOUR, post="下午班"
    )
    for shift in (later, same):
        await door.days.sign_up(shift, door.people["李四"])
    await door.scan()
    made = (await door.scan(now=afternoon, shift=same)).json()
    assert (made["pair"], made["post"]) == (2, "下午班")
    left = (await door.scan(kind="exit", now=afternoon + HOUR, shift=same)).json()
    assert (left["pair"], left["minutes"]) == (2, 60)
    assert told(await door.scan(now=afternoon + HOUR, shift=later)) == (201, None)


async def test_an_exit_after_midnight_ends_the_pair_of_the_evening(door: Doorway) -> None:
    evening = NINE + 13 * HOUR
    night = await door.days.shift(
        door.activity, starts_at=evening, ends_at=evening + 5 * HOUR, post="夜班"
    )
    await door.days.sign_up(night, door.people["李四"])
    await door.scan(now=evening, shift=night)
    left = (await door.scan(kind="exit", now=evening + 4 * HOUR, shift=night)).json()
    assert (left["day"], left["pair"], left["minutes"]) == ("2026-11-28", 1, 240)


async def test_who_enters_one_shift_may_leave_by_the_code_of_another(door: Doorway) -> None:
    other = await door.days.shift(door.activity, post="桥头")
    await door.scan()
    left = (await door.scan(kind="exit", now=at(60), shift=other)).json()
    assert (left["shift_id"], left["minutes"]) == (str(door.shift.id), 60)


async def test_a_pair_that_was_written_down_late_stands_before_the_one_of_now(
    door: Doorway,
) -> None:
    await door.scan(now=at(120))
    why = {"reason": "手机没电，队长补记"}
    first = await door.mark(now=at(150), occurred_at=at(0).isoformat(), **why)
    ended = await door.mark(kind="exit", now=at(150), occurred_at=at(60).isoformat(), **why)
    assert [(one.json()["pair"], one.json()["minutes"]) for one in (first, ended)] == [
        (2, 0), (2, 60),
    ]  # fmt: skip
    last = (await door.scan(kind="exit", now=at(180))).json()
    assert (last["pair"], last["minutes"]) == (1, 120)


async def test_a_wrong_entry_is_annulled_and_written_anew(door: Doorway) -> None:
    wrong = (await door.scan()).json()
    await door.scan(kind="exit", now=at(60))
    annulled = await door.send(
        "secretary", "POST", f"check-ins/{wrong['id']}/actions/annul", now=at(61),
        json={"reason": "代人签到"},
    )  # fmt: skip
    assert annulled.json()["state"] == "annulled"
    right = await door.mark(now=at(62), occurred_at=at(30).isoformat(), reason="实到九点半")
    assert (right.json()["pair"], right.json()["minutes"]) == (1, 30)
