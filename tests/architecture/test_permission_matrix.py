"""Role × operation × own, sibling and parent subtree: the program does what the role table says."""

from collections.abc import Iterable

import pytest
from httpx import Response
from sqlalchemy import true

from architecture.api_document import Operation, operations, read_document
from architecture.committee import Tried
from architecture.permissions_by_operation import (
    ANYBODY,
    LISTS,
    NEEDED,
    OWN_ASSIGNMENT,
    OWN_HOURS,
    OWN_REPORT,
    OWN_RESULT,
    OWN_TALK,
)
from architecture.requests_by_operation import send
from architecture.seeding import Place
from architecture.test_operations import PUBLIC
from gongwei.access.permissions import INSTALLATION_WIDE, ROLE_PERMISSIONS, Role
from gongwei.access.permissions import Permission as P  # noqa: N817

DONE = frozenset({200, 201, 202, 204})
IMPOSSIBLE_NOW = frozenset({409, 412})
"""Refusals of the record's state, which come after the refusals of rights."""

EXPECTED_OF_ANYBODY = {
    "confirm_otp": {409, 422},
    "change_password": {422},
    "read_own_archive": {409},
    "create_own_certificate": {409},
    "print_own_volunteer_transcript": {409},
    "file_objection": {409},
    "join_volunteer_team": {409},
    "leave_volunteer_team": {404},
    "read_own_activity": {404},
    "create_calendar_link": {409},
    "delete_calendar_link": {404},
    "read_personal_code": {409},
    "renew_personal_code": {409},
    "read_own_ballot": {404},
    "cast_own_ballot": {404},
}
"""Nothing that was set up before: no code and no password fit, accounts stand for nobody."""

Known = dict[str, Operation]


@pytest.fixture
async def known(tried: Tried) -> Known:
    """The operations of the document by key."""
    found = operations(await read_document(tried.client))
    return {key: one for one in found for key in (one.keyed() if one.actions else [one.id])}


def tried_keys() -> set[str]:
    own = (OWN_ASSIGNMENT, OWN_TALK, OWN_HOURS, *OWN_REPORT, *OWN_RESULT)
    return {*ANYBODY, *LISTS, *NEEDED, *own}


async def test_the_tables_name_every_operation_and_action_of_the_document(known: Known) -> None:
    assert len(known) > 60
    assert set(known) - PUBLIC == tried_keys() - {"change_task:evidence"}


async def mistakes(tried: Tried, known: Known, role: Role, keys: Iterable[str]) -> list[str]:
    """What a role may do and is refused, or may not do and is allowed, among these operations."""
    found = []
    for key in keys:
        if key in ANYBODY:
            found.append(await _of_anybody(tried, known, role, key))
            continue
        judge = _listed if key in LISTS else _done
        found += [await judge(tried, known, role, key, at) for at in tried.seeded.places]
    return [one for one in found if one]


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_does_what_its_permissions_say_and_no_more(
    tried: Tried, known: Known, role: Role
) -> None:
    assert await mistakes(tried, known, role, [*ANYBODY, *LISTS, *NEEDED]) == []


async def test_a_planted_permission_too_many_or_too_few_is_caught(
    tried: Tried, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ["read_unit", "create_unit", "list_units", "act_on_task:verify"]
    planted = {**ROLE_PERMISSIONS, Role.CLERK: frozenset({P.UNITS_WRITE, P.TASKS_READ})}
    monkeypatch.setattr("gongwei.access.actor.ROLE_PERMISSIONS", planted)
    found = await mistakes(tried, known, Role.CLERK, keys)
    assert [one.split(": ")[0] for one in found] == [
        "read_unit at finance",
        "create_unit at finance",
        "list_units at finance",
    ]


async def test_a_planted_reach_beyond_the_subtree_is_caught(
    tried: Tried, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ["read_unit", "create_task", "list_tasks"]
    monkeypatch.setattr("gongwei.access.scope.below", lambda _path: true())
    found = await mistakes(tried, known, Role.SECRETARY, keys)
    assert [one.split(": ")[0] for one in found] == [
        f"{key} at {at}" for key in keys for at in ("police", "root")
    ]


async def _of_anybody(tried: Tried, known: Known, role: Role, key: str) -> str:
    answer = await _send(tried, known, role, key, tried.seeded.places["finance"])
    needed = ANYBODY[key]
    if needed and needed not in ROLE_PERMISSIONS[role] - INSTALLATION_WIDE:
        return _unless(answer.status_code == 403, key, answer)
    return _unless(answer.status_code in EXPECTED_OF_ANYBODY.get(key, DONE), key, answer)


async def _listed(tried: Tried, known: Known, role: Role, key: str, at: str) -> str:
    place = tried.seeded.places[at]
    permission, record = LISTS[key]
    answer = await _send(tried, known, role, key, place)
    if at == "finance" and permission in ROLE_PERMISSIONS[role]:
        shown = answer.status_code == 200 and place.ids[record] in _ids(answer)
        return _unless(shown, f"{key} at {at}", answer)
    return _unless(_refused(answer), f"{key} at {at}", answer)


async def _done(tried: Tried, known: Known, role: Role, key: str, at: str) -> str:
    answer = await _send(tried, known, role, key, tried.seeded.places[at])
    if at == "finance" and NEEDED[key] in ROLE_PERMISSIONS[role]:
        return _unless(answer.status_code in DONE | IMPOSSIBLE_NOW, f"{key} at {at}", answer)
    return _unless(_refused(answer), f"{key} at {at}", answer)


async def _send(tried: Tried, known: Known, role: Role, key: str, place: Place) -> Response:
    """One call; what it writes is undone."""
    operation = known.get(key) or known[key.partition(":")[0]]
    headers = tried.seeded.world.headers(f"{role}_here")
    if operation.method == "GET":
        return await send(tried.client, operation, key, place, headers)
    async with tried.connection.begin_nested() as undone:
        answer = await send(tried.client, operation, key, place, headers)
        await undone.rollback()
    return answer


def _refused(answer: Response) -> bool:
    """Forbidden, not to be known, an empty list, or an organisation that is not to be named."""
    if answer.status_code == 200:
        return answer.json().get("items") == []
    if answer.status_code == 422:
        return _codes(answer) == ["unknown_organisation"]
    return answer.status_code in (403, 404)


def _codes(answer: Response) -> Iterable[str]:
    return [fault["code"] for fault in answer.json()["errors"]]


def _ids(answer: Response) -> set[str]:
    return {item.get("id") or item["person_id"] for item in answer.json()["items"]}


def _unless(right: bool, what: str, answer: Response) -> str:
    return "" if right else f"{what}: {answer.status_code} {answer.text[:200]}"
