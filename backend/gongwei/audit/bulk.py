"""Recording what `record` cannot see: rows that a bulk statement wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.audit.models import AuditEntry, Event
from gongwei.audit.record import MOVING, plain
from gongwei.core import clock
from gongwei.core.models import Row

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BulkAct:
    """One act upon one row. `changes` maps a column to {before, after}, or {hidden} where
    private. `occurred_at` is now unless it is told.
    """

    subject_id: UUID
    organisation_id: UUID
    label: str
    changes: dict[str, Any]
    version: int = 1
    to_state: str | None = None
    occurred_at: datetime | None = None
    reason: str | None = None


async def record_acts(
    session: AsyncSession,
    actor: Actor,
    action: str,
    model: type[Row],
    acts: Sequence[BulkAct],
    *,
    operation: str,
) -> None:
    """Note that `actor` did `action` to many rows, which statements with `recorded=True` wrote.

    One entry and one event a row. `operation` is `create`, `update` or `delete`.
    """
    await record_of_each(
        session, action, model, [(actor, act) for act in acts], operation=operation
    )


async def record_of_each(
    session: AsyncSession,
    action: str,
    model: type[Row],
    acts: Sequence[tuple[Actor, BulkAct]],
    *,
    operation: str,
) -> None:
    """The same for acts of several people, each with who did it."""
    if not acts:
        return
    moment, kind = clock.now(), str(model.__tablename__)
    event = {"type": action, "operation": operation}
    entries: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for actor, act in acts:
        about = {
            "subject_type": kind,
            "subject_id": act.subject_id,
            "subject_version": act.version,
            "organisation_id": act.organisation_id,
            "occurred_at": act.occurred_at or moment,
        }
        told = {
            "recorded_at": moment,
            "subject_label": act.label[:300],
            "to_state": act.to_state,
            "reason": act.reason,
            "changes": act.changes,
        }
        entries.append({"action": action, **_by(actor), **about, **told})
        events.append({**event, **about})
    await session.execute(insert(AuditEntry), entries)
    await session.execute(insert(Event), events)


async def record_created(
    session: AsyncSession,
    actor: Actor,
    action: str,
    model: type[Row],
    rows: Sequence[Values],
    *,
    labels: Sequence[str] | None = None,
    also: Sequence[Values] | None = None,
) -> None:
    """Note that `actor` created `rows` of `model`, which a statement with `recorded=True` inserted.

    A row maps columns to values and has `id` and `organisation_id`. `labels` are what people call
    the
    rows (their `name` otherwise). `also` holds for each row further values that its entry shows,
    such
    as those of the person behind a member; the caller leaves private ones out.
    """
    acts = [
        BulkAct(
            subject_id=row["id"],
            organisation_id=row["organisation_id"],
            label=labels[index] if labels else str(row.get("name", "")),
            changes=created_with(model, {**(also[index] if also else {}), **row}),
            to_state=plain(row.get("state")),
        )
        for index, row in enumerate(rows)
    ]
    await record_acts(session, actor, action, model, acts, operation="create")


def change(before: Any, after: Any, *, private: bool = False) -> dict[str, Any]:
    """One column's change as an entry keeps it."""
    return {"hidden": True} if private else {"before": plain(before), "after": plain(after)}


def _by(actor: Actor) -> dict[str, Any]:
    return {
        "actor_user_id": actor.user_id,
        "actor_label": actor.label,
        "actor_role": actor.role,
        "assignment_id": actor.assignment_id,
        "request_id": actor.request_id,
    }


def created_with(model: type[Row], values: Values) -> dict[str, Any]:
    """The columns of a new row as its entry keeps them."""
    return {
        name: {"hidden": True}
        if name in model.private
        else {"before": None, "after": value if type(value) is str else plain(value)}
        for name, value in values.items()
        if value is not None and name not in MOVING | model.derived
    }
