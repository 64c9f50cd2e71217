"""A round with one report that was handed in and commented on, as rows."""

from datetime import date
from uuid import UUID

from gongwei.access.models import User
from gongwei.core import clock
from gongwei.core.models import Row, new_id
from gongwei.duty_reports.reports.models import (
    CommentKind,
    CommentState,
    DutyComment,
    DutyReport,
    DutyReportState,
)
from gongwei.duty_reports.rounds.models import (
    Direction,
    DutyParticipant,
    DutyRound,
    DutyRoundState,
)
from gongwei.secretaries.models import Appointment


def reported(held: Appointment, round_of: UUID, author: User, mark: str) -> dict[str, Row]:
    """The rows in the order in which they are to be written; `round_of` runs the round."""
    now = clock.now()
    whose = {"organisation_id": held.organisation_id, "person_id": held.person_id}
    round_ = DutyRound(
        id=new_id(), organisation_id=round_of, year=2026, direction=Direction.UPWARD,
        title=f"{mark}述职", as_of=date(2024, 6, 1), report_due_on=date(2030, 1, 1),
        report_sections=[{"key": "work", "title": "履职情况"}], scheme={}, opened_at=now,
        state=DutyRoundState.REPORTING,
    )  # fmt: skip
    participant = DutyParticipant(
        id=new_id(), **whose, round_id=round_.id, appointment_id=held.id, position=1
    )
    report = DutyReport(
        id=new_id(), **whose, round_id=round_.id, participant_id=participant.id,
        sections={"work": [{"text": f"{mark}抓党建", "fact": None}]},
        submitted_at=now, first_submitted_at=now, state=DutyReportState.SUBMITTED,
    )  # fmt: skip
    comment = DutyComment(
        organisation_id=held.organisation_id, report_id=report.id, kind=CommentKind.STRENGTH,
        section_key="work", paragraph=0, quote=f"{mark}抓党建", text=f"{mark}抓得实",
        author_id=author.id, author_name=author.display_name, released_at=now,
        state=CommentState.RELEASED,
    )  # fmt: skip
    return {"round": round_, "participant": participant, "report": report, "comment": comment}
