"""No answer leaves before its commit: a commit that fails is a problem document, never a 201."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, nullcontext
from typing import Annotated
from uuid import UUID

import pytest
import uvicorn
from fastapi import APIRouter, Depends, FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from httpx import AsyncClient, Response
from sqlalchemy import make_url
from sqlmodel import func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from architecture.api_document import is_problem
from conftest import run_as_owner
from factories.program import own_program_on
from factories.world import World
from gongwei.access.models import Person
from gongwei.access.sessions import SignInSession
from gongwei.api import ROUTERS
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, CurrentSession, Database, get_session, narrow
from gongwei.core.models import new_id
from gongwei.core.routing import ResourceRoute

DEFERRED = (
    "ALTER TABLE sign_in_session ALTER CONSTRAINT fk_sign_in_session_user_id "
    "DEFERRABLE INITIALLY DEFERRED"
)
LateSession = Annotated[AsyncSession, Depends(get_session)]


def scopes(routers: Iterator[APIRouter] | tuple[APIRouter, ...]) -> list[tuple[str, str | None]]:
    """Each place at which a route of these routers depends on the session, with its scope."""
    return [
        (route.name, one.scope)
        for router in routers
        for route in router.routes
        if isinstance(route, APIRoute)
        for one in _below(route.dependant)
        if one.call is get_session
    ]


def _below(dependant: Dependant) -> Iterator[Dependant]:
    for one in dependant.dependencies:
        yield one
        yield from _below(one)


def add_unrecorded(session: AsyncSession, organisation_id: UUID) -> None:
    """A change without `record`, which the commit refuses."""
    person = Person(organisation_id=organisation_id, name="无记录", name_pinyin="", search_text="")
    session.add(person)


def add_sign_in_of_nobody(session: AsyncSession) -> None:
    """A row that a deferred constraint refuses at the commit."""
    session.add(SignInSession(user_id=new_id(), expires_at=clock.now()))


def planted(organisation_id: UUID) -> APIRouter:
    """Routes whose commit fails, on sessions of scope `function` and of the default scope."""
    router = APIRouter(route_class=ResourceRoute)

    @router.post("/unrecorded", status_code=201)
    async def unrecorded(session: CurrentSession) -> dict[str, bool]:
        await narrow(session, WHOLE_TREE)
        add_unrecorded(session, organisation_id)
        return {"done": True}

    @router.post("/deferred", status_code=201)
    async def deferred(session: CurrentSession) -> dict[str, bool]:
        add_sign_in_of_nobody(session)
        return {"done": True}

    @router.post("/late", status_code=201)
    async def late(session: LateSession) -> dict[str, bool]:
        await narrow(session, WHOLE_TREE)
        add_unrecorded(session, organisation_id)
        return {"done": True}

    return router


@asynccontextmanager
async def served(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """The program behind a real server on a free port of the loopback interface."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    server.capture_signals = nullcontext  # type: ignore[method-assign]
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    async with AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        yield client
    server.should_exit = True
    await running


@pytest.fixture
async def failing(
    separate: Database, settings: Settings, world_apart: World
) -> AsyncIterator[AsyncClient]:
    """A client of the program with the planted routes."""
    run_as_owner(DEFERRED, database=str(make_url(separate.url).database))
    app = await own_program_on(separate, settings)
    app.include_router(planted(world_apart["root"].id))
    async with served(app) as client:
        yield client


async def written(database: Database) -> tuple[int, int]:
    """How many people without a record and sign-ins of nobody there are."""
    async with database.transaction(WHOLE_TREE) as session:
        people = select(func.count()).select_from(Person)
        sign_ins = select(func.count()).select_from(SignInSession)
        return (await session.exec(people)).one(), (await session.exec(sign_ins)).one()


def test_every_session_of_a_request_ends_before_its_answer() -> None:
    found = scopes(ROUTERS)
    assert len({name for name, _ in found}) > 60
    assert [one for one in found if one[1] != "function"] == []


def test_a_planted_session_of_the_default_scope_is_caught() -> None:
    found = scopes((planted(new_id()),))
    assert [one for one in found if one[1] != "function"] == [("late", None)]


async def test_a_commit_that_fails_is_answered_as_a_problem_and_writes_nothing(
    separate: Database, failing: AsyncClient
) -> None:
    before = await written(separate)
    unrecorded = await failing.post("/unrecorded")
    assert (unrecorded.status_code, is_problem(unrecorded)) == (500, True)
    assert unrecorded.json()["code"] == "internal"
    deferred = await failing.post("/deferred")
    assert (deferred.status_code, is_problem(deferred)) == (409, True)
    assert deferred.json()["code"] == "conflict"
    assert await written(separate) == before


async def test_with_the_default_scope_the_same_failure_is_answered_201(
    separate: Database, failing: AsyncClient
) -> None:
    before = await written(separate)
    answer: Response = await failing.post("/late")
    assert (answer.status_code, answer.json()) == (201, {"done": True})
    assert await written(separate) == before
