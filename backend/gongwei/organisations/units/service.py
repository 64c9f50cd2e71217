"""Units: the departments in which organisations are formed, with their credit codes."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import is_today
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation, OrganisationState
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, require, visible
from gongwei.audit.record import record
from gongwei.core.pagination import Rows, paginate
from gongwei.core.routing import one_fault
from gongwei.core.workflow import TO_CHANGE
from gongwei.organisations.changes import rules
from gongwei.organisations.credit_code import credit_code_fault, normalise_credit_code
from gongwei.organisations.models import Unit
from gongwei.organisations.naming import fold, search_text
from gongwei.organisations.problems import CREDIT_CODE_TAKEN, UNIT_IN_USE
from gongwei.organisations.schemas import refuse_null
from gongwei.organisations.units.dated import (
    as_shown_then,
    owner_then,
    state_then,
    was_there,
)
from gongwei.organisations.units.schemas import UnitChangeIn, UnitIn, UnitOut, UnitQuery
from gongwei.organisations.units.workflow import UNIT, UnitAction

READ, WRITE = Permission.ORGANISATIONS_READ, Permission.UNITS_WRITE
SORTS: dict[str, Any] = {
    "name": col(Unit.name),
    "created_at": col(Unit.created_at),
    "updated_at": col(Unit.updated_at),
}
FAULTS: dict[str, tuple[str, str]] = {
    "length": ("统一社会信用代码应为 18 位", "A unified social credit code has 18 characters"),
    "character": (
        "统一社会信用代码含有不允许的字符（不使用 I、O、S、V、Z），请核对",
        "The credit code contains a character that it cannot have (I, O, S, V, Z are not used)",
    ),
    "check_digit": (
        "统一社会信用代码的校验位不符，请对照证书核对",
        "The check character of the credit code does not fit; compare it with the certificate",
    ),
}


async def list_rows(session: AsyncSession, actor: Actor, asked: UnitQuery) -> Rows[Unit]:
    """One page of units."""
    query = visible(actor, Unit, READ)
    owner: Any = col(Unit.organisation_id)
    state: Any = col(Unit.state)
    if asked.as_of is not None and not is_today(asked.as_of):
        query = query.where(was_there(actor, asked.as_of))
        owner, state = owner_then(asked.as_of), state_then(asked.as_of)
    query = query.where(await owned_within(session, actor, owner, asked, asked.as_of))
    if asked.state is not None:
        query = query.where(state == asked.state)
    if asked.q:
        query = query.where(col(Unit.search_text).contains(fold(asked.q), autoescape=True))
    key: Any = col(Unit.id)
    return await paginate(session, query, asked, sorts=SORTS, default="created_at", key=key)


async def read(session: AsyncSession, actor: Actor, unit_id: UUID) -> Unit:
    """One unit. 404 when not to be known."""
    return await fetch(session, actor, Unit, unit_id, read=READ)


async def create(session: AsyncSession, actor: Actor, entry: UnitIn) -> Unit:
    """Enter a unit. 422 for a credit code that cannot be, 409 for one that is taken or a dissolved
    owner."""
    owner = await _owner(session, actor, entry.organisation_id)
    code = await checked_credit_code(session, entry.credit_code)
    short_name = entry.short_name or entry.name[:100]
    unit = Unit(
        organisation_id=owner.id,
        name=entry.name,
        short_name=short_name,
        credit_code=code,
        search_text=search_text(entry.name, short_name, code or "", longest=1200),
    )
    session.add(unit)
    record(session, actor, "unit.create", unit)
    await session.flush()
    return unit


async def change(
    session: AsyncSession, actor: Actor, unit_id: UUID, version: int, patch: UnitChangeIn
) -> Unit:
    """Correct a unit. 409 when closed, 412 stale."""
    unit = await fetch(session, actor, Unit, unit_id, read=READ, need=WRITE, version=version)
    if unit.state not in UNIT.editable:
        raise UNIT.refusal(unit.state, TO_CHANGE, _allowed(actor, unit))
    refuse_null(patch, ("organisation_id", "name", "short_name"))
    given = patch.model_dump(exclude_unset=True)
    if "organisation_id" in given:
        await _owner(session, actor, given["organisation_id"])
    if "credit_code" in given:
        given["credit_code"] = await checked_credit_code(session, given["credit_code"], unit.id)
    for name, value in given.items():
        setattr(unit, name, value)
    unit.search_text = search_text(unit.name, unit.short_name, unit.credit_code or "", longest=1200)
    record(session, actor, "unit.edit", unit)
    await session.flush()
    return unit


async def _owner(session: AsyncSession, actor: Actor, organisation_id: UUID) -> Organisation:
    """Who keeps a unit. 409 when dissolved."""
    owner = await require(session, actor, WRITE, organisation_id)
    rules.refuse_dissolved(owner)
    return owner


async def checked_credit_code(
    session: AsyncSession, typed: str | None, own: UUID | None = None
) -> str | None:
    """The code as it is stored. 422 at `/credit_code`, 409 `credit_code_taken`."""
    if typed is None:
        return None
    fault = credit_code_fault(typed)
    if fault is not None:
        raise one_fault("/credit_code", f"credit_code_{fault}", *FAULTS[fault])
    code = normalise_credit_code(typed)
    query = select_rows(Unit.id).where(Unit.credit_code == code)
    if own is not None:
        query = query.where(Unit.id != own)
    if (await session.exec(query)).first() is not None:
        raise CREDIT_CODE_TAKEN()
    return code


async def act(
    session: AsyncSession, actor: Actor, unit_id: UUID, action: UnitAction, reason: str | None
) -> Unit:
    """Close a unit that no organisation is formed in any more, or open it again."""
    need = Permission(UNIT[action].permission)
    unit = await fetch(session, actor, Unit, unit_id, read=READ, need=need)
    UNIT.apply(unit, action, _allowed(actor, unit), reason)
    if action is UnitAction.CLOSE:
        query = select_rows(Organisation.id).where(
            Organisation.unit_id == unit.id, Organisation.state == OrganisationState.ACTIVE
        )
        if (await session.exec(query.limit(1))).first() is not None:
            raise UNIT_IN_USE(name=unit.name)
    record(session, actor, f"unit.{action}", unit, reason=reason)
    await session.flush()
    return unit


async def shown_on(
    session: AsyncSession, actor: Actor, units: Sequence[Unit], as_of: date | None
) -> list[UnitOut]:
    """The units as answers show them, now or as of a day."""
    if as_of is None or is_today(as_of):
        return [unit_out(actor, unit) for unit in units]
    return [UnitOut.model_validate(one) for one in await as_shown_then(session, units, as_of)]


def unit_out(actor: Actor, unit: Unit) -> UnitOut:
    """The unit as answers show it."""
    shown = unit.model_dump(exclude={"search_text"})
    return UnitOut(**shown, allowed_actions=_allowed(actor, unit))


def _allowed(actor: Actor, unit: Unit) -> list[str]:
    return UNIT.allowed(unit.state, actor.permissions)
