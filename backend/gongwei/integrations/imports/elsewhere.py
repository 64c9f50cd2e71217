"""Numbers that somebody outside the caller's subtree holds: told as held, and never by whom.

The only reading of an import that reaches beyond the caller's subtree; what leaves it are numbers
that
the caller's own workbook named.
"""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.models import Organisation, OrganisationState, Person
from gongwei.access.people import has_identity
from gongwei.core.bulk import BATCH
from gongwei.core.db import SCOPE_SETTING, WHOLE_TREE, narrow
from gongwei.organisations.models import Unit


@asynccontextmanager
async def _whole_tree(session: AsyncSession) -> AsyncIterator[None]:
    present = await session.scalar(
        text("SELECT current_setting(:name, true)"), {"name": SCOPE_SETTING}
    )
    await narrow(session, WHOLE_TREE)
    yield
    await narrow(session, present or "")


async def held_identities(session: AsyncSession, hashes: Collection[str]) -> set[str]:
    """Those of these keyed hashes under which any person is held."""
    found: set[str] = set()
    wanted = list(hashes)
    async with _whole_tree(session):
        for start in range(0, len(wanted), BATCH):
            query = select(Person.identity_hash).where(has_identity(wanted[start : start + BATCH]))
            found.update(one for one in (await session.exec(query)).all() if one is not None)
    return found


async def held_credit_codes(session: AsyncSession, codes: Collection[str]) -> set[str]:
    """Those of these credit codes that any unit has."""
    async with _whole_tree(session):
        query = select(Unit.credit_code).where(col(Unit.credit_code).in_(codes))
        return {one for one in (await session.exec(query)).all() if one is not None}


async def held_organisation_codes(session: AsyncSession, codes: Collection[str]) -> set[str]:
    """Those of these codes that any active organisation has."""
    async with _whole_tree(session):
        query = select(Organisation.code).where(
            col(Organisation.code).in_(codes),
            col(Organisation.state) == OrganisationState.ACTIVE,
        )
        return set((await session.exec(query)).all())
