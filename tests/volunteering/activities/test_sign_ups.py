"""Signing up: by those who are invited, once, at one place at a time, and never over-booked."""

from datetime import timedelta

from factories.activities import Planning, faults, hours, refusal, shift
from gongwei.core.clock import Frozen


async def test_a_member_signs_up_for_what_the_own_organisation_is_invited_to(
    plan: Planning,
) -> None:
    person_id = await plan.member("李四")
    made = await plan.published("officer", "root")
    (held,) = made["shifts"]
    answer = await plan.post("李四", "sign-ups", shift_id=held["id"])
    signed = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/sign-ups/{signed['id']}"
    expected = {
        "state": "confirmed", "activity_title": "社区清洁", "post": "引导", "name": "李四",
        "person_id": str(person_id), "organisation_name": plan.world["finance_office"].name,
        "waiting_place": None, "allowed_actions": ["cancel"], "shift_id": held["id"],
        "starts_at": held["starts_at"], "ends_at": held["ends_at"],
    }  # fmt: skip
    assert {name: signed[name] for name in expected} == expected
    assert await plan.read("李四", f"sign-ups/{signed['id']}") == signed
    listed = await plan.items("officer", f"activities/{made['id']}/sign-ups")
    assert [(one["name"], one["allowed_actions"]) for one in listed] == [("李四", ["cancel"])]
    (entry,) = await plan.items("auditor", "audit-entries", subject_id=signed["id"])
    assert (entry["action"], entry["actor_role"]) == ("sign_up.create", "member")


async def test_who_is_not_invited_knows_nothing_of_it(plan: Planning) -> None:
    await plan.member("王五", 3, "police_office")
    made = await plan.published()
    draft = await plan.planned("officer", "root")
    for one in (made, draft):
        answer = await plan.post("王五", "sign-ups", shift_id=one["shifts"][0]["id"])
        assert refusal(answer) == (404, "not_found")
        seen = await plan.send("王五", "GET", f"me/activities/{one['id']}")
        assert refusal(seen) == (404, "not_found")
    assert await plan.items("王五", "me/activities") == []


async def test_a_team_invites_whoever_belongs_to_it_or_one_below(plan: Planning) -> None:
    person_id = await plan.member("王五", 3, "police_office")
    at = str(plan.world["finance"].id)
    corps = await plan.made(
        "officer", "volunteer-teams", organisation_id=at, kind="corps", name="总队"
    )
    team = await plan.made(
        "officer", "volunteer-teams", organisation_id=at, kind="team", name="分队",
        parent_id=corps["id"],
    )  # fmt: skip
    made = await plan.published("secretary", "finance", team_id=corps["id"])
    shift_id = made["shifts"][0]["id"]
    assert refusal(await plan.post("王五", "sign-ups", shift_id=shift_id)) == (404, "not_found")
    path = f"volunteer-teams/{team['id']}"
    await plan.made("officer", f"{path}/members", person_id=str(person_id))
    (seen,) = await plan.items("王五", "me/activities")
    assert (seen["id"], seen["team_name"]) == (made["id"], "总队")
    await plan.moved("officer", path, "disband", reason="合并")
    assert refusal(await plan.post("王五", "sign-ups", shift_id=shift_id)) == (404, "not_found")
    await plan.moved("officer", path, "revive", reason="恢复")
    assert (await plan.signed_up("王五", shift_id))["state"] == "confirmed"


async def test_nobody_signs_up_twice_or_for_two_places_at_one_time(plan: Planning) -> None:
    await plan.member("李四")
    first = await plan.published("secretary", "finance", shift(24, 27), shift(26, 29, post="讲解"))
    other = await plan.published("officer", "root", shift(27, 29), title="助老")
    one, two = first["shifts"]
    held = await plan.signed_up("李四", one["id"])
    again = await plan.post("李四", "sign-ups", shift_id=one["id"])
    assert refusal(again) == (409, "already_signed_up")
    overlapping = await plan.post("李四", "sign-ups", shift_id=two["id"])
    assert refusal(overlapping) == (409, "sign_up_overlap")
    assert "“社区清洁”（引导）" in overlapping.json()["detail"]
    await plan.signed_up("李四", other["shifts"][0]["id"])
    (found,) = [one for one in await plan.items("李四", "me/activities") if not one["leads"]][:1]
    assert [(one["can_sign_up"], one["closed_because"]) for one in found["shifts"]] == [
        (False, None), (False, "overlap"),
    ]  # fmt: skip
    await plan.moved("李四", f"sign-ups/{held['id']}", "cancel")
    still = await plan.post("李四", "sign-ups", shift_id=two["id"])
    assert "“助老”（引导）" in still.json()["detail"]
    assert (await plan.signed_up("李四", one["id"]))["state"] == "confirmed"


async def test_whoever_comes_late_waits_and_moves_up_in_order(plan: Planning) -> None:
    names = ["甲某", "乙某", "丙某", "丁某"]
    for place, name in enumerate(names):
        await plan.member(name, 2 * place + 1)
    made = await plan.published("secretary", "finance", shift(capacity=1))
    (held,) = made["shifts"]
    signed = [await plan.signed_up(name, held["id"]) for name in names]
    assert [(one["state"], one["waiting_place"]) for one in signed] == [
        ("confirmed", None), ("waitlisted", 1), ("waitlisted", 2), ("waitlisted", 3),
    ]  # fmt: skip
    await plan.moved("甲某", f"sign-ups/{signed[0]['id']}", "cancel")
    up = await plan.read("乙某", f"sign-ups/{signed[1]['id']}")
    assert (up["state"], up["promoted_at"] is None) == ("confirmed", False)
    (own,) = await plan.items("丙某", "me/activities")
    assert own["shifts"][0]["own_sign_up"] == {
        "id": signed[2]["id"], "state": "waitlisted", "waiting_place": 1,
    }  # fmt: skip
    (told,) = (await plan.items("乙某", "me/activities"))[0]["notices"]
    assert (told["kind"], told["facts"]) == ("promoted", {"shift": ["引导", "引导"]})
    shift_now = await plan.read("clerk", f"shifts/{held['id']}")
    grown = await plan.changed("clerk", f"shifts/{held['id']}", shift_now, capacity=2)
    assert (grown["confirmed_count"], grown["waitlisted_count"]) == (2, 1)
    states = [
        (one["name"], one["state"])
        for one in await plan.items("clerk", f"activities/{made['id']}/sign-ups")
    ]
    assert states == [
        ("甲某", "cancelled"), ("乙某", "confirmed"), ("丙某", "confirmed"), ("丁某", "waitlisted"),
    ]  # fmt: skip


async def test_staff_promotes_out_of_turn_but_never_beyond_the_places(plan: Planning) -> None:
    for place, name in enumerate(("甲某", "乙某", "丙某")):
        await plan.member(name, 2 * place + 1)
    made = await plan.published("secretary", "finance", shift(capacity=1))
    (held,) = made["shifts"]
    first, second, third = [
        await plan.signed_up(name, held["id"]) for name in ("甲某", "乙某", "丙某")
    ]
    path = f"sign-ups/{third['id']}"
    assert refusal(await plan.act("clerk", path, "promote")) == (409, "shift_full")
    assert refusal(await plan.act("丙某", path, "promote")) == (404, "not_found")
    grown = await plan.read("clerk", f"shifts/{held['id']}")
    await plan.changed("clerk", f"shifts/{held['id']}", grown, capacity=None)
    assert (await plan.read("丙某", path))["state"] == "confirmed"
    again = await plan.act("clerk", f"sign-ups/{second['id']}", "promote")
    assert (refusal(again), again.json()["allowed_actions"]) == (
        (409, "invalid_state"), ["cancel"],
    )  # fmt: skip
    too_few = await plan.patch(
        "clerk", f"shifts/{held['id']}", await plan.read("clerk", f"shifts/{held['id']}"),
        capacity=2,
    )  # fmt: skip
    assert refusal(too_few) == (409, "capacity_taken")
    gone = await plan.moved("clerk", f"sign-ups/{first['id']}", "cancel", reason="因病")
    assert (gone["state"], gone["allowed_actions"]) == ("cancelled", [])


async def test_staff_signs_up_whom_the_activity_invites(plan: Planning) -> None:
    inside = await plan.person("李四", 1)
    outside = await plan.person("王五", 3, "police_office")
    made = await plan.published("secretary", "finance")
    shift_id = made["shifts"][0]["id"]
    signed = await plan.signed_up("clerk", shift_id, person_id=str(inside))
    assert (signed["name"], signed["allowed_actions"]) == ("李四", ["cancel"])
    for who in ("clerk", "officer"):
        answer = await plan.post(who, "sign-ups", shift_id=shift_id, person_id=str(outside))
        assert faults(answer) == [("/person_id", "not_invited")]
    await plan.member("赵六", 5)
    other = await plan.post("赵六", "sign-ups", shift_id=shift_id, person_id=str(inside))
    assert refusal(other) == (403, "not_allowed")
    alien = await plan.send("赵六", "GET", f"sign-ups/{signed['id']}")
    assert refusal(alien) == (404, "not_found")
    assert refusal(await plan.act("赵六", f"sign-ups/{signed['id']}", "cancel")) == (
        404, "not_found",
    )  # fmt: skip
    nobody = await plan.post("member", "sign-ups", shift_id=shift_id)
    assert refusal(nobody) == (409, "no_person")


async def test_sign_up_ends_when_it_was_set_to_end_or_with_the_shift(plan: Planning) -> None:
    await plan.member("李四")
    until = await plan.published(sign_up_until=hours(20).isoformat())
    free = await plan.published("secretary", "finance", shift(48, 50))
    with Frozen(hours(20) + timedelta(seconds=1)):
        late = await plan.post("李四", "sign-ups", shift_id=until["shifts"][0]["id"])
        assert refusal(late) == (409, "sign_up_closed")
        (seen, _) = await plan.items("李四", "me/activities")
        assert seen["shifts"][0]["closed_because"] == "closed"
    with Frozen(hours(49)):
        assert (await plan.signed_up("李四", free["shifts"][0]["id"]))["state"] == "confirmed"
    with Frozen(hours(50)):
        late = await plan.post("李四", "sign-ups", shift_id=free["shifts"][0]["id"])
        assert refusal(late) == (409, "sign_up_closed")


async def test_nobody_signs_up_for_what_is_cancelled(plan: Planning) -> None:
    await plan.member("李四")
    made = await plan.published("secretary", "finance", shift(), shift(48, 50))
    first, second = made["shifts"]
    await plan.moved("clerk", f"shifts/{first['id']}", "cancel", reason="检修")
    gone = await plan.post("李四", "sign-ups", shift_id=first["id"])
    assert refusal(gone) == (409, "sign_up_closed")
    held = await plan.signed_up("李四", second["id"])
    await plan.moved("secretary", f"activities/{made['id']}", "cancel", reason="暴雨")
    kept = await plan.read("李四", f"sign-ups/{held['id']}")
    assert (kept["state"], kept["allowed_actions"]) == ("confirmed", [])
    late = await plan.act("李四", f"sign-ups/{held['id']}", "cancel")
    assert refusal(late) == (409, "sign_up_final")
    (seen,) = await plan.items("李四", "me/activities")
    assert (seen["state"], [one["kind"] for one in seen["notices"]]) == (
        "cancelled", ["cancelled", "cancelled"],
    )  # fmt: skip


async def test_after_its_start_a_shift_keeps_its_sign_ups(plan: Planning) -> None:
    await plan.member("李四")
    made = await plan.published("secretary", "finance", shift(1, 3))
    held = await plan.signed_up("李四", made["shifts"][0]["id"])
    with Frozen(hours(1)):
        for who in ("李四", "clerk"):
            late = await plan.act(who, f"sign-ups/{held['id']}", "cancel")
            assert refusal(late) == (409, "sign_up_final")


async def test_sign_ups_are_found_by_state_shift_and_name(plan: Planning) -> None:
    for place, name in enumerate(("李四", "王五")):
        await plan.member(name, 2 * place + 1)
    made = await plan.published(
        "secretary", "finance", shift(capacity=1), shift(48, 50, post="讲解")
    )
    first, second = made["shifts"]
    for name in ("李四", "王五"):
        await plan.signed_up(name, first["id"])
    await plan.signed_up("王五", second["id"])

    async def found(**asked: object) -> list[tuple[str, str]]:
        items = await plan.items("clerk", f"activities/{made['id']}/sign-ups", **asked)
        return [(one["name"], one["post"]) for one in items]

    assert await found(state="waitlisted") == [("王五", "引导")]
    assert await found(shift_id=second["id"]) == [("王五", "讲解")]
    assert await found(q="lisi") == [("李四", "引导")]
    assert await found(limit=2) == [("李四", "引导"), ("王五", "引导")]


async def test_staff_knows_by_name_who_comes_from_elsewhere(plan: Planning) -> None:
    person_id = await plan.member("王五", 3, "police_office")
    team = await plan.made(
        "officer", "volunteer-teams", organisation_id=str(plan.world["finance"].id),
        kind="team", name="分队",
    )  # fmt: skip
    path = f"volunteer-teams/{team['id']}/members"
    await plan.made("officer", path, person_id=str(person_id), post="leader")
    made = await plan.published("secretary", "finance", team_id=team["id"])
    await plan.signed_up("王五", made["shifts"][0]["id"])
    (seen,) = await plan.items("clerk", f"activities/{made['id']}/sign-ups")
    (held,) = await plan.items("clerk", path)
    home = plan.world["police_office"].name
    assert [(one["name"], one["organisation_name"]) for one in (seen, held)] == [("王五", home)] * 2
    read = await plan.read("clerk", f"volunteer-teams/{team['id']}")
    assert [one["name"] for one in read["leaders"]] == ["王五"]
