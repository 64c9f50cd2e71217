"""One-time codes: set up, asked for, and good once."""

from datetime import datetime, timedelta

import pyotp
import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from accounts.conftest import PASSWORD, SignIn, bearer
from factories.world import World, commit_unrecorded
from gongwei.access.models import User
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import Database, narrow

OTP = "/api/v1/me/otp"


@pytest.fixture
def noon() -> datetime:
    """A moment that begins a step, so that codes do not change under a test."""
    return datetime.fromtimestamp(clock.now().timestamp() // 30 * 30, clock.now().tzinfo)


async def set_up(client: AsyncClient, world: World, name: str, at: datetime) -> pyotp.TOTP:
    """Switch two factors on with the code of `at`; answers the person's app."""
    headers = world.headers(name)
    secret = (await client.post(OTP, headers=headers)).json()["secret"]
    app = pyotp.TOTP(secret)
    confirmed = await client.post(
        f"{OTP}/actions/confirm", json={"otp": app.at(at)}, headers=headers
    )
    assert confirmed.status_code == 204
    return app


async def test_the_second_factor_is_asked_for_after_the_right_password_only(
    sign_in: SignIn, client: AsyncClient, people: World, noon: datetime
) -> None:
    with clock.Frozen(noon):
        app = await set_up(client, people, "officer", noon)
    later = noon + timedelta(seconds=30)
    with clock.Frozen(later):
        wrong = await sign_in("officer", "wrong", otp=app.at(later))
        without = await sign_in("officer")
        bad = await sign_in("officer", otp="000000" if app.at(later) != "000000" else "111111")
        right = await sign_in("officer", otp=app.at(later))
    assert [answer.status_code for answer in (wrong, without, bad, right)] == [401, 401, 401, 200]
    assert [answer.json()["code"] for answer in (wrong, without, bad)] == [
        "invalid_credentials",
        "otp_required",
        "otp_invalid",
    ]


async def test_a_code_signs_in_once(
    sign_in: SignIn, client: AsyncClient, people: World, noon: datetime
) -> None:
    with clock.Frozen(noon):
        app = await set_up(client, people, "officer", noon)
        replayed = await sign_in("officer", otp=app.at(noon))
    later = noon + timedelta(seconds=60)
    with clock.Frozen(later):
        first = await sign_in("officer", otp=app.at(later))
        second = await sign_in("officer", otp=app.at(later))
    assert [answer.status_code for answer in (replayed, first, second)] == [401, 200, 401]
    assert second.json()["code"] == "otp_invalid"


async def test_wrong_codes_pause_the_account_and_missing_ones_do_not(
    sign_in: SignIn, client: AsyncClient, people: World, noon: datetime
) -> None:
    with clock.Frozen(noon):
        await set_up(client, people, "officer", noon)
        missing = {(await sign_in("officer")).status_code for _ in range(11)}
        wrong = [(await sign_in("officer", otp="12345x")).status_code for _ in range(11)]
    assert missing == {401}
    assert wrong == [401] * 10 + [429]


async def test_a_second_set_up_is_refused_until_an_administrator_resets_it(
    client: AsyncClient, people: World, noon: datetime, sign_in: SignIn
) -> None:
    with clock.Frozen(noon):
        await set_up(client, people, "officer", noon)
        again = await client.post(OTP, headers=people.headers("officer"))
        assert (again.status_code, again.json()["code"]) == (409, "otp_already_set")
        reset = await client.post(
            f"/api/v1/users/{people.users['officer'].id}/actions/reset_otp",
            json={},
            headers=people.headers("system_admin"),
        )
        assert (reset.status_code, reset.json()["otp_enabled"]) == (200, False)
        assert (await sign_in("officer")).status_code == 200


async def test_a_secret_counts_only_once_it_is_confirmed(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    headers = people.headers("officer")
    early = await client.post(f"{OTP}/actions/confirm", json={"otp": "123456"}, headers=headers)
    assert (early.status_code, early.json()["code"]) == (409, "otp_not_started")
    await client.post(OTP, headers=headers)
    wrong = await client.post(f"{OTP}/actions/confirm", json={"otp": "12345x"}, headers=headers)
    assert (wrong.status_code, wrong.json()["errors"][0]["code"]) == (422, "otp_invalid")
    assert (await sign_in("officer")).status_code == 200


async def test_committee_roles_do_nothing_before_the_second_factor_is_set_up(
    app: FastAPI, settings: Settings, sign_in: SignIn, client: AsyncClient, people: World,
    noon: datetime,
) -> None:  # fmt: skip
    app.state.settings = settings.model_copy(update={"require_otp": True})
    with clock.Frozen(noon):
        headers = bearer(await sign_in("officer"))
        me = (await client.get("/api/v1/me", headers=headers)).json()
        assert (me["otp_setup_required"], me["permissions"]) == (True, [])
        body = {
            "organisation_id": str(people["finance"].id),
            "title": "整改",
            "due_on": "2030-01-01",
        }
        refused = await client.post("/api/v1/tasks", json=body, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "otp_setup_required")
        await set_up(client, people, "officer", noon)
        me = (await client.get("/api/v1/me", headers=headers)).json()
        assert (me["otp_setup_required"], "tasks.write" in me["permissions"]) == (False, True)
        assert (await client.post("/api/v1/tasks", json=body, headers=headers)).status_code == 201


async def test_nothing_is_done_with_a_password_that_somebody_else_has_set(
    sign_in: SignIn, client: AsyncClient, people: World, database: Database
) -> None:
    headers = bearer(await sign_in("clerk"))
    async with database.new_session() as session:
        await narrow(session, "*")
        user = await session.get(User, people.users["clerk"].id)
        assert user is not None
        user.must_change_password = True
        await commit_unrecorded(session)
    me = (await client.get("/api/v1/me", headers=headers)).json()
    assert (me["must_change_password"], me["permissions"]) == (True, [])
    organisation = f"/api/v1/organisations/{people['finance'].id}"
    refused = await client.get(organisation, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "password_change_required")
    change = {"current_password": PASSWORD, "new_password": "a password of my own 7"}
    answer = await client.post("/api/v1/me/password", json=change, headers=headers)
    assert answer.status_code == 204
    assert (await client.get(organisation, headers=headers)).status_code == 200
