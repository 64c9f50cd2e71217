"""Releasing comments: the report's side reads them, and a problem becomes a task to put it right.

The organisation that the report belongs to owes the task, by the comment's date or within thirty
days. It is given in the name of whoever releases the comment, and where that role gives no tasks
otherwise, within this act.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.duty_reports.reports.comment_schemas import DutyCommentsReleasedOut
from gongwei.duty_reports.reports.models import (
    CommentKind,
    CommentState,
    DutyComment,
    DutyReport,
)
from gongwei.duty_reports.reports.origins import COMMENT_ORIGIN
from gongwei.duty_reports.reports.reading import READ
from gongwei.duty_reports.reports.standing import known_round, refuse_others
from gongwei.duty_reports.reports.workflow import DUTY_COMMENT, CommentAction
from gongwei.tasks.assignees import worker_for
from gongwei.tasks.schemas import OriginIn, TaskIn
from gongwei.tasks.service import give

WRITE = Permission.DUTY_COMMENTS_WRITE
TO_PUT_RIGHT = timedelta(days=30)
TITLE = 100
"""Characters of the problem that stand in the title of its task."""


async def release(
    session: AsyncSession, actor: Actor, report: DutyReport, comment: DutyComment,
    allowed: Sequence[str],
) -> None:  # fmt: skip
    """Release a comment that the caller may release, and give the task that follows from it."""
    DUTY_COMMENT.apply(comment, CommentAction.RELEASE, allowed)
    comment.released_at = clock.now()
    if comment.kind is CommentKind.PROBLEM:
        if comment.due_on is None or comment.due_on < clock.today():
            comment.due_on = clock.today() + TO_PUT_RIGHT
        await _give_task(session, actor, report, comment)
    record(session, actor, "duty_comment.release", comment)


async def _give_task(
    session: AsyncSession, actor: Actor, report: DutyReport, comment: DutyComment
) -> None:
    giving = replace(actor, permissions=actor.permissions | {Permission.TASKS_WRITE})
    read = Permission.ORGANISATIONS_READ
    place = await fetch(session, actor, Organisation, report.organisation_id, read=read)
    problem = comment.text.splitlines()[0]
    about = problem if len(problem) <= TITLE else f"{problem[: TITLE - 1]}…"
    assert comment.due_on is not None
    await give(
        session,
        giving,
        TaskIn(
            organisation_id=place.id,
            title=f"述职点评整改：{about}",
            detail=comment.text,
            due_on=comment.due_on,
            responsible_user_id=await worker_for(session, giving, place, report.person_id),
            origin=OriginIn(type=COMMENT_ORIGIN, id=comment.id),
        ),
    )


async def release_anchored(session: AsyncSession, actor: Actor, report: DutyReport) -> None:
    """The caller's own comments on paragraphs of one report, with its return."""
    query = (
        visible(actor, DutyComment, READ)
        .where(
            col(DutyComment.report_id) == report.id,
            col(DutyComment.author_id) == actor.user_id,
            col(DutyComment.state) == CommentState.NOTED,
            col(DutyComment.section_key).is_not(None),
        )
        .order_by(col(DutyComment.id))
        .with_for_update()
    )
    for comment in (await session.exec(query)).all():
        await release(session, actor, report, comment, [])


async def release_all(
    session: AsyncSession, actor: Actor, round_id: UUID
) -> DutyCommentsReleasedOut:
    """Everything that the caller noted in a round and has not released. 403 for those below the
    organiser.
    """
    above = await known_round(session, actor, round_id)
    allow(actor, WRITE)
    refuse_others(actor, above)
    query: Any = select(DutyComment, DutyReport)
    query = (
        query.join(DutyReport, col(DutyReport.id) == col(DutyComment.report_id))
        .where(
            in_scope(actor, DutyComment, READ),
            col(DutyReport.round_id) == round_id,
            col(DutyComment.author_id) == actor.user_id,
            col(DutyComment.state) == CommentState.NOTED,
        )
        .order_by(col(DutyComment.id))
        .with_for_update(of=DutyComment)
    )
    released = 0
    tasks = 0
    for comment, report in (await session.execute(query)).all():
        await release(session, actor, report, comment, [])
        released += 1
        tasks += comment.kind is CommentKind.PROBLEM
    return DutyCommentsReleasedOut(released=released, tasks=tasks)
