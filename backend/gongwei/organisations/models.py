"""Units, terms of office, and change requests."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import Row, choice, moment


class UnitState(StrEnum):
    ACTIVE = "active"
    CLOSED = "closed"


class Unit(Row, table=True):
    """An employing department. `credit_code` is its unified social credit code (GB 32100-2015)."""

    __tablename__ = "unit"

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    name: str = Field(max_length=200)
    short_name: str = Field(max_length=100)
    search_text: str = Field(max_length=1200)
    credit_code: str | None = Field(default=None, max_length=18, unique=True)
    state: UnitState = choice(UnitState, UnitState.ACTIVE)


class TermState(StrEnum):
    SERVING = "serving"
    ELECTING = "electing"
    ENDED = "ended"


class Term(Row, table=True):
    """A term of office, from the election to `ends_on`, the day on which the next election is
    due."""

    __tablename__ = "term"
    __table_args__ = (
        CheckConstraint("ends_on > elected_on", name="period_not_empty"),
        Index(
            "uq_term_running",
            "organisation_id",
            unique=True,
            postgresql_where=text("state <> 'ended'"),
        ),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    number: int
    years: int
    elected_on: date = Field(sa_type=Date)
    ends_on: date = Field(sa_type=Date, index=True)
    ended_on: date | None = Field(default=None, sa_type=Date)
    state: TermState = choice(TermState, TermState.SERVING)


class ChangeKind(StrEnum):
    CREATE = "create"
    RENAME = "rename"
    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    DISSOLVE = "dissolve"
    GUIDANCE = "guidance"


class ChangeState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    APPLIED = "applied"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class OrganisationChange(Row, table=True):
    """A request to change the tree on a day. For `create`, `organisation_id` is the parent to
    be."""

    __tablename__ = "organisation_change"

    kind: ChangeKind = choice(ChangeKind)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    effective_on: date = Field(sa_type=Date, index=True)
    reason: str = Field(max_length=1000)
    payload: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    state: ChangeState = choice(ChangeState, ChangeState.DRAFT, index=True)
    submitted_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    decided_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    applied_at: datetime | None = moment(nullable=True)
    created_organisation_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    obstacle: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    """Why an approved change could not be applied on its date, as a problem's code and words."""
