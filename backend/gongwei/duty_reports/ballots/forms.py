"""What is on a ballot, and whether what came back fits it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.models import Organisation, Person
from gongwei.access.scope import below
from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.duty_reports.ballots.envelopes import Vote
from gongwei.duty_reports.ballots.models import BallotSession
from gongwei.duty_reports.ballots.schemas import BallotIn, BallotParticipantOut, SheetIn
from gongwei.duty_reports.reports.models import DutyReport, DutyReportState
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound
from gongwei.scoring.schemes import Criterion, RaterGroup, Scheme

EXCERPT = 120
HANDED_IN = (DutyReportState.SUBMITTED, DutyReportState.ACCEPTED, DutyReportState.PRESENTED)


@dataclass(frozen=True)
class Form:
    """A session's questions, and its participants in the order of the meeting."""

    group: RaterGroup
    criteria: Sequence[Criterion]
    participants: Sequence[BallotParticipantOut]


def group_of(round_: DutyRound, key: str) -> RaterGroup | None:
    """The rater group of this key in the round's scheme."""
    scheme = Scheme.model_validate(round_.scheme)
    return next((one for one in scheme.groups if one.key == key), None)


def criteria_of(round_: DutyRound, group: RaterGroup) -> list[Criterion]:
    """The questions that a group answers."""
    scheme = Scheme.model_validate(round_.scheme)
    return [one for one in scheme.criteria if not group.criteria or one.key in group.criteria]


async def form_of(
    session: AsyncSession, voting: BallotSession, round_: DutyRound, *, excerpts: bool = False
) -> Form:
    """The whole form of a session, which the caller of the function may know; with `excerpts` of
    the reports, for who reads it.
    """
    group = group_of(round_, voting.group_key)
    assert group is not None  # a scheme's revision keeps the groups that vote
    participants = await _participants(session, voting, excerpts=excerpts)
    return Form(group, criteria_of(round_, group), participants)


async def _participants(
    session: AsyncSession, voting: BallotSession, *, excerpts: bool
) -> Sequence[BallotParticipantOut]:
    query: Any = (
        select(DutyParticipant, col(Person.name), col(Organisation.name))
        .join(Person, col(Person.id) == col(DutyParticipant.person_id))
        .join(Organisation, col(Organisation.id) == col(DutyParticipant.organisation_id))
        .where(col(DutyParticipant.round_id) == voting.round_id, col(DutyParticipant.included))
        .order_by(col(DutyParticipant.position), col(DutyParticipant.id))
    )
    if voting.about_id is not None:
        about = await session.get_one(Organisation, voting.about_id)
        query = query.where(below(about.path))
    if excerpts:
        report = col(DutyReport.participant_id) == col(DutyParticipant.id)
        query = query.outerjoin(DutyReport, report).add_columns(DutyReport)
    return [
        BallotParticipantOut(
            id=participant.id, name=name, organisation_name=organisation_name, post="secretary",
            report_excerpt=_excerpt(*report),
        )
        for participant, name, organisation_name, *report in (await session.execute(query)).all()
    ]  # fmt: skip


def _excerpt(report: DutyReport | None = None) -> str | None:
    if report is None or report.state not in HANDED_IN:
        return None
    texts = [part.get("text", "") for parts in report.sections.values() for part in parts]
    said = " ".join(text.strip() for text in texts if text.strip())
    return said if len(said) <= EXCERPT else said[: EXCERPT - 1] + "…"


async def own_participants(session: AsyncSession, round_id: UUID, person_id: UUID) -> set[UUID]:
    """The voter as a participant: nobody votes on oneself."""
    query = select(col(DutyParticipant.id)).where(
        col(DutyParticipant.round_id) == round_id, col(DutyParticipant.person_id) == person_id
    )
    return set((await session.execute(query)).scalars())


def vote_of(said: BallotIn) -> Vote:
    """The vote in the form in which it is sealed and compared."""
    return {
        str(sheet.participant_id): None
        if sheet.abstain
        else {
            one.criterion: f"{one.value.normalize():f}"
            for one in sheet.answers
            if one.value is not None
        }
        for sheet in said.sheets
    }


def refuse_unfit(form: Form, left_out: set[UUID], said: BallotIn) -> None:
    """422 with every place at which the ballot does not fit the form."""
    wanted = [one for one in form.participants if one.id not in left_out]
    faults = [*_of_participants(wanted, said)]
    for number, sheet in enumerate(said.sheets):
        faults += _of_sheet(form.criteria, f"/sheets/{number}", sheet)
    if faults:
        raise MALFORMED(errors=tuple(faults[:100]), count=len(faults))


def _of_participants(
    wanted: Sequence[BallotParticipantOut], said: BallotIn
) -> Iterator[FieldFault]:
    known = {one.id for one in wanted}
    times = Counter(sheet.participant_id for sheet in said.sheets)
    for number, sheet in enumerate(said.sheets):
        pointer = f"/sheets/{number}/participant_id"
        if sheet.participant_id not in known:
            yield FieldFault(
                pointer, "not_on_the_ballot", "此人不在这张票上，请刷新后重填",
                "Not on this ballot; load it again",
            )  # fmt: skip
        elif times[sheet.participant_id] > 1:
            yield FieldFault(
                pointer, "twice", "同一人填了两次，请只留一次", "Twice on the ballot; keep one"
            )
    for one in wanted:
        if one.id not in times:
            yield FieldFault(
                "/sheets", "sheet_missing", f"还没有评{one.name}；不了解的请选“弃权”",
                f"{one.name} is not rated yet; choose to abstain if you cannot",
            )  # fmt: skip


def _of_sheet(criteria: Sequence[Criterion], pointer: str, sheet: SheetIn) -> Iterator[FieldFault]:
    if sheet.abstain:
        if sheet.answers:
            yield FieldFault(
                f"{pointer}/answers", "abstained", "已选弃权，请去掉打分或取消弃权",
                "You abstain here: take the answers out, or do not abstain",
            )  # fmt: skip
        return
    known = {one.key: one for one in criteria}
    times = Counter(answer.criterion for answer in sheet.answers)
    for number, answer in enumerate(sheet.answers):
        at = f"{pointer}/answers/{number}"
        criterion = known.get(answer.criterion)
        if criterion is None or times[answer.criterion] > 1:
            yield FieldFault(
                f"{at}/criterion", "not_asked", "票上没有这一项，或同一项填了两次",
                "Not asked on this ballot, or answered twice",
            )  # fmt: skip
        elif answer.value is not None and not _is_possible(criterion, answer.value):
            yield FieldFault(f"{at}/value", "out_of_range", *_range(criterion))
    answered = {one.criterion for one in sheet.answers if one.value is not None}
    for criterion in criteria:
        if criterion.required and criterion.key not in answered:
            yield FieldFault(
                f"{pointer}/answers", "required", f"请填“{criterion.title}”；不了解此人请选“弃权”",
                f"“{criterion.title}” must be answered; abstain if you do not know the person",
            )  # fmt: skip
    if not answered and not any(one.required for one in criteria):
        yield FieldFault(
            f"{pointer}/answers", "nothing_answered", "一项也没有填；不了解此人请选“弃权”",
            "Nothing is answered; abstain if you do not know the person",
        )  # fmt: skip


def _is_possible(criterion: Criterion, value: Any) -> bool:
    if criterion.levels:
        return any(level.value == value for level in criterion.levels)
    return bool(value <= criterion.max)


def _range(criterion: Criterion) -> tuple[str, str]:
    if criterion.levels:
        labels = [level.label for level in criterion.levels]
        return "请选其中之一：" + "、".join(labels), "Choose one of: " + ", ".join(labels)
    return f"须在 0 至 {criterion.max:f} 之间", f"Between 0 and {criterion.max:f}"
