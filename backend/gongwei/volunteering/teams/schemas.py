"""Shapes of volunteer teams and their members."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.core.pagination import PageParams
from gongwei.core.schemas import Day, In, Line, Out, Prose, Query, ResourceOut
from gongwei.volunteering.teams.models import Profession, TeamKind, TeamPost, TeamState

Name = Annotated[Line, Field(max_length=100)]
Introduction = Annotated[Prose, Field(max_length=2000)]
Professions = Annotated[list[Profession], Field(max_length=len(Profession))]


def _without_doubles(chosen: list[Profession] | None) -> list[Profession] | None:
    return None if chosen is None else [one for one in Profession if one in chosen]


def _required(value: object) -> object:
    if value is None:
        raise PydanticCustomError("missing", "This is required")
    return value


class VolunteerTeamQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the name."""

    kind: TeamKind | None = None
    state: TeamState | None = None
    parent_id: UUID | None = None
    profession: Profession | None = None


class VolunteerTeamIn(In):
    """A corps, detachment or team. `parent_id` is the one that leads it, also where another
    organisation runs that one.
    """

    organisation_id: UUID
    parent_id: UUID | None = None
    kind: TeamKind
    name: Name
    professions: Annotated[Professions, Field(default_factory=list)]
    introduction: Introduction = ""
    founded_on: Day | None = None

    @field_validator("professions")
    @classmethod
    def _once(cls, chosen: list[Profession]) -> list[Profession] | None:
        return _without_doubles(chosen)


class VolunteerTeamChangeIn(In):
    """A merge patch of a team that is active."""

    parent_id: UUID | None = None
    name: Name | None = None
    professions: Professions | None = None
    introduction: Introduction | None = None
    founded_on: Day | None = None

    @field_validator("name", "professions", "introduction")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        return _required(value)

    @field_validator("professions")
    @classmethod
    def _once(cls, chosen: list[Profession] | None) -> list[Profession] | None:
        return _without_doubles(chosen)


class TeamLeaderOut(Out):
    """Somebody who leads a team."""

    person_id: UUID
    name: str


class VolunteerTeamOut(ResourceOut):
    """A team with its leaders and the number of its present members."""

    state: TeamState
    organisation_id: UUID
    organisation_name: str
    parent_id: UUID | None
    parent_name: str | None
    kind: TeamKind
    name: str
    professions: list[Profession]
    introduction: str
    founded_on: date | None
    disbanded_on: date | None
    member_count: int
    leaders: list[TeamLeaderOut]


class TeamMemberQuery(PageParams):
    """`q` is looked for in the name."""

    q: Query | None = None


class VolunteerTeamMemberIn(In):
    """Somebody in reach who joins; today when `joined_on` is left out."""

    person_id: UUID
    post: TeamPost = TeamPost.MEMBER
    joined_on: Day | None = None


class TeamMemberChangeIn(In):
    """What somebody is in the team."""

    post: TeamPost


class TeamLeaveIn(In):
    """The first day on which somebody no longer belongs; today when left out."""

    left_on: Day | None = None


class VolunteerTeamMemberOut(Out):
    """Somebody's membership of a team; `organisation_name` is where the person's own record is."""

    id: UUID
    version: int
    team_id: UUID
    person_id: UUID
    name: str
    organisation_name: str
    post: TeamPost
    joined_on: date
    left_on: date | None


class OwnTeamsQuery(PageParams):
    """`joinable`: the teams that one may join instead of one's own."""

    joinable: bool = False


class JoinIn(In):
    """The team to join."""

    team_id: UUID
