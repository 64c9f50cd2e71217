"""The units of another day. They have no dates of their own: the log tells what they were."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, Uuid, cast, func, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import links
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.audit.models import AuditEntry
from gongwei.audit.rewinding import ENTERED, as_they_were
from gongwei.core import clock
from gongwei.organisations.models import Unit

SHOWN = ("organisation_id", "name", "short_name", "credit_code", "state")


def was_there(actor: Actor, day: date) -> ColumnElement[bool]:
    """Units that were entered by the end of the day, and those in which an organisation of that
    day's tree is formed."""
    link = links(day)
    formed = (
        select(col(Organisation.unit_id))
        .outerjoin(link, link.c.child_id == col(Organisation.id))
        .where(
            in_scope(actor, Organisation, Permission.ORGANISATIONS_READ),
            or_(link.c.child_id.is_not(None), col(Organisation.parent_id).is_(None)),
        )
    )
    return or_(col(Unit.created_at) < _end_of(day), col(Unit.id).in_(formed))


def owner_then(day: date) -> Any:
    """Who kept a unit at the end of the day, as `organisation_id` would say it."""
    return cast(_then("organisation_id", day), Uuid())


def state_then(day: date) -> Any:
    """The state at the end of the day, as text."""
    return _then("state", day)


def _then(name: str, day: date) -> Any:
    """What a column held before the first change after the day; else what it holds."""
    before = (
        select(AuditEntry.changes[name]["before"].astext)
        .where(
            col(AuditEntry.subject_type) == Unit.__tablename__,
            col(AuditEntry.subject_id) == col(Unit.id),
            col(AuditEntry.subject_version) > ENTERED,
            col(AuditEntry.occurred_at) >= _end_of(day),
            AuditEntry.changes[name].is_not(None),
        )
        .order_by(col(AuditEntry.seq))
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(before, cast(getattr(Unit, name), String()))


def _end_of(day: date) -> Any:
    return clock.start_of(day + timedelta(days=1))


async def as_shown_then(
    session: AsyncSession, units: Sequence[Unit], day: date
) -> list[dict[str, object]]:
    """What answers show of these units as of the day; nothing can be done to them then."""
    then = await as_they_were(session, units, SHOWN, day)
    return [
        {**unit.model_dump(exclude={"search_text"}), **then[unit.id], "allowed_actions": []}
        for unit in units
    ]
