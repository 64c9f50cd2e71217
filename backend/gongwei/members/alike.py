"""Finding people again without an identity number: by name, birth date and branch."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, or_, select
from sqlalchemy import String as Text
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person, Sex
from gongwei.access.people import among, name_texts
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.members.roster_rows import MemberRow

Likeness = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a row means, or that nobody can tell."""

    person_id: UUID | None = None
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class _Alike:
    person_id: UUID
    organisation_id: UUID
    sex: Sex | None
    has_number: bool


async def match_by_name(
    session: AsyncSession, actor: Actor, rows: Sequence[MemberRow]
) -> dict[MemberRow, Match]:
    """For rows whose number is not held, or that have none.

    A number may be added to somebody who is held without one. A row without a number is never
    taken for a new member while somebody of the same name and birth date is held elsewhere.
    """
    held = await _alike(session, actor, rows) if rows else {}
    return {row: _match(row, held.get(_likeness(row), ())) for row in rows}


def _likeness(row: MemberRow) -> Likeness:
    return row.name, row.born


async def _alike(
    session: AsyncSession, actor: Actor, rows: Sequence[MemberRow]
) -> dict[Likeness, list[_Alike]]:
    bare = [name_texts(row.name)["name_pinyin"] for row in rows if row.identity_number is None]
    columns: tuple[Any, ...] = (
        Person.name,
        Person.birth_on,
        Person.id,
        Person.organisation_id,
        Person.sex,
        col(Person.identity_hash).is_not(None),
    )
    pinyin = col(Person.name_pinyin)
    query = select(*columns).where(
        in_scope(actor, Person, Permission.MEMBERS_READ),
        among(pinyin, {name_texts(row.name)["name_pinyin"] for row in rows}, Text()),
        among(col(Person.birth_on), {row.born for row in rows}, Date()),
        or_(col(Person.identity_hash).is_(None), among(pinyin, bare, Text())),
    )
    found: dict[Likeness, list[_Alike]] = defaultdict(list)
    for name, born, *rest in (await session.execute(query)).all():
        found[name, born].append(_Alike(*rest))
    return found


def _match(row: MemberRow, alike: Sequence[_Alike]) -> Match:
    here = [one for one in alike if one.organisation_id == row.organisation_id]
    if row.identity_number is not None:
        here = [one for one in here if not one.has_number]
    elif alike and not here:
        return Match(unclear=True)
    if not here:
        return Match()
    told = row.person_values()["sex"]
    is_other = here[0].sex is not None and told is not None and here[0].sex != told
    if len(here) > 1 or is_other:
        return Match(unclear=True)
    return Match(here[0].person_id)
