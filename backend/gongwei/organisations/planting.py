"""Putting an organisation into the tree: its code, place among siblings, path, edge and name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import String as Text
from sqlalchemy import func, literal, select, text, update
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.edges import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.access.models import SEGMENT, Organisation, OrganisationKind, OrganisationState
from gongwei.access.paths import number_of, segment
from gongwei.access.scope import PATH_END, below
from gongwei.core import clock
from gongwei.core.models import Row
from gongwei.organisations.naming import name_pinyin, search_text
from gongwei.organisations.problems import CODE_TAKEN, CODE_TOO_LONG, TOO_DEEP

LONGEST_PATH = 200
LONGEST_CODE = 64
TREE_LOCK = 0x6077E2
"""Advisory lock of the tree's shape: two moves that are harmless alone can close a circle
together."""


@dataclass(frozen=True)
class Seedling:
    """What is known of an organisation before it has a place."""

    kind: OrganisationKind
    name: str
    short_name: str | None = None
    code: str | None = None
    unit_id: UUID | None = None
    founded_on: date | None = None
    position: int | None = None


@dataclass(frozen=True)
class Planted:
    """A new organisation, and the rows that are recorded with it."""

    organisation: Organisation
    parts: tuple[Row, ...]


async def lock_tree(session: AsyncSession) -> None:
    """Let nobody else change the shape of the tree until the transaction ends."""
    await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": TREE_LOCK})


async def plant(
    session: AsyncSession, parent: Organisation, seedling: Seedling, on: date
) -> Planted:
    """Add an organisation under `parent` from the day `on`. The caller has locked the tree and
    records.

    Raises `code_taken`, `code_too_long` and `too_deep` (409).
    """
    path = await next_path(session, parent)
    code = await _free_code(session, seedling, parent, number_of(path))
    short_name = seedling.short_name or seedling.name[:100]
    organisation = Organisation(
        kind=seedling.kind,
        code=code,
        name=seedling.name,
        short_name=short_name,
        name_pinyin=name_pinyin(seedling.name),
        search_text=search_text(seedling.name, short_name, code),
        position=seedling.position or await next_position(session, parent.id),
        parent_id=parent.id,
        path=path,
        depth=parent.depth + 1,
        unit_id=seedling.unit_id,
        founded_on=seedling.founded_on,
    )
    session.add(organisation)
    await session.flush()
    parts = (lead(organisation.id, parent.id, on), called(organisation, on))
    session.add_all(parts)
    return Planted(organisation, parts)


async def plant_root(session: AsyncSession, seedling: Seedling, code: str, on: date) -> Planted:
    """The first organisation of an empty tree."""
    short_name = seedling.short_name or seedling.name[:100]
    root = Organisation(
        kind=seedling.kind, code=code, name=seedling.name, short_name=short_name,
        name_pinyin=name_pinyin(seedling.name),
        search_text=search_text(seedling.name, short_name, code),
        position=1, path=segment(1), founded_on=seedling.founded_on,
    )  # fmt: skip
    session.add(root)
    await session.flush()
    name = called(root, on)
    session.add(name)
    return Planted(root, (name,))


def lead(organisation_id: UUID, parent_id: UUID, on: date) -> OrganisationEdge:
    """A leadership edge from the day `on`, not yet in the session."""
    return OrganisationEdge(
        kind=EdgeKind.LEADERSHIP,
        organisation_id=organisation_id,
        parent_id=parent_id,
        valid_from=on,
    )


def called(organisation: Organisation, on: date) -> OrganisationName:
    """The organisation's present name as valid from the day `on`, not yet in the session."""
    return OrganisationName(
        organisation_id=organisation.id,
        name=organisation.name,
        short_name=organisation.short_name,
        valid_from=on,
    )


async def next_path(session: AsyncSession, parent: Organisation) -> str:
    """The path of the next child: one more than the last that lies there, dissolved ones
    included."""
    if len(parent.path) + SEGMENT > LONGEST_PATH:
        raise TOO_DEEP(levels=LONGEST_PATH // SEGMENT)
    column = col(Organisation.path)
    last = await session.scalar(
        select(column)
        .where(column > parent.path, column < parent.path + PATH_END)
        .order_by(column.desc())
        .limit(1)
    )
    taken = number_of(last[: len(parent.path) + SEGMENT]) if last else 0
    return parent.path + segment(taken + 1)


async def next_position(session: AsyncSession, parent_id: UUID) -> int:
    """The place after the last sibling."""
    last = await session.scalar(
        select(func.max(col(Organisation.position))).where(
            col(Organisation.parent_id) == parent_id,
            col(Organisation.state) == OrganisationState.ACTIVE,
        )
    )
    return int(last or 0) + 1


async def refuse_taken_code(session: AsyncSession, code: str, own: UUID | None = None) -> None:
    """Raise `code_taken` (409) when an active organisation has this code."""
    if await _code_taken(session, code, own):
        raise CODE_TAKEN(code=code)


async def _code_taken(session: AsyncSession, code: str, own: UUID | None) -> bool:
    query = select(col(Organisation.id)).where(
        col(Organisation.code) == code, col(Organisation.state) == OrganisationState.ACTIVE
    )
    if own is not None:
        query = query.where(col(Organisation.id) != own)
    return (await session.execute(query.limit(1))).first() is not None


async def _free_code(
    session: AsyncSession, seedling: Seedling, parent: Organisation, number: int
) -> str:
    if seedling.code is not None:
        await refuse_taken_code(session, seedling.code)
        return seedling.code
    while True:
        code = f"{parent.code}.{number:03d}"
        if len(code) > LONGEST_CODE:
            raise CODE_TOO_LONG(name=seedling.name)
        if not await _code_taken(session, code, None):
            return code
        number += 1


async def transplant(
    session: AsyncSession, organisation: Organisation, parent: Organisation
) -> int:
    """Rewrite paths and depths of a subtree that now stands under `parent`; answers how many moved.

    One statement, so that a large department moves as fast as a small one; the organisations
    below are recorded by the entry of the one that moves. Dissolved ones keep lying where they
    lay in the subtree.
    """
    await session.flush()
    old, new = organisation.path, await next_path(session, parent)
    deeper = parent.depth + 1 - organisation.depth
    longest = await session.scalar(
        select(func.max(func.length(col(Organisation.path)))).where(below(old))
    )
    if int(longest or 0) - len(old) + len(new) > LONGEST_PATH:
        raise TOO_DEEP(levels=LONGEST_PATH // SEGMENT)
    column = col(Organisation.path)
    rewritten = literal(new, Text()).concat(func.substr(column, len(old) + 1))
    result = await session.execute(
        update(Organisation)
        .where(below(old))
        .values(
            path=rewritten,
            depth=col(Organisation.depth) + deeper,
            version=col(Organisation.version) + 1,
            updated_at=clock.now(),
        )
        .returning(col(Organisation.id))
        .execution_options(recorded=True, synchronize_session=False)
    )
    moved = len(result.all())
    await _reread(session)
    return moved


async def _reread(session: AsyncSession) -> None:
    loaded = [row.id for row in session.identity_map.values() if isinstance(row, Organisation)]
    await session.exec(
        select_rows(Organisation)
        .where(col(Organisation.id).in_(loaded))
        .execution_options(populate_existing=True)
    )


async def rearrange(
    session: AsyncSession, organisation: Organisation, position: int
) -> Sequence[Organisation]:
    """Put an organisation at a place among its siblings; answers the siblings that made room."""
    query = (
        select_rows(Organisation)
        .where(
            col(Organisation.parent_id) == organisation.parent_id,
            col(Organisation.id) != organisation.id,
            col(Organisation.state) == OrganisationState.ACTIVE,
        )
        .order_by(col(Organisation.position), col(Organisation.path))
        .with_for_update()
    )
    siblings = list((await session.exec(query)).all())
    ordered = list(siblings)
    ordered.insert(min(position, len(siblings) + 1) - 1, organisation)
    changed = []
    for place, row in enumerate(ordered, start=1):
        if row.position != place:
            row.position = place
            if row is not organisation:
                changed.append(row)
    return changed
