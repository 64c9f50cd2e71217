"""Organisations: reading them on any day, entering them for set-up, and what changes without a
date."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, system_actor
from gongwei.access.dated import is_today, links, subtree_as_of
from gongwei.access.edges import OrganisationName
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation, OrganisationKind, OrganisationState
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, require, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.pagination import Rows, paginate
from gongwei.core.routing import one_fault
from gongwei.organisations.changes import rules
from gongwei.organisations.dated import READ, climb, require_on
from gongwei.organisations.models import Unit
from gongwei.organisations.naming import search_text
from gongwei.organisations.planting import (
    Seedling,
    lock_tree,
    plant,
    plant_root,
    rearrange,
    refuse_taken_code,
)
from gongwei.organisations.problems import FUTURE_DATE
from gongwei.organisations.schemas import (
    OrganisationChangeableIn,
    OrganisationIn,
    OrganisationQuery,
    TreeItemOut,
    TreeQuery,
    refuse_null,
)
from gongwei.organisations.search import matches, matching_tree
from gongwei.organisations.tree import items_of, tree_items
from gongwei.organisations.workflow import ORGANISATION

WRITE = Permission.ORGANISATIONS_WRITE
SORTS: dict[str, Any] = {
    "tree": col(Organisation.path),
    "position": col(Organisation.position),
    "name": col(Organisation.name_pinyin),
    "code": col(Organisation.code),
    "updated_at": col(Organisation.updated_at),
}


async def list_rows(
    session: AsyncSession, actor: Actor, asked: OrganisationQuery
) -> Rows[Organisation]:
    """One page; in protocol order under one parent, else in the order in which the tree grew."""
    query = visible(actor, Organisation, READ).where(await _reach(session, actor, asked))
    link = links(asked.as_of)
    if is_today(asked.as_of):
        query = query.where(col(Organisation.state) == asked.state)
        if asked.parent_id is not None:
            query = query.where(col(Organisation.parent_id) == asked.parent_id)
    else:
        query = query.outerjoin(link, link.c.child_id == col(Organisation.id))
        is_there = link.c.child_id.is_not(None) | col(Organisation.parent_id).is_(None)
        was_gone = col(Organisation.dissolved_on) <= asked.as_of
        query = query.where(is_there if asked.state is OrganisationState.ACTIVE else was_gone)
        if asked.parent_id is not None:
            query = query.where(link.c.parent_id == asked.parent_id)
    if asked.kind is not None:
        query = query.where(col(Organisation.kind) == asked.kind)
    if asked.unit_id is not None:
        query = query.where(col(Organisation.unit_id) == asked.unit_id)
    if asked.q:
        query = query.where(matches(asked.q, asked.as_of))
    default = "tree" if asked.parent_id is None else "position"
    key: Any = col(Organisation.id)
    return await paginate(session, query, asked, sorts=SORTS, default=default, key=key)


async def _reach(
    session: AsyncSession, actor: Actor, asked: OrganisationQuery
) -> ColumnElement[bool]:
    if asked.organisation_id is None or is_today(asked.as_of) or asked.scope == "self":
        return await owned_within(session, actor, col(Organisation.id), asked)
    root = await fetch(session, actor, Organisation, asked.organisation_id, read=READ)
    return col(Organisation.id).in_(subtree_as_of(root, asked.as_of))


async def read(
    session: AsyncSession, actor: Actor, organisation_id: UUID, as_of: date | None = None
) -> Organisation:
    """One organisation, which must be in the tree of `as_of` where that is given. 404 otherwise."""
    found = await fetch(session, actor, Organisation, organisation_id, read=READ)
    await require_on(session, found, as_of)
    return found


async def read_root(session: AsyncSession, actor: Actor, root_id: UUID | None) -> Organisation:
    """The organisation from which a tree is shown: the caller's own when none is named."""
    return await fetch(session, actor, Organisation, root_id or actor.organisation_id, read=READ)


async def read_tree(session: AsyncSession, actor: Actor, asked: TreeQuery) -> list[TreeItemOut]:
    """The tree of a day, or what a search finds in it."""
    root = await read_root(session, actor, asked.root)
    if asked.q:
        return await matching_tree(session, actor, root, asked.q, asked.as_of)
    return await tree_items(session, actor, root, asked.depth, asked.as_of)


async def read_children(
    session: AsyncSession, actor: Actor, organisation_id: UUID, as_of: date | None
) -> list[TreeItemOut]:
    """What stands directly below, in protocol order."""
    parent = await read(session, actor, organisation_id, as_of)
    return (await tree_items(session, actor, parent, 1, as_of))[1:]


async def read_ancestors(
    session: AsyncSession, actor: Actor, organisation_id: UUID, as_of: date | None
) -> list[TreeItemOut]:
    """What stands above, the top first, as far as the caller may see it."""
    found = await read(session, actor, organisation_id, as_of)
    above = climb([found.id], as_of)
    ids = set((await session.scalars(select(above.c.parent_id))).all())
    items = await items_of(session, actor, ids, as_of)
    own = await items_of(session, actor, [found.id], as_of)
    chain: list[TreeItemOut] = []
    at = own[found.id].parent_id if found.id in own else None
    while at is not None and at in items:
        chain.append(items[at])
        at = items[at].parent_id
    return chain[::-1]


async def create(session: AsyncSession, actor: Actor, entry: OrganisationIn) -> Organisation:
    """Enter an organisation that exists already. Raises what `rules` refuses (409) and
    `future_date` (422)."""
    parent = await require(session, actor, WRITE, entry.parent_id)
    on = entry.effective_on or entry.founded_on or clock.today()
    if on > clock.today():
        raise FUTURE_DATE()
    await refuse_unknown_unit(session, actor, entry.unit_id)
    await lock_tree(session)
    await session.refresh(parent)
    await rules.refuse_child(session, parent, entry.kind, entry.name, on)
    given = entry.model_dump(exclude={"parent_id", "effective_on", "position"})
    planted = await plant(session, parent, Seedling(**given), on)
    parts = [*planted.parts]
    if entry.position is not None:
        parts += await rearrange(session, planted.organisation, entry.position)
    record(session, actor, "organisation.created", planted.organisation, parts=parts)
    await session.flush()
    return planted.organisation


async def found_root(
    session: AsyncSession, name: str, *, short_name: str | None = None, code: str = "001",
    founded_on: date | None = None, on: date | None = None,
) -> Organisation:  # fmt: skip
    """The working committee at the top of an empty tree, entered by the program itself."""
    kind = OrganisationKind.WORKING_COMMITTEE
    seedling = Seedling(kind=kind, name=name, short_name=short_name, founded_on=founded_on)
    planted = await plant_root(session, seedling, code, on or founded_on or clock.today())
    actor = system_actor(planted.organisation)
    record(session, actor, "organisation.created", planted.organisation, parts=planted.parts)
    await session.flush()
    return planted.organisation


async def change(
    session: AsyncSession, actor: Actor, organisation_id: UUID,
    version: int, patch: OrganisationChangeableIn,
) -> Organisation:  # fmt: skip
    """Change what has no date of its own. 412 stale, 409 `code_taken` or `invalid_state` when
    dissolved."""
    found = await fetch(
        session, actor, Organisation, organisation_id, read=READ, need=WRITE, version=version
    )
    if found.state not in ORGANISATION.editable:
        raise rules.dissolved(found)
    refuse_null(patch, ("code", "short_name", "position"))
    given = patch.model_dump(exclude_unset=True)
    parts: list[Any] = []
    if "unit_id" in given:
        await refuse_unknown_unit(session, actor, given["unit_id"])
    if "code" in given:
        await refuse_taken_code(session, given["code"], found.id)
    if "position" in given and found.parent_id is not None:
        parts += await rearrange(session, found, given.pop("position"))
    given.pop("position", None)
    for name, value in given.items():
        setattr(found, name, value)
    if "short_name" in given:
        parts += await _shorten(session, found)
    found.search_text = search_text(found.name, found.short_name, found.code)
    record(session, actor, "organisation.changed", found, parts=parts)
    await session.flush()
    return found


async def _shorten(session: AsyncSession, organisation: Organisation) -> Sequence[OrganisationName]:
    query = select_rows(OrganisationName).where(
        OrganisationName.organisation_id == organisation.id,
        col(OrganisationName.valid_to).is_(None),
    )
    rows = (await session.exec(query)).all()
    for row in rows:
        row.short_name = organisation.short_name
    return rows


async def refuse_unknown_unit(
    session: AsyncSession, actor: Actor, unit_id: UUID | None, pointer: str = "/unit_id"
) -> None:
    """422 when a unit does not exist or may not be known."""
    if unit_id is None:
        return
    query = visible(actor, Unit, READ).where(Unit.id == unit_id)
    if (await session.exec(query)).first() is None:
        raise one_fault(
            pointer,
            "unknown_unit",
            "没有这个单位，请重新选择",
            "There is no such unit; choose again",
        )
