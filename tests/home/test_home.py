"""Figures of a subtree, advice, and the first page."""

from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient

from factories.roster import enter, row
from factories.world import World
from gongwei.core.db import Database
from gongwei.home.followers import ROSTER
from gongwei.members.models import Service
from gongwei.members.places import KINDS_WITH_MEMBERS
from gongwei.organisations.changes.followers import followers
from gongwei.organisations.kinds import KINDS
from gongwei.secretaries.posts import KINDS_WITH_SECRETARY

DAY = {"as_of": "2008-12-31"}


@pytest.fixture
async def roster(database: Database, world: World) -> World:
    """21 members in finance (one retired), two in the archive, one of these in its group."""
    office, archive = world["finance_office"].id, world["archive"].id
    rows = [row(f"张{n:02}", office, n, born=date(1970, 1, 1)) for n in range(20)]
    rows += [
        row("李四", world["finance_units"].id, 101, service=Service.RETIRED),
        row("王五", archive, 102, education="20"),
        row("赵六", archive, 103, group_id=world["archive_one"].id),
    ]
    await enter(database, world, *rows)
    return world


async def read(
    client: AsyncClient, world: World, path: str, who: str = "officer", **query: Any
) -> Any:
    answer = await client.get(f"/api/v1{path}", params=query, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_summary_counts_organisations_and_members_of_the_day(
    client: AsyncClient, roster: World
) -> None:
    found = await read(client, roster, f"/organisations/{roster['root'].id}/summary", **DAY)
    organisations, members = found["organisations"], found["members"]
    assert (organisations["total"], organisations["large"]) == (7, 1)
    assert organisations["second_level"] == {
        "total": 3, "by_kind": {"general_branch": 2, "branch": 1},
    }  # fmt: skip
    assert organisations["third_level"] == {"total": 4, "by_kind": {"branch": 3, "group": 1}}
    assert (members["total"], members["in_service"], members["retired"]) == (23, 22, 1)
    assert (members["in_service_under_45"], members["in_service_with_degree"]) == (22, 1)
    assert found["secretaries"] == {
        "full_time": 0, "part_time": 0, "vacant": 6, "talks_due": 0,
    }  # fmt: skip
    today = await read(client, roster, f"/organisations/{roster['root'].id}/summary")
    assert (today["members"]["total"], today["organisations"]["large"]) == (23, 1)
    before = await read(
        client, roster, f"/organisations/{roster['root'].id}/summary", as_of="2008-12-30"
    )
    assert (before["members"]["total"], before["organisations"]["large"]) == (0, 0)


async def test_labels_follow_the_callers_language(client: AsyncClient, roster: World) -> None:
    path = f"/api/v1/organisations/{roster['root'].id}/summary"
    for language, label in (("zh", "35 岁及以下"), ("en", "35 and under")):
        headers = {**roster.headers("officer"), "Accept-Language": language}
        found = (await client.get(path, headers=headers)).json()
        assert found["members"]["age_bands"][0]["label"] == label


async def test_member_counts_roll_up_to_each_child_now_and_on_a_day(
    client: AsyncClient, roster: World
) -> None:
    for query in ({}, DAY):
        found = await read(
            client, roster, f"/organisations/{roster['root'].id}/member-counts", **query
        )
        counts = {one["organisation_id"]: one["members"] for one in found["items"]}
        assert counts == {
            str(roster["root"].id): 23, str(roster["finance"].id): 21,
            str(roster["police"].id): 0, str(roster["archive"].id): 2,
        }  # fmt: skip


async def test_a_branch_counts_its_groups_and_a_group_itself(
    client: AsyncClient, roster: World
) -> None:
    archive, group = str(roster["archive"].id), str(roster["archive_one"].id)
    for query in ({}, DAY):
        of_branch = await read(client, roster, f"/organisations/{archive}/member-counts", **query)
        of_group = await read(client, roster, f"/organisations/{group}/member-counts", **query)
        counted = [
            {one["organisation_id"]: one["members"] for one in found["items"]}
            for found in (of_branch, of_group)
        ]
        assert counted == [{archive: 2, group: 1}, {group: 1}]
    summary = await read(client, roster, f"/organisations/{group}/summary", **DAY)
    assert summary["members"]["total"] == 1


async def test_an_administrator_reads_figures_and_no_names(
    client: AsyncClient, roster: World
) -> None:
    path = f"/organisations/{roster['root'].id}/summary"
    assert (await read(client, roster, path, "system_admin"))["members"]["total"] == 23


async def test_figures_of_another_department_are_not_to_be_had(
    client: AsyncClient, roster: World
) -> None:
    for path in ("summary", "advice", "member-counts"):
        answer = await client.get(
            f"/api/v1/organisations/{roster['finance'].id}/{path}",
            headers=roster.headers("neighbour"),
        )
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_advice_rests_on_the_members_and_posts_of_the_day(
    client: AsyncClient, roster: World
) -> None:
    found = await read(client, roster, f"/organisations/{roster['archive'].id}/advice", **DAY)
    assert [one["code"] for one in found["items"]] == [
        "term_missing", "secretary_vacant", "too_few_full_members",
    ]  # fmt: skip
    assert found["items"][2]["article"]["article"] == "第七条"
    general = await read(client, roster, f"/organisations/{roster['finance'].id}/advice", **DAY)
    assert "general_branch_by_approval" in [one["code"] for one in general["items"]]
    own = await read(
        client, roster, f"/organisations/{roster['finance'].id}/advice", "secretary", **DAY
    )
    assert own == general


async def test_home_lists_what_is_owed_and_what_waits(client: AsyncClient, roster: World) -> None:
    given = await client.post(
        "/api/v1/tasks",
        json={
            "organisation_id": str(roster["finance"].id),
            "title": "核对名册",
            "due_on": "2008-12-31",
        },
        headers=roster.headers("officer"),
    )
    assert given.status_code == 201, given.text
    task = given.json()
    owed = (await read(client, roster, "/me/home", "secretary"))["tasks"]
    assert [(one["title"], one["late"], one["path"]) for one in owed] == [
        ("核对名册", True, f"/tasks/{task['id']}")
    ]
    for action in ("start", "submit"):
        done = await client.post(
            f"/api/v1/tasks/{task['id']}/actions/{action}",
            json={},
            headers=roster.headers("secretary"),
        )
        assert done.status_code == 200, done.text
    waiting = (await read(client, roster, "/me/home"))["waiting"]
    assert [(one["kind"], one["id"]) for one in waiting] == [("task", task["id"])]
    assert (await read(client, roster, "/me/home", "secretary"))["tasks"] == []


async def test_a_submitted_change_waits_for_whoever_may_approve_it_and_did_not_submit_it(
    client: AsyncClient, roster: World
) -> None:
    body = {
        "kind": "rename",
        "organisation_id": str(roster["archive"].id),
        "effective_on": "2026-01-01",
        "reason": "机构改革",
        "payload": {"name": "中共区档案馆支部委员会"},
    }
    made = await client.post(
        "/api/v1/organisation-changes", json=body, headers=roster.headers("officer")
    )
    assert made.status_code == 201, made.text
    change = made.json()["id"]
    assert (await read(client, roster, "/me/home", "leader"))["waiting"] == []
    await client.post(
        f"/api/v1/organisation-changes/{change}/actions/submit",
        json={},
        headers=roster.headers("officer"),
    )
    waiting = (await read(client, roster, "/me/home", "leader"))["waiting"]
    assert [(one["kind"], one["title"], one["path"]) for one in waiting] == [
        (
            "organisation_change",
            "更名：中共区档案局支部委员会",
            f"/organisations/changes/{change}",
        )
    ]
    for who in ("officer", "secretary", "auditor"):
        assert (await read(client, roster, "/me/home", who))["waiting"] == []


async def test_home_shows_what_changed_and_figures_of_the_subtree(
    client: AsyncClient, roster: World
) -> None:
    found = await read(client, roster, "/me/home", "secretary")
    assert {one["action"] for one in found["changes"]} == {"member.create"}
    assert "王五" not in [one["subject_label"] for one in found["changes"]]
    assert found["figures"] == {"talks_due": 0, "nominations_open": 0}


async def test_a_members_home_is_empty_of_what_the_role_may_not_know(
    client: AsyncClient, roster: World
) -> None:
    found = await read(client, roster, "/me/home", "member")
    assert (found["tasks"], found["waiting"], found["changes"]) == ([], [], [])
    assert set(found["figures"].values()) == {None}


async def test_code_tables_name_every_code_that_answers_use(
    client: AsyncClient, world: World
) -> None:
    tables = await read(client, world, "/code-tables", "member")
    assert [(one["code"], one["standard_code"]) for one in tables["sex"]] == [
        ("male", "1"), ("female", "2"),
    ]  # fmt: skip
    assert [one["code"] for one in tables["organisation_kind"]] == [kind.value for kind in KINDS]
    assert (len(tables["nationality"]), len(tables["education"])) == (58, 9)


def test_features_agree_on_the_kinds_that_hold_members_and_need_secretaries() -> None:
    assert {kind for kind, rule in KINDS.items() if rule.members} == KINDS_WITH_MEMBERS
    assert {
        kind for kind, rule in KINDS.items() if rule.family.value in ("committee", "branch")
    } == KINDS_WITH_SECRETARY


def test_members_take_part_in_changes_of_the_tree() -> None:
    assert followers().count(ROSTER) == 1
