"""Objections: filed by whoever is described, examined by another person, answered for ever."""

from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.lives import enter_secretary, link
from factories.world import World
from gongwei.audit.models import AuditEntry
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.secretaries.models import Appointment

OBJECTIONS = "/api/v1/objections"
TEXT = "任职时间应为2019年3月"


@pytest.fixture
async def held(database: Database, world: World) -> Appointment:
    """The member's account stands for the secretary of finance."""
    appointment = await enter_secretary(database, world)
    await link(database, world, "member", appointment)
    return appointment


async def file(client: AsyncClient, world: World, who: str = "member", **more: Any) -> Response:
    body = {"about_type": "archive", "about_part": "任职情况", "text": TEXT, **more}
    return await client.post(OBJECTIONS, json=body, headers=world.headers(who))


async def filed(client: AsyncClient, world: World) -> dict[str, Any]:
    answer = await file(client, world)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def act(
    client: AsyncClient, world: World, who: str, objection: dict[str, Any], action: str, **body: Any
) -> Response:
    path = f"{OBJECTIONS}/{objection['id']}/actions/{action}"
    return await client.post(path, json=body, headers=world.headers(who))


async def listed(client: AsyncClient, world: World, who: str, **query: Any) -> list[str]:
    answer = await client.get(OBJECTIONS, params=query, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    return [one["text"] for one in answer.json()["items"]]


async def test_the_person_files_about_the_own_archive(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    answer = await file(client, world)
    assert answer.status_code == 201
    made = answer.json()
    assert answer.headers["location"] == f"{OBJECTIONS}/{made['id']}"
    shown = {name: made[name] for name in (
        "person_id", "about_id", "about_type", "about_part", "name", "state", "answer",
        "organisation_name", "allowed_actions",
    )}  # fmt: skip
    assert shown == {
        "person_id": str(held.person_id), "about_id": str(held.person_id),
        "about_type": "archive", "about_part": "任职情况", "name": "李四", "state": "filed",
        "answer": None, "organisation_name": "中共区财政局总支部委员会", "allowed_actions": [],
    }  # fmt: skip


async def test_examining_needs_no_body_and_a_decision_its_answer(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    objection = await filed(client, world)
    path, headers = f"{OBJECTIONS}/{objection['id']}/actions", world.headers("officer")
    begun = await client.post(f"{path}/examine", headers=headers)
    assert (begun.status_code, begun.json()["state"]) == (200, "examining")
    bare = await client.post(f"{path}/uphold", headers=headers)
    assert (bare.status_code, bare.json()["code"]) == (422, "reason_required")


async def test_who_stands_for_nobody_cannot_file(client: AsyncClient, world: World) -> None:
    answer = await file(client, world)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_person")


async def test_who_may_not_file_is_refused(
    client: AsyncClient, database: Database, world: World
) -> None:
    await link(database, world, "reviewer", await enter_secretary(database, world))
    assert (await file(client, world, "reviewer")).status_code == 403


@pytest.mark.parametrize("body", [
    {"text": ""}, {"text": None}, {"about_type": "term"}, {"about_part": "长" * 101}, {"x": 1},
])  # fmt: skip
async def test_what_does_not_fit_is_refused(
    client: AsyncClient, world: World, held: Appointment, body: dict[str, Any]
) -> None:
    assert (await file(client, world, **body)).status_code == 422


async def test_the_record_may_stand_outside_the_callers_subtree(
    client: AsyncClient, database: Database, world: World, session: AsyncSession
) -> None:
    """A secretary of police whose person's record belongs to finance."""
    await link(database, world, "neighbour", await enter_secretary(database, world))
    answer = await file(client, world, "neighbour")
    assert answer.status_code == 201
    assert await listed(client, world, "neighbour") == [TEXT]
    await narrow(session, WHOLE_TREE)
    entries = select(AuditEntry.action, AuditEntry.subject_label)
    found = (await session.exec(entries.where(col(AuditEntry.subject_type) == "objection"))).all()
    assert list(found) == [("objection.create", "李四")]


async def test_it_is_examined_and_upheld_with_an_answer(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    objection = await filed(client, world)
    examining = await act(client, world, "officer", objection, "examine")
    assert examining.json()["state"] == "examining"
    assert examining.json()["allowed_actions"] == ["uphold", "dismiss"]
    assert (await act(client, world, "officer", objection, "uphold")).status_code == 422
    upheld = await act(client, world, "officer", objection, "uphold", reason="经查属实，已更正")
    assert (upheld.json()["state"], upheld.json()["answer"]) == ("upheld", "经查属实，已更正")
    assert upheld.json()["decided_on"] is not None
    own = await client.get(f"{OBJECTIONS}/{objection['id']}", headers=world.headers("member"))
    assert own.json()["answer"] == "经查属实，已更正"


async def test_a_dismissal_states_why(client: AsyncClient, world: World, held: Appointment) -> None:
    objection = await filed(client, world)
    early = await act(client, world, "leader", objection, "dismiss", reason="与文件一致")
    assert (early.status_code, early.json()["code"]) == (409, "invalid_state")
    await act(client, world, "leader", objection, "examine")
    dismissed = await act(client, world, "leader", objection, "dismiss", reason="与文件一致")
    assert (dismissed.json()["state"], dismissed.json()["answer"]) == ("dismissed", "与文件一致")


async def test_nobody_examines_the_own_objection(
    client: AsyncClient, database: Database, world: World, held: Appointment
) -> None:
    objection = await filed(client, world)
    await link(database, world, "member", await enter_secretary(database, world, "赵六"))
    await link(database, world, "officer", held)
    answer = await act(client, world, "officer", objection, "examine")
    assert (answer.status_code, answer.json()["code"]) == (403, "own_objection")
    shown = await client.get(f"{OBJECTIONS}/{objection['id']}", headers=world.headers("officer"))
    assert shown.json()["allowed_actions"] == []


@pytest.mark.parametrize(("who", "seen"), [
    ("officer", True), ("leader", True), ("member", True), ("secretary", False),
    ("department_leader", False), ("clerk", False), ("neighbour", False), ("auditor", False),
])  # fmt: skip
async def test_who_sees_it(
    client: AsyncClient, world: World, held: Appointment, who: str, seen: bool
) -> None:
    objection = await filed(client, world)
    assert await listed(client, world, who) == ([TEXT] if seen else [])
    for path in ("", "/history"):
        answer = await client.get(
            f"{OBJECTIONS}/{objection['id']}{path}", headers=world.headers(who)
        )
        assert answer.status_code == (200 if seen else 404)


async def test_the_list_is_filtered(client: AsyncClient, world: World, held: Appointment) -> None:
    await filed(client, world)
    finance, police = str(world["finance"].id), str(world["police"].id)
    for query, seen in (
        ({"state": "filed"}, True), ({"state": "upheld"}, False), ({"q": "lisi"}, True),
        ({"q": "2019年"}, True), ({"q": "王五"}, False), ({"organisation_id": finance}, True),
        ({"organisation_id": police, "scope": "subtree"}, False),
        ({"person_id": str(held.person_id)}, True), ({"person_id": finance}, False),
    ):  # fmt: skip
        assert await listed(client, world, "officer", **query) == ([TEXT] if seen else []), query


async def test_the_archive_remembers_it(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    objection = await filed(client, world)
    await act(client, world, "officer", objection, "examine")
    await act(client, world, "officer", objection, "uphold", reason="已更正")
    answer = await client.get("/api/v1/me/archive", headers=world.headers("member"))
    found = next(one for one in answer.json()["sections"] if one["code"] == "objections")
    [row] = found["rows"]
    assert row["cells"]["text"] == TEXT
    assert (row["cells"]["state"], row["cells"]["answer"]) == ("异议成立", "已更正")
