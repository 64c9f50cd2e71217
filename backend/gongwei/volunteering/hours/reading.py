"""Selecting hours, with the names around them looked up for the page alone."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, in_scope, refuse_unready, visible
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core import clock
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.volunteering.hours.approvals import is_own, reaches
from gongwei.volunteering.hours.counting import flags_of_text
from gongwei.volunteering.hours.models import VolunteerHours
from gongwei.volunteering.hours.schemas import (
    HoursQuery,
    HoursVerb,
    OwnHoursQuery,
    VolunteerHoursOut,
)
from gongwei.volunteering.hours.workflow import VOLUNTEER_HOURS
from gongwei.volunteering.teams.models import VolunteerTeam

READ = Permission.VOLUNTEERING_READ
NAMELESS = "—"
KEY: Any = col(VolunteerHours.id)
SORTS: dict[str, Any] = {
    "day": col(VolunteerHours.day),
    "created_at": col(VolunteerHours.created_at),
}
VERBS = frozenset(verb.value for verb in HoursVerb)


class Around(NamedTuple):
    """What stands around rows, as far as the reader may see it, by id."""

    names: dict[UUID, str]
    places: dict[UUID, Organisation]
    teams: dict[UUID, str]


async def list_hours(
    session: AsyncSession, actor: Actor, asked: HoursQuery
) -> Page[VolunteerHoursOut]:
    """One page of the caller's subtree, the latest day first."""
    query = visible(actor, VolunteerHours, READ).where(
        await owned_within(session, actor, col(VolunteerHours.organisation_id), asked)
    )
    for column, wanted in (
        (col(VolunteerHours.person_id), asked.person_id),
        (col(VolunteerHours.activity_id), asked.activity_id),
        (col(VolunteerHours.team_id), asked.team_id),
        (col(VolunteerHours.kind), asked.kind),
        (col(VolunteerHours.state), asked.state),
        (col(VolunteerHours.approval), asked.approval),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.flagged is not None:
        is_flagged = col(VolunteerHours.flags) != ""
        query = query.where(is_flagged if asked.flagged else ~is_flagged)
    if asked.month is not None:
        query = query.where(in_month(asked.month))
    if asked.q:
        query = query.where(_named(actor, asked.q))
    return await _page(session, actor, actor, query, asked)


async def list_own_hours(
    session: AsyncSession, actor: Actor, asked: OwnHoursQuery
) -> Page[VolunteerHoursOut]:
    """The caller's own, wherever they stand in the tree, the latest day first."""
    refuse_unready(actor)
    if actor.person_id is None:
        return Page(items=[])
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, VolunteerHours, READ).where(
            col(VolunteerHours.person_id) == actor.person_id
        )
        for column, wanted in (
            (col(VolunteerHours.kind), asked.kind), (col(VolunteerHours.state), asked.state),
        ):  # fmt: skip
            if wanted is not None:
                query = query.where(column == wanted)
        if asked.month is not None:
            query = query.where(in_month(asked.month))
        return await _page(session, actor, oneself, query, asked)


def in_month(month: str) -> ColumnElement[bool]:
    """Hours of a month, `YYYY-MM`."""
    first = date.fromisoformat(f"{month}-01")
    day = col(VolunteerHours.day)
    return (day >= first) & (day < clock.months_later(first, 1))


def _named(actor: Actor, typed: str) -> ColumnElement[bool]:
    people = select(col(Person.id)).where(
        in_scope(actor, Person, READ),
        col(Person.search_text).contains(typed.strip().casefold(), autoescape=True),
    )
    return or_(
        matching(typed, col(VolunteerHours.title)), col(VolunteerHours.person_id).in_(people)
    )


async def _page(
    session: AsyncSession, actor: Actor, reader: Actor, query: Any, params: PageParams
) -> Page[VolunteerHoursOut]:
    found = await paginate(session, query, params, sorts=SORTS, default="-day", key=KEY)
    items = await hours_out(session, actor, found.items, reader)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def read_hours(session: AsyncSession, actor: Actor, hours_id: UUID) -> VolunteerHoursOut:
    """One entry, for those in reach and for the person concerned. 404 for everybody else."""
    refuse_unready(actor)
    own = await own_hours(session, actor, hours_id)
    if own is None:
        row = await fetch(session, actor, VolunteerHours, hours_id, read=READ)
        return (await hours_out(session, actor, [row], actor))[0]
    async with as_oneself(session, actor) as oneself:
        return (await hours_out(session, actor, [own], oneself))[0]


async def own_hours(
    session: AsyncSession, actor: Actor, hours_id: UUID, *, lock: bool = False
) -> VolunteerHours | None:
    """The entry if it is the caller's own, wherever it stands in the tree."""
    if actor.person_id is None:
        return None
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, VolunteerHours, READ).where(
            col(VolunteerHours.id) == hours_id, col(VolunteerHours.person_id) == actor.person_id
        )
        return (await session.exec(query.with_for_update() if lock else query)).first()


async def read_history(
    session: AsyncSession, actor: Actor, hours_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what with it, for the same readers."""
    hours = await read_hours(session, actor, hours_id)
    if actor.person_id is None or hours.person_id != actor.person_id:
        return await history(session, "volunteer_hours", hours.id, params)
    async with as_oneself(session, actor):
        return await history(session, "volunteer_hours", hours.id, params)


async def around(session: AsyncSession, reader: Actor, rows: Collection[VolunteerHours]) -> Around:
    """The names around these rows."""
    people = select(col(Person.id), col(Person.name)).where(
        in_scope(reader, Person, READ), among(col(Person.id), {one.person_id for one in rows})
    )
    places = visible(reader, Organisation, READ).where(
        among(col(Organisation.id), {one.organisation_id for one in rows})
    )
    teams = {one.team_id for one in rows if one.team_id is not None}
    return Around(
        names=dict((await session.execute(people)).all()),
        places={one.id: one for one in (await session.exec(places)).all()},
        teams=await team_names(session, teams),
    )


async def team_names(session: AsyncSession, team_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What teams are called, as far as the session sees them."""
    wanted = list(team_ids)
    if not wanted:
        return {}
    query = select(col(VolunteerTeam.id), col(VolunteerTeam.name)).where(
        among(col(VolunteerTeam.id), wanted)
    )
    return dict((await session.execute(query)).all())


async def hours_out(
    session: AsyncSession, actor: Actor, rows: Sequence[VolunteerHours], reader: Actor
) -> list[VolunteerHoursOut]:
    """The rows as `reader` sees them, with what `actor` may do."""
    if not rows:
        return []
    known = await around(session, reader, rows)
    return [_out(actor, row, known) for row in rows]


def _out(actor: Actor, row: VolunteerHours, known: Around) -> VolunteerHoursOut:
    place = known.places.get(row.organisation_id)
    given = set(VolunteerHoursOut.model_fields) - {"flags"}
    return VolunteerHoursOut(
        **row.model_dump(include=given),
        allowed_actions=allowed_actions(actor, row, place),
        organisation_name=place.name if place else NAMELESS,
        name=known.names.get(row.person_id, NAMELESS),
        activity_title=row.title,
        team_name=known.teams.get(row.team_id) if row.team_id else None,
        delay_days=max((clock.day_of(row.recorded_at) - row.day) // timedelta(days=1), 0),
        flags=flags_of_text(row.flags),
    )


def allowed_actions(actor: Actor, row: VolunteerHours, place: Organisation | None) -> list[str]:
    """What this caller may do with the hours now: dispute the own, judge those of others that the
    role stands high enough for.
    """
    found = VOLUNTEER_HOURS.allowed(row.state, actor.permissions)
    if is_own(actor, row):
        return [one for one in found if one == HoursVerb.DISPUTE]
    if not reaches(actor, place, row.approval):
        return []
    return [one for one in found if one in VERBS and one != HoursVerb.DISPUTE]
