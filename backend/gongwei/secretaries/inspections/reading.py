"""Selecting inspections, with the names around them and how many people spoke in each group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.secretaries.inspections.models import Inspection, Interview, InterviewGroup
from gongwei.secretaries.inspections.schemas import (
    FacetOut,
    InspectionOut,
    InspectionQuery,
    InterviewCountsOut,
    TeamMemberOut,
)
from gongwei.secretaries.inspections.workflow import allowed_actions
from gongwei.secretaries.models import Post
from gongwei.secretaries.nominations.models import Nomination
from gongwei.secretaries.posts import NAMELESS

READ = Permission.INSPECTIONS_READ
Counts = Mapping[InterviewGroup, int]


@dataclass(frozen=True)
class InspectionLine:
    """An inspection with the names around it, as far as the caller may see them."""

    inspection: Inspection
    person_id: UUID
    post: Post
    name: str | None
    organisation_name: str


def inspection_lines(actor: Actor) -> Select[Any]:
    """Columns of `InspectionLine` for every inspection of the caller's subtree."""
    query: Any = select(
        Inspection, col(Nomination.person_id), col(Nomination.post), col(Person.name),
        col(Organisation.name),
    )  # fmt: skip
    found: Select[Any] = (
        query.join(Nomination, col(Nomination.id) == col(Inspection.nomination_id))
        .outerjoin(Organisation, col(Organisation.id) == col(Inspection.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Nomination.person_id))
        .where(in_scope(actor, Inspection, READ))
    )
    return found


def narrowed(query: Select[Any], asked: InspectionQuery) -> Select[Any]:
    """The inspections with the caller's filters, the organisation apart."""
    for column, wanted in (
        (col(Inspection.state), asked.state),
        (col(Inspection.finding), asked.finding),
        (col(Inspection.nomination_id), asked.nomination_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.q:
        typed = asked.q.strip().casefold()
        query = query.where(col(Person.search_text).contains(typed, autoescape=True))
    return query


async def people_by_group(
    session: AsyncSession, actor: Actor, inspection_ids: Sequence[UUID]
) -> Mapping[UUID, Counts]:
    """How many people were interviewed, by inspection and group."""
    query = (
        select(col(Interview.inspection_id), col(Interview.group), func.sum(col(Interview.people)))
        .where(in_scope(actor, Interview, READ), col(Interview.inspection_id).in_(inspection_ids))
        .group_by(col(Interview.inspection_id), col(Interview.group))
    )
    found: dict[UUID, dict[InterviewGroup, int]] = {one: {} for one in inspection_ids}
    for inspection_id, group, people in (await session.execute(query)).all():
        found[inspection_id][group] = int(people)
    return found


async def inspections_out(
    session: AsyncSession, actor: Actor, lines: Sequence[InspectionLine]
) -> list[InspectionOut]:
    """The inspections as this caller sees them."""
    counts = await people_by_group(session, actor, [line.inspection.id for line in lines])
    return [_out(actor, line, counts[line.inspection.id]) for line in lines]


def _out(actor: Actor, line: InspectionLine, counts: Counts) -> InspectionOut:
    row = line.inspection
    plain = row.model_dump(include=set(InspectionOut.model_fields), exclude={"team", "facets"})
    return InspectionOut(
        **plain,
        allowed_actions=allowed_actions(actor, row),
        organisation_name=line.organisation_name,
        person_id=line.person_id,
        name=line.name or NAMELESS,
        post=line.post,
        team=[TeamMemberOut.model_validate(one) for one in row.team],
        facets={name: FacetOut.model_validate(one) for name, one in row.facets.items()},
        interviews=InterviewCountsOut(
            **{group.value: counts.get(group, 0) for group in InterviewGroup},
            total=sum(counts.values()),
        ),
    )
