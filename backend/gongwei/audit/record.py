"""`record` writes the audit entry and the event in the caller's transaction; a change without it
cannot commit.

Importing this module arms the hook for every session: rows whose class is `recorded` and that were
written
but not covered by `record` (as its subject or one of its `parts`) stop the commit.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.orm import Session as OrmSession
from sqlmodel import Session
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.scope import owner_of
from gongwei.audit.models import AuditEntry, Event
from gongwei.core import clock
from gongwei.core.models import Row

MOVING = frozenset({"id", "version", "created_at", "updated_at"})
"""Columns that move by themselves and say nothing about an act."""

RECORDED_ELSEWHERE = "recorded"
"""Execution option of a bulk statement whose rows the caller records."""


class UnrecordedChange(Exception):
    """A row was written without `record` in the same transaction: a mistake in the program."""


RowKey = tuple[str, UUID]


def _key(row: Row) -> RowKey:
    return subject_type(row), row.id


@dataclass
class _Ledger:
    """What one transaction wrote and what it recorded so far."""

    written: dict[RowKey, str] = field(default_factory=dict)
    changes: dict[RowKey, dict[str, dict[str, Any]]] = field(default_factory=dict)
    covered: set[RowKey] = field(default_factory=set)
    entries: list[tuple[AuditEntry, Row]] = field(default_factory=list)


def _ledger(session: OrmSession) -> _Ledger:
    found: _Ledger = session.info.setdefault("audit", _Ledger())
    return found


def record(
    session: AsyncSession,
    actor: Actor,
    action: str,
    subject: Row,
    *,
    label: str | None = None,
    reason: str | None = None,
    parts: Iterable[Row] = (),
    occurred_at: datetime | None = None,
) -> None:
    """Note that `actor` did `action` (`noun.verb`) to `subject`, and to its `parts`, rows that have
    no life of their own.

    The columns that changed are taken from the session at commit; reading alone may be recorded too
    (a reveal).
    """
    ledger = _ledger(session.sync_session)
    ledger.covered.update(_key(row) for row in (subject, *parts))
    entry = AuditEntry(
        occurred_at=occurred_at or clock.now(),
        actor_user_id=actor.user_id,
        actor_label=actor.label,
        actor_role=actor.role,
        assignment_id=actor.assignment_id,
        request_id=actor.request_id,
        action=action,
        subject_type=subject_type(subject),
        subject_id=subject.id,
        subject_label=(label or label_of(subject))[:300],
        subject_version=subject.version,
        organisation_id=owner_of(subject),
        reason=reason,
    )
    ledger.entries.append((entry, subject))


def subject_type(row: Row) -> str:
    """The noun of a row: its table's name."""
    return str(row.__tablename__)


def label_of(row: Row) -> str:
    """What a person calls the row, as far as its columns say."""
    for name in ("name", "display_name", "title", "username", "file_name", "number"):
        value = getattr(row, name, None)
        if isinstance(value, str | int) and value != "":
            return str(value)
    return ""


@event.listens_for(Session, "before_flush")
def _note_writes(session: OrmSession, _context: Any, _instances: Any) -> None:
    ledger = _ledger(session)
    for rows, operation in (
        (session.new, "create"),
        (session.dirty, "update"),
        (session.deleted, "delete"),
    ):
        for row in rows:
            if not isinstance(row, Row) or not row.recorded:
                continue
            if operation == "update" and not session.is_modified(row):
                continue
            ledger.written.setdefault(_key(row), operation)
            _note_changes(ledger, row)


def _note_changes(ledger: _Ledger, row: Row) -> None:
    noted = ledger.changes.setdefault(_key(row), {})
    state = inspect(row)
    for attribute in state.mapper.column_attrs:
        name = attribute.key
        history = state.attrs[name].history
        if name in MOVING | row.derived or not history.has_changes():
            continue
        if name in row.private:
            noted[name] = {"hidden": True}
            continue
        before = plain(history.deleted[0]) if history.deleted else None
        noted[name] = {
            "before": noted.get(name, {"before": before})["before"],
            "after": plain(history.added[0]) if history.added else None,
        }


def plain(value: Any) -> Any:
    """A column's value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value


@event.listens_for(Session, "before_commit")
def _write_entries(session: OrmSession) -> None:
    if session.in_nested_transaction():
        return
    session.flush()
    ledger = _ledger(session)
    missing = {key[0] for key in ledger.written if key not in ledger.covered}
    if missing:
        names = ", ".join(sorted(missing))
        raise UnrecordedChange(f"written without record(): {names}")
    for entry, subject in ledger.entries:
        operation = ledger.written.get(_key(subject), "read")
        _complete(entry, subject, ledger.changes.get(_key(subject), {}), operation)
        session.add_all([entry, _event(entry, operation)])
    session.info.pop("audit", None)
    session.flush()
    session.info.pop("audit", None)


async def settle(session: AsyncSession) -> None:
    """Write the entries of what was done so far. A further act on the same row in the same
    transaction then has an entry with what it changed alone.
    """
    await session.run_sync(_write_entries)


def _complete(entry: AuditEntry, subject: Row, changes: dict[str, Any], operation: str) -> None:
    entry.subject_version = subject.version
    entry.organisation_id = owner_of(subject) or entry.organisation_id
    moved = changes.get("state")
    if moved is not None:
        entry.from_state, entry.to_state = moved["before"], moved["after"]
    empty = operation == "create"
    entry.changes = {
        name: change
        for name, change in changes.items()
        if not (empty and change.get("after") is None and "hidden" not in change)
    }


def _event(entry: AuditEntry, operation: str) -> Event:
    return Event(
        type=entry.action,
        subject_type=entry.subject_type,
        subject_id=entry.subject_id,
        subject_version=entry.subject_version,
        organisation_id=entry.organisation_id,
        operation=operation,
        occurred_at=entry.occurred_at,
    )


@event.listens_for(Session, "after_rollback")
def _forget(session: OrmSession) -> None:
    session.info.pop("audit", None)


@event.listens_for(Session, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    """Bulk statements go round the flush, so they must say that their rows are recorded
    otherwise.
    """
    if not (state.is_insert or state.is_update or state.is_delete):
        return
    mapper = state.bind_mapper
    if mapper is None or not issubclass(mapper.class_, Row) or not mapper.class_.recorded:
        return
    if not state.execution_options.get(RECORDED_ELSEWHERE):
        raise UnrecordedChange(f"bulk statement on {mapper.class_.__tablename__} without record()")
