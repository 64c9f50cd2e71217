"""Roles go where their organisation's people go when it is merged, split or dissolved.

Organisations know nothing of accounts: the shapes below fit what they ask of whoever follows.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from sqlalchemy import Uuid
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import (
    AssignmentState,
    Organisation,
    OrganisationState,
    Person,
    RoleAssignment,
    User,
)
from gongwei.access.narrowing import whole_tree
from gongwei.access.people import among
from gongwei.access.permissions import ROLE_WORDS, ROLES_FOR_ONESELF, Role
from gongwei.access.sessions import SignInSession
from gongwei.accounts.role_assignments.workflow import ROLE_ASSIGNMENT, AssignmentAction
from gongwei.audit.record import record
from gongwei.core import clock

Words = tuple[str, str]
Held = tuple[RoleAssignment, User]


class SplitPart(Protocol):
    """What a new organisation takes from the one that is split."""

    @property
    def organisation(self) -> Organisation: ...


class RoleFollower:
    """The accounts' part in changes of the tree.

    To be asked after the roster: on it stands where somebody belongs from then on.
    """

    async def has_members(self, session: AsyncSession, organisation_id: UUID, on: date) -> bool:
        """Nothing here keeps an organisation from ending: roles go along or end."""
        return False

    async def follow_merge(
        self, session: AsyncSession, actor: Actor, source: Organisation, target: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """What somebody is for oneself, one is at `target` from now on; every other role ends."""
        async with whole_tree(session, actor):
            held = await _held_at(session, source)
            going = [one for one in held if one[0].role in ROLES_FOR_ONESELF]
            await _move(session, actor, going, source, target)
            ended = [one for one in held if one[0].role not in ROLES_FOR_ONESELF]
            await _end(session, actor, ended, f"{source.name} → {target.name}")
        return [*_moved_words(going, target), *_ended_words(ended, target)]

    async def follow_split(
        self, session: AsyncSession, actor: Actor, source: Organisation,
        parts: Sequence[SplitPart], on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Members who went to a part are members there; every other role stays at `source`."""
        told: list[Words] = []
        async with whole_tree(session, actor):
            held = [one for one in await _held_at(session, source) if one[0].role is Role.MEMBER]
            places = await _places(session, held)
            for part in parts:
                target = part.organisation
                going = [one for one in held if places.get(one[1].id) == target.id]
                await _move(session, actor, going, source, target)
                told += _moved_words(going, target)
        return told

    async def follow_dissolution(
        self, session: AsyncSession, actor: Actor, source: Organisation, above: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Members had gone before: their roles follow them. Every other role ends."""
        told: list[Words] = []
        async with whole_tree(session, actor):
            held = await _held_at(session, source)
            members = [one for one in held if one[0].role is Role.MEMBER]
            places = await _places(session, members)
            gone: set[UUID] = set()
            for target in await _active(session, set(places.values()) - {source.id}):
                going = [one for one in members if places.get(one[1].id) == target.id]
                await _move(session, actor, going, source, target)
                gone.update(assignment.id for assignment, _ in going)
                told += _moved_words(going, target)
            ended = [one for one in held if one[0].id not in gone]
            await _end(session, actor, ended, f"{source.name} → {above.name}")
        return [*told, *_ended_words(ended, above)]


async def _held_at(session: AsyncSession, source: Organisation) -> Sequence[Held]:
    query = (
        select(RoleAssignment, User)
        .join(User, col(User.id) == col(RoleAssignment.user_id))
        .where(
            RoleAssignment.organisation_id == source.id,
            RoleAssignment.state == AssignmentState.ACTIVE,
        )
        .order_by(col(RoleAssignment.id))
        .with_for_update(of=RoleAssignment)
    )
    return (await session.exec(query)).all()


async def _places(session: AsyncSession, held: Sequence[Held]) -> Mapping[UUID, UUID]:
    """Where the holders belong on the roster, by their accounts."""
    query = (
        select(User.id, Person.organisation_id)
        .join(Person, col(Person.id) == col(User.person_id))
        .where(among(col(User.id), [user.id for _, user in held], Uuid()))
    )
    return dict((await session.exec(query)).all())


async def _active(session: AsyncSession, ids: set[UUID]) -> Sequence[Organisation]:
    query = select(Organisation).where(
        col(Organisation.id).in_(ids), Organisation.state == OrganisationState.ACTIVE
    )
    return (await session.exec(query.order_by(col(Organisation.path)))).all()


async def _move(
    session: AsyncSession, actor: Actor, held: Sequence[Held], source: Organisation,
    target: Organisation,
) -> None:  # fmt: skip
    """End these roles and grant them at `target`; who is signed in goes on there."""
    if not held:
        return
    reason = f"{source.name} → {target.name}"
    await _end(session, actor, held, reason)
    there = {(one.user_id, one.role): one for one, _ in await _held_at(session, target)}
    successors: dict[UUID, UUID] = {}
    for ended, user in held:
        granted = there.get((ended.user_id, ended.role))
        if granted is None:
            granted = RoleAssignment(
                user_id=ended.user_id, role=ended.role, organisation_id=target.id
            )
            session.add(granted)
            record(
                session, actor, "role_assignment.create", granted, label=user.display_name,
                reason=reason,
            )  # fmt: skip
        successors[ended.id] = granted.id
    query = select(SignInSession).where(
        among(col(SignInSession.user_id), [user.id for _, user in held], Uuid()),
        among(col(SignInSession.assignment_id), successors, Uuid()),
        col(SignInSession.ended_at).is_(None),
    )
    for current in (await session.exec(query)).all():
        assert current.assignment_id is not None
        current.assignment_id = successors[current.assignment_id]
    await session.flush()


async def _end(session: AsyncSession, actor: Actor, held: Sequence[Held], reason: str) -> None:
    for assignment, user in held:
        ROLE_ASSIGNMENT.apply(assignment, AssignmentAction.END, (), reason)
        assignment.ended_at = clock.now()
        record(
            session, actor, "role_assignment.end", assignment, label=user.display_name,
            reason=reason,
        )  # fmt: skip
    await session.flush()


def _moved_words(held: Sequence[Held], target: Organisation) -> Iterator[Words]:
    for role, number in Counter(assignment.role for assignment, _ in held).items():
        zh, en = ROLE_WORDS[role]
        yield (
            f"{number} 名{zh}的登录角色转到“{target.name}”",
            f"{number} sign-in roles ({en}) go to “{target.name}”",
        )


def _ended_words(held: Sequence[Held], heir: Organisation) -> Iterator[Words]:
    number, name = len(held), heir.name
    if held:
        yield (
            f"{number} 个其他登录角色随之结束，如仍需要，请安全管理员在“{name}”重新授予",
            f"{number} other sign-in roles end; a security administrator grants new ones",
        )
