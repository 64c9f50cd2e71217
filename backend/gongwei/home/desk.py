"""The first page: what the caller owes, what waits for a decision, what changed, a few figures."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import subtree_as_of
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch
from gongwei.audit.service import recent_changes
from gongwei.core import clock
from gongwei.duty_reports.reports.waiting import WaitingReport, reports_to_write
from gongwei.home.duty_waiting import path_of
from gongwei.home.notices import notices
from gongwei.home.schemas import DeskFiguresOut, HomeOut, OwedTaskOut
from gongwei.home.waiting import talk_path, waiting
from gongwei.home.waiting_words import Language
from gongwei.secretaries.talks.reading import ORIGIN as TALK
from gongwei.secretaries.waiting import nominations_open, talks_due, waiting_talks
from gongwei.tasks.schemas import TaskLineOut
from gongwei.tasks.service import owed_by

LINES = 20
"""Lines of each part; the rest is on the part's own page."""


async def home(session: AsyncSession, actor: Actor, language: Language) -> HomeOut:
    """The caller's first page in the present role. Parts that the role may not know are empty."""
    allow(actor, Permission.HOME_READ)
    owed = await owed_by(session, actor, LINES)
    reports = {one.participant_id: one for one in await reports_to_write(session, actor, LINES)}
    talks = await waiting_talks(session, actor, LINES)
    told = {task.origin.id for task in owed if task.origin is not None and task.moves_with_record}
    desk = _Desk(reports, {one.id for one in talks}, actor.may(Permission.TALKS_READ))
    return HomeOut(
        notices=await notices(session, actor, language),
        tasks=[
            OwedTaskOut(
                id=task.id, title=task.title, due_on=task.due_on, late=task.late,
                organisation_name=task.organisation_name, path=desk.path_of(task),
            )
            for task in owed
        ],
        waiting=await waiting(
            session, actor, language,
            to_write=[one for key, one in reports.items() if key not in told],
            talks=[one for one in talks if one.id not in told],
        ),
        changes=list(await recent_changes(session, actor, LINES)),
        figures=await _figures(session, actor),
    )  # fmt: skip


@dataclass(frozen=True)
class _Desk:
    """The records that tasks of the caller move with: the duty reports by participant, the talks
    whose turn is the caller's, and whether others may be read too."""

    reports: Mapping[UUID, WaitingReport]
    talks: Set[UUID]
    reads_talks: bool

    def path_of(self, task: TaskLineOut) -> str:
        """Where the task is done: a task that moves with its record, on the record's page."""
        origin = task.origin
        if origin is None or not task.moves_with_record:
            return f"/tasks/{task.id}"
        if origin.id in self.reports:
            return path_of(self.reports[origin.id])
        is_known = origin.type == TALK and (self.reads_talks or origin.id in self.talks)
        return talk_path(origin.id) if is_known else f"/tasks/{task.id}"


async def _figures(session: AsyncSession, actor: Actor) -> DeskFiguresOut:
    read = Permission.ORGANISATIONS_READ
    if not actor.may(read):
        return DeskFiguresOut(**dict.fromkeys(DeskFiguresOut.model_fields))
    root = await fetch(session, actor, Organisation, actor.organisation_id, read=read)
    return DeskFiguresOut(
        talks_due=await talks_due(session, actor, subtree_as_of(root), clock.today()),
        nominations_open=await nominations_open(session, actor),
    )
