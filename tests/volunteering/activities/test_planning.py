"""Activities are planned in one request, from the last one or a template, and found again."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from factories.activities import Planning, days, faults, hours, refusal, shift
from gongwei.core import clock
from gongwei.core.clock import DEFAULT_ZONE, Frozen


async def test_an_activity_is_planned_with_its_shifts(plan: Planning) -> None:
    leader = await plan.person("李四")
    body = {
        "organisation_id": str(plan.world["finance"].id), "title": "  社区清洁 ", "theme": "服务日",
        "place_kind": "village", "place": "幸福村", "leader_id": str(leader),
        "served_party": "幸福村委会", "sign_up_required": False, "missing_exit": "planned_end",
        "shifts": [shift(26, 28, post="保洁", capacity=3, break_minutes=10), shift(24, 27)],
    }  # fmt: skip
    answer = await plan.post("clerk", "activities", **body)
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/activities/{made['id']}"
    first, second = made.pop("shifts")
    assert (made["title"], made["state"], made["leader_name"]) == ("社区清洁", "draft", "李四")
    assert made["number"] == f"HD{clock.today():%Y%m%d}001"
    assert datetime.fromisoformat(made["starts_at"]) == hours(24)
    assert datetime.fromisoformat(made["ends_at"]) == hours(28)
    assert made["allowed_actions"] == []
    assert made["takes_attendance"] is True
    assert (first["post"], second["post"]) == ("引导", "保洁")
    expected = {
        "state": "open", "capacity": 3, "break_minutes": 10, "opens_minutes": 30,
        "closes_minutes": 30, "confirmed_count": 0, "waitlisted_count": 0, "place": None,
        "allowed_actions": ["cancel"], "cancelled_at": None, "activity_id": made["id"],
    }  # fmt: skip
    assert {name: second[name] for name in expected} == expected
    read = await plan.read("secretary", f"activities/{made['id']}")
    assert read["allowed_actions"] == ["publish", "cancel"]


async def test_numbers_run_on_within_a_day_and_begin_anew_on_the_next(plan: Planning) -> None:
    with Frozen(datetime(2026, 11, 26, 9, tzinfo=DEFAULT_ZONE)):
        made = [await plan.planned(), await plan.planned("neighbour", "police")]
    with Frozen(datetime(2026, 11, 27, 0, 30, tzinfo=DEFAULT_ZONE)):
        made.append(await plan.planned())
    assert [one["number"] for one in made] == ["HD20261126001", "HD20261126002", "HD20261127001"]


@pytest.mark.parametrize(
    ("start", "end", "more", "fault"),
    [
        (3, 3, {}, ("/shifts/0/ends_at", "before_start")),
        (3, 28, {}, ("/shifts/0/ends_at", "too_long")),
        (3, 4, {"break_minutes": 60}, ("/shifts/0/break_minutes", "too_long")),
    ],
)
async def test_a_shift_has_a_sound_span(
    plan: Planning, start: float, end: float, more: dict[str, int], fault: tuple[str, str]
) -> None:
    body = {"organisation_id": str(plan.world["finance"].id), "title": "清洁", "place": "社区"}
    answer = await plan.post("clerk", "activities", **body, shifts=[shift(start, end, **more)])
    assert faults(answer) == [fault]


async def test_an_activity_has_at_least_one_shift_and_moments_with_their_offset(
    plan: Planning,
) -> None:
    body = {"organisation_id": str(plan.world["finance"].id), "title": "清洁", "place": "社区"}
    empty = await plan.post("clerk", "activities", **body, shifts=[])
    assert [pointer for pointer, _ in faults(empty)] == ["/shifts"]
    for moment in ("2030-01-01T09:00:00", 1893456000):
        given = [shift(starts_at=moment)]
        answer = await plan.post("clerk", "activities", **body, shifts=given)
        assert [pointer for pointer, _ in faults(answer)] == ["/shifts/0/starts_at"]


async def test_teams_and_leaders_are_of_the_own_subtree(plan: Planning) -> None:
    stranger = await plan.person("王五", 3, "police_office")
    body = {
        "organisation_id": str(plan.world["finance"].id), "title": "清洁", "place": "社区",
        "shifts": [shift()],
    }  # fmt: skip
    led = await plan.post("clerk", "activities", **body, leader_id=str(stranger))
    assert faults(led) == [("/leader_id", "unknown_person")]
    run = await plan.post("clerk", "activities", **body, team_id=str(uuid4()))
    assert faults(run) == [("/team_id", "unknown_team")]
    body["organisation_id"] = str(plan.world["police"].id)
    assert refusal(await plan.post("clerk", "activities", **body)) == (404, "not_found")


async def test_the_next_one_is_planned_from_the_last_one(plan: Planning) -> None:
    made = await plan.published(
        "secretary", "finance", shift(24, 27, capacity=5), shift(50, 52, post="讲解"),
        sign_up_until=hours(20).isoformat(),
    )  # fmt: skip
    on = clock.day_of(hours(24)) + timedelta(days=7)
    answer = await plan.post("clerk", f"activities/{made['id']}/copies", on=str(on))
    copy = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/activities/{copy['id']}"
    assert (copy["state"], copy["title"], copy["published_at"]) == ("draft", "社区清洁", None)
    assert copy["number"] != made["number"]
    week = timedelta(days=7)
    for old, new in zip(made["shifts"], copy["shifts"], strict=True):
        for name in ("starts_at", "ends_at"):
            assert datetime.fromisoformat(new[name]) == datetime.fromisoformat(old[name]) + week
        assert (new["post"], new["capacity"]) == (old["post"], old["capacity"])
    assert datetime.fromisoformat(copy["sign_up_until"]) == hours(20) + week


async def test_a_template_is_planned_from_under_another_title(plan: Planning) -> None:
    kept = await plan.planned(template=True)
    assert [one["id"] for one in await plan.items("clerk", "activities", template=True)] == [
        kept["id"]
    ]
    on = str(days(30))
    copy = await plan.made("clerk", f"activities/{kept['id']}/copies", on=on, title="河道清洁")
    assert (copy["title"], copy["template"]) == ("河道清洁", False)
    assert clock.day_of(datetime.fromisoformat(copy["starts_at"])) == date.fromisoformat(on)
    refused = await plan.post("clerk", f"activities/{kept['id']}/copies", on=on, title="部门会议")
    assert refusal(refused) == (409, "not_service")


async def test_shifts_that_were_cancelled_are_not_copied(plan: Planning) -> None:
    made = await plan.published("secretary", "finance", shift(24, 27), shift(28, 30, post="讲解"))
    await plan.moved("secretary", f"shifts/{made['shifts'][0]['id']}", "cancel", reason="场地检修")
    copy = await plan.made("clerk", f"activities/{made['id']}/copies", on=str(days(30)))
    assert [one["post"] for one in copy["shifts"]] == ["讲解"]


async def test_a_team_that_is_disbanded_is_not_copied(plan: Planning) -> None:
    at = str(plan.world["finance"].id)
    team = await plan.made(
        "officer", "volunteer-teams", organisation_id=at, kind="team", name="分队"
    )
    leader = await plan.person("李四")
    made = await plan.planned(team_id=team["id"], leader_id=str(leader))
    path = f"activities/{made['id']}/copies"
    first = await plan.made("clerk", path, on=str(days(30)))
    await plan.moved("officer", f"volunteer-teams/{team['id']}", "disband", reason="合并")
    second = await plan.made("clerk", path, on=str(days(37)))
    assert [(one["team_name"], one["leader_name"]) for one in (first, second)] == [
        ("分队", "李四"), (None, "李四"),
    ]  # fmt: skip


async def test_a_draft_is_deleted_and_nothing_else(plan: Planning) -> None:
    draft, published = await plan.planned(), await plan.published()
    gone = await plan.send("clerk", "DELETE", f"activities/{draft['id']}")
    assert gone.status_code == 204
    left = await plan.send("clerk", "GET", f"activities/{draft['id']}")
    assert refusal(left) == (404, "not_found")
    kept = await plan.send("clerk", "DELETE", f"activities/{published['id']}")
    assert refusal(kept) == (409, "delete_refused")


async def test_activities_are_found_by_state_day_team_and_words(plan: Planning) -> None:
    early = await plan.planned("clerk", "finance", shift(24, 27), title="早", place="东山村")
    late = await plan.published("secretary", "finance_office", shift(240, 243), title="晚")
    await plan.planned("neighbour", "police")

    async def found(**asked: object) -> list[str]:
        return [one["title"] for one in await plan.items("secretary", "activities", **asked)]

    assert await found() == ["晚", "早"]
    assert await found(sort="starts_at") == ["早", "晚"]
    assert await found(state=["draft", "cancelled"]) == ["早"]
    assert await found(state=["draft", "published"]) == ["晚", "早"]
    assert await found(organisation_id=str(plan.world["finance"].id)) == ["早"]
    assert await found(organisation_id=str(plan.world["finance"].id), scope="subtree") == [
        "晚", "早",
    ]  # fmt: skip
    day = clock.day_of(datetime.fromisoformat(late["starts_at"]))
    assert await found(from_on=str(day), until_on=str(day)) == ["晚"]
    assert await found(until_on=str(day - timedelta(days=1))) == ["早"]
    assert await found(q="东山") == ["早"]
    assert await found(q=early["number"]) == ["早"]
    assert await found(limit=1, include_total=True) == ["晚"]
