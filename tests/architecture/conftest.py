"""The seeded committee, for every test here in a transaction of its own."""

from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy import NullPool
from sqlalchemy.ext.asyncio import create_async_engine

from architecture.committee import Seeded, Tried, seeded_committee
from conftest import OneTransaction
from factories.program import client_of
from gongwei.core.crypto import Vault, configure_vault


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    """Made once; every test that uses it is rolled back."""
    with seeded_committee(tmp_path_factory.mktemp("data")) as seeded:
        yield seeded


@pytest.fixture
async def tried(seeded: Seeded) -> AsyncIterator[Tried]:
    """The seeded committee, rolled back at the end, with the second line switched off.

    The tests connect as the superuser, whom row-level security lets pass, so that only the
    program's own filters stand between a caller and the records of others.
    """
    configure_vault(Vault.from_key(seeded.settings.data_key, seeded.settings.crypto))
    connect = {"server_settings": {"timezone": "UTC"}, "prepared_statement_cache_size": 2000}
    engine = create_async_engine(seeded.url, poolclass=NullPool, connect_args=connect)
    async with engine.connect() as connection:
        transaction = await connection.begin()
        database = OneTransaction(connection, seeded.url)
        seeded.app.state.database = database
        async with client_of(seeded.app) as client:
            yield Tried(seeded, client, connection)
        await database.close()
        await transaction.rollback()
    await engine.dispose()
