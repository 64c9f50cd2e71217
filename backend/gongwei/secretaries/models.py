"""Appointments: a person holds a post at an organisation for a time."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Date
from sqlmodel import Field

from gongwei.core.models import Row, choice


class Post(StrEnum):
    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    FULL_TIME_DEPUTY_SECRETARY = "full_time_deputy_secretary"


class AppointmentState(StrEnum):
    IN_OFFICE = "in_office"
    ENDED = "ended"


class Appointment(Row, table=True):
    """`person_id` holds `post` at `organisation_id` from `from_on` until the day before `to_on`."""

    __tablename__ = "appointment"
    __table_args__ = (CheckConstraint("to_on IS NULL OR to_on > from_on", name="period_not_empty"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    post: Post = choice(Post)
    full_time: bool = Field(default=False)
    duty_title: str | None = Field(default=None, max_length=100)
    from_on: date = Field(sa_type=Date)
    to_on: date | None = Field(default=None, sa_type=Date)
    state: AppointmentState = choice(AppointmentState, AppointmentState.IN_OFFICE)
