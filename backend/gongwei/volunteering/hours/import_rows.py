"""One row of a list of hours that is imported, and how it compares with what is held."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import Person
from gongwei.access.narrowing import whole_tree
from gongwei.access.people import has_identity, identity_hash
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.core.bulk import Outcome
from gongwei.volunteering.hours.models import HoursState, VolunteerHours
from gongwei.volunteering.hours.pairs import PersonDay

READ = Permission.VOLUNTEERING_READ


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One line of a list of hours, checked; `identity_number` is sound and normalised (GB
    11643).
    """

    name: str
    identity_number: str
    day: date
    title: str
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedHours:
    """A row, the person behind it if known, the entry that it repeats, and what it does. `total`:
    the minutes of that day with all new rows, so far as they were planned together.
    """

    row: HoursRow
    hash: str
    person: Person | None
    held: VolunteerHours | None
    outcome: Outcome
    total: int


async def plan_hours(
    session: AsyncSession, actor: Actor, rows: Sequence[HoursRow]
) -> list[PlannedHours]:
    """Compare rows with the people of the caller's subtree and with the hours that they have."""
    hashes = [identity_hash(row.identity_number) for row in rows]
    known = visible(actor, Person, READ).where(has_identity(hashes))
    people = {one.identity_hash: one for one in (await session.exec(known)).all()}
    held = await _held(session, actor, [one.id for one in people.values()], rows)
    totals = Counter[PersonDay]()
    for one in held.values():
        totals[PersonDay(one.person_id, one.day)] += one.minutes
    pairs = [(row, key, people.get(key)) for row, key in zip(rows, hashes, strict=True)]
    for row, _, person in pairs:
        if person is not None and (person.id, row.day, row.title) not in held:
            totals[PersonDay(person.id, row.day)] += row.minutes
    return [_planned(row, key, person, held, totals) for row, key, person in pairs]


Held = dict[tuple[UUID, date, str], VolunteerHours]


async def _held(
    session: AsyncSession, actor: Actor, person_ids: Sequence[UUID], rows: Sequence[HoursRow]
) -> Held:
    """What these people have on these days, wherever it is held; a title names the service."""
    if not person_ids:
        return {}
    days = {row.day for row in rows}
    async with whole_tree(session, actor):
        query = select(VolunteerHours).where(
            among(col(VolunteerHours.person_id), person_ids),
            col(VolunteerHours.day).between(min(days), max(days)),
            col(VolunteerHours.state) != HoursState.REJECTED,
        )
        found = (await session.exec(query)).all()
    return {(one.person_id, one.day, one.title): one for one in found}


def _planned(
    row: HoursRow, key: str, person: Person | None, held: Held, totals: Mapping[PersonDay, int]
) -> PlannedHours:
    if person is None:
        return PlannedHours(row, key, None, None, "new", row.minutes)
    same = held.get((person.id, row.day, row.title))
    total = totals[PersonDay(person.id, row.day)]
    return PlannedHours(row, key, person, same, "new" if same is None else "same", total)
