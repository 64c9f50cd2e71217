"""The yardstick of the check-in: a bare ASGI program on asyncpg that does the same statements, one
by one, in a transaction a request. It knows no rule but those that the statements need.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
from sqlalchemy import make_url

from conftest import DATA_KEY, ROLE, TOKEN_KEY
from gongwei.core import clock
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.models import new_id
from gongwei.core.tokens import TokenKeys, read
from gongwei.volunteering.attendance.codes import read_rotating, start_of_step
from gongwei.volunteering.attendance.schemas import CheckInIn

ACTOR = """
SELECT u.id, u.display_name, u.person_id, r.id, r.role, o.path
FROM user_account u JOIN sign_in_session s ON s.user_id = u.id
JOIN role_assignment r ON r.user_id = u.id AND r.id = $3 AND r.state = 'active'
JOIN organisation o ON o.id = r.organisation_id AND o.state = 'active'
WHERE u.id = $1 AND s.id = $2 AND s.ended_at IS NULL AND u.state = 'active'"""
DOOR = """
SELECT a.id, a.organisation_id, a.title, s.post FROM shift s JOIN activity a ON a.id = s.activity_id
WHERE s.id = $1 FOR KEY SHARE OF a"""
LOCK = "SELECT pg_advisory_xact_lock(key) FROM unnest($1::bigint[]) AS key"
PERSON = "SELECT name FROM person WHERE id = $1"
SIGN_UP = "SELECT 1 FROM sign_up WHERE shift_id = $1 AND person_id = $2 AND state = 'confirmed'"
BEFORE = """
SELECT id, type, pair, occurred_at FROM check_in
WHERE person_id = $1 AND day = $2 AND state <> 'annulled'"""
NONCE = "SELECT body_hash FROM check_in WHERE nonce = $1"
CHECK_IN = """
INSERT INTO check_in (id, version, created_at, updated_at, organisation_id, activity_id, shift_id,
 person_id, type, method, day, pair, occurred_at, recorded_at, nonce, body_hash, recorded_by, state)
VALUES ($1, 1, $2, $2, $3, $4, $5, $6, $7, 'scan', $8, 1, $9, $2, $10, $11, $12, 'accepted')"""
ENTRY = """
INSERT INTO audit_entry (id, version, created_at, updated_at, occurred_at, recorded_at,
 actor_user_id, actor_label, actor_role, assignment_id, request_id, action, subject_type,
 subject_id, subject_label, subject_version, organisation_id, to_state, changes)
VALUES ($1, 1, $2, $2, $3, $2, $4, $5, $6, $7, $8, 'check_in.create', 'check_in', $9, $10, 1, $11,
 'accepted', $12)"""
EVENT = """
INSERT INTO event (id, version, created_at, updated_at, type, subject_type, subject_id,
 subject_version, organisation_id, operation, occurred_at)
VALUES ($1, 1, $2, $2, 'check_in.create', 'check_in', $3, 1, $4, 'create', $5)"""

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


class Bare:
    """One endpoint; whatever is wrong is a 500."""

    def __init__(self, url: str) -> None:
        configure_vault(Vault.from_key(DATA_KEY))
        self.keys = TokenKeys.of(TOKEN_KEY)
        self.url = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self.pool: Any = None

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await receive()
            settings = {"role": ROLE, "timezone": "UTC"}
            self.pool = await asyncpg.create_pool(
                self.url, min_size=20, max_size=20, server_settings=settings
            )
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await self.pool.close()
            await send({"type": "lifespan.shutdown.complete"})
            return
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message["body"], message.get("more_body", False)
        token = dict(scope["headers"])[b"authorization"].decode().removeprefix("Bearer ")
        answer = json.dumps(await self.check_in(token, body)).encode()
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 201, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    async def check_in(self, token: str, body: bytes) -> dict[str, Any]:
        now = clock.now()
        claims = read(self.keys, token, int(now.timestamp()))
        given = CheckInIn.model_validate_json(body)
        code = read_rotating(given.code or "")
        digest = hashlib.sha256(body).hexdigest()
        at, day = start_of_step(code.step), clock.day_of(now)
        async with self.pool.acquire() as connection, connection.transaction():
            await connection.execute("SELECT set_config('gongwei.scope', '*', true)")
            user = await connection.fetchrow(
                ACTOR, claims.user_id, claims.session_id, claims.assignment_id
            )
            door = await connection.fetchrow(DOOR, code.shift_id)
            person_id = user[2]
            locks = sorted(
                int.from_bytes(one.bytes[8:], "big", signed=True)
                for one in (person_id, given.nonce)
            )
            await connection.execute(LOCK, locks)
            name = await connection.fetchval(PERSON, person_id)
            assert await connection.fetchval(SIGN_UP, code.shift_id, person_id)
            assert await connection.fetch(BEFORE, person_id, day) == []
            assert await connection.fetchval(NONCE, given.nonce) is None
            made = new_id()
            await connection.execute(
                CHECK_IN, made, now, door[1], door[0], code.shift_id, person_id, given.type.value,
                day, at, given.nonce, digest, user[0],
            )  # fmt: skip
            changes = json.dumps({"type": {"before": None, "after": given.type.value}})
            await connection.execute(
                ENTRY, new_id(), now, at, user[0], user[1], user[4], user[3], "", made, name,
                door[1], changes,
            )  # fmt: skip
            await connection.execute(EVENT, new_id(), now, made, door[1], at)
        return {
            "id": str(made), "version": 1, "state": "accepted", "activity_title": door[2],
            "post": door[3], "name": name, "occurred_at": at.isoformat(), "minutes": 0,
        }  # fmt: skip
