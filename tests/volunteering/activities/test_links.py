"""Secret addresses: a calendar that other programs fetch, and the served party's one answer."""

from datetime import timedelta
from typing import Any

import icalendar

from factories.activities import Planning, faults, hours, refusal, shift
from gongwei.core import clock
from gongwei.core.clock import Frozen


async def events(plan: Planning, address: str) -> list[tuple[str, str, str]]:
    """Summary, place and status of what a calendar holds."""
    answer = await plan.client.get(address)
    assert answer.status_code == 200, answer.text
    calendar: Any = icalendar.Calendar.from_ical(answer.content)
    return [
        (str(one["SUMMARY"]), str(one["LOCATION"]), str(one["STATUS"]))
        for one in calendar.walk("VEVENT")
    ]


async def test_signed_up_shifts_are_in_the_calendar_and_cancelled_ones_say_so(
    plan: Planning,
) -> None:
    await plan.member("李四")
    first = await plan.published(
        "officer", "root", shift(24, 27, place="东门", capacity=1), shift(48, 50, post="讲解")
    )
    second = await plan.published("secretary", "finance", shift(72, 74), title="助老")
    signed = [
        await plan.signed_up("李四", one["id"]) for one in (*first["shifts"], *second["shifts"])
    ]
    url = (await plan.made("李四", "me/calendar-link"))["url"]
    assert await events(plan, url) == [
        ("社区清洁（引导）", "东门", "CONFIRMED"),
        ("社区清洁（讲解）", "幸福社区", "CONFIRMED"),
        ("助老（引导）", "幸福社区", "CONFIRMED"),
    ]
    await plan.moved("李四", f"sign-ups/{signed[0]['id']}", "cancel")
    path = f"shifts/{first['shifts'][1]['id']}"
    await plan.moved("officer", path, "cancel", reason="检修")
    await plan.moved("secretary", f"activities/{second['id']}", "cancel", reason="暴雨")
    assert [status for _, _, status in await events(plan, url)] == ["CANCELLED"] * 3


async def test_whoever_waits_is_there_tentatively_and_old_shifts_leave(plan: Planning) -> None:
    await plan.member("李四")
    await plan.member("王五", 3)
    made = await plan.published("secretary", "finance", shift(capacity=1))
    for name in ("李四", "王五"):
        await plan.signed_up(name, made["shifts"][0]["id"])
    url = (await plan.made("王五", "me/calendar-link"))["url"]
    assert [status for _, _, status in await events(plan, url)] == ["TENTATIVE"]
    answer = await plan.client.get(url)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, max-age=900"
    with Frozen(hours(24) + timedelta(days=30, seconds=1)):
        assert await events(plan, url) == []


async def test_a_calendars_address_is_shown_once_and_ends(plan: Planning) -> None:
    await plan.member("李四")
    assert await plan.read("李四", "me/calendar-link") == {"active": False, "made_at": None}
    assert refusal(await plan.send("李四", "DELETE", "me/calendar-link")) == (404, "not_found")
    old = (await plan.made("李四", "me/calendar-link"))["url"]
    new = (await plan.made("李四", "me/calendar-link"))["url"]
    assert (await plan.read("李四", "me/calendar-link"))["active"] is True
    assert refusal(await plan.client.get(old)) == (404, "not_found")
    assert await events(plan, new) == []
    gone = await plan.send("李四", "DELETE", "me/calendar-link")
    assert gone.status_code == 204
    assert refusal(await plan.client.get(new)) == (404, "not_found")
    assert refusal(await plan.post("member", "me/calendar-link")) == (409, "no_person")


async def test_ten_misses_stop_an_address_but_a_known_code_counts_nothing(
    plan: Planning,
) -> None:
    await plan.member("李四")
    url = (await plan.made("李四", "me/calendar-link"))["url"]
    for _ in range(12):
        assert await events(plan, url) == []
    for _ in range(10):
        missed = await plan.client.get("/api/v1/public/service-confirmations/nothing")
        assert refusal(missed) == (404, "not_found")
    stopped = await plan.client.get(url)
    assert (refusal(stopped), "retry-after" in stopped.headers) == (
        (429, "too_many_attempts"), True,
    )  # fmt: skip


async def test_the_served_party_confirms_once(plan: Planning) -> None:
    made = await plan.published(served_party="幸福社区居委会")
    path = f"activities/{made['id']}/service-confirmation"
    assert (await plan.read("clerk", path))["state"] == "not_asked"
    asked = await plan.made("clerk", path)
    assert asked["url"] == f"/m/#confirm={asked['code']}"
    public = f"/api/v1/public/service-confirmations/{asked['code']}"
    seen = (await plan.client.get(public)).json()
    assert (seen["title"], seen["served_party"], seen["answered_at"]) == (
        "社区清洁", "幸福社区居委会", None,
    )  # fmt: skip
    assert seen["organisation_name"] == plan.world["finance"].name
    wrong = await plan.client.post(public, json={"confirmed": True, "rating": 6})
    assert [pointer for pointer, _ in faults(wrong)] == ["/rating"]
    said = {"confirmed": True, "rating": 5, "comment": "很好"}
    with Frozen(hours(24)):
        answer = await plan.client.post(public, json=said)
    assert answer.status_code == 200
    assert {name: answer.json()[name] for name in said} == said
    again = await plan.client.post(public, json=said)
    assert refusal(again) == (409, "already_answered")
    read = await plan.read("clerk", path)
    assert {name: read[name] for name in said} == said
    assert read["state"] == "answered"
    assert refusal(await plan.post("clerk", path)) == (409, "already_answered")
    first = (await plan.items("clerk", f"activities/{made['id']}/history"))[0]
    assert (first["action"], first["actor_label"]) == (
        "activity.confirm_service", "服务对象 Served party",
    )  # fmt: skip


async def test_a_new_address_voids_the_old_one_and_each_runs_out(plan: Planning) -> None:
    made = await plan.published()
    path = f"activities/{made['id']}/service-confirmation"
    old, new = (await plan.made("clerk", path))["code"], (await plan.made("clerk", path))["code"]
    public = "/api/v1/public/service-confirmations"
    assert refusal(await plan.client.get(f"{public}/{old}")) == (404, "not_found")
    assert (await plan.client.get(f"{public}/{new}")).status_code == 200
    with Frozen(hours(24 * 30) + timedelta(minutes=30)):
        late = await plan.client.post(f"{public}/{new}", json={"confirmed": True})
        assert refusal(late) == (404, "not_found")
        assert (await plan.read("clerk", path))["state"] == "expired"


async def test_nobody_confirms_a_service_that_has_not_begun(plan: Planning) -> None:
    made = await plan.published()
    asked = await plan.made("clerk", f"activities/{made['id']}/service-confirmation")
    public = f"/api/v1/public/service-confirmations/{asked['code']}"
    with Frozen(hours(24) - timedelta(seconds=1)):
        early = await plan.client.post(public, json={"confirmed": True})
        assert refusal(early) == (409, "not_begun")
    begins = clock.time_of_day(hours(24))
    assert f" {begins} 开始，开始以后才能确认。" in early.json()["detail"]
    assert (await plan.client.get(public)).json()["answered_at"] is None
    with Frozen(hours(24)):
        assert (await plan.client.post(public, json={"confirmed": True})).status_code == 200


async def test_nobody_confirms_a_service_that_was_cancelled(plan: Planning) -> None:
    made = await plan.published()
    path = f"activities/{made['id']}"
    asked = await plan.made("clerk", f"{path}/service-confirmation")
    await plan.moved("secretary", path, "cancel", reason="暴雨")
    public = f"/api/v1/public/service-confirmations/{asked['code']}"
    assert refusal(await plan.client.get(public)) == (404, "not_found")
    with Frozen(hours(24)):
        answer = await plan.client.post(public, json={"confirmed": True})
    assert refusal(answer) == (404, "not_found")


async def test_a_draft_is_not_confirmed(plan: Planning) -> None:
    made = await plan.planned()
    answer = await plan.post("clerk", f"activities/{made['id']}/service-confirmation")
    assert refusal(answer) == (409, "not_published")
