"""Writing an imported roster: people who are known and come to another place, one by one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.people import name_texts
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.record import record
from gongwei.members.entries import assign
from gongwei.members.import_rows import Planned
from gongwei.members.import_writing import member_columns, number_columns
from gongwei.members.models import Member, Membership
from gongwei.members.moves import Place, move, open_membership
from gongwei.members.problems import OLDER_THAN_ROSTER
from gongwei.members.workflow import MEMBER, MemberAction

WRITE = Permission.MEMBERS_WRITE


async def move_members(
    session: AsyncSession, actor: Actor, planned: Sequence[Planned], as_of: date
) -> None:
    """Bring known people to the roster, back to it, or to another branch or group, as their rows
    say.

    Raises `older_than_roster` (409) rather than move anybody to where an older workbook has them.
    """
    known = [(one, one.held) for one in planned if one.held is not None]
    people = await _people(session, actor, [held.person_id for _, held in known])
    member_ids = [held.member_id for _, held in known if held.member_id is not None]
    members = await _members(session, actor, member_ids)
    memberships = await _open_memberships(session, actor, member_ids)
    for one, held in known:
        person = people[held.person_id]
        named = {
            **one.row.person_values(),
            **number_columns(one.row.identity_number),
            **name_texts(one.row.name),
        }
        person_changed = assign(person, _given(named))
        person.organisation_id = one.row.organisation_id
        if held.member_id is None:
            action = "member.create"
            member, parts = await _begin(session, actor, one, person, as_of)
        else:
            member = members[held.member_id]
            assign(member, {**_given(one.row.member_values()), "name_pinyin": person.name_pinyin})
            action, parts = await _place(
                session, actor, one, member, memberships.get(member.id), as_of
            )
        record(session, actor, action, member, label=person.name, parts=[person, *parts])
        if person_changed:
            record(session, actor, "person.change", person)
    await session.flush()


async def _begin(
    session: AsyncSession, actor: Actor, one: Planned, person: Person, as_of: date
) -> tuple[Member, Sequence[Membership]]:
    """Somebody who is known, but never was on the roster."""
    member = Member(**member_columns(one, person.model_dump(include={"id", "name_pinyin"})))
    session.add(member)
    await session.flush()
    return member, [await open_membership(session, actor, member, Place(*one.row.place), as_of)]


async def _place(
    session: AsyncSession, actor: Actor, one: Planned, member: Member,
    membership: Membership | None, as_of: date,
) -> tuple[str, Sequence[Membership]]:  # fmt: skip
    """Put the member where the row says; answers the act and the memberships that it touched."""
    place = Place(*one.row.place)
    if membership is None:
        MEMBER.apply(member, MemberAction.READMIT, ())
        place.take(member)
        return "member.readmit", [await open_membership(session, actor, member, place, as_of)]
    if as_of < membership.valid_from:
        raise OLDER_THAN_ROSTER(name=one.row.name, since=membership.valid_from, as_of=as_of)
    place.take(member)
    return "member.transfer", await move(session, [(membership, place)], as_of)


async def _people(session: AsyncSession, actor: Actor, ids: Sequence[UUID]) -> dict[UUID, Person]:
    query = visible(actor, Person, WRITE).where(col(Person.id).in_(ids)).with_for_update()
    return {row.id: row for row in (await session.exec(query)).all()}


async def _members(session: AsyncSession, actor: Actor, ids: Sequence[UUID]) -> dict[UUID, Member]:
    query = visible(actor, Member, WRITE).where(col(Member.id).in_(ids)).with_for_update()
    return {row.id: row for row in (await session.exec(query)).all()}


async def _open_memberships(
    session: AsyncSession, actor: Actor, ids: Sequence[UUID]
) -> dict[UUID, Membership]:
    query = visible(actor, Membership, WRITE).where(
        col(Membership.member_id).in_(ids), col(Membership.valid_to).is_(None)
    )
    return {row.member_id: row for row in (await session.exec(query.with_for_update())).all()}


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without the empty entries: they leave what is held."""
    return {name: value for name, value in values.items() if value is not None}
