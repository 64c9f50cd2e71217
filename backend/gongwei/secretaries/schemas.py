"""Shapes of appointments."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from gongwei.access.filters import OwnedQuery
from gongwei.access.models import OrganisationKind
from gongwei.core.schemas import ActionIn, Day, In, Line, Out, Paragraph, ResourceOut
from gongwei.secretaries.models import AppointmentState, EndCause, Post

DutyTitle = Annotated[Line, Field(max_length=100)]
Note = Annotated[Paragraph, Field(max_length=1000)]


class SecretaryQuery(OwnedQuery):
    """Filters of the list: those in office today, or on a day with `as_of`."""

    post: Post | None = None
    full_time: bool | None = None
    state: AppointmentState | None = None
    as_of: Day | None = None


class SecretaryOut(ResourceOut):
    """A person holds a post at an organisation from `from_on` until the day before `to_on`.

    `name` is a dash where the person's record belongs to an organisation that the caller may not
    see. `term_ends_on`: when the organisation's running term ends; `talk_due_on`: by when the
    appointment talk is still to be held (null too for those who may read no talks).
    """

    state: AppointmentState
    person_id: UUID
    name: str
    organisation_id: UUID
    organisation_name: str
    post: Post
    full_time: bool
    duty_title: str | None
    from_on: date
    to_on: date | None
    nomination_id: UUID | None
    end_cause: EndCause | None
    consent_on: date | None
    consent_note: str | None
    late_reason: str | None
    term_ends_on: date | None
    talk_due_on: date | None


class SecretaryIn(In):
    """An appointment from before the system, entered late and saying why.

    `to_on`, the first day no longer in office, for one that has ended.
    """

    organisation_id: UUID
    person_id: UUID
    post: Post
    full_time: bool = False
    duty_title: DutyTitle | None = None
    from_on: Day
    to_on: Day | None = None
    late_reason: Note


class SecretaryChangeIn(In):
    """A merge patch of somebody in office."""

    full_time: bool | None = None
    duty_title: DutyTitle | None = None

    @field_validator("full_time")
    @classmethod
    def _not_emptied(cls, value: object) -> object:
        if value is None:
            raise PydanticCustomError("missing", "This is required")
        return value


class SecretaryActionIn(ActionIn):
    """`end` takes `on` (the first day no longer in office) and `cause`, and while a term runs the
    superior's consent where none was given here; `consent` takes `consent_note`."""

    on: Day | None = None
    cause: EndCause | None = None
    consent_on: Day | None = None
    consent_note: Note | None = None


class VacancyQuery(OwnedQuery):
    """Filters of vacancies: today, or on a day with `as_of`."""

    as_of: Day | None = None


class VacancyOut(Out):
    """An organisation that needs a secretary and has none; `since` the last one left, if one is
    known."""

    organisation_id: UUID
    organisation_name: str
    kind: OrganisationKind
    since: date | None
