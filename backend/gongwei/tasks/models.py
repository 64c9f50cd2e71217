"""Tasks: one table for everything that is owed by a date."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import Row, TechnicalRow, choice, moment


class TaskState(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    CANCELLED = "cancelled"


class Task(Row, table=True):
    """Owed by `organisation_id`, by one person of it when `responsible_user_id` names one.

    `given_from_id` is the organisation at which the giver acted: only from there or from above may
    the task be verified, extended or cancelled. `done_on` is the day of the last submission.
    `moves_with_record`: the record that it came from moves it along, and nobody by hand.
    """

    __tablename__ = "task"
    __table_args__ = (
        CheckConstraint("due_on >= original_due_on", name="due_not_before_original"),
        CheckConstraint(
            "verified_by IS NULL OR verified_by <> done_by", name="verified_by_another"
        ),
        CheckConstraint(
            "NOT moves_with_record OR origin_id IS NOT NULL", name="moves_with_a_record"
        ),
        Index("ix_task_organisation_id_state_due_on", "organisation_id", "state", "due_on"),
        Index("ix_task_due_on_id", "due_on", "id"),
        Index("ix_task_given_by_due_on_id", "given_by", "due_on", "id"),
        # What is done stays in the table: lists of what is not must not read through it.
        Index(
            "ix_task_owed",
            "due_on",
            "id",
            postgresql_where=text("state IN ('open', 'in_progress')"),
        ),
        Index("ix_task_submitted", "due_on", "id", postgresql_where=text("state = 'submitted'")),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    given_from_id: UUID = Field(foreign_key="organisation.id", index=True)
    title: str = Field(max_length=200)
    detail: str = Field(default="", max_length=4000)
    origin_type: str | None = Field(default=None, max_length=60)
    origin_id: UUID | None = Field(default=None, index=True)
    moves_with_record: bool = False
    due_on: date = Field(sa_type=Date)
    original_due_on: date = Field(sa_type=Date)
    responsible_user_id: UUID | None = Field(
        default=None, foreign_key="user_account.id", index=True
    )
    given_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    given_by_label: str = Field(max_length=200)
    """The giver's name as it was, because the one who owes may not see accounts above."""
    done_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    done_on: date | None = Field(default=None, sa_type=Date)
    verified_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    verified_on: date | None = Field(default=None, sa_type=Date)
    evidence: str = Field(default="", max_length=4000)
    evidence_file_ids: list[str] = Field(default_factory=list, sa_type=JSONB)
    state: TaskState = choice(TaskState, TaskState.OPEN)


class TaskReminder(TechnicalRow, table=True):
    """Somebody was reminded on a working day of what is due; once a day at most.

    `task_ids` are those that were due or late that morning; `seen_at` when the reminder was closed.
    """

    __tablename__ = "task_reminder"
    __table_args__ = (UniqueConstraint("user_id", "day"),)

    user_id: UUID = Field(foreign_key="user_account.id", index=True)
    day: date = Field(sa_type=Date)
    task_ids: list[str] = Field(default_factory=list, sa_type=JSONB)
    seen_at: datetime | None = moment(nullable=True)
