"""Activities: planned, published before they start, led, settled."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, refuse_unready, require, visible
from gongwei.audit.record import record
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import DELETE_REFUSED
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import ActionIn, Page
from gongwei.core.workflow import TO_CHANGE
from gongwei.volunteering.activities.excluding import refuse_excluded
from gongwei.volunteering.activities.leading import attended_activity, leads, led_activity
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityState,
    NoticeKind,
    Shift,
)
from gongwei.volunteering.activities.notices import Facts, tell
from gongwei.volunteering.activities.numbering import next_number
from gongwei.volunteering.activities.planning import (
    days_between,
    leader_in_reach,
    moved,
    new_shifts,
    refuse_foreign,
    span_of,
    team_in_reach,
)
from gongwei.volunteering.activities.reactions import on_completed, on_settling
from gongwei.volunteering.activities.reading import activities_out, shifts_of, team_names
from gongwei.volunteering.activities.schemas import (
    ActivityChangeIn,
    ActivityIn,
    ActivityOut,
    ActivityQuery,
    CopyIn,
)
from gongwei.volunteering.activities.timing import refuse_untimely
from gongwei.volunteering.activities.workflow import ACTIVITY, ActivityAction
from gongwei.volunteering.naming import people

READ, WRITE = Permission.VOLUNTEERING_READ, Permission.ACTIVITIES_WRITE
KEY: Any = col(Activity.id)
SORTS: dict[str, Any] = {"starts_at": col(Activity.starts_at)}
A = ActivityAction
ATTENDED = frozenset({A.START, A.COMPLETE})
"""What the activity's leader may do as well."""

COPIED = frozenset(
    {
        "organisation_id", "title", "theme", "description", "place_kind", "place", "served_party",
        "sign_up_required", "missing_exit",
    }
)  # fmt: skip
SHIFT_COPIED = frozenset(
    {"post", "place", "capacity", "break_minutes", "opens_minutes", "closes_minutes"}
)
UNSAID = frozenset({"missing_exit", "template"})
"""Changes that those signed up are not told of."""
DATES: Mapping[ActivityAction, str] = MappingProxyType(
    {A.PUBLISH: "published_at", A.START: "started_at", A.COMPLETE: "completed_at"}
)


async def list_activities(
    session: AsyncSession, actor: Actor, asked: ActivityQuery
) -> Page[ActivityOut]:
    """One page of the caller's subtree, the latest start first."""
    query = visible(actor, Activity, READ).where(
        await owned_within(session, actor, col(Activity.organisation_id), asked)
    )
    if asked.team_id is not None:
        query = query.where(col(Activity.team_id) == asked.team_id)
    if asked.state:
        query = query.where(col(Activity.state).in_(asked.state))
    if asked.template is not None:
        query = query.where(col(Activity.template) == asked.template)
    if asked.from_on is not None:
        query = query.where(col(Activity.ends_at) > clock.start_of(asked.from_on))
    if asked.until_on is not None:
        query = query.where(col(Activity.starts_at) < moved(clock.start_of(asked.until_on), 1))
    if asked.q:
        named = (col(Activity.title), col(Activity.number), col(Activity.place))
        query = query.where(matching(asked.q, *named))
    rows = await paginate(session, query, asked, sorts=SORTS, default="-starts_at", key=KEY)
    items = await activities_out(session, actor, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read(session: AsyncSession, actor: Actor, activity_id: UUID) -> ActivityOut:
    """One activity, for those in reach and for its leader. 404 for everybody else."""
    refuse_unready(actor)
    led = await led_activity(session, actor, activity_id)
    if led is None:
        found = await fetch(session, actor, Activity, activity_id, read=READ)
        return (await activities_out(session, actor, [found]))[0]
    async with as_oneself(session, actor) as oneself:
        return (await activities_out(session, actor, [led], oneself))[0]


async def read_history(
    session: AsyncSession, actor: Actor, activity_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what with it, for those in reach."""
    activity = await fetch(session, actor, Activity, activity_id, read=READ)
    return await history(session, "activity", activity.id, params)


async def create(session: AsyncSession, actor: Actor, entry: ActivityIn) -> ActivityOut:
    """A draft. 404 outside the subtree, 409 `not_service` for a title that is no service."""
    place = await require(session, actor, WRITE, entry.organisation_id)
    await refuse_excluded(session, entry.title)
    await refuse_foreign(session, actor, entry.team_id, entry.leader_id)
    activity = Activity(
        **entry.model_dump(exclude={"shifts", "organisation_id"}),
        organisation_id=place.id,
        number=await next_number(session, actor),
    )
    return await _add(session, actor, activity, new_shifts(activity, entry.shifts))


async def _add(
    session: AsyncSession, actor: Actor, activity: Activity, shifts: list[Shift]
) -> ActivityOut:
    activity.starts_at, activity.ends_at = span_of(shifts)
    session.add(activity)
    await session.flush()
    session.add_all(shifts)
    record(session, actor, "activity.create", activity, parts=shifts)
    await session.flush()
    return (await activities_out(session, actor, [activity]))[0]


async def copy(
    session: AsyncSession, actor: Actor, activity_id: UUID, entry: CopyIn
) -> ActivityOut:
    """A draft of the same activity on another day: the next one from the last one, or from a
    template. Shifts that were cancelled are left out, and so are a team and a leader that are there
    no more.
    """
    source = await fetch(session, actor, Activity, activity_id, read=READ)
    place = await require(session, actor, WRITE, source.organisation_id)
    title = entry.title or source.title
    await refuse_excluded(session, title)
    shifts = await shifts_of(session, actor, [source.id])
    kept = [one for one in shifts if one.cancelled_at is None] or shifts
    days = days_between(min(one.starts_at for one in kept), entry.on)
    until = source.sign_up_until
    activity = Activity(
        **{**source.model_dump(include=set(COPIED)), "title": title, "organisation_id": place.id},
        team_id=await team_in_reach(session, actor, source.team_id),
        leader_id=await leader_in_reach(session, actor, source.leader_id),
        number=await next_number(session, actor),
        sign_up_until=None if until is None else moved(until, days),
    )
    copied = [
        Shift(
            **one.model_dump(include=set(SHIFT_COPIED)),
            organisation_id=place.id,
            activity_id=activity.id,
            starts_at=moved(one.starts_at, days),
            ends_at=moved(one.ends_at, days),
        )
        for one in kept
    ]
    return await _add(session, actor, activity, copied)


async def change(
    session: AsyncSession, actor: Actor, activity_id: UUID, version: int, patch: ActivityChangeIn
) -> ActivityOut:
    """Change a draft, or what is published: those signed up are told. 409 once it has begun."""
    activity = await fetch(
        session, actor, Activity, activity_id, read=READ, need=WRITE, version=version
    )
    if activity.state not in ACTIVITY.editable:
        out = (await activities_out(session, actor, [activity]))[0]
        raise ACTIVITY.refusal(activity.state, TO_CHANGE, out.allowed_actions)
    typed = {name: getattr(patch, name) for name in patch.model_fields_set}
    changed = {
        name: (getattr(activity, name), value)
        for name, value in typed.items()
        if getattr(activity, name) != value
    }
    if "title" in changed:
        await refuse_excluded(session, changed["title"][1])
    new = {name: value for name, (_, value) in changed.items()}
    await refuse_foreign(session, actor, new.get("team_id"), new.get("leader_id"))
    for name, (_, value) in changed.items():
        setattr(activity, name, value)
    if changed:
        told = await _facts(session, actor, changed)
        parts = []
        if activity.state is not ActivityState.DRAFT and told:
            parts = [tell(session, activity, NoticeKind.CHANGED, told)]
        record(session, actor, "activity.change", activity, parts=parts)
        await session.flush()
    return (await activities_out(session, actor, [activity]))[0]


async def _facts(
    session: AsyncSession, actor: Actor, changed: Mapping[str, tuple[Any, Any]]
) -> Facts:
    """What changed as people read it: leaders and teams by their names."""
    said = {name: pair for name, pair in changed.items() if name not in UNSAID}
    if "leader_id" in said:
        old, new = said.pop("leader_id")
        named = await people(session, actor, actor, (old, new))
        was, is_now = (named[one].name if one else None for one in (old, new))
        said["leader"] = (was, is_now)
    if "team_id" in said:
        old, new = said.pop("team_id")
        teams = await team_names(session, actor, (old, new))
        said["team"] = (teams.get(old), teams.get(new))
    return said


async def discard(session: AsyncSession, actor: Actor, activity_id: UUID) -> None:
    """Delete a draft with its shifts. 409 names what to do instead with anything else."""
    activity = await fetch(session, actor, Activity, activity_id, read=READ, need=WRITE)
    if activity.state is not ActivityState.DRAFT:
        raise DELETE_REFUSED(action=ACTIVITY[A.CANCEL].words)
    shifts = await shifts_of(session, actor, [activity.id])
    record(session, actor, "activity.delete", activity, parts=shifts)
    for shift in shifts:
        await session.delete(shift)
    await session.flush()
    await session.delete(activity)


async def act(
    session: AsyncSession, actor: Actor, activity_id: UUID, action: ActivityAction, body: ActionIn
) -> ActivityOut:
    """Move an activity along. Its leader may start and complete it wherever the own role is held.

    Raises `activity_started`, `too_early_to_start` or `not_over_yet` (409) at the wrong time,
    besides what the workflow raises.
    """
    if action in ATTENDED:
        activity = await attended_activity(session, actor, activity_id, lock=True)
    else:
        need = Permission(ACTIVITY[action].permission)
        activity = await fetch(session, actor, Activity, activity_id, read=READ, need=need)
    if not leads(actor, activity):
        return await _take(session, actor, actor, activity, action, body)
    async with as_oneself(session, actor) as oneself:
        answer = await _take(session, actor, oneself, activity, action, body)
    # The activity may stand outside the leader's subtree, and then so does the entry in the log,
    # which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    return answer


async def _take(
    session: AsyncSession, actor: Actor, reader: Actor, activity: Activity,
    action: ActivityAction, body: ActionIn,
) -> ActivityOut:  # fmt: skip
    before = (await activities_out(session, actor, [activity], reader))[0]
    was = activity.state
    ACTIVITY.apply(activity, action, before.allowed_actions, body.reason)
    if action in DATES:
        setattr(activity, DATES[action], clock.now())
    refuse_untimely(action, activity, await shifts_of(session, reader, [activity.id]))
    if action is A.PUBLISH:
        await refuse_excluded(session, activity.title)
    if action is A.SETTLE:
        for refuse in on_settling():
            await refuse(session, actor, activity)
    parts = []
    if action is A.CANCEL and was is not ActivityState.DRAFT:
        parts = [tell(session, activity, NoticeKind.CANCELLED, reason=body.reason)]
    record(session, actor, f"activity.{action}", activity, reason=body.reason, parts=parts)
    await session.flush()
    if action is A.COMPLETE:
        for follow in on_completed():
            await follow(session, actor, activity)
    return (await activities_out(session, actor, [activity], reader))[0]
