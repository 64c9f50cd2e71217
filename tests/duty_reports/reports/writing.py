"""Reports and comments, as the tests say them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from httpx import Response
from sqlmodel import col, select

from duty_reports.review import Review
from factories.world import commit_unrecorded
from gongwei.access.models import User
from gongwei.core.clock import Frozen
from gongwei.duty_reports.reports.models import (
    CommentKind,
    CommentState,
    DutyComment,
    DutyReport,
    DutyReportState,
)
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound, DutyRoundState
from gongwei.secretaries.models import Appointment
from gongwei.tasks.models import Task

Body = dict[str, Any]
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
"""A Monday at ten, four weeks before reports are due."""
DUE = date(2026, 3, 31)


def at(day: date, hour: int = 10) -> Frozen:
    """An hour of a day in the committee's time."""
    return Frozen(datetime(day.year, day.month, day.day, hour, tzinfo=SHANGHAI))


@dataclass
class Writing:
    """A round of the root in which finance, police and archive report, and who writes what."""

    review: Review
    round: DutyRound
    participants: dict[str, DutyParticipant]
    secretaries: dict[str, Appointment]

    @property
    def keys(self) -> list[str]:
        return [section["key"] for section in self.round.report_sections]

    def whole(self, text: str = "抓实党建。") -> Body:
        """Text in every section."""
        return {key: [{"text": text}] for key in self.keys}

    async def report(
        self, state: DutyReportState = DutyReportState.DRAFT, at: str = "finance", **values: Any
    ) -> DutyReport:
        """A report in a state, with text in every section."""
        handed_in = None if state is DutyReportState.DRAFT else self.round.opened_at
        participant = self.participants[at]
        made = DutyReport(
            **{
                "organisation_id": participant.organisation_id, "round_id": self.round.id,
                "participant_id": participant.id, "person_id": participant.person_id,
                "sections": self.whole(), "submitted_at": handed_in,
                "first_submitted_at": handed_in, "state": state, **values,
            }
        )  # fmt: skip
        await self.review.stored(made)
        return made

    async def comment(self, report: DutyReport, who: str = "leader", **values: Any) -> DutyComment:
        """A comment in a state, on the first paragraph of the first section."""
        made = DutyComment(
            **{
                "organisation_id": report.organisation_id, "report_id": report.id,
                "kind": CommentKind.PROBLEM, "section_key": self.keys[0], "paragraph": 0,
                "quote": "抓实党建。", "text": "抓而不实", "author_id": self.user(who).id,
                "author_name": self.user(who).display_name, "state": CommentState.NOTED, **values,
            }
        )  # fmt: skip
        await self.review.stored(made)
        return made

    def user(self, who: str) -> User:
        return self.review.world.users[who]

    async def begun(self, who: str = "secretary", at: str = "finance") -> Body:
        place = str(self.review.id_of(at))
        return await self.review.made(
            who, "duty-reports", round_id=str(self.round.id), organisation_id=place
        )

    async def save(
        self, report: Body, who: str = "secretary", version: int | None = None, **patch: Any
    ) -> Response:
        base = report["version"] if version is None else version
        return await self.review.change(who, f"duty-reports/{report['id']}", base, **patch)

    async def act(self, who: str, report: Any, action: str, **body: Any) -> Response:
        return await self.review.send(
            who, "POST", f"duty-reports/{report}/actions/{action}", json=body
        )

    async def moved(self, who: str, report: Any, action: str, **body: Any) -> Body:
        answer = await self.act(who, report, action, **body)
        assert answer.status_code == 200, answer.text
        found: Body = answer.json()
        return found

    async def shown(self, who: str, report: Any) -> Body:
        found: Body = await self.review.read(who, f"duty-reports/{report}")
        return found

    async def noted(self, who: str, report: Any, **more: Any) -> Body:
        body = {"kind": "problem", "text": "台账不全", "section_key": self.keys[0], "paragraph": 0}
        return await self.review.made(who, f"duty-reports/{report}/comments", **(body | more))

    async def on_comment(self, who: str, comment: Any, action: str, **body: Any) -> Response:
        path = f"duty-comments/{comment}/actions/{action}"
        return await self.review.send(who, "POST", path, json=body)

    async def stand_for(self, who: str, at: str) -> None:
        """Let an account stand for the secretary of an organisation."""
        async with self.review.database.transaction("*") as session:
            user = await session.get_one(User, self.user(who).id)
            user.person_id = self.secretaries[at].person_id
            await commit_unrecorded(session)


async def round_with_reports(review: Review, **values: Any) -> Writing:
    """A round that runs; its reports are due on `DUE`."""
    given = {
        "report_due_on": DUE, "title": "2026年度述职评议", "year": 2026, "opened_at": NOW, **values,
    }  # fmt: skip
    round_ = await review.round(DutyRoundState.REPORTING, **given)
    held, joined = {}, {}
    for number, (at, name) in enumerate(
        (("finance", "李四"), ("police", "王五"), ("archive", "赵六")), start=1
    ):
        held[at] = await review.secretary(name, at)
        joined[at] = await review.joined(round_, held[at], position=number)
    return Writing(review, round_, joined, held)


def ids(answer: Any) -> set[UUID]:
    return {UUID(one["id"]) for one in answer["items"]}


async def tasks(review: Review, origin_type: str = "duty_comment") -> list[Task]:
    """The tasks that came of comments, or of something else, oldest first."""
    async with review.database.transaction("*") as session:
        query = select(Task).where(col(Task.origin_type) == origin_type).order_by(col(Task.id))
        return list((await session.exec(query)).all())


async def listed(writing: Writing, who: str, report: UUID) -> list[tuple[str, str]]:
    """The comments on a report that somebody sees: text and state."""
    found = await writing.review.read(who, f"duty-reports/{report}/comments")
    return [(one["text"], one["state"]) for one in found["items"]]
