"""Who belongs to a team: entered by staff, or joining and leaving by oneself."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.narrowing import NO_PERSON, as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, refuse_unready, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.volunteering.beside import places_above
from gongwei.volunteering.naming import people
from gongwei.volunteering.teams.models import (
    TeamPost,
    TeamState,
    VolunteerTeam,
    VolunteerTeamMember,
)
from gongwei.volunteering.teams.problems import ALREADY_IN_TEAM, LEFT_TEAM, TEAM_DISBANDED
from gongwei.volunteering.teams.reading import teams_out
from gongwei.volunteering.teams.schemas import (
    OwnTeamsQuery,
    TeamMemberQuery,
    VolunteerTeamMemberIn,
    VolunteerTeamMemberOut,
    VolunteerTeamOut,
)

READ, WRITE = Permission.VOLUNTEERING_READ, Permission.VOLUNTEER_TEAMS_WRITE
SERVE = Permission.VOLUNTEERING_SERVE
KEY: Any = col(VolunteerTeamMember.id)
SORTS: dict[str, Any] = {"joined_on": col(VolunteerTeamMember.joined_on)}
TEAM_KEY: Any = col(VolunteerTeam.id)
TEAM_SORTS: dict[str, Any] = {"name": col(VolunteerTeam.name)}


async def list_members(
    session: AsyncSession, actor: Actor, team_id: UUID, asked: TeamMemberQuery
) -> Page[VolunteerTeamMemberOut]:
    """Who belongs to a team or did, in the order of joining."""
    team = await fetch(session, actor, VolunteerTeam, team_id, read=READ)
    query = visible(actor, VolunteerTeamMember, READ).where(
        col(VolunteerTeamMember.team_id) == team.id
    )
    if asked.q:
        typed = asked.q.strip().casefold()
        named = select(col(Person.id)).where(
            in_scope(actor, Person, READ), col(Person.search_text).contains(typed, autoescape=True)
        )
        query = query.where(col(VolunteerTeamMember.person_id).in_(named))
    rows = await paginate(session, query, asked, sorts=SORTS, default="joined_on", key=KEY)
    items = await _out(session, actor, actor, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read(session: AsyncSession, actor: Actor, member_id: UUID) -> VolunteerTeamMemberOut:
    """One membership. 404 outside the subtree."""
    held = await fetch(session, actor, VolunteerTeamMember, member_id, read=READ)
    return (await _out(session, actor, actor, [held]))[0]


async def enter(
    session: AsyncSession, actor: Actor, team_id: UUID, entry: VolunteerTeamMemberIn
) -> VolunteerTeamMemberOut:
    """Put somebody of the caller's subtree into a team. 409 `already_in_team`."""
    team = await fetch(session, actor, VolunteerTeam, team_id, read=READ, need=WRITE)
    query = visible(actor, Person, READ).where(col(Person.id) == entry.person_id)
    person = (await session.exec(query)).first()
    if person is None:
        raise one_fault(
            "/person_id", "unknown_person",
            "没有这个人，或不在您的管理范围内", "There is no such person in your subtree",
        )  # fmt: skip
    joined_on = _not_future("/joined_on", entry.joined_on)
    return await _join(session, actor, actor, team, person, entry.post, joined_on)


async def _join(
    session: AsyncSession, actor: Actor, reader: Actor, team: VolunteerTeam, person: Person,
    post: TeamPost, joined_on: date,
) -> VolunteerTeamMemberOut:  # fmt: skip
    """The team is locked, so that nobody joins twice at once."""
    if team.state is not TeamState.ACTIVE:
        raise TEAM_DISBANDED(name=team.name)
    if await _membership(session, reader, team.id, person.id) is not None:
        raise ALREADY_IN_TEAM(name=person.name, team=team.name)
    held = VolunteerTeamMember(
        organisation_id=team.organisation_id, team_id=team.id, person_id=person.id, post=post,
        joined_on=joined_on,
    )  # fmt: skip
    session.add(held)
    label = f"{team.name} · {person.name}"
    record(session, actor, "volunteer_team_member.join", held, label=label)
    await session.flush()
    return (await _out(session, actor, reader, [held]))[0]


async def _membership(
    session: AsyncSession, reader: Actor, team_id: UUID, person_id: UUID
) -> VolunteerTeamMember | None:
    query = visible(reader, VolunteerTeamMember, READ).where(
        col(VolunteerTeamMember.team_id) == team_id,
        col(VolunteerTeamMember.person_id) == person_id,
        col(VolunteerTeamMember.left_on).is_(None),
    )
    return (await session.exec(query)).first()


async def change_post(
    session: AsyncSession, actor: Actor, member_id: UUID, version: int, post: TeamPost
) -> VolunteerTeamMemberOut:
    """Make somebody a leader of the team, or a member again."""
    held = await fetch(
        session, actor, VolunteerTeamMember, member_id, read=READ, need=WRITE, version=version
    )
    out = (await _out(session, actor, actor, [held]))[0]
    _refuse_left(held, out.name)
    if held.post is not post:
        held.post = post
        record(session, actor, "volunteer_team_member.change", held, label=out.name)
        await session.flush()
    return (await _out(session, actor, actor, [held]))[0]


async def leave(
    session: AsyncSession, actor: Actor, member_id: UUID, left_on: date | None
) -> VolunteerTeamMemberOut:
    """Somebody belongs to the team no more; the time in it stays on record."""
    held = await fetch(session, actor, VolunteerTeamMember, member_id, read=READ, need=WRITE)
    return await _leave(session, actor, actor, held, _not_future("/left_on", left_on))


async def _leave(
    session: AsyncSession, actor: Actor, reader: Actor, held: VolunteerTeamMember, left_on: date
) -> VolunteerTeamMemberOut:
    name = (await _out(session, actor, reader, [held]))[0].name
    _refuse_left(held, name)
    if left_on < held.joined_on:
        raise one_fault(
            "/left_on", "before_joining", "不能早于加入日期", "Not before the day of joining"
        )
    held.left_on = left_on
    record(session, actor, "volunteer_team_member.leave", held, label=name)
    await session.flush()
    return (await _out(session, actor, reader, [held]))[0]


def _refuse_left(held: VolunteerTeamMember, name: str) -> None:
    if held.left_on is not None:
        raise LEFT_TEAM(name=name, on=held.left_on)


def _not_future(pointer: str, day: date | None) -> date:
    if day is not None and day > clock.today():
        raise one_fault(pointer, "in_the_future", "不能晚于今天", "Not later than today")
    return day or clock.today()


async def list_own(
    session: AsyncSession, actor: Actor, asked: OwnTeamsQuery
) -> Page[VolunteerTeamOut]:
    """The caller's teams, or those that the caller may join, by name."""
    allow(actor, SERVE)
    if actor.person_id is None:
        return Page(items=[])
    async with as_oneself(session, actor) as oneself:
        mine = _own_teams(oneself)
        if asked.joinable:
            places = await places_above(session, actor.person_id)
            mine = ~mine & col(VolunteerTeam.organisation_id).in_(places)
            mine &= col(VolunteerTeam.state) == TeamState.ACTIVE
        query = visible(oneself, VolunteerTeam, READ).where(mine)
        rows = await paginate(session, query, asked, sorts=TEAM_SORTS, default="name", key=TEAM_KEY)
        items = await teams_out(session, actor, rows.items, oneself)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


def _own_teams(oneself: Actor) -> ColumnElement[bool]:
    held = select(col(VolunteerTeamMember.team_id)).where(
        in_scope(oneself, VolunteerTeamMember, READ),
        col(VolunteerTeamMember.person_id) == oneself.person_id,
        col(VolunteerTeamMember.left_on).is_(None),
    )
    return col(VolunteerTeam.id).in_(held)


async def join_own(session: AsyncSession, actor: Actor, team_id: UUID) -> VolunteerTeamMemberOut:
    """Join a team that an organisation at or above the caller's own runs. 404 for any other."""
    allow(actor, SERVE)
    if actor.person_id is None:
        raise NO_PERSON()
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, VolunteerTeam, READ).where(
            col(VolunteerTeam.id) == team_id,
            col(VolunteerTeam.organisation_id).in_(await places_above(session, actor.person_id)),
        )
        team = (await session.exec(query.with_for_update())).first()
        own = visible(oneself, Person, READ).where(col(Person.id) == actor.person_id)
        person = (await session.exec(own)).first()
        if team is None or person is None:
            raise NOT_FOUND()
        today, member = clock.today(), TeamPost.MEMBER
        answer = await _join(session, actor, oneself, team, person, member, today)
    # The team may stand outside the caller's subtree, and then so does the entry in the log,
    # which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    return answer


async def leave_own(session: AsyncSession, actor: Actor, team_id: UUID) -> VolunteerTeamMemberOut:
    """Leave a team. 404 for one that the caller does not belong to."""
    refuse_unready(actor)
    if actor.person_id is None or not actor.may(SERVE):
        raise NOT_FOUND()
    async with as_oneself(session, actor) as oneself:
        held = await _membership(session, oneself, team_id, actor.person_id)
        if held is None:
            raise NOT_FOUND()
        answer = await _leave(session, actor, oneself, held, clock.today())
    await narrow(session, WHOLE_TREE)
    return answer


async def _out(
    session: AsyncSession, actor: Actor, reader: Actor, rows: Sequence[VolunteerTeamMember]
) -> list[VolunteerTeamMemberOut]:
    named = await people(session, actor, reader, (row.person_id for row in rows))
    return [
        VolunteerTeamMemberOut(
            **row.model_dump(include=set(VolunteerTeamMemberOut.model_fields)),
            name=named[row.person_id].name,
            organisation_name=named[row.person_id].organisation_name,
        )
        for row in rows
    ]
