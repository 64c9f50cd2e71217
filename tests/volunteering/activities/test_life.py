"""The life of an activity: published before it starts, led by its leader, settled at the end."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.activities import Planning, hours, refusal, shift
from gongwei.access.actor import Actor
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.core import clock
from gongwei.core.clock import Frozen
from gongwei.core.errors import ProblemType
from gongwei.volunteering.activities import reactions
from gongwei.volunteering.activities.models import Activity, ActivityState, Shift
from gongwei.volunteering.activities.workflow import ACTIVITY, ActivityAction

A = ActivityAction
WHO = {Role.COMMITTEE_OFFICER: "officer", Role.COMMITTEE_LEADER: "leader"}


async def test_an_activity_goes_from_draft_to_settled(plan: Planning) -> None:
    made = await plan.planned()
    path = f"activities/{made['id']}"
    for hour, action, state in (
        (0, "publish", "published"), (23.5, "start", "in_progress"), (27, "complete", "completed"),
        (28, "settle", "settled"),
    ):  # fmt: skip
        with Frozen(hours(hour)):
            made = await plan.moved("secretary", path, action)
        assert made["state"] == state
    assert None not in (made["published_at"], made["started_at"], made["completed_at"])
    assert made["allowed_actions"] == []
    told = [one["action"] for one in await plan.items("clerk", f"{path}/history")]
    verbs = ("settle", "complete", "start", "publish", "create")
    assert told == [f"activity.{verb}" for verb in verbs]


async def test_what_has_begun_is_not_published_any_more(plan: Planning) -> None:
    made = await plan.planned("clerk", "finance", shift(1, 3))
    with Frozen(hours(1) + timedelta(seconds=1)):
        read = await plan.read("secretary", f"activities/{made['id']}")
        assert read["allowed_actions"] == ["cancel"]
        late = await plan.act("secretary", f"activities/{made['id']}", "publish")
    assert refusal(late) == (409, "activity_started")
    assert (await plan.read("secretary", f"activities/{made['id']}"))["state"] == "draft"


async def test_nothing_is_started_before_its_check_in_opens(plan: Planning) -> None:
    early, late = shift(24, 27, opens_minutes=60), shift(23.5, 27, opens_minutes=0)
    made = await plan.published("secretary", "finance", early, late)
    path = f"activities/{made['id']}"
    opens = hours(23)
    with Frozen(opens - timedelta(seconds=1)):
        assert (await plan.read("secretary", path))["allowed_actions"] == ["cancel"]
        answer = await plan.act("secretary", path, "start")
        assert refusal(answer) == (409, "too_early_to_start")
        assert f" {clock.time_of_day(opens)} 开始签到，到时才能开始。" in answer.json()["detail"]
    with Frozen(opens):
        assert (await plan.read("secretary", path))["allowed_actions"] == ["start", "cancel"]
        assert (await plan.moved("secretary", path, "start"))["state"] == "in_progress"


async def test_a_cancelled_shift_opens_nothing(plan: Planning) -> None:
    made = await plan.published("secretary", "finance", shift(1, 2), shift(24, 27))
    await plan.moved("secretary", f"shifts/{made['shifts'][0]['id']}", "cancel", reason="检修")
    with Frozen(hours(1)):
        answer = await plan.act("secretary", f"activities/{made['id']}", "start")
    assert refusal(answer) == (409, "too_early_to_start")


async def test_nothing_is_completed_while_a_shift_lies_ahead_or_runs(plan: Planning) -> None:
    made = await plan.published("secretary", "finance", shift(1, 2), shift(24, 27))
    path = f"activities/{made['id']}"
    with Frozen(hours(1)):
        await plan.moved("secretary", path, "start")
    for moment in (hours(2), hours(27) - timedelta(seconds=1)):
        with Frozen(moment):
            assert (await plan.read("secretary", path))["allowed_actions"] == []
            answer = await plan.act("secretary", path, "complete")
            assert refusal(answer) == (409, "not_over_yet")
    with Frozen(hours(3)):
        shift_path = f"shifts/{made['shifts'][1]['id']}"
        await plan.moved("secretary", shift_path, "cancel", reason="提前做完")
        assert (await plan.moved("secretary", path, "complete"))["state"] == "completed"


async def test_an_activity_is_cancelled_with_its_reason(plan: Planning) -> None:
    made = await plan.published()
    path = f"activities/{made['id']}"
    assert refusal(await plan.act("secretary", path, "cancel")) == (422, "reason_required")
    gone = await plan.moved("secretary", path, "cancel", reason="暴雨红色预警")
    assert gone["state"] == "cancelled"
    (notice,) = await plan.items("clerk", f"{path}/notices")
    assert (notice["kind"], notice["reason"], notice["person_id"]) == (
        "cancelled", "暴雨红色预警", None,
    )  # fmt: skip


async def test_a_cancelled_draft_tells_nobody(plan: Planning) -> None:
    made = await plan.planned()
    await plan.moved("secretary", f"activities/{made['id']}", "cancel", reason="改期再定")
    assert await plan.items("clerk", f"activities/{made['id']}/notices") == []


async def test_the_leader_starts_and_completes_it_wherever_the_own_role_is_held(
    plan: Planning,
) -> None:
    person_id = await plan.member("李四")
    made = await plan.published("officer", "root", leader_id=str(person_id))
    path = f"activities/{made['id']}"
    with Frozen(hours(24)):
        seen = await plan.read("李四", path)
        assert (seen["allowed_actions"], seen["takes_attendance"]) == (["start"], True)
        assert seen["organisation_name"] == plan.world["root"].name
        assert refusal(await plan.act("李四", path, "publish")) == (404, "not_found")
        started = await plan.moved("李四", path, "start")
        assert (started["state"], started["allowed_actions"]) == ("in_progress", [])
    with Frozen(hours(27)):
        assert (await plan.read("李四", path))["allowed_actions"] == ["complete"]
        assert (await plan.moved("李四", path, "complete"))["state"] == "completed"
    first = (await plan.items("officer", f"{path}/history"))[0]
    assert (first["action"], first["actor_role"]) == ("activity.complete", "member")


async def test_who_does_not_lead_it_knows_nothing_of_it(plan: Planning) -> None:
    await plan.member("李四")
    made = await plan.published("officer", "root")
    for method in ("GET", "POST"):
        path = f"activities/{made['id']}" + ("/actions/start" if method == "POST" else "")
        assert refusal(await plan.send("李四", method, path)) == (404, "not_found")
    seen = await plan.act("leader", f"activities/{made['id']}", "start")
    assert refusal(seen) == (403, "not_allowed")


@pytest.fixture
def reacting() -> Iterator[list[UUID]]:
    """Ids of activities of which a reaction heard; one that refuses settling is there too."""
    heard: list[UUID] = []
    unsettled = ProblemType("still_pending", 409, "未", "no", "未", "no")

    async def hear(_session: AsyncSession, _actor: Actor, activity: Activity) -> None:
        heard.append(activity.id)

    async def refuse(_session: AsyncSession, _actor: Actor, _activity: Activity) -> None:
        raise unsettled()

    completed, settling = list(reactions._completed), list(reactions._settling)
    reactions.after_completion(hear)
    reactions.after_completion(hear)
    reactions.before_settling(refuse)
    yield heard
    reactions._completed[:], reactions._settling[:] = completed, settling


async def test_what_stands_above_follows_a_completion_and_may_refuse_a_settlement(
    plan: Planning, reacting: list[UUID]
) -> None:
    made = await plan.published()
    path = f"activities/{made['id']}"
    await plan.held("secretary", path)
    assert reacting == [UUID(made["id"])]
    assert refusal(await plan.act("secretary", path, "settle")) == (409, "still_pending")
    assert (await plan.read("secretary", path))["state"] == "completed"


def moment_of(action: ActivityAction) -> float:
    """Hours until this action is timely, for the activity that is `stored`."""
    return 26 if action is A.COMPLETE else 23.75


def offered(role: Role, state: ActivityState, action: ActivityAction) -> list[str]:
    """What is timely in that moment."""
    untimely = A.PUBLISH if action is A.COMPLETE else A.COMPLETE
    found = ACTIVITY.allowed(state, ROLE_PERMISSIONS[role])
    return [one for one in found if one != untimely]


def expected(role: Role, state: ActivityState, action: ActivityAction) -> Any:
    held, step = ROLE_PERMISSIONS[role], ACTIVITY[action]
    if Permission.VOLUNTEERING_READ not in held:
        return 404, "not_found"
    if step.permission not in held:
        return 403, "not_allowed"
    after = step.leads_to(state)
    if after is None:
        return 409, offered(role, state, action)
    return 200, offered(role, ActivityState(after), action)


async def stored(plan: Planning, state: ActivityState) -> Activity:
    """An activity of tomorrow in any state."""
    starts, ends = hours(24), hours(26)
    activity = Activity(
        organisation_id=plan.world["finance"].id, number=f"HD{state}", title="清洁", place="社区",
        starts_at=starts, ends_at=ends, state=state, published_at=clock.now(),
    )  # fmt: skip
    await plan.stored(activity)
    await plan.stored(
        Shift(
            organisation_id=activity.organisation_id, activity_id=activity.id, post="引导",
            starts_at=starts, ends_at=ends,
        )
    )  # fmt: skip
    return activity


@pytest.mark.parametrize("role", list(Role))
async def test_every_state_and_action_of_every_role(plan: Planning, role: Role) -> None:
    rows = {state: await stored(plan, state) for state in ActivityState}
    connection = plan.database.connection  # type: ignore[attr-defined]
    wrong = []
    for state, action in product(rows, A):
        async with connection.begin_nested() as undone:
            who = WHO.get(role, role.value)
            with Frozen(hours(moment_of(action))):
                answer = await plan.act(
                    who, f"activities/{rows[state].id}", action, reason="按规定"
                )
            await undone.rollback()
        body = answer.json()
        said = body.get("allowed_actions") or ([] if answer.status_code in (200, 409) else None)
        found = (answer.status_code, body["code"] if said is None else said)
        if found != expected(role, state, action):
            wrong.append((state, action, found))
    assert wrong == []
