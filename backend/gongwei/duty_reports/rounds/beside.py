"""What stands beside and above rounds: appointments, and the states of the reports.

Rounds import nothing of secretaries, nor of reports, which stand above them: light tables by their
names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, Date, String, Uuid, column, select, table
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.people import among

APPOINTMENT = table(
    "appointment", column("id", Uuid), column("organisation_id", Uuid), column("person_id", Uuid),
    column("post", String), column("from_on", Date), column("to_on", Date),
)  # fmt: skip
REPORT = table(
    "duty_report", column("participant_id", Uuid), column("state", String), column("late", Boolean)
)

SECRETARY = "secretary"


@dataclass(frozen=True)
class Held:
    """The post of secretary of an organisation, from `from_on` until the day before `to_on`."""

    appointment_id: UUID
    organisation_id: UUID
    person_id: UUID
    from_on: date
    to_on: date | None

    def covers(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or self.to_on > day)


async def secretaries_of(
    session: AsyncSession, organisation_ids: Iterable[UUID]
) -> dict[UUID, list[Held]]:
    """Every secretary of these organisations, the latest first."""
    query = (
        select(
            APPOINTMENT.c.id, APPOINTMENT.c.organisation_id, APPOINTMENT.c.person_id,
            APPOINTMENT.c.from_on, APPOINTMENT.c.to_on,
        )
        .where(
            APPOINTMENT.c.post == SECRETARY,
            among(APPOINTMENT.c.organisation_id, organisation_ids, Uuid()),
        )
        .order_by(APPOINTMENT.c.from_on.desc(), APPOINTMENT.c.id.desc())
    )  # fmt: skip
    found: dict[UUID, list[Held]] = {}
    for row in (await session.execute(query)).all():
        held = Held(*row)
        found.setdefault(held.organisation_id, []).append(held)
    return found


def in_office(held: Iterable[Held], day: date) -> Held | None:
    """Who was in office on a day, of the secretaries of one organisation."""
    return next((one for one in held if one.covers(day)), None)
