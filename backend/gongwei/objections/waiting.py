"""Objections that wait for somebody to examine or to decide them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.objections.models import Objection, ObjectionState

OPEN = (ObjectionState.FILED, ObjectionState.EXAMINING)


@dataclass(frozen=True)
class WaitingObjection:
    """An objection that is not decided. `name` is None where the person may not be seen."""

    id: UUID
    state: ObjectionState
    since: datetime
    name: str | None
    organisation_name: str


async def waiting_objections(
    session: AsyncSession, actor: Actor, limit: int
) -> Sequence[WaitingObjection]:
    """Those that the caller may examine, oldest first; nobody examines an objection of one's
    own."""
    query: Any = select(
        col(Objection.id), col(Objection.state), col(Objection.updated_at), col(Person.name),
        col(Organisation.name),
    )  # fmt: skip
    query = (
        query.join(Organisation, col(Organisation.id) == col(Objection.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Objection.person_id))
        .where(
            in_scope(actor, Objection, Permission.OBJECTIONS_EXAMINE),
            col(Objection.state).in_(OPEN),
            col(Objection.person_id).is_distinct_from(actor.person_id),
        )
        .order_by(col(Objection.updated_at), col(Objection.id))
        .limit(limit)
    )
    return [WaitingObjection(*row) for row in (await session.execute(query)).all()]
