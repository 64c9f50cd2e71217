"""The roster: reading, entering and correcting members. Moves between branches are in
`moves.py`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.people import has_identity, identity_hash
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import Rows, paginate
from gongwei.core.workflow import TO_CHANGE
from gongwei.members.entries import MEMBER_FIELDS, assign, checked, held_values, person_columns
from gongwei.members.lookup import refuse_identity_number
from gongwei.members.models import Member, Membership, MemberState
from gongwei.members.moves import Place, open_membership, refuse_day
from gongwei.members.places import checked_place
from gongwei.members.problems import (
    EXPORT_TOO_LARGE,
    IDENTITY_HELD,
    IDENTITY_HELD_HERE,
    IDENTITY_OF_ANOTHER,
)
from gongwei.members.roster import SORTS, Branch, Group, RosterLine, narrowed, roster
from gongwei.members.schemas import MemberChangeIn, MemberIn, RosterQuery
from gongwei.members.workflow import MEMBER, MemberAction, allowed_actions

READ, WRITE = Permission.MEMBERS_READ, Permission.MEMBERS_WRITE
KEY: Any = col(Member.id)
EXPORT_LIMIT = 50_000
"""Rows of one export: they are decrypted and held in memory at once."""


async def list_roster(session: AsyncSession, actor: Actor, filters: RosterQuery) -> Rows[Any]:
    """One page of `RosterLine` values. Raises 422 for a search that holds an identity number."""
    refuse_identity_number(filters.q)
    query = narrowed(
        roster(actor, filters.as_of), filters, await _place(session, actor, filters), clock.today()
    )
    return await paginate(session, query, filters, sorts=SORTS, default="name", key=KEY)


async def export(session: AsyncSession, actor: Actor, filters: RosterQuery) -> Sequence[RosterLine]:
    """Every line that the filters show, in the order asked for. That they leave the system is
    recorded."""
    allow(actor, READ)
    asked = filters.model_copy(
        update={"cursor": None, "limit": EXPORT_LIMIT, "include_total": False}
    )
    found = await list_roster(session, actor, asked)
    if found.next_cursor is not None:
        raise EXPORT_TOO_LARGE(limit=EXPORT_LIMIT)
    needed = Permission.ORGANISATIONS_READ
    place_id = filters.organisation_id or actor.organisation_id
    place = await fetch(session, actor, Organisation, place_id, read=needed)
    record(session, actor, "member.export", place)
    return [RosterLine(*line) for line in found.items]


async def _place(session: AsyncSession, actor: Actor, filters: RosterQuery) -> Organisation | None:
    if filters.organisation_id is None:
        return None
    needed = Permission.ORGANISATIONS_READ
    return await fetch(session, actor, Organisation, filters.organisation_id, read=needed)


async def read_line(
    session: AsyncSession, actor: Actor, member_id: UUID, as_of: date | None = None
) -> RosterLine:
    """One member as the roster shows it, now or on a day. 404 when not to be known."""
    await fetch(session, actor, Member, member_id, read=READ)
    await session.flush()
    found = (await session.execute(roster(actor, as_of).where(col(Member.id) == member_id))).first()
    if found is None:
        raise NOT_FOUND()
    return RosterLine(*found)


async def memberships(
    session: AsyncSession, actor: Actor, member_id: UUID
) -> Sequence[tuple[Membership, str, str | None]]:
    """Where the member belonged, latest first, with the names of branch and group, as far as
    visible."""
    await fetch(session, actor, Member, member_id, read=READ)
    query = (
        select(Membership, col(Branch.name), col(Group.name))
        .join(Branch, col(Branch.id) == col(Membership.organisation_id))
        .outerjoin(Group, col(Group.id) == col(Membership.group_id))
        .where(in_scope(actor, Membership, READ), col(Membership.member_id) == member_id)
        .order_by(col(Membership.valid_from).desc())
    )
    return [(row[0], row[1], row[2]) for row in (await session.execute(query)).all()]


async def create(session: AsyncSession, actor: Actor, entry: MemberIn) -> Member:
    """Enter a member. A person who is known by the identity number is not held a second time.

    Someone who left the roster is readmitted. Raises 409 when the number is held by a present
    member, or under another name; the place is named only where the caller may see it.
    """
    allow(actor, WRITE)
    branch = await checked_place(session, actor, entry.organisation_id, entry.group_id)
    since = _first_day(entry, branch)
    values = checked(entry.model_dump(exclude={"organisation_id", "group_id", "member_since"}))
    person = await _entered_person(session, actor, branch, values)
    member = await _former_member(session, actor, person)
    details = {name: value for name, value in values.items() if name in MEMBER_FIELDS}
    place = Place(branch.id, entry.group_id)
    action = "member.create" if member is None else "member.readmit"
    if member is None:
        member = Member(
            organisation_id=branch.id, group_id=entry.group_id, person_id=person.id,
            state=MemberState.ACTIVE, name_pinyin=person.name_pinyin, **details,
        )  # fmt: skip
        session.add(member)
        await session.flush()
    else:
        MEMBER.apply(member, MemberAction.READMIT, ())
        assign(member, {**details, "name_pinyin": person.name_pinyin})
        place.take(member)
    opened = await open_membership(session, actor, member, place, since)
    record(session, actor, action, member, label=person.name, parts=[person, opened])
    await session.flush()
    return member


def _first_day(entry: MemberIn, branch: Organisation) -> date:
    since = entry.member_since or clock.today()
    refuse_day("/member_since", since, None, branch)
    return since


async def _entered_person(
    session: AsyncSession, actor: Actor, branch: Organisation, values: Mapping[str, Any]
) -> Person:
    person = await _known_person(session, actor, values)
    if person is None:
        person = Person(organisation_id=branch.id, **person_columns(values))
        session.add(person)
        await _flush(session)
        return person
    known = {name: value for name, value in values.items() if value is not None}
    assign(person, {**person_columns(known), "organisation_id": branch.id})
    return person


async def _known_person(
    session: AsyncSession, actor: Actor, values: Mapping[str, Any]
) -> Person | None:
    number = values.get("identity_number")
    if number is None:
        return None
    query = visible(actor, Person, WRITE).where(has_identity([identity_hash(number)]))
    person = (await session.exec(query.with_for_update())).first()
    if person is not None and person.name != values["name"]:
        raise IDENTITY_OF_ANOTHER(name=person.name)
    return person


async def _former_member(session: AsyncSession, actor: Actor, person: Person) -> Member | None:
    """The member that this person was. Raises 409 when the person still is one."""
    query = visible(actor, Member, WRITE).where(col(Member.person_id) == person.id)
    member = (await session.exec(query.with_for_update())).first()
    if member is not None and member.state is MemberState.ACTIVE:
        raise await _held_here(session, actor, person)
    return member


async def _held_here(session: AsyncSession, actor: Actor, person: Person) -> Exception:
    place = await fetch(session, actor, Organisation, person.organisation_id, read=READ)
    return IDENTITY_HELD_HERE(place=place.name, name=person.name)


async def change(
    session: AsyncSession, actor: Actor, member_id: UUID, entry: MemberChangeIn, version: int
) -> Member:
    """Correct what is held about a member. Raises 409 for someone who has left the roster."""
    member = await fetch(session, actor, Member, member_id, read=READ, need=WRITE, version=version)
    if member.state not in MEMBER.editable:
        raise MEMBER.refusal(member.state, TO_CHANGE, allowed_actions(actor, member))
    person = await person_of(session, actor, member)
    typed = {name: getattr(entry, name) for name in entry.model_fields_set}
    values = checked(typed, held_values(person, member))
    columns = person_columns(values)
    await _refuse_held_number(session, actor, person, columns.get("identity_hash"))
    details = {name: value for name, value in values.items() if name in MEMBER_FIELDS}
    person_changed = assign(person, columns)
    if assign(member, {**details, "name_pinyin": person.name_pinyin}) or person_changed:
        # The member's version stands for the person's columns too: to a caller both are one record.
        member.updated_at = clock.now()
        record(session, actor, "member.change", member, label=person.name)
    if person_changed:
        record(session, actor, "person.change", person)
    await _flush(session)
    return member


async def person_of(session: AsyncSession, actor: Actor, member: Member) -> Person:
    """The person behind a member that was fetched for writing or revealing."""
    return await fetch(session, actor, Person, member.person_id, read=READ)


async def _refuse_held_number(
    session: AsyncSession, actor: Actor, person: Person, wanted: str | None
) -> None:
    if wanted is None or wanted == person.identity_hash:
        return
    query = visible(actor, Person, READ).where(has_identity([wanted]))
    holder = (await session.exec(query)).first()
    if holder is not None:
        raise await _held_here(session, actor, holder)


async def _flush(session: AsyncSession) -> None:
    """Write now, so that a number held where the caller may not look is refused in words."""
    try:
        await session.flush()
    except IntegrityError as error:
        if "identity_hash" in str(error.orig):
            raise IDENTITY_HELD(which_zh="", which_en="") from None
        raise


async def reveal(session: AsyncSession, actor: Actor, member_id: UUID, reason: str) -> Person:
    """The person with the full numbers; that they were read, by whom and why is recorded."""
    member = await fetch(
        session, actor, Member, member_id, read=READ, need=Permission.MEMBERS_REVEAL
    )
    person = await person_of(session, actor, member)
    record(session, actor, "member.reveal", member, label=person.name, reason=reason)
    return person
