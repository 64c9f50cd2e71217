"""Members go where their organisation goes when it is merged or split.

Organisations know nothing of members: the shapes below fit what they ask of whoever follows them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, OrganisationKind, Person
from gongwei.audit.record import record
from gongwei.members.models import Member, Membership
from gongwei.members.moves import Place, move
from gongwei.members.problems import NOT_OF_THE_SOURCE

Words = tuple[str, str]
Placing = Callable[[Membership], Place | None]
"""Where a membership of the source continues; None where it stays."""


class SplitPart(Protocol):
    """What a new organisation takes from the one that is split."""

    @property
    def organisation(self) -> Organisation: ...

    @property
    def member_ids(self) -> tuple[UUID, ...]: ...

    @property
    def child_ids(self) -> tuple[UUID, ...]: ...


class RosterFollower:
    """The roster's part in changes of the tree."""

    async def has_members(self, session: AsyncSession, organisation_id: UUID, on: date) -> bool:
        """Whether anybody belongs to the branch or group on `on` or later."""
        return bool(await _memberships(session, organisation_id, on))

    async def follow_merge(
        self, session: AsyncSession, actor: Actor, source: Organisation, target: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Take everybody of `source` to `target` from `on`; groups go along with their members."""
        reason = f"{source.name} → {target.name}"

        def place(membership: Membership) -> Place:
            return _place_in(target, membership.group_id)

        moved = await _move(session, actor, source, on, place, reason)
        return list(_words(moved, target))

    async def follow_split(
        self, session: AsyncSession, actor: Actor, source: Organisation,
        parts: Sequence[SplitPart], on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Take the named members, and those of the named groups, to the new organisations.

        Raises `member_not_of_source` (409) for somebody who does not belong to `source`, or is
        named twice.
        """
        await _refuse_strangers(session, source, parts, on)
        told: list[Words] = []
        for part in parts:

            def place(membership: Membership, part: SplitPart = part) -> Place | None:
                if membership.group_id in part.child_ids:
                    return _place_in(part.organisation, membership.group_id)
                if membership.member_id in part.member_ids:
                    return _place_in(part.organisation, None)
                return None

            reason = f"{source.name} → {part.organisation.name}"
            moved = await _move(session, actor, source, on, place, reason)
            told.extend(_words(moved, part.organisation))
        return told

    async def follow_dissolution(
        self, session: AsyncSession, actor: Actor, source: Organisation, above: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Nobody is left on the roster of an organisation that dissolves."""
        return ()


def _place_in(target: Organisation, group_id: UUID | None) -> Place:
    """A place in a branch, or in a group and so in the branch that it divides."""
    if target.kind is OrganisationKind.GROUP and target.parent_id is not None:
        return Place(target.parent_id, target.id)
    return Place(target.id, group_id)


def _words(moved: int, target: Organisation) -> Iterator[Words]:
    if moved:
        yield f"{moved} 名党员转入“{target.name}”", f"{moved} members move to “{target.name}”"


async def _memberships(
    session: AsyncSession, organisation_id: UUID, on: date
) -> Sequence[Membership]:
    query = select(Membership).where(
        or_(
            col(Membership.organisation_id) == organisation_id,
            col(Membership.group_id) == organisation_id,
        ),
        or_(col(Membership.valid_to).is_(None), col(Membership.valid_to) > on),
    )
    return (await session.exec(query.order_by(col(Membership.id)).with_for_update())).all()


async def _move(
    session: AsyncSession, actor: Actor, source: Organisation, on: date, place: Placing, reason: str
) -> int:
    """Move the memberships that `place` names; answers how many members that concerns."""
    moves = [
        (held, target)
        for held in await _memberships(session, source.id, on)
        if (target := place(held)) is not None
    ]
    before = {held.member_id: Place(held.organisation_id, held.group_id) for held, _ in moves}
    after = {held.member_id: target for held, target in moves}
    touched = await move(session, moves, on)
    for member, person in await _people(session, after):
        if before[member.id].holds(member):
            after[member.id].take(member)
            person.organisation_id = member.organisation_id
        parts = [row for row in touched if row.member_id == member.id]
        record(
            session, actor, "member.transfer", member, label=person.name,
            reason=reason, parts=[person, *parts],
        )  # fmt: skip
    await session.flush()
    return len(after)


async def _people(
    session: AsyncSession, member_ids: Iterable[UUID]
) -> Sequence[tuple[Member, Person]]:
    query = (
        select(Member, Person)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(col(Member.id).in_(member_ids))
        .order_by(col(Member.name_pinyin), col(Member.id))
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def _refuse_strangers(
    session: AsyncSession, source: Organisation, parts: Sequence[SplitPart], on: date
) -> None:
    named = [member_id for part in parts for member_id in part.member_ids]
    there = {held.member_id for held in await _memberships(session, source.id, on)}
    if len(set(named)) != len(named) or not there.issuperset(named):
        raise NOT_OF_THE_SOURCE(name=source.name)
