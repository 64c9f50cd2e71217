"""Shapes of duty reports."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import In, Out, Prose, ResourceOut
from gongwei.duty_reports.reports.models import DutyReportState
from gongwei.duty_reports.rounds.models import Direction, DutyRoundState

SectionKey = Annotated[str, Field(max_length=40, pattern=r"^[a-z][a-z0-9_]{0,39}$")]
FactKey = Annotated[str, Field(max_length=40, pattern=r"^[a-z][a-z0-9_]{0,39}$")]
ReportFileIds = Annotated[list[UUID], Field(max_length=20)]


class DutyReportQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the secretary's name and the organisation's."""

    round_id: UUID | None = None
    state: DutyReportState | None = None
    late: bool | None = None


class DutyReportIn(In):
    """Begin the report of an organisation's secretary in a round."""

    round_id: UUID
    organisation_id: UUID


class ReportParagraphIn(In):
    """A paragraph. `fact` names the fact that it quotes; whether it says what the fact says is told
    by `standing` in the answer, and in print.
    """

    text: Prose
    fact: FactKey | None = None


class DutyReportChangeIn(In):
    """A merge patch, for saving while somebody writes: sections that are not named stay, null
    empties one."""

    sections: (
        dict[SectionKey, Annotated[list[ReportParagraphIn], Field(max_length=200)] | None] | None
    ) = None
    file_ids: ReportFileIds | None = None


QuotationStanding = Literal["as_in_system", "differs", "not_compared"]


class ReportParagraphOut(Out):
    """A paragraph, and the key of the fact that it quotes.

    `standing` of a quotation: `as_in_system` when its text is the value of the fact, in whichever
    language, and `differs` otherwise, beside what the system holds now or what was kept at
    acceptance; `not_compared` for whoever may not read the fact. Null for one's own words.
    """

    text: str
    fact: str | None = None
    standing: QuotationStanding | None = None


class ReportSectionOut(Out):
    """A part that the round asks for; `advised_characters` is advice."""

    key: str
    title: str
    hint: str = ""
    advised_characters: int | None = None


class ReportRoundOut(Out):
    """The round, as everybody knows it who takes part."""

    id: UUID
    title: str
    year: int
    direction: Direction
    report_due_on: date
    state: DutyRoundState


class FactRowOut(Out):
    """One of the records that a fact counts."""

    on: date | None
    title: str
    value: str = ""


class FactOut(Out):
    """A fact from the system, in the caller's language. `value` is a sentence to quote; `detail`
    says as of when; `rows` are at most 100 of what it counts."""

    key: str
    title: str
    value: str
    detail: str
    rows: list[FactRowOut]


class DutyReportFactsOut(Out):
    """The facts beside a report. `kept`: they were kept at acceptance and move no more."""

    as_of: date
    kept: bool
    items: list[FactOut]


class ReportFileOut(Out):
    """An attached file; `size` is in bytes."""

    id: UUID
    name: str
    size: int


class DutyReportLineOut(ResourceOut):
    """A report as one line of a list.

    `late`: first submitted after the last day, for ever. `comments_count`: released comments, and
    the caller's own.
    """

    state: DutyReportState
    round: ReportRoundOut
    organisation_id: UUID
    organisation_name: str
    person_id: UUID
    name: str
    submitted_at: datetime | None
    first_submitted_at: datetime | None
    late: bool
    accepted_at: datetime | None
    presented_on: date | None
    comments_count: int
    editable: bool


class DutyReportOut(DutyReportLineOut):
    """A report with its text and the facts beside it.

    `text_withheld`: it is being written, and the caller is not among those who write it; then
    sections and files are empty. `saved_at` is when it was last saved. `facts` are null in the
    answer to a save, which moves none of them.
    """

    sections: dict[str, list[ReportParagraphOut]]
    report_sections: list[ReportSectionOut]
    facts: list[FactOut] | None
    files: list[ReportFileOut]
    text_withheld: bool
    saved_at: datetime
