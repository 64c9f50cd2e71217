"""Interviews of an inspection. Who spoke and what was said is for those who may read notes.

No act names anybody: an interview is recorded under its group, and what is private never enters
the log.
"""

from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, visible
from gongwei.audit.record import record
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.secretaries.acts import refuse_future
from gongwei.secretaries.inspections.models import Inspection, InspectionState, Interview
from gongwei.secretaries.inspections.reading import READ
from gongwei.secretaries.inspections.schemas import InterviewChangeIn, InterviewIn, InterviewOut
from gongwei.secretaries.inspections.service import CONDUCT, refusal

HELD = "held"
"""An interview has no life of its own."""
KEY: Any = col(Interview.id)
SORTS: dict[str, Any] = {"held_on": col(Interview.held_on), "created_at": col(Interview.created_at)}


async def list_interviews(
    session: AsyncSession, actor: Actor, inspection_id: UUID, params: PageParams
) -> Page[InterviewOut]:
    """One page, the latest first. 404 for an inspection that may not be known."""
    await fetch(session, actor, Inspection, inspection_id, read=READ)
    query = visible(actor, Interview, READ).where(col(Interview.inspection_id) == inspection_id)
    found = await paginate(session, query, params, sorts=SORTS, default="-held_on", key=KEY)
    items = [interview_out(actor, row) for row in found.items]
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def read_interview(
    session: AsyncSession, actor: Actor, inspection_id: UUID, interview_id: UUID
) -> InterviewOut:
    """One interview. 404 unless it is one of the inspection."""
    interview = await fetch(session, actor, Interview, interview_id, read=READ)
    if interview.inspection_id != inspection_id:
        raise NOT_FOUND()
    return interview_out(actor, interview)


def interview_out(actor: Actor, interview: Interview) -> InterviewOut:
    """The interview as this caller may see it."""
    told = actor.may(Permission.INSPECTION_NOTES_READ)
    return InterviewOut(
        id=interview.id,
        version=interview.version,
        state=HELD,
        created_at=interview.created_at,
        updated_at=interview.updated_at,
        group=interview.group,
        held_on=interview.held_on,
        people=interview.people,
        interviewee=interview.interviewee if told else None,
        notes=interview.notes if told else None,
        restricted=not told,
    )


async def enter(
    session: AsyncSession, actor: Actor, inspection_id: UUID, entry: InterviewIn
) -> InterviewOut:
    """Write down an interview. 409 unless the inspection is in progress."""
    inspection = await _under_way(session, actor, inspection_id)
    refuse_future("/held_on", entry.held_on)
    interview = Interview(
        organisation_id=inspection.organisation_id,
        inspection_id=inspection.id,
        **entry.model_dump(),
    )
    session.add(interview)
    _record(session, actor, "create", interview)
    await session.flush()
    return interview_out(actor, interview)


async def change(
    session: AsyncSession, actor: Actor, inspection_id: UUID, interview_id: UUID, version: int,
    patch: InterviewChangeIn,
) -> InterviewOut:  # fmt: skip
    """Correct an interview. 409 unless the inspection is in progress, 412 stale."""
    await _under_way(session, actor, inspection_id)
    interview = await _fetch(session, actor, inspection_id, interview_id, version)
    refuse_future("/held_on", patch.held_on)
    for name in patch.model_fields_set:
        setattr(interview, name, getattr(patch, name))
    _record(session, actor, "change", interview)
    await session.flush()
    return interview_out(actor, interview)


async def remove(
    session: AsyncSession, actor: Actor, inspection_id: UUID, interview_id: UUID
) -> None:
    """Take back what was entered by mistake. 409 unless the inspection is in progress."""
    await _under_way(session, actor, inspection_id)
    interview = await _fetch(session, actor, inspection_id, interview_id)
    await session.delete(interview)
    _record(session, actor, "delete", interview)


async def _under_way(session: AsyncSession, actor: Actor, inspection_id: UUID) -> Inspection:
    inspection = await fetch(session, actor, Inspection, inspection_id, read=READ, need=CONDUCT)
    if inspection.state is not InspectionState.IN_PROGRESS:
        raise refusal(actor, inspection, ("登记谈话", "enter interviews"))
    return inspection


async def _fetch(
    session: AsyncSession, actor: Actor, inspection_id: UUID, interview_id: UUID,
    version: int | None = None,
) -> Interview:  # fmt: skip
    interview = await fetch(
        session, actor, Interview, interview_id, read=READ, need=CONDUCT, version=version
    )
    if interview.inspection_id != inspection_id:
        raise NOT_FOUND()
    return interview


def _record(session: AsyncSession, actor: Actor, verb: str, interview: Interview) -> None:
    record(session, actor, f"interview.{verb}", interview, label=interview.group.value)
