"""Shapes of inspections and of the interviews held in them."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import Day, In, Line, Out, Paragraph, Prose, Remark, ResourceOut
from gongwei.secretaries.inspections.models import Facet, Finding, InspectionState, InterviewGroup
from gongwei.secretaries.models import Post

Score = Annotated[
    str,
    StringConstraints(max_length=6, pattern=r"^((0|[1-9][0-9]?)(\.[0-9]{1,2})?|100(\.0{1,2})?)$"),
]
"""A decimal string from 0 to 100, with two places at most."""
Opinion = Annotated[Prose, Field(max_length=4000)]
People = Annotated[int, Field(ge=1, le=500)]


class InspectionQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the nominee's name."""

    state: InspectionState | None = None
    finding: Finding | None = None
    nomination_id: UUID | None = None


class TeamMemberIn(In):
    """Somebody of the team; one of them is its leader."""

    name: Annotated[Line, Field(max_length=50)]
    title: Annotated[Remark, Field(max_length=100)] = ""
    leader: bool = False


Team = Annotated[list[TeamMemberIn], Field(max_length=20)]


class FacetIn(In):
    """A merge patch of one facet: its score, and what the team says about it."""

    score: Score | None = None
    text: Annotated[Prose, Field(max_length=1000)] | None = None


class FacetsIn(In):
    """A merge patch: what is left out stays, null empties a facet."""

    integrity: FacetIn | None = None
    ability: FacetIn | None = None
    diligence: FacetIn | None = None
    achievement: FacetIn | None = None
    probity: FacetIn | None = None


class InspectionIn(In):
    """An inspection of a nominee, whose nomination was submitted or is under inspection."""

    nomination_id: UUID
    planned_on: Day | None = None
    team: Team | None = None


class InspectionChangeIn(In):
    """A merge patch while the inspection is planned or in progress. The team is given whole."""

    team: Team | None = None
    planned_on: Day | None = None
    facets: FacetsIn | None = None
    strengths: Opinion | None = None
    shortcomings: Opinion | None = None
    finding: Finding | None = None
    conclusion: Opinion | None = None


class TeamMemberOut(Out):
    """Somebody of the team."""

    name: str
    title: str
    leader: bool


class FacetOut(Out):
    """Score, a decimal string from 0 to 100, and text of one facet."""

    score: str | None
    text: str


class InterviewCountsOut(Out):
    """How many people were interviewed, by group."""

    leaders: int
    members: int
    masses: int
    total: int


class InspectionOut(ResourceOut):
    """An inspection as it stands. `name` is a dash where the nominee's record belongs to an
    organisation that the caller may not see. Of the interviews it says only how many people spoke.
    """

    state: InspectionState
    organisation_id: UUID
    organisation_name: str
    nomination_id: UUID
    person_id: UUID
    name: str
    post: Post
    team: list[TeamMemberOut]
    planned_on: date | None
    started_on: date | None
    reported_on: date | None
    concluded_on: date | None
    facets: dict[Facet, FacetOut]
    strengths: str
    shortcomings: str
    finding: Finding | None
    conclusion: str
    interviews: InterviewCountsOut


class InterviewIn(In):
    """`people` of a group were interviewed on a day. Who spoke and what was said is kept
    encrypted."""

    group: InterviewGroup
    held_on: Day
    people: People = 1
    interviewee: Line | None = None
    notes: Paragraph | None = None


class InterviewChangeIn(In):
    """A merge patch."""

    group: InterviewGroup | None = None
    held_on: Day | None = None
    people: People | None = None
    interviewee: Line | None = None
    notes: Paragraph | None = None

    @field_validator("group", "held_on", "people")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        if value is None:
            raise PydanticCustomError("missing", "This is required")
        return value


class InterviewOut(ResourceOut):
    """One interview. Who spoke and what was said is null, and `restricted` true, for everybody who
    may not read the notes of interviews."""

    group: InterviewGroup
    held_on: date
    people: int
    interviewee: str | None
    notes: str | None
    restricted: bool
