"""Shapes of results. Scores are decimal strings; withheld ones are null with `withheld`."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import In, Line, Out, Paragraph, ResourceOut
from gongwei.duty_reports.results.models import DutyResultState
from gongwei.scoring.schemes import Key


class DutyResultQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the person's name and the organisation's."""

    state: DutyResultState | None = None
    grade: Annotated[str, Field(max_length=40)] | None = None
    """The decided grade or, before that, the proposed one."""


class GroupScoreOut(Out):
    """One rater group's part. `sheets` is null for the record of tasks."""

    key: str
    title: str
    score: str | None
    sheets: int | None
    missing: bool | None
    withheld: bool


class DutyResultOut(ResourceOut):
    """The result of one participant in one revision of a round."""

    state: DutyResultState
    round_id: UUID
    revision: int
    position: int
    organisation_id: UUID
    organisation_name: str
    participant_id: UUID
    person_id: UUID
    name: str
    total: str | None
    total_withheld: bool
    groups: list[GroupScoreOut]
    proposed_grade: str | None
    proposed_grade_title: str | None
    decided_grade: str | None
    decided_grade_title: str | None
    decision_reason: str | None
    decided_by_name: str | None
    decided_at: datetime | None
    confirmed_by_name: str | None
    confirmed_at: datetime | None
    acknowledged_at: datetime | None


class ExplanationLineOut(Out):
    """One step in words and its outcome; `group` is the rater group that it tells of."""

    step: str
    text: str
    value: str | None
    group: str | None


class DutyResultExplanationOut(Out):
    """Every step from the sheets to the grade, and what was decided."""

    id: UUID
    version: int
    organisation_name: str
    name: str
    revision: int
    total: str | None
    total_withheld: bool
    proposed_grade_title: str | None
    decided_grade_title: str | None
    decision_reason: str | None
    lines: list[ExplanationLineOut]


class DecisionIn(In):
    """The grade that is decided; with a reason where it differs from the proposal."""

    grade: Key
    reason: Annotated[Line, Field(max_length=1000)] | None = None


class ResultObjectionIn(In):
    """What is wrong with the caller's own result; `about_part` names the group or line."""

    about_part: Annotated[Line, Field(max_length=100)] | None = None
    text: Paragraph


class SpreadOut(Out):
    """How a class of at least five did: the lowest, the quartiles, the highest."""

    n: int
    lowest: str
    lower_quartile: str
    median: str
    upper_quartile: str
    highest: str


class OwnGroupOut(GroupScoreOut):
    """The own score of a group beside the class's; no spread where fewer than five have a score."""

    spread: SpreadOut | None


class OwnDutyResultOut(Out):
    """The caller's own published result. `superseded`: a later revision is published."""

    id: UUID
    version: int
    round_id: UUID
    round_title: str
    year: int
    revision: int
    superseded: bool
    organisation_id: UUID
    organisation_name: str
    total: str | None
    total_withheld: bool
    spread: SpreadOut | None
    groups: list[OwnGroupOut]
    grade: str | None
    grade_title: str | None
    decision_reason: str | None
    published_at: datetime | None
    published_on: date | None
    acknowledged_at: datetime | None


class ResultRevisionOut(Out):
    """A published revision: frozen, with the SHA-256 of its document."""

    id: UUID
    version: int
    revision: int
    sha256: str
    published_at: datetime
    published_by_name: str


class ResultDocumentOut(ResultRevisionOut):
    """The same with the document, whose canonical JSON (RFC 8785) the hash is of."""

    document: dict[str, Any]
