"""What a person objected to and how it was answered, as a section of the archive."""

from datetime import date
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.archives.sections import Column, Language, Line, Section, in_words, register_section
from gongwei.audit.rewinding import as_they_were
from gongwei.core import clock
from gongwei.objections.models import Objection, ObjectionState
from gongwei.objections.workflow import OBJECTION

READ = Permission.OBJECTIONS_READ
MOVING = ("state", "answer", "decided_on")


async def objection_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Every objection filed by the day, with the answer given until then."""
    query = visible(reader, Objection, READ).where(col(Objection.person_id) == person_id)
    filed = [
        one for one in (await session.exec(query)).all() if clock.day_of(one.created_at) <= as_of
    ]
    then = await as_they_were(session, filed, MOVING, as_of)
    lines = []
    for one in filed:
        was = then[one.id]
        day = clock.day_of(one.created_at)
        cells = {
            "about": one.about_part or "",
            "state": in_words(OBJECTION.words[ObjectionState(was["state"])], language),
            "decided_on": was["decided_on"] or "",
            "text": one.text,
            "answer": was["answer"] or "",
        }
        lines.append(Line(day, day, cells))
    return lines


register_section(
    Section(
        code="objections",
        order=90,
        title=("异议及答复", "Objections and answers"),
        columns=(
            Column("about", ("针对内容", "About"), 3),
            Column("state", ("结果", "Outcome"), 1),
            Column("decided_on", ("答复日期", "Answered"), 1.2, dated=True),
            Column("text", ("异议", "Objection"), wide=True),
            Column("answer", ("答复", "Answer"), wide=True),
        ),
        permission=READ,
        empty=("没有提出过异议。", "No objection was filed."),
        rows=objection_lines,
    )
)
