"""What is known about those at the door, looked up for all of them together."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.people import among
from gongwei.volunteering.activities.models import Activity, Shift, SignUp, SignUpState
from gongwei.volunteering.attendance.claims import Claim
from gongwei.volunteering.attendance.models import (
    CheckIn,
    CheckInAttempt,
    CheckInState,
    PersonalCode,
)
from gongwei.volunteering.attendance.pairs import Pair, paired

FIRST_SERIAL = 1
"""Of a personal code that was never renewed."""
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Door:
    """A shift and its activity."""

    activity: Activity
    shift: Shift

    @property
    def opens_at(self) -> datetime:
        return self.shift.starts_at - timedelta(minutes=self.shift.opens_minutes)

    @property
    def closes_at(self) -> datetime:
        """When no exit is taken any more."""
        return self.shift.ends_at + timedelta(minutes=self.shift.closes_minutes)


@dataclass
class Facts:
    """What these claims are judged by. What is taken is added, so that the next one sees it."""

    doors: dict[UUID, Door]
    names: dict[UUID, str] = field(default_factory=dict)
    """Of those who exist."""
    serials: dict[UUID, int] = field(default_factory=dict)
    signed_up: set[tuple[UUID, UUID]] = field(default_factory=set)
    check_ins: dict[UUID, list[CheckIn]] = field(default_factory=lambda: defaultdict(list))
    taken: dict[UUID, CheckIn] = field(default_factory=dict)
    new: list[tuple[Actor, CheckIn]] = field(default_factory=list)
    """What these claims made, with who sent each, in their order."""
    refused: dict[UUID, str] = field(default_factory=dict)
    closing: dict[UUID, datetime] = field(default_factory=dict)
    """When each of the doors takes no exit any more."""

    def pairs_in(self, door: Door, person_id: UUID, day: date) -> list[Pair]:
        """The person's pairs in the activity on that day, or in that shift."""
        return [
            pair
            for pair in self._pairs(person_id)
            if pair.activity_id == door.activity.id
            and (pair.day == day or pair.shift_id == door.shift.id)
        ]

    def pairs_elsewhere(self, door: Door, person_id: UUID) -> list[Pair]:
        """The person's pairs in other activities."""
        return [one for one in self._pairs(person_id) if one.activity_id != door.activity.id]

    def _pairs(self, person_id: UUID) -> list[Pair]:
        return paired(self.check_ins[person_id], self.closing)


def _doors(shift_ids: Collection[UUID]) -> Select[Shift, Activity]:
    return (
        select_rows(Shift, Activity)
        .join(Activity, col(Activity.id) == col(Shift.activity_id))
        .where(among(col(Shift.id), shift_ids, Uuid()))
    )


async def doors_of(session: AsyncSession, shift_ids: Collection[UUID]) -> dict[UUID, Door]:
    """These shifts, as far as they exist."""
    found = (await session.exec(_doors(shift_ids))).all()
    return {shift.id: Door(activity, shift) for shift, activity in found}


async def held_doors(session: AsyncSession, shift_ids: Collection[UUID]) -> dict[UUID, Door]:
    """The same, while nobody completes their activities: whoever does, counts the hours of all
    that was taken before, and what is taken after knows that it comes late.
    """
    held = _doors(shift_ids).with_for_update(read=True, key_share=True, of=Activity)
    found = (await session.exec(held.execution_options(populate_existing=True))).all()
    return {shift.id: Door(activity, shift) for shift, activity in found}


async def lock(session: AsyncSession, claims: Iterable[Claim]) -> None:
    """Let nobody else judge the same people or the same nonces until this transaction ends.

    In one order for everybody, so that two who lock the same never wait for each other.
    """
    named = {one.given.nonce for one in claims} | {
        one.person_id for one in claims if one.person_id is not None
    }
    keys = sorted(int.from_bytes(one.bytes[8:], "big", signed=True) for one in named)
    statement = text("SELECT pg_advisory_xact_lock(key) FROM unnest(:keys) AS key")
    await session.execute(
        statement.bindparams(bindparam("keys", type_=ARRAY(BigInteger))), {"keys": keys}
    )


async def facts_of(
    session: AsyncSession, claims: Collection[Claim], doors: dict[UUID, Door]
) -> Facts:
    """Everything that these claims are judged by; asked for after `lock`."""
    people = {one.person_id for one in claims if one.person_id is not None}
    nonces = [one.given.nonce for one in claims]
    facts = Facts(dict(doors))
    named = select(col(Person.id), col(Person.name)).where(among(col(Person.id), people, Uuid()))
    facts.names = dict((await session.execute(named)).all())
    if any(one.serial is not None for one in claims):
        serials = select(col(PersonalCode.person_id), col(PersonalCode.serial)).where(
            among(col(PersonalCode.person_id), people, Uuid())
        )
        facts.serials = dict((await session.execute(serials)).all())
    await _read_sign_ups(session, facts, people)
    await _read_check_ins(session, facts, people, claims)
    taken = select_rows(CheckIn).where(among(col(CheckIn.nonce), nonces, Uuid()))
    facts.taken = {one.nonce: one for one in await session.exec(taken)}
    refused = select(col(CheckInAttempt.nonce), col(CheckInAttempt.body_hash)).where(
        among(col(CheckInAttempt.nonce), nonces, Uuid())
    )
    facts.refused = dict((await session.execute(refused)).all())
    facts.closing = {shift_id: door.closes_at for shift_id, door in facts.doors.items()}
    return facts


async def _read_sign_ups(session: AsyncSession, facts: Facts, people: Collection[UUID]) -> None:
    query = select(col(SignUp.shift_id), col(SignUp.person_id)).where(
        among(col(SignUp.shift_id), facts.doors, Uuid()),
        among(col(SignUp.person_id), people, Uuid()),
        col(SignUp.state) == SignUpState.CONFIRMED,
    )
    facts.signed_up = set((await session.execute(query)).all())


async def _read_check_ins(
    session: AsyncSession, facts: Facts, people: Collection[UUID], claims: Collection[Claim]
) -> None:
    """The entries and exits of the days around, in every activity, with their shifts."""
    told = [one.said_at for one in claims]
    query = (
        select_rows(CheckIn, Shift, Activity)
        .join(Shift, col(Shift.id) == col(CheckIn.shift_id))
        .join(Activity, col(Activity.id) == col(CheckIn.activity_id))
        .where(
            among(col(CheckIn.person_id), people, Uuid()),
            col(CheckIn.day).between((min(told) - DAY).date(), (max(told) + DAY).date()),
            col(CheckIn.state) != CheckInState.ANNULLED,
        )
    )
    for check_in, shift, activity in (await session.exec(query)).all():
        facts.doors.setdefault(shift.id, Door(activity, shift))
        facts.check_ins[check_in.person_id].append(check_in)
