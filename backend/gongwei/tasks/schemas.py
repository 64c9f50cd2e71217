"""Shapes of tasks."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.access.permissions import Role
from gongwei.core.schemas import ActionIn, Code, Day, In, Line, Out, Paragraph, ResourceOut
from gongwei.tasks.models import TaskState

FileIds = Annotated[list[UUID], Field(max_length=20)]


class Mine(StrEnum):
    """Owed by the caller, given by the caller, or waiting for the caller's verification."""

    OWED = "owed"
    GIVEN = "given"
    TO_VERIFY = "to_verify"


class TasksQuery(OwnedQuery):
    """Filters of tasks; `overdue` are those still owed after their date."""

    state: TaskState | None = None
    mine: Mine | None = None
    overdue: bool | None = None
    origin_type: Code | None = None
    origin_id: UUID | None = None


class OriginOut(Out):
    """The record that the task came from."""

    type: str
    id: UUID


class TaskOut(ResourceOut):
    """Something owed by a date. `late` says that it was done after `due_on`, or is owed since.

    `moves_with_record`: it is started, submitted and verified with the record of `origin` alone.
    """

    state: TaskState
    organisation_id: UUID
    organisation_name: str
    title: str
    detail: str
    origin: OriginOut | None
    moves_with_record: bool
    due_on: date
    original_due_on: date
    late: bool
    responsible_user_id: UUID | None
    responsible_name: str | None
    given_by: UUID | None
    given_by_label: str
    done_by: UUID | None
    done_on: date | None
    verified_by: UUID | None
    verified_on: date | None
    evidence: str
    evidence_file_ids: list[UUID]


class OriginIn(In):
    """The record that the task comes from."""

    type: Code
    id: UUID


class TaskIn(In):
    """A task to give to an organisation, or to one person who works there."""

    organisation_id: UUID
    title: Line
    detail: Paragraph | None = None
    due_on: Day
    responsible_user_id: UUID | None = None
    origin: OriginIn | None = None


class TaskChangeIn(In):
    """A merge patch. Title, detail and responsible person are the giver's to change."""

    title: Line | None = None
    detail: Paragraph | None = None
    responsible_user_id: UUID | None = None
    evidence: Paragraph | None = None
    evidence_file_ids: FileIds | None = None

    @field_validator("title")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        if value is None:
            raise PydanticCustomError("missing", "This is required")
        return value


class TaskActionIn(ActionIn):
    """`due_on` with `extend` alone; `evidence` and its files with `submit` alone."""

    due_on: Day | None = None
    evidence: Paragraph | None = None
    evidence_file_ids: FileIds | None = None


class AssigneeOut(Out):
    """Somebody who can be made responsible for a task, in one of the roles that allow it."""

    user_id: UUID
    display_name: str
    role: Role
    organisation_id: UUID
    organisation_name: str


class TaskLineOut(Out):
    """A task as one line of a desk."""

    id: UUID
    title: str
    state: TaskState
    due_on: date
    late: bool
    organisation_id: UUID
    organisation_name: str
    origin: OriginOut | None
    moves_with_record: bool
    updated_at: datetime


class ReminderOut(Out):
    """What somebody was reminded of on a working day: the tasks that are still owed, the most
    urgent first."""

    day: date
    tasks: list[TaskLineOut]
