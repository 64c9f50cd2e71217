"""Results: calculated by the scheme, decided by a named leader, published as a frozen revision."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import Row, choice, moment


class DutyResultState(StrEnum):
    PROPOSED = "proposed"
    AWAITING_CONFIRMATION = "awaiting_confirmation"
    DECIDED = "decided"
    PUBLISHED = "published"


class DutyResultRevision(Row, table=True):
    """What was published: `document` is canonical JSON (RFC 8785) of inputs and outputs, `sha256`
    the hash of its UTF-8 bytes in hex.
    """

    __tablename__ = "duty_result_revision"
    private: ClassVar[frozenset[str]] = frozenset({"document"})
    __table_args__ = (UniqueConstraint("round_id", "revision"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    round_id: UUID = Field(foreign_key="duty_round.id")
    revision: int
    document: str = Field(sa_type=Text)
    sha256: str = Field(max_length=64)
    published_at: datetime = moment()
    published_by_name: str = Field(max_length=200)


class DutyResult(Row, table=True):
    """The result of one participant in one revision of a round. `total` and `proposed_grade` are
    what the scheme gives: none while a group is missing under the policy `invalid`.

    The decision names the grade by its key in the scheme; one that differs from the proposal has a
    reason and is confirmed by a second person.
    """

    __tablename__ = "duty_result"
    private: ClassVar[frozenset[str]] = frozenset({"total", "groups", "lines"})
    __table_args__ = (
        UniqueConstraint("participant_id", "revision"),
        CheckConstraint(
            "confirmed_by IS NULL OR confirmed_by <> decided_by", name="confirmed_by_another"
        ),
        CheckConstraint(
            "state IN ('proposed') OR decided_grade IS NOT NULL", name="decided_with_a_grade"
        ),
        Index("ix_duty_result_round_id_revision", "round_id", "revision"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    round_id: UUID = Field(foreign_key="duty_round.id")
    participant_id: UUID = Field(foreign_key="duty_participant.id")
    person_id: UUID = Field(foreign_key="person.id", index=True)
    revision: int
    total: Decimal | None = Field(default=None, sa_type=Numeric(8, 4))
    total_withheld: bool = Field(default=False)
    groups: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSONB)
    """What stands behind the total, by group of the scheme; read through `suppression.py` alone."""
    lines: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSONB)
    """The explanation, with the same proviso."""
    proposed_grade: str | None = Field(default=None, max_length=40)
    decided_grade: str | None = Field(default=None, max_length=40)
    decision_reason: str | None = Field(default=None, max_length=1000)
    decided_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    decided_by_name: str | None = Field(default=None, max_length=200)
    decided_at: datetime | None = moment(nullable=True)
    confirmed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    confirmed_by_name: str | None = Field(default=None, max_length=200)
    confirmed_at: datetime | None = moment(nullable=True)
    acknowledged_at: datetime | None = moment(nullable=True)
    """When the person read the notice."""
    state: DutyResultState = choice(DutyResultState, DutyResultState.PROPOSED)
