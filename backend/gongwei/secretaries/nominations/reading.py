"""Selecting nominations, with what surrounds them: names, batch, inspection, appointment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.secretaries.inspections.models import Inspection, InspectionState
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.nominations.models import Nomination, NominationBatch
from gongwei.secretaries.nominations.schemas import NominationQuery
from gongwei.secretaries.nominations.workflow import FINAL

READ = Permission.NOMINATIONS_READ


@dataclass(frozen=True)
class NominationLine:
    """A nomination with the names around it, as far as the caller may see them."""

    nomination: Nomination
    name: str | None
    organisation_name: str
    batch_title: str | None


@dataclass(frozen=True)
class Inspected:
    """The latest inspection of a nominee, and the latest that was concluded."""

    latest: Inspection
    concluded: Inspection | None


def nomination_lines(actor: Actor) -> Select[Any]:
    """Columns of `NominationLine` for every nomination of the caller's subtree."""
    query: Any = select(
        Nomination, col(Person.name), col(Organisation.name), col(NominationBatch.title)
    )
    found: Select[Any] = (
        query.outerjoin(Organisation, col(Organisation.id) == col(Nomination.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Nomination.person_id))
        .outerjoin(NominationBatch, col(NominationBatch.id) == col(Nomination.batch_id))
        .where(in_scope(actor, Nomination, READ))
    )
    return found


def narrowed(query: Select[Any], asked: NominationQuery) -> Select[Any]:
    """The nominations with the caller's filters, the organisation apart."""
    for column, wanted in (
        (col(Nomination.state), asked.state),
        (col(Nomination.post), asked.post),
        (col(Nomination.batch_id), asked.batch_id),
        (col(Nomination.kind), asked.kind),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.open is not None:
        over = col(Nomination.state).in_(FINAL)
        query = query.where(~over if asked.open else over)
    if asked.q:
        wanted_name = asked.q.strip().casefold()
        query = query.where(col(Person.search_text).contains(wanted_name, autoescape=True))
    return query


async def inspections_of(
    session: AsyncSession, actor: Actor, nomination_ids: Iterable[UUID]
) -> Mapping[UUID, Inspected]:
    """By nomination, for those that were or are inspected."""
    query = (
        select_rows(Inspection)
        .where(
            in_scope(actor, Inspection, READ),
            col(Inspection.nomination_id).in_(list(nomination_ids)),
        )
        .order_by(col(Inspection.created_at), col(Inspection.id))
    )
    found: dict[UUID, Inspected] = {}
    for one in (await session.exec(query)).all():
        before = found.get(one.nomination_id)
        concluded = before.concluded if before else None
        if one.state is InspectionState.CONCLUDED:
            concluded = one
        found[one.nomination_id] = Inspected(one, concluded)
    return found


async def appointments_of(
    session: AsyncSession, actor: Actor, nomination_ids: Sequence[UUID]
) -> Mapping[UUID, UUID]:
    """The appointment that came of each nomination."""
    query = select(col(Appointment.nomination_id), col(Appointment.id)).where(
        in_scope(actor, Appointment, Permission.SECRETARIES_READ),
        col(Appointment.nomination_id).in_(nomination_ids),
    )
    return {row[0]: row[1] for row in (await session.execute(query)).all()}
