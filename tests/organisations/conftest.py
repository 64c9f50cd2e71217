"""Fixtures of the tests of organisations."""

import pytest
from httpx import AsyncClient

from factories.world import World
from organisations.desk import Desk


@pytest.fixture
def desk(client: AsyncClient, world: World) -> Desk:
    """The committee officer's requests."""
    return Desk(client, world)
