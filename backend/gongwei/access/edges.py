"""The tables of the dated tree: who led or guided whom, and what it was called, and when."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, text
from sqlmodel import Field

from gongwei.core.models import Row, choice


class EdgeKind(StrEnum):
    LEADERSHIP = "leadership"
    GUIDANCE = "guidance"


class OrganisationEdge(Row, table=True):
    """`parent_id` leads or guides `organisation_id` from `valid_from` until the day before
    `valid_to`."""

    __tablename__ = "organisation_edge"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="period_not_empty"),
        CheckConstraint("parent_id <> organisation_id", name="not_itself"),
        Index(
            "uq_organisation_edge_open_leadership",
            "organisation_id",
            unique=True,
            postgresql_where=text("kind = 'leadership' AND valid_to IS NULL"),
        ),
        Index("ix_organisation_edge_parent_id_kind", "parent_id", "kind"),
    )

    kind: EdgeKind = choice(EdgeKind)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    parent_id: UUID = Field(foreign_key="organisation.id")
    valid_from: date = Field(sa_type=Date)
    valid_to: date | None = Field(default=None, sa_type=Date)


class OrganisationName(Row, table=True):
    """What an organisation was called from `valid_from` until the day before `valid_to`."""

    __tablename__ = "organisation_name"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="period_not_empty"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    name: str = Field(max_length=200)
    short_name: str = Field(max_length=100)
    valid_from: date = Field(sa_type=Date)
    valid_to: date | None = Field(default=None, sa_type=Date)
