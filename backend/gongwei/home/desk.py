"""The first page: what the caller owes, what waits for a decision, what changed, a few figures."""

from collections.abc import Mapping
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
from gongwei.home.waiting import waiting
from gongwei.home.waiting_words import Language
from gongwei.secretaries.waiting import nominations_open, talks_due
from gongwei.tasks.schemas import TaskLineOut
from gongwei.tasks.service import owed_by

LINES = 20
"""Lines of each part; the rest is on the part's own page."""


async def home(session: AsyncSession, actor: Actor, language: Language) -> HomeOut:
    """The caller's first page in the present role. Parts that the role may not know are empty."""
    allow(actor, Permission.HOME_READ)
    owed = await owed_by(session, actor, LINES)
    reports = {one.participant_id: one for one in await reports_to_write(session, actor, LINES)}
    told = {task.origin.id for task in owed if task.origin is not None}
    return HomeOut(
        notices=await notices(session, actor, language),
        tasks=[
            OwedTaskOut(
                id=task.id, title=task.title, due_on=task.due_on, late=task.late,
                organisation_name=task.organisation_name, path=_path(task, reports),
            )
            for task in owed
        ],
        waiting=await waiting(
            session, actor, language, [one for key, one in reports.items() if key not in told]
        ),
        changes=list(await recent_changes(session, actor, LINES)),
        figures=await _figures(session, actor),
    )  # fmt: skip


def _path(task: TaskLineOut, reports: Mapping[UUID, WaitingReport]) -> str:
    """Where the task is done: a duty report is written on its own page."""
    report = reports.get(task.origin.id) if task.origin is not None else None
    return f"/tasks/{task.id}" if report is None else path_of(report)


async def _figures(session: AsyncSession, actor: Actor) -> DeskFiguresOut:
    read = Permission.ORGANISATIONS_READ
    if not actor.may(read):
        return DeskFiguresOut(**dict.fromkeys(DeskFiguresOut.model_fields))
    root = await fetch(session, actor, Organisation, actor.organisation_id, read=read)
    return DeskFiguresOut(
        talks_due=await talks_due(session, actor, subtree_as_of(root), clock.today()),
        nominations_open=await nominations_open(session, actor),
    )
