"""Hours that wait for somebody to verify or to resolve them, by activity."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import at_root
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.volunteering.hours.models import ApprovalLevel, VolunteerHours
from gongwei.volunteering.hours.sums import OPEN


@dataclass(frozen=True)
class WaitingHours:
    """Undecided hours of one activity; of all services without one where `activity_id` is None."""

    activity_id: UUID | None
    title: str
    since: datetime
    entries: int


async def waiting_hours(session: AsyncSession, actor: Actor, limit: int) -> Sequence[WaitingHours]:
    """What waits for the caller's role, oldest first; nobody decides on hours of one's own."""
    since = func.min(col(VolunteerHours.updated_at))
    query: Any = (
        select(
            col(VolunteerHours.activity_id), func.min(col(VolunteerHours.title)), since,
            func.count(),
        )
        .where(
            in_scope(actor, VolunteerHours, Permission.HOURS_VERIFY),
            col(VolunteerHours.state).in_(OPEN),
            col(VolunteerHours.person_id).is_distinct_from(actor.person_id),
            _for(actor),
        )
        .group_by(col(VolunteerHours.activity_id))
        .order_by(since, col(VolunteerHours.activity_id))
        .limit(limit)
    )  # fmt: skip
    return [WaitingHours(*row) for row in (await session.execute(query)).all()]


def _for(actor: Actor) -> ColumnElement[bool]:
    """What the role is to decide: the committee only long days and its own, for whatever an
    organisation decides itself waits there.
    """
    level = col(VolunteerHours.approval)
    own = col(VolunteerHours.organisation_id) == actor.organisation_id
    if at_root(actor):
        return or_(level != ApprovalLevel.OWN, own)
    return or_(level == ApprovalLevel.OWN, and_(level == ApprovalLevel.PARENT, ~own))
