"""Inspections: opened for a nomination, conducted by a team, reported and concluded."""

from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.models import Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import paginate
from gongwei.core.schemas import Page
from gongwei.core.workflow import TO_CHANGE, Words
from gongwei.secretaries.inspections.completeness import refuse_incomplete
from gongwei.secretaries.inspections.models import Inspection, InspectionState
from gongwei.secretaries.inspections.problems import INSPECTION_OPEN
from gongwei.secretaries.inspections.reading import (
    READ,
    InspectionLine,
    inspection_lines,
    inspections_out,
    narrowed,
    people_by_group,
)
from gongwei.secretaries.inspections.schemas import (
    FacetsIn,
    InspectionChangeIn,
    InspectionIn,
    InspectionOut,
    InspectionQuery,
)
from gongwei.secretaries.inspections.workflow import INSPECTION, InspectionAction, allowed_actions
from gongwei.secretaries.nominations import presentation
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.secretaries.nominations.workflow import NOMINATION, NominationAction
from gongwei.secretaries.posts import NAMELESS

CONDUCT = Permission.INSPECTIONS_CONDUCT
KEY: Any = col(Inspection.id)
SORTS: dict[str, Any] = {
    "created_at": col(Inspection.created_at),
    "updated_at": col(Inspection.updated_at),
    "name": func.coalesce(col(Person.name_pinyin), ""),
}


async def list_inspections(
    session: AsyncSession, actor: Actor, asked: InspectionQuery
) -> Page[InspectionOut]:
    """One page, newest first."""
    query = narrowed(inspection_lines(actor), asked).where(
        await owned_within(session, actor, col(Inspection.organisation_id), asked)
    )
    found = await paginate(session, query, asked, sorts=SORTS, default="-created_at", key=KEY)
    items = await inspections_out(session, actor, [InspectionLine(*row) for row in found.items])
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def read(session: AsyncSession, actor: Actor, inspection_id: UUID) -> InspectionOut:
    """One inspection. 404 when it may not be known."""
    await fetch(session, actor, Inspection, inspection_id, read=READ)
    line = await line_of(session, actor, inspection_id)
    return (await inspections_out(session, actor, [line]))[0]


async def line_of(session: AsyncSession, actor: Actor, inspection_id: UUID) -> InspectionLine:
    """The inspection with the names around it."""
    await session.flush()
    query = inspection_lines(actor).where(col(Inspection.id) == inspection_id)
    row = (await session.execute(query)).first()
    if row is None:
        raise NOT_FOUND()
    return InspectionLine(*row)


async def create(session: AsyncSession, actor: Actor, entry: InspectionIn) -> InspectionOut:
    """Plan an inspection; a nomination that was submitted is under inspection from now on.

    404 for a nomination that may not be known, 409 `invalid_state` for one in another state and
    `inspection_open` while one is under way.
    """
    nomination = await fetch(
        session, actor, Nomination, entry.nomination_id, read=Permission.NOMINATIONS_READ,
        need=CONDUCT,
    )  # fmt: skip
    name = await _nominee(session, actor, nomination)
    await _refuse_second(session, actor, nomination, name)
    if nomination.state is not NominationState.UNDER_INSPECTION:
        await _begin(session, actor, nomination, name)
    inspection = Inspection(
        organisation_id=nomination.organisation_id,
        nomination_id=nomination.id,
        planned_on=entry.planned_on,
        team=[one.model_dump() for one in entry.team or []],
    )
    session.add(inspection)
    record(session, actor, "inspection.create", inspection, label=name)
    return await read(session, actor, inspection.id)


async def _nominee(session: AsyncSession, actor: Actor, nomination: Nomination) -> str:
    query = visible(actor, Person, READ).where(col(Person.id) == nomination.person_id)
    person = (await session.exec(query)).first()
    return person.name if person is not None else NAMELESS


async def _refuse_second(
    session: AsyncSession, actor: Actor, nomination: Nomination, name: str
) -> None:
    open_one = visible(actor, Inspection, READ).where(
        col(Inspection.nomination_id) == nomination.id,
        col(Inspection.state) != InspectionState.CONCLUDED,
    )
    if (await session.exec(open_one)).first() is not None:
        raise INSPECTION_OPEN(name=name)


async def _begin(session: AsyncSession, actor: Actor, nomination: Nomination, name: str) -> None:
    step = NominationAction.START_INSPECTION
    allow(actor, Permission(NOMINATION[step].permission))
    allowed = await presentation.allowed_now(session, actor, nomination)
    NOMINATION.apply(nomination, step, allowed)
    record(session, actor, f"nomination.{step}", nomination, label=name)


async def change(
    session: AsyncSession, actor: Actor, inspection_id: UUID, version: int,
    patch: InspectionChangeIn,
) -> InspectionOut:  # fmt: skip
    """Write down what the team found. 409 once the report was handed in, 412 stale."""
    inspection = await fetch(
        session, actor, Inspection, inspection_id, read=READ, need=CONDUCT, version=version
    )
    if inspection.state not in INSPECTION.editable:
        raise refusal(actor, inspection, TO_CHANGE)
    given = patch.model_fields_set
    if "team" in given:
        inspection.team = [one.model_dump() for one in patch.team or []]
    if "facets" in given:
        inspection.facets = _merged(inspection.facets, patch.facets)
    for name in given & {"strengths", "shortcomings", "conclusion"}:
        setattr(inspection, name, getattr(patch, name) or "")
    for name in given & {"planned_on", "finding"}:
        setattr(inspection, name, getattr(patch, name))
    await _record(session, actor, "change", inspection)
    return await read(session, actor, inspection.id)


def _merged(held: dict[str, Any], patch: FacetsIn | None) -> dict[str, Any]:
    """The facets after a merge patch (RFC 7396)."""
    if patch is None:
        return {}
    facets = {name: dict(one) for name, one in held.items()}
    for name, change_of in patch.model_dump(exclude_unset=True).items():
        if change_of is None:
            facets.pop(name, None)
            continue
        facet = {"score": None, "text": "", **facets.get(name, {}), **change_of}
        facets[name] = {"score": facet["score"], "text": facet["text"] or ""}
    return facets


def refusal(actor: Actor, inspection: Inspection, act: Words) -> Exception:
    """The 409 for writing in a state that does not allow it."""
    return INSPECTION.refusal(inspection.state, act, allowed_actions(actor, inspection))


async def act(
    session: AsyncSession, actor: Actor, inspection_id: UUID, action: InspectionAction,
    reason: str | None = None,
) -> InspectionOut:  # fmt: skip
    """Move an inspection along. 409 `inspection_incomplete` for a report that lacks something."""
    need = Permission(INSPECTION[action].permission)
    inspection = await fetch(session, actor, Inspection, inspection_id, read=READ, need=need)
    INSPECTION.apply(inspection, action, allowed_actions(actor, inspection), reason)
    if action is InspectionAction.START:
        inspection.started_on = clock.today()
    elif action is InspectionAction.REPORT:
        counts = await people_by_group(session, actor, [inspection.id])
        refuse_incomplete(inspection, counts[inspection.id])
        inspection.reported_by, inspection.reported_on = actor.user_id, clock.today()
    elif action is InspectionAction.RETURN:
        inspection.reported_by, inspection.reported_on = None, None
    else:
        inspection.concluded_by, inspection.concluded_on = actor.user_id, clock.today()
    await _record(session, actor, action.value, inspection, reason)
    return await read(session, actor, inspection.id)


async def _record(
    session: AsyncSession, actor: Actor, verb: str, inspection: Inspection,
    reason: str | None = None,
) -> None:  # fmt: skip
    line = await line_of(session, actor, inspection.id)
    label = line.name or NAMELESS
    record(session, actor, f"inspection.{verb}", inspection, label=label, reason=reason)
