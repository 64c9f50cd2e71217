"""The chain of seals shows every change of the log, even one made by the database's owner."""

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from conftest import run_as_owner
from factories.world import World
from gongwei.access.actor import system_actor
from gongwei.access.models import User
from gongwei.audit.models import AuditSeal
from gongwei.audit.record import record
from gongwei.audit.seal import Verification, seal_next, verify
from gongwei.core.db import Database


async def write(database: Database, world: World, *names: str) -> None:
    for name in names:
        async with database.transaction("*") as session:
            user = await session.get(User, world.users["clerk"].id)
            assert user is not None
            user.display_name = name
            record(session, system_actor(world["root"]), "user.change", user, reason=name)


async def seal(database: Database) -> int:
    async with database.transaction("*") as session:
        return await seal_next(session)


async def check(database: Database) -> Verification:
    async with database.transaction("*") as session:
        return await verify(session)


def as_owner(database: Database, *statements: str) -> None:
    """What somebody with the owner's rights could do: switch the trigger off, change, and on."""
    name = make_url(database.url).database
    assert name is not None
    for table in ("audit_entry", "audit_seal", "audit_seal_entry"):
        run_as_owner(f"ALTER TABLE {table} DISABLE TRIGGER append_only", database=name)
    run_as_owner(*statements, database=name)
    for table in ("audit_entry", "audit_seal", "audit_seal_entry"):
        run_as_owner(f"ALTER TABLE {table} ENABLE TRIGGER append_only", database=name)


@pytest.fixture
async def sealed(separate: Database, world_apart: World) -> Database:
    """Two seals, over entries 1 to 3 and 4 to 5, and a sixth entry that no seal holds yet."""
    await write(separate, world_apart, "甲", "乙", "丙")
    assert await seal(separate) == 3
    await write(separate, world_apart, "丁", "戊")
    assert await seal(separate) == 2
    await write(separate, world_apart, "己")
    return separate


async def test_an_untouched_log_is_whole(sealed: Database) -> None:
    found = await check(sealed)
    async with sealed.transaction("*") as session:
        last = (await session.exec(select(AuditSeal.hash).order_by(AuditSeal.number))).all()[-1]
    assert found == Verification(
        ok=True, entries=6, sealed=5, unsealed=1, seals=2, last_hash=last, first_fault=None
    )


async def test_nothing_more_to_seal_seals_nothing(sealed: Database) -> None:
    assert [await seal(sealed), await seal(sealed)] == [1, 0]
    assert (await check(sealed)).seals == 3


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE audit_entry SET reason = 'x' WHERE seq = 2", "seal 1: an entry was changed"),
        ("UPDATE audit_entry SET actor_label = 'x' WHERE seq = 5", "seal 2: an entry was changed"),
        (
            "UPDATE audit_entry SET recorded_at = recorded_at - interval '1 day' WHERE seq = 1",
            "seal 1: an entry was changed",
        ),
        (
            "UPDATE audit_entry SET changes = '{}' WHERE seq = 4",
            "seal 2: an entry was changed",
        ),
        (
            (
                "DELETE FROM audit_seal_entry WHERE place = 1;"
                "DELETE FROM audit_entry WHERE seq IN (2, 5)"
            ),
            "seal 1 holds 2 entries instead of 3",
        ),
        ("UPDATE audit_seal SET hash = repeat('0', 64) WHERE number = 1", "seal 1"),
        (
            (
                "DELETE FROM audit_seal_entry e USING audit_seal s "
                "WHERE e.seal_id = s.id AND s.number = 1;"
                "DELETE FROM audit_seal WHERE number = 1"
            ),
            "seal 1 is missing",
        ),
    ],
)
async def test_tampering_by_the_owner_is_found(
    sealed: Database, tampering: str, fault: str
) -> None:
    as_owner(sealed, *tampering.split(";"))
    found = await check(sealed)
    assert not found.ok
    assert found.first_fault is not None
    assert found.first_fault.startswith(fault)


@pytest.mark.parametrize("table", ["audit_entry", "event", "audit_seal", "audit_seal_entry"])
async def test_neither_the_program_nor_the_owner_changes_a_log_in_passing(
    sealed: Database, table: str
) -> None:
    for statement in (f"UPDATE {table} SET version = 2", f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match="permission denied"):
            async with sealed.transaction("*") as session:
                await session.execute(text(statement))
    name = make_url(sealed.url).database
    assert name is not None
    for statement in (f"UPDATE {table} SET version = 2", f"TRUNCATE {table} CASCADE"):
        run_as_owner(
            f"DO $$ BEGIN {statement}; RAISE 'changed'; EXCEPTION WHEN raise_exception THEN "
            "IF SQLERRM NOT LIKE 'append-only table%' THEN RAISE; END IF; END $$",
            database=name,
        )
