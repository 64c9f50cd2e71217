"""The sums of hours move by appended changes, never in place (decision 012)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import insert
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.core import clock
from gongwei.core.models import new_id
from gongwei.volunteering.hours.models import (
    HoursDelta,
    HoursKind,
    HoursState,
    VolunteerHours,
)

SETTLED = (HoursState.VERIFIED, HoursState.ADJUSTED)
"""States whose minutes count."""
OPEN = (HoursState.PENDING, HoursState.DISPUTED)
"""States that wait for somebody to decide."""


class Place(NamedTuple):
    """The sum that hours are part of. `month` is its first day."""

    organisation_id: UUID
    team_id: UUID | None
    month: date
    kind: HoursKind
    settled: bool


class Share(NamedTuple):
    """What one row of hours adds to a sum, in minutes."""

    place: Place
    minutes: int


def share_of(row: VolunteerHours) -> Share | None:
    """What the row adds as it stands; None for hours that were rejected."""
    if row.state is HoursState.REJECTED:
        return None
    month = row.day.replace(day=1)
    settled = row.state in SETTLED
    place = Place(row.organisation_id, row.team_id, month, row.kind, settled)
    return Share(place, row.minutes)


def share_of_new(row: Mapping[str, Any]) -> Share:
    """What the columns of a new row add, which nobody has decided on."""
    day: date = row["day"]
    place = Place(row["organisation_id"], row["team_id"], day.replace(day=1), row["kind"], False)
    return Share(place, row["minutes"])


async def move_sums(
    session: AsyncSession, before: Iterable[Share | None], after: Iterable[Share | None]
) -> None:
    """Append what changed between two states of some rows."""
    minutes: Counter[Place] = Counter()
    entries: Counter[Place] = Counter()
    for shares, sign in ((before, -1), (after, 1)):
        for share in shares:
            if share is not None:
                minutes[share.place] += sign * share.minutes
                entries[share.place] += sign
    moment = clock.now()
    rows: list[dict[str, Any]] = [
        {
            **place._asdict(), "id": new_id(), "version": 1, "created_at": moment,
            "updated_at": moment, "minutes": minutes[place], "entries": entries[place],
        }
        for place in minutes
        if minutes[place] or entries[place]
    ]  # fmt: skip
    if rows:
        await session.execute(insert(HoursDelta), rows)
