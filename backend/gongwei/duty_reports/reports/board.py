"""The board of a round: who has not started, is writing, handed in, was given back."""

from collections import Counter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import defer
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, in_scope
from gongwei.duty_reports.reports.board_schemas import (
    BoardState,
    DutyBoardOut,
    DutyBoardRowOut,
    DutyMeetingOut,
    DutyMeetingReportOut,
    DutyMeetingRowOut,
)
from gongwei.duty_reports.reports.comment_schemas import DutyCommentOut
from gongwei.duty_reports.reports.comments import comments_out
from gongwei.duty_reports.reports.models import CommentState, DutyComment, DutyReport
from gongwei.duty_reports.reports.reading import NAMELESS, READ
from gongwei.duty_reports.reports.standing import (
    RoundAbove,
    allowed_actions,
    known_round,
    refuse_others,
)
from gongwei.duty_reports.rounds.models import DutyParticipant

REVIEW = Permission.DUTY_REPORTS_REVIEW
COMMENT = Permission.DUTY_COMMENTS_WRITE


class BoardLine(NamedTuple):
    """A participant with its names and its report, if there is one."""

    participant: DutyParticipant
    organisation_name: str
    name: str | None
    report: DutyReport | None


def board_lines(actor: Actor, round_id: UUID) -> Select[Any]:
    """`BoardLine`s of those who take part, of the caller's subtree, in the order of the meeting."""
    query: Any = select(DutyParticipant, col(Organisation.name), col(Person.name), DutyReport)
    found: Select[Any] = (
        query.join(Organisation, col(Organisation.id) == col(DutyParticipant.organisation_id))
        .outerjoin(Person, col(Person.id) == col(DutyParticipant.person_id))
        .outerjoin(DutyReport, col(DutyReport.participant_id) == col(DutyParticipant.id))
        .where(
            in_scope(actor, DutyParticipant, READ),
            col(DutyParticipant.round_id) == round_id,
            col(DutyParticipant.included),
        )
        .order_by(col(DutyParticipant.position), col(DutyParticipant.id))
    )
    return found


async def read_board(session: AsyncSession, actor: Actor, round_id: UUID) -> DutyBoardOut:
    """The whole board, in one query for its rows. 404 for a round that the caller may not know."""
    above = await known_round(session, actor, round_id)
    allow(actor, READ)
    columns = (
        col(DutyParticipant.id), col(DutyParticipant.position),
        col(DutyParticipant.organisation_id), col(Organisation.name),
        col(DutyParticipant.person_id), col(Person.name), col(DutyReport.id),
        col(DutyReport.state), col(DutyReport.late), col(DutyReport.updated_at),
        col(DutyParticipant.reminded_on),
    )  # fmt: skip
    query = board_lines(actor, round_id).with_only_columns(*columns, maintain_column_froms=True)
    items = [_row(*one) for one in (await session.execute(query)).all()]
    counted = Counter(item.state for item in items)
    return DutyBoardOut(
        round_id=above.id,
        report_due_on=above.report_due_on,
        counts={state: counted[state] for state in BoardState},
        late=sum(item.late for item in items),
        may_remind=above.is_running and above.is_run_by(actor) and actor.may(REVIEW),
        items=items,
    )


def _row(
    participant_id: UUID, position: int, organisation_id: UUID, organisation_name: str,
    person_id: UUID, name: str | None, report_id: UUID | None, state: str | None,
    late: bool | None, *days: Any,
) -> DutyBoardRowOut:  # fmt: skip
    updated_at, reminded_on = days
    return DutyBoardRowOut(
        participant_id=participant_id,
        position=position,
        organisation_id=organisation_id,
        organisation_name=organisation_name,
        person_id=person_id,
        name=name or NAMELESS,
        report_id=report_id,
        state=BoardState(state) if state else BoardState.NOT_STARTED,
        late=bool(late),
        updated_at=updated_at,
        reminded_on=reminded_on,
    )


async def read_meeting(session: AsyncSession, actor: Actor, round_id: UUID) -> DutyMeetingOut:
    """Those who report, in their order, with what the caller noted about each. 403 below the
    organiser.
    """
    above = await known_round(session, actor, round_id)
    allow(actor, COMMENT)
    refuse_others(actor, above)
    textless = (defer(DutyReport.sections), defer(DutyReport.facts))  # type: ignore[arg-type]
    rows = (await session.execute(board_lines(actor, round_id).options(*textless))).all()
    lines = [BoardLine(*row) for row in rows]
    reports = {line.report.id: (line.report, above) for line in lines if line.report}
    query = (
        select(DutyComment)
        .join(DutyReport, col(DutyReport.id) == col(DutyComment.report_id))
        .where(
            in_scope(actor, DutyComment, READ),
            col(DutyReport.round_id) == round_id,
            col(DutyComment.author_id) == actor.user_id,
            col(DutyComment.state) != CommentState.WITHDRAWN,
        )
        .order_by(col(DutyComment.id))
    )
    found = [one for one in (await session.execute(query)).scalars() if one.report_id in reports]
    comments = await comments_out(session, actor, found, reports)
    by_report: dict[UUID, list[DutyCommentOut]] = {}
    for comment in comments:
        by_report.setdefault(comment.report_id, []).append(comment)
    return DutyMeetingOut(
        round_id=above.id,
        title=above.title,
        noted=sum(one.state is CommentState.NOTED for one in comments),
        items=[_meeting_row(actor, line, above, by_report) for line in lines],
    )


def _meeting_row(
    actor: Actor, line: BoardLine, above: RoundAbove, comments: dict[UUID, list[DutyCommentOut]]
) -> DutyMeetingRowOut:
    report = line.report
    return DutyMeetingRowOut(
        participant_id=line.participant.id,
        position=line.participant.position,
        organisation_id=line.participant.organisation_id,
        organisation_name=line.organisation_name,
        person_id=line.participant.person_id,
        name=line.name or NAMELESS,
        report=DutyMeetingReportOut(
            id=report.id, version=report.version, state=report.state, late=report.late,
            presented_on=report.presented_on,
            allowed_actions=allowed_actions(actor, report, above),
        )
        if report
        else None,
        comments=comments.get(report.id, []) if report else [],
    )  # fmt: skip
