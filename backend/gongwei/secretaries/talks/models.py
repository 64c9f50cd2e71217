"""Talks with secretaries, written inquiries, and letters to leading groups."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import Row, choice, moment


class TalkKind(StrEnum):
    APPOINTMENT = "appointment"
    REMINDER = "reminder"
    INQUIRY = "inquiry"
    LETTER = "letter"


class TalkState(StrEnum):
    SCHEDULED = "scheduled"
    HELD = "held"
    ACKNOWLEDGED = "acknowledged"
    RECTIFYING = "rectifying"
    AWAITING_VERIFICATION = "awaiting_verification"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Talk(Row, table=True):
    """A talk with `person_id`, or a letter to the leading group named in `addressee`.

    `due_on`: by when it is to be held, or the reply to an inquiry is due. `held_on`: held, or sent.
    `issues` is a list of {text, demand}; `deadline` ends their rectification. `statement` is what
    the person talked to added, or the reply to an inquiry. `follows_id`: the talk that a letter or
    a second talk comes from.
    """

    __tablename__ = "talk"
    __table_args__ = (
        CheckConstraint("(kind = 'letter') = (person_id IS NULL)", name="letter_has_no_person"),
        CheckConstraint(
            "verified_by IS NULL OR verified_by <> submitted_by", name="verified_by_another"
        ),
        Index("ix_talk_due_on_id", "due_on", "id"),
        Index("ix_talk_state_due_on_id", "state", "due_on", "id"),
        Index(
            "ix_talk_waiting",
            "due_on",
            "id",
            postgresql_where=text("state IN ('scheduled', 'held')"),
        ),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    kind: TalkKind = choice(TalkKind)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    appointment_id: UUID | None = Field(default=None, foreign_key="appointment.id", index=True)
    follows_id: UUID | None = Field(default=None, foreign_key="talk.id")
    title: str = Field(max_length=200)
    due_on: date = Field(sa_type=Date)
    held_on: date | None = Field(default=None, sa_type=Date)
    place: str | None = Field(default=None, max_length=200)
    talker: str | None = Field(default=None, max_length=100)
    """Who talks, or signs the letter, by name and office."""
    content: str = Field(default="", max_length=8000)
    issues: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSONB)
    deadline: date | None = Field(default=None, sa_type=Date)
    addressee: str | None = Field(default=None, max_length=200)
    number: str | None = Field(default=None, max_length=64)
    statement: str | None = Field(default=None, max_length=4000)
    acknowledged_at: datetime | None = moment(nullable=True)
    submitted_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    verified_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    state: TalkState = choice(TalkState, TalkState.SCHEDULED)
