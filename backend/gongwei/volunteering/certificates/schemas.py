"""Shapes of certificates and seals. All durations are whole minutes."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import Day, In, Out, Remark, ResourceOut
from gongwei.volunteering.certificates.models import CertificateState

Star = Annotated[int, Field(ge=0, le=5)]


class CertificateQuery(OwnedQuery):
    """Filters of the list; `q` is looked for in the person's name and in the number."""

    state: CertificateState | None = None
    person_id: UUID | None = None


class OwnCertificateIn(In):
    """A certificate of one's own service between two days, both included."""

    from_on: Day
    until_on: Day
    purpose: Remark = ""


class CertificateIn(OwnCertificateIn):
    """A certificate of somebody's service."""

    person_id: UUID


class CertificateOut(ResourceOut):
    """A certificate. The two sums are never mixed; until it is issued they are today's.

    `star_level`: from 100, 300, 600, 1,000 and 1,500 recorded hours. `notice_from` to
    `notice_until`: seven days inside the unit, after which it may be issued. `number`, `code` and
    `check_url` come with that. `name` is a dash where the person's record may not be seen.
    """

    state: CertificateState
    organisation_id: UUID
    organisation_name: str
    person_id: UUID
    name: str
    from_on: date
    until_on: date
    recorded_minutes: int
    late_entry_minutes: int
    star_level: Star
    purpose: str
    notice_from: date
    notice_until: date
    number: str | None
    code: str | None
    check_url: str | None
    issued_at: datetime | None
    issued_by_name: str | None
    revoked_at: datetime | None


class CertificateNoticeOut(Out):
    """Who of the own unit is to get a certificate of how many minutes."""

    id: UUID
    name: str
    organisation_name: str
    from_on: date
    until_on: date
    recorded_minutes: int
    late_entry_minutes: int
    notice_from: date
    notice_until: date


class PublicCertificateOut(Out):
    """What anyone may check: whether it holds and what it says. The name is masked."""

    state: Literal["issued", "revoked"]
    number: str
    name: str
    organisation_name: str
    from_on: date
    until_on: date
    recorded_minutes: int
    late_entry_minutes: int
    star_level: Star
    issued_on: date
    revoked_on: date | None


class SealIn(In):
    """The uploaded picture of the seal."""

    file_id: UUID


class SealOut(ResourceOut):
    """The seal that is printed on what the organisation issues."""

    state: Literal["in_use"] = "in_use"
    organisation_id: UUID
    file_id: UUID
    file_name: str
