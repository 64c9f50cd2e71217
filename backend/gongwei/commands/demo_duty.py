"""The duty review in the demonstration: last year's round published, this year's in appraisal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.audit.record import settle
from gongwei.commands import demo_duty_texts as texts
from gongwei.commands.demo_duty_reports import (
    Reporter,
    hand_in,
    hear,
    judge,
    rectify,
    reporters_of,
)
from gongwei.commands.demo_duty_votes import vote_last_year, vote_this_year
from gongwei.commands.demo_nominations import at
from gongwei.commands.demo_people import Cast
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.schemas import ActionIn
from gongwei.duty_reports.reports.releasing import release_all
from gongwei.duty_reports.reports.workflow import DutyReportAction
from gongwei.duty_reports.results import deciding
from gongwei.duty_reports.results import own as own_results
from gongwei.duty_reports.results.models import DutyResult
from gongwei.duty_reports.results.schemas import DecisionIn
from gongwei.duty_reports.results.workflow import DutyResultAction
from gongwei.duty_reports.rounds import service as rounds
from gongwei.duty_reports.rounds.models import Direction
from gongwei.duty_reports.rounds.schemas import DutyRoundIn
from gongwei.duty_reports.rounds.workflow import DutyRoundAction
from gongwei.scoring.schemes import Scheme

R = DutyRoundAction
A = DutyReportAction


@dataclass(frozen=True)
class Year:
    """One year's review: who runs and decides it, its days, and the round once it is there."""

    cast: Cast
    second: Actor
    """The leader who confirms what the first decided otherwise."""
    year: int
    due_on: date
    meeting_on: date


async def review(session: AsyncSession, cast: Cast, second: Actor) -> None:
    """Last year's round from the first report to the notice, and this year's up to the ballots."""
    today = clock.today()
    last = clock.months_later(today, -11)
    await _last_year(
        session, Year(cast, second, last.year - (last.month < 6), last, last + timedelta(days=9))
    )
    due_on = today - timedelta(days=8)
    await _this_year(session, Year(cast, second, today.year, due_on, today))


async def _last_year(session: AsyncSession, year: Year) -> None:
    officer = year.cast.officer
    round_id, reporters = await _opened(session, year)
    for reporter in reporters:
        with at(year.due_on - timedelta(days=reporter.number % 9)):
            report_id = await hand_in(session, reporter, round_id)
        with at(year.due_on + timedelta(days=2)):
            await judge(session, officer, report_id, A.ACCEPT)
        with at(year.meeting_on, 14):
            await judge(session, officer, report_id, A.PRESENT)
            await hear(session, year.cast.leader, report_id, reporter.number)
    with at(year.meeting_on, 16):
        await narrow(session, WHOLE_TREE)
        await release_all(session, year.cast.leader, round_id)
        await settle(session)
        await _move(session, officer, round_id, R.START_APPRAISAL)
        await vote_last_year(session, officer, round_id)
    await rectify(session, officer, year.meeting_on, reporters)
    await _published(session, year, round_id, reporters)


async def _this_year(session: AsyncSession, year: Year) -> None:
    """The later somebody stands in the order, the less is done."""
    officer = year.cast.officer
    round_id, reporters = await _opened(session, year)
    places = len(reporters)
    for reporter in reporters:
        left = places - reporter.number
        if left == 1:
            continue
        late = timedelta(days=3) if reporter.number % 17 == 5 else timedelta(0)
        with at(year.due_on - timedelta(days=1 + reporter.number % 9) + late * 4):
            report_id = await hand_in(session, reporter, round_id, submit=left > 3)
        with at(year.due_on + timedelta(days=5)):
            if left == 4:
                await judge(session, officer, report_id, A.RETURN, texts.RETURNED)
            elif left > 7:
                await judge(session, officer, report_id, A.ACCEPT)
    with at(year.meeting_on, 9):
        await _move(session, officer, round_id, R.START_APPRAISAL)
        await vote_this_year(session, officer, round_id, [one.actor for one in reporters])


async def _opened(session: AsyncSession, year: Year) -> tuple[UUID, Sequence[Reporter]]:
    """The round a month before its reports are due."""
    officer = year.cast.officer
    with at(year.due_on - timedelta(days=30)):
        await narrow(session, WHOLE_TREE)
        entry = DutyRoundIn(
            organisation_id=officer.organisation_id, year=year.year, direction=Direction.UPWARD,
            title=f"{year.year}年度党组织书记抓党建工作述职评议", as_of=clock.today(),
            report_due_on=year.due_on, meeting_on=year.meeting_on, scheme=scheme(),
        )  # fmt: skip
        made = await rounds.create(session, officer, entry)
        await settle(session)
        await _move(session, officer, made.id, R.OPEN)
    return made.id, await reporters_of(session, year.cast, made.id)


def scheme() -> Scheme:
    """The scheme of both years."""
    return Scheme.model_validate(
        {
            "criteria": [
                {
                    "key": key, "title": title, "weight": str(weight),
                    "levels": [{"label": label, "value": value} for label, value in texts.LEVELS],
                }
                for key, title, weight in texts.CRITERIA
            ],
            "groups": [
                {"key": key, "title": title, "weight": weight, "minimum": fewest}
                for key, title, weight, fewest in texts.GROUPS
            ]
            + [{"key": "record", "title": "平时任务完成情况", "weight": "10", "source": "tasks"}],
            "missing_group": "renormalise",
            "grades": [
                {
                    "key": "excellent", "title": "优秀", "at_least": "90", "quota": "30",
                    "gates": [{"group": "representatives", "at_least": "85"}],
                },
                {"key": "good", "title": "较好", "at_least": "80"},
                {"key": "fair", "title": "一般", "at_least": "60"},
                {"key": "poor", "title": "较差", "at_least": "0"},
            ],
            "ties": ["duty"],
        }
    )  # fmt: skip


async def _move(
    session: AsyncSession, actor: Actor, round_id: UUID, action: DutyRoundAction
) -> None:
    await narrow(session, WHOLE_TREE)
    await rounds.act(session, actor, round_id, action, ActionIn())
    await settle(session)
    await narrow(session, WHOLE_TREE)


async def _published(
    session: AsyncSession, year: Year, round_id: UUID, reporters: Sequence[Reporter]
) -> None:
    """Calculated, decided by the leader and in one case by two, published, and mostly read."""
    with at(year.meeting_on + timedelta(days=1)):
        await _move(session, year.cast.officer, round_id, R.CALCULATE)
    query = select(DutyResult.organisation_id, DutyResult.proposed_grade).where(
        DutyResult.round_id == round_id
    )
    proposed = dict((await session.execute(query)).all())
    raised = next((place for place, grade in proposed.items() if grade == "fair"), None)
    with at(year.meeting_on + timedelta(days=6)):
        for place_id, grade in proposed.items():
            await _decided(session, year, round_id, place_id, grade, otherwise=place_id == raised)
    with at(year.meeting_on + timedelta(days=10)):
        await _move(session, year.cast.officer, round_id, R.PUBLISH)
    with at(year.meeting_on + timedelta(days=12)):
        for reporter in reporters[:-4]:
            await narrow(session, WHOLE_TREE)
            await own_results.acknowledge(
                session, reporter.actor, round_id, reporter.organisation_id
            )
            await settle(session)


async def _decided(
    session: AsyncSession, year: Year, round_id: UUID, place_id: UUID, grade: str | None, *,
    otherwise: bool,
) -> None:  # fmt: skip
    await narrow(session, WHOLE_TREE)
    given = DecisionIn(grade=grade or "fair")
    if otherwise:
        given = DecisionIn(grade="good", reason=texts.OTHERWISE)
    await deciding.decide(session, year.cast.leader, round_id, place_id, given)
    await settle(session)
    if otherwise:
        await narrow(session, WHOLE_TREE)
        confirm = DutyResultAction.CONFIRM
        await deciding.act(session, year.second, round_id, place_id, confirm, ActionIn())
        await settle(session)
