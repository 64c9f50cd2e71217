"""Entries and exits, the tries that were refused, and personal codes."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, DateTime, Index, text
from sqlmodel import Field

from gongwei.core.models import Row, TechnicalRow, choice, moment


class CheckInType(StrEnum):
    ENTRY = "entry"
    EXIT = "exit"


class CheckInMethod(StrEnum):
    SCAN = "scan"
    PERSONAL_CODE = "personal_code"
    LIST = "list"


class CheckInState(StrEnum):
    ACCEPTED = "accepted"
    NEEDS_REVIEW = "needs_review"
    ANNULLED = "annulled"


class ReviewReason(StrEnum):
    """Why a leader has to look at it before it counts."""

    NO_TRUSTED_TIME = "no_trusted_time"
    TIME_MISMATCH = "time_mismatch"
    UPLOADED_LATE = "uploaded_late"
    OUT_OF_ORDER = "out_of_order"


class CheckIn(Row, table=True):
    """An entry or exit of a person, kept with the activity's organisation. `pair` counts the pairs
    of the person, activity and day from 1; an exit has the shift and the day of its entry.

    `occurred_at` is the code's own time for a scan, the leader's word otherwise; `recorded_at` the
    server's clock. `nonce` is made by the device when it scans and names the record for ever.
    """

    __tablename__ = "check_in"
    __table_args__ = (
        CheckConstraint("pair BETWEEN 1 AND 3", name="at_most_three_pairs"),
        Index(
            "uq_check_in_pair",
            "activity_id",
            "person_id",
            "day",
            "pair",
            "type",
            unique=True,
            postgresql_where=text("state <> 'annulled'"),
        ),
        Index("ix_check_in_shift_id_recorded_at_id", "shift_id", "recorded_at", "id"),
        Index("ix_check_in_person_id_day", "person_id", "day"),
    )

    derived: ClassVar[frozenset[str]] = frozenset({"body_hash"})

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    activity_id: UUID = Field(foreign_key="activity.id")
    shift_id: UUID = Field(foreign_key="shift.id")
    person_id: UUID = Field(foreign_key="person.id")
    type: CheckInType = choice(CheckInType)
    method: CheckInMethod = choice(CheckInMethod)
    day: date = Field(sa_type=Date)
    pair: int = Field()
    occurred_at: datetime = Field(sa_type=DateTime(timezone=True), nullable=False)
    recorded_at: datetime = moment()
    nonce: UUID = Field(unique=True)
    body_hash: str = Field(max_length=64)
    reason: str | None = Field(default=None, max_length=500)
    """Why it was entered late or by the list."""
    device_seq: int | None = Field(default=None)
    """The device's own count of what it scanned, which tells the order when its clock is off."""
    review_reason: ReviewReason | None = choice(ReviewReason, nullable=True)
    recorded_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    state: CheckInState = choice(CheckInState, CheckInState.ACCEPTED)


class CheckInAttempt(TechnicalRow, table=True):
    """A try that was refused, kept so that a leader can see who stood at the door."""

    __tablename__ = "check_in_attempt"
    __table_args__ = (Index("ix_check_in_attempt_shift_id_created_at", "shift_id", "created_at"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    activity_id: UUID = Field(foreign_key="activity.id", index=True)
    shift_id: UUID = Field(foreign_key="shift.id")
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    type: CheckInType = choice(CheckInType)
    method: CheckInMethod = choice(CheckInMethod)
    occurred_at: datetime = Field(sa_type=DateTime(timezone=True), nullable=False)
    nonce: UUID = Field(index=True)
    body_hash: str = Field(max_length=64)
    code: str = Field(max_length=40)
    """The problem's code, as it was answered."""


class PersonalCode(Row, table=True):
    """What a member's phone shows to the leader's, online or not; renewed once given away."""

    __tablename__ = "personal_code"

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", unique=True)
    serial: int = Field(default=1)
