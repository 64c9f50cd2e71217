"""The talks that were held with a person, as a section of the archive."""

from collections.abc import Mapping, Sequence
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
from gongwei.audit.rewinding import as_they_were, entered_on
from gongwei.secretaries.talks.models import Talk, TalkState
from gongwei.secretaries.talks.naming import KINDS
from gongwei.secretaries.talks.workflow import TALK

READ = Permission.TALKS_READ
MOVING = ("state", "title", "due_on", "talker", "issues", "deadline", "statement")


async def talk_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Every talk held, and every inquiry sent, by the day; what came of it until then."""
    query = (
        select(Talk, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Talk.organisation_id))
        .where(
            in_scope(reader, Talk, READ),
            col(Talk.person_id) == person_id,
            col(Talk.held_on) <= as_of,
        )
    )
    found = (await session.execute(query)).all()
    talks = [row for row, _ in found]
    then = await as_they_were(session, talks, MOVING, as_of)
    entered = await entered_on(session, talks, "talk.hold")
    lines = []
    for row, organisation_name in found:
        was = then[row.id]
        state = TalkState(was["state"])
        if state is TalkState.SCHEDULED:  # held by that day, entered afterwards
            state = TalkState.HELD
        cells = {
            "kind": in_words(KINDS[row.kind], language),
            "title": was["title"],
            "organisation": organisation_name,
            "talker": was["talker"] or "",
            "due_on": was["due_on"],
            "deadline": was["deadline"] or "",
            "state": in_words(TALK.words[state], language),
            "issues": _issues(was["issues"], language),
            "statement": was["statement"] or "",
        }
        lines.append(Line(row.held_on, entered.get(row.id, row.held_on), cells))
    return lines


def _issues(issues: Sequence[Mapping[str, str]], language: Language) -> str:
    demand = in_words(("要求", "demand"), language)
    texts = []
    for number, issue in enumerate(issues, start=1):
        asked = f"（{demand}：{issue['demand']}）" if issue.get("demand") else ""
        texts.append(f"{number}. {issue.get('text') or ''}{asked}")
    return "\n".join(texts)


register_section(
    Section(
        code="talks",
        order=40,
        title=("谈话函询情况", "Talks and inquiries"),
        columns=(
            Column("kind", ("类型", "Kind"), 1),
            Column("title", ("事由", "Subject"), 2.2),
            Column("organisation", ("党组织", "Organisation"), 1.9),
            Column("talker", ("谈话人", "Talker"), 1.2),
            Column("due_on", ("应谈（答复）日期", "Due"), 1.2, dated=True),
            Column("deadline", ("整改期限", "Deadline"), 1.2, dated=True),
            Column("state", ("情况", "State"), 1),
            Column("issues", ("问题和要求", "Issues and demands"), wide=True),
            Column("statement", ("本人说明", "Statement"), wide=True),
        ),
        permission=READ,
        empty=("没有谈话函询记录。", "No talks are recorded."),
        rows=talk_lines,
    )
)
