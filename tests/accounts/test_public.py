"""What is shown before signing in."""

from fastapi import FastAPI
from httpx import AsyncClient

from factories.world import World
from gongwei.access.actor import system_actor
from gongwei.access.permissions import Role
from gongwei.accounts.demo import DEMO_ACCOUNTS
from gongwei.accounts.users.service import create_account
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.core.passwords import check_password_strength


async def test_settings_name_the_committee(client: AsyncClient, world: World) -> None:
    answer = await client.get("/api/v1/public/settings")
    assert answer.json() == {
        "committee_name": world["root"].name,
        "demo": False,
        "time_zone": "Asia/Shanghai",
        "today": clock.today().isoformat(),
    }


async def test_an_empty_installation_has_no_name(client: AsyncClient) -> None:
    assert (await client.get("/api/v1/public/settings")).json()["committee_name"] is None


async def test_no_accounts_are_shown_outside_the_demonstration(
    client: AsyncClient, world: World
) -> None:
    answer = await client.get("/api/v1/public/demo-accounts")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_the_demonstration_shows_accounts_that_sign_in(
    app: FastAPI, client: AsyncClient, settings: Settings, world: World, database: Database
) -> None:
    app.state.settings = settings.model_copy(update={"demo": True})
    chosen = DEMO_ACCOUNTS[3]
    async with database.transaction("*") as session:
        await create_account(
            session,
            system_actor(world["root"]),
            username=chosen.username,
            display_name=chosen.display_name,
            organisation_id=world["finance"].id,
            password=chosen.password,
            roles=[chosen.role],
            must_change_password=False,
        )
    items = (await client.get("/api/v1/public/demo-accounts")).json()["items"]
    assert items == [
        {
            "username": chosen.username,
            "password": chosen.password,
            "role": chosen.role,
            "organisation": world["finance"].name,
            "organisation_id": str(world["finance"].id),
            "display_name": chosen.display_name,
        }
    ]
    form = {"username": items[0]["username"], "password": items[0]["password"]}
    assert (await client.post("/api/v1/auth/token", data=form)).status_code == 200


def test_every_role_has_a_demonstration_account_with_a_password_that_may_be_chosen() -> None:
    assert {account.role for account in DEMO_ACCOUNTS} == set(Role)
    for account in DEMO_ACCOUNTS:
        for profile in ("asvs", "dengbao"):
            assert check_password_strength(account.password, account.username, profile) == []
