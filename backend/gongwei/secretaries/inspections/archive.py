"""What inspections found about a person, as a section of the archive.

Counts, scores and findings only; who was interviewed and what was said never leaves the inspection.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.archives.sections import Column, Language, Line, Section, in_words, register_section
from gongwei.audit.rewinding import entered_on
from gongwei.secretaries.inspections.models import Facet, Inspection, InspectionState, Interview
from gongwei.secretaries.inspections.naming import FACETS, FINDINGS
from gongwei.secretaries.naming import post_in_words
from gongwei.secretaries.nominations.models import Nomination

READ = Permission.INSPECTIONS_READ


async def inspection_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Every inspection that had been concluded by the day."""
    people = (
        select(func.coalesce(func.sum(col(Interview.people)), 0))
        .where(in_scope(reader, Interview, READ), col(Interview.inspection_id) == Inspection.id)
        .scalar_subquery()
    )
    query = (
        select(Inspection, col(Nomination.post), col(Organisation.name), people)
        .join(Nomination, col(Nomination.id) == col(Inspection.nomination_id))
        .join(Organisation, col(Organisation.id) == col(Inspection.organisation_id))
        .where(
            in_scope(reader, Inspection, READ),
            col(Nomination.person_id) == person_id,
            col(Inspection.state) == InspectionState.CONCLUDED,
            col(Inspection.concluded_on) <= as_of,
        )
    )
    found = (await session.execute(query)).all()
    entered = await entered_on(session, [row[0] for row in found], "inspection.conclude")
    lines = []
    for row, post, organisation_name, interviewed in found:
        scores = {one.value: _score(row, one) for one in Facet}
        cells = {
            "organisation": organisation_name,
            "post": post_in_words(post, language),
            "interviewed": str(interviewed),
            **scores,
            "finding": in_words(FINDINGS[row.finding], language) if row.finding else "",
            "conclusion": row.conclusion,
        }
        concluded = row.concluded_on
        lines.append(Line(concluded, entered.get(row.id, concluded), cells))
    return lines


def _score(row: Inspection, facet: Facet) -> str:
    return str((row.facets.get(facet.value) or {}).get("score") or "")


register_section(
    Section(
        code="inspections",
        order=30,
        title=("考察情况", "Inspections"),
        columns=(
            Column("organisation", ("拟任党组织", "Organisation"), 2.4),
            Column("post", ("拟任职务", "Post"), 1.1),
            Column("interviewed", ("谈话人数", "Interviewed"), 0.8),
            *(Column(facet.value, words) for facet, words in FACETS.items()),
            Column("finding", ("结论", "Finding"), 0.9),
            Column("conclusion", ("考察意见", "Conclusion"), wide=True),
        ),
        permission=READ,
        empty=("没有已作结论的考察。", "No inspection has been concluded."),
        rows=inspection_lines,
    )
)
