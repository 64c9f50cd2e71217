"""Corps lead detachments, detachments lead teams; people belong to several."""

from uuid import uuid4

import pytest

from factories.activities import Planning, days, faults, refusal

Body = dict[str, object]


async def founded(
    plan: Planning, name: str, kind: str = "team", at: str = "finance", **more: object
) -> Body:
    made: Body = await plan.made(
        "officer", "volunteer-teams", organisation_id=str(plan.world[at].id), kind=kind, name=name,
        **more,
    )  # fmt: skip
    return made


async def test_a_team_is_founded_below_one_of_an_organisation_above(plan: Planning) -> None:
    corps = await founded(plan, "总队", "corps", "root")
    body = {
        "organisation_id": str(plan.world["finance"].id), "kind": "detachment", "name": "财政支队",
        "parent_id": corps["id"], "professions": ["legal", "policy", "legal"],
        "founded_on": "2020-07-01",
    }  # fmt: skip
    answer = await plan.post("clerk", "volunteer-teams", **body)
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/volunteer-teams/{made['id']}"
    expected = {
        **body, "professions": ["policy", "legal"], "parent_name": "总队", "state": "active",
        "introduction": "", "member_count": 0, "leaders": [], "disbanded_on": None,
        "organisation_name": plan.world["finance"].name, "allowed_actions": ["disband"],
    }  # fmt: skip
    assert {name: made[name] for name in expected} == expected
    assert await plan.read("secretary", f"volunteer-teams/{made['id']}") == made
    told = await plan.items("clerk", f"volunteer-teams/{made['id']}/history")
    assert [one["action"] for one in told] == ["volunteer_team.create"]


@pytest.mark.parametrize(
    ("kind", "above"), [("corps", "corps"), ("detachment", "team"), ("team", "team")]
)
async def test_kinds_stand_in_their_order(plan: Planning, kind: str, above: str) -> None:
    parent = await founded(plan, "上级", above)
    body = {"organisation_id": str(plan.world["finance"].id), "kind": kind, "name": "下级"}
    answer = await plan.post("clerk", "volunteer-teams", **body, parent_id=parent["id"])
    assert faults(answer) == [("/parent_id", "wrong_kind")]


async def test_a_team_stands_below_none_of_a_neighbour_and_none_disbanded(plan: Planning) -> None:
    body = {"organisation_id": str(plan.world["finance"].id), "kind": "team", "name": "分队"}
    alien = await founded(plan, "公安支队", "detachment", "police")
    gone = await founded(plan, "旧支队", "detachment")
    await plan.moved("officer", f"volunteer-teams/{gone['id']}", "disband", reason="合并")
    for parent in (alien["id"], gone["id"], str(uuid4())):
        answer = await plan.post("clerk", "volunteer-teams", **body, parent_id=parent)
        assert faults(answer) == [("/parent_id", "unknown_team")]


async def test_a_team_changes_while_it_is_active(plan: Planning) -> None:
    team = await founded(plan, "分队")
    path = f"volunteer-teams/{team['id']}"
    changed = await plan.changed("clerk", path, team, name="新分队", introduction="服务社区")
    assert (changed["name"], changed["introduction"]) == ("新分队", "服务社区")
    assert refusal(await plan.patch("clerk", path, team, name="又名")) == (412, "stale")
    assert refusal(await plan.act("clerk", path, "disband")) == (422, "reason_required")
    gone = await plan.moved("clerk", path, "disband", reason="合并")
    assert (gone["state"], gone["disbanded_on"], gone["allowed_actions"]) == (
        "disbanded", str(days(0)), ["revive"],
    )  # fmt: skip
    fixed = await plan.patch("clerk", path, gone, name="又名")
    assert (refusal(fixed), fixed.json()["allowed_actions"]) == (
        (409, "invalid_state"), ["revive"],
    )  # fmt: skip
    back = await plan.moved("clerk", path, "revive", reason="恢复")
    assert (back["state"], back["disbanded_on"]) == ("active", None)


async def test_a_team_is_disbanded_after_those_below_and_revived_before_them(
    plan: Planning,
) -> None:
    above = await founded(plan, "支队", "detachment")
    below = await founded(plan, "分队", parent_id=above["id"])
    upper, lower = f"volunteer-teams/{above['id']}", f"volunteer-teams/{below['id']}"
    early = await plan.act("clerk", upper, "disband", reason="合并")
    assert refusal(early) == (409, "teams_below")
    await plan.moved("clerk", lower, "disband", reason="合并")
    await plan.moved("clerk", upper, "disband", reason="合并")
    assert refusal(await plan.act("clerk", lower, "revive", reason="恢复")) == (
        409, "parent_disbanded",
    )  # fmt: skip


async def test_teams_are_found_by_kind_state_profession_parent_and_name(plan: Planning) -> None:
    corps = await founded(plan, "A总队", "corps", professions=["legal"])
    await founded(plan, "B支队", "detachment", "finance_office", parent_id=corps["id"])
    gone = await founded(plan, "C分队")
    await plan.moved("officer", f"volunteer-teams/{gone['id']}", "disband", reason="合并")
    await founded(plan, "公安分队", at="police")

    async def found(**asked: object) -> list[object]:
        return [one["name"] for one in await plan.items("clerk", "volunteer-teams", **asked)]

    assert await found() == ["A总队", "B支队", "C分队"]
    assert await found(kind="detachment") == ["B支队"]
    assert await found(state="disbanded") == ["C分队"]
    assert await found(profession="legal") == ["A总队"]
    assert await found(parent_id=corps["id"]) == ["B支队"]
    assert await found(q="分队") == ["C分队"]
    assert await found(organisation_id=str(plan.world["finance"].id)) == ["A总队", "C分队"]
