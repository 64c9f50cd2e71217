"""Nominations and the batches that put them before one election."""

from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Date, ForeignKeyConstraint, Index, text
from sqlmodel import Field

from gongwei.core.models import Row, choice
from gongwei.secretaries.models import Post

OPEN = text("state NOT IN ('appointed', 'rejected', 'withdrawn')")
"""What is on its way, as the indexes of open nominations say it."""


class NominationKind(StrEnum):
    """For the election of a new term, or for a post that falls free while a term runs."""

    ELECTION = "election"
    MID_TERM = "mid_term"


class NominationState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    UNDER_INSPECTION = "under_inspection"
    INSPECTED = "inspected"
    ENDORSED = "endorsed"
    APPROVED = "approved"
    APPOINTED = "appointed"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class NominationBatch(Row, table=True):
    """Nominees who stand for one election, or were proposed by one letter."""

    __tablename__ = "nomination_batch"

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    title: str = Field(max_length=200)
    election_on: date | None = Field(default=None, sa_type=Date)


class Nomination(Row, table=True):
    """A department proposes `person_id` for `post` at `organisation_id`.

    `take_office_on` is planned; the day that counts stands in the appointment. The three accounts
    are those that submitted, endorsed and approved last. `name_pinyin` as in appointments.
    """

    __tablename__ = "nomination"
    derived: ClassVar[frozenset[str]] = frozenset({"name_pinyin"})
    __table_args__ = (
        ForeignKeyConstraint(
            ["person_id", "name_pinyin"], ["person.id", "person.name_pinyin"], onupdate="CASCADE"
        ),
        Index(
            "uq_nomination_open", "organisation_id", "post", "person_id", unique=True,
            postgresql_where=OPEN,
        ),
        Index("ix_nomination_updated_at_id", "updated_at", "id"),
        Index("ix_nomination_open_updated_at", "updated_at", "id", postgresql_where=OPEN),
        Index("ix_nomination_open_name_pinyin", "name_pinyin", "id", postgresql_where=OPEN),
    )  # fmt: skip

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    batch_id: UUID | None = Field(default=None, foreign_key="nomination_batch.id", index=True)
    person_id: UUID = Field(index=True)
    name_pinyin: str = Field(max_length=400)
    post: Post = choice(Post)
    full_time: bool = Field(default=False)
    duty_title: str | None = Field(default=None, max_length=100)
    kind: NominationKind = choice(NominationKind, NominationKind.ELECTION)
    take_office_on: date | None = Field(default=None, sa_type=Date)
    grounds: str = Field(default="", max_length=4000)
    submitted_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    submitted_on: date | None = Field(default=None, sa_type=Date)
    endorsed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    endorsed_on: date | None = Field(default=None, sa_type=Date)
    approved_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    approved_on: date | None = Field(default=None, sa_type=Date)
    approval_number: str | None = Field(default=None, max_length=64)
    """Number of the committee's letter of approval."""
    state: NominationState = choice(NominationState, NominationState.DRAFT, index=True)
