"""Shapes of the roster. Codes are those of the national tables at `/code-tables`."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.access.models import Sex
from gongwei.core.schemas import Day, In, Line, Out, Paragraph, ResourceOut
from gongwei.members.models import DatePrecision, MemberState, Service, Standing

PersonName = Annotated[Line, Field(max_length=100)]
TwoDigits = Annotated[str, Field(pattern=r"^[0-9]{2}$", max_length=2)]
Typed = Annotated[Line, Field(max_length=40)]
"""A number as people type it: blanks, full-width digits and a small x are put right."""

Reason = Annotated[Paragraph, Field(max_length=1000)]
Years = Annotated[int, Field(ge=0, le=150)]


class RosterQuery(OwnedQuery):
    """Filters of the roster; `q` is looked for in names and their pinyin. With `as_of`, who
    belonged where on that day, and how old they were."""

    sex: Sex | None = None
    education: TwoDigits | None = None
    nationality: TwoDigits | None = None
    service: Service | None = None
    standing: Standing | None = None
    state: MemberState | None = None
    age_from: Years | None = None
    age_to: Years | None = None
    as_of: Day | None = None


class MemberOut(ResourceOut):
    """A member with the present branch, or that of `as_of`. Numbers are masked."""

    person_id: UUID
    organisation_id: UUID
    organisation_name: str
    group_id: UUID | None
    group_name: str | None
    name: str
    sex: Sex | None
    nationality: str | None
    education: str | None
    birth_on: date | None
    age: int | None
    identity_number: str | None
    phone: str | None
    joined_on: date | None
    joined_precision: DatePrecision
    full_on: date | None
    standing: Standing
    service: Service


class MemberIn(In):
    """A new member. Birth date and sex are taken from the identity number where they are left
    out."""

    organisation_id: UUID
    group_id: UUID | None = None
    member_since: Day | None = None
    """First day in this branch; today when left out."""
    name: PersonName
    sex: Sex | None = None
    nationality: TwoDigits | None = None
    education: TwoDigits | None = None
    birth_on: Day | None = None
    identity_number: Typed | None = None
    phone: Typed | None = None
    joined_on: Day | None = None
    joined_precision: DatePrecision = DatePrecision.DAY
    full_on: Day | None = None
    standing: Standing = Standing.FULL
    service: Service = Service.IN_SERVICE


class MemberChangeIn(In):
    """A merge patch: what is left out stays; null clears what may be empty."""

    name: PersonName | None = None
    sex: Sex | None = None
    nationality: TwoDigits | None = None
    education: TwoDigits | None = None
    birth_on: Day | None = None
    identity_number: Typed | None = None
    phone: Typed | None = None
    joined_on: Day | None = None
    joined_precision: DatePrecision | None = None
    full_on: Day | None = None
    standing: Standing | None = None
    service: Service | None = None


class MoveIn(In):
    """Where a member goes on a day, today or earlier."""

    organisation_id: UUID
    group_id: UUID | None = None
    effective_on: Day
    reason: Reason


class LookupIn(In):
    """A whole identity number."""

    identity_number: Typed


class LeaveIn(In):
    """The first day on which the member is no longer on the roster, today or earlier."""

    on: Day
    reason: Reason


class RevealIn(In):
    """Why the full numbers are needed; kept in the audit log."""

    reason: Reason


class RevealedOut(Out):
    """The full numbers. Reading them is recorded."""

    identity_number: str | None
    phone: str | None


class MembershipOut(Out):
    """The member belonged here from `valid_from` until the day before `valid_to`."""

    id: UUID
    organisation_id: UUID
    organisation_name: str
    group_id: UUID | None
    group_name: str | None
    valid_from: date
    valid_to: date | None
