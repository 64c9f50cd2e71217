"""The same time twice. What was checked in and what was entered late are never taken off each
other: both are flagged, and a person decides which of them counts.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.volunteering.hours.counting import HoursFlag, Pair, flags_as_text, flags_of_text
from gongwei.volunteering.hours.models import HoursKind, HoursState, VolunteerHours
from gongwei.volunteering.hours.pairs import PersonDay, pairs_around

MARKED, LOOKED_AT = 1, 2
"""Days beside those that changed: whose rows may be touched, and that these are compared with."""


class Claim(NamedTuple):
    """Time that a row of hours speaks for: a pair of check-ins, or a late entry (`late`, its id).
    Without `start` where it is not known, or nothing is counted.
    """

    activity_id: UUID | None
    day: date
    late: UUID | None
    start: datetime | None = None
    end: datetime | None = None


def claims_of_pairs(activity_id: UUID, day: date, pairs: Iterable[Pair]) -> Iterator[Claim]:
    """What somebody's pairs of an activity and day claim."""
    for pair in pairs:
        span = pair.span
        times = (span.start, span.end) if span is not None else ()
        yield Claim(activity_id, day, None, *times)


def _claim_of_late(row: VolunteerHours) -> Claim:
    """A late entry that names no activity and begins with the day says nothing but the day."""
    if row.activity_id is None and row.occurred_at == clock.start_of(row.day):
        return Claim(None, row.day, row.id)
    end = row.occurred_at + timedelta(minutes=row.minutes)
    return Claim(row.activity_id, row.day, row.id, row.occurred_at, end)


def doubled(own: Iterable[Claim], others: Collection[Claim]) -> bool:
    """Whether any of a person's claims speaks for time, or for a service, that another has too."""
    return any(_double(one, other) for one in own for other in others if other is not one)


def _double(one: Claim, other: Claim) -> bool:
    is_same = (one.activity_id, one.day) == (other.activity_id, other.day)
    if is_same and one.activity_id is not None and (one.late is None) != (other.late is None):
        return True
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


async def late_claims(
    session: AsyncSession, days: Collection[PersonDay]
) -> Mapping[UUID, list[Claim]]:
    """What the late entries of these people around these days claim, by person."""
    found: defaultdict[UUID, list[Claim]] = defaultdict(list)
    if days:
        rows = await session.exec(
            _rows(days, MARKED).where(col(VolunteerHours.kind) == HoursKind.LATE_ENTRY)
        )
        for row in rows.all():
            found[row.person_id].append(_claim_of_late(row))
    return found


async def mark_overlaps(session: AsyncSession, actor: Actor, days: Collection[PersonDay]) -> None:
    """Bring the flag of overlapping hours on these days, and on those beside them, to what entries
    and check-ins say now. With the whole tree in view; flushes.
    """
    if not days:
        return
    await session.flush()
    rows = (await session.exec(_rows(days, LOOKED_AT).with_for_update())).all()
    if not any(row.kind is HoursKind.LATE_ENTRY or _is_flagged(row) for row in rows):
        return
    claims: defaultdict[UUID, list[Claim]] = defaultdict(list)
    for (activity_id, person_id, day), pairs in (
        await pairs_around(session, days, LOOKED_AT)
    ).items():
        claims[person_id].extend(claims_of_pairs(activity_id, day, pairs))
    for row in rows:
        if row.kind is HoursKind.LATE_ENTRY:
            claims[row.person_id].append(_claim_of_late(row))
    first, last = _range(days, MARKED)
    for row in rows:
        if first <= row.day <= last:
            own = [one for one in claims[row.person_id] if _owns(row, one)]
            _mark(session, actor, row, doubled(own, claims[row.person_id]))
    await session.flush()


def _rows(days: Collection[PersonDay], beside: int) -> SelectOfScalar[VolunteerHours]:
    return (
        select(VolunteerHours)
        .where(
            among(col(VolunteerHours.person_id), {one.person_id for one in days}),
            col(VolunteerHours.day).between(*_range(days, beside)),
            col(VolunteerHours.state) != HoursState.REJECTED,
        )
        .order_by(col(VolunteerHours.id))
    )


def _range(days: Collection[PersonDay], beside: int) -> tuple[date, date]:
    dates, more = [one.day for one in days], timedelta(days=beside)
    return min(dates) - more, max(dates) + more


def _owns(row: VolunteerHours, claim: Claim) -> bool:
    if row.kind is HoursKind.LATE_ENTRY:
        return claim.late == row.id
    same = (claim.activity_id, claim.day) == (row.activity_id, row.day)
    return claim.late is None and same


def _is_flagged(row: VolunteerHours) -> bool:
    return HoursFlag.OVERLAP in flags_of_text(row.flags)


def _mark(session: AsyncSession, actor: Actor, row: VolunteerHours, overlaps: bool) -> None:
    if overlaps is _is_flagged(row):
        return
    flags = {*flags_of_text(row.flags)} ^ {HoursFlag.OVERLAP}
    row.flags = flags_as_text(one for one in HoursFlag if one in flags)
    record(session, actor, "volunteer_hours.change", row)
