"""A list of secretaries in one transaction; importing it twice changes nothing.

A secretary who is not in the list stays in office: an empty line is no dismissal. A new secretary
ends the office of the one before, which in the middle of a term needs the superior's consent and so
is no matter for a list. Whoever took office lately is to be talked to.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.dialects.postgresql import insert as insert_unless_there
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.people import name_texts
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow
from gongwei.audit.bulk import record_created
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.bulk import BATCH, ImportOutcome, Outcome, Progress
from gongwei.core.models import new_id
from gongwei.secretaries.import_rows import AppointmentRow, PlannedAppointment, plan_appointments
from gongwei.secretaries.models import Appointment, EndCause, Post
from gongwei.secretaries.problems import (
    IN_THE_FUTURE,
    NAME_DIFFERS,
    NO_SUCH_POST,
    OLDER_THAN_OFFICE,
    PERSON_ELSEWHERE,
    PLACE_REFUSED,
    SUPERIOR_CONSENT_NEEDED,
    TWO_SECRETARIES,
)
from gongwei.secretaries.talks.appointment_talks import TALK_WITHIN, call_off, schedule
from gongwei.secretaries.workflow import APPOINTMENT, AppointmentAction, allowed_actions

RECORDED = {"recorded": True}
Columns = dict[str, Any]


async def preview_appointments(
    session: AsyncSession, actor: Actor, rows: Sequence[AppointmentRow]
) -> list[Outcome]:
    """What importing each row would do, in their order; nothing is written."""
    allow(actor, Permission.IMPORTS_PREPARE)
    outcomes: list[Outcome] = []
    for start in range(0, len(rows), BATCH):
        planned = await plan_appointments(session, actor, rows[start : start + BATCH])
        outcomes.extend(one.outcome for one in planned)
    return outcomes


async def import_appointments(
    session: AsyncSession,
    actor: Actor,
    rows: Sequence[AppointmentRow],
    as_of: date,
    on_progress: Progress,
) -> ImportOutcome:
    """Bring the appointments to what `rows` say as of a day, in the caller's transaction.

    A person who is not known is entered under the organisation. Raises 409 for rows that cannot
    stand: see `problems.py`.
    """
    allow(actor, Permission.IMPORTS_COMMIT)
    _refuse_rows(rows, as_of)
    counted: Counter[Outcome] = Counter()
    for start in range(0, len(rows), BATCH):
        planned = await plan_appointments(session, actor, rows[start : start + BATCH])
        await _write(session, actor, planned)
        counted.update(one.outcome for one in planned)
        await on_progress(start + len(planned))
    return ImportOutcome(counted["new"], counted["changed"], counted["same"])


def _refuse_rows(rows: Sequence[AppointmentRow], as_of: date) -> None:
    leading: dict[UUID, int] = {}
    for number, row in enumerate(rows, start=1):
        if row.from_on > as_of:
            raise IN_THE_FUTURE(name=row.name, from_on=row.from_on, as_of=as_of)
        if row.post is not Post.SECRETARY:
            continue
        first = leading.setdefault(row.organisation_id, number)
        if first != number:
            raise TWO_SECRETARIES(first=first, second=number)


def _refuse_planned(one: PlannedAppointment) -> None:
    """What the check of the import has said already, unless something changed since."""
    if one.place is None:
        raise PLACE_REFUSED(name=one.row.name)
    if not one.has_post:
        raise NO_SUCH_POST(place=one.place.name)
    if one.person is not None and one.person.name != one.row.name:
        raise NAME_DIFFERS(name=one.row.name, held=one.person.name)
    if one.breaks_until is not None:
        raise SUPERIOR_CONSENT_NEEDED(place=one.place.name, ends_on=one.breaks_until)


async def _write(
    session: AsyncSession, actor: Actor, planned: Sequence[PlannedAppointment]
) -> None:
    for one in planned:
        _refuse_planned(one)
        if one.outcome == "changed" and one.appointment is not None:
            _change(session, actor, one, one.appointment)
        elif one.predecessor is not None:
            await _end(session, actor, one, one.predecessor)
    await session.flush()
    entered = await _enter_people(session, actor, planned)
    new = [one for one in planned if one.outcome == "new"]
    if not new:
        return
    rows = [_appointment(one, entered) for one in new]
    await session.execute(insert(Appointment), rows, execution_options=RECORDED)
    await record_created(
        session, actor, "appointment.create", Appointment, rows,
        labels=[one.row.name for one in new],
    )  # fmt: skip
    for row in rows:
        if row["from_on"] >= clock.today() - TALK_WITHIN:
            await schedule(session, actor, Appointment(**row))


def _change(
    session: AsyncSession, actor: Actor, one: PlannedAppointment, held: Appointment
) -> None:
    row = one.row
    held.from_on = row.from_on
    held.full_time = held.full_time if row.full_time is None else row.full_time
    held.duty_title = row.duty_title or held.duty_title
    record(session, actor, "appointment.change", held, label=row.name)


async def _end(
    session: AsyncSession, actor: Actor, one: PlannedAppointment, held: Appointment
) -> None:
    row = one.row
    if row.from_on <= held.from_on:
        raise OLDER_THAN_OFFICE(name=row.name, from_on=row.from_on, since=held.from_on)
    APPOINTMENT.apply(held, AppointmentAction.END, allowed_actions(actor, held))
    held.to_on, held.end_cause = row.from_on, EndCause.OTHER
    record(session, actor, "appointment.end", held, label=row.name)
    await call_off(session, actor, held)


async def _enter_people(
    session: AsyncSession, actor: Actor, planned: Sequence[PlannedAppointment]
) -> dict[str, Columns]:
    """People who are not known yet, once each; answers them by the hash of their number."""
    unknown = {one.hash: one.row for one in planned if one.person is None}
    if not unknown:
        return {}
    people = [_person(key, row) for key, row in unknown.items()]
    statement = insert_unless_there(Person).on_conflict_do_nothing(index_elements=["identity_hash"])
    found = await session.execute(
        statement.returning(col(Person.id)), people, execution_options=RECORDED
    )
    if len(set(found.scalars())) != len(people):
        raise PERSON_ELSEWHERE()
    await record_created(session, actor, "person.create", Person, people)
    return {person["identity_hash"]: person for person in people}


def _stamp() -> Columns:
    moment = clock.now()
    return {"id": new_id(), "version": 1, "created_at": moment, "updated_at": moment}


def _person(key: str, row: AppointmentRow) -> Columns:
    return {
        **_stamp(),
        **name_texts(row.name),
        "organisation_id": row.organisation_id,
        "identity_number": row.identity_number,
        "identity_hash": key,
        "sex": row.sex,
        "birth_on": row.birth_on,
    }


def _appointment(one: PlannedAppointment, entered: Mapping[str, Columns]) -> Columns:
    row = one.row
    person = one.person.model_dump() if one.person else entered[one.hash]
    return {
        **_stamp(),
        "organisation_id": row.organisation_id,
        "person_id": person["id"],
        "name_pinyin": person["name_pinyin"],
        "post": row.post,
        "full_time": bool(row.full_time),
        "duty_title": row.duty_title,
        "from_on": row.from_on,
        "to_on": None,
        "state": APPOINTMENT.initial,
    }
