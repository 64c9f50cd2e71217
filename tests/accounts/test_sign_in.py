"""Signing in: what is answered, what is counted, what is recorded."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from accounts.conftest import PASSWORD, SignIn, bearer, give_password
from conftest import TOKEN_KEY
from factories.program import client_on
from factories.world import World
from gongwei.access.models import User, UserState
from gongwei.accounts.sign_in import attempts, service
from gongwei.audit.models import AuditEntry
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.core.errors import Problem
from gongwei.core.tokens import TokenKeys, read


async def test_a_token_names_the_person_and_one_role(sign_in: SignIn, people: World) -> None:
    answer = await sign_in("secretary")
    assert answer.status_code == 200
    body = answer.json()
    claims = read(TokenKeys.of(TOKEN_KEY), body["access_token"], int(clock.now().timestamp()))
    assert claims.user_id == people.users["secretary"].id
    assert claims.assignment_id == people.assignments["secretary"].id
    assert claims.expires_at - claims.issued_at == 600
    assert body == {
        "access_token": body["access_token"],
        "token_type": "Bearer",
        "expires_in": 600,
        "assignment_id": str(people.assignments["secretary"].id),
    }
    assert answer.headers["cache-control"] == "no-store"


async def test_the_refresh_token_is_a_cookie_that_no_script_and_no_other_site_sees(
    sign_in: SignIn, people: World
) -> None:
    cookie = (await sign_in("secretary")).headers["set-cookie"]
    parts = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/api/v1/auth"} <= parts
    assert "secure" not in parts


async def test_the_cookie_is_secure_where_the_request_was(app: FastAPI, people: World) -> None:
    async with AsyncClient(transport=ASGITransport(app=app), base_url="https://test") as client:
        form = {"username": "secretary", "password": PASSWORD}
        answer = await client.post("/api/v1/auth/token", data=form)
    assert "secure" in answer.headers["set-cookie"].lower()


async def test_a_password_counts_with_its_blanks(sign_in: SignIn, people: World) -> None:
    assert (await sign_in("secretary", PASSWORD.strip())).status_code == 401


async def test_a_user_name_is_read_in_any_case_and_width(sign_in: SignIn, people: World) -> None:
    assert (await sign_in(" ＳＥＣretary ")).status_code == 200


async def test_known_unknown_and_disabled_accounts_are_answered_alike(
    sign_in: SignIn, people: World, database: Database
) -> None:
    async with database.transaction("*") as session:
        disabled = await session.get(User, people.users["clerk"].id)
        assert disabled is not None
        disabled.state = UserState.DISABLED
        await session.flush()
        session.sync_session.info.pop("audit")
    answers = [
        await sign_in("secretary", "wrong"),
        await sign_in("nobody-of-this-name", "wrong"),
        await sign_in("clerk", PASSWORD),
    ]
    bodies = [answer.json() for answer in answers]
    for body in bodies:
        body.pop("request_id")
    assert [answer.status_code for answer in answers] == [401, 401, 401]
    assert bodies[0]["code"] == "invalid_credentials"
    assert bodies[1] == bodies[0]
    assert bodies[2] == bodies[0]
    assert {frozenset(answer.headers.keys()) for answer in answers} == {
        frozenset(answers[0].headers.keys())
    }


async def test_known_and_unknown_accounts_cost_the_same_work(
    sign_in: SignIn, people: World, session: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str | None] = []
    verify = service.verify_password

    async def counting(text: str, stored: str | None) -> bool:
        hashed.append(stored)
        return await verify(text, stored)

    monkeypatch.setattr(service, "verify_password", counting)
    before = len((await session.exec(select(AuditEntry))).all())
    await sign_in("secretary", "wrong")
    known = len((await session.exec(select(AuditEntry))).all())
    await sign_in("nobody-of-this-name", "wrong")
    unknown = len((await session.exec(select(AuditEntry))).all())
    assert len(hashed) == 2
    assert hashed[1] is None
    assert (known - before, unknown - known) == (1, 1)


async def test_sign_ins_and_refusals_are_in_the_log(
    sign_in: SignIn, people: World, session: AsyncSession
) -> None:
    await sign_in("secretary", "wrong")
    await sign_in("secretary")
    found = select(AuditEntry).where(AuditEntry.subject_id == people.users["secretary"].id)
    entries = (await session.exec(found.order_by(AuditEntry.seq))).all()
    assert [entry.action for entry in entries] == ["user.sign_in_refused", "user.sign_in"]
    assert entries[0].reason == service.WRONG_PASSWORD
    assert entries[0].actor_user_id == people.users["secretary"].id


async def test_a_guess_at_an_unknown_name_is_logged_without_the_name(
    sign_in: SignIn, people: World, session: AsyncSession
) -> None:
    await sign_in("my-secret-typed-here", "wrong")
    entry = (
        await session.exec(select(AuditEntry).where(AuditEntry.subject_type == "sign_in_attempt"))
    ).one()
    assert "my-secret-typed-here" not in entry.model_dump_json()


async def test_ten_wrong_guesses_pause_the_account_for_fifteen_minutes(
    sign_in: SignIn, people: World
) -> None:
    start = clock.now()
    for _ in range(10):
        assert (await sign_in("secretary", "wrong")).status_code == 401
    refused = await sign_in("secretary")
    assert refused.status_code == 429
    assert refused.json()["code"] == "too_many_attempts"
    assert 0 < int(refused.headers["retry-after"]) <= 900
    assert (await sign_in("clerk")).status_code == 200
    with clock.Frozen(start + timedelta(minutes=16)):
        assert (await sign_in("secretary")).status_code == 200


async def test_an_unknown_name_is_paused_like_an_account(sign_in: SignIn, people: World) -> None:
    for _ in range(10):
        assert (await sign_in("nobody-of-this-name", "wrong")).status_code == 401
    assert (await sign_in("nobody-of-this-name", "wrong")).status_code == 429


async def test_right_passwords_are_no_guesses(sign_in: SignIn, people: World) -> None:
    answers = [(await sign_in("secretary")).status_code for _ in range(12)]
    assert answers == [200] * 12


@pytest.fixture
async def real(
    separate: Database, settings: Settings, world_apart: World, password_hash: str
) -> AsyncIterator[AsyncClient]:
    """The program on a database with real commits and a pool of connections."""
    await give_password(separate, world_apart, password_hash)
    async with client_on(separate, settings) as client:
        yield client


@pytest.mark.parametrize("username", ["secretary", "nobody-of-this-name"])
async def test_of_twenty_guesses_at_once_ten_are_evaluated(
    real: AsyncClient, username: str
) -> None:
    form = {"username": username, "password": "wrong"}
    answers = await asyncio.gather(
        *(
            real.post("/api/v1/auth/token", data=form, headers={"X-Forwarded-For": f"10.0.0.{n}"})
            for n in range(20)
        )
    )
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [401] * 10 + [429] * 10


async def test_workers_that_share_only_the_database_count_together(
    separate: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoQueue(dict[str, asyncio.Lock]):
        def setdefault(self, key: str, default: asyncio.Lock) -> asyncio.Lock:  # type: ignore[override]
            return default

    monkeypatch.setattr(attempts, "_queues", NoQueue())
    found = await asyncio.gather(
        *(attempts.take(separate, "secretary") for _ in range(20)), return_exceptions=True
    )
    refused = [one for one in found if isinstance(one, Problem)]
    assert [problem.code for problem in refused] == ["too_many_attempts"] * 10
    assert len({one for one in found if isinstance(one, UUID)}) == 10


@pytest.mark.parametrize(
    "form",
    [
        {"username": "secretary"},
        {"username": "a\x00b", "password": "x"},
        {"username": "secretary", "password": "a\x00b"},
        {"username": "x" * 300, "password": "x"},
        {"username": "secretary", "password": "x" * 2000},
        {"username": "secretary", "password": "x", "client_secret": "y"},
        {"username": "secretary", "password": "x", "grant_type": "authorization_code"},
    ],
)
async def test_a_malformed_form_is_a_problem_and_no_guess(
    client: AsyncClient, people: World, form: dict[str, str]
) -> None:
    answer = await client.post("/api/v1/auth/token", data=form)
    assert answer.status_code == 422
    assert answer.json()["code"] == "malformed"
    assert form["username"] not in answer.text or len(form["username"]) < 10


async def test_somebody_without_a_role_signs_in_without_one(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    ended = await client.post(
        f"/api/v1/role-assignments/{people.assignments['clerk'].id}/actions/end",
        json={"reason": "调离"},
        headers=people.headers("security_admin"),
    )
    assert ended.status_code == 200
    answer = await sign_in("clerk")
    assert answer.json()["assignment_id"] is None
    me = (await client.get("/api/v1/me", headers=bearer(answer))).json()
    assert (me["username"], me["assignment"], me["permissions"]) == ("clerk", None, [])
