"""The oldest PostgreSQL that is promised, version 15: migrated, used over HTTP, sealed and checked.

The whole district comes in through its workbooks. Where the programs of version 15 are not
installed, the one test of this file says so.
"""

import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import text

from conftest import ROLE
from factories.office import MEMBERS, ORGANISATIONS, SECRETARIES, Office, counts
from factories.world import World
from gongwei.audit.seal import seal_next, verify
from gongwei.commands.administration import create_administrators
from gongwei.commands.invariants import check_invariants
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.embedded import EmbeddedPostgres, system_postgres_15
from gongwei.core.migrations import migrate
from gongwei.main import create_app

pytestmark = pytest.mark.postgres15

BINARIES = system_postgres_15()
COMMITTEE = "云屏区区直机关工作委员会"
PASSWORD = "a pass phrase for version 15"
OWN_PASSWORD = "Quiet harbour 59 of our own"
LAST_DAY = "2008-12-31"
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class SignedIn(Office):
    """Somebody with a token that the program itself has issued."""

    token = ""

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def sign_in(self) -> None:
        form = {"username": self.who, "password": PASSWORD}
        answer = await self.client.post("/api/v1/auth/token", data=form)
        assert answer.status_code == 200, answer.text
        self.token = answer.json()["access_token"]
        change = {"current_password": PASSWORD, "new_password": OWN_PASSWORD}
        changed = await self.post("/me/password", json=change)
        assert changed.status_code == 204, changed.text


@pytest.fixture(scope="module")
def migrated() -> Iterator[str]:
    """The address of a migrated database on a server of version 15."""
    with tempfile.TemporaryDirectory(prefix="gw15") as folder:
        Path(folder).chmod(0o755)
        with EmbeddedPostgres(Path(folder, "var"), settings=FAST, binaries=BINARIES) as server:
            migrate(server.url(), ROLE)
            yield server.url()


@asynccontextmanager
async def closed_at_the_end(app: FastAPI) -> AsyncIterator[Database]:
    """The program's database; its connections end before the server does."""
    try:
        yield app.state.database
    finally:
        await app.state.database.close()


@asynccontextmanager
async def officer(settings: Settings, url: str) -> AsyncIterator[SignedIn]:
    """The officer of a new installation, signed in."""
    app = create_app(settings, url)
    transport = ASGITransport(app=app, raise_app_exceptions=False)
    async with closed_at_the_end(app) as database:
        await create_administrators(database, settings, COMMITTEE, PASSWORD)
        async with AsyncClient(transport=transport, base_url="http://test") as client:
            office = SignedIn(client, database, settings, World())
            await office.sign_in()
            yield office


async def import_the_district(office: SignedIn) -> None:
    """The three workbooks, as an officer hands them in."""
    assert counts(await office.committed("organisations", ORGANISATIONS)) == (84, 0, 0, 0)
    assert counts(await office.committed("members", MEMBERS)) == (779, 0, 0, 0)
    assert counts(await office.committed("secretaries", SECRETARIES)) == (60, 0, 0, 0)


async def read_figures(office: SignedIn) -> tuple[int, ...]:
    """Organisations, large ones among the second level; members, in service, retired, under 45,
    with a degree.
    """
    tree = await office.get("/organisations/tree", depth=0)
    root = tree["items"][0]["id"]
    found = await office.get(f"/organisations/{root}/summary", as_of=LAST_DAY)
    organisations, members = found["organisations"], found["members"]
    names = ("total", "in_service", "retired", "in_service_under_45", "in_service_with_degree")
    return organisations["total"], organisations["large"], *(members[name] for name in names)


async def check_the_records(office: SignedIn) -> None:
    """Seal the log, check its chain and what must hold of any database."""
    async with office.database.transaction(WHOLE_TREE) as session:
        sealed = 0
        while batch := await seal_next(session):
            sealed += batch
    async with office.database.transaction(WHOLE_TREE) as session:
        verified = await verify(session)
        assert (verified.ok, verified.sealed, verified.unsealed) == (True, sealed, 0)
        assert sealed > 1000
        assert await check_invariants(session) == []


if BINARIES is None:

    def test_version_15_is_not_installed_here() -> None:
        assert system_postgres_15() is None

else:

    async def test_the_district_on_version_15(settings: Settings, migrated: str) -> None:
        async with officer(settings, migrated) as office:
            async with office.database.transaction() as session:
                version = await session.scalar(text("SHOW server_version_num"))
            assert str(version)[:2] == "15"
            await import_the_district(office)
            assert await read_figures(office) == (84, 13, 779, 586, 193, 377, 340)
            await check_the_records(office)
