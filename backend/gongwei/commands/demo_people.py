"""Who acts in the demonstration's half-year: officer and leader, and two people of each unit."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, system_actor
from gongwei.access.models import Organisation, Person, User
from gongwei.access.permissions import Permission, Role
from gongwei.access.scope import below
from gongwei.accounts.demo import DEMO_ACCOUNTS
from gongwei.accounts.users.service import create_account
from gongwei.audit.record import record
from gongwei.commands.administration import actor_named
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.secretaries.models import Appointment, Post


@dataclass(frozen=True)
class Cast:
    """The committee's two, and by unit its secretary and the head of its leading group."""

    officer: Actor
    leader: Actor
    units: Sequence[Organisation]
    secretaries: Mapping[UUID, Actor]
    leading_groups: Mapping[UUID, Actor]

    def secretary_of(self, unit: Organisation) -> Actor:
        return self.secretaries[unit.id]

    def leading_group_of(self, unit: Organisation) -> Actor:
        return self.leading_groups[unit.id]


def demo_username(role: Role) -> str:
    """The demonstration's first account with this role."""
    return next(one.username for one in DEMO_ACCOUNTS if one.role is role)


async def gather(session: AsyncSession, settings: Settings, count: int, own: Organisation) -> Cast:
    """The cast of `count` units; `own` is the one whose accounts the sign-in page offers."""
    officer = await actor_named(
        session, settings, demo_username(Role.COMMITTEE_OFFICER), Permission.NOMINATIONS_INSPECT
    )
    leader = await actor_named(
        session, settings, demo_username(Role.COMMITTEE_LEADER), Permission.NOMINATIONS_APPROVE
    )
    await narrow(session, WHOLE_TREE)
    units = await _units(session, count)
    root = (await session.exec(select(Organisation).where(Organisation.depth == 0))).one()
    await _stand_for(session, root, own, demo_username(Role.SECRETARY))
    for role in (Role.MEMBER, Role.RATER):
        await _stand_for_namesake(session, root, own, role)
    secretaries: dict[UUID, Actor] = {}
    leading_groups: dict[UUID, Actor] = {}
    for number, unit in enumerate(units, start=1):
        secretary = demo_username(Role.SECRETARY)
        head = demo_username(Role.DEPARTMENT_LEADER)
        if unit.id != own.id:
            secretary, head = f"unit{number:02d}.secretary", f"unit{number:02d}.leader"
            await _open(session, root, unit, secretary, Role.SECRETARY)
            await _open(session, root, unit, head, Role.DEPARTMENT_LEADER)
        secretaries[unit.id] = await actor_named(
            session, settings, secretary, Permission.NOMINATIONS_SUBMIT
        )
        leading_groups[unit.id] = await actor_named(
            session, settings, head, Permission.NOMINATIONS_ENDORSE
        )
        await narrow(session, WHOLE_TREE)
    return Cast(officer, leader, units, secretaries, leading_groups)


async def _units(session: AsyncSession, count: int) -> Sequence[Organisation]:
    query = select(Organisation).where(Organisation.depth == 1)
    return (await session.exec(query.order_by(col(Organisation.position)).limit(count))).all()


async def _open(
    session: AsyncSession, root: Organisation, unit: Organisation, username: str, role: Role
) -> None:
    """An account that nobody can sign in with: its password is thrown away."""
    name = f"{unit.short_name}党组"
    if role is Role.SECRETARY:
        name = (await _secretary(session, unit)).name
    await create_account(
        session,
        system_actor(root),
        username=username,
        display_name=name,
        organisation_id=unit.id,
        password=secrets.token_urlsafe(24),
        roles=(role,),
        must_change_password=False,
    )
    await session.flush()
    if role is Role.SECRETARY:
        await _stand_for(session, root, unit, username)


async def _secretary(session: AsyncSession, unit: Organisation) -> Person:
    query = select(Person).join(Appointment, col(Appointment.person_id) == col(Person.id))
    found = query.where(Appointment.organisation_id == unit.id, Appointment.post == Post.SECRETARY)
    return (await session.exec(found)).one()


async def _stand_for(
    session: AsyncSession, root: Organisation, unit: Organisation, username: str
) -> None:
    """The account is that of the unit's secretary."""
    await _link(session, root, username, await _secretary(session, unit))


async def _stand_for_namesake(
    session: AsyncSession, root: Organisation, unit: Organisation, role: Role
) -> None:
    """The role's account is that of the member of the unit with its name."""
    account = next(one for one in DEMO_ACCOUNTS if one.role is role)
    query = (
        select(Person)
        .join(Organisation, col(Organisation.id) == col(Person.organisation_id))
        .where(below(unit.path), Person.name == account.display_name)
    )
    await _link(session, root, account.username, (await session.exec(query)).one())


async def _link(session: AsyncSession, root: Organisation, username: str, person: Person) -> None:
    user = (await session.exec(select(User).where(User.username == username))).one()
    user.person_id, user.display_name = person.id, person.name
    record(session, system_actor(root), "user.change", user)
    await session.flush()


async def second_leader(session: AsyncSession, settings: Settings) -> Actor:
    """Another leader of the committee, who confirms what the first decided."""
    await narrow(session, WHOLE_TREE)
    root = (await session.exec(select(Organisation).where(Organisation.depth == 0))).one()
    await create_account(
        session,
        system_actor(root),
        username="second.leader",
        display_name="何志远",
        organisation_id=root.id,
        password=secrets.token_urlsafe(24),
        roles=(Role.COMMITTEE_LEADER,),
        must_change_password=False,
    )
    await session.flush()
    return await actor_named(session, settings, "second.leader", Permission.DUTY_RESULTS_DECIDE)
