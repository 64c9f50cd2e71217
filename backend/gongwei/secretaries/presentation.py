"""Appointments as answers show them: with the running term and the talk that is still to be
held."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.secretaries.beside import running_terms
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.posts import NAMELESS
from gongwei.secretaries.schemas import SecretaryOut
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.workflow import HOLDING, allowed_actions


async def secretaries_out(
    session: AsyncSession, actor: Actor, lines: Sequence[Any]
) -> list[SecretaryOut]:
    """Lines of (appointment, name or None, organisation's name) as this caller sees them."""
    rows: list[Appointment] = [row for row, _, _ in lines]
    terms = await running_terms(session, {row.organisation_id for row in rows})
    talks = await _talks_due(session, actor, [row.id for row in rows])
    return [
        SecretaryOut(
            **row.model_dump(),
            name=name or NAMELESS,
            organisation_name=place,
            term_ends_on=_ends_on(row, terms),
            talk_due_on=talks.get(row.id),
            allowed_actions=allowed_actions(actor, row),
        )
        for row, name, place in lines
    ]


def _ends_on(row: Appointment, terms: Mapping[UUID, Any]) -> date | None:
    term = terms.get(row.organisation_id)
    return term.ends_on if term is not None and row.state in HOLDING else None


async def _talks_due(
    session: AsyncSession, actor: Actor, appointment_ids: Sequence[UUID]
) -> dict[UUID, date]:
    query = (
        select(col(Talk.appointment_id), func.min(col(Talk.due_on)))
        .where(
            in_scope(actor, Talk, Permission.TALKS_READ),
            col(Talk.appointment_id).in_(appointment_ids),
            col(Talk.kind) == TalkKind.APPOINTMENT,
            col(Talk.state) == TalkState.SCHEDULED,
        )
        .group_by(col(Talk.appointment_id))
    )
    return {row[0]: row[1] for row in (await session.execute(query)).all()}
