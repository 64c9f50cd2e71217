"""One row of a roster that is imported, and how it compares with what is held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person, Sex
from gongwei.access.people import among, has_identity, identity_hash
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.core.bulk import Outcome
from gongwei.members import identity_number as identity
from gongwei.members.models import (
    DatePrecision,
    Member,
    Membership,
    MemberState,
    Service,
    Standing,
)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member of a roster, checked and normalised; `identity_number` is sound (GB 11643).

    `nationality` and `education` are codes of the national tables. What is None was left empty.
    """

    name: str
    identity_number: str
    organisation_id: UUID
    group_id: UUID | None = None
    sex: Sex | None = None
    nationality: str | None = None
    education: str | None = None
    joined_on: date | None = None
    joined_precision: DatePrecision = DatePrecision.DAY
    full_on: date | None = None
    phone: str | None = None
    service: Service | None = None
    standing: Standing | None = None

    @property
    def place(self) -> tuple[UUID, UUID | None]:
        return self.organisation_id, self.group_id

    def person_values(self) -> dict[str, Any]:
        """The person's columns as the row has them; birth date, and sex if need be, by the
        number."""
        return {
            "name": self.name,
            "sex": self.sex or Sex(identity.sex(self.identity_number)),
            "birth_on": identity.birth_on(self.identity_number),
            "nationality": self.nationality,
            "education": self.education,
            "phone": self.phone,
        }

    def member_values(self) -> dict[str, Any]:
        """The member's columns as the row has them."""
        return {
            "joined_on": self.joined_on,
            "joined_precision": self.joined_precision if self.joined_on else None,
            "full_on": self.full_on,
            "service": self.service,
            "standing": self.standing,
        }


@dataclass(frozen=True, slots=True)
class Held:
    """What is held under one identity number: the person, and the membership if there is one.

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
    """A row beside what is held, and what importing it does."""

    row: MemberRow
    hash: str
    held: Held | None
    outcome: Outcome


_OF_PERSON: tuple[Any, ...] = (
    Person.name,
    Person.sex,
    Person.birth_on,
    Person.nationality,
    Person.education,
    Person.phone,
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
    hashes = [identity_hash(row.identity_number) for row in rows]
    held = await _held(session, actor, hashes, lock)
    return [
        Planned(row, key, held.get(key), _outcome(row, held.get(key)))
        for row, key in zip(rows, hashes, strict=True)
    ]


async def _held(
    session: AsyncSession, actor: Actor, hashes: Sequence[str], lock: bool
) -> dict[str, Held]:
    """By hash. Three look-ups by key, each fenced: in the transaction that fills these tables
    the planner has no statistics of them, and a join would compare every row with every other."""
    people = await _people(session, actor, hashes, lock)
    members = await _members(session, [row[1] for row in people])
    begun = await _open_since(session, [row[1] for row in members.values()])
    held: dict[str, Held] = {}
    for key, person_id, version, *values in people:
        told = dict(zip((column.key for column in _OF_PERSON), values, strict=True))
        member = members.get(person_id)
        if member is None:
            held[key] = Held(person_id, None, None, (None, None), None, told, (version, 1))
            continue
        _, member_id, own_version, state, branch_id, group_id, *details = member
        told |= dict(zip((column.key for column in _OF_MEMBER), details, strict=True))
        held[key] = Held(
            person_id,
            member_id,
            state,
            (branch_id, group_id),
            begun.get(member_id),
            told,
            (version, own_version),
        )
    return held


async def _people(
    session: AsyncSession, actor: Actor, hashes: Sequence[str], lock: bool
) -> Sequence[Any]:
    columns: tuple[Any, ...] = (Person.identity_hash, Person.id, Person.version, *_OF_PERSON)
    owned: tuple[Any, ...] = (*columns, Person.organisation_id)
    looked_up: Any = select(*owned).where(has_identity(hashes))
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
