"""Figures of the roster on a day: one grouped query, and the sums taken from its lines.

Counts hold no personal data, so whoever may read an organisation may read them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, literal, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person, Sex
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.members.ages import in_band
from gongwei.members.code_tables import EDUCATION, UNIVERSITY_EDUCATION
from gongwei.members.models import Member, Membership, Service, Standing
from gongwei.members.roster import held_on

HAN = "01"
"""GB/T 3304: every other nationality counts as a minority."""

YOUNG_BELOW = 45
"""“Under 45” means that the 45th birthday is not reached on the day of the figures."""

AGE_BANDS: tuple[tuple[str, int | None, int | None], ...] = (
    ("to_35", None, 35),
    ("36_45", 36, 45),
    ("46_55", 46, 55),
    ("56_60", 56, 60),
    ("from_61", 61, None),
)
UNKNOWN = "unknown"


@dataclass(frozen=True)
class ServiceCounts:
    """Members in service and retired; together they are all members."""

    in_service: int = 0
    retired: int = 0

    @property
    def members(self) -> int:
        return self.in_service + self.retired

    def __add__(self, other: "ServiceCounts") -> "ServiceCounts":
        return ServiceCounts(self.in_service + other.in_service, self.retired + other.retired)


@dataclass(frozen=True)
class MemberFigures:
    """Members of a subtree on a day. `age_bands` and `education` are keyed by code, in their order;
    `unknown` stands last and only where somebody's is unknown."""

    total: int = 0
    in_service: int = 0
    retired: int = 0
    full: int = 0
    probationary: int = 0
    women: int = 0
    minority: int = 0
    in_service_under_45: int = 0
    in_service_with_degree: int = 0
    age_bands: dict[str, ServiceCounts] = field(default_factory=dict)
    education: dict[str, ServiceCounts] = field(default_factory=dict)


async def member_figures(
    session: AsyncSession,
    actor: Actor,
    organisations: Select[Any],
    as_of: date,
    *,
    group_id: UUID | None = None,
) -> MemberFigures:
    """Figures of the members of `organisations`, a SELECT of their ids, on a day.

    For a single group give its branch and `group_id`: members belong to branches, and groups divide
    them.
    """
    band = case(
        *((in_band(low, high, as_of), literal(code)) for code, low, high in AGE_BANDS),
        else_=literal(UNKNOWN),
    )
    keys: tuple[Any, ...] = (
        col(Member.service),
        col(Member.standing),
        col(Person.sex) == Sex.FEMALE,
        col(Person.nationality) != HAN,
        in_band(None, YOUNG_BELOW - 1, as_of),
        func.coalesce(col(Person.education), UNKNOWN),
        band,
    )
    named = [key.label(f"key_{number}") for number, key in enumerate(keys)]
    query = (
        select(*named, func.count())
        .select_from(Membership)
        .join(Member, col(Member.id) == col(Membership.member_id))
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(*_counted(actor, organisations, as_of, group_id))
        .group_by(*named)
    )
    return _summed([tuple(row) for row in (await session.execute(query)).all()])


def _counted(
    actor: Actor, organisations: Select[Any], as_of: date, group_id: UUID | None = None
) -> Iterable[ColumnElement[bool]]:
    yield in_scope(actor, Membership, Permission.ORGANISATIONS_READ)
    yield held_on(as_of)
    yield col(Membership.organisation_id).in_(organisations)
    if group_id is not None:
        yield col(Membership.group_id) == group_id


def _summed(lines: Sequence[tuple[Any, ...]]) -> MemberFigures:
    bands: Counter[tuple[str, Service]] = Counter()
    levels: Counter[tuple[str, Service]] = Counter()
    sums: Counter[str] = Counter()
    for service, standing, woman, minority, young, education, band, number in lines:
        bands[band, service] += number
        levels[education, service] += number
        working = service is Service.IN_SERVICE
        for name, counts in (
            ("total", True),
            ("in_service", working),
            ("retired", not working),
            ("full", standing is Standing.FULL),
            ("probationary", standing is Standing.PROBATIONARY),
            ("women", woman),
            ("minority", minority),
            ("in_service_under_45", working and young),
            ("in_service_with_degree", working and education in UNIVERSITY_EDUCATION),
        ):
            sums[name] += number if counts else 0
    return MemberFigures(
        **sums,
        age_bands=_by_code(bands, [code for code, _, _ in AGE_BANDS]),
        education=_by_code(levels, [entry.code for entry in EDUCATION.codes]),
    )


def _by_code(
    counted: Counter[tuple[str, Service]], codes: Sequence[str]
) -> dict[str, ServiceCounts]:
    found = {
        code: ServiceCounts(counted[code, Service.IN_SERVICE], counted[code, Service.RETIRED])
        for code in (*codes, UNKNOWN)
    }
    if not found[UNKNOWN].members:
        del found[UNKNOWN]
    return found


@dataclass(frozen=True)
class BranchCounts:
    """Members of a branch who are in one of its groups, or (`group_id` None) in none."""

    branch_id: UUID
    group_id: UUID | None
    counts: ServiceCounts


async def counts_by_branch(
    session: AsyncSession,
    actor: Actor,
    organisations: Select[Any],
    as_of: date,
    *,
    group_id: UUID | None = None,
) -> list[BranchCounts]:
    """Members of `organisations` (and of one group) on a day, each counted in exactly one line."""
    place = (col(Membership.organisation_id), col(Membership.group_id))
    working = func.count().filter(col(Member.service) == Service.IN_SERVICE)
    query = (
        select(*place, working, func.count() - working)
        .join(Member, col(Member.id) == col(Membership.member_id))
        .where(*_counted(actor, organisations, as_of, group_id))
        .group_by(*place)
    )
    return [
        BranchCounts(row[0], row[1], ServiceCounts(row[2], row[3]))
        for row in (await session.execute(query)).all()
    ]
