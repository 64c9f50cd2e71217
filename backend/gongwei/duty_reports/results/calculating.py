"""A calculation: envelopes opened, sheets scored, results proposed.

Importing this module lets every calculation of a round follow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.audit.record import record
from gongwei.duty_reports.ballots.opening import sheets_of
from gongwei.duty_reports.results.models import DutyResult, DutyResultState
from gongwei.duty_reports.results.records import TaskRecord, task_records
from gongwei.duty_reports.results.suppression import answered_before, before, without_comparisons
from gongwei.duty_reports.results.withholding import Figure, untold_criteria, withhold
from gongwei.duty_reports.results.workflow import DUTY_RESULT, DutyResultAction
from gongwei.duty_reports.rounds.models import DutyRound
from gongwei.duty_reports.rounds.reactions import when
from gongwei.duty_reports.rounds.reading import ParticipantLine, participants_of
from gongwei.duty_reports.rounds.workflow import DutyRoundAction
from gongwei.scoring.engine import ScoredParticipant, ScoredRound, score_round
from gongwei.scoring.explaining import explain
from gongwei.scoring.groups import ScoredGroup
from gongwei.scoring.lines import Line
from gongwei.scoring.schemes import GroupSource, Scheme
from gongwei.scoring.sums import rule_of_sum

CALCULATED_AGAIN = "结果重新计算，建议有变化 Calculated again with another proposal"
UNDECIDED: dict[str, Any] = dict.fromkeys(
    (
        "decided_grade", "decision_reason", "decided_by", "decided_by_name", "decided_at",
        "confirmed_by", "confirmed_by_name", "confirmed_at",
    )
)  # fmt: skip
"""A result about which nobody has decided."""


async def calculate(session: AsyncSession, actor: Actor, round_: DutyRound) -> None:
    """Propose a result for everybody who takes part. Whoever had been decided upon with the same
    proposal stays so; the others are to be decided anew.
    """
    lines = await participants_of(session, actor, round_.id)
    scored, records = await score(session, round_, lines)
    held = await _held(session, round_)
    values = {
        one.participant.id: result_values(
            scored, one.participant.id, _record_of(one, records), held.get(one.participant.id, ())
        )
        for one in lines
    }
    if any(one["total_withheld"] for one in values.values()):
        for one in values.values():
            one["lines"] = without_comparisons(one["lines"])
    for line in lines:
        key = line.participant.id
        row = next((one for one in held.get(key, ()) if one.revision == round_.revision), None)
        _put(session, actor, round_, line, row, values[key])
    await session.flush()


def _record_of(line: ParticipantLine, records: Mapping[UUID, TaskRecord]) -> TaskRecord:
    return records.get(line.participant.organisation_id, TaskRecord())


async def score(
    session: AsyncSession, round_: DutyRound, lines: Sequence[ParticipantLine]
) -> tuple[ScoredRound[UUID], Mapping[UUID, TaskRecord]]:
    """The round's votes and records as its scheme scores them."""
    scheme = Scheme.model_validate(round_.scheme)
    places = [line.participant.organisation_id for line in lines]
    records = await task_records(session, places, round_.year)
    sheets = await sheets_of(session, round_)
    scored = score_round(
        scheme,
        {line.participant.id: sheets.get(line.participant.id, {}) for line in lines},
        {line.participant.id: _record_of(line, records).score for line in lines},
    )
    return scored, records


async def _held(session: AsyncSession, round_: DutyRound) -> dict[UUID, list[DutyResult]]:
    """The results of all revisions, the earlier first."""
    query = (
        select(DutyResult)
        .where(col(DutyResult.round_id) == round_.id)
        .order_by(col(DutyResult.revision))
    )
    found: dict[UUID, list[DutyResult]] = {}
    for row in (await session.execute(query)).scalars():
        found.setdefault(row.participant_id, []).append(row)
    return found


def result_values(
    scored: ScoredRound[UUID], key: UUID, task_record: TaskRecord, earlier: Sequence[DutyResult]
) -> dict[str, Any]:
    """The result as it is kept. `earlier`: what was calculated of the person in the revisions up to
    this one, published or not.
    """
    one = scored.participants[key]
    rule = rule_of_sum(scored.scheme)
    figures = [
        Figure(group.key, _sheets(group), not group.missing and one.total is not None, group.weight)
        for group in one.groups
    ]
    hidden = withhold(figures, [before(result) for result in earlier], rule)
    return {
        "total": one.total,
        "total_withheld": hidden.total,
        "proposed_grade": one.grade,
        "groups": [
            {
                **_group(group, task_record, earlier),
                "withheld": group.key in hidden.groups,
                "rule": rule,
            }
            for group in one.groups
        ],
        "lines": [vars(_told(line, one, task_record)) for line in explain(scored, key)],
    }


def _told(line: Line, one: ScoredParticipant[UUID], counts: TaskRecord) -> Line:
    """The line about the record of tasks with its numbers, which a layman needs to redo it."""
    if line.step != "record" or line.group is None or line.value is None:
        return line
    title = one.group(line.group).group.title
    in_time, late, due = counts.in_time, counts.late, counts.due
    return replace(
        line,
        zh=f"{title}：平时任务记录 = 100 ×（按时完成 {in_time} 项 + 逾期完成 {late} 项 ÷ 2）"
        f"÷ 应完成 {due} 项 = {line.value}",
        en=f"{title}: record of tasks = 100 × ({in_time} done in time + {late} done late ÷ 2) "
        f"÷ {due} that were due = {line.value}",
    )


def _sheets(group: ScoredGroup) -> int | None:
    return None if group.group.source is GroupSource.TASKS else len(group.sheets)


def _group(
    group: ScoredGroup, task_record: TaskRecord, earlier: Sequence[DutyResult]
) -> dict[str, Any]:
    """A group as it is kept: its exact score, what a task record was made of, how many answered
    each criterion, and the criteria that the person concerned is not told.
    """
    of_tasks = group.group.source is GroupSource.TASKS
    answers = {one.key: one.answers for one in group.criteria}
    known = [answered_before(result, group.key) for result in earlier]
    return {
        "key": group.key,
        "title": group.group.title,
        "sheets": _sheets(group),
        "score": None if group.score is None else str(group.score),
        "record": vars(task_record) if of_tasks else None,
        "answers": answers,
        "untold": untold_criteria(
            len(group.sheets), answers, [one for one in known if one is not None]
        ),
    }


def _put(
    session: AsyncSession, actor: Actor, round_: DutyRound, line: ParticipantLine,
    row: DutyResult | None, values: dict[str, Any],
) -> None:  # fmt: skip
    if row is None:
        participant = line.participant
        row = DutyResult(
            organisation_id=participant.organisation_id, round_id=round_.id,
            participant_id=participant.id, person_id=participant.person_id,
            revision=round_.revision,
        )  # fmt: skip
        session.add(row)
    elif _differs(row, values) and row.state is not DutyResultState.PROPOSED:
        DUTY_RESULT.apply(row, DutyResultAction.TAKE_BACK, [], CALCULATED_AGAIN)
        row.sqlmodel_update(UNDECIDED)
    row.sqlmodel_update(values)
    record(session, actor, "duty_result.calculate", row, label=line.name)


def _differs(row: DutyResult, values: dict[str, Any]) -> bool:
    return (row.total, row.proposed_grade) != (values["total"], values["proposed_grade"])


when(DutyRoundAction.CALCULATE, calculate)
