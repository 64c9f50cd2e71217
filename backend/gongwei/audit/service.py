"""Reading the log: a record's history, the auditor's list and export, what changed lately."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation, User
from gongwei.access.narrowing import at_root, setting_of
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, visible
from gongwei.audit.models import AuditEntry
from gongwei.audit.record import record
from gongwei.audit.schemas import AuditEntryOut, AuditQuery, HistoryOut, RecentChangeOut
from gongwei.audit.seal import Verification, verify
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import PageParams, Rows, paginate
from gongwei.core.schemas import Page

SEQ: dict[str, Any] = {"seq": col(AuditEntry.seq)}
KEY: Any = col(AuditEntry.id)

EXPORT_BATCH = 500
"""Entries that an export holds in memory at once."""

ACTORS_SHOWN = 20
"""Accounts to choose from at once; typing narrows them."""

READABLE_WITH = {
    "organisation": Permission.ORGANISATIONS_READ,
    "organisation_change": Permission.ORGANISATIONS_READ,
    "unit": Permission.ORGANISATIONS_READ,
    "term": Permission.ORGANISATIONS_READ,
    "member": Permission.MEMBERS_READ,
    "person": Permission.MEMBERS_READ,
    "appointment": Permission.SECRETARIES_READ,
    "nomination": Permission.NOMINATIONS_READ,
    "nomination_batch": Permission.NOMINATIONS_READ,
    "inspection": Permission.INSPECTIONS_READ,
    "talk": Permission.TALKS_READ,
    "volunteer_hours": Permission.VOLUNTEERING_READ,
    "certificate": Permission.VOLUNTEERING_READ,
    "objection": Permission.OBJECTIONS_READ,
    "volunteer_team": Permission.VOLUNTEERING_READ,
    "activity": Permission.VOLUNTEERING_READ,
    "task": Permission.TASKS_READ,
    "check_in": Permission.VOLUNTEERING_READ,
    "import_batch": Permission.IMPORTS_PREPARE,
    "role_assignment": Permission.ROLE_ASSIGNMENTS_READ,
}
"""Which permission lets somebody know that such a record changed."""


async def history(
    session: AsyncSession, subject_type: str, subject_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what to a record, newest first. The caller has fetched the record before."""
    query = select(AuditEntry).where(
        AuditEntry.subject_type == subject_type, AuditEntry.subject_id == subject_id
    )
    rows = await paginate(session, query, params, sorts=SEQ, default="-seq", key=KEY)
    items = [_history_line(entry) for entry in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


def _history_line(entry: AuditEntry) -> HistoryOut:
    delay = (entry.recorded_at - entry.occurred_at) // timedelta(minutes=1)
    return HistoryOut(
        recorded_at=entry.recorded_at,
        occurred_at=entry.occurred_at,
        actor_label=entry.actor_label,
        actor_role=entry.actor_role,
        action=entry.action,
        from_state=entry.from_state,
        to_state=entry.to_state,
        reason=entry.reason,
        late=delay > 0,
        delay_minutes=max(delay, 0),
    )


async def list_entries(session: AsyncSession, actor: Actor, asked: AuditQuery) -> Rows[AuditEntry]:
    """The entries of the subtree, newest first; at the root also those of no organisation."""
    query = await _filtered(session, actor, asked)
    return await paginate(session, query, asked, sorts=SEQ, default="-seq", key=KEY)


async def read_entry(session: AsyncSession, actor: Actor, entry_id: UUID) -> AuditEntry:
    """One entry. 403 without the permission, 404 outside the subtree."""
    allow(actor, Permission.AUDIT_READ)
    query = select(AuditEntry).where(_readable(actor), AuditEntry.id == entry_id)
    entry = (await session.exec(query)).first()
    if entry is None:
        raise NOT_FOUND()
    return entry


async def list_actors(session: AsyncSession, actor: Actor, typed: str | None) -> Sequence[User]:
    """Accounts of the subtree by name or user name, 20 at most."""
    allow(actor, Permission.AUDIT_READ)
    query = visible(actor, User, Permission.AUDIT_READ)
    if typed and typed.strip():
        columns = (col(User.display_name), col(User.username))
        query = query.where(
            or_(*(one.icontains(typed.strip(), autoescape=True) for one in columns))
        )
    ordered = query.order_by(col(User.display_name), col(User.id)).limit(ACTORS_SHOWN)
    return (await session.exec(ordered)).all()


async def verify_chain(session: AsyncSession, actor: Actor) -> Verification:
    """Check every seal. The chain is one for the whole tree, so it is checked over all of it."""
    allow(actor, Permission.AUDIT_READ)
    await narrow(session, WHOLE_TREE)
    return await verify(session)


async def begin_export(session: AsyncSession, actor: Actor, asked: AuditQuery) -> AuditQuery:
    """Record that the log is taken away; answers the filters for `export_lines`."""
    allow(actor, Permission.AUDIT_READ)
    await _filtered(session, actor, asked)
    place = await fetch(
        session, actor, Organisation, actor.organisation_id, read=Permission.ORGANISATIONS_READ
    )
    record(session, actor, "audit_entry.export", place)
    return asked


async def export_lines(database: Database, actor: Actor, asked: AuditQuery) -> AsyncIterator[bytes]:
    """The filtered entries as JSON lines, oldest first, a few hundred in memory at a time."""
    last = 0
    while True:
        async with database.transaction(setting_of(actor)) as session:
            query = (await _filtered(session, actor, asked)).where(col(AuditEntry.seq) > last)
            batch = (
                await session.exec(query.order_by(col(AuditEntry.seq)).limit(EXPORT_BATCH))
            ).all()
        if not batch:
            return
        last = batch[-1].seq or last
        yield b"".join(_line(entry) for entry in batch)


def _line(entry: AuditEntry) -> bytes:
    return AuditEntryOut.model_validate(entry).model_dump_json().encode() + b"\n"


async def _filtered(
    session: AsyncSession, actor: Actor, asked: AuditQuery
) -> SelectOfScalar[AuditEntry]:
    query = select(AuditEntry).where(
        _readable(actor), await owned_within(session, actor, col(AuditEntry.organisation_id), asked)
    )
    for column, wanted in (
        (col(AuditEntry.subject_type), asked.subject_type),
        (col(AuditEntry.subject_id), asked.subject_id),
        (col(AuditEntry.actor_user_id), asked.actor_user_id),
        (col(AuditEntry.action), asked.action),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.recorded_from is not None:
        query = query.where(col(AuditEntry.recorded_at) >= asked.recorded_from)
    if asked.recorded_to is not None:
        query = query.where(col(AuditEntry.recorded_at) < asked.recorded_to)
    if asked.q is None:
        return query
    named = (col(AuditEntry.actor_label), col(AuditEntry.subject_label), col(AuditEntry.reason))
    return query.where(matching(asked.q, *named))


def _readable(actor: Actor) -> ColumnElement[bool]:
    """Entries of the subtree; those without an organisation belong to the root."""
    inside = in_scope(actor, AuditEntry, Permission.AUDIT_READ)
    if not actor.may(Permission.AUDIT_READ) or not at_root(actor):
        return inside
    return or_(inside, col(AuditEntry.organisation_id).is_(None))


async def recent_changes(
    session: AsyncSession, actor: Actor, limit: int
) -> Sequence[RecentChangeOut]:
    """What changed lately in the caller's subtree, among the records that the caller may read."""
    query = (
        select(AuditEntry)
        .where(_known(actor), col(AuditEntry.changes) != {})
        .order_by(col(AuditEntry.seq).desc())
        .limit(limit)
    )
    return [RecentChangeOut.model_validate(entry) for entry in (await session.exec(query)).all()]


def _known(actor: Actor) -> ColumnElement[bool]:
    parts = [
        (col(AuditEntry.subject_type) == kind) & in_scope(actor, AuditEntry, permission)
        for kind, permission in READABLE_WITH.items()
        if actor.may(permission)
    ]
    return or_(*parts) if parts else false()
