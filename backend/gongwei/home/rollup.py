"""Members of an organisation and of each of its children on a day, groups of a branch included."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, literal, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import descent, is_today, subtree_as_of
from gongwei.access.models import SEGMENT, Organisation, OrganisationKind, OrganisationState
from gongwei.access.people import among
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.core import clock
from gongwei.members.figures import ServiceCounts, counts_by_branch
from gongwei.organisations.dated import parents_on

READ = Permission.ORGANISATIONS_READ


@dataclass(frozen=True)
class RolledUp:
    """Members of the whole subtree, and of the subtree of each direct child."""

    own: ServiceCounts
    children: dict[UUID, ServiceCounts]


async def member_counts(
    session: AsyncSession, actor: Actor, root: Organisation, as_of: date | None
) -> RolledUp:
    """Counts on a day (today when left out). Every child is there, with zeros where nobody
    belongs."""
    day = as_of or clock.today()
    branches, group_id = await branches_of(session, root, as_of)
    lines = await counts_by_branch(session, actor, branches, day, group_id=group_id)
    above = await _children_above(session, actor, root, as_of, {line.branch_id for line in lines})
    counted = dict.fromkeys(above.children, ServiceCounts())
    own = ServiceCounts()
    for line in lines:
        own += line.counts
        child = line.group_id if line.branch_id == root.id else above.child_of.get(line.branch_id)
        if child is not None and child in counted:
            counted[child] += line.counts
    return RolledUp(own, counted)


async def branches_of(
    session: AsyncSession, root: Organisation, as_of: date | None
) -> tuple[Select[Any], UUID | None]:
    """Where members at or below `root` belong on a day; for a group its branch, and the group
    itself."""
    if root.kind is not OrganisationKind.GROUP:
        return subtree_as_of(root, as_of), None
    branch_id = (await parents_on(session, [root.id], as_of)).get(root.id)
    return select(literal(branch_id, Uuid())), root.id


@dataclass(frozen=True)
class _Above:
    """The children of a root, and under which of them each branch stands."""

    children: Collection[UUID]
    child_of: Mapping[UUID, UUID]


async def _children_above(
    session: AsyncSession, actor: Actor, root: Organisation, as_of: date | None, branches: set[UUID]
) -> _Above:
    if is_today(as_of):
        return await _children_today(session, actor, root, branches)
    found = descent(root.id, as_of)
    query = select(found.c.id, found.c.parent_id, found.c.level).where(found.c.level > 0)
    child_of: dict[UUID, UUID] = {}
    children: list[UUID] = []
    for place, parent, level in await session.execute(query.order_by(found.c.level)):
        child_of[place] = place if level == 1 else child_of[parent]
        if level == 1:
            children.append(place)
    return _Above(children, child_of)


async def _children_today(
    session: AsyncSession, actor: Actor, root: Organisation, branches: set[UUID]
) -> _Above:
    """By the paths, so that the whole subtree need not be read."""
    steps = len(root.path) + SEGMENT
    query = select(col(Organisation.id), col(Organisation.path)).where(
        in_scope(actor, Organisation, READ)
    )
    children = query.where(
        col(Organisation.parent_id) == root.id,
        col(Organisation.state) == OrganisationState.ACTIVE,
    )
    by_path = {path: place for place, path in await session.execute(children)}
    wanted = query.where(among(col(Organisation.id), branches, Uuid()))
    child_of = {
        place: by_path[path[:steps]]
        for place, path in await session.execute(wanted)
        if path[:steps] in by_path
    }
    return _Above(list(by_path.values()), child_of)
