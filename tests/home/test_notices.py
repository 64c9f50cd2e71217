"""How an empty installation begins."""

from httpx import AsyncClient
from sqlmodel import select

from factories.world import World
from gongwei.access.actor import system_actor
from gongwei.access.models import Organisation
from gongwei.commands.administration import create_administrators
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.home.notices import notices


async def test_an_empty_installation_is_told_where_to_begin(
    separate: Database, settings: Settings
) -> None:
    await create_administrators(separate, settings, "云屏区区直机关工作委员会", "a pass phrase 58")
    async with separate.transaction(WHOLE_TREE) as session:
        root = (await session.exec(select(Organisation))).one()
        zh = await notices(session, system_actor(root), "zh")
        en = await notices(session, system_actor(root), "en")
    assert [(one.code, one.title, one.path) for one in (zh[0], en[0])] == [
        ("no_organisations", "还没有党组织", "/imports/new?kind=organisations"),
        ("no_organisations", "There are no organisations yet", "/imports/new?kind=organisations"),
    ]


async def test_nobody_is_told_once_there_are_organisations(
    client: AsyncClient, world: World
) -> None:
    for who in ("officer", "secretary"):
        home = (await client.get("/api/v1/me/home", headers=world.headers(who))).json()
        assert "no_organisations" not in [one["code"] for one in home["notices"]]
