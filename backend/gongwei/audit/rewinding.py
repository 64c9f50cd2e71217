"""What a record's columns held on a day, and when an act was entered, read from the log."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, false
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.dated import among
from gongwei.audit.models import AuditEntry
from gongwei.audit.record import plain, subject_type
from gongwei.core import clock
from gongwei.core.models import Row

Then = dict[UUID, dict[str, Any]]

ENTERED = 1
"""The version of a record that was entered and not changed since."""


async def as_they_were(
    session: AsyncSession, rows: Sequence[Row], columns: Sequence[str], day: date
) -> Then:
    """The columns of records at the end of a day, as JSON has them, by the records' ids.

    The records are of one kind, and the caller has selected them with a permission to read them.
    Undoes whatever happened later, so an act that was entered late counts from the day on which it
    happened. The entering of a record is not undone: one that tells of earlier days was on those
    days what it was when it was entered.
    """
    then = {row.id: {name: plain(getattr(row, name)) for name in columns} for row in rows}
    query = (
        select(AuditEntry)
        .where(_about(rows), col(AuditEntry.changes) != {})
        .order_by(col(AuditEntry.seq).desc())
    )
    for entry in (await session.exec(query)).all():
        if clock.day_of(entry.occurred_at) <= day or entry.subject_version == ENTERED:
            continue
        for name in columns:
            change = entry.changes.get(name)
            if change is not None:
                then[entry.subject_id][name] = change.get("before")
    return then


async def entered_on(session: AsyncSession, rows: Sequence[Row], action: str) -> dict[UUID, date]:
    """The day on which an act upon each record was last entered; those without it are left out."""
    query = (
        select(AuditEntry.subject_id, AuditEntry.recorded_at)
        .where(
            _about(rows),
            AuditEntry.action == action,
        )
        .order_by(col(AuditEntry.seq))
    )
    found = (await session.exec(query)).all()
    return {subject_id: clock.day_of(recorded_at) for subject_id, recorded_at in found}


def _about(rows: Sequence[Row]) -> ColumnElement[bool]:
    """Entries about records of one kind."""
    if not rows:
        return false()
    kind = subject_type(rows[0])
    return (col(AuditEntry.subject_type) == kind) & among(
        col(AuditEntry.subject_id), [row.id for row in rows]
    )
