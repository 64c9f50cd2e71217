"""Recording what `record` cannot see: rows that a bulk statement wrote, and names kept elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.audit.models import AuditEntry, Event
from gongwei.audit.record import MOVING, _ledger, _plain, record
from gongwei.core import clock
from gongwei.core.models import Row

Values = Mapping[str, Any]


def record_named(
    session: AsyncSession,
    actor: Actor,
    action: str,
    subject: Row,
    label: str,
    *,
    reason: str | None = None,
    parts: Iterable[Row] = (),
) -> None:
    """`record` for a row that is called by a name kept in another row, as a member is by the person's."""
    record(session, actor, action, subject, reason=reason, parts=parts)
    entry, _ = _ledger(session.sync_session).entries[-1]
    entry.subject_label = label[:300]


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

    A row maps columns to values and has `id` and `organisation_id`. `labels` are what people call the
    rows (their `name` otherwise). `also` holds for each row further values that its entry shows, such
    as those of the person behind a member; the caller leaves private ones out.
    One entry and one event a row, written in bulk too.
    """
    if not rows:
        return
    entries: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    shared, subject = _shared(actor, action), str(model.__tablename__)
    for index, row in enumerate(rows):
        told = {**(also[index] if also else {}), **row}
        label = labels[index] if labels else str(row.get("name", ""))
        about = _about(subject, row["id"], row["organisation_id"])
        entries.append(
            {
                **shared,
                **about,
                "subject_label": label[:300],
                "to_state": _plain(row.get("state")),
                "changes": _changes(model, told),
            }
        )
        events.append(
            {"type": action, "operation": "create", "occurred_at": shared["occurred_at"], **about}
        )
    await session.execute(insert(AuditEntry), entries)
    await session.execute(insert(Event), events)


def _shared(actor: Actor, action: str) -> dict[str, Any]:
    moment = clock.now()
    return {
        "occurred_at": moment,
        "recorded_at": moment,
        "actor_user_id": actor.user_id,
        "actor_label": actor.label,
        "actor_role": actor.role,
        "assignment_id": actor.assignment_id,
        "request_id": actor.request_id,
        "action": action,
    }


def _about(subject: str, row_id: UUID, organisation_id: UUID) -> dict[str, Any]:
    return {
        "subject_type": subject,
        "subject_id": row_id,
        "subject_version": 1,
        "organisation_id": organisation_id,
    }


def _changes(model: type[Row], values: Values) -> dict[str, Any]:
    noted: dict[str, Any] = {}
    for name, value in values.items():
        if value is None or name in MOVING:
            continue
        hidden = name in model.private
        noted[name] = {"hidden": True} if hidden else {"before": None, "after": _plain(value)}
    return noted
