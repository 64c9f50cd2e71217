"""Ballots: who may vote, and what was voted, in tables that nothing joins.

No table here but the session has a time stamp, a version or an id that tells an order: a paper is
marked used by the day, and an envelope is a ciphertext until all of them are opened in one shuffled
batch.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Date, Index, LargeBinary, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from gongwei.core.models import Row, choice, moment


class BallotSessionState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class BallotSession(Row, table=True):
    """One occasion on which a rater group votes, owned by the organisation that runs the round.

    `about_id`: the organisation whose secretaries, and those below it, are voted on; every
    participant when left out.
    """

    __tablename__ = "ballot_session"

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    round_id: UUID = Field(foreign_key="duty_round.id", index=True)
    group_key: str = Field(max_length=40)
    title: str = Field(max_length=200)
    about_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    closed_at: datetime | None = moment(nullable=True)
    opened: int = Field(default=0)
    """Envelopes that were opened and are no more."""
    state: BallotSessionState = choice(BallotSessionState, BallotSessionState.OPEN)


class BallotPaper(SQLModel, table=True):
    """The right to vote once: by a code that was handed out, or by the account of `person_id`.

    `used_on` is a day, `code_hash` a keyed hash. It holds nothing of the vote.
    """

    __tablename__ = "ballot_paper"
    __table_args__ = (
        CheckConstraint("(code_hash IS NULL) <> (person_id IS NULL)", name="code_or_person"),
        Index(
            "uq_ballot_paper_session_id_person_id",
            "session_id",
            "person_id",
            unique=True,
            postgresql_where=text("person_id IS NOT NULL"),
        ),
        Index("ix_ballot_paper_person_id", "person_id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True, sa_type=Uuid)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    session_id: UUID = Field(foreign_key="ballot_session.id", index=True)
    code_hash: str | None = Field(default=None, max_length=64, unique=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    used_on: date | None = Field(default=None, sa_type=Date)
    voided_on: date | None = Field(default=None, sa_type=Date)


class BallotEnvelope(SQLModel, table=True):
    """A vote that is not opened yet. `slot` is a keyed hash of the paper, whose key is not in the
    database: the same vote sent again falls into the same slot.
    """

    __tablename__ = "ballot_envelope"

    id: UUID = Field(default_factory=uuid4, primary_key=True, sa_type=Uuid)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    session_id: UUID = Field(foreign_key="ballot_session.id", index=True)
    slot: str = Field(max_length=64, unique=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class Ballot(SQLModel, table=True):
    """An opened vote on one participant, `{criterion key: value}`. The votes of one paper on
    several participants are not kept together: whom a paper leaves out would say whose it is.
    """

    __tablename__ = "ballot"

    id: UUID = Field(default_factory=uuid4, primary_key=True, sa_type=Uuid)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    session_id: UUID = Field(foreign_key="ballot_session.id", index=True)
    participant_id: UUID = Field(foreign_key="duty_participant.id", index=True)
    answers: dict[str, Any] = Field(sa_type=JSONB)
