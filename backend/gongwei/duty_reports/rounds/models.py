"""Rounds of the duty review, their participants, and every revision of their schemes."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import Row, choice, moment


class Direction(StrEnum):
    """Upward: secretaries report to the organisation above; downward: to their own members."""

    UPWARD = "upward"
    DOWNWARD = "downward"


class DutyRoundState(StrEnum):
    DRAFT = "draft"
    REPORTING = "reporting"
    APPRAISING = "appraising"
    CALCULATED = "calculated"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class DutyRound(Row, table=True):
    """One year's review of the secretaries below `organisation_id`, which runs it.

    `as_of`: the day whose tree and appointments give the participants. `report_due_on`: the last
    day on which a report is in time, and the day whose facts stand beside it. `scheme`: a
    `scoring.schemes.Scheme`, frozen at opening; `scheme_revision` counts the revisions since.
    `revision` counts calculations for publication: reopening begins the next.
    """

    __tablename__ = "duty_round"
    __table_args__ = (
        CheckConstraint("year BETWEEN 1921 AND 2200", name="year_in_range"),
        CheckConstraint("revision >= 1 AND scheme_revision >= 1", name="revisions_from_one"),
        Index("ix_duty_round_year_id", "year", "id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    year: int
    direction: Direction = choice(Direction)
    title: str = Field(max_length=200)
    as_of: date = Field(sa_type=Date)
    report_due_on: date = Field(sa_type=Date)
    meeting_on: date | None = Field(default=None, sa_type=Date)
    report_sections: list[dict[str, Any]] = Field(sa_type=JSONB)
    """What a report consists of: `key`, `title`, `hint`, `advised_characters`."""
    scheme: dict[str, Any] = Field(sa_type=JSONB)
    scheme_revision: int = Field(default=1)
    revision: int = Field(default=1)
    imported: bool = Field(default=False)
    """A past year's round, entered from a workbook: results alone, archived from the first. Its
    days are the year's last, for its place in lists, and are told to nobody.
    """
    copied_from_id: UUID | None = Field(default=None, foreign_key="duty_round.id")
    opened_at: datetime | None = moment(nullable=True)
    appraised_at: datetime | None = moment(nullable=True)
    """When appraisal began, in this revision."""
    calculated_at: datetime | None = moment(nullable=True)
    published_at: datetime | None = moment(nullable=True)
    state: DutyRoundState = choice(DutyRoundState, DutyRoundState.DRAFT)


class DutySchemeRevision(Row, table=True):
    """A scheme as it stood from one revision on, and why it was changed after the opening."""

    __tablename__ = "duty_scheme_revision"
    __table_args__ = (UniqueConstraint("round_id", "revision"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    round_id: UUID = Field(foreign_key="duty_round.id")
    revision: int
    scheme: dict[str, Any] = Field(sa_type=JSONB)
    reason: str | None = Field(default=None, max_length=1000)
    made_by_name: str = Field(max_length=200)


class DutyParticipant(Row, table=True):
    """The secretary of an organisation, which owns the row and has one in a round. `position` is
    the order at the meeting. Whoever does not take part stays, with the reason.
    """

    __tablename__ = "duty_participant"
    __table_args__ = (
        UniqueConstraint("round_id", "organisation_id"),
        CheckConstraint("included OR exception_reason IS NOT NULL", name="left_out_with_a_reason"),
        Index("ix_duty_participant_round_id_position_id", "round_id", "position", "id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    round_id: UUID = Field(foreign_key="duty_round.id")
    appointment_id: UUID = Field(foreign_key="appointment.id")
    person_id: UUID = Field(foreign_key="person.id", index=True)
    position: int
    included: bool = Field(default=True)
    exception_reason: str | None = Field(default=None, max_length=1000)
    """Why somebody is left out, or was added who holds no office on the day."""
    reminded_on: date | None = Field(default=None, sa_type=Date)
    """The last day on which the organiser reminded of the report."""
