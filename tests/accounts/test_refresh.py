"""Refresh tokens are good once; sessions end where they should."""

from datetime import timedelta

from httpx import AsyncClient
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from accounts.conftest import SignIn, bearer
from factories.world import World
from gongwei.accounts.models import RefreshToken
from gongwei.audit.models import AuditEntry
from gongwei.core import clock

COOKIE = "gongwei_refresh"
REFRESH = "/api/v1/auth/refresh"


async def test_a_refresh_gives_a_new_token_and_a_new_cookie(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    first = (await sign_in("secretary")).cookies[COOKIE]
    answer = await client.post(REFRESH)
    assert answer.status_code == 200
    assert answer.cookies[COOKIE] != first
    assert answer.json()["assignment_id"] == str(people.assignments["secretary"].id)
    assert (await client.get("/api/v1/me", headers=bearer(answer))).status_code == 200


async def test_a_used_refresh_token_ends_the_whole_family(
    sign_in: SignIn, client: AsyncClient, people: World, session: AsyncSession
) -> None:
    signed_in = await sign_in("secretary")
    stolen = signed_in.cookies[COOKIE]
    renewed = await client.post(REFRESH)
    client.cookies.clear()
    again = await client.post(REFRESH, headers={"Cookie": f"{COOKIE}={stolen}"})
    assert (again.status_code, again.json()["code"]) == (401, "session_ended")
    assert "max-age=0" in again.headers["set-cookie"].lower()
    newest = renewed.cookies[COOKIE]
    after = await client.post(REFRESH, headers={"Cookie": f"{COOKIE}={newest}"})
    assert (after.status_code, after.json()["code"]) == (401, "session_ended")
    for answer in (signed_in, renewed):
        assert (await client.get("/api/v1/me", headers=bearer(answer))).status_code == 401
    actions = (
        await session.exec(
            select(AuditEntry.action).where(AuditEntry.subject_id == people.users["secretary"].id)
        )
    ).all()
    assert sorted(actions) == ["user.end_session", "user.sign_in"]


async def test_another_sign_in_survives_the_end_of_a_family(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    other = await sign_in("secretary")
    client.cookies.clear()
    stolen = (await sign_in("secretary")).cookies[COOKIE]
    await client.post(REFRESH)
    client.cookies.clear()
    await client.post(REFRESH, headers={"Cookie": f"{COOKIE}={stolen}"})
    assert (await client.get("/api/v1/me", headers=bearer(other))).status_code == 200


async def test_a_session_lasts_thirty_days_however_often_it_is_refreshed(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    start = clock.now()
    await sign_in("secretary")
    with clock.Frozen(start + timedelta(days=29)):
        assert (await client.post(REFRESH)).status_code == 200
    with clock.Frozen(start + timedelta(days=30, minutes=1)):
        assert (await client.post(REFRESH)).status_code == 401


async def test_no_cookie_and_a_foreign_cookie_are_refused(
    client: AsyncClient, people: World
) -> None:
    for headers in ({}, {"Cookie": f"{COOKIE}=never-issued"}):
        answer = await client.post(REFRESH, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "session_ended")


async def test_the_database_holds_no_refresh_token_as_such(
    sign_in: SignIn, people: World, session: AsyncSession
) -> None:
    token = (await sign_in("secretary")).cookies[COOKIE]
    stored = (await session.exec(select(RefreshToken))).one()
    assert token not in stored.model_dump_json()


async def test_signing_out_ends_the_session_at_once(
    sign_in: SignIn, client: AsyncClient, people: World, session: AsyncSession
) -> None:
    signed_in = await sign_in("secretary")
    token = signed_in.cookies[COOKIE]
    answer = await client.post("/api/v1/auth/sign-out")
    assert answer.status_code == 204
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert (await client.get("/api/v1/me", headers=bearer(signed_in))).status_code == 401
    after = await client.post(REFRESH, headers={"Cookie": f"{COOKIE}={token}"})
    assert after.status_code == 401
    found = select(AuditEntry.action).where(AuditEntry.action == "user.sign_out")
    assert len((await session.exec(found)).all()) == 1


async def test_signing_out_works_with_the_access_token_alone_and_twice(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    signed_in = await sign_in("secretary")
    client.cookies.clear()
    for _ in range(2):
        answer = await client.post("/api/v1/auth/sign-out", headers=bearer(signed_in))
        assert answer.status_code == 204
    assert (await client.get("/api/v1/me", headers=bearer(signed_in))).status_code == 401
