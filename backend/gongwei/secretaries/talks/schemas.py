"""Shapes of talks, inquiries and letters."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import (
    ActionIn,
    Code,
    Day,
    In,
    Line,
    Out,
    Paragraph,
    Prose,
    ResourceOut,
)
from gongwei.secretaries.talks.models import TalkKind, TalkState
from gongwei.tasks.models import TaskState

Short = Annotated[Paragraph, Field(max_length=500)]
Talker = Annotated[Line, Field(max_length=100)]


class TalkQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the title and in the person's name.

    `overdue` are those that were not held by `due_on`, and inquiries that were not answered by it.
    """

    kind: TalkKind | None = None
    state: TalkState | None = None
    person_id: UUID | None = None
    overdue: bool | None = None


class IssueIn(In):
    """Something that is wrong, and what is demanded."""

    text: Short
    demand: Short


Issues = Annotated[list[IssueIn], Field(max_length=30)]


class TalkIn(In):
    """A talk with the holder of an appointment or with a person, or a letter to a leading group.

    `title` is made from kind and name when left out. `issues` and `deadline` belong to reminder
    talks, `addressee` to letters, `number` to letters and inquiries, `place` to talks.
    """

    kind: TalkKind
    organisation_id: UUID
    person_id: UUID | None = None
    appointment_id: UUID | None = None
    title: Line | None = None
    due_on: Day
    place: Line | None = None
    talker: Talker | None = None
    addressee: Line | None = None
    number: Code | None = None
    content: Prose | None = None
    issues: Issues | None = None
    deadline: Day | None = None
    follows_id: UUID | None = None


class TalkChangeIn(In):
    """A merge patch while the talk is scheduled. The issues are given whole."""

    title: Line | None = None
    due_on: Day | None = None
    place: Line | None = None
    talker: Talker | None = None
    addressee: Line | None = None
    number: Code | None = None
    content: Prose | None = None
    issues: Issues | None = None
    deadline: Day | None = None

    @field_validator("title", "due_on")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        if value is None:
            raise PydanticCustomError("missing", "This is required")
        return value


class TalkActionIn(ActionIn):
    """`held_on` (today when left out), place, talker, content and number with `hold` alone;
    `issues` with `hold` and `open_rectification`; `deadline` with these and with a `reject` that
    gives the tasks anew, because each of them was verified or cancelled; `statement` with
    `acknowledge` alone, where an inquiry needs it: it is the reply."""

    held_on: Day | None = None
    place: Line | None = None
    talker: Talker | None = None
    content: Prose | None = None
    issues: Issues | None = None
    deadline: Day | None = None
    number: Code | None = None
    statement: Paragraph | None = None


class IssueOut(Out):
    """Something that is wrong, and what is demanded."""

    text: str
    demand: str


class TalkTaskOut(Out):
    """A task that came of the talk. `late`: done after `due_on`, or owed since."""

    id: UUID
    title: str
    state: TaskState
    due_on: date
    late: bool


class TalkOut(ResourceOut):
    """A talk, an inquiry or a letter.

    `name` is null for letters, and a dash where the person's record belongs to an organisation that
    the caller may not see. `overdue`: not held by `due_on`, or, of an inquiry, not answered by it.
    """

    state: TalkState
    organisation_id: UUID
    organisation_name: str
    kind: TalkKind
    person_id: UUID | None
    name: str | None
    appointment_id: UUID | None
    follows_id: UUID | None
    title: str
    due_on: date
    held_on: date | None
    place: str | None
    talker: str | None
    content: str
    issues: list[IssueOut]
    deadline: date | None
    addressee: str | None
    number: str | None
    statement: str | None
    acknowledged_at: datetime | None
    overdue: bool
    tasks: list[TalkTaskOut]
