"""Writing an imported roster: bulk statements for new people and for corrected entries."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.dialects.postgresql import insert as insert_unless_there
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.people import identity_hash, name_texts
from gongwei.audit.bulk import BulkAct, change, record_acts, record_created
from gongwei.core import clock
from gongwei.core.models import new_id
from gongwei.members.entries import MEMBER_FIELDS, PERSON_FIELDS
from gongwei.members.import_rows import Held, Planned, differences
from gongwei.members.models import Member, Membership, Service, Standing
from gongwei.members.problems import IDENTITY_HELD
from gongwei.members.workflow import MEMBER

RECORDED = {"recorded": True}

Columns = dict[str, Any]


async def insert_members(
    session: AsyncSession, actor: Actor, planned: Sequence[Planned], as_of: date
) -> None:
    """Insert people who are not known yet, with their membership from `as_of` on.

    Raises `identity_number_held` (409), naming the row's person, when a number is held by an
    organisation that the caller may not see.
    """
    if not planned:
        return
    people = [_person(one) for one in planned]
    members = [member_columns(one, person) for one, person in zip(planned, people, strict=True)]
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
            raise IDENTITY_HELD(
                which_zh=f"（花名册中的“{name}”）", which_en=f" (“{name}” in the roster)"
            )


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
        "identity_hash": one.hash,
    }


def member_columns(one: Planned, person: Columns) -> Columns:
    """The columns of a new member; `person` gives its id and pinyin."""
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


async def correct_members(session: AsyncSession, actor: Actor, planned: Sequence[Planned]) -> None:
    """Write what rows say otherwise of members who stay where they are; people are locked since the
    plan.

    One entry a member, with before and after of the person's columns too.
    """
    people: list[Columns] = []
    members: list[Columns] = []
    acts: list[BulkAct] = []
    for one in planned:
        held = one.held
        if held is None or held.member_id is None:
            continue
        changed = differences(one.row, held)
        person, member = _corrected(one, held, changed)
        people.append(person)
        members.append(member)
        acts.append(
            BulkAct(
                subject_id=held.member_id,
                organisation_id=one.row.organisation_id,
                label=one.row.name,
                changes={
                    name: change(held.values[name], value, private=name in Person.private)
                    for name, value in changed.items()
                },
                version=member["version"],
            )
        )
    if not acts:
        return
    await session.execute(update(Person), people, execution_options=RECORDED)
    await session.execute(update(Member), members, execution_options=RECORDED)
    await record_acts(session, actor, "member.change", Member, acts, operation="update")


def number_columns(number: str | None) -> Columns:
    """A person's columns for an identity number: itself, and the hash by which it is found."""
    return {"identity_number": number, "identity_hash": identity_hash(number) if number else None}


def _corrected(one: Planned, held: Held, changed: Columns) -> tuple[Columns, Columns]:
    values = {**held.values, **changed}
    moment = clock.now()
    names = name_texts(one.row.name)
    person = {
        "id": held.person_id,
        "version": held.versions[0] + 1,
        "updated_at": moment,
        **{name: values[name] for name in PERSON_FIELDS if name in values},
        **number_columns(values["identity_number"]),
        **names,
    }
    member = {
        "id": held.member_id,
        "version": held.versions[1] + 1,
        "updated_at": moment,
        "name_pinyin": names["name_pinyin"],
        **{name: values[name] for name in MEMBER_FIELDS},
    }
    return person, member
