"""A real PostgreSQL under every test: one server a run, one database a worker, one transaction a
test.
"""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import NullPool, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.world import World, build_world
from gongwei.core.config import Settings, load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import Database
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate

SERVER = "GONGWEI_TEST_SERVER"
TEMPLATE = "gongwei_template"
ROLE = "gongwei_app"
TOKEN_KEY = "a-token-key-for-tests-that-is-long-enough"
DATA_KEY = "a-data-key-for-tests-that-is-long-enough"

_started: dict[str, EmbeddedPostgres | tempfile.TemporaryDirectory[str]] = {}


def pytest_configure(config: pytest.Config) -> None:
    """Start the run's server, in the process that hands out the tests, and migrate a template."""
    if hasattr(config, "workerinput") or SERVER in os.environ or config.option.collectonly:
        return
    folder = tempfile.TemporaryDirectory(prefix="gongwei-tests-")
    os.chmod(folder.name, 0o755)
    server = EmbeddedPostgres(
        Path(folder.name),
        settings={"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"},
    )
    server.start()
    _started.update(server=server, folder=folder)
    os.environ[SERVER] = server.url("{database}").replace("%7B", "{").replace("%7D", "}")
    run_as_owner(f"CREATE DATABASE {TEMPLATE}")
    migrate(database_url(TEMPLATE), ROLE)


def pytest_unconfigure(config: pytest.Config) -> None:
    server, folder = _started.get("server"), _started.get("folder")
    if isinstance(server, EmbeddedPostgres):
        server.stop()
        os.environ.pop(SERVER, None)
    if isinstance(folder, tempfile.TemporaryDirectory):
        folder.cleanup()


def database_url(name: str) -> str:
    """The address of a database of the run's server, as its owner."""
    return os.environ[SERVER].replace("{database}", name)


def run_as_owner(*statements: str, database: str = "postgres") -> None:
    """Run statements as the server's superuser, in a thread, because a loop may be running here."""

    async def run() -> None:
        url = make_url(database_url(database)).set(drivername="postgresql")
        connection = await asyncpg.connect(url.render_as_string(hide_password=False))
        for statement in statements:
            await connection.execute(statement)
        await connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, run()).result()


def new_database() -> str:
    """A fresh, migrated database; answers its name."""
    name = f"test_{uuid4().hex[:12]}"
    run_as_owner(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    return name


@pytest.fixture(scope="session")
def worker_database() -> Iterator[str]:
    """The database that this worker's rolled-back tests share."""
    name = new_database()
    yield database_url(name)
    run_as_owner(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = load_settings(
        token_key=TOKEN_KEY, data_key=DATA_KEY, data_dir=tmp_path, worker=False, require_otp=False
    )
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))
    return settings


class OneTransaction(Database):
    """A database whose sessions share one connection and one transaction, which the test rolls
    back.
    """

    def __init__(self, connection: AsyncConnection, url: str) -> None:
        super().__init__(url, role=ROLE)
        self.connection = connection

    def new_session(self) -> AsyncSession:
        return AsyncSession(
            bind=self.connection, join_transaction_mode="create_savepoint", expire_on_commit=False
        )


@pytest.fixture
async def database(worker_database: str, settings: Settings) -> AsyncIterator[Database]:
    """A database for one test; everything that it writes is rolled back."""
    engine = create_async_engine(
        worker_database,
        poolclass=NullPool,
        connect_args={"server_settings": {"role": ROLE, "timezone": "UTC"}},
    )
    async with engine.connect() as connection:
        transaction = await connection.begin()
        shared = OneTransaction(connection, worker_database)
        yield shared
        await shared.close()
        await transaction.rollback()
    await engine.dispose()


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """A session that sees the whole tree."""
    async with database.transaction("*") as session:
        yield session


@pytest.fixture
async def app(database: Database, settings: Settings) -> FastAPI:
    from gongwei.main import create_app

    app = create_app(settings, database.url)
    await app.state.database.close()
    app.state.database = database
    return app


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """An HTTP client of the program, inside the test's transaction."""
    transport = ASGITransport(app=app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.fixture
async def world(database: Database, settings: Settings) -> World:
    """A small committee with somebody in every role."""
    return await build_world(database)


@pytest.fixture
async def separate(settings: Settings) -> AsyncIterator[Database]:
    """A database of its own with real commits and a real pool, for tests of concurrency."""
    name = new_database()
    database = Database(database_url(name), role=ROLE, pool_size=20)
    yield database
    await database.close()
    run_as_owner(f"DROP DATABASE {name} WITH (FORCE)")
