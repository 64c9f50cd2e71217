"""Fixtures of the tests of archives."""

import pytest

from factories.lives import describe, enter_secretary
from factories.world import World
from gongwei.core.db import Database
from gongwei.secretaries.models import Appointment


@pytest.fixture
async def held(database: Database, world: World) -> Appointment:
    """The secretary of finance, about whom something is held in every section."""
    appointment = await enter_secretary(database, world)
    await describe(database, appointment)
    return appointment
