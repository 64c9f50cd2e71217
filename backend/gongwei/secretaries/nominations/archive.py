"""How often a person was nominated and what came of it, as a section of the archive."""

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
from gongwei.secretaries.naming import post_in_words, time_in_words
from gongwei.secretaries.nominations.models import Nomination, NominationKind, NominationState
from gongwei.secretaries.nominations.workflow import NOMINATION

READ = Permission.NOMINATIONS_READ

KINDS: dict[NominationKind, tuple[str, str]] = {
    NominationKind.ELECTION: ("换届", "election"),
    NominationKind.MID_TERM: ("届中", "mid-term"),
}
MOVING = ("state", "submitted_on", "endorsed_on", "approved_on", "approval_number")


async def nomination_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Every nomination that had been submitted by the day, as it stood then."""
    query = (
        select(Nomination, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Nomination.organisation_id))
        .where(in_scope(reader, Nomination, READ), col(Nomination.person_id) == person_id)
    )
    found = (await session.execute(query)).all()
    then = await as_they_were(session, [row for row, _ in found], MOVING, as_of)
    lines = []
    for row, organisation_name in found:
        was = then[row.id]
        submitted = date.fromisoformat(was["submitted_on"]) if was["submitted_on"] else None
        if submitted is None or submitted > as_of:
            continue
        state = in_words(NOMINATION.words[NominationState(was["state"])], language)
        cells = {
            "organisation": organisation_name,
            "post": post_in_words(row.post, language),
            "time": time_in_words(row.full_time, language),
            "kind": in_words(KINDS[row.kind], language),
            "endorsed_on": was["endorsed_on"] or "",
            "approved_on": was["approved_on"] or "",
            "approval_number": was["approval_number"] or "",
            "state": state,
        }
        entered = clock.day_of(row.created_at)
        lines.append(Line(submitted, max(submitted, entered), cells))
    return lines


register_section(
    Section(
        code="nominations",
        order=20,
        title=("提名审批情况", "Nominations"),
        columns=(
            Column("organisation", ("拟任党组织", "Organisation"), 2.4),
            Column("post", ("拟任职务", "Post"), 1.1),
            Column("time", ("专兼职", "Time"), 0.8),
            Column("kind", ("类型", "Kind"), 0.7),
            Column("endorsed_on", ("党组同意", "Endorsed"), 1.2, dated=True),
            Column("approved_on", ("工委批准", "Approved"), 1.2, dated=True),
            Column("approval_number", ("批复文号", "Number"), 1.4),
            Column("state", ("结果", "Outcome"), 0.9),
        ),
        permission=READ,
        empty=("没有提名记录。", "No nominations are recorded."),
        rows=nomination_lines,
    )
)
