"""Transfers, leaving, and revealing numbers."""

from datetime import date, timedelta
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import enter, identity_number, row
from factories.world import World
from gongwei.audit.models import AuditEntry
from gongwei.core import clock
from gongwei.core.db import Database


@pytest.fixture
async def member(client: AsyncClient, database: Database, world: World) -> dict[str, Any]:
    """Somebody in the finance office's branch since the end of 2008."""
    await enter(database, world, row("张三", world["finance_office"].id, 1, phone="13012345678"))
    listed = await client.get("/api/v1/members", headers=world.headers("officer"))
    found: dict[str, Any] = listed.json()["items"][0]
    return found


async def act(
    client: AsyncClient, world: World, member: dict[str, Any], action: str,
    who: str = "officer", **entry: Any,
) -> Response:  # fmt: skip
    return await client.post(
        f"/api/v1/members/{member['id']}/actions/{action}",
        json={"reason": "工作调动", **entry},
        headers=world.headers(who),
    )


async def periods(client: AsyncClient, world: World, member: dict[str, Any]) -> list[list[str]]:
    answer = await client.get(
        f"/api/v1/members/{member['id']}/memberships", headers=world.headers("officer")
    )
    kept = ("organisation_name", "group_name", "valid_from", "valid_to")
    return [[one[name] for name in kept] for one in answer.json()["items"]]


async def test_a_transfer_ends_one_membership_where_the_next_begins(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    archive, group = str(world["archive"].id), str(world["archive_one"].id)
    moved = await act(
        client, world, member, "transfer",
        organisation_id=archive, group_id=group, effective_on="2010-03-01",
    )  # fmt: skip
    assert moved.status_code == 200
    assert (moved.json()["organisation_id"], moved.json()["group_id"]) == (archive, group)
    assert await periods(client, world, member) == [
        ["中共区档案局支部委员会", "区档案局第一党小组", "2010-03-01", None],
        ["中共区财政局机关支部委员会", None, "2008-12-31", "2010-03-01"],
    ]
    for day, place in (
        ("2010-02-28", "中共区财政局机关支部委员会"),
        ("2010-03-01", "中共区档案局支部委员会"),
    ):
        then = await client.get(
            f"/api/v1/members/{member['id']}",
            params={"as_of": day},
            headers=world.headers("officer"),
        )
        assert then.json()["organisation_name"] == place


async def test_the_record_goes_with_the_member(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    place = str(world["police_office"].id)
    await act(client, world, member, "transfer", organisation_id=place, effective_on="2010-03-01")
    path = f"/api/v1/members/{member['id']}"
    assert (await client.get(path, headers=world.headers("neighbour"))).status_code == 200
    assert (await client.get(path, headers=world.headers("secretary"))).status_code == 404


async def test_on_its_first_day_a_membership_is_corrected_in_place(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    place = str(world["finance_units"].id)
    await act(client, world, member, "transfer", organisation_id=place, effective_on="2008-12-31")
    assert await periods(client, world, member) == [
        ["中共区财政局直属单位支部委员会", None, "2008-12-31", None]
    ]


async def test_transfers_that_do_not_fit_are_refused_at_the_entry(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    units, office = str(world["finance_units"].id), str(world["finance_office"].id)
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    entries: tuple[tuple[dict[str, Any], tuple[str, str]], ...] = (
        ({"organisation_id": units, "effective_on": "2008-12-30"},
         ("/effective_on", "before_membership")),
        ({"organisation_id": units, "effective_on": tomorrow}, ("/effective_on", "in_the_future")),
        ({"organisation_id": office, "effective_on": "2010-01-01"},
         ("/organisation_id", "already_there")),
        ({"organisation_id": str(world["finance"].id), "effective_on": "2010-01-01"},
         ("/organisation_id", "holds_no_members")),
        ({"organisation_id": units, "group_id": str(world["archive_one"].id),
          "effective_on": "2010-01-01"}, ("/group_id", "not_a_group_of_the_branch")),
    )  # fmt: skip
    for entry, fault in entries:
        refused = await act(client, world, member, "transfer", **entry)
        assert refused.status_code == 422
        assert [(e["pointer"], e["code"]) for e in refused.json()["errors"]] == [fault]
    assert len(await periods(client, world, member)) == 1


async def test_nobody_is_transferred_out_of_the_callers_reach(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    place = str(world["police_office"].id)
    refused = await act(
        client, world, member, "transfer", "secretary",
        organisation_id=place, effective_on="2010-01-01",
    )  # fmt: skip
    assert refused.json()["errors"][0]["code"] == "unknown_organisation"


async def test_leaving_ends_the_membership_and_hides_the_member_from_the_roster(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    early = await act(client, world, member, "leave", on="2008-12-31")
    assert early.json()["errors"][0]["code"] == "not_after_start"
    left = await act(client, world, member, "leave", on="2015-07-01")
    assert (left.status_code, left.json()["state"]) == (200, "left")
    listed = await client.get("/api/v1/members", headers=world.headers("officer"))
    assert listed.json()["items"] == []
    then = await client.get(
        "/api/v1/members", params={"as_of": "2015-06-30"}, headers=world.headers("officer")
    )
    assert [one["id"] for one in then.json()["items"]] == [member["id"]]
    again = await act(client, world, member, "leave", on="2016-07-01")
    assert (again.status_code, again.json()["code"]) == (409, "invalid_state")


async def test_readmission_begins_after_the_last_membership(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    await act(client, world, member, "leave", on="2015-07-01")
    place = str(world["archive"].id)
    early = await act(
        client, world, member, "readmit", organisation_id=place, effective_on="2015-06-30"
    )
    assert early.json()["errors"][0]["code"] == "overlaps"
    back = await act(
        client, world, member, "readmit", organisation_id=place, effective_on="2015-07-01"
    )
    assert (back.json()["state"], back.json()["organisation_id"]) == ("active", place)


async def test_revealing_the_numbers_is_recorded_with_its_reason(
    client: AsyncClient, world: World, member: dict[str, Any], session: AsyncSession
) -> None:
    shown = await act(client, world, member, "reveal", reason="核对身份")
    assert shown.json() == {
        "identity_number": identity_number(date(1970, 1, 1), 1),
        "phone": "13012345678",
    }
    assert shown.headers["cache-control"] == "no-store"
    query = select(AuditEntry).where(col(AuditEntry.action) == "member.reveal")
    entries = (await session.exec(query)).all()
    assert [(one.reason, one.subject_label, one.actor_user_id) for one in entries] == [
        ("核对身份", "张三", world.users["officer"].id)
    ]


async def test_a_clerk_may_not_reveal_and_a_reason_is_needed(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    assert (await act(client, world, member, "reveal", "clerk")).status_code == 403
    assert (await act(client, world, member, "reveal", reason=" ")).status_code == 422


async def test_the_history_tells_what_was_done_to_the_member(
    client: AsyncClient, world: World, member: dict[str, Any]
) -> None:
    place = str(world["finance_units"].id)
    await act(client, world, member, "transfer", organisation_id=place, effective_on="2010-01-01")
    await act(client, world, member, "leave", on="2015-07-01")
    told = await client.get(
        f"/api/v1/members/{member['id']}/history", headers=world.headers("officer")
    )
    assert [
        (one["action"], one["from_state"], one["to_state"]) for one in told.json()["items"]
    ] == [
        ("member.leave", "active", "left"),
        ("member.transfer", None, None),
        ("member.create", None, "active"),
    ]
