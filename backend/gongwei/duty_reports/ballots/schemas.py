"""Shapes of voting sessions and of ballots."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from gongwei.core.schemas import In, Line, Out, ResourceOut
from gongwei.duty_reports.ballots.codes import LONGEST_TYPED
from gongwei.duty_reports.ballots.models import BallotSessionState
from gongwei.scoring.schemes import Key, Score

MOST_CODES = 500
MOST_PEOPLE = 2000
MOST_PARTICIPANTS = 2000

Codes = Annotated[int, Field(ge=0, le=MOST_CODES)]
TypedCode = Annotated[str, Field(min_length=1, max_length=LONGEST_TYPED)]


class BallotCountsOut(Out):
    """Papers and ballots: issued = used + unused + voided, and as many envelopes as used papers."""

    issued: int
    used: int
    unused: int
    voided: int
    envelopes: int


class BallotSessionOut(ResourceOut):
    """One occasion on which a rater group votes. `adds_up` says whether the counts agree; while
    votes are coming in they may differ for a moment by one that is being written.
    """

    state: BallotSessionState
    organisation_id: UUID
    round_id: UUID
    group_key: Key
    group_title: str
    title: str
    about_id: UUID | None
    about_name: str | None
    closed_at: datetime | None
    counts: BallotCountsOut
    adds_up: bool


class IssuedOut(BallotSessionOut):
    """The session, and the codes just issued, which are kept nowhere and shown this once."""

    codes: list[str]


class PapersIn(In):
    """More papers: `codes`, how many one-time codes; `person_ids`, who votes by account."""

    codes: Codes = 0
    person_ids: list[UUID] = Field(default=[], max_length=MOST_PEOPLE)


class BallotSessionIn(PapersIn):
    """A session of a rater group that votes. `about_id`: only on the participants at and below this
    organisation.
    """

    group_key: Key
    title: Line
    about_id: UUID | None = None


class SlipsIn(In):
    """How many slips to print, each with a new code."""

    codes: Annotated[int, Field(ge=1, le=MOST_CODES)]


class VoidIn(In):
    """Papers that are to be good no longer: codes as printed, or people."""

    codes: list[TypedCode] = Field(default=[], max_length=MOST_CODES)
    person_ids: list[UUID] = Field(default=[], max_length=MOST_PEOPLE)


class BallotLevelOut(Out):
    """A word to tick in the place of a number."""

    label: str
    value: Score


class BallotCriterionOut(Out):
    """A question: a value from 0 to `max`, or one of the levels where there are any."""

    key: Key
    title: str
    hint: str
    max: Score
    required: bool
    levels: list[BallotLevelOut]


class BallotParticipantOut(Out):
    """Somebody who is voted on. `report_excerpt`: how the report begins, once it is handed in."""

    id: UUID
    name: str
    organisation_name: str
    post: Literal["secretary"]
    report_excerpt: str | None


class BallotOut(Out):
    """A ballot. `state`: `open` to vote, `waiting` until the appraisal begins, `used`, `closed` or
    `voided`; questions and participants come with an open one alone.
    """

    state: Literal["open", "waiting", "used", "closed", "voided"]
    round_title: str
    organisation_name: str
    group_title: str
    title: str
    meeting_on: date | None
    criteria: list[BallotCriterionOut]
    participants: list[BallotParticipantOut]


class OwnBallotOut(Out):
    """A ballot that the caller may cast by account."""

    session_id: UUID
    state: Literal["open", "waiting", "used", "closed", "voided"]
    round_title: str
    organisation_name: str
    group_title: str
    title: str
    meeting_on: date | None


class AnswerIn(In):
    """A value, or null for *don't know*, which is no vote on this question."""

    criterion: Key
    value: Score | None = None


class SheetIn(In):
    """What a voter says of one participant: answers, or `abstain`."""

    participant_id: UUID
    abstain: bool = False
    answers: list[AnswerIn] = Field(default=[], max_length=30)


class BallotIn(In):
    """A whole ballot, with a sheet for every participant on it."""

    sheets: Annotated[list[SheetIn], Field(min_length=1, max_length=MOST_PARTICIPANTS)]


class CastOut(Out):
    """The ballot lies in the box and counts, once."""

    state: Literal["counted"] = "counted"
