"""Results of past years, from an office's own list: a round a year that holds results alone.

Importing a list twice changes nothing. The round begins in its last state, `archived`, at the
organisation of the import; its grades are called as the list calls them, and its totals are kept as
the list gives them. A list says of which year a result is and not when it was published.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import whole_tree
from gongwei.access.people import has_identity, identity_hash
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, visible
from gongwei.audit.record import record
from gongwei.core.bulk import BATCH, ImportOutcome, Outcome, Progress
from gongwei.duty_reports.results.models import DutyResult, DutyResultState
from gongwei.duty_reports.results.problems import ROW_CANNOT_STAND
from gongwei.duty_reports.rounds.beside import Held, secretaries_of
from gongwei.duty_reports.rounds.models import (
    Direction,
    DutyParticipant,
    DutyRound,
    DutyRoundState,
)

READ, WRITE = Permission.DUTY_RESULTS_READ, Permission.DUTY_ROUNDS_WRITE
Conflict = Literal["unknown_person", "name_differs", "not_secretary_then", "result_differs"]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line of a list, checked; `identity_number` is sound and normalised (GB 11643)."""

    year: int
    organisation_id: UUID
    name: str
    identity_number: str
    total: Decimal | None
    grade: str


@dataclass(frozen=True, slots=True)
class PlannedResult:
    """A row, whose it is, the post held in that year, what it does, and why it cannot stand."""

    row: ResultRow
    hash: str
    person: Person | None
    post: Held | None
    outcome: Outcome
    conflict: Conflict | None


async def plan_results(
    session: AsyncSession, actor: Actor, root: Organisation, rows: Sequence[ResultRow]
) -> list[PlannedResult]:
    """Compare rows with the people of the subtree, their posts, and results that are held."""
    hashes = [identity_hash(row.identity_number) for row in rows]
    known = visible(actor, Person, READ).where(has_identity(hashes))
    people = {one.identity_hash: one for one in (await session.exec(known)).all()}
    posts = await secretaries_of(session, {row.organisation_id for row in rows})
    held = await _held(session, actor, root)
    return [
        _planned(row, key, people.get(key), posts.get(row.organisation_id, []), held)
        for row, key in zip(rows, hashes, strict=True)
    ]


HeldResults = dict[tuple[int, UUID], DutyResult]


async def _held(session: AsyncSession, actor: Actor, root: Organisation) -> HeldResults:
    """What was imported at this organisation before, by year and organisation."""
    query: Any = (
        visible(actor, DutyResult, READ)
        .add_columns(col(DutyRound.year))
        .join(DutyRound, col(DutyRound.id) == col(DutyResult.round_id))
        .where(col(DutyRound.organisation_id) == root.id, col(DutyRound.imported))
    )
    found = (await session.execute(query)).all()
    return {(year, result.organisation_id): result for result, year in found}


def _planned(
    row: ResultRow, key: str, person: Person | None, posts: Sequence[Held], held: HeldResults
) -> PlannedResult:
    post = next((one for one in posts if person and _held_it(one, person, row.year)), None)
    before = held.get((row.year, row.organisation_id))
    conflict: Conflict | None = None
    if person is None:
        conflict = "unknown_person"
    elif person.name != row.name:
        conflict = "name_differs"
    elif post is None:
        conflict = "not_secretary_then"
    elif before is not None and not _is_same(before, row, person):
        conflict = "result_differs"
    return PlannedResult(row, key, person, post, "same" if before else "new", conflict)


def _held_it(post: Held, person: Person, year: int) -> bool:
    """Whether the person held the post on some day of the year."""
    ended_before = post.to_on is not None and post.to_on <= date(year, 1, 1)
    began_after = post.from_on > date(year, 12, 31)
    return post.person_id == person.id and not ended_before and not began_after


def _is_same(held: DutyResult, row: ResultRow, person: Person) -> bool:
    return (held.person_id, held.total, held.decided_grade) == (person.id, row.total, row.grade)


async def import_results(
    session: AsyncSession, actor: Actor, root: Organisation, rows: Sequence[ResultRow],
    on_progress: Progress,
) -> ImportOutcome:  # fmt: skip
    """Enter what is not there yet, in the caller's transaction. 409 `result_cannot_stand` for a row
    with a conflict.
    """
    allow(actor, WRITE)
    counted: Counter[Outcome] = Counter()
    rounds: dict[int, DutyRound] = {}
    for start in range(0, len(rows), BATCH):
        planned = await plan_results(session, actor, root, rows[start : start + BATCH])
        for one in planned:
            if one.conflict is not None or one.person is None or one.post is None:
                raise ROW_CANNOT_STAND(name=one.row.name, year=one.row.year)
            if one.outcome == "new":
                if one.row.year not in rounds:
                    year = one.row.year
                    rounds[year] = await _round(session, actor, root, year)
                await _enter(session, actor, rounds[one.row.year], one.row, one.post)
        await session.flush()
        counted.update(one.outcome for one in planned)
        await on_progress(start + len(planned))
    return ImportOutcome(counted["new"], counted["changed"], counted["same"])


async def _round(session: AsyncSession, actor: Actor, root: Organisation, year: int) -> DutyRound:
    """The imported round of a year, which is made when there is none."""
    query = visible(actor, DutyRound, READ).where(
        col(DutyRound.organisation_id) == root.id, col(DutyRound.year) == year,
        col(DutyRound.imported),
    )  # fmt: skip
    found = (await session.exec(query)).first()
    if found is not None:
        return found
    last_day = date(year, 12, 31)
    made = DutyRound(
        organisation_id=root.id, year=year, direction=Direction.UPWARD,
        title=f"{year}年度述职评议（历史结果）", as_of=last_day, report_due_on=last_day,
        report_sections=[], scheme={}, imported=True, state=DutyRoundState.ARCHIVED,
    )  # fmt: skip
    session.add(made)
    record(session, actor, "duty_round.import", made)
    await session.flush()
    return made


async def _enter(
    session: AsyncSession, actor: Actor, round_: DutyRound, row: ResultRow, post: Held
) -> None:
    about: dict[str, Any] = {"organisation_id": row.organisation_id, "person_id": post.person_id}
    async with whole_tree(session, actor):
        participant = DutyParticipant(
            **about, round_id=round_.id, appointment_id=post.appointment_id, position=0
        )
        session.add(participant)
        await session.flush()
        result = DutyResult(
            **about, round_id=round_.id, participant_id=participant.id, revision=1,
            total=row.total, decided_grade=row.grade, state=DutyResultState.PUBLISHED,
        )  # fmt: skip
        session.add(result)
        record(session, actor, "duty_result.import", result, label=row.name, parts=[participant])
        await session.flush()
