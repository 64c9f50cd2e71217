"""The second line: with the program's own filter switched off, the database still shows nothing of
a neighbour.
"""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

import gongwei.tables  # noqa: F401
from conftest import run_as_owner
from factories.world import World
from gongwei.access.models import Organisation, User
from gongwei.core.db import Database, narrow

OWNED = sorted(
    name for name, table in SQLModel.metadata.tables.items() if "organisation_id" in table.columns
)


@pytest.fixture
async def police_only(database: Database, world: World) -> AsyncIterator[AsyncSession]:
    """A session narrowed to one department, on which nothing filters but the database."""
    async with database.new_session() as session:
        await narrow(session, world["police"].path)
        yield session


async def test_a_bare_select_shows_only_the_subtree(
    police_only: AsyncSession, world: World
) -> None:
    seen = (await police_only.exec(select(Organisation.id))).all()
    assert set(seen) == {world["police"].id, world["police_office"].id}


async def test_rows_of_a_neighbour_are_not_seen(police_only: AsyncSession, world: World) -> None:
    seen = (await police_only.exec(select(User.username))).all()
    assert seen == ["neighbour"]


async def test_rows_of_a_neighbour_are_not_changed_or_deleted(
    police_only: AsyncSession, world: World
) -> None:
    for statement in (
        "UPDATE user_account SET display_name = 'x' WHERE username = 'clerk'",
        "DELETE FROM role_assignment WHERE role = 'clerk'",
        "UPDATE organisation SET name = 'x' WHERE id <> all(:mine)",
    ):
        given = (
            {"mine": [world["police"].id, world["police_office"].id]}
            if ":mine" in statement
            else {}
        )
        done = await police_only.execute(text(statement), given)
        assert done.rowcount == 0  # type: ignore[attr-defined]


async def test_nothing_is_shown_before_a_scope_is_set(database: Database, world: World) -> None:
    async with database.new_session() as session:
        await narrow(session, "")
        for table in ("organisation", *OWNED):
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0, table


@pytest.mark.parametrize("table", ["organisation", *OWNED])
async def test_every_owned_table_forces_row_security(session: AsyncSession, table: str) -> None:
    found = await session.execute(
        text("SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = :t"),
        {"t": table},
    )
    assert found.one() == (True, True)


async def test_the_program_connects_as_a_role_that_owns_nothing(session: AsyncSession) -> None:
    role = await session.execute(
        text(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles "
            "WHERE rolname = current_user"
        )
    )
    assert role.one() == (False, False, False)
    owned = "SELECT count(*) FROM pg_tables WHERE tableowner = current_user"
    assert await session.scalar(text(owned)) == 0


def test_there_are_owned_tables() -> None:
    assert len(OWNED) >= 15
    assert run_as_owner("SELECT 1") is None
