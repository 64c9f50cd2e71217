"""Entering and correcting members."""

from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient, Response

from factories.roster import enter, identity_number, row
from factories.world import World
from gongwei.core.db import Database

BORN = date(1971, 5, 8)
NUMBER, OTHER_NUMBER = identity_number(BORN, 4), identity_number(BORN, 6)


async def create(client: AsyncClient, world: World, who: str, **entry: Any) -> Response:
    body = {"organisation_id": str(world["finance_office"].id), "name": "单芳", **entry}
    return await client.post("/api/v1/members", json=body, headers=world.headers(who))


async def patch(
    client: AsyncClient, world: World, member: dict[str, Any], **entry: Any
) -> Response:
    return await client.patch(
        f"/api/v1/members/{member['id']}",
        json=entry,
        headers={**world.headers("officer"), "If-Match": f'"{member["version"]}"'},
    )


async def test_birth_date_and_sex_are_taken_from_the_identity_number(
    client: AsyncClient, world: World
) -> None:
    answer = await create(client, world, "clerk", identity_number=f" {NUMBER.lower()} ")
    assert answer.status_code == 201
    entered = answer.json()
    assert (entered["birth_on"], entered["sex"]) == ("1971-05-08", "female")
    assert answer.headers["location"] == f"/api/v1/members/{entered['id']}"
    assert answer.headers["etag"] == '"1"'


async def test_a_member_needs_no_identity_number(client: AsyncClient, world: World) -> None:
    entered = (await create(client, world, "officer")).json()
    assert (entered["identity_number"], entered["age"], entered["sex"]) == (None, None, None)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"identity_number": "500103197105080041"}, ("/identity_number", "check_digit")),
        ({"identity_number": "5001031971"}, ("/identity_number", "length")),
        ({"phone": "12345"}, ("/phone", "not_a_phone_number")),
        ({"nationality": "99"}, ("/nationality", "unknown_code")),
        ({"education": "11"}, ("/education", "unknown_code")),
        ({"birth_on": "2199-01-01"}, ("/birth_on", "in_the_future")),
        (
            {"identity_number": NUMBER, "birth_on": "1971-05-09"},
            ("/birth_on", "birth_date_differs"),
        ),
        ({"identity_number": NUMBER, "sex": "male"}, ("/sex", "sex_differs")),
        ({"birth_on": "1990-01-01", "joined_on": "1989-01-01"}, ("/joined_on", "before_birth")),
        ({"joined_on": "2000-01-01", "full_on": "1999-01-01"}, ("/full_on", "before_joining")),
        ({"member_since": "2199-01-01"}, ("/member_since", "in_the_future")),
        ({"member_since": "1999-12-31"}, ("/member_since", "before_founding")),
        ({"shoe_size": 44}, ("/shoe_size", "extra_forbidden")),
    ],
)
async def test_each_fault_is_named_at_its_field(
    client: AsyncClient, world: World, entry: dict[str, Any], fault: tuple[str, str]
) -> None:
    answer = await create(client, world, "officer", **entry)
    assert answer.status_code == 422
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [fault]
    listed = await client.get("/api/v1/members", headers=world.headers("officer"))
    assert listed.json()["items"] == []


async def test_members_belong_to_branches_and_groups_to_their_branch(
    client: AsyncClient, world: World
) -> None:
    finance, group = str(world["finance"].id), str(world["archive_one"].id)
    at_general_branch = await create(client, world, "officer", organisation_id=finance)
    in_foreign_group = await create(client, world, "officer", group_id=group)
    outside = await create(client, world, "neighbour")
    codes = [
        (answer.status_code, answer.json()["errors"][0]["code"])
        for answer in (at_general_branch, in_foreign_group, outside)
    ]
    assert codes == [
        (422, "holds_no_members"),
        (422, "not_a_group_of_the_branch"),
        (422, "unknown_organisation"),
    ]


async def test_whoever_may_only_read_may_not_enter(client: AsyncClient, world: World) -> None:
    assert (await create(client, world, "department_leader")).status_code == 403


async def test_a_number_on_the_roster_is_refused_with_its_place_where_that_may_be_seen(
    client: AsyncClient, world: World
) -> None:
    await create(client, world, "officer", identity_number=NUMBER)
    again = await create(client, world, "clerk", identity_number=NUMBER)
    assert (again.status_code, again.json()["code"]) == (409, "identity_number_held_here")
    assert "中共区财政局机关支部委员会" in again.json()["detail"]
    renamed = await create(client, world, "clerk", identity_number=NUMBER, name="李四")
    assert renamed.json()["code"] == "identity_number_of_another"


async def test_a_number_held_by_another_department_is_refused_without_naming_it(
    client: AsyncClient, world: World
) -> None:
    await create(client, world, "officer", identity_number=NUMBER)
    place = str(world["police_office"].id)
    answer = await create(client, world, "neighbour", organisation_id=place, identity_number=NUMBER)
    assert (answer.status_code, answer.json()["code"]) == (409, "identity_number_held")
    assert "财政" not in answer.text
    assert "单芳" not in answer.text


async def test_entering_somebody_who_left_puts_the_same_member_back(
    client: AsyncClient, world: World
) -> None:
    first = await create(
        client, world, "officer", identity_number=NUMBER, member_since="2010-01-01"
    )
    member = first.json()
    left = await client.post(
        f"/api/v1/members/{member['id']}/actions/leave",
        json={"on": "2012-01-01", "reason": "转出"},
        headers=world.headers("officer"),
    )
    assert (left.json()["state"], left.json()["allowed_actions"]) == (
        "left",
        ["readmit", "reveal"],
    )
    again = await create(
        client, world, "officer", identity_number=NUMBER, member_since="2014-01-01"
    )
    assert (again.status_code, again.json()["id"]) == (201, member["id"])
    periods = await client.get(
        f"/api/v1/members/{member['id']}/memberships", headers=world.headers("officer")
    )
    assert [(one["valid_from"], one["valid_to"]) for one in periods.json()["items"]] == [
        ("2014-01-01", None),
        ("2010-01-01", "2012-01-01"),
    ]


async def test_a_correction_needs_the_version_it_is_based_on(
    client: AsyncClient, world: World
) -> None:
    member = (await create(client, world, "officer")).json()
    bare = await client.patch(
        f"/api/v1/members/{member['id']}",
        json={"education": "20"},
        headers=world.headers("officer"),
    )
    assert (bare.status_code, bare.json()["code"]) == (428, "precondition_required")
    changed = await patch(client, world, member, education="20")
    assert (changed.status_code, changed.json()["education"]) == (200, "20")
    stale = await patch(client, world, member, education="30")
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")


async def test_null_clears_what_may_be_empty_and_nothing_else(
    client: AsyncClient, world: World
) -> None:
    member = (await create(client, world, "officer", education="20", phone="13012345678")).json()
    cleared = (await patch(client, world, member, education=None, phone=None)).json()
    assert (cleared["education"], cleared["phone"], cleared["name"]) == (None, None, "单芳")
    refused = await patch(client, world, cleared, name=None)
    assert [(e["pointer"], e["code"]) for e in refused.json()["errors"]] == [("/name", "required")]


async def test_a_correction_is_checked_against_what_is_held(
    client: AsyncClient, world: World
) -> None:
    member = (await create(client, world, "officer", identity_number=NUMBER)).json()
    refused = await patch(client, world, member, birth_on="1971-05-09")
    assert refused.json()["errors"][0]["code"] == "birth_date_differs"
    refused = await patch(client, world, member, sex="male")
    assert refused.json()["errors"][0]["code"] == "sex_differs"
    unnumbered = (await create(client, world, "officer", sex="male")).json()
    refused = await patch(client, world, unnumbered, identity_number=OTHER_NUMBER)
    assert [(e["pointer"], e["code"]) for e in refused.json()["errors"]] == [
        ("/sex", "sex_differs")
    ]


async def test_changing_a_number_to_a_held_one_is_refused(
    client: AsyncClient, world: World, database: Database
) -> None:
    await enter(database, world, row("张三", world["archive"].id, 4, born=BORN))
    member = (await create(client, world, "officer")).json()
    refused = await patch(client, world, member, identity_number=NUMBER)
    assert (refused.status_code, refused.json()["code"]) == (409, "identity_number_held_here")


async def test_a_new_name_moves_the_member_in_the_roster(client: AsyncClient, world: World) -> None:
    member = (await create(client, world, "officer")).json()
    await patch(client, world, member, name="阿莲")
    listed = await client.get(
        "/api/v1/members", params={"q": "al"}, headers=world.headers("officer")
    )
    assert [one["name"] for one in listed.json()["items"]] == ["阿莲"]


async def test_who_has_left_is_not_corrected(client: AsyncClient, world: World) -> None:
    member = (await create(client, world, "officer", member_since="2010-01-01")).json()
    left = await client.post(
        f"/api/v1/members/{member['id']}/actions/leave",
        json={"on": "2012-01-01", "reason": "转出"},
        headers=world.headers("officer"),
    )
    refused = await patch(client, world, left.json(), education="20")
    assert (refused.status_code, refused.json()["code"]) == (409, "invalid_state")
    assert refused.json()["allowed_actions"] == ["readmit", "reveal"]
