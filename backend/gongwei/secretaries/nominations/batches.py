"""Batches: nominees who stand for one election, moved along together."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, in_scope, require, visible
from gongwei.audit.record import record
from gongwei.core.pagination import paginate
from gongwei.core.schemas import Page
from gongwei.secretaries.acts import refuse_strangers
from gongwei.secretaries.nominations.models import Nomination, NominationBatch, NominationState
from gongwei.secretaries.nominations.presentation import allowed_actions
from gongwei.secretaries.nominations.problems import NONE_CAN_MOVE
from gongwei.secretaries.nominations.reading import READ, inspections_of
from gongwei.secretaries.nominations.rules import BELONGS
from gongwei.secretaries.nominations.schemas import (
    NominationActionIn,
    NominationBatchChangeIn,
    NominationBatchIn,
    NominationBatchMovedOut,
    NominationBatchOut,
    NominationBatchQuery,
)
from gongwei.secretaries.nominations.service import PREPARE, move
from gongwei.secretaries.nominations.workflow import FINAL, NOMINATION, NominationAction

KEY: Any = col(NominationBatch.id)
SORTS: dict[str, Any] = {
    "created_at": col(NominationBatch.created_at),
    "updated_at": col(NominationBatch.updated_at),
    "title": col(NominationBatch.title),
}
Counts = dict[NominationState, int]


async def list_batches(
    session: AsyncSession, actor: Actor, asked: NominationBatchQuery
) -> Page[NominationBatchOut]:
    """One page, latest first."""
    query = _batches(actor).where(
        await owned_within(session, actor, col(NominationBatch.organisation_id), asked)
    )
    if asked.q:
        query = query.where(matching(asked.q, col(NominationBatch.title)))
    found = await paginate(session, query, asked, sorts=SORTS, default="-created_at", key=KEY)
    items = await _out(session, actor, found.items)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


def _batches(actor: Actor) -> Any:
    """(batch, organisation's name)."""
    query: Any = select(NominationBatch, col(Organisation.name))
    return query.join(
        Organisation, col(Organisation.id) == col(NominationBatch.organisation_id)
    ).where(in_scope(actor, NominationBatch, READ))


async def _out(
    session: AsyncSession, actor: Actor, lines: Sequence[Any]
) -> list[NominationBatchOut]:
    batch_ids = [batch.id for batch, _ in lines]
    counted = await _counts(session, actor, batch_ids)
    allowed = await _allowed(session, actor, batch_ids)
    return [
        NominationBatchOut(
            **batch.model_dump(),
            organisation_name=place,
            counts={state.value: n for state, n in counted.get(batch.id, {}).items()},
            nominations=sum(counted.get(batch.id, {}).values()),
            allowed_actions=allowed[batch.id],
        )
        for batch, place in lines
    ]


async def _counts(
    session: AsyncSession, actor: Actor, batch_ids: Sequence[UUID]
) -> dict[UUID, Counts]:
    query = (
        select(col(Nomination.batch_id), col(Nomination.state), func.count())
        .where(in_scope(actor, Nomination, READ), col(Nomination.batch_id).in_(batch_ids))
        .group_by(col(Nomination.batch_id), col(Nomination.state))
    )
    found: dict[UUID, Counts] = {}
    for batch_id, state, number in (await session.execute(query)).all():
        found.setdefault(batch_id, {})[state] = number
    return found


async def _allowed(
    session: AsyncSession, actor: Actor, batch_ids: Sequence[UUID]
) -> dict[UUID, list[str]]:
    """What can be done with every nomination whose state allows it, in the order of the table: a
    batch moves as a whole.
    """
    query = visible(actor, Nomination, READ).where(
        col(Nomination.batch_id).in_(batch_ids), col(Nomination.state).not_in(FINAL)
    )
    found = (await session.exec(query)).all()
    inspected = await inspections_of(session, actor, [one.id for one in found])
    possible: dict[UUID | None, set[str]] = {batch_id: set() for batch_id in batch_ids}
    refused: dict[UUID | None, set[str]] = {batch_id: set() for batch_id in batch_ids}
    for one in found:
        by_state = set(NOMINATION.allowed(one.state, actor.permissions))
        possible[one.batch_id] |= by_state
        refused[one.batch_id] |= by_state - set(allowed_actions(actor, one, inspected.get(one.id)))
    return {
        batch_id: [
            action.value
            for action in NominationAction
            if action in possible[batch_id] - refused[batch_id]
        ]
        for batch_id in batch_ids
    }


async def read(session: AsyncSession, actor: Actor, batch_id: UUID) -> NominationBatchOut:
    """One batch. 404 when it may not be known."""
    await fetch(session, actor, NominationBatch, batch_id, read=READ)
    await session.flush()
    line = (await session.execute(_batches(actor).where(batch_id == KEY))).one()
    return (await _out(session, actor, [line]))[0]


async def create(
    session: AsyncSession, actor: Actor, entry: NominationBatchIn
) -> NominationBatchOut:
    """Open a batch. 404 outside the subtree."""
    await require(session, actor, PREPARE, entry.organisation_id)
    batch = NominationBatch(**entry.model_dump())
    session.add(batch)
    record(session, actor, "nomination_batch.create", batch)
    await session.flush()
    return await read(session, actor, batch.id)


async def change(
    session: AsyncSession,
    actor: Actor,
    batch_id: UUID,
    version: int,
    patch: NominationBatchChangeIn,
) -> NominationBatchOut:
    """Change title or day. 412 stale."""
    batch = await fetch(
        session, actor, NominationBatch, batch_id, read=READ, need=PREPARE, version=version
    )
    for name in patch.model_fields_set:
        setattr(batch, name, getattr(patch, name))
    record(session, actor, "nomination_batch.change", batch)
    return await read(session, actor, batch.id)


async def act(
    session: AsyncSession,
    actor: Actor,
    batch_id: UUID,
    action: NominationAction,
    body: NominationActionIn,
) -> NominationBatchMovedOut:
    """Move every nomination in whose state the action is possible; all of them, or none.

    Raises 409 `none_can_move`, and what refuses any one of them.
    """
    transition = NOMINATION[action]
    need = Permission(transition.permission)
    batch = await fetch(session, actor, NominationBatch, batch_id, read=READ, need=need)
    refuse_strangers(BELONGS, action, body)
    query = (
        visible(actor, Nomination, READ)
        .where(col(Nomination.batch_id) == batch.id, col(Nomination.state).in_(transition.sources))
        .order_by(col(Nomination.id))
        .with_for_update()
    )
    found = (await session.exec(query)).all()
    if not found:
        zh, en = transition.words
        raise NONE_CAN_MOVE(title=batch.title, action_zh=zh, action_en=en)
    for nomination in found:
        await move(session, actor, nomination, action, body)
    return NominationBatchMovedOut(moved=len(found), batch=await read(session, actor, batch.id))
