"""A real PostgreSQL under every test: one server a run, one database a worker, one transaction a
test.
"""

import asyncio
import os
import pickle
import signal
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import asyncpg
import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from sqlalchemy import NullPool, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from distribution import Scheduling, place_of
from factories.program import client_of, program_on
from factories.world import World, build_world
from gongwei.core.config import Settings, load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import Database
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate

SERVER = "GONGWEI_TEST_SERVER"
WORLD = "GONGWEI_TEST_WORLD"
TEMPLATE = "gongwei_template"
WORLD_TEMPLATE = "gongwei_world"
ROLE = "gongwei_app"
TOKEN_KEY = "a-token-key-for-tests-that-is-long-enough"
DATA_KEY = "a-data-key-for-tests-that-is-long-enough"

Answer = TypeVar("Answer")

_started: dict[str, EmbeddedPostgres | tempfile.TemporaryDirectory[str]] = {}


def pytest_configure(config: pytest.Config) -> None:
    """Start the run's server, in the process that hands out the tests, migrate a template, and
    build the small committee on another.
    """
    # A shell's background job ignores interrupts, and so would what the tests start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
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
    run_as_owner(f"CREATE DATABASE {WORLD_TEMPLATE} TEMPLATE {TEMPLATE}")
    written = Path(folder.name, "world.pickle")
    written.write_bytes(pickle.dumps(to_the_end(_committed_world())))
    os.environ[WORLD] = str(written)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=place_of)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling | None:
    """In place of `--dist loadfile`; in the order of the collection."""
    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return Scheduling(config, log)


async def _committed_world() -> World:
    database = Database(database_url(WORLD_TEMPLATE), role=ROLE)
    world = await build_world(database)
    await database.close()
    return world


def pytest_unconfigure(config: pytest.Config) -> None:
    server, folder = _started.get("server"), _started.get("folder")
    if isinstance(server, EmbeddedPostgres):
        server.stop()
        os.environ.pop(SERVER, None)
        os.environ.pop(WORLD, None)
    if isinstance(folder, tempfile.TemporaryDirectory):
        folder.cleanup()


def database_url(name: str) -> str:
    """The address of a database of the run's server, as its owner."""
    return os.environ[SERVER].replace("{database}", name)


def to_the_end(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Run it in a thread, because a loop may be running here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def run_as_owner(*statements: str, database: str = "postgres") -> None:
    """Run statements as the server's superuser."""

    async def run() -> None:
        url = make_url(database_url(database)).set(drivername="postgresql")
        connection = await asyncpg.connect(url.render_as_string(hide_password=False))
        for statement in statements:
            await connection.execute(statement)
        await connection.close()

    to_the_end(run())


def new_database(template: str = TEMPLATE) -> str:
    """A fresh, migrated database; answers its name."""
    name = f"test_{uuid4().hex[:12]}"
    run_as_owner(f"CREATE DATABASE {name} TEMPLATE {template}")
    return name


@contextmanager
def shared_database(template: str) -> Iterator[AsyncEngine]:
    """An engine on a database for tests that roll back. A connection each, and the statements
    that SQLAlchemy has compiled for all of them.
    """
    name = new_database(template)
    yield create_async_engine(
        database_url(name),
        poolclass=NullPool,
        connect_args={"server_settings": {"role": ROLE, "timezone": "UTC"}},
    )
    run_as_owner(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def empty_engine() -> Iterator[AsyncEngine]:
    """The empty database of this worker's rolled-back tests."""
    with shared_database(TEMPLATE) as engine:
        yield engine


@pytest.fixture(scope="session")
def world_engine() -> Iterator[AsyncEngine]:
    """The same with the small committee in it."""
    with shared_database(WORLD_TEMPLATE) as engine:
        yield engine


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
async def database(request: pytest.FixtureRequest, settings: Settings) -> AsyncIterator[Database]:
    """A database for one test, with the small committee if the test asks for `world`, and else
    empty; everything that the test writes is rolled back.
    """
    inhabited = "world" in request.fixturenames
    engine: AsyncEngine = request.getfixturevalue("world_engine" if inhabited else "empty_engine")
    async with engine.connect() as connection:
        transaction = await connection.begin()
        shared = OneTransaction(connection, engine.url.render_as_string(hide_password=False))
        yield shared
        await shared.close()
        await transaction.rollback()


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """A session that sees the whole tree."""
    async with database.transaction("*") as session:
        yield session


@pytest.fixture
async def app(database: Database, settings: Settings) -> FastAPI:
    return await program_on(database, settings)


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """An HTTP client of the program, inside the test's transaction."""
    async with client_of(app) as client:
        yield client


@pytest.fixture
def world(database: Database) -> World:
    """A small committee with somebody in every role."""
    return read_world()


@pytest.fixture
def world_apart(separate: Database) -> World:
    """The same on the database with real commits."""
    return read_world()


def read_world() -> World:
    """The committee that every copy of its template holds; the objects are the caller's own."""
    # Written by this run a moment ago, so nobody's hostile pickle.
    world: World = pickle.loads(Path(os.environ[WORLD]).read_bytes())
    return world


@pytest.fixture
async def separate(request: pytest.FixtureRequest, settings: Settings) -> AsyncIterator[Database]:
    """A database of its own with real commits and a real pool, for tests of concurrency; with the
    small committee if the test asks for `world_apart`.
    """
    inhabited = "world_apart" in request.fixturenames
    name = new_database(WORLD_TEMPLATE if inhabited else TEMPLATE)
    database = Database(database_url(name), role=ROLE, pool_size=20)
    yield database
    await database.close()
    run_as_owner(f"DROP DATABASE {name} WITH (FORCE)")
