"""Shapes of rounds, their participants and the revisions of their schemes."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.core.pagination import PageParams
from gongwei.core.schemas import Day, In, Line, Out, Paragraph, Query, ResourceOut
from gongwei.duty_reports.rounds.models import Direction, DutyRoundState
from gongwei.scoring.schemes import Hint, Key, Scheme

Year = Annotated[int, Field(ge=1921, le=2200)]
Reason = Annotated[Paragraph, Field(max_length=1000)]
Position = Annotated[int, Field(ge=1, le=10000)]
MAX_PARTICIPANTS = 2000
"""A city's largest downward round had 1,500 branches."""


class ReportSection(In):
    """One section of a report; `advised_characters` is advice, nothing refuses a longer text."""

    key: Key
    title: Line
    hint: Hint = ""
    advised_characters: Annotated[int, Field(ge=50, le=20000)] | None = None


Sections = Annotated[list[ReportSection], Field(min_length=1, max_length=20)]

USUAL_SECTIONS = (
    ReportSection(
        key="rectification", title="上年度述职评议问题整改情况", advised_characters=500,
        hint="逐条对照上年度评议指出的问题，说明整改措施和结果。",
    ),
    ReportSection(
        key="duties", title="履行党建工作责任情况", advised_characters=1500,
        hint="写做了什么、效果如何，用事实和数据说话。",
    ),
    ReportSection(
        key="problems", title="存在的主要问题及原因", advised_characters=800,
        hint="写本人履职中的问题，不写单位工作的困难。",
    ),
    ReportSection(
        key="plans", title="下一步工作思路和措施", advised_characters=500,
        hint="措施要具体，能检查。",
    ),
)  # fmt: skip
"""What a report consists of where the round does not say otherwise."""


def _keys_once(sections: list[ReportSection] | None) -> list[ReportSection] | None:
    keys = [one.key for one in sections or []]
    if len(set(keys)) != len(keys):
        raise PydanticCustomError("key_twice", "A key stands twice")
    return sections


class DutyRoundQuery(OwnedQuery):
    """Filters of rounds: those of the caller's subtree, and those above in which it takes part."""

    year: Year | None = None
    direction: Direction | None = None
    state: DutyRoundState | None = None


class DutyRoundIn(In):
    """A round to prepare. Its participants are taken from the tree of `as_of` at once.

    `report_sections`: the usual ones when left out. `scheme` may follow before the opening.
    """

    organisation_id: UUID
    year: Year
    direction: Direction
    title: Line
    as_of: Day
    report_due_on: Day
    meeting_on: Day | None = None
    report_sections: Sections = Field(default_factory=lambda: list(USUAL_SECTIONS))
    scheme: Scheme | None = None

    _sections = field_validator("report_sections")(_keys_once)


class DutyRoundChangeIn(In):
    """A merge patch; lists and the scheme are replaced as a whole.

    After the opening `meeting_on` alone can be changed, and `report_due_on` put off while reports
    are written. Another `as_of` or `direction` derives the participants anew.
    """

    year: Year | None = None
    direction: Direction | None = None
    title: Line | None = None
    as_of: Day | None = None
    report_due_on: Day | None = None
    meeting_on: Day | None = None
    report_sections: Sections | None = None
    scheme: Scheme | None = None

    _sections = field_validator("report_sections")(_keys_once)

    @model_validator(mode="after")
    def _not_emptied(self) -> Self:
        for name in self.model_fields_set - {"meeting_on"}:
            if getattr(self, name) is None:
                raise PydanticCustomError("missing", "Only meeting_on can be emptied")
        return self


class DutyRoundCopyIn(In):
    """What a copy for another year has of its own; the rest is the round's that is copied."""

    year: Year
    title: Line
    as_of: Day
    report_due_on: Day


class RoundCounts(Out):
    """Participants by what their reports have come to; a round that was imported has no reports.
    For those below the round's organisation, of their own subtree.
    """

    participants: int = 0
    left_out: int = 0
    not_started: int = 0
    draft: int = 0
    submitted: int = 0
    returned: int = 0
    accepted: int = 0
    presented: int = 0
    late: int = 0


class DutyRoundOut(ResourceOut):
    """A round. `scheme` is null while none is set; `organises`: whether the caller stands at or
    above the organisation that runs it. Of one that was `imported` the days are not known: `as_of`,
    `report_due_on` and `published_at` are null.
    """

    state: DutyRoundState
    organises: bool
    organisation_id: UUID
    organisation_name: str
    year: int
    direction: Direction
    title: str
    as_of: date | None
    report_due_on: date | None
    meeting_on: date | None
    report_sections: list[ReportSection]
    scheme: Scheme | None
    scheme_revision: int
    revision: int
    opened_at: datetime | None
    appraised_at: datetime | None
    calculated_at: datetime | None
    published_at: datetime | None
    imported: bool
    copied_from_id: UUID | None
    counts: RoundCounts


class DutyParticipantQuery(PageParams):
    """`q` is looked for in names of people and organisations."""

    q: Query | None = None
    included: bool | None = None


class DutyParticipantOut(Out):
    """Somebody on the list of a round. `in_office`: whether the appointment covers the round's
    `as_of`, or the post was held in the year of a round that was imported.
    """

    id: UUID
    version: int
    round_id: UUID
    organisation_id: UUID
    organisation_name: str
    person_id: UUID
    name: str
    appointment_id: UUID
    in_office: bool
    position: int
    included: bool
    exception_reason: str | None
    created_at: datetime
    updated_at: datetime


class DutyParticipantIn(In):
    """An organisation whose secretary takes part although the tree does not say so."""

    organisation_id: UUID
    reason: Reason


class DutyParticipantChangeIn(In):
    """A merge patch. Who is left out, or stands on the list beside the tree, has a reason.
    `position` counts from 1 over the whole list.
    """

    included: bool | None = None
    exception_reason: Reason | None = None
    position: Position | None = None

    @model_validator(mode="after")
    def _not_emptied(self) -> Self:
        for name in self.model_fields_set - {"exception_reason"}:
            if getattr(self, name) is None:
                raise PydanticCustomError("missing", "This is required")
        return self


class ParticipantOrderIn(In):
    """The ids of the participants in the order of the meeting. Whoever is not named comes after."""

    ids: Annotated[list[UUID], Field(max_length=MAX_PARTICIPANTS)]


class ParticipantsRefreshedOut(Out):
    """What deriving the list anew changed, and how long the list is now."""

    added: int
    removed: int
    replaced: int
    total: int


class SchemeRevisionIn(In):
    """Another scheme after the opening, and why."""

    scheme: Scheme
    reason: Reason


class SchemeChangeOut(Out):
    """One difference from the revision before: `path` as RFC 6901 with keys for the parts that have
    one, `before` and `after` as they are printed, null where there is none, and in words.
    """

    path: str
    before: str | None
    after: str | None
    zh: str
    en: str


class SchemeRevisionOut(Out):
    """A scheme from one revision on; the first is the one that was frozen at opening."""

    id: UUID
    version: int
    revision: int
    scheme: Scheme
    reason: str | None
    made_by_name: str
    created_at: datetime
    changes: list[SchemeChangeOut]


class SchemeExampleIn(In):
    """A scheme to try out; with the scheme `against` it, what a revision would change is told."""

    scheme: Scheme
    against: Scheme | None = None


class SchemeExampleLineOut(Out):
    """One line of the sum, in words and numbers."""

    step: str
    zh: str
    en: str
    value: str | None


class SchemeExampleOut(Out):
    """A made-up secretary scored by the scheme. `total` is null while a group is missing under the
    policy `invalid`; `grade` is the key of the grade; `changes` are the differences from `against`.
    """

    lines: list[SchemeExampleLineOut]
    total: str | None
    grade: str | None
    changes: list[SchemeChangeOut]
