"""Service certificates, and the seals that are printed on them."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, text
from sqlmodel import Field

from gongwei.core.models import Row, choice, moment


class CertificateState(StrEnum):
    REQUESTED = "requested"
    ISSUED = "issued"
    REVOKED = "revoked"


class Certificate(Row, table=True):
    """A certificate of a person's verified service between two days. Its minutes freeze when it is
    issued. `code` is what anyone checks it by; `notice_until`: the last day of the public notice
    inside the unit, before which it cannot be issued.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        CheckConstraint("until_on >= from_on", name="period_not_empty"),
        CheckConstraint("state <> 'issued' OR number IS NOT NULL", name="issued_with_a_number"),
        Index("ix_certificate_created_at_id", "created_at", "id"),
        Index(
            "uq_certificate_requested",
            "person_id",
            unique=True,
            postgresql_where=text("state = 'requested'"),
        ),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    from_on: date = Field(sa_type=Date)
    until_on: date = Field(sa_type=Date)
    recorded_minutes: int = Field(default=0)
    late_entry_minutes: int = Field(default=0)
    purpose: str = Field(default="", max_length=200)
    notice_from: date = Field(sa_type=Date)
    notice_until: date = Field(sa_type=Date)
    number: str | None = Field(default=None, max_length=40, unique=True)
    code: str | None = Field(default=None, max_length=32, unique=True)
    issued_at: datetime | None = moment(nullable=True)
    issued_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    issued_by_name: str | None = Field(default=None, max_length=100)
    issuer_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    """The organisation in whose name it was issued, whose seal stands on it."""
    revoked_at: datetime | None = moment(nullable=True)
    state: CertificateState = choice(CertificateState, CertificateState.REQUESTED)


class OrganisationSeal(Row, table=True):
    """The picture of an organisation's seal, as an uploaded file."""

    __tablename__ = "organisation_seal"

    organisation_id: UUID = Field(foreign_key="organisation.id", unique=True)
    file_id: UUID = Field(foreign_key="stored_file.id")
