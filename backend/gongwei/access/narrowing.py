"""What row-level security shows a caller, and looking past it where a rule needs the whole tree."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import SEGMENT
from gongwei.access.permissions import Permission
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import ProblemType

NO_PERSON = ProblemType(
    "no_person", 409, "账号没有对应人员", "The account stands for no person",
    "您的账号没有与花名册中的人员关联，因此没有本人的档案、谈话和异议。请联系系统管理员关联后再试。",
    "Your account is not linked to a person on the roster, so nothing is held about you. "
    "Ask the system administrator to link it.",
)  # fmt: skip

OWN_MATTERS = frozenset(
    {
        Permission.ORGANISATIONS_READ,
        Permission.MEMBERS_READ,
        Permission.SECRETARIES_READ,
        Permission.NOMINATIONS_READ,
        Permission.INSPECTIONS_READ,
        Permission.TALKS_READ,
        Permission.TASKS_READ,
        Permission.ARCHIVES_READ,
        Permission.OBJECTIONS_READ,
        Permission.VOLUNTEERING_READ,
        Permission.DUTY_ROUNDS_READ,
        Permission.DUTY_REPORTS_READ,
        Permission.DUTY_RESULTS_READ,
    }
)
"""What somebody may read about oneself. Notes of interviews are not among it."""


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


@asynccontextmanager
async def as_oneself(session: AsyncSession, actor: Actor) -> AsyncIterator[Actor]:
    """The caller with the reading permissions of `OWN_MATTERS` over the whole tree.

    Only for queries that name the caller's own person. Who stands for nobody sees no more than
    before, because an absent person would match every record that is about nobody.
    """
    if actor.person_id is None:
        yield actor
        return
    async with whole_tree(session, actor):
        yield replace(actor, path=actor.path[:SEGMENT], permissions=OWN_MATTERS)
