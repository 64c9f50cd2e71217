"""Nothing of a department is listed, read or touched from the department beside it."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import APIRouter
from sqlmodel import select

from architecture.api_document import Operation, operations, read_document
from architecture.committee import NEIGHBOURS, Tried
from architecture.requests_by_operation import send
from architecture.seeding import SHARED, Place
from architecture.test_operations import PUBLIC
from gongwei.access.actor import CurrentActor
from gongwei.access.models import Organisation
from gongwei.core.db import CurrentSession
from gongwei.core.routing import ResourceRoute

WHO = ("neighbour", *(f"{role}_there" for role in NEIGHBOURS))
FORBIDDEN_FIRST = {"read_audit_entry": 403}
"""What the secretary next door may not do with any record, whoever's it is."""

planted = APIRouter(prefix="/api/v1/planted", route_class=ResourceRoute)


@planted.get("")
async def list_planted(session: CurrentSession, actor: CurrentActor) -> dict[str, list[Any]]:
    """A list that forgets to ask what its caller may see."""
    rows = (await session.exec(select(Organisation))).all()
    return {"items": [{"id": str(row.id)} for row in rows]}


@planted.get("/{organisation_id}")
async def read_planted(
    session: CurrentSession, actor: CurrentActor, organisation_id: str
) -> dict[str, str]:
    """A single read that forgets it too."""
    return {"id": organisation_id}


async def listed_elsewhere(tried: Tried, who: str, place: Place) -> dict[str, list[str]]:
    """Lists shown to somebody that hold an id of the place or the mark in its names."""
    found: dict[str, list[str]] = {}
    headers = tried.seeded.world.headers(who)
    known = [place.mark, place.branch, *place.ids.values()]
    for operation in await _operations(tried):
        if operation.parameters or operation.method != "GET" or operation.id in PUBLIC:
            continue
        answer = await tried.client.get(operation.path, params={"limit": 200}, headers=headers)
        shown = [one for one in known if one in answer.text]
        if shown:
            found[operation.id] = shown
    return found


async def reached_elsewhere(tried: Tried, who: str, place: Place) -> dict[str, int]:
    """What answers anything but 404 to somebody about the records of the place."""
    found: dict[str, int] = {}
    headers = tried.seeded.world.headers(who)
    for operation in await _operations(tried):
        if not {*operation.parameters} - {*SHARED} or not operation.secured:
            continue
        for key in operation.keyed():
            answer = await send(tried.client, operation, key, place, headers)
            if answer.status_code != 404:
                found[key] = answer.status_code
    return found


async def _operations(tried: Tried) -> Iterator[Operation]:
    return operations(await read_document(tried.client))


async def test_the_place_has_a_record_for_every_path(tried: Tried) -> None:
    place = tried.seeded.places["finance"]
    parameters = {name for one in await _operations(tried) for name in one.parameters}
    assert parameters - {"action", *SHARED} == set(place.ids)
    lists = [one for one in await _operations(tried) if one.lists]
    assert len([one for one in lists if not one.parameters]) > 10
    assert len([one for one in lists if one.parameters]) > 10


async def test_those_who_run_the_department_see_its_records(tried: Tried) -> None:
    place = tried.seeded.places["finance"]
    found = await listed_elsewhere(tried, "secretary", place)
    assert {"list_organisations", "list_members", "list_tasks", "read_home"} <= set(found)


@pytest.mark.parametrize("who", WHO)
async def test_no_list_shows_anything_of_the_department_next_door(tried: Tried, who: str) -> None:
    assert await listed_elsewhere(tried, who, tried.seeded.places["finance"]) == {}


async def test_no_record_next_door_is_known_to_the_secretary(tried: Tried) -> None:
    place = tried.seeded.places["finance"]
    assert await reached_elsewhere(tried, "neighbour", place) == FORBIDDEN_FIRST


@pytest.mark.parametrize("who", WHO[1:])
async def test_no_record_next_door_is_known_to_anybody_else(tried: Tried, who: str) -> None:
    reached = await reached_elsewhere(tried, who, tried.seeded.places["finance"])
    assert reached == ({} if who.startswith("auditor") else FORBIDDEN_FIRST)


async def test_planted_routes_that_forget_the_scope_are_caught(
    tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, place = tried.seeded.app, tried.seeded.places["finance"]
    monkeypatch.setattr(app.router, "routes", [*app.router.routes])
    monkeypatch.setattr(app, "openapi_schema", None)
    app.include_router(planted)
    caught = await listed_elsewhere(tried, "neighbour", place)
    assert set(caught) == {"list_planted"}
    assert set(caught["list_planted"]) == {place.organisation, place.branch}
    reached = await reached_elsewhere(tried, "neighbour", place)
    assert reached == {**FORBIDDEN_FIRST, "read_planted": 200}
