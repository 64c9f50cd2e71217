"""A small committee on a database with real commits, and jobs of a kind made for the tests."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient

from factories.bench import KIND, Bench
from factories.world import build_world
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.integrations.jobs.handlers import HANDLERS, Handler
from gongwei.main import create_app


@pytest.fixture
async def bench(separate: Database, settings: Settings) -> AsyncIterator[Bench]:
    world = await build_world(separate)
    app = create_app(settings, separate.url)
    await app.state.database.close()
    app.state.database = separate
    transport = ASGITransport(app=app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        yield Bench(separate, settings, client, world)


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Call it with what a job of the tests' kind shall do."""

    def register(run: Any, *, repeatable: bool = False) -> None:
        monkeypatch.setitem(HANDLERS, KIND, Handler(run, repeatable=repeatable))

    return register
