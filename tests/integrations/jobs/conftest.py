"""A small committee on a database with real commits, and jobs of a kind made for the tests."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from factories.bench import KIND, Bench
from factories.program import client_on
from factories.world import World
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.integrations.jobs.handlers import HANDLERS, Handler


@pytest.fixture
async def bench(separate: Database, settings: Settings, world_apart: World) -> AsyncIterator[Bench]:
    async with client_on(separate, settings) as client:
        yield Bench(separate, settings, client, world_apart)


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Call it with what a job of the tests' kind shall do."""

    def register(run: Any, *, repeatable: bool = False) -> None:
        monkeypatch.setitem(HANDLERS, KIND, Handler(run, repeatable=repeatable))

    return register
