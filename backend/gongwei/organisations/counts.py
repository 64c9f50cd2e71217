"""Figures of a subtree on a day: organisations by kind and level, and terms of office."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import links, subtree_as_of
from gongwei.access.models import Organisation, OrganisationKind
from gongwei.access.scope import in_scope
from gongwei.core import clock
from gongwei.organisations.dated import READ, exists_on
from gongwei.organisations.models import Term
from gongwei.organisations.terms.periods import due_soon_on, overdue_on, running_on


@dataclass
class LevelCounts:
    """Organisations of one level below the root."""

    total: int = 0
    by_kind: dict[OrganisationKind, int] = field(default_factory=dict)


@dataclass
class OrganisationCounts:
    """Organisations below a root, without the root itself.

    `second_level` is what the root leads directly (the root is the first level), `third_level`
    what those lead.
    """

    total: int = 0
    by_kind: dict[OrganisationKind, int] = field(default_factory=dict)
    second_level: LevelCounts = field(default_factory=LevelCounts)
    third_level: LevelCounts = field(default_factory=LevelCounts)


@dataclass(frozen=True)
class TermCounts:
    """Terms of office of a subtree. `serving` is all that run; `due_soon` and `overdue` are among
    them."""

    serving: int
    due_soon: int
    overdue: int


async def organisation_counts(
    session: AsyncSession, actor: Actor, root: Organisation, as_of: date | None = None
) -> OrganisationCounts:
    """Counts by kind of what stands below `root` on a day, as far as the caller may see it."""
    if not await exists_on(session, root, as_of):
        return OrganisationCounts()
    below_it = (
        col(Organisation.id).in_(subtree_as_of(root, as_of)),
        col(Organisation.id) != root.id,
    )
    above, below_them = links(as_of), links(as_of)
    second = select(above.c.child_id).where(above.c.parent_id == root.id)
    third = select(below_them.c.child_id).where(below_them.c.parent_id.in_(second))
    everything = await _by_kind(session, actor, *below_it)
    return OrganisationCounts(
        total=everything.total,
        by_kind=everything.by_kind,
        second_level=await _by_kind(session, actor, col(Organisation.id).in_(second)),
        third_level=await _by_kind(session, actor, col(Organisation.id).in_(third)),
    )


async def _by_kind(
    session: AsyncSession, actor: Actor, *conditions: ColumnElement[bool]
) -> LevelCounts:
    query = (
        select(col(Organisation.kind), func.count())
        .where(in_scope(actor, Organisation, READ), *conditions)
        .group_by(col(Organisation.kind))
    )
    found = {row[0]: row[1] for row in (await session.execute(query)).all()}
    return LevelCounts(sum(found.values()), found)


async def term_counts(
    session: AsyncSession, root: Organisation, as_of: date | None = None
) -> TermCounts:
    """Terms that run on a day at or below `root`; due within six months; past their end."""
    day = as_of or clock.today()
    query = select(func.count(), _number(due_soon_on(day)), _number(overdue_on(day))).where(
        running_on(day), col(Term.organisation_id).in_(subtree_as_of(root, as_of))
    )
    row = (await session.execute(query)).one()
    return TermCounts(serving=row[0], due_soon=row[1], overdue=row[2])


def _number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))


async def current_terms(
    session: AsyncSession, ids: list[UUID], as_of: date | None = None
) -> dict[UUID, Term]:
    """The term that runs on a day at each of these organisations, where there is one."""
    day = as_of or clock.today()
    query = select_rows(Term).where(col(Term.organisation_id).in_(ids), running_on(day))
    return {term.organisation_id: term for term in (await session.exec(query)).all()}


async def current_term(
    session: AsyncSession, organisation_id: UUID, as_of: date | None = None
) -> Term | None:
    """The term that runs at an organisation on a day."""
    return (await current_terms(session, [organisation_id], as_of)).get(organisation_id)
