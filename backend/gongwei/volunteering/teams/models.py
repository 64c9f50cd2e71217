"""Corps, detachments and teams, over or beside the organisation tree."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import Row, choice


class TeamKind(StrEnum):
    """A corps leads detachments, a detachment leads teams."""

    CORPS = "corps"
    DETACHMENT = "detachment"
    TEAM = "team"


class Profession(StrEnum):
    """What a team is trained for, in the words of the published service-team lists."""

    POLICY = "policy"
    LEGAL = "legal"
    MEDICAL = "medical"
    TEACHING = "teaching"
    CULTURE = "culture"
    SCIENCE = "science"
    ENVIRONMENT = "environment"
    EMERGENCY = "emergency"
    ELDERLY = "elderly"
    COMMUNITY = "community"
    OTHER = "other"


class TeamState(StrEnum):
    ACTIVE = "active"
    DISBANDED = "disbanded"


class TeamPost(StrEnum):
    LEADER = "leader"
    MEMBER = "member"


class VolunteerTeam(Row, table=True):
    """A corps, detachment or team run by `organisation_id`. `parent_id` leads it, whoever runs
    that one.
    """

    __tablename__ = "volunteer_team"
    __table_args__ = (
        CheckConstraint("parent_id IS NULL OR kind <> 'corps'", name="corps_on_top"),
        Index("ix_volunteer_team_organisation_id_name", "organisation_id", "name"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    parent_id: UUID | None = Field(default=None, foreign_key="volunteer_team.id", index=True)
    kind: TeamKind = choice(TeamKind)
    name: str = Field(max_length=100)
    professions: list[str] = Field(default_factory=list, sa_type=JSONB)
    introduction: str = Field(default="", max_length=2000)
    founded_on: date | None = Field(default=None, sa_type=Date)
    disbanded_on: date | None = Field(default=None, sa_type=Date)
    state: TeamState = choice(TeamState, TeamState.ACTIVE)


class VolunteerTeamMember(Row, table=True):
    """Somebody belonged to a team from `joined_on` until the day before `left_on`; anyone may
    belong to several.
    """

    __tablename__ = "volunteer_team_member"
    __table_args__ = (
        CheckConstraint("left_on IS NULL OR left_on >= joined_on", name="left_after_joining"),
        Index(
            "uq_volunteer_team_member_open",
            "team_id",
            "person_id",
            unique=True,
            postgresql_where=text("left_on IS NULL"),
        ),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    team_id: UUID = Field(foreign_key="volunteer_team.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    post: TeamPost = choice(TeamPost, TeamPost.MEMBER)
    joined_on: date = Field(sa_type=Date)
    left_on: date | None = Field(default=None, sa_type=Date)
