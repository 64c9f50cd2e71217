"""Shapes of the board and of the meeting."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from gongwei.core.schemas import In, Out
from gongwei.duty_reports.reports.comment_schemas import DutyCommentOut
from gongwei.duty_reports.reports.models import DutyReportState


class BoardState(StrEnum):
    """The states of a report, and that of one which nobody has begun."""

    NOT_STARTED = "not_started"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    PRESENTED = "presented"


class DutyBoardRowOut(Out):
    """A participant and how far the report is. `updated_at`: when it was last saved or moved."""

    participant_id: UUID
    position: int
    organisation_id: UUID
    organisation_name: str
    person_id: UUID
    name: str
    report_id: UUID | None
    state: BoardState
    late: bool
    updated_at: datetime | None
    reminded_on: date | None


class DutyBoardOut(Out):
    """Everybody who takes part, of the caller's subtree, in the order of the meeting; `counts` by
    state add up to their number, `late` is among them. `may_remind`: the caller runs the round
    while reports are written."""

    round_id: UUID
    report_due_on: date
    counts: dict[BoardState, int]
    late: int
    may_remind: bool
    items: list[DutyBoardRowOut]


class DutyRemindersIn(In):
    """Whom to remind; everybody who owes a report when left out."""

    participant_ids: Annotated[list[UUID], Field(max_length=5000)] | None = None


class DutyRemindersOut(Out):
    """How many were reminded now, how many had been today, and the organisations without an
    account that could be."""

    reminded: int
    already: int
    without_account: list[UUID]


class DutyMeetingReportOut(Out):
    """A report at the meeting; its text is read by its id."""

    id: UUID
    version: int
    state: DutyReportState
    late: bool
    presented_on: date | None
    allowed_actions: list[str]


class DutyMeetingRowOut(Out):
    """A participant in the order of the meeting, with the caller's own comments."""

    participant_id: UUID
    position: int
    organisation_id: UUID
    organisation_name: str
    person_id: UUID
    name: str
    report: DutyMeetingReportOut | None
    comments: list[DutyCommentOut]


class DutyMeetingOut(Out):
    """The meeting of a round. `noted`: the caller's comments that are not released."""

    round_id: UUID
    title: str
    noted: int
    items: list[DutyMeetingRowOut]
