"""The audit log, append-only; the events that others consume; and the seals that chain the log."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.models import TechnicalRow, moment


class AuditEntry(TechnicalRow, table=True):
    """One act. `changes` maps a column to {before, after}; values of private columns are not
    kept.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_subject", "subject_type", "subject_id"),
        Index("ix_audit_entry_organisation_id_seq", "organisation_id", "seq"),
    )
    append_only: ClassVar[bool] = True

    seq: int | None = Field(
        default=None,
        sa_type=BigInteger,
        sa_column_args=(Identity(always=True),),
        nullable=False,
        unique=True,
    )
    occurred_at: datetime = moment()
    recorded_at: datetime = moment()
    actor_user_id: UUID | None = Field(default=None, index=True)
    actor_label: str = Field(max_length=200)
    actor_role: str | None = Field(default=None, max_length=40)
    assignment_id: UUID | None = None
    request_id: str = Field(default="", max_length=64)
    action: str = Field(max_length=80, index=True)
    subject_type: str = Field(max_length=60)
    subject_id: UUID
    subject_label: str = Field(default="", max_length=300)
    subject_version: int
    organisation_id: UUID | None = Field(default=None)
    from_state: str | None = Field(default=None, max_length=40)
    to_state: str | None = Field(default=None, max_length=40)
    reason: str | None = Field(default=None, max_length=1000)
    changes: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)


class Event(TechnicalRow, table=True):
    """What happened, thin: consumers read the record itself by its id."""

    __tablename__ = "event"
    append_only: ClassVar[bool] = True

    seq: int | None = Field(
        default=None,
        sa_type=BigInteger,
        sa_column_args=(Identity(always=True),),
        nullable=False,
        unique=True,
    )
    type: str = Field(max_length=80, index=True)
    subject_type: str = Field(max_length=60)
    subject_id: UUID
    subject_version: int
    organisation_id: UUID | None = None
    operation: str = Field(max_length=10)
    occurred_at: datetime = moment()


class AuditSeal(TechnicalRow, table=True):
    """One link: a digest over the batch's entries and the link before. `number` counts from 1
    without gaps.
    """

    __tablename__ = "audit_seal"
    append_only: ClassVar[bool] = True

    number: int = Field(unique=True)
    entries: int
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)
    sealed_at: datetime = moment()


class AuditSealEntry(TechnicalRow, table=True):
    """Which entry stands where in which seal."""

    __tablename__ = "audit_seal_entry"
    __table_args__ = (UniqueConstraint("seal_id", "place"),)
    append_only: ClassVar[bool] = True

    seal_id: UUID = Field(foreign_key="audit_seal.id")
    entry_id: UUID = Field(foreign_key="audit_entry.id", unique=True)
    place: int
