"""An old list of hours in one transaction, as late entries; importing it twice changes nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import insert
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow
from gongwei.audit.bulk import record_created
from gongwei.core import clock
from gongwei.core.bulk import BATCH, ImportOutcome, Outcome, Progress
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.models import new_id
from gongwei.volunteering.hours.approvals import (
    level_of,
    minutes_of_days,
    refuse_longer_than_a_day,
    regrade,
)
from gongwei.volunteering.hours.homes import homes_on, reached
from gongwei.volunteering.hours.import_rows import HoursRow, PlannedHours, plan_hours
from gongwei.volunteering.hours.models import HoursKind, VolunteerHours
from gongwei.volunteering.hours.pairs import PersonDay
from gongwei.volunteering.hours.problems import ALREADY_ENTERED, UNKNOWN_PERSON
from gongwei.volunteering.hours.sums import move_sums, share_of


async def import_hours(
    session: AsyncSession, actor: Actor, rows: Sequence[HoursRow], on_progress: Progress
) -> ImportOutcome:
    """Enter what is not there yet, in the caller's transaction.

    Raises `unknown_person`, `already_entered` and `longer_than_a_day` (409) for rows that cannot
    stand.
    """
    allow(actor, Permission.HOURS_ENTER)
    counted: Counter[Outcome] = Counter()
    for start in range(0, len(rows), BATCH):
        planned = await plan_hours(session, actor, rows[start : start + BATCH])
        await _write(session, actor, planned)
        counted.update(one.outcome for one in planned)
        await on_progress(start + len(planned))
    return ImportOutcome(counted["new"], counted["changed"], counted["same"])


async def _write(session: AsyncSession, actor: Actor, planned: Sequence[PlannedHours]) -> None:
    new: list[tuple[HoursRow, Person]] = []
    for one in planned:
        if one.person is None:
            raise UNKNOWN_PERSON(name=one.row.name)
        if one.held is not None and one.held.minutes != one.row.minutes:
            raise ALREADY_ENTERED(name=one.row.name, day=one.row.day, title=one.row.title)
        if one.held is None:
            new.append((one.row, one.person))
    if not new:
        return
    # The persons' organisations of those days, and what else those days hold, may stand anywhere.
    places = await _places(session, actor, new)
    await narrow(session, WHOLE_TREE)
    days = {PersonDay(person.id, row.day) for row, person in new}
    totals = Counter(await minutes_of_days(session, days))
    for row, person in new:
        totals[PersonDay(person.id, row.day)] += row.minutes
    for row, person in new:
        refuse_longer_than_a_day(person.name, row.day, totals[PersonDay(person.id, row.day)])
    made = [
        _row(row, person, places[person.id, row.day], totals[PersonDay(person.id, row.day)])
        for row, person in new
    ]
    values = [one.model_dump() for one in made]
    await session.execute(insert(VolunteerHours), values, execution_options={"recorded": True})
    labels = [one.title for one in made]
    await record_created(
        session, actor, "volunteer_hours.create", VolunteerHours, values, labels=labels
    )
    await move_sums(session, (), [share_of(one) for one in made])
    await regrade(session, actor, days)


async def _places(
    session: AsyncSession, actor: Actor, new: Sequence[tuple[HoursRow, Person]]
) -> dict[tuple[UUID, date], UUID]:
    """Each person's organisation on the day if the caller reaches it, else that of the record."""
    found: dict[tuple[UUID, date], UUID] = {}
    for day in {row.day for row, _ in new}:
        people = {person.id: person for row, person in new if row.day == day}
        homes = await homes_on(session, people, day)
        inside = await reached(session, actor, set(homes.values()))
        for key, home in homes.items():
            found[key, day] = home if home in inside else people[key].organisation_id
    return found


def _row(row: HoursRow, person: Person, place: UUID, total: int) -> VolunteerHours:
    return VolunteerHours(
        id=new_id(),
        organisation_id=place,
        person_id=person.id,
        kind=HoursKind.LATE_ENTRY,
        title=row.title,
        day=row.day,
        occurred_at=clock.start_of(row.day),
        minutes=row.minutes,
        computed_minutes=row.minutes,
        approval=level_of(total),
        reason=row.reason,
    )
