"""The posts that a person held, as a section of the archive."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.archives.sections import (
    Column,
    Language,
    Line,
    Post,
    Section,
    in_words,
    register_posts,
    register_section,
)
from gongwei.core import clock
from gongwei.secretaries.models import Appointment, EndCause
from gongwei.secretaries.naming import post_in_words, time_in_words
from gongwei.secretaries.posts import HELD_A_DAY

READ = Permission.SECRETARIES_READ

CAUSES: dict[EndCause, tuple[str, str]] = {
    EndCause.TERM_ENDED: ("任期届满", "term ended"),
    EndCause.TRANSFERRED: ("工作调动", "transferred"),
    EndCause.RETIRED: ("退休", "retired"),
    EndCause.RESIGNED: ("辞职", "resigned"),
    EndCause.REMOVED: ("免职", "removed"),
    EndCause.DISSOLVED: ("组织撤销或合并", "organisation dissolved or merged"),
    EndCause.OTHER: ("其他", "other"),
}
IN_OFFICE = ("在任", "in office")


async def _appointments(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date
) -> list[Any]:
    query = (
        select(Appointment, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Appointment.organisation_id))
        .where(
            in_scope(reader, Appointment, READ),
            col(Appointment.person_id) == person_id,
            col(Appointment.from_on) <= as_of,
            HELD_A_DAY,
        )
        .order_by(col(Appointment.from_on), col(Appointment.id))
    )
    return list((await session.execute(query)).all())


async def appointment_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Every post that had begun by the day; its end where it had ended."""
    lines = []
    for row, organisation_name in await _appointments(session, reader, person_id, as_of):
        ended = row.to_on is not None and row.to_on <= as_of
        cause = in_words(CAUSES[row.end_cause], language) if ended and row.end_cause else ""
        cells = {
            "organisation": organisation_name,
            "post": post_in_words(row.post, language),
            "time": time_in_words(row.full_time, language),
            "duty_title": row.duty_title or "",
            "to_on": row.to_on.isoformat() if ended else in_words(IN_OFFICE, language),
            "cause": cause,
            "late_reason": row.late_reason or "",
        }
        lines.append(Line(row.from_on, clock.day_of(row.created_at), cells))
    return lines


async def posts_on(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Post]:
    """The posts held on the day."""
    return [
        Post(organisation_name, post_in_words(row.post, language), row.from_on)
        for row, organisation_name in await _appointments(session, reader, person_id, as_of)
        if row.to_on is None or row.to_on > as_of
    ]


register_posts(posts_on)
register_section(
    Section(
        code="appointments",
        order=10,
        title=("任职情况", "Posts held"),
        columns=(
            Column("organisation", ("党组织", "Organisation"), 2.6),
            Column("post", ("职务", "Post"), 1.2),
            Column("time", ("专兼职", "Time"), 0.9),
            Column("duty_title", ("行政职务", "Other office"), 1.2),
            Column("to_on", ("离任", "Until"), 1.2, dated=True),
            Column("cause", ("离任原因", "Cause"), 1.1),
            Column("late_reason", ("补录原因", "Why entered late"), wide=True),
        ),
        permission=READ,
        empty=("没有任职记录。", "No posts are recorded."),
        rows=appointment_lines,
    )
)
