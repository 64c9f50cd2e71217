"""Folding appended changes into the sums of every organisation above (decision 012), and moving
sums along when an organisation moves.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.dated import among
from gongwei.access.models import SEGMENT, Organisation
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.models import new_id
from gongwei.volunteering.hours.models import HoursDelta, HoursKind, HoursSum

AT_ONCE = 5000
"""Changes folded in one transaction."""

LOCK = 0x686F757273
"""One folding, or moving, of sums at a time."""


class _Sum(NamedTuple):
    organisation_id: UUID
    month: date
    kind: HoursKind
    settled: bool


class _Amount(NamedTuple):
    minutes: int
    entries: int


async def fold_sums(database: Database, _settings: Settings) -> bool:
    """The worker's duty; answers whether there may be more."""
    async with database.transaction(WHOLE_TREE) as session:
        return await fold(session) == AT_ONCE


async def fold(session: AsyncSession) -> int:
    """Fold the oldest changes; answers how many. With the whole tree in view."""
    await _alone(session)
    oldest = select(col(HoursDelta.id)).order_by(col(HoursDelta.id)).limit(AT_ONCE)
    taken = await session.execute(
        delete(HoursDelta)
        .where(col(HoursDelta.id).in_(oldest))
        .returning(
            col(HoursDelta.organisation_id), col(HoursDelta.month), col(HoursDelta.kind),
            col(HoursDelta.settled), col(HoursDelta.minutes), col(HoursDelta.entries),
        )
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    rows = taken.all()
    above = await _above(session, {row[0] for row in rows})
    minutes: Counter[_Sum] = Counter()
    entries: Counter[_Sum] = Counter()
    for own, *place, some_minutes, some_entries in rows:
        for organisation_id in above[own]:
            key = _Sum(organisation_id, *place)
            minutes[key] += some_minutes
            entries[key] += some_entries
    await _add(session, {key: _Amount(minutes[key], entries[key]) for key in minutes})
    return len(rows)


async def _alone(session: AsyncSession) -> None:
    # A statement of its own: the next one must see what was folded while this one waited.
    await session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


async def _above(session: AsyncSession, own: set[UUID]) -> dict[UUID, list[UUID]]:
    """Each of these organisations with itself and everything above it."""
    query = select(col(Organisation.id), col(Organisation.path))
    placed = await session.execute(query.where(among(col(Organisation.id), own)))
    paths = dict(placed.all())
    prefixes = {prefix for path in paths.values() for prefix in prefixes_of(path)}
    found = await session.execute(query.where(col(Organisation.path).in_(prefixes)))
    by_path = {path: key for key, path in found.all()}
    return {
        key: [by_path[prefix] for prefix in prefixes_of(path) if prefix in by_path]
        for key, path in paths.items()
    }


def prefixes_of(path: str) -> list[str]:
    """The paths of everything above an organisation, and its own."""
    return [path[:end] for end in range(SEGMENT, len(path) + 1, SEGMENT)]


async def _add(session: AsyncSession, amounts: Mapping[_Sum, _Amount]) -> None:
    moment = clock.now()
    rows: list[dict[str, Any]] = [
        {
            **key._asdict(), **amount._asdict(), "id": new_id(), "version": 1,
            "created_at": moment, "updated_at": moment,
        }
        for key, amount in amounts.items()
        if amount != (0, 0)
    ]  # fmt: skip
    if not rows:
        return
    added = insert(HoursSum)
    await session.execute(
        added.on_conflict_do_update(
            index_elements=["organisation_id", "month", "kind", "settled"],
            set_={
                "minutes": col(HoursSum.minutes) + added.excluded.minutes,
                "entries": col(HoursSum.entries) + added.excluded.entries,
                "version": col(HoursSum.version) + 1,
                "updated_at": moment,
            },
        ),
        rows,
    )


async def follow_move(session: AsyncSession, old: str, new: str) -> None:
    """An organisation moved with all below it from the path `old` to `new`: its sums leave what
    stood above it and come to what stands there now, in the transaction that moves it.
    """
    await _alone(session)
    left = set(prefixes_of(old)[:-1]) - set(prefixes_of(new)[:-1])
    come = set(prefixes_of(new)[:-1]) - set(prefixes_of(old)[:-1])
    amounts: dict[_Sum, _Amount] = {}
    own = select(
        col(HoursSum.month), col(HoursSum.kind), col(HoursSum.settled),
        col(HoursSum.minutes), col(HoursSum.entries),
    ).where(col(HoursSum.organisation_id).in_(_at(col(Organisation.path) == new)))  # fmt: skip
    sums = (await session.execute(own)).all()
    for prefixes, sign in ((left, -1), (come, 1)):
        places = _at(col(Organisation.path).in_(prefixes))
        for organisation_id in (await session.execute(places)).scalars().all():
            for month, kind, settled, minutes, entries in sums:
                key = _Sum(organisation_id, month, kind, settled)
                amounts[key] = _Amount(sign * minutes, sign * entries)
    await _add(session, amounts)


def _at(condition: ColumnElement[bool]) -> Any:
    return select(col(Organisation.id)).where(condition)
