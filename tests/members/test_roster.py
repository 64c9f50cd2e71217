"""Reading the roster: filters, days, masks, and who sees whom."""

from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient
from sqlmodel import select

from factories.roster import enter, identity_number, row
from factories.world import World, commit_unrecorded
from gongwei.access.edges import EdgeKind, OrganisationEdge
from gongwei.access.models import Organisation
from gongwei.access.paths import segment
from gongwei.core.db import Database, narrow
from gongwei.members.models import Service, Standing


@pytest.fixture
async def roster(database: Database, world: World) -> World:
    office, units, archive = (
        world[name].id for name in ("finance_office", "finance_units", "archive")
    )
    await enter(
        database,
        world,
        row("单芳", office, 2, born=date(1963, 12, 31), education="20", nationality="01"),
        row("张三", office, 1, born=date(1964, 1, 1), education="30", nationality="15",
            phone="13012345678", joined_on=date(1990, 7, 1)),
        row("李四", units, 3, service=Service.RETIRED, joined_on=date(1980, 7, 1)),
        row("王五", archive, 5, group_id=world["archive_one"].id, standing=Standing.PROBATIONARY),
    )  # fmt: skip
    return world


async def names(client: AsyncClient, world: World, who: str, **query: Any) -> list[str]:
    answer = await client.get("/api/v1/members", params=query, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    return [one["name"] for one in answer.json()["items"]]


async def test_members_are_listed_by_pinyin_with_surnames_read_as_surnames(
    client: AsyncClient, roster: World
) -> None:
    assert await names(client, roster, "officer") == ["李四", "单芳", "王五", "张三"]


async def test_a_department_sees_its_own_members_alone(client: AsyncClient, roster: World) -> None:
    assert await names(client, roster, "secretary") == ["李四", "单芳", "张三"]
    assert await names(client, roster, "neighbour") == []


async def test_roles_without_personal_files_see_nobody(client: AsyncClient, roster: World) -> None:
    for who in ("system_admin", "security_admin", "auditor", "member"):
        assert await names(client, roster, who) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"sex": "female"}, ["单芳"]),
        ({"education": "30"}, ["张三"]),
        ({"nationality": "15"}, ["张三"]),
        ({"service": "retired"}, ["李四"]),
        ({"standing": "probationary"}, ["王五"]),
        ({"state": "left"}, []),
        ({"q": "sf"}, ["单芳"]),
        ({"q": "shanfang"}, ["单芳"]),
        ({"q": "三"}, ["张三"]),
        ({"q": "%"}, []),
        ({"age_to": 44, "as_of": "2008-12-31"}, ["李四", "王五", "张三"]),
        ({"age_from": 45, "age_to": 45, "as_of": "2008-12-31"}, ["单芳"]),
    ],
)  # fmt: skip
async def test_filters_narrow_the_roster(
    client: AsyncClient, roster: World, query: dict[str, Any], found: list[str]
) -> None:
    assert await names(client, roster, "officer", **query) == found


async def test_the_roster_is_sorted_by_date_with_the_unknown_last(
    client: AsyncClient, roster: World
) -> None:
    assert (await names(client, roster, "officer", sort="joined_on"))[:2] == ["李四", "张三"]
    assert (await names(client, roster, "officer", sort="birth_on"))[:2] == ["单芳", "张三"]


async def test_an_organisation_is_shown_alone_or_with_everything_below_it(
    client: AsyncClient, roster: World
) -> None:
    finance, archive_one = str(roster["finance"].id), str(roster["archive_one"].id)
    assert await names(client, roster, "officer", organisation_id=finance) == []
    below = await names(client, roster, "officer", organisation_id=finance, scope="subtree")
    assert below == ["李四", "单芳", "张三"]
    assert await names(client, roster, "officer", organisation_id=archive_one) == ["王五"]


async def test_an_organisation_outside_the_subtree_is_not_known(
    client: AsyncClient, roster: World
) -> None:
    answer = await client.get(
        "/api/v1/members",
        params={"organisation_id": str(roster["finance"].id)},
        headers=roster.headers("neighbour"),
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_nobody_is_on_the_roster_before_the_day_of_their_membership(
    client: AsyncClient, roster: World
) -> None:
    assert await names(client, roster, "officer", as_of="2008-12-30") == []
    assert len(await names(client, roster, "officer", as_of="2008-12-31")) == 4


async def test_lists_and_bodies_mask_numbers(client: AsyncClient, roster: World) -> None:
    answer = await client.get(
        "/api/v1/members", params={"q": "张三"}, headers=roster.headers("officer")
    )
    shown = answer.json()["items"][0]
    number = identity_number(date(1964, 1, 1), 1)
    assert shown["identity_number"] == f"500***********{number[-4:]}"
    assert shown["phone"] == "130****5678"
    single = await client.get(f"/api/v1/members/{shown['id']}", headers=roster.headers("officer"))
    assert single.json() == shown


async def test_the_age_is_that_of_the_day_looked_at(client: AsyncClient, roster: World) -> None:
    listed = await client.get(
        "/api/v1/members", params={"as_of": "2008-12-31"}, headers=roster.headers("officer")
    )
    ages = {one["name"]: one["age"] for one in listed.json()["items"]}
    assert ages == {"单芳": 45, "张三": 44, "李四": 38, "王五": 38}


async def test_pages_follow_each_other_without_gap_or_repetition(
    client: AsyncClient, roster: World
) -> None:
    for sort in ("name", "-joined_on", "birth_on"):
        seen: list[str] = []
        query: dict[str, Any] = {"limit": 1, "sort": sort, "include_total": True}
        while True:
            answer = await client.get(
                "/api/v1/members", params=query, headers=roster.headers("officer")
            )
            page = answer.json()
            assert page["total"] == 4
            seen += [one["name"] for one in page["items"]]
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]
        assert sorted(seen) == sorted(["单芳", "张三", "李四", "王五"])
        assert len(seen) == 4


async def test_a_single_member_of_another_department_is_not_found(
    client: AsyncClient, roster: World
) -> None:
    listed = await client.get("/api/v1/members", headers=roster.headers("officer"))
    for one in listed.json()["items"]:
        for path in ("", "/memberships", "/history"):
            answer = await client.get(
                f"/api/v1/members/{one['id']}{path}", headers=roster.headers("neighbour")
            )
            assert answer.status_code == 404


async def test_a_day_is_answered_with_the_tree_of_that_day(
    client: AsyncClient, roster: World, database: Database
) -> None:
    moved = date(2010, 1, 1)
    async with database.new_session() as session:
        await narrow(session, "*")
        branch = await session.get(Organisation, roster["finance_office"].id)
        edge = (
            await session.exec(
                select(OrganisationEdge).where(
                    OrganisationEdge.organisation_id == roster["finance_office"].id
                )
            )
        ).one()
        assert branch is not None
        edge.valid_to = moved
        police = roster["police"]
        branch.parent_id, branch.path = police.id, police.path + segment(9)
        session.add(
            OrganisationEdge(
                kind=EdgeKind.LEADERSHIP, organisation_id=branch.id, parent_id=police.id,
                valid_from=moved,
            )
        )  # fmt: skip
        await commit_unrecorded(session)

    async def names(at: str, **more: str) -> list[str]:
        query = {"organisation_id": str(roster[at].id), "scope": "subtree"} | more
        answer = await client.get(
            "/api/v1/members", params=query, headers=roster.headers("officer")
        )
        return sorted(one["name"] for one in answer.json()["items"])

    assert await names("finance", as_of="2009-12-31") == ["单芳", "张三", "李四"]
    assert await names("police", as_of="2009-12-31") == []
    assert await names("finance", as_of="2010-01-01") == ["李四"]
    assert await names("police") == await names("police", as_of="2010-01-01") == ["单芳", "张三"]
