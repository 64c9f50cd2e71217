"""The auditor's pages."""

import json
from datetime import timedelta

import pytest
from httpx import AsyncClient
from sqlmodel.ext.asyncio.session import AsyncSession

from conftest import TOKEN_KEY
from factories.world import World
from gongwei.access.actor import load_actor, system_actor
from gongwei.access.models import Organisation, User
from gongwei.audit import service
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import Database
from gongwei.core.pagination import PageParams
from gongwei.core.tokens import TokenKeys, read

LOG = "/api/v1/audit-entries"


async def rename(database: Database, world: World, name: str, to: str) -> None:
    async with database.transaction("*") as session:
        user = await session.get(User, world.users[name].id)
        assert user is not None
        user.display_name = to
        record(session, system_actor(world["root"]), "user.change", user, reason=f"改为{to}")


async def listed(client: AsyncClient, world: World, name: str, **query: str) -> list[str]:
    answer = await client.get(LOG, params=query, headers=world.headers(name))
    assert answer.status_code == 200
    return [entry["subject_label"] for entry in answer.json()["items"]]


async def test_the_log_is_newest_first_and_in_pages(
    client: AsyncClient, world: World, database: Database
) -> None:
    for to in ("甲", "乙", "丙"):
        await rename(database, world, "clerk", to)
    assert await listed(client, world, "auditor") == ["丙", "乙", "甲"]
    first = await client.get(LOG, params={"limit": 2}, headers=world.headers("auditor"))
    rest = await client.get(
        LOG,
        params={"limit": 2, "cursor": first.json()["next_cursor"]},
        headers=world.headers("auditor"),
    )
    assert [entry["subject_label"] for entry in rest.json()["items"]] == ["甲"]
    assert rest.json()["next_cursor"] is None


async def test_the_log_is_filtered(client: AsyncClient, world: World, database: Database) -> None:
    await rename(database, world, "clerk", "甲")
    await rename(database, world, "neighbour", "乙")
    finance, now = str(world["finance"].id), clock.now()
    past, future = (now - timedelta(hours=1)).isoformat(), (now + timedelta(hours=1)).isoformat()
    cases: list[tuple[dict[str, str], list[str]]] = [
        ({"subject_id": str(world.users["clerk"].id)}, ["甲"]),
        ({"subject_type": "organisation"}, []),
        ({"organisation_id": finance}, ["甲"]),
        ({"organisation_id": str(world["root"].id), "scope": "subtree"}, ["乙", "甲"]),
        ({"action": "user.change"}, ["乙", "甲"]),
        ({"action": "user.sign_in"}, []),
        ({"actor_user_id": str(world.users["clerk"].id)}, []),
        ({"recorded_from": past, "recorded_to": future}, ["乙", "甲"]),
        ({"recorded_from": future}, []),
        ({"recorded_to": past}, []),
        ({"q": "改为乙"}, ["乙"]),
        ({"q": "%"}, []),
    ]
    for query, expected in cases:
        assert await listed(client, world, "auditor", **query) == expected, query


async def test_moments_are_in_the_years_that_every_time_zone_can_say(
    client: AsyncClient, world: World
) -> None:
    for name in ("recorded_from", "recorded_to"):
        for moment in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
            headers = world.headers("auditor")
            answer = await client.get(LOG, params={name: moment}, headers=headers)
            pointers = [one["pointer"] for one in answer.json()["errors"]]
            assert (answer.status_code, pointers) == (422, [f"/{name}"])


async def test_only_auditors_read_the_log(
    client: AsyncClient, world: World, database: Database
) -> None:
    await rename(database, world, "clerk", "甲")
    entry = (await client.get(LOG, headers=world.headers("auditor"))).json()["items"][0]
    for name in ("system_admin", "security_admin", "officer", "secretary", "member"):
        assert await listed(client, world, name) == []
        for path in (f"/{entry['id']}", "/verification", "/export"):
            answer = await client.get(LOG + path, headers=world.headers(name))
            assert answer.status_code == 403, path
    one = await client.get(f"{LOG}/{entry['id']}", headers=world.headers("auditor"))
    assert one.json() == entry


async def test_an_auditor_below_reads_the_subtree_alone(
    client: AsyncClient, world: World, database: Database
) -> None:
    answer = await client.post(
        "/api/v1/role-assignments",
        json={
            "user_id": str(world.users["department_leader"].id),
            "role": "auditor",
            "organisation_id": str(world["finance"].id),
        },
        headers=world.headers("security_admin"),
    )
    world.assignments["department_leader"] = world.assignments["department_leader"].model_copy(
        update={"id": answer.json()["id"]}
    )
    await rename(database, world, "neighbour", "乙")
    await rename(database, world, "clerk", "甲")
    labels = await listed(client, world, "department_leader")
    assert labels[0] == "甲"
    assert "乙" not in labels
    headers = world.headers("department_leader")
    elsewhere = {"organisation_id": str(world["police"].id)}
    assert (await client.get(LOG, params=elsewhere, headers=headers)).status_code == 404
    checked = (await client.get(f"{LOG}/verification", headers=headers)).json()
    assert (checked["ok"], checked["entries"]) == (True, 3)


async def test_the_export_is_the_filtered_log_line_by_line_and_is_itself_recorded(
    client: AsyncClient, world: World, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "EXPORT_BATCH", 2)
    for to in ("甲", "乙", "丙", "丁", "戊"):
        await rename(database, world, "clerk", to)
    answer = await client.get(
        f"{LOG}/export", params={"action": "user.change"}, headers=world.headers("auditor")
    )
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert [line["subject_label"] for line in lines] == ["甲", "乙", "丙", "丁", "戊"]
    newest = (await client.get(LOG, headers=world.headers("auditor"))).json()["items"][0]
    assert (newest["action"], newest["actor_user_id"]) == (
        "audit_entry.export",
        str(world.users["auditor"].id),
    )


async def test_what_changed_lately_is_told_to_those_who_may_read_it(
    client: AsyncClient, world: World, session: AsyncSession
) -> None:
    for place in ("finance", "police"):
        answer = await client.post(
            "/api/v1/tasks",
            json={
                "organisation_id": str(world[place].id),
                "title": f"任务 {place}",
                "due_on": "2030-01-01",
            },
            headers=world.headers("officer"),
        )
        assert answer.status_code == 201
    await client.post(
        f"/api/v1/users/{world.users['clerk'].id}/actions/disable",
        json={"reason": "x"},
        headers=world.headers("system_admin"),
    )

    exported = await client.get(f"{LOG}/export", headers=world.headers("auditor"))
    assert exported.status_code == 200

    async def changes(name: str) -> list[str]:
        token = world.headers(name)["Authorization"].split()[1]
        keys = TokenKeys.of(TOKEN_KEY)
        claims = read(keys, token, int(clock.now().timestamp()))
        actor = await load_actor(session, claims, "", require_otp=False)
        assert actor is not None
        return [line.subject_label for line in await service.recent_changes(session, actor, 10)]

    assert await changes("officer") == ["任务 police", "任务 finance"]
    assert await changes("secretary") == ["任务 finance"]
    assert await changes("neighbour") == ["任务 police"]
    assert await changes("member") == []


async def test_an_entry_made_after_the_fact_is_marked_late(
    world: World, database: Database
) -> None:
    async with database.transaction("*") as session:
        place = await session.get(Organisation, world["finance"].id)
        assert place is not None
        happened = clock.now() - timedelta(minutes=90)
        record(session, system_actor(place), "organisation.note", place, occurred_at=happened)
    async with database.transaction("*") as session:
        page = await service.history(session, "organisation", world["finance"].id, PageParams())
    assert [(line.late, line.delay_minutes) for line in page.items] == [(True, 90)]


async def test_the_auditor_finds_a_person_and_sees_that_persons_acts(
    client: AsyncClient, world: World
) -> None:
    headers = world.headers("auditor")
    answer = await client.get(f"{LOG}/actors", params={"q": "CLERK"}, headers=headers)
    assert [one["username"] for one in answer.json()["items"]] == [world.users["clerk"].username]
    nobody = await client.get(f"{LOG}/actors", params={"q": "%"}, headers=headers)
    assert nobody.json()["items"] == []
