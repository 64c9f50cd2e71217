"""What of the life of secretaries waits for the caller: whose turn it is, in the present role.

Each list is short, oldest first, and says nothing in words; the first page does that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, exists, func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission, Role
from gongwei.access.scope import in_scope
from gongwei.core import clock
from gongwei.core.models import Row
from gongwei.secretaries.inspections.models import Inspection, InspectionState
from gongwei.secretaries.models import Appointment, AppointmentState, Post
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.talks.workflow import TALK, TalkAction

P = Permission
S = NominationState

TALKS_AHEAD = timedelta(days=30)
"""A talk is due from this long before its date."""

TURNS: Mapping[NominationState, Permission] = {
    S.SUBMITTED: P.NOMINATIONS_INSPECT,
    S.UNDER_INSPECTION: P.NOMINATIONS_INSPECT,
    S.INSPECTED: P.NOMINATIONS_ENDORSE,
    S.ENDORSED: P.NOMINATIONS_APPROVE,
    S.APPROVED: P.NOMINATIONS_APPOINT,
    S.RETURNED: P.NOMINATIONS_PREPARE,
}
"""Who moves a nomination on; drafts wait for nobody, and what is over waits no longer."""
OVER = (S.APPOINTED, S.REJECTED, S.WITHDRAWN)


@dataclass(frozen=True)
class WaitingNomination:
    """A nomination whose turn it is. `name` is None where the person may not be seen."""

    id: UUID
    state: NominationState
    post: Post
    since: datetime
    name: str | None
    organisation_name: str


@dataclass(frozen=True)
class WaitingInspection:
    """A report that waits for its conclusion."""

    id: UUID
    post: Post
    since: datetime
    name: str | None
    organisation_name: str


@dataclass(frozen=True)
class WaitingEnd:
    """Somebody in office asked to leave, which the superior must consent to while a term runs."""

    id: UUID
    post: Post
    since: datetime
    name: str | None
    organisation_name: str


class TalkStep(StrEnum):
    """What a talk waits for."""

    HOLD = "hold"
    ACKNOWLEDGE = "acknowledge"
    VERIFY = "verify"


@dataclass(frozen=True)
class WaitingTalk:
    """A talk and what it waits for; a letter has no person."""

    step: TalkStep
    id: UUID
    kind: TalkKind
    title: str
    due_on: date
    since: datetime
    name: str | None
    organisation_name: str


async def talks_due(
    session: AsyncSession, actor: Actor, organisations: Select[Any], as_of: date
) -> int | None:
    """Talks of `organisations`, a SELECT of their ids, that were not held on a day and were late or
    due within 30 days. None for those who may not know of talks."""
    if not actor.may(P.TALKS_READ):
        return None
    query = (
        select(func.count())
        .select_from(Talk)
        .where(
            in_scope(actor, Talk, P.TALKS_READ),
            col(Talk.organisation_id).in_(organisations),
            col(Talk.due_on) <= as_of + TALKS_AHEAD,
            (col(Talk.state) == TalkState.SCHEDULED) | (col(Talk.held_on) > as_of),
        )
    )
    counted: int = (await session.execute(query)).scalar_one()
    return counted


async def nominations_open(session: AsyncSession, actor: Actor) -> int | None:
    """Nominations of the caller's subtree on their way; None for those who may not know of them."""
    if not actor.may(P.NOMINATIONS_READ):
        return None
    query = (
        select(func.count())
        .select_from(Nomination)
        .where(
            in_scope(actor, Nomination, P.NOMINATIONS_READ),
            col(Nomination.state).not_in(OVER),
        )
    )
    counted: int = (await session.execute(query)).scalar_one()
    return counted


async def waiting_nominations(
    session: AsyncSession, actor: Actor, limit: int
) -> Sequence[WaitingNomination]:
    """Nominations whose turn is the caller's. Nobody approves what the same account submitted, and
    what lies in a reported inspection waits there."""
    states = _turns_of(actor)
    if not states:
        return []
    reported = exists().where(
        col(Inspection.nomination_id) == col(Nomination.id),
        col(Inspection.state) == InspectionState.REPORTED,
    )
    own = (col(Nomination.state) == S.ENDORSED) & (col(Nomination.submitted_by) == actor.user_id)
    oldest = _oldest(
        Nomination, limit, in_scope(actor, Nomination, P.NOMINATIONS_READ),
        col(Nomination.state).in_(states), ~reported, own.is_not(True),
    )  # fmt: skip
    query = _with_names(
        oldest, Nomination, Nomination.id, Nomination.state, Nomination.post, Nomination.updated_at
    )
    return [WaitingNomination(*row) for row in (await session.execute(query)).all()]


def _turns_of(actor: Actor) -> list[NominationState]:
    """The committee may prepare nominations too, but what it sent back is the department's turn."""
    return [
        state
        for state, permission in TURNS.items()
        if actor.may(permission) and not (state is S.RETURNED and actor.may(P.NOMINATIONS_INSPECT))
    ]


async def waiting_inspections(
    session: AsyncSession, actor: Actor, limit: int
) -> Sequence[WaitingInspection]:
    """Reported inspections that the caller may conclude."""
    oldest = _oldest(
        Inspection, limit, in_scope(actor, Inspection, P.INSPECTIONS_CONCLUDE),
        col(Inspection.state) == InspectionState.REPORTED,
    )  # fmt: skip
    query: Any = select(
        col(Inspection.id), col(Nomination.post), col(Inspection.updated_at), col(Person.name),
        col(Organisation.name),
    )  # fmt: skip
    query = (
        query.join(oldest, oldest.c.id == col(Inspection.id))
        .join(Nomination, col(Nomination.id) == col(Inspection.nomination_id))
        .outerjoin(Organisation, col(Organisation.id) == col(Inspection.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Nomination.person_id))
        .order_by(col(Inspection.updated_at), col(Inspection.id))
    )
    return [WaitingInspection(*row) for row in (await session.execute(query)).all()]


async def waiting_ends(session: AsyncSession, actor: Actor, limit: int) -> Sequence[WaitingEnd]:
    """Requests to leave office that the caller may consent to."""
    oldest = _oldest(
        Appointment, limit, in_scope(actor, Appointment, P.SECRETARIES_CONSENT),
        col(Appointment.state) == AppointmentState.END_REQUESTED,
    )  # fmt: skip
    query = _with_names(
        oldest, Appointment, Appointment.id, Appointment.post, Appointment.updated_at
    )
    return [WaitingEnd(*row) for row in (await session.execute(query)).all()]


async def waiting_talks(session: AsyncSession, actor: Actor, limit: int) -> Sequence[WaitingTalk]:
    """Talks to hold within 30 days, rectifications to verify that somebody else submitted, letters
    to a leading group for its head, and what the caller's own person has not acknowledged."""
    to_hold = (
        in_scope(actor, Talk, P.TALKS_WRITE),
        col(Talk.state) == TalkState.SCHEDULED,
        col(Talk.due_on) <= clock.today() + TALKS_AHEAD,
    )
    to_verify = (
        in_scope(actor, Talk, P.TALKS_VERIFY),
        col(Talk.state) == TalkState.AWAITING_VERIFICATION,
        col(Talk.submitted_by).is_distinct_from(actor.user_id),
    )
    found = [
        *await _talks(session, TalkStep.HOLD, limit, *to_hold),
        *await _talks(session, TalkStep.VERIFY, limit, *to_verify),
    ]
    if actor.role is Role.DEPARTMENT_LEADER:
        letters = (
            in_scope(actor, Talk, P.TALKS_ACKNOWLEDGE),
            col(Talk.kind) == TalkKind.LETTER,
            col(Talk.state) == TalkState.HELD,
        )
        found += await _talks(session, TalkStep.ACKNOWLEDGE, limit, *letters)
    return [*found, *await _own_talks(session, actor, limit)]


async def _own_talks(session: AsyncSession, actor: Actor, limit: int) -> Sequence[WaitingTalk]:
    """Talks with the caller's own person, wherever in the tree they were held."""
    if actor.person_id is None or not actor.may(P.TALKS_ACKNOWLEDGE):
        return []
    own = (
        col(Talk.person_id) == actor.person_id,
        col(Talk.acknowledged_at).is_(None),
        col(Talk.state).in_(TALK[TalkAction.ACKNOWLEDGE].possible_in),
    )
    async with as_oneself(session, actor):
        return await _talks(session, TalkStep.ACKNOWLEDGE, limit, *own)


async def _talks(
    session: AsyncSession, step: TalkStep, limit: int, *waiting: ColumnElement[bool]
) -> list[WaitingTalk]:
    oldest = _oldest(Talk, limit, *waiting)
    query = _with_names(oldest, Talk, Talk.id, Talk.kind, Talk.title, Talk.due_on, Talk.updated_at)
    return [WaitingTalk(step, *row) for row in (await session.execute(query)).all()]


def _oldest(model: type[Row], limit: int, *waiting: ColumnElement[bool]) -> Subquery:
    """The ids of those that wait longest. Names are looked up for these alone, not for all."""
    order = (col(model.updated_at), col(model.id))
    return select(col(model.id)).where(*waiting).order_by(*order).limit(limit).subquery()


def _with_names(oldest: Subquery, model: Any, *columns: Any) -> Select[Any]:
    """The columns of the oldest with the person's and the organisation's name."""
    query: Any = select(*columns, col(Person.name), col(Organisation.name))
    found: Select[Any] = (
        query.join(oldest, oldest.c.id == col(model.id))
        .outerjoin(Organisation, col(Organisation.id) == model.organisation_id)
        .outerjoin(Person, col(Person.id) == model.person_id)
        .order_by(col(model.updated_at), col(model.id))
    )
    return found
