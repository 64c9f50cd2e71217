"""How many organisations have a full-time or part-time secretary on a day, and which posts are
empty."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.posts import KINDS_WITH_SECRETARY, in_office_on

READ = Permission.ORGANISATIONS_READ


@dataclass(frozen=True)
class SecretaryFigures:
    """Organisations by their secretary on a day: full-time, part-time, or none where one is
    needed."""

    full_time: int
    part_time: int
    vacant: int


@dataclass(frozen=True)
class SecretaryFacts:
    """Who leads one organisation on a day."""

    has_secretary: bool
    full_time_secretary: bool
    full_time_deputies: int


async def secretary_figures(
    session: AsyncSession, actor: Actor, organisations: Select[Any], as_of: date
) -> SecretaryFigures:
    """Figures of `organisations`, a SELECT of their ids, on a day."""
    serving = (
        select(
            col(Appointment.organisation_id).label("organisation_id"),
            func.bool_or(col(Appointment.full_time)).label("full_time"),
        )
        .where(col(Appointment.post) == Post.SECRETARY, in_office_on(as_of))
        .where(in_scope(actor, Appointment, READ))
        .group_by(col(Appointment.organisation_id))
        .subquery()
    )
    query = (
        select(
            func.count(),
            func.count(serving.c.organisation_id),
            func.count().filter(serving.c.full_time),
        )
        .select_from(Organisation)
        .outerjoin(serving, serving.c.organisation_id == col(Organisation.id))
        .where(
            in_scope(actor, Organisation, READ),
            col(Organisation.id).in_(organisations),
            col(Organisation.kind).in_(KINDS_WITH_SECRETARY),
        )
    )
    needed, served, full_time = (await session.execute(query)).one()
    return SecretaryFigures(full_time, served - full_time, needed - served)


async def secretary_facts(
    session: AsyncSession, actor: Actor, organisation_id: UUID, as_of: date
) -> SecretaryFacts:
    """What advice needs to know about the posts of one organisation on a day."""
    query = (
        select(col(Appointment.post), col(Appointment.full_time), func.count())
        .where(
            in_scope(actor, Appointment, READ),
            col(Appointment.organisation_id) == organisation_id,
            in_office_on(as_of),
        )
        .group_by(col(Appointment.post), col(Appointment.full_time))
    )
    found = {(row[0], row[1]): row[2] for row in (await session.execute(query)).all()}
    full_time = found.get((Post.SECRETARY, True), 0)
    deputies = found.get((Post.DEPUTY_SECRETARY, True), 0)
    own_post = sum(n for (post, _), n in found.items() if post is Post.FULL_TIME_DEPUTY_SECRETARY)
    return SecretaryFacts(
        has_secretary=bool(full_time or found.get((Post.SECRETARY, False), 0)),
        full_time_secretary=bool(full_time),
        full_time_deputies=deputies + own_post,
    )
