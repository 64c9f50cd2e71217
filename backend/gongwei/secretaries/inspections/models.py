"""Inspections before approval. What was said in interviews is encrypted and stays in its row."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.crypto import EncryptedText
from gongwei.core.models import Row, choice


class InspectionState(StrEnum):
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    REPORTED = "reported"
    CONCLUDED = "concluded"


class Finding(StrEnum):
    SUITABLE = "suitable"
    UNSUITABLE = "unsuitable"
    DEFERRED = "deferred"


class Facet(StrEnum):
    """德能勤绩廉."""

    INTEGRITY = "integrity"
    ABILITY = "ability"
    DILIGENCE = "diligence"
    ACHIEVEMENT = "achievement"
    PROBITY = "probity"


class InterviewGroup(StrEnum):
    LEADERS = "leaders"
    MEMBERS = "members"
    MASSES = "masses"


class Inspection(Row, table=True):
    """The committee inspects a nominee. At most one is under way for a nomination.

    `team` is a list of {name, title, leader}; `facets` maps a facet to {score, text}, the score a
    decimal string from 0 to 100.
    """

    __tablename__ = "inspection"
    __table_args__ = (
        Index(
            "uq_inspection_open",
            "nomination_id",
            unique=True,
            postgresql_where=text("state <> 'concluded'"),
        ),
        Index("ix_inspection_created_at_id", "created_at", "id"),
        Index("ix_inspection_state_updated_at_id", "state", "updated_at", "id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    nomination_id: UUID = Field(foreign_key="nomination.id", index=True)
    team: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSONB)
    planned_on: date | None = Field(default=None, sa_type=Date)
    started_on: date | None = Field(default=None, sa_type=Date)
    reported_on: date | None = Field(default=None, sa_type=Date)
    concluded_on: date | None = Field(default=None, sa_type=Date)
    facets: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    strengths: str = Field(default="", max_length=4000)
    shortcomings: str = Field(default="", max_length=4000)
    finding: Finding | None = choice(Finding, nullable=True)
    conclusion: str = Field(default="", max_length=4000)
    reported_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    concluded_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    state: InspectionState = choice(InspectionState, InspectionState.PLANNED)


class Interview(Row, table=True):
    """One interview of `people` persons of a group. Who spoke and what was said is restricted."""

    __tablename__ = "interview"
    __table_args__ = (CheckConstraint("people BETWEEN 1 AND 500", name="people_counted"),)
    private: ClassVar[frozenset[str]] = frozenset({"interviewee", "notes"})

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    inspection_id: UUID = Field(foreign_key="inspection.id", index=True)
    group: InterviewGroup = choice(InterviewGroup)
    held_on: date = Field(sa_type=Date)
    people: int = Field(default=1)
    interviewee: str | None = Field(default=None, sa_type=EncryptedText("interview.interviewee"))
    notes: str | None = Field(default=None, sa_type=EncryptedText("interview.notes"))
