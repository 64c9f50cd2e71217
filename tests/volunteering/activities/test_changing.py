"""What is published may change; those signed up are told what, and keep their places."""

from datetime import datetime

from factories.activities import Planning, faults, hours, refusal, shift
from gongwei.core.clock import Frozen


async def test_a_draft_changes_without_telling_anybody(plan: Planning) -> None:
    made = await plan.planned()
    path = f"activities/{made['id']}"
    changed = await plan.changed("clerk", path, made, title="河道清洁", place="东河")
    assert (changed["title"], changed["place"], changed["version"]) == ("河道清洁", "东河", 2)
    await plan.made("clerk", f"{path}/shifts", **shift(48, 50, post="讲解"))
    assert await plan.items("clerk", f"{path}/notices") == []


async def test_those_signed_up_are_told_what_changed_in_words(plan: Planning) -> None:
    first, second = await plan.person("李四", 1), await plan.person("王五", 3)
    made = await plan.published(leader_id=str(first))
    path = f"activities/{made['id']}"
    await plan.changed(
        "clerk", path, made, place="东河", leader_id=str(second), template=True,
        sign_up_until=hours(20).isoformat(),
    )  # fmt: skip
    (notice,) = await plan.items("secretary", f"{path}/notices")
    until = notice["facts"].pop("sign_up_until")
    assert (notice["kind"], notice["person_id"]) == ("changed", None)
    assert notice["facts"] == {"place": ["幸福社区", "东河"], "leader": ["李四", "王五"]}
    assert (until[0], datetime.fromisoformat(until[1])) == (None, hours(20))


async def test_what_nobody_needs_to_know_is_not_told(plan: Planning) -> None:
    made = await plan.published()
    path = f"activities/{made['id']}"
    await plan.changed("clerk", path, made, template=True, missing_exit="planned_end")
    assert await plan.items("secretary", f"{path}/notices") == []


async def test_a_change_is_refused_when_stale_emptied_or_over(plan: Planning) -> None:
    made = await plan.published()
    path = f"activities/{made['id']}"
    assert faults(await plan.patch("clerk", path, made, title=None)) == [("/title", "missing")]
    await plan.changed("clerk", path, made, place="东河")
    assert refusal(await plan.patch("clerk", path, made, place="西河")) == (412, "stale")
    with Frozen(hours(24)):
        started = await plan.moved("secretary", path, "start")
    with Frozen(hours(27)):
        late = await plan.patch("clerk", path, started, place="西河")
    assert (refusal(late), late.json()["allowed_actions"]) == (
        (409, "invalid_state"), ["complete"],
    )  # fmt: skip


async def test_a_shift_moves_with_its_sign_ups_and_they_are_told(plan: Planning) -> None:
    await plan.member("李四")
    made = await plan.published()
    (held,) = made["shifts"]
    await plan.signed_up("李四", held["id"])
    moved = await plan.changed(
        "clerk", f"shifts/{held['id']}", held, starts_at=hours(48).isoformat(),
        ends_at=hours(50).isoformat(),
    )  # fmt: skip
    assert moved["confirmed_count"] == 1
    read = await plan.read("clerk", f"activities/{made['id']}")
    assert (read["starts_at"], read["ends_at"]) == (moved["starts_at"], moved["ends_at"])
    (own,) = await plan.items("李四", "me/activities")
    (notice,) = own["notices"]
    assert notice["facts"]["shift"] == ["引导", "引导"]
    old, new = notice["facts"]["starts_at"]
    assert (datetime.fromisoformat(old), datetime.fromisoformat(new)) == (hours(24), hours(48))


async def test_shifts_are_listed_and_read(plan: Planning) -> None:
    made = await plan.planned("clerk", "finance", shift(48, 50, post="讲解"), shift())
    shifts = await plan.items("clerk", f"activities/{made['id']}/shifts")
    assert [one["post"] for one in shifts] == ["引导", "讲解"]
    assert shifts == made["shifts"]
    assert await plan.read("clerk", f"shifts/{shifts[0]['id']}") == shifts[0]
    answer = await plan.send("neighbour", "GET", f"shifts/{shifts[0]['id']}")
    assert refusal(answer) == (404, "not_found")


async def test_a_shift_that_was_published_does_not_move_into_the_past(plan: Planning) -> None:
    made = await plan.published()
    (held,) = made["shifts"]
    path = f"shifts/{held['id']}"
    back = await plan.patch(
        "clerk", path, held, starts_at=hours(-1).isoformat(), ends_at=hours(1).isoformat()
    )
    assert faults(back) == [("/starts_at", "in_the_past")]
    added = await plan.post("clerk", f"activities/{made['id']}/shifts", **shift(-3, -1))
    assert faults(added) == [("/starts_at", "in_the_past")]
    short = await plan.patch("clerk", path, held, break_minutes=180)
    assert faults(short) == [("/break_minutes", "too_long")]


async def test_a_running_day_gets_longer_but_what_is_over_stays(plan: Planning) -> None:
    made = await plan.published("secretary", "finance", shift(1, 2), shift(3, 5, post="讲解"))
    early, late = made["shifts"]
    with Frozen(hours(1)):
        await plan.moved("secretary", f"activities/{made['id']}", "start")
    with Frozen(hours(2.5)):
        over = await plan.patch("clerk", f"shifts/{early['id']}", early, capacity=9)
        assert refusal(over) == (409, "shift_over")
        longer = await plan.changed(
            "clerk", f"shifts/{late['id']}", late, ends_at=hours(4).isoformat()
        )
    assert longer["allowed_actions"] == ["cancel"]
    with Frozen(hours(4)):
        await plan.moved("secretary", f"activities/{made['id']}", "complete")
    fixed = await plan.patch("clerk", f"shifts/{late['id']}", longer, capacity=9)
    assert refusal(fixed) == (409, "invalid_state")


async def test_a_shift_is_cancelled_alone_while_another_is_left(plan: Planning) -> None:
    made = await plan.published("secretary", "finance", shift(1, 2), shift(3, 5, post="讲解"))
    early, late = made["shifts"]
    path = f"shifts/{early['id']}"
    assert refusal(await plan.act("clerk", path, "cancel")) == (422, "reason_required")
    gone = await plan.moved("clerk", path, "cancel", reason="场地检修")
    assert (gone["state"], gone["allowed_actions"]) == ("cancelled", [])
    assert refusal(await plan.act("clerk", path, "cancel", reason="再次")) == (
        409, "shift_cancelled",
    )  # fmt: skip
    last = await plan.act("clerk", f"shifts/{late['id']}", "cancel", reason="场地检修")
    assert refusal(last) == (409, "last_shift")
    read = await plan.read("clerk", f"activities/{made['id']}")
    assert (read["starts_at"], read["ends_at"]) == (late["starts_at"], late["ends_at"])
    (notice,) = await plan.items("clerk", f"activities/{made['id']}/notices")
    assert (notice["kind"], notice["facts"], notice["reason"]) == (
        "cancelled", {"shift": ["引导", "引导"]}, "场地检修",
    )  # fmt: skip


async def test_an_activity_has_at_most_forty_shifts(plan: Planning) -> None:
    made = await plan.planned("clerk", "finance", *(shift() for _ in range(40)))
    more = await plan.post("clerk", f"activities/{made['id']}/shifts", **shift())
    assert refusal(more) == (409, "too_many_shifts")
