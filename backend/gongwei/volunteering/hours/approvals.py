"""Who has to say yes: more than 8 hours a day wait for the organisation above, more than 12 for the
committee. All activities and late entries of the person's day count together.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import Organisation
from gongwei.access.narrowing import at_root
from gongwei.audit.record import record
from gongwei.volunteering.hours.counting import MOST_A_DAY
from gongwei.volunteering.hours.models import ApprovalLevel, HoursState, VolunteerHours
from gongwei.volunteering.hours.pairs import PersonDay
from gongwei.volunteering.hours.problems import APPROVAL_NEEDED, LONGER_THAN_A_DAY, OWN_HOURS
from gongwei.volunteering.hours.sums import OPEN

PARENT_ABOVE, COMMITTEE_ABOVE = 8 * 60, 12 * 60
"""Minutes a day."""

WHO = MappingProxyType(
    {
        ApprovalLevel.PARENT: (8, "上级党组织", "the organisation above"),
        ApprovalLevel.COMMITTEE: (12, "工委", "the working committee"),
    }
)


def level_of(minutes: int) -> ApprovalLevel:
    """Who has to say yes to a day of so many minutes."""
    if minutes > COMMITTEE_ABOVE:
        return ApprovalLevel.COMMITTEE
    return ApprovalLevel.PARENT if minutes > PARENT_ABOVE else ApprovalLevel.OWN


def refuse_longer_than_a_day(name: str, day: date, minutes: int) -> None:
    """Raise `longer_than_a_day` (409) where a person's day would hold so many minutes."""
    if minutes > MOST_A_DAY:
        raise LONGER_THAN_A_DAY(name=name, day=day, total=minutes)


async def minutes_of_days(
    session: AsyncSession, days: Collection[PersonDay], *, without: UUID | None = None
) -> dict[PersonDay, int]:
    """The minutes of each person's day, rejected ones aside, over the whole tree as far as the
    session sees it; `without` leaves the recorded hours of one activity out.
    """
    if not days:
        return {}
    dates = {one.day for one in days}
    query = (
        select(
            col(VolunteerHours.person_id), col(VolunteerHours.day),
            func.sum(col(VolunteerHours.minutes)),
        )
        .where(
            among(col(VolunteerHours.person_id), {one.person_id for one in days}),
            col(VolunteerHours.day).in_(dates),
            col(VolunteerHours.state) != HoursState.REJECTED,
        )
        .group_by(col(VolunteerHours.person_id), col(VolunteerHours.day))
    )  # fmt: skip
    if without is not None:
        own = (col(VolunteerHours.activity_id) == without) & (
            col(VolunteerHours.kind) == "recorded"
        )
        query = query.where(own.isnot(True))
    return {
        PersonDay(person_id, day): int(minutes)
        for person_id, day, minutes in (await session.execute(query)).all()
    }


async def regrade(session: AsyncSession, actor: Actor, days: Collection[PersonDay]) -> None:
    """Bring what waits on these days to the level that their sums ask for. With the whole tree in
    view; flushes.
    """
    await session.flush()
    totals = await minutes_of_days(session, days)
    levels = {one: level_of(totals.get(one, 0)) for one in days}
    query = (
        select_rows(VolunteerHours)
        .where(
            among(col(VolunteerHours.person_id), {one.person_id for one in days}),
            col(VolunteerHours.day).in_({one.day for one in days}),
            col(VolunteerHours.state).in_(OPEN),
        )
        .where(_differs(levels))
        .order_by(col(VolunteerHours.id))
        .with_for_update()
    )
    for row in (await session.exec(query)).all():
        level = levels.get(PersonDay(row.person_id, row.day))
        if level is not None and row.approval is not level:
            row.approval = level
            record(session, actor, "volunteer_hours.change", row)
    await session.flush()


def _differs(levels: Mapping[PersonDay, ApprovalLevel]) -> ColumnElement[bool]:
    """Rows that may have another level: where all ask for one's own, those that have a higher."""
    if set(levels.values()) <= {ApprovalLevel.OWN}:
        return col(VolunteerHours.approval) != ApprovalLevel.OWN
    return col(VolunteerHours.id).is_not(None)


@dataclass(frozen=True)
class Judged:
    """Hours with what is needed to say who may verify them."""

    row: VolunteerHours
    name: str
    place: Organisation | None
    """The person's own organisation; None where the caller may not see it."""


def is_own(actor: Actor, row: VolunteerHours) -> bool:
    """Whether they are the caller's own hours."""
    return actor.person_id is not None and actor.person_id == row.person_id


def reaches(actor: Actor, place: Organisation | None, level: ApprovalLevel) -> bool:
    """Whether the caller's role stands high enough above the person's organisation."""
    if level is ApprovalLevel.OWN or at_root(actor):
        return True
    if level is ApprovalLevel.COMMITTEE or place is None:
        return False
    return len(actor.path) < len(place.path)


def refuse_approval(actor: Actor, judged: Judged, level: ApprovalLevel | None = None) -> None:
    """Raise `own_hours` or `approval_needed` (403)."""
    row = judged.row
    if is_own(actor, row):
        raise OWN_HOURS()
    needed = level or row.approval
    if not reaches(actor, judged.place, needed):
        hours, zh, en = WHO[needed]
        raise APPROVAL_NEEDED(name=judged.name, day=row.day, hours=hours, who_zh=zh, who_en=en)
