"""What to compare with: a bare ASGI program on asyncpg that does the same statements one by one.

No framework, no ORM, no grouping: a token is read, a check-in is validated, written with its audit
entry and event, and committed before the answer; and a page of a list is read by the statements
that the program itself sent, recorded beforehand in the file that `BENCH_PAGE` names.
"""

import hashlib
import json
import os
import pickle
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import make_url

from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.models import new_id
from gongwei.core.tokens import TokenKeys, read
from gongwei.volunteering.attendance.codes import read_rotating

POOL = 20
SCOPE = "SELECT set_config('gongwei.scope', '*', true)"
WHO = """
SELECT u.id, u.display_name, u.person_id, a.role, a.organisation_id, o.path
FROM user_account u JOIN sign_in_session s ON s.user_id = u.id
LEFT JOIN role_assignment a ON a.user_id = u.id AND a.id = $2 AND a.state = 'active'
LEFT JOIN organisation o ON o.id = a.organisation_id AND o.state = 'active'
WHERE u.id = $1 AND u.state = 'active' AND s.id = $3 AND s.ended_at IS NULL
"""
SHIFT = """
SELECT s.*, a.state, a.sign_up_required FROM shift s JOIN activity a ON a.id = s.activity_id
WHERE s.id = $1
"""
SIGNED_UP = "SELECT id FROM sign_up WHERE person_id = $1 AND shift_id = $2 AND state = 'confirmed'"
TODAY = "SELECT id, type, pair FROM check_in WHERE person_id = $1 AND day = $2"
CHECK_IN = """
INSERT INTO check_in (id, version, created_at, updated_at, organisation_id, activity_id, shift_id,
 person_id, type, method, day, pair, occurred_at, recorded_at, nonce, body_hash, recorded_by, state)
VALUES ($1, 1, $2, $2, $3, $4, $5, $6, 'entry', 'scan', $7, 1, $2, $2, $8, $9, $10, 'accepted')
"""
AUDIT = """
INSERT INTO audit_entry (id, version, created_at, updated_at, occurred_at, recorded_at,
 actor_user_id, actor_label, actor_role, assignment_id, request_id, action, subject_type,
 subject_id, subject_label, subject_version, organisation_id, to_state, changes)
VALUES ($1, 1, $2, $2, $2, $2, $3, $4, 'member', $5, '', 'check_in.create', 'check_in', $6, '', 1,
 $7, 'accepted', '{}')
"""
EVENT = """
INSERT INTO event (id, version, created_at, updated_at, type, subject_type, subject_id,
 subject_version, organisation_id, operation, occurred_at)
VALUES ($1, 1, $2, $2, 'check_in.create', 'check_in', $3, 1, $4, 'create', $2)
"""

configure_vault(Vault.from_key(os.environ["GONGWEI_DATA_KEY"], "aes"))
keys = TokenKeys.of(os.environ.get("GONGWEI_TOKEN_KEY", "x" * 40), None)
state: dict[str, Any] = {}


async def application(scope: Any, receive: Any, send: Any) -> None:
    """The ASGI callable."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
        return
    headers = dict(scope["headers"])
    token = headers[b"authorization"].decode().removeprefix("Bearer ")
    if scope["method"] == "POST":
        status, body = await _check_in(token, await _body(receive))
    else:
        status, body = 200, await _page(token)
    answer = {"type": "http.response.start", "status": status}
    head = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({**answer, "headers": head})
    await send({"type": "http.response.body", "body": body})


async def _lifespan(receive: Any, send: Any) -> None:
    await receive()
    url = make_url(os.environ["DATABASE_URL"]).set(drivername="postgresql")
    address = url.render_as_string(hide_password=False)
    settings = {"role": "gongwei_app", "timezone": "UTC"}
    state["pool"] = await asyncpg.create_pool(
        address, min_size=POOL, max_size=POOL, server_settings=settings
    )
    state["statements"], state["answer"] = _recorded()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await state["pool"].close()
    await send({"type": "lifespan.shutdown.complete"})


def _recorded() -> tuple[list[tuple[str, tuple[Any, ...]]], Any]:
    """The statements of a page and its answer, as the benchmark wrote them."""
    path = os.environ.get("BENCH_PAGE")
    return pickle.loads(Path(path).read_bytes()) if path else ([], None)


async def _body(receive: Any) -> bytes:
    whole, more = b"", True
    while more:
        message = await receive()
        whole += message.get("body", b"")
        more = message.get("more_body", False)
    return whole


async def _check_in(token: str, body: bytes) -> tuple[int, bytes]:
    claims = read(keys, token, int(time.time()))
    given = json.loads(body)
    shift_id = read_rotating(given["code"]).shift_id
    now = datetime.now(UTC)
    row_id = new_id()
    async with state["pool"].acquire() as connection, connection.transaction():
        await connection.execute(SCOPE)
        who = await connection.fetchrow(
            WHO, claims.user_id, claims.assignment_id, claims.session_id
        )
        shift = await connection.fetchrow(SHIFT, shift_id)
        signed_up = await connection.fetchrow(SIGNED_UP, who["person_id"], shift_id)
        before = await connection.fetch(TODAY, who["person_id"], now.date())
        if signed_up is None or before:
            return 409, b"{}"
        place = shift["organisation_id"]
        await connection.execute(
            CHECK_IN, row_id, now, place, shift["activity_id"], shift_id, who["person_id"],
            now.date(), UUID(given["nonce"]), hashlib.sha256(body).hexdigest(), who["id"],
        )  # fmt: skip
        await connection.execute(
            AUDIT, new_id(), now, who["id"], who["display_name"], claims.assignment_id, row_id,
            place,
        )  # fmt: skip
        await connection.execute(EVENT, new_id(), now, row_id, place)
    return 201, json.dumps(
        {"id": str(row_id), "person_id": str(who["person_id"]), "occurred_at": now.isoformat(),
         "shift_id": str(shift_id), "name": who["display_name"], "state": "accepted", "pair": 1}
    ).encode()  # fmt: skip


async def _page(token: str) -> bytes:
    read(keys, token, int(time.time()))
    async with state["pool"].acquire() as connection, connection.transaction():
        for statement, parameters in state["statements"]:
            await connection.fetch(statement, *parameters)
    body = json.dumps(state["answer"], ensure_ascii=False).encode()
    hashlib.sha256(body).hexdigest()
    return body
