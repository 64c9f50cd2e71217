"""Who belongs to a team: entered by staff, or joining and leaving by oneself."""

from factories.activities import Planning, days, faults, refusal
from volunteering.teams.test_teams import founded


async def test_staff_enters_people_and_makes_leaders_of_them(plan: Planning) -> None:
    first, second = await plan.person("李四", 1), await plan.person("王五", 3)
    team = await founded(plan, "分队")
    path = f"volunteer-teams/{team['id']}"
    answer = await plan.post(
        "clerk", f"{path}/members", person_id=str(first), joined_on="2021-03-05"
    )
    held = answer.json()
    assert answer.status_code == 201
    expected = {
        "team_id": team["id"], "person_id": str(first), "name": "李四", "post": "member",
        "organisation_name": plan.world["finance_office"].name, "joined_on": "2021-03-05",
        "left_on": None,
    }  # fmt: skip
    assert {name: held[name] for name in expected} == expected
    assert answer.headers["location"] == f"/api/v1/volunteer-team-members/{held['id']}"
    assert await plan.read("secretary", f"volunteer-team-members/{held['id']}") == held
    led = await plan.made("clerk", f"{path}/members", person_id=str(second), post="leader")
    changed = await plan.changed(
        "clerk", f"volunteer-team-members/{held['id']}", held, post="leader"
    )
    assert (changed["post"], changed["version"]) == ("leader", 2)
    read = await plan.read("secretary", path)
    assert read["member_count"] == 2
    assert [one["name"] for one in read["leaders"]] == ["李四", "王五"]
    assert [one["name"] for one in await plan.items("clerk", f"{path}/members", q="wangwu")] == [
        "王五"
    ]
    assert led["joined_on"] == str(days(0))


async def test_nobody_is_in_a_team_twice_and_whoever_leaves_may_come_back(plan: Planning) -> None:
    person_id = str(await plan.person("李四"))
    team = await founded(plan, "分队")
    path = f"volunteer-teams/{team['id']}/members"
    held = await plan.made("clerk", path, person_id=person_id, joined_on="2021-03-05")
    twice = await plan.post("clerk", path, person_id=person_id)
    assert refusal(twice) == (409, "already_in_team")
    member = f"volunteer-team-members/{held['id']}"
    early = await plan.act("clerk", member, "leave", left_on="2021-03-04")
    assert faults(early) == [("/left_on", "before_joining")]
    future = await plan.act("clerk", member, "leave", left_on=str(days(1)))
    assert faults(future) == [("/left_on", "in_the_future")]
    left = await plan.moved("clerk", member, "leave", left_on="2022-01-01")
    assert left["left_on"] == "2022-01-01"
    assert refusal(await plan.act("clerk", member, "leave")) == (409, "left_team")
    fixed = await plan.patch("clerk", member, left, post="leader")
    assert refusal(fixed) == (409, "left_team")
    await plan.made("clerk", path, person_id=person_id)
    assert [one["left_on"] for one in await plan.items("clerk", path)] == ["2022-01-01", None]


async def test_strangers_and_disbanded_teams_take_nobody(plan: Planning) -> None:
    stranger, own = await plan.person("王五", 3, "police_office"), await plan.person("李四", 1)
    team = await founded(plan, "分队")
    path = f"volunteer-teams/{team['id']}"
    refused = await plan.post("clerk", f"{path}/members", person_id=str(stranger))
    assert faults(refused) == [("/person_id", "unknown_person")]
    late = await plan.post("clerk", f"{path}/members", person_id=str(own), joined_on=str(days(1)))
    assert faults(late) == [("/joined_on", "in_the_future")]
    await plan.moved("clerk", path, "disband", reason="合并")
    gone = await plan.post("clerk", f"{path}/members", person_id=str(own))
    assert refusal(gone) == (409, "team_disbanded")


async def test_members_join_and_leave_what_their_own_organisations_run(plan: Planning) -> None:
    await plan.member("李四")
    root = await founded(plan, "A总队", "corps", "root")
    near = await founded(plan, "B分队", at="finance", parent_id=root["id"])
    far = await founded(plan, "C分队", at="police")

    async def names(**asked: object) -> list[str]:
        return [one["name"] for one in await plan.items("李四", "me/volunteer-teams", **asked)]

    assert (await names(), await names(joinable=True)) == ([], ["A总队", "B分队"])
    alien = await plan.post("李四", "me/volunteer-teams", team_id=far["id"])
    assert refusal(alien) == (404, "not_found")
    joined = await plan.made("李四", "me/volunteer-teams", team_id=near["id"])
    assert (joined["name"], joined["post"], joined["joined_on"]) == ("李四", "member", str(days(0)))
    assert (await names(), await names(joinable=True)) == (["B分队"], ["A总队"])
    (own,) = await plan.items("李四", "me/volunteer-teams")
    assert (own["parent_name"], own["member_count"], own["allowed_actions"]) == ("A总队", 1, [])
    twice = await plan.post("李四", "me/volunteer-teams", team_id=near["id"])
    assert refusal(twice) == (409, "already_in_team")
    left = await plan.moved("李四", f"me/volunteer-teams/{near['id']}", "leave")
    assert left["left_on"] == str(days(0))
    again = await plan.act("李四", f"me/volunteer-teams/{near['id']}", "leave")
    assert refusal(again) == (404, "not_found")
    told = await plan.items("auditor", "audit-entries", subject_type="volunteer_team_member")
    assert [one["action"] for one in told] == [
        "volunteer_team_member.leave", "volunteer_team_member.join",
    ]  # fmt: skip


async def test_an_account_that_stands_for_nobody_joins_nothing(plan: Planning) -> None:
    team = await founded(plan, "分队")
    assert await plan.items("member", "me/volunteer-teams", joinable=True) == []
    joined = await plan.post("member", "me/volunteer-teams", team_id=team["id"])
    assert refusal(joined) == (409, "no_person")
    left = await plan.act("member", f"me/volunteer-teams/{team['id']}", "leave")
    assert refusal(left) == (404, "not_found")
