"""One shift from nine to twelve, run by finance, with the member 李四 signed up for it."""

import pytest
from httpx import AsyncClient

from factories.service_days import ServiceDays
from factories.world import World
from gongwei.core.db import Database
from volunteering.attendance.doorway import Doorway


@pytest.fixture
async def door(client: AsyncClient, database: Database, world: World) -> Doorway:
    """The member's account stands for 李四, the secretary's for 王五, who is signed up for
    nothing.
    """
    return await doorway(client, database, world)


async def doorway(client: AsyncClient, database: Database, world: World) -> Doorway:
    """The same on any database."""
    days = ServiceDays(database, world)
    activity = await days.activity()
    shift = await days.shift(activity)
    people = {
        "李四": await days.person("李四", who="member"),
        "王五": await days.person("王五", who="secretary", at="finance_units"),
    }
    await days.sign_up(shift, people["李四"])
    return Doorway(client, days, activity, shift, people)
