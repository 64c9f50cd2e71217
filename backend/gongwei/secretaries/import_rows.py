"""One row of a list of secretaries that is imported, and how it compares with what is held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person, Sex
from gongwei.access.people import has_identity, identity_hash
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.core.bulk import Outcome
from gongwei.secretaries.beside import RunningTerm, running_terms
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.posts import has_posts
from gongwei.secretaries.workflow import HOLDING

READ = Permission.SECRETARIES_READ


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """One line of a list of secretaries, checked; `identity_number` is sound and normalised (GB
    11643).

    `sex` and `birth_on` are used when the person is not known yet. An empty `full_time` or
    `duty_title` (None) leaves what is held.
    """

    organisation_id: UUID
    name: str
    identity_number: str
    post: Post
    from_on: date
    full_time: bool | None = None
    duty_title: str | None = None
    sex: Sex | None = None
    birth_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedAppointment:
    """A row, the person behind it if known, the appointment that it speaks of, and what it does.

    `place` is where the caller may see it; `predecessor` the secretary in office whom a new
    secretary follows, and `breaks_until` the end of the term in the middle of which that one would
    leave.
    """

    row: AppointmentRow
    hash: str
    person: Person | None
    appointment: Appointment | None
    predecessor: Appointment | None
    outcome: Outcome
    place: Organisation | None
    breaks_until: date | None = None

    @property
    def has_post(self) -> bool:
        """Whether there is such a post: not in a group, and not where all is over."""
        return self.place is not None and has_posts(self.place)


async def plan_appointments(
    session: AsyncSession, actor: Actor, rows: Sequence[AppointmentRow]
) -> list[PlannedAppointment]:
    """Compare rows with what the caller's subtree holds."""
    hashes = [identity_hash(row.identity_number) for row in rows]
    known = visible(actor, Person, READ).where(has_identity(hashes))
    people = {one.identity_hash: one for one in (await session.exec(known)).all()}
    by_row = {row.organisation_id for row in rows}
    held = visible(actor, Appointment, READ).where(col(Appointment.organisation_id).in_(by_row))
    by_place: dict[UUID, list[Appointment]] = {}
    for appointment in (await session.exec(held)).all():
        by_place.setdefault(appointment.organisation_id, []).append(appointment)
    places = await _places(session, actor, list(by_row))
    terms = await running_terms(session, by_row)
    return [
        _planned(
            row, key, people.get(key), by_place.get(row.organisation_id, []),
            places.get(row.organisation_id), terms.get(row.organisation_id),
        )
        for row, key in zip(rows, hashes, strict=True)
    ]  # fmt: skip


async def _places(
    session: AsyncSession, actor: Actor, organisation_ids: Sequence[UUID]
) -> dict[UUID, Organisation]:
    query = visible(actor, Organisation, Permission.ORGANISATIONS_READ).where(
        col(Organisation.id).in_(organisation_ids)
    )
    return {one.id: one for one in (await session.exec(query)).all()}


def _planned(
    row: AppointmentRow, key: str, person: Person | None, there: Sequence[Appointment],
    place: Organisation | None, term: RunningTerm | None,
) -> PlannedAppointment:  # fmt: skip
    found = _same_office(row, person, there)
    if found is not None:
        outcome: Outcome = "changed" if _differs(row, found) else "same"
        return PlannedAppointment(row, key, person, found, None, outcome, place)
    before = next((one for one in there if row.post is Post.SECRETARY and _leads(one)), None)
    breaks = before is not None and term is not None and term.is_broken_by(row.from_on)
    until = term.ends_on if term is not None and breaks else None
    return PlannedAppointment(row, key, person, None, before, "new", place, until)


def _leads(appointment: Appointment) -> bool:
    return appointment.post is Post.SECRETARY and appointment.state in HOLDING


def _same_office(
    row: AppointmentRow, person: Person | None, there: Sequence[Appointment]
) -> Appointment | None:
    """The present office of that person, or a former one that began on the same day."""
    own = [one for one in there if person and one.person_id == person.id and one.post is row.post]
    for one in own:
        if one.state in HOLDING:
            return one
    return next((one for one in own if one.from_on == row.from_on), None)


def _differs(row: AppointmentRow, held: Appointment) -> bool:
    if held.state not in HOLDING:
        return False
    return (
        row.from_on != held.from_on
        or row.full_time not in (None, held.full_time)
        or row.duty_title not in (None, held.duty_title)
    )
