"""The terms of office in which a person served, as a section of the archive.

Organisations stand beside secretaries and import nothing of theirs: a table by its name.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, Uuid, column, exists, or_, select, table
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.archives.sections import Column, Language, Line, Section, in_words, register_section
from gongwei.audit.rewinding import as_they_were
from gongwei.core import clock
from gongwei.organisations.models import Term, TermState
from gongwei.organisations.terms.workflow import TERM

READ = Permission.ORGANISATIONS_READ
APPOINTMENT = table(
    "appointment",
    column("organisation_id", Uuid),
    column("person_id", Uuid),
    column("from_on", Date),
    column("to_on", Date),
)
NUMBER = ("第 {number} 届", "No. {number}")


async def term_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Terms that had begun by the day, of organisations in which the person held a post then."""
    held = APPOINTMENT.c
    served = exists().where(
        held.organisation_id == col(Term.organisation_id),
        held.person_id == person_id,
        held.from_on <= as_of,
        or_(col(Term.ended_on).is_(None), held.from_on < col(Term.ended_on)),
        or_(held.to_on.is_(None), held.to_on > col(Term.elected_on)),
    )
    query = (
        select(Term, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Term.organisation_id))
        .where(in_scope(reader, Term, READ), col(Term.elected_on) <= as_of, served)
    )
    found = (await session.execute(query)).all()
    then = await as_they_were(session, [term for term, _ in found], ("state",), as_of)
    lines = []
    for term, organisation_name in found:
        ended = term.ended_on if term.ended_on and term.ended_on <= as_of else None
        state = TermState.ENDED if ended else TermState(then[term.id]["state"])
        if state is TermState.ENDED and ended is None:  # ended after that day
            state = TermState.SERVING
        cells = {
            "organisation": organisation_name,
            "number": in_words(NUMBER, language).format(number=term.number),
            "ends_on": term.ends_on.isoformat(),
            "ended_on": ended.isoformat() if ended else "",
            "state": in_words(TERM.words[state], language),
        }
        lines.append(Line(term.elected_on, clock.day_of(term.created_at), cells))
    return lines


register_section(
    Section(
        code="terms",
        order=15,
        title=("任期情况", "Terms served"),
        columns=(
            Column("organisation", ("党组织", "Organisation"), 3),
            Column("number", ("届次", "Term"), 1),
            Column("ends_on", ("应换届日期", "Next election due"), 1.3, dated=True),
            Column("ended_on", ("实际结束", "Ended"), 1.3, dated=True),
            Column("state", ("情况", "State"), 1),
        ),
        permission=READ,
        empty=("没有任期记录。", "No terms are recorded."),
        rows=term_lines,
    )
)
