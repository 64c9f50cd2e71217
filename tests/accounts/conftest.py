"""People with a password, signed in through the front door."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from httpx import AsyncClient, Response

from factories.world import World, commit_unrecorded
from gongwei.access.models import User
from gongwei.core.db import Database, narrow
from gongwei.core.passwords import hash_password

PASSWORD = " Quiet harbour 58 "

SignIn = Callable[..., Awaitable[Response]]


@pytest.fixture(scope="session")
def password_hash() -> str:
    return asyncio.run(hash_password(PASSWORD))


async def give_password(database: Database, world: World, hashed: str) -> None:
    """Everybody in the world signs in with PASSWORD."""
    async with database.new_session() as session:
        await narrow(session, "*")
        for user in world.users.values():
            stored = await session.get(User, user.id)
            assert stored is not None
            stored.password_hash = hashed
        await commit_unrecorded(session)


@pytest.fixture
async def people(database: Database, world: World, password_hash: str) -> World:
    await give_password(database, world, password_hash)
    return world


@pytest.fixture
def sign_in(client: AsyncClient) -> SignIn:
    async def post(username: str, password: str = PASSWORD, **more: str) -> Response:
        form = {"username": username, "password": password, **more}
        return await client.post("/api/v1/auth/token", data=form)

    return post


def bearer(response: Response) -> dict[str, str]:
    """The header of whoever was answered with this token."""
    return {"Authorization": f"Bearer {response.json()['access_token']}"}
