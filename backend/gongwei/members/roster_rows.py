"""One row of a roster that is imported."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from gongwei.access.models import Sex
from gongwei.members import identity_number as identity
from gongwei.members.models import DatePrecision, Service, Standing


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member of a roster, checked and normalised; `identity_number` is sound (GB 11643).

    Without a number `birth_on` must be there: with the name and the branch it says who is meant.
    `nationality` and `education` are codes of the national tables. What is None was left empty.
    """

    name: str
    identity_number: str | None
    organisation_id: UUID
    group_id: UUID | None = None
    birth_on: date | None = None
    sex: Sex | None = None
    nationality: str | None = None
    education: str | None = None
    joined_on: date | None = None
    joined_precision: DatePrecision = DatePrecision.DAY
    full_on: date | None = None
    phone: str | None = None
    service: Service | None = None
    standing: Standing | None = None

    @property
    def place(self) -> tuple[UUID, UUID | None]:
        return self.organisation_id, self.group_id

    @property
    def born(self) -> date:
        """The birth date, by the number where there is one."""
        if self.identity_number is not None:
            return identity.birth_on(self.identity_number)
        if self.birth_on is None:
            raise ValueError("a row without a number needs a birth date")
        return self.birth_on

    def person_values(self) -> dict[str, Any]:
        """The person's columns as the row has them; birth date, and sex if need be, by the
        number."""
        number, sex = self.identity_number, self.sex
        if sex is None and number is not None:
            sex = Sex(identity.sex(number))
        return {
            "name": self.name,
            "sex": sex,
            "birth_on": self.born,
            "identity_number": number,
            "nationality": self.nationality,
            "education": self.education,
            "phone": self.phone,
        }

    def member_values(self) -> dict[str, Any]:
        """The member's columns as the row has them."""
        return {
            "joined_on": self.joined_on,
            "joined_precision": self.joined_precision if self.joined_on else None,
            "full_on": self.full_on,
            "service": self.service,
            "standing": self.standing,
        }
