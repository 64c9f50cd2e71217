"""Who stands where to a report: its own organisation, which writes it, and the organiser of the
round, which stands above it. Row-level security hides the round from those below, so its few
columns are read with the whole tree in view.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import Organisation
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.duty_reports.reports.models import DutyReport, DutyReportState
from gongwei.duty_reports.reports.problems import (
    NOT_THE_ORGANISER,
    ROUND_NOT_RUNNING,
)
from gongwei.duty_reports.reports.workflow import DUTY_REPORT, DutyReportAction
from gongwei.duty_reports.rounds.models import (
    Direction,
    DutyRound,
    DutyRoundState,
)
from gongwei.duty_reports.rounds.problems import OWN_MATTER
from gongwei.duty_reports.rounds.reading import round_line, runs
from gongwei.duty_reports.rounds.workflow import DUTY_ROUND

RUNNING = (DutyRoundState.REPORTING, DutyRoundState.APPRAISING)
"""States of a round in which reports move; after the deadline they are late."""
HANDED_IN = (DutyReportState.SUBMITTED, DutyReportState.ACCEPTED, DutyReportState.PRESENTED)
"""States in which others than the writers read the text."""


@dataclass(frozen=True)
class RoundAbove:
    """What everybody who takes part knows of a round. `path` is its organisation's."""

    id: UUID
    title: str
    year: int
    direction: Direction
    report_due_on: date
    state: DutyRoundState
    report_sections: list[dict[str, Any]]
    opened_at: datetime | None
    path: str

    def is_run_by(self, actor: Actor) -> bool:
        """Whether the caller's role is held at the organiser or above it."""
        return runs(actor, self.path)

    @property
    def is_running(self) -> bool:
        return self.state in RUNNING


async def rounds_above(
    session: AsyncSession, actor: Actor, round_ids: Iterable[UUID]
) -> dict[UUID, RoundAbove]:
    """The rounds of reports or participants that the caller was shown."""
    wanted = set(round_ids)
    if not wanted:
        return {}
    query: Any = select(
        col(DutyRound.id), col(DutyRound.title), col(DutyRound.year), col(DutyRound.direction),
        col(DutyRound.report_due_on), col(DutyRound.state), col(DutyRound.report_sections),
        col(DutyRound.opened_at), col(Organisation.path),
    )  # fmt: skip
    query = query.join(Organisation, col(Organisation.id) == col(DutyRound.organisation_id))
    async with whole_tree(session, actor):
        rows = (await session.execute(query.where(among(col(DutyRound.id), wanted)))).all()
    return {row[0]: RoundAbove(*row) for row in rows}


async def round_above(session: AsyncSession, actor: Actor, round_id: UUID) -> RoundAbove:
    """The round of one report or participant that the caller was shown."""
    return (await rounds_above(session, actor, [round_id]))[round_id]


async def known_round(session: AsyncSession, actor: Actor, round_id: UUID) -> RoundAbove:
    """A round as far as the caller may know of it. 404 otherwise."""
    line = await round_line(session, actor, round_id)
    round_ = line.round
    return RoundAbove(
        round_.id, round_.title, round_.year, round_.direction, round_.report_due_on,
        round_.state, round_.report_sections, round_.opened_at, line.path,
    )  # fmt: skip


def is_writer(actor: Actor, organisation_id: UUID) -> bool:
    """Whether the caller acts for the very organisation whose report it is."""
    return actor.organisation_id == organisation_id and actor.may(Permission.DUTY_REPORTS_WRITE)


def is_own(actor: Actor, report: DutyReport) -> bool:
    """Whether the caller is who the report is of."""
    return actor.person_id is not None and actor.person_id == report.person_id


def reads_text(actor: Actor, report: DutyReport) -> bool:
    """Drafts and returned reports are read by those who write them, and by whom they are of."""
    if report.state in HANDED_IN:
        return True
    return is_writer(actor, report.organisation_id) or is_own(actor, report)


def refuse_not_running(above: RoundAbove) -> None:
    """409 `round_not_running` before the opening and once results are calculated."""
    if not above.is_running:
        zh, en = DUTY_ROUND.words[above.state]
        raise ROUND_NOT_RUNNING(round=above.title, state_zh=zh, state_en=en)


def refuse_others(actor: Actor, above: RoundAbove) -> None:
    """403 `not_the_organiser` for whoever stands below the organiser."""
    if not above.is_run_by(actor):
        raise NOT_THE_ORGANISER(round=above.title)


def refuse_own(actor: Actor, report: DutyReport) -> None:
    """403 `own_matter` for whom the report is of."""
    if is_own(actor, report):
        raise OWN_MATTER()


def allowed_actions(actor: Actor, report: DutyReport, above: RoundAbove) -> list[str]:
    """What this caller may do with the report now."""
    if not above.is_running:
        return []
    writes = is_writer(actor, report.organisation_id)
    judges = above.is_run_by(actor) and not is_own(actor, report)
    return [
        action
        for action in DUTY_REPORT.allowed(report.state, actor.permissions)
        if (writes if action == DutyReportAction.SUBMIT else judges)
    ]


def may_edit(actor: Actor, report: DutyReport, above: RoundAbove) -> bool:
    """Whether this caller may write the text now."""
    in_hand = above.is_running and report.state in DUTY_REPORT.editable
    return in_hand and is_writer(actor, report.organisation_id)
