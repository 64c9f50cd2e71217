"""Duty reports, and the comments on them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import Row, choice, moment


class DutyReportState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    PRESENTED = "presented"


class DutyReport(Row, table=True):
    """The report of one participant, from the moment somebody begins to write.

    `sections`: the paragraphs by the key of the round's section, each `{"text", "fact"}`, where
    `fact` names the system's fact that was quoted, if any. `facts` are computed on reading until
    the report is accepted, then kept as they stood.
    """

    __tablename__ = "duty_report"
    private: ClassVar[frozenset[str]] = frozenset({"sections", "facts"})
    """A draft is read by those who write it alone, and the log is read by others."""
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft', 'returned') OR submitted_at IS NOT NULL", name="submitted_when"
        ),
        Index("ix_duty_report_round_id_state", "round_id", "state"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    round_id: UUID = Field(foreign_key="duty_round.id")
    participant_id: UUID = Field(foreign_key="duty_participant.id", unique=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    sections: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    facts: list[dict[str, Any]] | None = Field(default=None, sa_type=JSONB, nullable=True)
    file_ids: list[str] = Field(default_factory=list, sa_type=JSONB)
    submitted_at: datetime | None = moment(nullable=True)
    first_submitted_at: datetime | None = moment(nullable=True)
    late: bool = Field(default=False)
    """First submitted after the last day; stays for ever."""
    accepted_at: datetime | None = moment(nullable=True)
    presented_on: date | None = Field(default=None, sa_type=Date)
    state: DutyReportState = choice(DutyReportState, DutyReportState.DRAFT)


class CommentKind(StrEnum):
    """What a comment names."""

    STRENGTH = "strength"
    PROBLEM = "problem"
    DEMAND = "demand"


class CommentState(StrEnum):
    """A comment is its author's own until it is released."""

    NOTED = "noted"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


class DutyComment(Row, table=True):
    """A comment on a report: anchored to a paragraph when it is returned with changes to make, or
    made on site while the secretary reports. A problem becomes a task of rectification when it is
    released, due on `due_on`.
    """

    __tablename__ = "duty_comment"
    private: ClassVar[frozenset[str]] = frozenset({"text", "quote"})
    """What is noted is its author's own."""
    __table_args__ = (Index("ix_duty_comment_report_id_id", "report_id", "id"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    report_id: UUID = Field(foreign_key="duty_report.id")
    kind: CommentKind = choice(CommentKind)
    on_site: bool = Field(default=False)
    section_key: str | None = Field(default=None, max_length=40)
    paragraph: int | None = Field(default=None)
    quote: str | None = Field(default=None, max_length=500)
    """The words of the paragraph as they were, so that the comment stays readable."""
    text: str = Field(max_length=2000)
    author_id: UUID = Field(foreign_key="user_account.id")
    author_name: str = Field(max_length=200)
    due_on: date | None = Field(default=None, sa_type=Date)
    released_at: datetime | None = moment(nullable=True)
    state: CommentState = choice(CommentState, CommentState.NOTED)
