"""Members for tests: sound identity numbers, and a roster entered as an import enters it."""

from datetime import date
from typing import Any
from uuid import UUID

from factories.world import World
from gongwei.access.actor import Actor, system_actor
from gongwei.access.permissions import ROLE_PERMISSIONS
from gongwei.core.db import Database
from gongwei.members.identity_number import identity_check_place
from gongwei.members.importing import import_members
from gongwei.members.roster_rows import MemberRow

AS_OF = date(2008, 12, 31)


def identity_number(born: date, order: int) -> str:
    """A sound number; an odd `order` is a man's, an even one a woman's."""
    first_17 = f"500103{born:%Y%m%d}{order:03d}"
    return first_17 + identity_check_place(first_17)


def row(name: str, organisation_id: UUID, order: int, **values: Any) -> MemberRow:
    """A row of a roster; `born` is the birth date in its identity number."""
    born = values.pop("born", date(1970, 1, 1))
    return MemberRow(
        name=name, identity_number=identity_number(born, order), organisation_id=organisation_id,
        **values,
    )  # fmt: skip


def officer(world: World) -> Actor:
    """The program itself at the root, for what no test is about."""
    return system_actor(world["root"])


async def enter(database: Database, world: World, *rows: MemberRow, as_of: date = AS_OF) -> None:
    """Put rows on the roster as of a day."""
    async with database.transaction("*") as session:
        await import_members(session, officer(world), rows, as_of, _silently)


async def _silently(_done: int) -> None:
    return None


def acting(world: World, name: str) -> Actor:
    """Somebody of the world as the program sees them after sign-in."""
    assignment, user = world.assignments[name], world.users[name]
    place = next(
        one for one in world.organisations.values() if one.id == assignment.organisation_id
    )
    return Actor(
        user_id=user.id, label=user.display_name, role=assignment.role, organisation_id=place.id,
        path=place.path, permissions=ROLE_PERMISSIONS[assignment.role],
        assignment_id=assignment.id,
    )  # fmt: skip
