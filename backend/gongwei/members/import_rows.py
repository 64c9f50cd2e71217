"""How the rows of a roster that is imported compare with what is held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.people import among, has_identity, identity_hash
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.core.bulk import Outcome
from gongwei.members.alike import Match, match_by_name
from gongwei.members.models import Member, Membership, MemberState
from gongwei.members.roster_rows import MemberRow


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of a row's person: the person, and the membership if there is one.

    `versions` are those of the person and of the member.
    """

    person_id: UUID
    member_id: UUID | None
    state: MemberState | None
    place: tuple[UUID | None, UUID | None]
    since: date | None
    values: Mapping[str, Any]
    versions: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class Planned:
    """A row beside what is held, and what importing it does.

    `hash` is that of its identity number, if it has one. It is `unclear` when nobody can tell
    whether somebody who is held is meant.
    """

    row: MemberRow
    hash: str | None
    held: Held | None
    outcome: Outcome
    unclear: bool = False


_OF_PERSON: tuple[Any, ...] = (
    Person.name,
    Person.sex,
    Person.birth_on,
    Person.nationality,
    Person.education,
    Person.phone,
    Person.identity_number,
)
_OF_MEMBER: tuple[Any, ...] = (
    Member.joined_on,
    Member.joined_precision,
    Member.full_on,
    Member.service,
    Member.standing,
)


_KEYS_OF_MEMBER: tuple[Any, ...] = (
    Member.person_id,
    Member.id,
    Member.version,
    Member.state,
    Member.organisation_id,
    Member.group_id,
)


async def plan(
    session: AsyncSession, actor: Actor, rows: Sequence[MemberRow], *, lock: bool = False
) -> list[Planned]:
    """Compare rows with what the caller's subtree holds; `lock` the people until they are
    written."""
    keys = [identity_hash(row.identity_number) if row.identity_number else None for row in rows]
    numbered = has_identity([key for key in keys if key is not None])
    by_hash = {one.hash: one.held for one in await _known(session, actor, numbered, lock)}
    unknown = [row for row, key in zip(rows, keys, strict=True) if key not in by_hash]
    matches = await match_by_name(session, actor, unknown)
    ids = {match.person_id for match in matches.values()} - {None}
    alike = await _known(session, actor, among(col(Person.id), ids, Uuid()), lock) if ids else []
    by_id = {one.held.person_id: one.held for one in alike}
    return [
        _planned(row, key, by_hash.get(key), matches.get(row, Match()), by_id)
        for row, key in zip(rows, keys, strict=True)
    ]


def _planned(
    row: MemberRow,
    key: str | None,
    numbered: Held | None,
    match: Match,
    by_id: Mapping[UUID, Held],
) -> Planned:
    held = numbered or (by_id[match.person_id] if match.person_id else None)
    return Planned(row, key, held, _outcome(row, held), match.unclear)


class _Known(NamedTuple):
    hash: str | None
    held: Held


async def _known(
    session: AsyncSession, actor: Actor, wanted: ColumnElement[bool], lock: bool
) -> list[_Known]:
    """Three look-ups by key, each fenced: in the transaction that fills these tables
    the planner has no statistics of them, and a join would compare every row with every other."""
    people = await _people(session, actor, wanted, lock)
    members = await _members(session, [row[1] for row in people])
    begun = await _open_since(session, [row[1] for row in members.values()])
    known: list[_Known] = []
    for key, person_id, version, *values in people:
        told = dict(zip((column.key for column in _OF_PERSON), values, strict=True))
        member = members.get(person_id)
        if member is None:
            unlisted = Held(person_id, None, None, (None, None), None, told, (version, 1))
            known.append(_Known(key, unlisted))
            continue
        _, member_id, own_version, state, branch_id, group_id, *details = member
        told |= dict(zip((column.key for column in _OF_MEMBER), details, strict=True))
        place, since = (branch_id, group_id), begun.get(member_id)
        versions = version, own_version
        listed = Held(person_id, member_id, state, place, since, told, versions)
        known.append(_Known(key, listed))
    return known


async def _people(
    session: AsyncSession, actor: Actor, wanted: ColumnElement[bool], lock: bool
) -> Sequence[Any]:
    columns: tuple[Any, ...] = (Person.identity_hash, Person.id, Person.version, *_OF_PERSON)
    owned: tuple[Any, ...] = (*columns, Person.organisation_id)
    looked_up: Any = select(*owned).where(wanted)
    if lock:
        looked_up = looked_up.with_for_update()
    known = looked_up.cte("known").prefix_with("MATERIALIZED")
    own = select(col(Organisation.id)).where(in_scope(actor, Organisation, Permission.MEMBERS_READ))
    shown: tuple[Any, ...] = tuple(known.c[column.key] for column in columns)
    query = select(*shown).where(known.c.organisation_id.in_(own))
    return (await session.execute(query)).all()


async def _members(session: AsyncSession, person_ids: Sequence[UUID]) -> dict[UUID, Sequence[Any]]:
    query: Any = select(*_KEYS_OF_MEMBER, *_OF_MEMBER).where(
        among(col(Member.person_id), person_ids, Uuid())
    )
    return {row[0]: row for row in (await session.execute(query)).all()}


async def _open_since(session: AsyncSession, member_ids: Sequence[UUID]) -> dict[UUID, date]:
    query = select(col(Membership.member_id), col(Membership.valid_from)).where(
        among(col(Membership.member_id), member_ids, Uuid()), col(Membership.valid_to).is_(None)
    )
    return {row[0]: row[1] for row in (await session.execute(query)).all()}


def _outcome(row: MemberRow, held: Held | None) -> Outcome:
    if held is None or held.member_id is None:
        return "new"
    return "changed" if moves(row, held) or differences(row, held) else "same"


def moves(row: MemberRow, held: Held) -> bool:
    """Whether the member comes to the roster, back to it, or to another branch or group."""
    return held.state is not MemberState.ACTIVE or held.place != row.place


def differences(row: MemberRow, held: Held) -> dict[str, Any]:
    """What the row says otherwise than is held, by column; what it leaves empty says nothing."""
    told = {**row.person_values(), **row.member_values()}
    return {
        name: value
        for name, value in told.items()
        if value is not None and held.values.get(name) != value
    }
