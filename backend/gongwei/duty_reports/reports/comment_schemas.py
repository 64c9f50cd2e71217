"""Shapes of comments on duty reports."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from gongwei.core.schemas import Day, In, Out, Paragraph, ResourceOut
from gongwei.duty_reports.reports.models import CommentKind, CommentState
from gongwei.duty_reports.reports.schemas import SectionKey

CommentText = Annotated[Paragraph, StringConstraints(max_length=2000)]
Quote = Annotated[Paragraph, StringConstraints(max_length=500)]
ParagraphNumber = Annotated[int, Field(ge=0, le=199)]


class DutyCommentIn(In):
    """A comment on a paragraph (`section_key` and `paragraph`, counted from 0), or one made on
    site. `quote` are words of the paragraph, its beginning when left out. `due_on`, of a problem:
    thirty days from its release when left out.
    """

    kind: CommentKind
    text: CommentText
    on_site: bool = False
    section_key: SectionKey | None = None
    paragraph: ParagraphNumber | None = None
    quote: Quote | None = None
    due_on: Day | None = None

    @model_validator(mode="after")
    def _whole_anchor(self) -> Self:
        if (self.section_key is None) != (self.paragraph is None):
            raise PydanticCustomError("anchor_in_part", "Give both the section and the paragraph")
        if self.section_key is None and not self.on_site:
            raise PydanticCustomError("anchor_missing", "Name a paragraph, or note it as on site")
        if self.section_key is None and self.quote is not None:
            raise PydanticCustomError("quote_without_anchor", "A quote needs its paragraph")
        return self


class DutyCommentChangeIn(In):
    """A merge patch of a comment that is not released."""

    kind: CommentKind | None = None
    text: CommentText | None = None
    due_on: Day | None = None

    @field_validator("kind", "text")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        if value is None:
            raise PydanticCustomError("missing", "This is required")
        return value


class DutyCommentOut(ResourceOut):
    """A comment. `noted` ones are shown to their author alone. `task_id`: the rectification that a
    released problem became, for those who may read tasks."""

    state: CommentState
    report_id: UUID
    organisation_id: UUID
    kind: CommentKind
    on_site: bool
    section_key: str | None
    paragraph: int | None
    quote: str | None
    text: str
    author_name: str
    own: bool
    due_on: date | None
    released_at: datetime | None
    task_id: UUID | None


class DutyCommentsReleasedOut(Out):
    """How many comments were released at once, and how many tasks they became."""

    released: int
    tasks: int
