"""Every operation is either on a short public list or refuses a caller without a token."""

from collections import Counter
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from architecture.api_document import Operation, is_problem, operations, read_document
from factories.program import client_of, own_program_on
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.core.errors import NOT_SIGNED_IN

PUBLIC = {
    "sign_in",
    "refresh_token",
    "sign_out",
    "read_public_settings",
    "list_demo_accounts",
    "read_calendar_feed",
    "read_public_service_confirmation",
    "answer_service_confirmation",
    "read_public_certificate",
    "read_public_ballot",
    "cast_public_ballot",
    "read_health",
    "read_readiness",
}
"""Before signing in, by the reservation of their paths in the API's conventions."""

PUBLIC_PATHS = ("/api/v1/auth/", "/api/v1/public/", "/healthz", "/readyz")


async def unguarded(client: AsyncClient) -> dict[str, str]:
    """Operations that are not public and do not refuse a stranger, with what is wrong."""
    found: dict[str, str] = {}
    for operation in operations(await read_document(client)):
        if operation.id in PUBLIC:
            continue
        if not operation.secured:
            found[operation.id] = "declares no security"
        for action in operation.actions or ("",):
            answer = await call(client, operation, action)
            if answer != (401, True):
                found[operation.id] = f"answers {answer}"
    return found


async def call(client: AsyncClient, operation: Operation, action: str) -> tuple[int, bool]:
    """The status without a token, and whether it comes as a problem document."""
    forms = operation.media_type == "multipart/form-data"
    answer = await client.request(
        operation.method,
        operation.address({}, action),
        json={} if operation.media_type == "application/json" else None,
        files={"file": ("a.txt", b"a")} if forms else None,
    )
    return answer.status_code, is_problem(answer)


async def test_every_operation_that_is_not_public_refuses_a_stranger(client: AsyncClient) -> None:
    assert await unguarded(client) == {}


async def test_the_public_operations_are_those_that_are_listed(client: AsyncClient) -> None:
    known = list(operations(await read_document(client)))
    assert len(known) > 60
    assert {one.id for one in known if not one.secured} == PUBLIC
    assert [
        one.path for one in known if one.id in PUBLIC and not one.path.startswith(PUBLIC_PATHS)
    ] == []


async def test_operation_ids_are_unique(client: AsyncClient) -> None:
    ids = Counter(one.id for one in operations(await read_document(client)))
    assert [name for name, times in ids.items() if times > 1] == []


@pytest.fixture
async def planting(database: Database, settings: Settings) -> FastAPI:
    """A program for one test, which may add routes to it."""
    return await own_program_on(database, settings)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_planted_route_without_a_guard_is_caught(planting: FastAPI, method: str) -> None:
    async def leak(leak_id: UUID) -> dict[str, str]:
        return {"secret": "x"}

    planting.add_api_route("/api/v1/leaks/{leak_id}", leak, methods=[method])
    async with client_of(planting) as client:
        assert await unguarded(client) == {"leak": "answers (200, False)"}


async def test_a_planted_route_that_hides_its_guard_is_caught(
    planting: FastAPI,
) -> None:
    async def refuse() -> None:
        raise NOT_SIGNED_IN()

    planting.add_api_route("/api/v1/hidden", refuse)
    async with client_of(planting) as client:
        assert await unguarded(client) == {"refuse": "declares no security"}
