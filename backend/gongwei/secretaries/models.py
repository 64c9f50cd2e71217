"""Appointments: a person holds a post at an organisation for a time."""

from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, ForeignKeyConstraint, Index, text
from sqlmodel import Field

from gongwei.core.models import Row, choice


class Post(StrEnum):
    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    FULL_TIME_DEPUTY_SECRETARY = "full_time_deputy_secretary"


class AppointmentState(StrEnum):
    """Whoever asked to leave, or was allowed to, is in office until the end."""

    IN_OFFICE = "in_office"
    END_REQUESTED = "end_requested"
    END_AGREED = "end_agreed"
    ENDED = "ended"


class EndCause(StrEnum):
    TERM_ENDED = "term_ended"
    TRANSFERRED = "transferred"
    RETIRED = "retired"
    RESIGNED = "resigned"
    REMOVED = "removed"
    DISSOLVED = "dissolved"
    OTHER = "other"


class Appointment(Row, table=True):
    """`person_id` holds `post` at `organisation_id` from `from_on` until the day before `to_on`: no
    day at all where the two are one, because the appointment was taken back before it began.

    `consent_on` and `consent_note`: when and by which letter the superior agreed to an end while a
    term runs. `late_reason` says why an appointment was entered after the fact. `name_pinyin` is
    the person's, kept here so that the list by name has an index, and follows it by itself.
    """

    __tablename__ = "appointment"
    derived: ClassVar[frozenset[str]] = frozenset({"name_pinyin"})
    __table_args__ = (
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="period_not_negative"),
        ForeignKeyConstraint(
            ["person_id", "name_pinyin"], ["person.id", "person.name_pinyin"], onupdate="CASCADE"
        ),
        Index("ix_appointment_name_pinyin_id", "name_pinyin", "id"),
        Index("ix_appointment_from_on_id", "from_on", "id"),
        Index(
            "ix_appointment_end_requested",
            "updated_at",
            "id",
            postgresql_where=text("state = 'end_requested'"),
        ),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    person_id: UUID = Field(index=True)
    name_pinyin: str = Field(max_length=400)
    post: Post = choice(Post)
    full_time: bool = Field(default=False)
    duty_title: str | None = Field(default=None, max_length=100)
    from_on: date = Field(sa_type=Date)
    to_on: date | None = Field(default=None, sa_type=Date)
    nomination_id: UUID | None = Field(default=None, foreign_key="nomination.id", unique=True)
    end_cause: EndCause | None = choice(EndCause, nullable=True)
    consent_on: date | None = Field(default=None, sa_type=Date)
    consent_note: str | None = Field(default=None, max_length=1000)
    late_reason: str | None = Field(default=None, max_length=1000)
    state: AppointmentState = choice(AppointmentState, AppointmentState.IN_OFFICE)
