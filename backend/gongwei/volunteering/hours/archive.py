"""Verified volunteer hours, as a section of the archive."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.archives.sections import Column, Language, Line, Section, in_words, register_section
from gongwei.audit.rewinding import as_they_were
from gongwei.core import clock
from gongwei.volunteering.hours.models import HoursState, VolunteerHours
from gongwei.volunteering.hours.naming import KINDS
from gongwei.volunteering.hours.sums import SETTLED

READ = Permission.VOLUNTEERING_READ


async def hours_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Service until that day whose minutes were verified by then."""
    query = (
        select(VolunteerHours, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(VolunteerHours.organisation_id))
        .where(
            in_scope(reader, VolunteerHours, READ),
            col(VolunteerHours.person_id) == person_id,
            col(VolunteerHours.day) <= as_of,
        )
    )
    found = (await session.execute(query)).all()
    then = await as_they_were(session, [row for row, _ in found], ("state", "minutes"), as_of)
    lines = []
    for row, organisation_name in found:
        was = then[row.id]
        if was["state"] is None or HoursState(was["state"]) not in SETTLED:
            continue
        cells = {
            "title": row.title,
            "organisation": organisation_name,
            "kind": in_words(KINDS[row.kind], language),
            "minutes": str(was["minutes"]),
        }
        lines.append(Line(row.day, clock.day_of(row.recorded_at), cells))
    return lines


register_section(
    Section(
        code="volunteer_hours",
        order=60,
        title=("志愿服务情况", "Volunteer service"),
        columns=(
            Column("title", ("活动", "Service"), 2.6),
            Column("organisation", ("党组织", "Organisation"), 2.2),
            Column("kind", ("类型", "Kind"), 1),
            Column("minutes", ("时长（分钟）", "Minutes"), 1.2),
        ),
        permission=READ,
        empty=("没有已核实的志愿服务时长。", "No verified volunteer hours are recorded."),
        rows=hours_lines,
    )
)
