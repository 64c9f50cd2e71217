"""Shapes of objections."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import In, Line, Paragraph, ResourceOut
from gongwei.objections.models import ObjectionState

AboutType = Literal["archive", "duty_result"]
Part = Annotated[Line, Field(max_length=100)]


class ObjectionsQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the person's name and in the text."""

    state: ObjectionState | None = None
    person_id: UUID | None = None


class ObjectionOut(ResourceOut):
    """Somebody objects to what is held about oneself; `answer` comes with the decision.

    `name` is a dash where the person's record belongs to an organisation that the caller may not
    see. For an archive `about_id` is the person's id, `about_part` the section's title or line; for
    a result of the duty review the result's id, and the rater group or line.
    """

    state: ObjectionState
    organisation_id: UUID
    organisation_name: str
    person_id: UUID
    name: str
    about_type: AboutType
    about_id: UUID
    about_part: str | None
    text: str
    answer: str | None
    decided_on: date | None


class ObjectionIn(In):
    """What is wrong in the caller's own archive."""

    about_type: Literal["archive"] = "archive"
    about_part: Part | None = None
    text: Paragraph
