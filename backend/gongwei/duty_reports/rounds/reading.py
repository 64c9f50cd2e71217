"""Rounds and their participants, for whoever may know of them.

A round is known where its organisation is in the caller's subtree, and below it to those whose
subtree takes part, from the opening on. Row-level security hides the organiser's row from those
below, so rounds are read with the whole tree in view, by conditions that stand on the scope.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, in_scope, refuse_unready
from gongwei.core.errors import NOT_ALLOWED, NOT_FOUND
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound, DutyRoundState

READ = Permission.DUTY_ROUNDS_READ


@dataclass(frozen=True)
class RoundLine:
    """A round with its organisation's name and path."""

    round: DutyRound
    organisation_name: str
    path: str


@dataclass(frozen=True)
class ParticipantLine:
    """A participant with the person's name, and the organisation's name and path."""

    participant: DutyParticipant
    name: str
    organisation_name: str
    path: str


def known(actor: Actor) -> ColumnElement[bool]:
    """Rounds that the caller may know of. Ask it with the whole tree in view."""
    takes_part = select(col(DutyParticipant.round_id)).where(
        in_scope(actor, DutyParticipant, READ), col(DutyParticipant.included)
    )
    opened = col(DutyRound.state) != DutyRoundState.DRAFT
    return or_(in_scope(actor, DutyRound, READ), and_(opened, col(DutyRound.id).in_(takes_part)))


def round_lines(actor: Actor) -> Select[Any]:
    """Columns of `RoundLine` for every round that the caller may know of."""
    query: Any = select(DutyRound, col(Organisation.name), col(Organisation.path))
    found: Select[Any] = query.join(
        Organisation, col(Organisation.id) == col(DutyRound.organisation_id)
    ).where(known(actor))
    return found


def runs(actor: Actor, path: str) -> bool:
    """Whether the organisation of a round, at this path, is in the caller's subtree."""
    return bool(actor.path) and path.startswith(actor.path)


async def round_line(session: AsyncSession, actor: Actor, round_id: UUID) -> RoundLine:
    """A round as far as the caller may know of it. 404 otherwise."""
    refuse_unready(actor)
    async with whole_tree(session, actor):
        query = round_lines(actor).where(col(DutyRound.id) == round_id)
        row = (await session.execute(query)).first()
    if row is None:
        raise NOT_FOUND()
    return RoundLine(*row)


async def round_of(
    session: AsyncSession,
    actor: Actor,
    round_id: UUID,
    *,
    need: Permission | None = None,
    version: int | None = None,
) -> DutyRound:
    """A round, locked when `need` names what is to be done by those who run it.

    Raises 404 for what the caller may not know; 403 for those below the round's organisation and
    without the permission; 412 when `version` is not the round's.
    """
    line = await round_line(session, actor, round_id)
    if need is None:
        return line.round
    if not runs(actor, line.path):
        raise NOT_ALLOWED()
    return await fetch(session, actor, DutyRound, round_id, read=READ, need=need, version=version)


async def organiser_round(session: AsyncSession, actor: Actor, round_id: UUID) -> DutyRound:
    """A round for those at or above its organisation who may read it; 403 for those below."""
    line = await round_line(session, actor, round_id)
    if not runs(actor, line.path):
        raise NOT_ALLOWED()
    return line.round


def participant_lines(round_id: UUID, actor: Actor, *, all_of_them: bool) -> Select[Any]:
    """Columns of `ParticipantLine`: all of a round for those who run it, else those of the
    caller's own subtree. Ask it with the whole tree in view.
    """
    query: Any = select(
        DutyParticipant, col(Person.name), col(Organisation.name), col(Organisation.path)
    )
    found: Select[Any] = (
        query.join(Organisation, col(Organisation.id) == col(DutyParticipant.organisation_id))
        .join(Person, col(Person.id) == col(DutyParticipant.person_id))
        .where(col(DutyParticipant.round_id) == round_id)
    )
    return found if all_of_them else found.where(in_scope(actor, DutyParticipant, READ))


async def participants_of(
    session: AsyncSession, actor: Actor, round_id: UUID, *, included_only: bool = True
) -> Sequence[ParticipantLine]:
    """The participants in the order of the meeting; for those below the round's organisation,
    those of their own subtree. 404 for a round that the caller may not know.
    """
    line = await round_line(session, actor, round_id)
    query = participant_lines(round_id, actor, all_of_them=runs(actor, line.path))
    if included_only:
        query = query.where(col(DutyParticipant.included))
    query = query.order_by(col(DutyParticipant.position), col(DutyParticipant.id))
    async with whole_tree(session, actor):
        return [ParticipantLine(*row) for row in (await session.execute(query)).all()]


async def participant_line(
    session: AsyncSession, actor: Actor, participant_id: UUID
) -> tuple[ParticipantLine, RoundLine]:
    """One participant with its round, under the same conditions. 404 otherwise."""
    refuse_unready(actor)
    query = select(col(DutyParticipant.round_id)).where(col(DutyParticipant.id) == participant_id)
    async with whole_tree(session, actor):
        round_id = (await session.execute(query)).scalar()
    if round_id is None:
        raise NOT_FOUND()
    line = await round_line(session, actor, round_id)
    found = participant_lines(round_id, actor, all_of_them=runs(actor, line.path))
    async with whole_tree(session, actor):
        row = (
            await session.execute(found.where(col(DutyParticipant.id) == participant_id))
        ).first()
    if row is None:
        raise NOT_FOUND()
    return ParticipantLine(*row), line
