"""Members and their dated membership of a branch and a group."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, text
from sqlmodel import Field

from gongwei.core.models import Row, choice


class Standing(StrEnum):
    FULL = "full"
    PROBATIONARY = "probationary"


class Service(StrEnum):
    IN_SERVICE = "in_service"
    RETIRED = "retired"


class DatePrecision(StrEnum):
    """How exactly the office's workbook gave a date: `2006.07` is exact to the month."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class MemberState(StrEnum):
    ACTIVE = "active"
    LEFT = "left"


class Member(Row, table=True):
    """A party member. `organisation_id` and `group_id` are today's; history is in `membership`."""

    __tablename__ = "member"

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    group_id: UUID | None = Field(default=None, foreign_key="organisation.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", unique=True)
    name_pinyin: str = Field(max_length=400, index=True)
    """The person's pinyin, kept here so that a roster is sorted by an index of its own."""
    joined_on: date | None = Field(default=None, sa_type=Date)
    joined_precision: DatePrecision = choice(DatePrecision, DatePrecision.DAY)
    full_on: date | None = Field(default=None, sa_type=Date)
    standing: Standing = choice(Standing, Standing.FULL)
    service: Service = choice(Service, Service.IN_SERVICE)
    state: MemberState = choice(MemberState, MemberState.ACTIVE)


class Membership(Row, table=True):
    """A member belonged to a branch and group from `valid_from` until the day before `valid_to`."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="period_not_empty"),
        Index(
            "uq_membership_open",
            "member_id",
            unique=True,
            postgresql_where=text("valid_to IS NULL"),
        ),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    group_id: UUID | None = Field(default=None, foreign_key="organisation.id", index=True)
    member_id: UUID = Field(foreign_key="member.id", index=True)
    valid_from: date = Field(sa_type=Date)
    valid_to: date | None = Field(default=None, sa_type=Date)
