"""Everything that the written report of an inspection is assembled from.

Who was interviewed and what was said is not among it: interviews are counted by group.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, visible
from gongwei.core.errors import NOT_FOUND
from gongwei.secretaries.inspections.models import (
    Facet,
    Finding,
    Inspection,
    InspectionState,
    InterviewGroup,
)
from gongwei.secretaries.inspections.reading import READ, InspectionLine, people_by_group
from gongwei.secretaries.inspections.service import line_of
from gongwei.secretaries.models import Post
from gongwei.secretaries.nominations.models import Nomination, NominationKind
from gongwei.secretaries.posts import NAMELESS


@dataclass(frozen=True)
class TeamMember:
    """Somebody who inspected."""

    name: str
    title: str
    leader: bool


@dataclass(frozen=True)
class FacetFacts:
    """Score from 0 to 100, None while it is open, and what the team says."""

    score: Decimal | None
    text: str


@dataclass(frozen=True)
class ReportFacts:
    """One inspection with its nominee. The team begins with its leader; `facets` and `interviews`
    hold every facet and group, scored or not, heard or not."""

    state: InspectionState
    name: str
    organisation_name: str
    post: Post
    full_time: bool
    duty_title: str | None
    kind: NominationKind
    take_office_on: date | None
    team: tuple[TeamMember, ...]
    planned_on: date | None
    started_on: date | None
    reported_on: date | None
    concluded_on: date | None
    interviews: Mapping[InterviewGroup, int]
    facets: Mapping[Facet, FacetFacts]
    strengths: str
    shortcomings: str
    finding: Finding | None
    conclusion: str

    @property
    def people(self) -> int:
        """How many people were interviewed in all."""
        return sum(self.interviews.values())


async def report_facts(session: AsyncSession, actor: Actor, inspection_id: UUID) -> ReportFacts:
    """The facts as they stand. 404 for an inspection that the caller may not know."""
    await fetch(session, actor, Inspection, inspection_id, read=READ)
    line = await line_of(session, actor, inspection_id)
    query = visible(actor, Nomination, Permission.INSPECTIONS_READ).where(
        col(Nomination.id) == line.inspection.nomination_id
    )
    nomination = (await session.exec(query)).first()
    if nomination is None:
        raise NOT_FOUND()
    counts = (await people_by_group(session, actor, [inspection_id]))[inspection_id]
    return ReportFacts(
        **_written(line),
        full_time=nomination.full_time,
        duty_title=nomination.duty_title,
        kind=nomination.kind,
        take_office_on=nomination.take_office_on,
        interviews={group: counts.get(group, 0) for group in InterviewGroup},
    )


def _written(line: InspectionLine) -> dict[str, Any]:
    row = line.inspection
    plain = row.model_dump(
        include={
            "state", "planned_on", "started_on", "reported_on", "concluded_on", "strengths",
            "shortcomings", "finding", "conclusion",
        }
    )  # fmt: skip
    team = sorted(row.team, key=lambda one: not one["leader"])
    return {
        **plain,
        "name": line.name or NAMELESS,
        "organisation_name": line.organisation_name,
        "post": line.post,
        "team": tuple(TeamMember(**one) for one in team),
        "facets": {facet: _facet(row, facet) for facet in Facet},
    }


def _facet(row: Inspection, facet: Facet) -> FacetFacts:
    held = row.facets.get(facet.value, {})
    score = held.get("score")
    return FacetFacts(Decimal(score) if score is not None else None, held.get("text") or "")
