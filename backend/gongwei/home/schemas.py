"""Shapes of figures and of the first page."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from gongwei.access.models import OrganisationKind
from gongwei.audit.schemas import RecentChangeOut
from gongwei.core.schemas import Day, Out


class DayQuery(BaseModel):
    """The day to look at; today when left out."""

    as_of: Day | None = None


class LevelOut(Out):
    """Organisations of one level."""

    total: int
    by_kind: dict[OrganisationKind, int]


class OrganisationFiguresOut(LevelOut):
    """Organisations below the one that is looked at, which itself is not counted.

    The second level is what it leads directly. `large` of these have more than `large_threshold`
    members.
    """

    second_level: LevelOut
    third_level: LevelOut
    large_threshold: int
    large: int


class ServiceSplitOut(Out):
    """Members of one age band or education, in the caller's language; the code is stable."""

    code: str
    label: str
    in_service: int
    retired: int


class MemberFiguresOut(Out):
    """Members of the subtree. Under 45 and with a degree are counted among those in service."""

    total: int
    in_service: int
    retired: int
    full: int
    probationary: int
    women: int
    minority: int
    in_service_under_45: int
    in_service_with_degree: int
    age_bands: list[ServiceSplitOut]
    education: list[ServiceSplitOut]


class SecretaryFiguresOut(Out):
    """Organisations by their secretary; `vacant` where one is needed and nobody is in office.

    `talks_due` are talks not yet held that are due within 30 days or late; null where the caller's
    role may not know of talks.
    """

    full_time: int
    part_time: int
    vacant: int
    talks_due: int | None


class TermFiguresOut(Out):
    """Terms of office that run; `due_soon` and `overdue` are among them."""

    serving: int
    due_soon: int
    overdue: int


class SummaryOut(Out):
    """Figures of an organisation and everything below it on a day."""

    as_of: date
    organisations: OrganisationFiguresOut
    members: MemberFiguresOut
    secretaries: SecretaryFiguresOut
    terms: TermFiguresOut


class ArticleOut(Out):
    """The rule behind a finding, quoted."""

    document: str
    article: str
    text: str


class FindingOut(Out):
    """One piece of advice, in the caller's language; `code` is stable."""

    code: str
    severity: Literal["notice", "warning", "overdue"]
    title: str
    detail: str
    article: ArticleOut


class AdviceOut(Out):
    """What the regulations ask of an organisation on a day: computed, never stored, never
    forced."""

    as_of: date
    items: list[FindingOut]


class MemberCountOut(Out):
    """Members of an organisation's subtree."""

    organisation_id: UUID
    members: int
    in_service: int
    retired: int


class OwedTaskOut(Out):
    """A task that is owed."""

    id: UUID
    title: str
    due_on: date
    late: bool
    organisation_name: str
    path: str


class WaitingOut(Out):
    """Something that waits for the caller's decision since a moment; `path` is its page.

    `due_on` where it is to be done by a day: a talk to be held, an inquiry to be answered, a duty
    report to be submitted.
    """

    kind: str
    id: UUID
    title: str
    since: datetime
    due_on: date | None = None
    path: str


class DeskFiguresOut(Out):
    """What is under way; null where the caller's role may not know it. Figures that count the
    whole subtree stand in the organisation's summary, so that the first page costs its rows."""

    talks_due: int | None
    nominations_open: int | None


class NoticeOut(Out):
    """Something that the program cannot go on without; `path` is the page where it is mended."""

    code: str
    title: str
    detail: str
    path: str


class HomeOut(Out):
    """What somebody owes, what waits for them, what changed, and figures of their subtree."""

    notices: list[NoticeOut]
    tasks: list[OwedTaskOut]
    waiting: list[WaitingOut]
    changes: list[RecentChangeOut]
    figures: DeskFiguresOut


class CodeOut(Out):
    """One entry of a code table. `code` is what other answers hold, `standard_code` the national
    code."""

    code: str
    name: str
    name_en: str
    standard_code: str | None


class CodeTablesOut(Out):
    """The tables that answers refer to by code, in the order in which lists show them."""

    sex: list[CodeOut]
    nationality: list[CodeOut]
    education: list[CodeOut]
    organisation_kind: list[CodeOut]
