"""What a change would do: carried out for real in a savepoint, looked at, and undone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core.errors import Problem
from gongwei.organisations.changes.apply import apply_change
from gongwei.organisations.changes.schemas import PreviewOut, RemarkOut
from gongwei.organisations.changes.work import Applied, Effect
from gongwei.organisations.models import ChangeKind, OrganisationChange
from gongwei.organisations.schemas import Language, TreeItemOut
from gongwei.organisations.tree import items_of, preorder


@dataclass
class Rehearsal:
    """The tree around a change before and after it; `problem` is why it cannot be."""

    before: list[TreeItemOut] = field(default_factory=list)
    after: list[TreeItemOut] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    problem: Problem | None = None


async def rehearse(session: AsyncSession, actor: Actor, change: OrganisationChange) -> Rehearsal:
    """Try the change. Nothing stays written, and nothing of the caller's session is touched.

    The trial runs the very code of the real thing, in a session of its own on a savepoint of the
    same connection, so that its rows and records end with it.
    """
    await session.flush()
    found = Rehearsal()
    applied = Applied()
    trial = AsyncSession(
        bind=await session.connection(),
        join_transaction_mode="create_savepoint",
        expire_on_commit=False,
    )
    async with trial:
        try:
            applied = await apply_change(trial, actor, _copy(change))
            found.effects = applied.effects
            found.after = await _around(trial, actor, applied, change.effective_on)
        except Problem as problem:
            found.problem = problem
            applied.touched.add(change.organisation_id)
        await trial.rollback()
    found.before = await _around(session, actor, applied, change.effective_on)
    return found


def _copy(change: OrganisationChange) -> OrganisationChange:
    return OrganisationChange(
        kind=ChangeKind(change.kind),
        organisation_id=change.organisation_id,
        effective_on=change.effective_on,
        reason=change.reason,
        payload=change.payload,
    )


async def _around(
    session: AsyncSession, actor: Actor, applied: Applied, on: date
) -> list[TreeItemOut]:
    items = await items_of(session, actor, applied.touched | applied.around, on)
    for item in items.values():
        item.matched = item.id in applied.touched
    tops = [item for item in items.values() if item.parent_id not in items]
    tops.sort(key=lambda item: (item.depth, item.position, item.code))
    return [item for top in tops for item in preorder(items.values(), top.id)]


def preview_out(rehearsal: Rehearsal, language: Language) -> PreviewOut:
    """The rehearsal in the caller's language."""
    problem = rehearsal.problem
    return PreviewOut(
        before=rehearsal.before,
        after=rehearsal.after,
        effects=list(_effects(rehearsal.effects, language)),
        problems=[]
        if problem is None
        else [RemarkOut(code=problem.code, message=problem.detail(language))],
    )


def _effects(effects: Iterable[Effect], language: Language) -> Iterable[RemarkOut]:
    for effect in effects:
        yield RemarkOut(code=effect.code, message=effect.words[1 if language == "en" else 0])
