"""What row-level security shows a caller, and looking past it where a rule needs the whole tree."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import SEGMENT
from gongwei.core.db import WHOLE_TREE, narrow


def at_root(actor: Actor) -> bool:
    """Whether the caller's role is held at the root of the tree."""
    return len(actor.path) == SEGMENT


def setting_of(actor: Actor) -> str:
    """The setting for this caller: everything at the root, else its subtree's path."""
    return WHOLE_TREE if at_root(actor) else actor.path


@asynccontextmanager
async def whole_tree(session: AsyncSession, actor: Actor) -> AsyncIterator[None]:
    """Show the whole tree inside the block: for judging a rule, never for answering with it."""
    await narrow(session, WHOLE_TREE)
    yield
    await narrow(session, setting_of(actor))
