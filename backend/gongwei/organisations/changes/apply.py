"""Carrying out a change of the tree on its day: the one way in which its shape ever changes."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.organisations.changes import ending, shaping
from gongwei.organisations.changes.schemas import read_payload
from gongwei.organisations.changes.work import Applied, Work
from gongwei.organisations.models import ChangeKind, OrganisationChange
from gongwei.organisations.planting import lock_tree

HANDLERS: dict[ChangeKind, Callable[[Work, Any], Awaitable[None]]] = {
    ChangeKind.CREATE: shaping.create,
    ChangeKind.RENAME: shaping.rename,
    ChangeKind.MOVE: shaping.move,
    ChangeKind.MERGE: ending.merge,
    ChangeKind.SPLIT: ending.split,
    ChangeKind.DISSOLVE: ending.dissolve,
    ChangeKind.GUIDANCE: shaping.guidance,
}


async def apply_change(session: AsyncSession, actor: Actor, change: OrganisationChange) -> Applied:
    """Do what `change` says as of `effective_on`, and record it at every organisation that it
    touches.

    The caller judges whether it may happen now, and records the change itself. Raises the
    problems of
    `organisations.problems`; the transaction is then to be rolled back.
    """
    await lock_tree(session)
    organisation = await fetch(
        session, actor, Organisation, change.organisation_id, read=Permission.ORGANISATIONS_READ
    )
    await session.refresh(organisation)
    work = Work(session, actor, organisation, change.effective_on, change.reason)
    await HANDLERS[change.kind](work, read_payload(change.kind, change.payload))
    await session.flush()
    return work.applied
