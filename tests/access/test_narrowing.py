"""Looking past one's subtree in matters of one's own."""

from dataclasses import replace

from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import acting
from factories.world import World
from gongwei.access.narrowing import OWN_MATTERS, as_oneself
from gongwei.access.permissions import Permission


async def scope(session: AsyncSession) -> str:
    return str(await session.scalar(text("SELECT current_setting('gongwei.scope')")))


async def test_oneself_reads_the_whole_tree_inside_the_block_alone(
    session: AsyncSession, world: World
) -> None:
    actor = replace(acting(world, "clerk"), person_id=world.users["clerk"].id)
    async with as_oneself(session, actor) as oneself:
        assert oneself.path == world["root"].path
        assert oneself.permissions == OWN_MATTERS
        assert await scope(session) == "*"
    assert await scope(session) == world["finance"].path


async def test_who_stands_for_nobody_sees_no_more_than_before(
    session: AsyncSession, world: World
) -> None:
    actor = acting(world, "clerk")
    before = await scope(session)
    async with as_oneself(session, actor) as oneself:
        assert oneself is actor
        assert await scope(session) == before


def test_nothing_is_done_and_no_note_is_read_in_that_way() -> None:
    assert Permission.INSPECTION_NOTES_READ not in OWN_MATTERS
    assert [one for one in OWN_MATTERS if not one.value.endswith(".read")] == []
