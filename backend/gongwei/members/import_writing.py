"""Writing an imported roster: new people in bulk statements, known ones row by row with what changed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.dialects.postgresql import insert as insert_unless_there
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.people import name_texts
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.bulk import record_created, record_named
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.models import new_id
from gongwei.members.entries import assign
from gongwei.members.import_rows import Planned
from gongwei.members.models import Member, Membership, Service, Standing
from gongwei.members.moves import Place, move, open_membership
from gongwei.members.problems import IDENTITY_HELD, OLDER_THAN_ROSTER
from gongwei.members.workflow import MEMBER, MemberAction

WRITE = Permission.MEMBERS_WRITE
RECORDED = {"recorded": True}

Columns = dict[str, Any]


async def insert_members(
    session: AsyncSession, actor: Actor, planned: Sequence[Planned], as_of: date
) -> None:
    """Insert people who are not known yet, with their membership from `as_of` on.

    Raises `identity_number_held` (409), naming the row's person, when a number is held by an organisation
    that the caller may not see.
    """
    if not planned:
        return
    people = [_person(one) for one in planned]
    members = [_member(one, person) for one, person in zip(planned, people, strict=True)]
    await _insert_people(session, people)
    await session.execute(insert(Member), members, execution_options=RECORDED)
    memberships = [_membership(member, as_of) for member in members]
    await session.execute(insert(Membership), memberships, execution_options=RECORDED)
    await record_created(
        session, actor, "member.create", Member, members,
        labels=[person["name"] for person in people],
        also=[_told(person) for person in people],
    )  # fmt: skip


async def _insert_people(session: AsyncSession, people: Sequence[Columns]) -> None:
    statement = insert_unless_there(Person).on_conflict_do_nothing(index_elements=["identity_hash"])
    found = await session.execute(
        statement.returning(col(Person.id)), people, execution_options=RECORDED
    )
    inserted = set(found.scalars())
    for person in people:
        if person["id"] not in inserted:
            name = person["name"]
            raise IDENTITY_HELD(which_zh=f"（花名册中的“{name}”）", which_en=f" (“{name}” in the roster)")


def _stamp() -> Columns:
    moment = clock.now()
    return {"id": new_id(), "version": 1, "created_at": moment, "updated_at": moment}


def _person(one: Planned) -> Columns:
    row = one.row
    return {
        **_stamp(),
        **row.person_values(),
        **name_texts(row.name),
        "organisation_id": row.organisation_id,
        "identity_number": row.identity_number,
        "identity_hash": one.hash,
    }


def _member(one: Planned, person: Columns) -> Columns:
    row = one.row
    return {
        **_stamp(),
        "organisation_id": row.organisation_id,
        "group_id": row.group_id,
        "person_id": person["id"],
        "name_pinyin": person["name_pinyin"],
        "joined_on": row.joined_on,
        "joined_precision": row.joined_precision,
        "full_on": row.full_on,
        "standing": row.standing or Standing.FULL,
        "service": row.service or Service.IN_SERVICE,
        "state": MEMBER.initial,
    }


def _membership(member: Columns, as_of: date) -> Columns:
    return {
        **_stamp(),
        "organisation_id": member["organisation_id"],
        "group_id": member["group_id"],
        "member_id": member["id"],
        "valid_from": as_of,
        "valid_to": None,
    }


def _told(person: Columns) -> Columns:
    shown = ("name", "sex", "birth_on", "nationality", "education")
    return {name: person[name] for name in shown}


async def change_members(
    session: AsyncSession, actor: Actor, planned: Sequence[Planned], as_of: date
) -> None:
    """Bring known people to what their rows say; each change is recorded with before and after.

    Raises `older_than_roster` (409) rather than move anybody to where an older workbook has them.
    """
    known = [(one, one.held) for one in planned if one.held is not None]
    people = await _people(session, actor, [held.person_id for _, held in known])
    member_ids = [held.member_id for _, held in known if held.member_id is not None]
    members = await _members(session, actor, member_ids)
    memberships = await _open_memberships(session, actor, member_ids)
    for one, held in known:
        person = people[held.person_id]
        person_changed = assign(person, _given({**one.row.person_values(), **name_texts(one.row.name)}))
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
        record_named(session, actor, action, member, person.name, parts=[person, *parts])
        if person_changed:
            record(session, actor, "person.change", person)
    await session.flush()


async def _begin(
    session: AsyncSession, actor: Actor, one: Planned, person: Person, as_of: date
) -> tuple[Member, Sequence[Membership]]:
    """Somebody who is known, but never was on the roster."""
    member = Member(**_member(one, person.model_dump(include={"id", "name_pinyin"})))
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
        MEMBER.apply(member, MemberAction.READMIT)
        place.take(member)
        return "member.readmit", [await open_membership(session, actor, member, place, as_of)]
    if place.holds(membership):
        return "member.change", []
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


def _given(values: Mapping[str, Any]) -> Columns:
    """Without the empty entries: they leave what is held."""
    return {name: value for name, value in values.items() if value is not None}
