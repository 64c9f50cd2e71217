"""Nominations: drafted and submitted by a department, decided above."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, func, literal
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, require, visible
from gongwei.audit.record import record
from gongwei.core.errors import DELETE_REFUSED, NOT_FOUND
from gongwei.core.pagination import paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.core.workflow import TO_CHANGE
from gongwei.secretaries.acts import happened_at, refuse_strangers
from gongwei.secretaries.naming import by_name
from gongwei.secretaries.nominations.models import Nomination, NominationBatch, NominationState
from gongwei.secretaries.nominations.presentation import allowed_now, nominations_out
from gongwei.secretaries.nominations.problems import NOMINATION_EXISTS, NOMINEE_INSPECTED
from gongwei.secretaries.nominations.reading import (
    READ,
    NominationLine,
    inspections_of,
    narrowed,
    nomination_lines,
)
from gongwei.secretaries.nominations.rules import BELONGS, RULES, Step
from gongwei.secretaries.nominations.schemas import (
    NominationActionIn,
    NominationChangeIn,
    NominationIn,
    NominationOut,
    NominationQuery,
)
from gongwei.secretaries.nominations.workflow import FINAL, NOMINATION, NominationAction
from gongwei.secretaries.offices import is_full_time, known_person, refuse_place
from gongwei.secretaries.posts import NAMELESS

PREPARE = Permission.NOMINATIONS_PREPARE
KEY: Any = col(Nomination.id)
NEVER = literal(date(2200, 1, 2), Date)
"""Sorts a nomination without a planned day behind all others."""
SORTS: dict[str, Any] = {
    "updated_at": col(Nomination.updated_at),
    "take_office_on": func.coalesce(col(Nomination.take_office_on), NEVER),
}


async def list_nominations(
    session: AsyncSession, actor: Actor, asked: NominationQuery
) -> Page[NominationOut]:
    """One page, what changed last first."""
    query = narrowed(nomination_lines(actor), asked).where(
        await owned_within(session, actor, col(Nomination.organisation_id), asked)
    )
    sorts = {**SORTS, "name": by_name(actor, col(Nomination.name_pinyin))}
    found = await paginate(session, query, asked, sorts=sorts, default="-updated_at", key=KEY)
    lines = [NominationLine(*row) for row in found.items]
    items = await nominations_out(session, actor, lines)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def read(session: AsyncSession, actor: Actor, nomination_id: UUID) -> NominationOut:
    """One nomination. 404 when it may not be known."""
    await fetch(session, actor, Nomination, nomination_id, read=READ)
    line = await _line(session, actor, nomination_id)
    return (await nominations_out(session, actor, [line]))[0]


async def _line(session: AsyncSession, actor: Actor, nomination_id: UUID) -> NominationLine:
    await session.flush()
    query = nomination_lines(actor).where(col(Nomination.id) == nomination_id)
    row = (await session.execute(query)).first()
    if row is None:
        raise NOT_FOUND()
    return NominationLine(*row)


async def create(session: AsyncSession, actor: Actor, entry: NominationIn) -> NominationOut:
    """Write a draft. 404 outside the subtree, 409 `no_such_post` and `nomination_exists`."""
    place = await require(session, actor, PREPARE, entry.organisation_id)
    refuse_place(place)
    nomination = Nomination(
        **entry.model_dump(exclude={"grounds"}), grounds=entry.grounds or "", name_pinyin=""
    )
    person = await _refuse_unfit(session, actor, place, nomination)
    session.add(nomination)
    record(session, actor, "nomination.create", nomination, label=person.name)
    return await read(session, actor, nomination.id)


async def _refuse_unfit(
    session: AsyncSession, actor: Actor, place: Organisation, nomination: Nomination
) -> Person:
    """The nominee, by whose name the nomination is listed. 422 for a person or batch that the
    caller may not know, 409 for the same again."""
    person = await known_person(session, actor, nomination.person_id)
    nomination.name_pinyin = person.name_pinyin
    nomination.full_time = is_full_time(nomination.post, nomination.full_time)
    if nomination.batch_id is not None:
        await _refuse_batch(session, actor, place, nomination.batch_id)
    same = visible(actor, Nomination, READ).where(
        col(Nomination.organisation_id) == place.id,
        col(Nomination.post) == nomination.post,
        col(Nomination.person_id) == person.id,
        col(Nomination.id) != nomination.id,
        col(Nomination.state).not_in(FINAL),
    )
    if (await session.exec(same)).first() is not None:
        raise NOMINATION_EXISTS(name=person.name, place=place.name)
    return person


async def _refuse_batch(
    session: AsyncSession, actor: Actor, place: Organisation, batch_id: UUID
) -> None:
    """422 unless the batch is known to the caller and stands at the organisation or above it."""
    batch = (
        await session.exec(
            visible(actor, NominationBatch, READ).where(col(NominationBatch.id) == batch_id)
        )
    ).first()
    if batch is not None:
        above = await fetch(
            session, actor, Organisation, batch.organisation_id, read=Permission.ORGANISATIONS_READ
        )
        if place.path.startswith(above.path):
            return
    raise one_fault(
        "/batch_id", "unknown_batch",
        "没有这个批次，或该批次不适用于此党组织", "There is no such batch for this organisation",
    )  # fmt: skip


async def change(
    session: AsyncSession,
    actor: Actor,
    nomination_id: UUID,
    version: int,
    patch: NominationChangeIn,
) -> NominationOut:
    """Change a draft or what was returned. 409 in any other state, 412 stale."""
    nomination = await fetch(
        session, actor, Nomination, nomination_id, read=READ, need=PREPARE, version=version
    )
    if nomination.state not in NOMINATION.editable:
        raise NOMINATION.refusal(
            nomination.state, TO_CHANGE, await allowed_now(session, actor, nomination)
        )
    place = await require(session, actor, PREPARE, nomination.organisation_id)
    await _refuse_another(session, actor, nomination, patch)
    with session.no_autoflush:
        for name in patch.model_fields_set:
            value = getattr(patch, name)
            setattr(nomination, name, value or "" if name == "grounds" else value)
        person = await _refuse_unfit(session, actor, place, nomination)
    record(session, actor, "nomination.change", nomination, label=person.name)
    return await read(session, actor, nomination.id)


async def _refuse_another(
    session: AsyncSession, actor: Actor, nomination: Nomination, patch: NominationChangeIn
) -> None:
    """409 `nominee_inspected`: an inspection stays about whom, and the post, that it was made
    for."""
    wanted = (patch.person_id or nomination.person_id, patch.post or nomination.post)
    if wanted == (nomination.person_id, nomination.post):
        return
    if await inspections_of(session, actor, [nomination.id]):
        line = await _line(session, actor, nomination.id)
        raise NOMINEE_INSPECTED(name=line.name or NAMELESS)


async def discard(session: AsyncSession, actor: Actor, nomination_id: UUID) -> None:
    """Delete a draft. 409 `delete_refused` in any other state."""
    nomination = await fetch(session, actor, Nomination, nomination_id, read=READ, need=PREPARE)
    if nomination.state is not NominationState.DRAFT:
        raise DELETE_REFUSED(action=("撤回", "withdraw"))
    line = await _line(session, actor, nomination.id)
    await session.delete(nomination)
    record(session, actor, "nomination.delete", nomination, label=line.name or NAMELESS)


async def act(
    session: AsyncSession,
    actor: Actor,
    nomination_id: UUID,
    action: NominationAction,
    body: NominationActionIn,
) -> NominationOut:
    """Move a nomination along; what each step asks for stands in `rules.py`."""
    need = Permission(NOMINATION[action].permission)
    nomination = await fetch(session, actor, Nomination, nomination_id, read=READ, need=need)
    refuse_strangers(BELONGS, action, body)
    await move(session, actor, nomination, action, body)
    return await read(session, actor, nomination.id)


async def move(
    session: AsyncSession,
    actor: Actor,
    nomination: Nomination,
    action: NominationAction,
    body: NominationActionIn,
) -> None:
    """The step itself, for a nomination that was fetched for it."""
    line = await _line(session, actor, nomination.id)
    place = await fetch(
        session, actor, Organisation, nomination.organisation_id, read=Permission.ORGANISATIONS_READ
    )
    allowed = await allowed_now(session, actor, nomination)
    NOMINATION.apply(nomination, action, allowed, body.reason)
    name = line.name or NAMELESS
    rule = RULES.get(action)
    if rule is not None:
        await rule(Step(session, actor, nomination, name, place, body))
    record(
        session, actor, f"nomination.{action}", nomination, label=name, reason=body.reason,
        occurred_at=happened_at(body.on),
    )  # fmt: skip
