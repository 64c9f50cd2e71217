"""What those signed up are told, and reading it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, visible
from gongwei.audit.record import plain
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.volunteering.activities.models import Activity, ActivityNotice, NoticeKind, Shift
from gongwei.volunteering.activities.schemas import ActivityNoticeOut
from gongwei.volunteering.naming import Named, people

READ = Permission.VOLUNTEERING_READ
KEY: Any = col(ActivityNotice.id)
SORTS: dict[str, Any] = {"created_at": col(ActivityNotice.created_at)}

Facts = Mapping[str, tuple[Any, Any]]
"""Old and new values by field."""


def tell(
    session: AsyncSession,
    activity: Activity,
    kind: NoticeKind,
    facts: Facts | None = None,
    *,
    person_id: UUID | None = None,
    reason: str | None = None,
) -> ActivityNotice:
    """Tell one person, or everybody signed up. The caller records it as a part of the act."""
    notice = ActivityNotice(
        organisation_id=activity.organisation_id,
        activity_id=activity.id,
        person_id=person_id,
        kind=kind,
        facts={name: [plain(old), plain(new)] for name, (old, new) in (facts or {}).items()},
        reason=reason,
    )
    session.add(notice)
    return notice


def about(shift: Shift) -> dict[str, tuple[Any, Any]]:
    """Which shift a notice is about."""
    return {"shift": (shift.post, shift.post)}


async def list_notices(
    session: AsyncSession, actor: Actor, activity_id: UUID, params: PageParams
) -> Page[ActivityNoticeOut]:
    """What was told, the latest first."""
    activity = await fetch(session, actor, Activity, activity_id, read=READ)
    query = visible(actor, ActivityNotice, READ).where(
        col(ActivityNotice.activity_id) == activity.id
    )
    rows = await paginate(session, query, params, sorts=SORTS, default="-created_at", key=KEY)
    names = await people(session, actor, actor, (one.person_id for one in rows.items))
    items = [_out(one, names) for one in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


def _out(notice: ActivityNotice, names: Mapping[UUID, Named]) -> ActivityNoticeOut:
    told = notice.person_id
    return ActivityNoticeOut(
        **notice.model_dump(include=set(ActivityNoticeOut.model_fields)),
        name=None if told is None else names[told].name,
    )
