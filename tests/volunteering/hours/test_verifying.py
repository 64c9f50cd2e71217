"""Who verifies hours, one by one and together; disputes and what becomes of them."""

from factories.service_hours import ServiceDays
from gongwei.volunteering.hours.models import HoursState


async def test_the_secretary_verifies_the_hours_of_the_department(days: ServiceDays) -> None:
    row = await days.counted()
    answer = await days.act("secretary", row.id, "verify")
    assert answer.status_code == 200
    body = answer.json()
    assert (body["state"], body["minutes"]) == ("verified", 180)
    assert body["verified_by_name"] == "secretary（secretary）"
    assert body["allowed_actions"] == []


async def test_nobody_verifies_own_hours(days: ServiceDays) -> None:
    row = await days.counted()
    await days.link("secretary", row.person_id)
    answer = await days.act("secretary", row.id, "verify")
    assert (answer.status_code, answer.json()["code"]) == (403, "own_hours")
    shown = await days.read("secretary", f"/volunteer-hours/{row.id}")
    assert shown["allowed_actions"] == ["dispute"]


async def test_the_clerk_verifies_nothing(days: ServiceDays) -> None:
    row = await days.counted()
    assert (await days.act("clerk", row.id, "verify")).status_code == 403


async def test_the_neighbour_knows_nothing_of_them(days: ServiceDays) -> None:
    row = await days.counted()
    assert (await days.act("neighbour", row.id, "verify")).status_code == 404
    assert (await days.get("neighbour", f"/volunteer-hours/{row.id}")).status_code == 404


async def test_more_than_8_hours_wait_for_a_role_above_the_own_organisation(
    days: ServiceDays,
) -> None:
    own = await days.counted("甲", 540, place="finance", ends="18:00")
    refused = await days.act("secretary", own.id, "verify")
    assert (refused.status_code, refused.json()["code"]) == (403, "approval_needed")
    assert (await days.read("secretary", f"/volunteer-hours/{own.id}"))["allowed_actions"] == []
    assert (await days.act("officer", own.id, "verify")).status_code == 200
    below = await days.counted("乙", 540, place="finance_office", ends="18:00")
    assert (await days.act("secretary", below.id, "verify")).status_code == 200


async def test_more_than_12_hours_wait_for_the_committee(days: ServiceDays) -> None:
    row = await days.counted("甲", 750, ends="22:00")
    refused = await days.act("secretary", row.id, "verify")
    assert (refused.status_code, refused.json()["code"]) == (403, "approval_needed")
    assert (await days.act("leader", row.id, "verify")).status_code == 200


async def test_rejecting_needs_a_reason(days: ServiceDays) -> None:
    row = await days.counted()
    refused = await days.act("secretary", row.id, "reject")
    assert (refused.status_code, refused.json()["code"]) == (422, "reason_required")
    done = await days.act("secretary", row.id, "reject", reason="未到岗")
    assert done.json()["state"] == "rejected"


async def test_verified_hours_are_not_verified_again(days: ServiceDays) -> None:
    row = await days.counted()
    await days.act("secretary", row.id, "verify")
    again = await days.act("secretary", row.id, "verify")
    assert (again.status_code, again.json()["code"]) == (409, "invalid_state")


async def test_plain_entries_are_verified_together_and_others_answered_alone(
    days: ServiceDays,
) -> None:
    plain = [await days.counted(name) for name in ("甲", "乙")]
    activity = await days.activity()
    unclosed = await days.person("丙")
    await days.served(activity, unclosed, "09:00", None)
    await days.complete(activity)
    flagged = await days.hours_of(activity, unclosed)
    elsewhere = await days.counted("丁", place="police_office")
    long = await days.counted("戊", 750, ends="22:00")
    ids = [str(one.id) for one in (*plain, flagged, elsewhere, long)]
    answer = await days.post("secretary", "/volunteer-hours/verifications", {"ids": ids})
    assert answer.status_code == 200
    told = [
        (one["id"], one["status"], one["problem"] and one["problem"]["code"])
        for one in answer.json()["items"]
    ]
    assert told == [
        (ids[0], 200, None),
        (ids[1], 200, None),
        (ids[2], 409, "needs_a_look"),
        (ids[3], 404, "not_found"),
        (ids[4], 403, "approval_needed"),
    ]
    detail = answer.json()["items"][2]["problem"]["detail"]
    assert detail.startswith("丙 2024年5月11日的时长有须注意的情况（没有签退）")
    states = {
        one["id"]: one["state"] for one in (await days.read("officer", "/volunteer-hours"))["items"]
    }
    assert [states[one] for one in ids] == ["verified"] * 2 + ["pending"] * 3


async def test_the_same_entry_twice_is_verified_once(days: ServiceDays) -> None:
    row = await days.counted()
    body = {"ids": [str(row.id)] * 2}
    answer = await days.post("secretary", "/volunteer-hours/verifications", body)
    assert [one["status"] for one in answer.json()["items"]] == [200, 409]


async def test_a_flagged_entry_is_verified_alone(days: ServiceDays) -> None:
    activity = await days.activity(missing_exit="planned_end")
    person_id = await days.person("丙")
    await days.served(activity, person_id, "09:00", None)
    await days.complete(activity)
    row = await days.hours_of(activity, person_id)
    assert (await days.act("secretary", row.id, "verify")).json()["minutes"] == 180


async def test_a_member_disputes_the_own_hours_wherever_they_stand(days: ServiceDays) -> None:
    row = await days.counted(place="police_office")
    await days.link("member", row.person_id)
    answer = await days.act("member", row.id, "dispute", reason="下午也在岗")
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert (body["state"], body["name"], body["allowed_actions"]) == ("disputed", "王某", [])
    told = await days.read("member", f"/volunteer-hours/{row.id}/history")
    assert [(one["action"], one["reason"]) for one in told["items"]] == [
        ("volunteer_hours.dispute", "下午也在岗"),
        ("volunteer_hours.create", None),
    ]


async def test_others_do_not_dispute_for_a_member(days: ServiceDays) -> None:
    row = await days.counted()
    answer = await days.act("secretary", row.id, "dispute", reason="少了")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_your_hours")
    assert (await days.act("member", row.id, "dispute", reason="少了")).status_code == 404


async def test_a_dispute_is_resolved_as_it_was_or_with_other_minutes(days: ServiceDays) -> None:
    first, second = await days.counted("甲"), await days.counted("乙")
    answers = []
    for who, row, more in (("member", first, {}), ("clerk", second, {"minutes": 200})):
        await days.link(who, row.person_id)
        assert (await days.act(who, row.id, "dispute", reason="少了")).status_code == 200
        done = await days.act("secretary", row.id, "resolve", reason="查过名册", **more)
        answers.append(
            (done.json()["state"], done.json()["minutes"], done.json()["computed_minutes"])
        )
    assert answers == [("verified", 180, 180), ("adjusted", 200, 180)]


async def test_minutes_go_with_resolve_alone(days: ServiceDays) -> None:
    row = await days.counted()
    answer = await days.act("secretary", row.id, "verify", minutes=200)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/minutes")


async def test_nobody_adjusts_beyond_what_the_own_role_may_verify(days: ServiceDays) -> None:
    row = await days.counted()
    await days.link("member", row.person_id)
    await days.act("member", row.id, "dispute", reason="少了")
    body = {"reason": "查过名册", "minutes": 800}
    refused = await days.act("secretary", row.id, "resolve", **body)
    assert (refused.status_code, refused.json()["code"]) == (403, "approval_needed")
    assert (await days.act("officer", row.id, "resolve", **body)).json()["state"] == "adjusted"


async def test_rejecting_one_brings_the_rest_of_the_day_back_to_the_own_level(
    days: ServiceDays,
) -> None:
    person_id = await days.person("甲")
    rows = []
    for title, begins, ends in (("上午", "06:00", "12:00"), ("下午", "12:00", "18:00")):
        activity = await days.activity(title, begins=begins, ends=ends)
        await days.served(activity, person_id, begins, ends)
        await days.complete(activity)
        rows.append(await days.hours_of(activity, person_id))
    await days.act("officer", rows[0].id, "reject", reason="未到岗")
    shown = await days.read("officer", f"/volunteer-hours/{rows[1].id}")
    assert shown["approval"] == "own"
    assert rows[1].state is HoursState.PENDING
