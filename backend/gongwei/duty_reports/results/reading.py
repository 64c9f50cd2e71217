"""Results for those at or above the organisation that runs the round, and one's own once it is
published. What is shown of each goes through `suppression.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, refuse_unready
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.errors import NOT_ALLOWED, NOT_FOUND
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.duty_reports.results.models import DutyResult
from gongwei.duty_reports.results.presentation import (
    ResultLine,
    grade_title,
    places_of,
    results_out,
)
from gongwei.duty_reports.results.schemas import (
    DutyResultExplanationOut,
    DutyResultOut,
    DutyResultQuery,
    ExplanationLineOut,
)
from gongwei.duty_reports.results.suppression import shown_lines, shown_total
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound

READ = Permission.DUTY_RESULTS_READ
KEY: Any = col(DutyParticipant.id)
SORTS: dict[str, Any] = {
    "position": col(DutyParticipant.position),
    "updated_at": col(DutyResult.updated_at),
}


@dataclass(frozen=True)
class Known:
    """A result that the caller may know, with its round, and whether it is the caller's own and
    nothing more.
    """

    round: DutyRound
    line: ResultLine
    as_person: bool


async def list_results(
    session: AsyncSession, actor: Actor, round_id: UUID, asked: DutyResultQuery
) -> Page[DutyResultOut]:
    """The results of the latest revision in the order of the meeting: no ranking list."""
    round_ = await fetch(session, actor, DutyRound, round_id, read=READ)
    within = await owned_within(session, actor, col(DutyResult.organisation_id), asked)
    async with whole_tree(session, actor):
        revision = await latest_revision(session, round_)
        query = result_lines(round_, revision).where(within)
        if asked.state is not None:
            query = query.where(col(DutyResult.state) == asked.state)
        if asked.grade is not None:
            decided = func.coalesce(col(DutyResult.decided_grade), col(DutyResult.proposed_grade))
            query = query.where(decided == asked.grade)
        if asked.q:
            named = matching(asked.q, col(Person.search_text), col(Organisation.search_text))
            query = query.where(named)
        rows = await paginate(session, query, asked, sorts=SORTS, default="position", key=KEY)
    items = results_out(actor, round_, [ResultLine(*row) for row in rows.items])
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def latest_revision(session: AsyncSession, round_: DutyRound) -> int:
    """The last revision that was calculated; 0 before the first."""
    query = select(func.max(DutyResult.revision)).where(col(DutyResult.round_id) == round_.id)
    return int((await session.execute(query)).scalar() or 0)


def result_lines(round_: DutyRound, revision: int) -> Select[Any]:
    """Columns of `ResultLine`. Ask it with the whole tree in view, for a round that is known."""
    query: Any = select(
        DutyResult, col(DutyParticipant.position), col(Person.name), col(Organisation.name)
    )
    found: Select[Any] = (
        query.join(DutyParticipant, col(DutyParticipant.id) == col(DutyResult.participant_id))
        .join(Person, col(Person.id) == col(DutyResult.person_id))
        .join(Organisation, col(Organisation.id) == col(DutyResult.organisation_id))
        .where(col(DutyResult.round_id) == round_.id, col(DutyResult.revision) == revision)
    )
    return found


async def all_lines(
    session: AsyncSession, round_: DutyRound, revision: int
) -> Sequence[ResultLine]:
    """Every result of a revision, in the order of the meeting."""
    query = result_lines(round_, revision).order_by(col(DutyParticipant.position), KEY)
    return [ResultLine(*row) for row in (await session.execute(query)).all()]


async def known_result(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID
) -> Known:
    """One result of the latest revision: for those who run the round, and one's own once it is
    published. 404 otherwise.
    """
    refuse_unready(actor)
    async with whole_tree(session, actor):
        round_ = await session.get(DutyRound, round_id)
        if round_ is None:
            raise NOT_FOUND()
        organises = await organises_round(session, actor, round_)
        line = await _latest(session, actor, round_, organisation_id, organises=organises)
    return Known(round_, line, not organises)


async def organises_round(session: AsyncSession, actor: Actor, round_: DutyRound) -> bool:
    """Whether the caller reads results at or above the round's organisation."""
    place = await session.get_one(Organisation, round_.organisation_id)
    return actor.may(READ) and bool(actor.path) and place.path.startswith(actor.path)


async def _latest(
    session: AsyncSession, actor: Actor, round_: DutyRound, organisation_id: UUID, *,
    organises: bool,
) -> ResultLine:  # fmt: skip
    """For the person concerned the latest that is published: what is calculated anew is not told
    before it is decided.
    """
    query: Any = select(col(DutyResult.revision)).where(
        col(DutyResult.round_id) == round_.id, col(DutyResult.organisation_id) == organisation_id
    )
    if not organises:
        query = query.where(
            col(DutyResult.person_id) == actor.person_id, col(DutyResult.state) == "published"
        )
    revision = (await session.execute(query.order_by(col(DutyResult.revision).desc()))).scalar()
    if revision is None or (not organises and actor.person_id is None):
        raise NOT_FOUND()
    found = result_lines(round_, revision).where(col(DutyResult.organisation_id) == organisation_id)
    return ResultLine(*(await session.execute(found)).one())


async def read_result(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID
) -> DutyResultOut:
    """One result. Who is concerned reads it too, once it is published."""
    known = await known_result(session, actor, round_id, organisation_id)
    return results_out(actor, known.round, [known.line])[0]


async def explain(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID, language: str
) -> DutyResultExplanationOut:
    """Every step in words and numbers. The person concerned sees the scores of the sheets, not the
    answers on each.
    """
    known = await known_result(session, actor, round_id, organisation_id)
    result, round_ = known.line.result, known.round
    lines = shown_lines(result, to_person=known.as_person)
    said = "en" if language == "en" else "zh"
    return DutyResultExplanationOut(
        **result.model_dump(
            include={"id", "version", "revision", "total_withheld", "decision_reason"}
        ),
        organisation_name=known.line.organisation_name,
        name=known.line.name,
        total=shown_total(result, places_of(round_)),
        proposed_grade_title=grade_title(round_, result.proposed_grade),
        decided_grade_title=grade_title(round_, result.decided_grade),
        lines=[
            ExplanationLineOut(
                step=one["step"], text=one[said], value=one["value"], group=one["group"]
            )
            for one in lines
        ],
    )


async def read_history(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what with the result, for those who run the round."""
    known = await known_result(session, actor, round_id, organisation_id)
    if known.as_person:
        raise NOT_ALLOWED()
    async with whole_tree(session, actor):
        return await history(session, "duty_result", known.line.result.id, params)
