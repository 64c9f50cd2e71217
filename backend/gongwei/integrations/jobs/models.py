"""Jobs: what is asked for, how far it is, and how it ended."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import TechnicalRow, choice, moment


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job(TechnicalRow, table=True):
    """Work of `kind` that `user_id` asked for in the role `assignment_id`, whose rights are read
    again when it runs.

    `done` of `total` counts in the handler's own unit; `total` is 0 while it is not known.
    `result` is what
    the handler answered, `problem` a problem document in both languages, without its request.
    """

    __tablename__ = "job"
    __table_args__ = (
        Index(
            "ix_job_waiting", "created_at", postgresql_where=text("state IN ('queued', 'running')")
        ),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    user_id: UUID | None = Field(default=None, foreign_key="user_account.id", index=True)
    assignment_id: UUID | None = Field(default=None, foreign_key="role_assignment.id")
    request_id: str = Field(default="", max_length=64)
    kind: str = Field(max_length=60)
    payload: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    state: JobState = choice(JobState, JobState.QUEUED)
    done: int = Field(default=0)
    total: int = Field(default=0)
    message_zh: str = Field(default="", max_length=300)
    message_en: str = Field(default="", max_length=300)
    result: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    problem: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    attempts: int = Field(default=0)
    heartbeat_at: datetime | None = moment(nullable=True)
    finished_at: datetime | None = moment(nullable=True)
