"""Hours from check-ins: one row a person, activity and day, computed for everybody at once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.audit.bulk import record_created
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.models import new_id
from gongwei.volunteering.activities.models import Activity
from gongwei.volunteering.hours.approvals import level_of, minutes_of_days, regrade
from gongwei.volunteering.hours.counting import Counted, HoursFlag, Pair, count, flags_as_text
from gongwei.volunteering.hours.homes import homes_on
from gongwei.volunteering.hours.models import HoursKind, HoursState, VolunteerHours
from gongwei.volunteering.hours.overlaps import (
    claims_of_pairs,
    doubled,
    late_claims,
    mark_overlaps,
)
from gongwei.volunteering.hours.pairs import PersonDay, claims_elsewhere, pairs_of
from gongwei.volunteering.hours.sums import move_sums, share_of, share_of_new
from gongwei.volunteering.hours.workflow import VOLUNTEER_HOURS, HoursAction

NOTHING = count(())


async def compute_hours(
    session: AsyncSession,
    actor: Actor,
    activity: Activity,
    person_ids: Collection[UUID] | None = None,
) -> None:
    """Bring the recorded hours of an activity to what its check-ins say; of these people alone
    where they are named.

    What was decided and now rests on other minutes waits for a decision again. Volunteers may
    belong anywhere, so from here on the transaction sees the whole tree.
    """
    await session.flush()
    await narrow(session, WHOLE_TREE)
    await _lock(session, activity)
    found = await pairs_of(session, activity.id, person_ids)
    counted = await _counted(session, activity, found)
    held = await _held(session, activity, person_ids)
    new = {key: one for key, one in counted.items() if key not in held}
    await _enter(session, actor, activity, new, found)
    for key, row in held.items():
        await recount(session, actor, row, counted.get(key, NOTHING), found.get(key, ()))
    days = {*counted, *held}
    await _regrade_others(session, actor, activity, days, bool(held))
    await mark_overlaps(session, actor, days)


async def _counted(
    session: AsyncSession, activity: Activity, found: Mapping[PersonDay, Sequence[Pair]]
) -> dict[PersonDay, Counted]:
    """What the pairs give beside those of other activities, and beside late entries."""
    elsewhere = await claims_elsewhere(session, activity.id, found)
    late = await late_claims(session, found)
    counted = {}
    for key, pairs in found.items():
        one = count(pairs, elsewhere.get(key.person_id, ()))
        entered = late.get(key.person_id, ())
        if doubled(claims_of_pairs(activity.id, key.day, pairs), entered):
            one = one.flagged(HoursFlag.OVERLAP)
        counted[key] = one
    return counted


async def _lock(session: AsyncSession, activity: Activity) -> None:
    """One computation of an activity at a time; check-ins go on beside it."""
    query = select_rows(Activity.id).where(col(Activity.id) == activity.id)
    await session.exec(query.with_for_update(key_share=True))


async def _held(
    session: AsyncSession, activity: Activity, person_ids: Collection[UUID] | None
) -> dict[PersonDay, VolunteerHours]:
    query = select_rows(VolunteerHours).where(
        col(VolunteerHours.activity_id) == activity.id,
        col(VolunteerHours.kind) == HoursKind.RECORDED,
    )
    if person_ids is not None:
        query = query.where(among(col(VolunteerHours.person_id), person_ids))
    rows = (await session.exec(query.order_by(col(VolunteerHours.id)).with_for_update())).all()
    return {PersonDay(row.person_id, row.day): row for row in rows}


async def _enter(
    session: AsyncSession,
    actor: Actor,
    activity: Activity,
    new: Mapping[PersonDay, Counted],
    pairs: Mapping[PersonDay, Sequence[Pair]],
) -> None:
    """The rows that are not there yet, in one statement each for rows, entries and sums."""
    if not new:
        return
    homes: dict[PersonDay, UUID] = {}
    for day in {key.day for key in new}:
        people = [key.person_id for key in new if key.day == day]
        for person_id, place in (await homes_on(session, people, day)).items():
            homes[PersonDay(person_id, day)] = place
    others = await minutes_of_days(session, new.keys(), without=activity.id)
    rows = [
        _row(activity, key, one, pairs[key], homes[key], others.get(key, 0))
        for key, one in new.items()
    ]
    await session.execute(insert(VolunteerHours), rows, execution_options={"recorded": True})
    labels = [activity.title] * len(rows)
    await record_created(
        session, actor, "volunteer_hours.create", VolunteerHours, rows, labels=labels
    )
    await move_sums(session, (), [share_of_new(row) for row in rows])


def _row(
    activity: Activity, key: PersonDay, counted: Counted, pairs: Sequence[Pair], home: UUID,
    others: int,
) -> dict[str, Any]:  # fmt: skip
    """The columns of a row; thousands of model objects would take longer than the database."""
    moment = clock.now()
    return {
        "id": new_id(),
        "version": 1,
        "created_at": moment,
        "updated_at": moment,
        "recorded_at": moment,
        "organisation_id": home,
        "person_id": key.person_id,
        "activity_id": activity.id,
        "team_id": activity.team_id,
        "kind": HoursKind.RECORDED,
        "title": activity.title,
        "day": key.day,
        "occurred_at": began(pairs, key.day),
        "minutes": counted.minutes,
        "computed_minutes": counted.minutes,
        "flags": flags_as_text(counted.flags),
        "approval": level_of(others + counted.minutes),
        "state": HoursState.PENDING,
    }


def began(pairs: Sequence[Pair], day: date) -> datetime:
    """When the service began: the first entry, or the first exit where no entry is left."""
    moments = [one.entry or one.exit for one in pairs]
    return min((one for one in moments if one is not None), default=clock.start_of(day))


async def recount(
    session: AsyncSession, actor: Actor, row: VolunteerHours, counted: Counted,
    pairs: Sequence[Pair],
) -> None:  # fmt: skip
    """Bring one row to what its pairs give now. Disputed hours keep their minutes: whoever resolves
    the dispute sees both figures."""
    flags = flags_as_text(counted.flags)
    if row.computed_minutes == counted.minutes and row.flags == flags:
        return
    before = share_of(row)
    differs = row.computed_minutes != counted.minutes
    row.computed_minutes, row.flags = counted.minutes, flags
    if pairs:
        row.occurred_at = began(pairs, row.day)
    if row.state is HoursState.PENDING or (differs and row.state is not HoursState.DISPUTED):
        VOLUNTEER_HOURS.apply(row, HoursAction.RECOMPUTE, ())
        row.minutes = counted.minutes
        row.verified_by = row.verified_by_name = row.verified_at = None
    record(session, actor, "volunteer_hours.recompute", row)
    await move_sums(session, [before], [share_of(row)])


async def _regrade_others(
    session: AsyncSession, actor: Actor, activity: Activity, days: Collection[PersonDay],
    changed: bool,
) -> None:  # fmt: skip
    """The day's other hours may need another level now. New rows have theirs already."""
    others = await minutes_of_days(session, days, without=activity.id)
    touched = set(days) if changed else set(others)
    if touched:
        await regrade(session, actor, touched)


async def recompute(
    session: AsyncSession, actor: Actor, activity: Activity, people: Collection[PersonDay]
) -> None:
    """After check-ins of a completed activity were accepted or annulled: compute these people's
    hours anew, and those of other activities that their pairs overlap with.
    """
    person_ids = {one.person_id for one in people}
    await compute_hours(session, actor, activity, person_ids)
    beside = (
        select_rows(Activity)
        .join(VolunteerHours, col(VolunteerHours.activity_id) == col(Activity.id))
        .where(
            among(col(VolunteerHours.person_id), person_ids),
            col(VolunteerHours.day).in_({one.day for one in people}),
            col(VolunteerHours.kind) == HoursKind.RECORDED,
            col(Activity.id) != activity.id,
        )
        .distinct()
    )
    for other in (await session.exec(beside)).all():
        await compute_hours(session, actor, other, person_ids)
