"""Volunteer hours in minutes, and their sums by organisation and month."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, DateTime, Index, UniqueConstraint, text
from sqlmodel import Field

from gongwei.core.models import Row, TechnicalRow, choice, moment


class HoursKind(StrEnum):
    """Two sums that are never mixed: from check-ins at the time, or written down afterwards."""

    RECORDED = "recorded"
    LATE_ENTRY = "late_entry"


class HoursState(StrEnum):
    PENDING = "pending"
    VERIFIED = "verified"
    REJECTED = "rejected"
    DISPUTED = "disputed"
    ADJUSTED = "adjusted"


class ApprovalLevel(StrEnum):
    """Who has to say yes: the leader's organisation, the one above it, the committee."""

    OWN = "own"
    PARENT = "parent"
    COMMITTEE = "committee"


class VolunteerHours(Row, table=True):
    """A person's minutes on one day of one activity. `organisation_id` is the person's own
    organisation on that day, where the minutes are summed; the activity names who ran it.

    `occurred_at`: when the service began. `minutes`: what counts; `computed_minutes`: what the
    pairs gave. `flags` say what the verifier should look at. A late entry has a `reason`, and no
    activity when it comes from before the installation (then `title` names the service).
    """

    __tablename__ = "volunteer_hours"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes_of_a_day"),
        CheckConstraint("kind = 'recorded' OR reason IS NOT NULL", name="late_entry_has_a_reason"),
        CheckConstraint(
            "kind = 'late_entry' OR activity_id IS NOT NULL", name="recorded_at_an_activity"
        ),
        Index(
            "uq_volunteer_hours_recorded",
            "activity_id",
            "person_id",
            "day",
            unique=True,
            postgresql_where=text("kind = 'recorded'"),
        ),
        Index(
            "uq_volunteer_hours_late_at_activity",
            "activity_id",
            "person_id",
            "day",
            unique=True,
            postgresql_where=text("kind = 'late_entry' AND state <> 'rejected'"),
        ),
        Index(
            "uq_volunteer_hours_late_elsewhere",
            "person_id",
            "day",
            "title",
            unique=True,
            postgresql_where=text(
                "kind = 'late_entry' AND activity_id IS NULL AND state <> 'rejected'"
            ),
        ),
        Index("ix_volunteer_hours_person_id_day", "person_id", "day"),
        Index("ix_volunteer_hours_day_id", "day", "id"),
        Index("ix_volunteer_hours_state_day_id", "state", "day", "id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    activity_id: UUID | None = Field(default=None, foreign_key="activity.id")
    team_id: UUID | None = Field(default=None, foreign_key="volunteer_team.id", index=True)
    kind: HoursKind = choice(HoursKind)
    title: str = Field(max_length=100)
    day: date = Field(sa_type=Date)
    occurred_at: datetime = Field(sa_type=DateTime(timezone=True), nullable=False)
    recorded_at: datetime = moment()
    minutes: int = Field()
    computed_minutes: int = Field()
    flags: str = Field(default="", max_length=200)
    """Flags in a row, parted by spaces, in the order of `hours/explaining.py`."""
    approval: ApprovalLevel = choice(ApprovalLevel, ApprovalLevel.OWN)
    reason: str | None = Field(default=None, max_length=500)
    verified_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    verified_by_name: str | None = Field(default=None, max_length=100)
    """As it was then; the account may stand above whoever reads it."""
    verified_at: datetime | None = moment(nullable=True)
    state: HoursState = choice(HoursState, HoursState.PENDING)


class HoursDelta(TechnicalRow, table=True):
    """A change of the sums, appended in the transaction that makes it; the worker folds it in
    (decision 012). `settled`: of verified or adjusted hours, else of pending or disputed ones.
    """

    __tablename__ = "hours_delta"

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    team_id: UUID | None = Field(default=None)
    month: date = Field(sa_type=Date)
    kind: HoursKind = choice(HoursKind)
    settled: bool = Field()
    minutes: int = Field()
    entries: int = Field()


class HoursSum(TechnicalRow, table=True):
    """The folded sums of an organisation's whole subtree, a month."""

    __tablename__ = "hours_sum"
    __table_args__ = (
        UniqueConstraint("organisation_id", "month", "kind", "settled"),
        Index("ix_hours_sum_month", "month"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    month: date = Field(sa_type=Date)
    kind: HoursKind = choice(HoursKind)
    settled: bool = Field()
    minutes: int = Field()
    entries: int = Field()
