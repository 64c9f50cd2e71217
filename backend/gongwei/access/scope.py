"""The first line: what a caller may see, touch and create. The only file that selects owned tables
bare.
"""

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, false, select, true
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from gongwei.access.actor import OTP_SETUP_REQUIRED, PASSWORD_CHANGE_REQUIRED, Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import at_root
from gongwei.access.permissions import Permission
from gongwei.core.errors import NOT_ALLOWED, NOT_FOUND, STALE
from gongwei.core.models import Row

R = TypeVar("R", bound=Row)

PATH_END = "~"
"""Sorts after every character of a path, so `path < prefix + PATH_END` ends a subtree's range."""


def below(path: str) -> ColumnElement[bool]:
    """Organisations at or below this path, as an index range."""
    column = col(Organisation.path)
    return (column >= path) & (column < path + PATH_END)


def visible(actor: Actor, model: type[R], permission: Permission) -> SelectOfScalar[R]:
    """A SELECT of the rows in the caller's subtree; of none when the caller lacks the
    permission.
    """
    return select_rows(model).where(in_scope(actor, model, permission))


def in_scope(actor: Actor, model: type[Row], permission: Permission) -> ColumnElement[bool]:
    """The condition behind `visible`, for queries that select more than one table.

    Whoever stands at the root reaches everything: there is one root (a unique index sees to it),
    and a list from there is not to be compared with the whole tree row by row.
    """
    if not actor.may(permission) or not actor.path:
        return false()
    if at_root(actor):
        return true()
    if model is Organisation:
        return below(actor.path)
    owner: InstrumentedAttribute[UUID] = model.organisation_id  # type: ignore[attr-defined]
    return owner.in_(select(col(Organisation.id)).where(below(actor.path)))


async def fetch(
    session: AsyncSession,
    actor: Actor,
    model: type[R],
    row_id: UUID,
    *,
    read: Permission,
    need: Permission | None = None,
    version: int | None = None,
) -> R:
    """One row, locked when `need` names what is to be done with it.

    Raises `not_found` (404) for what the caller may not know, `not_allowed` (403) for what it may
    know but
    not do, `stale` (412) when `version` is not the row's.
    """
    refuse_unready(actor)
    query = visible(actor, model, read).where(col(model.id) == row_id)
    if need is not None:
        query = query.with_for_update()
    row = (await session.exec(query.execution_options(populate_existing=need is not None))).first()
    if row is None:
        raise NOT_FOUND()
    if need is not None and not actor.may(need):
        raise NOT_ALLOWED()
    if version is not None and row.version != version:
        raise STALE()
    return row


async def require(
    session: AsyncSession, actor: Actor, permission: Permission, organisation_id: UUID
) -> Organisation:
    """The organisation at which something is to be created. 403 without the permission, 404 outside
    the subtree.
    """
    allow(actor, permission)
    query = select_rows(Organisation).where(Organisation.id == organisation_id, below(actor.path))
    organisation = (await session.exec(query)).first()
    if organisation is None:
        raise NOT_FOUND()
    return organisation


def allow(actor: Actor, permission: Permission) -> None:
    """Raise 403 unless the caller holds the permission, wherever it applies."""
    refuse_unready(actor)
    if not actor.may(permission):
        raise NOT_ALLOWED()


def refuse_unready(actor: Actor) -> None:
    """Raise 403 until the caller has an own password, and two factors where the role asks for
    them.
    """
    if actor.must_change_password:
        raise PASSWORD_CHANGE_REQUIRED()
    if actor.otp_setup_required:
        raise OTP_SETUP_REQUIRED()


def owner_of(row: Row) -> UUID | None:
    """The organisation that a row belongs to."""
    if isinstance(row, Organisation):
        return row.id
    owner: Any = getattr(row, "organisation_id", None)
    return owner if isinstance(owner, UUID) else None
