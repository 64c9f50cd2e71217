"""Activities, shifts, sign-ups, and what surrounds them."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import Row, choice, moment


class PlaceKind(StrEnum):
    ADDRESS = "address"
    UNIT = "unit"
    VILLAGE = "village"


class MissingExit(StrEnum):
    """What becomes of an entry without an exit; whatever is proposed, the leader confirms it.

    `nothing`: no minutes. `planned_end`: until the shift's planned end.
    """

    NOTHING = "nothing"
    PLANNED_END = "planned_end"


class ActivityState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    SETTLED = "settled"
    CANCELLED = "cancelled"


class SignUpState(StrEnum):
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    CANCELLED = "cancelled"


class NoticeKind(StrEnum):
    CHANGED = "changed"
    CANCELLED = "cancelled"
    PROMOTED = "promoted"


class Activity(Row, table=True):
    """A service day or another activity of `organisation_id`, which a team may run.

    `starts_at` and `ends_at` follow from the shifts. Its leader may take attendance without
    holding a role there. `sign_up_until`: the last moment to sign up; open until the shift ends
    where it is absent. `template` marks what is kept for planning the next one from.
    """

    __tablename__ = "activity"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint(
            "state = 'draft' OR state = 'cancelled' OR published_at IS NOT NULL",
            name="published_before_anything_else",
        ),
        Index("ix_activity_starts_at_id", "starts_at", "id"),
        Index("ix_activity_organisation_id_starts_at", "organisation_id", "starts_at"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    team_id: UUID | None = Field(default=None, foreign_key="volunteer_team.id", index=True)
    number: str = Field(max_length=40, unique=True)
    title: str = Field(max_length=100)
    theme: str = Field(default="", max_length=100)
    description: str = Field(default="", max_length=4000)
    place_kind: PlaceKind = choice(PlaceKind, PlaceKind.ADDRESS)
    place: str = Field(max_length=200)
    served_party: str | None = Field(default=None, max_length=100)
    leader_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    starts_at: datetime = Field(sa_type=DateTime(timezone=True), nullable=False)
    ends_at: datetime = Field(sa_type=DateTime(timezone=True), nullable=False)
    sign_up_required: bool = Field(default=True)
    sign_up_until: datetime | None = moment(nullable=True)
    missing_exit: MissingExit = choice(MissingExit, MissingExit.NOTHING)
    template: bool = Field(default=False)
    published_at: datetime | None = moment(nullable=True)
    started_at: datetime | None = moment(nullable=True)
    completed_at: datetime | None = moment(nullable=True)
    state: ActivityState = choice(ActivityState, ActivityState.DRAFT)


class Shift(Row, table=True):
    """One post for one span of an activity. `capacity` absent: as many as come.

    Entries are taken from `opens_minutes` before its start, exits until `closes_minutes` after its
    end. `break_minutes` are taken off every pair that spans the whole shift.
    """

    __tablename__ = "shift"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("capacity IS NULL OR capacity > 0", name="capacity_positive"),
        CheckConstraint("break_minutes >= 0", name="break_not_negative"),
        Index("ix_shift_activity_id_starts_at_id", "activity_id", "starts_at", "id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    activity_id: UUID = Field(foreign_key="activity.id")
    post: str = Field(max_length=100)
    place: str | None = Field(default=None, max_length=200)
    starts_at: datetime = Field(sa_type=DateTime(timezone=True), nullable=False)
    ends_at: datetime = Field(sa_type=DateTime(timezone=True), nullable=False)
    capacity: int | None = Field(default=None)
    break_minutes: int = Field(default=0)
    opens_minutes: int = Field(default=30)
    closes_minutes: int = Field(default=30)
    cancelled_at: datetime | None = moment(nullable=True)


class SignUp(Row, table=True):
    """Somebody signed up for a shift. The waiting list stands in the order of `created_at, id`."""

    __tablename__ = "sign_up"
    __table_args__ = (
        Index(
            "uq_sign_up_open",
            "shift_id",
            "person_id",
            unique=True,
            postgresql_where=text("state <> 'cancelled'"),
        ),
        Index("ix_sign_up_activity_id_created_at_id", "activity_id", "created_at", "id"),
        Index("ix_sign_up_shift_id_state_created_at_id", "shift_id", "state", "created_at", "id"),
        Index("ix_sign_up_person_id_activity_id", "person_id", "activity_id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    activity_id: UUID = Field(foreign_key="activity.id")
    shift_id: UUID = Field(foreign_key="shift.id")
    person_id: UUID = Field(foreign_key="person.id")
    promoted_at: datetime | None = moment(nullable=True)
    cancelled_at: datetime | None = moment(nullable=True)
    state: SignUpState = choice(SignUpState, SignUpState.CONFIRMED)


class ActivityNotice(Row, table=True):
    """What those signed up are told: a change, a cancellation, a place that came free.

    `person_id` absent: everybody signed up for the activity. `facts` are the old and new values by
    field, so that each reader gets them in the own language.
    """

    __tablename__ = "activity_notice"
    __table_args__ = (
        Index("ix_activity_notice_activity_id_created_at", "activity_id", "created_at"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    activity_id: UUID = Field(foreign_key="activity.id")
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    kind: NoticeKind = choice(NoticeKind)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    reason: str | None = Field(default=None, max_length=500)


class ExcludedWord(Row, table=True):
    """A word that no activity may be called by: meetings, duty shifts, banquets, outings."""

    __tablename__ = "excluded_word"

    word: str = Field(max_length=40, unique=True)


class ServiceConfirmation(Row, table=True):
    """The served party's answer through a one-time link: served or not, a rating from 1 to 5.

    `code_hash` finds the link; the code itself is shown once, when it is made.
    """

    __tablename__ = "service_confirmation"
    __table_args__ = (
        CheckConstraint("rating IS NULL OR rating BETWEEN 1 AND 5", name="rating_in_range"),
    )
    private: ClassVar[frozenset[str]] = frozenset({"code_hash"})

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    activity_id: UUID = Field(foreign_key="activity.id", unique=True)
    code_hash: str = Field(max_length=64, unique=True)
    expires_at: datetime = moment()
    confirmed: bool | None = Field(default=None)
    rating: int | None = Field(default=None)
    comment: str | None = Field(default=None, max_length=1000)
    answered_at: datetime | None = moment(nullable=True)


class CalendarLink(Row, table=True):
    """The secret address of a person's calendar feed, found by its hash."""

    __tablename__ = "calendar_link"
    private: ClassVar[frozenset[str]] = frozenset({"code_hash"})

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", unique=True)
    code_hash: str = Field(max_length=64, unique=True)
