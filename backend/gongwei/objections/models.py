"""Objections: filed by whoever is described, examined by the committee."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Date, Index
from sqlmodel import Field

from gongwei.core.models import Row, choice


class ObjectionState(StrEnum):
    FILED = "filed"
    EXAMINING = "examining"
    UPHELD = "upheld"
    DISMISSED = "dismissed"


class Objection(Row, table=True):
    """`person_id` objects to the record `about_type`, `about_id`, which describes that person.

    `about_part` names the section or line. `answer` is given with the decision.
    """

    __tablename__ = "objection"
    __table_args__ = (Index("ix_objection_about", "about_type", "about_id"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    about_type: str = Field(max_length=60)
    about_id: UUID
    about_part: str | None = Field(default=None, max_length=100)
    text: str = Field(max_length=4000)
    answer: str | None = Field(default=None, max_length=4000)
    examined_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    decided_on: date | None = Field(default=None, sa_type=Date)
    state: ObjectionState = choice(ObjectionState, ObjectionState.FILED)
