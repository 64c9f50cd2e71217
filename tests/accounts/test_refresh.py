"""Refresh tokens are good once; sessions end where they should."""

import asyncio
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime, timedelta

import pytest
from httpx import ASGITransport, AsyncClient, Response
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from accounts.conftest import PASSWORD, SignIn, bearer, give_password
from factories.world import World, build_world
from gongwei.accounts.models import RefreshToken
from gongwei.audit.models import AuditEntry
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.main import create_app

COOKIE = "gongwei_refresh"
REFRESH = "/api/v1/auth/refresh"
ENDED = (401, "session_ended")
REPEATABLE = timedelta(minutes=10)
TRY, OTHER_TRY = "one-try", "another-try"


async def present(
    client: AsyncClient, token: str, at: datetime | None = None, attempt: str | None = None
) -> Response:
    """Refresh with this token and no other, in a try of this name, at a moment of the server."""
    client.cookies.clear()
    headers = {"Cookie": f"{COOKIE}={token}"}
    if attempt is not None:
        headers["Idempotency-Key"] = attempt
    with clock.Frozen(at) if at else nullcontext():
        return await client.post(REFRESH, headers=headers)


async def acts_on(session: AsyncSession, people: World) -> Sequence[str]:
    """What is recorded about the secretary's account."""
    query = select(AuditEntry.action).where(AuditEntry.subject_id == people.users["secretary"].id)
    return sorted((await session.exec(query)).all())


async def test_a_refresh_gives_a_new_token_and_a_new_cookie(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    first = (await sign_in("secretary")).cookies[COOKIE]
    answer = await client.post(REFRESH)
    assert answer.status_code == 200
    assert answer.cookies[COOKIE] != first
    assert answer.json()["assignment_id"] == str(people.assignments["secretary"].id)
    assert (await client.get("/api/v1/me", headers=bearer(answer))).status_code == 200


@pytest.mark.parametrize(
    "tries",
    [(None, None), (TRY, None), (None, TRY), (TRY, OTHER_TRY)],
    ids=["without names", "a name, then none", "none, then a name", "two names"],
)
async def test_a_token_used_twice_ends_the_whole_family(
    sign_in: SignIn, client: AsyncClient, people: World, session: AsyncSession,
    tries: tuple[str | None, str | None],
) -> None:  # fmt: skip
    signed_in = await sign_in("secretary")
    first = signed_in.cookies[COOKIE]
    second = await present(client, first, attempt=tries[0])
    again = await present(client, first, attempt=tries[1])
    assert (again.status_code, again.json()["code"]) == ENDED
    assert "max-age=0" in again.headers["set-cookie"].lower()
    after = await present(client, second.cookies[COOKIE])
    assert (after.status_code, after.json()["code"]) == ENDED
    for answer in (signed_in, second):
        assert (await client.get("/api/v1/me", headers=bearer(answer))).status_code == 401
    assert await acts_on(session, people) == ["user.end_session", "user.sign_in"]


async def test_a_try_whose_answer_was_lost_is_answered_again_and_recorded(
    sign_in: SignIn, client: AsyncClient, people: World, session: AsyncSession
) -> None:
    start = clock.now()
    first = (await sign_in("secretary")).cookies[COOKIE]
    lost = await present(client, first, start, TRY)
    again = await present(client, first, start + REPEATABLE, TRY)
    assert again.status_code == 200
    assert again.cookies[COOKIE] not in {first, lost.cookies[COOKIE]}
    assert await acts_on(session, people) == ["user.repeat_refresh", "user.sign_in"]
    assert (await present(client, again.cookies[COOKIE])).status_code == 200


async def test_a_try_repeated_after_ten_minutes_ends_the_family(
    sign_in: SignIn, client: AsyncClient, people: World, session: AsyncSession
) -> None:
    start = clock.now()
    first = (await sign_in("secretary")).cookies[COOKIE]
    newest = await present(client, first, start, TRY)
    again = await present(client, first, start + REPEATABLE + timedelta(milliseconds=1), TRY)
    assert (again.status_code, again.json()["code"]) == ENDED
    assert (await present(client, newest.cookies[COOKIE])).status_code == 401
    assert await acts_on(session, people) == ["user.end_session", "user.sign_in"]


async def test_repeating_a_try_does_not_lengthen_its_ten_minutes(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    start = clock.now()
    first = (await sign_in("secretary")).cookies[COOKIE]
    for minutes, expected in [(0, 200), (6, 200), (9, 200), (12, 401)]:
        answer = await present(client, first, start + timedelta(minutes=minutes), TRY)
        assert (minutes, answer.status_code) == (minutes, expected)


async def test_a_try_is_not_repeated_once_what_it_gave_was_used(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    first = (await sign_in("secretary")).cookies[COOKIE]
    second = (await present(client, first, attempt=TRY)).cookies[COOKIE]
    third = (await present(client, second, attempt=OTHER_TRY)).cookies[COOKIE]
    assert (await present(client, first, attempt=TRY)).status_code == 401
    assert (await present(client, third)).status_code == 401


@pytest.mark.parametrize("used", [0, 1], ids=["the first", "the second"])
async def test_of_two_tokens_given_for_one_the_first_used_is_the_familys(
    sign_in: SignIn, client: AsyncClient, people: World, used: int
) -> None:
    """The answers of two tabs come in either order; a thief holds the other one."""
    first = (await sign_in("secretary")).cookies[COOKIE]
    rivals = [(await present(client, first, attempt=TRY)).cookies[COOKIE] for _ in range(2)]
    renewed = await present(client, rivals[used])
    assert renewed.status_code == 200
    stolen = await present(client, rivals[1 - used])
    assert (stolen.status_code, stolen.json()["code"]) == ENDED
    assert (await present(client, renewed.cookies[COOKIE])).status_code == 401


async def test_two_tabs_that_refresh_at_once_both_stay_signed_in(
    separate: Database, settings: Settings, password_hash: str
) -> None:
    world = await build_world(separate)
    await give_password(separate, world, password_hash)
    app = create_app(settings, separate.url)
    await app.state.database.close()
    app.state.database = separate
    transport = ASGITransport(app=app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        form = {"username": "secretary", "password": PASSWORD}
        first = (await client.post("/api/v1/auth/token", data=form)).cookies[COOKIE]
        tabs = await asyncio.gather(*(present(client, first, attempt=TRY) for _ in range(5)))
        assert [tab.status_code for tab in tabs] == [200] * 5
        assert len({tab.cookies[COOKIE] for tab in tabs}) == 5
        assert (await present(client, tabs[2].cookies[COOKIE])).status_code == 200
        for tab in tabs:
            assert (await client.get("/api/v1/me", headers=bearer(tab))).status_code == 200


async def test_another_sign_in_survives_the_end_of_a_family(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    other = await sign_in("secretary")
    stolen = (await sign_in("secretary")).cookies[COOKIE]
    await present(client, (await present(client, stolen)).cookies[COOKIE])
    assert (await present(client, stolen)).status_code == 401
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
    for headers, forgotten in (({}, False), ({"Cookie": f"{COOKIE}=never-issued"}, True)):
        answer = await client.post(REFRESH, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == ENDED
        assert ("set-cookie" in answer.headers) == forgotten


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
