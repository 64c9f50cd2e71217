"""Shapes of appointments."""

from datetime import date
from uuid import UUID

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import Day, ResourceOut
from gongwei.secretaries.models import AppointmentState, Post


class SecretaryQuery(OwnedQuery):
    """Filters of the list: those in office now, or on a day with `as_of`."""

    post: Post | None = None
    full_time: bool | None = None
    state: AppointmentState | None = None
    as_of: Day | None = None


class SecretaryOut(ResourceOut):
    """A person holds a post at an organisation from `from_on` until the day before `to_on`.

    `name` is a dash where the person's record belongs to an organisation that the caller may not
    see.
    """

    person_id: UUID
    name: str
    organisation_id: UUID
    organisation_name: str
    post: Post
    full_time: bool
    duty_title: str | None
    from_on: date
    to_on: date | None
