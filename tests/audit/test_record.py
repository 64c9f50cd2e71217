"""What is written is recorded, or is not written at all."""

import pytest
from sqlalchemy import insert, update
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.world import World
from gongwei.access.actor import Actor, system_actor
from gongwei.access.models import RoleAssignment, User
from gongwei.audit.models import AuditEntry, Event
from gongwei.audit.record import UnrecordedChange, record, settle
from gongwei.core.db import Database


@pytest.fixture
def actor(world: World) -> Actor:
    return system_actor(world["root"])


async def entries(database: Database) -> list[AuditEntry]:
    async with database.transaction("*") as session:
        return list((await session.exec(select(AuditEntry).order_by(AuditEntry.seq))).all())


async def clerk(session: AsyncSession, world: World) -> User:
    user = await session.get(User, world.users["clerk"].id)
    assert user is not None
    return user


async def test_a_change_is_recorded_with_what_was_before_and_after(
    database: Database, world: World, actor: Actor
) -> None:
    async with database.transaction("*") as session:
        user = await clerk(session, world)
        user.display_name = "李雷"
        await session.flush()
        user.display_name = "韩梅梅"
        record(session, actor, "user.change", user, reason="改名")
    (entry,) = await entries(database)
    assert (entry.action, entry.subject_type, entry.subject_id) == (
        "user.change",
        "user_account",
        world.users["clerk"].id,
    )
    assert entry.changes == {"display_name": {"before": "clerk（clerk）", "after": "韩梅梅"}}
    assert (entry.reason, entry.organisation_id) == ("改名", world["finance"].id)
    async with database.transaction("*") as session:
        (event,) = (await session.exec(select(Event))).all()
    assert (event.type, event.operation, event.subject_version) == ("user.change", "update", 3)


async def test_two_acts_on_a_row_in_one_transaction_are_told_apart_once_settled(
    database: Database, world: World, actor: Actor
) -> None:
    async with database.transaction("*") as session:
        user = await clerk(session, world)
        user.display_name = "李雷"
        record(session, actor, "user.change", user)
        await settle(session)
        user.display_name = "韩梅梅"
        record(session, actor, "user.change", user)
    assert [entry.changes for entry in await entries(database)] == [
        {"display_name": {"before": "clerk（clerk）", "after": "李雷"}},
        {"display_name": {"before": "李雷", "after": "韩梅梅"}},
    ]
    assert [entry.subject_version for entry in await entries(database)] == [2, 3]


async def test_an_unrecorded_change_stops_the_commit_and_is_not_written(
    database: Database, world: World
) -> None:
    with pytest.raises(UnrecordedChange, match="user_account"):
        async with database.transaction("*") as session:
            (await clerk(session, world)).display_name = "李雷"
    async with database.transaction("*") as session:
        assert (await clerk(session, world)).display_name == "clerk（clerk）"
    assert await entries(database) == []


async def test_an_unrecorded_row_beside_a_recorded_one_is_caught(
    database: Database, world: World, actor: Actor
) -> None:
    async def write() -> None:
        async with database.transaction("*") as session:
            user = await clerk(session, world)
            user.display_name = "李雷"
            session.add(
                RoleAssignment(user_id=user.id, role="member", organisation_id=world["police"].id)
            )
            record(session, actor, "user.change", user)

    with pytest.raises(UnrecordedChange, match="role_assignment"):
        await write()


async def test_an_unrecorded_deletion_is_caught(database: Database, world: World) -> None:
    async def delete() -> None:
        async with database.transaction("*") as session:
            row = await session.get(RoleAssignment, world.assignments["clerk"].id)
            await session.delete(row)

    with pytest.raises(UnrecordedChange, match="role_assignment"):
        await delete()


async def test_a_part_is_covered_by_its_subject(
    database: Database, world: World, actor: Actor
) -> None:
    async with database.transaction("*") as session:
        user = await clerk(session, world)
        part = RoleAssignment(user_id=user.id, role="member", organisation_id=world["police"].id)
        session.add(part)
        record(session, actor, "user.change", user, parts=[part])
    assert [entry.action for entry in await entries(database)] == ["user.change"]


@pytest.mark.parametrize("kind", ["update", "insert"])
async def test_a_bulk_statement_on_recorded_rows_is_refused(
    database: Database, world: World, kind: str
) -> None:
    statement = (
        update(User).values(display_name="x")
        if kind == "update"
        else insert(User).values(username="x")
    )
    with pytest.raises(UnrecordedChange, match="bulk statement on user_account"):
        async with database.transaction("*") as session:
            await session.execute(statement)


async def test_private_values_are_never_in_the_log(
    database: Database, world: World, actor: Actor
) -> None:
    async with database.transaction("*") as session:
        user = await clerk(session, world)
        user.otp_secret = "JBSWY3DPEHPK3PXP"
        user.password_hash = "a-very-secret-hash"
        record(session, actor, "user.change", user)
    (entry,) = await entries(database)
    assert entry.changes == {
        "otp_secret": {"hidden": True},
        "password_hash": {"hidden": True},
    }


async def test_a_transaction_that_fails_leaves_no_entry(
    database: Database, world: World, actor: Actor
) -> None:
    async def fail() -> None:
        async with database.transaction("*") as session:
            user = await clerk(session, world)
            user.display_name = "李雷"
            record(session, actor, "user.change", user)
            await session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert await entries(database) == []
