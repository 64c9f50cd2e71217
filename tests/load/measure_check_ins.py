"""How many check-ins a second one worker takes at 64 connections, beside a bare program that does
the same statements one by one.

    PYTHONPATH=tests python tests/load/measure_check_ins.py [CHECK_INS]

Starts a server of its own in a temporary directory, with fsync, and takes both programs in turns.
Prints a Markdown table of rates, of delays in milliseconds, and of the ratio to the bare program.
"""

import asyncio
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psutil
import uvicorn
from bare_check_in import Bare
from measure_tree import create_database
from sqlalchemy import func, select
from sqlmodel import col

from conftest import DATA_KEY, ROLE, TOKEN_KEY
from factories.service_days import ServiceDays
from factories.world import World, build_world, commit_unrecorded
from gongwei.access.models import Person, RoleAssignment, User
from gongwei.access.people import name_texts
from gongwei.access.permissions import Role
from gongwei.access.sessions import SignInSession
from gongwei.core import clock
from gongwei.core.config import load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import Database
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate
from gongwei.core.tokens import TokenKeys, issue, new_claims
from gongwei.main import create_app
from gongwei.volunteering.activities.models import Shift, SignUp
from gongwei.volunteering.attendance.codes import rotating_code, step_of
from gongwei.volunteering.attendance.models import CheckIn

CONNECTIONS = 64
PORTS = {"gongwei": 18471, "bare": 18472}
ROUNDS = 3


@dataclass(frozen=True)
class Volunteer:
    """An account with what its token says."""

    user_id: UUID
    session_id: UUID
    assignment_id: UUID


async def volunteers(database: Database, world: World, shift: Shift, count: int) -> list[Volunteer]:
    """So many members who signed up for the shift."""
    place = world["finance_office"].id
    people = [Person(organisation_id=place, **name_texts("张三")) for _ in range(count)]
    users = [
        User(
            username=f"v-{uuid4().hex[:12]}", display_name="张三", organisation_id=place,
            password_hash="!", person_id=one.id,
        )
        for one in people
    ]  # fmt: skip
    roles = [
        RoleAssignment(user_id=one.id, role=Role.MEMBER, organisation_id=place) for one in users
    ]
    expires = clock.now() + timedelta(days=1)
    sign_ins = [SignInSession(user_id=one.id, expires_at=expires) for one in users]
    sign_ups = [
        SignUp(
            organisation_id=shift.organisation_id, activity_id=shift.activity_id,
            shift_id=shift.id, person_id=one.id,
        )
        for one in people
    ]  # fmt: skip
    async with database.transaction("*") as session:
        for rows in (people, users, roles, sign_ins, sign_ups):
            session.add_all(rows)
            await session.flush()
        await commit_unrecorded(session)
    made = zip(users, sign_ins, roles, strict=True)
    return [Volunteer(user.id, sign_in.id, role.id) for user, sign_in, role in made]


def serve(which: str, url: str, folder: str) -> None:
    """One worker of a program, until it is ended."""
    os.environ["GONGWEI_WORKER"] = "false"
    if which == "bare":
        app: Any = Bare(url)
    else:
        settings = load_settings(
            token_key=TOKEN_KEY, data_key=DATA_KEY, data_dir=Path(folder), worker=False
        )
        app = create_app(settings, url)
    uvicorn.run(app, port=PORTS[which], log_level="warning", access_log=False)


def request(shift_id: UUID, volunteer: Volunteer, keys: TokenKeys) -> bytes:
    """A whole HTTP request."""
    now = clock.now()
    claims = new_claims(
        user_id=volunteer.user_id, session_id=volunteer.session_id,
        assignment_id=volunteer.assignment_id, now=int(now.timestamp()),
    )  # fmt: skip
    body = json.dumps(
        {
            "type": "entry", "method": "scan", "nonce": str(uuid4()),
            "code": rotating_code(shift_id, step_of(now)), "occurred_at": now.isoformat(),
        }
    ).encode()  # fmt: skip
    head = (
        "POST /api/v1/check-ins HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {issue(keys, claims)}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def one_phone(port: int, requests: list[bytes], taken: list[float]) -> None:
    """Sends what is left, one after the other, on one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while requests:
        began = time.perf_counter()
        writer.write(requests.pop())
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 201"), head
        if b"content-length: " in head:
            await reader.readexactly(int(head.split(b"content-length: ")[1].split(b"\r")[0]))
        else:
            await reader.readuntil(b"0\r\n\r\n")
        taken.append(time.perf_counter() - began)
    writer.close()


async def rate(port: int, requests: list[bytes]) -> tuple[float, list[float]]:
    """Requests a second over all connections, and how long each took."""
    taken: list[float] = []
    count, began = len(requests), time.perf_counter()
    await asyncio.gather(*(one_phone(port, requests, taken) for _ in range(CONNECTIONS)))
    return count / (time.perf_counter() - began), taken


async def until_ready(port: int) -> None:
    for _ in range(200):
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        await asyncio.sleep(0.1)
    raise SystemExit("a program did not start")


def spent(which: int, folder: str) -> tuple[float, float]:
    """Seconds of processor time of a program, and of the database's processes."""
    database = 0.0
    for one in psutil.process_iter(["name"]):
        if one.info["name"] == "postgres":
            with suppress(psutil.Error):
                if one.cwd().startswith(folder):
                    database += sum(one.cpu_times()[:2])
    return sum(psutil.Process(which).cpu_times()[:2]), database


@dataclass
class Found:
    """Rates, delays in seconds, and processor time a check-in: the program's, the database's."""

    rates: list[float] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    program: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)


async def measure(url: str, count: int, programs: dict[str, int], folder: str) -> dict[str, Found]:
    """All programs in turns, each by its process."""
    database = Database(url, role=ROLE)
    world = await build_world(database)
    days = ServiceDays(database, world)
    activity = await days.activity(starts_at=clock.now() - timedelta(minutes=1))
    shift = await days.shift(activity)
    found = {name: Found() for name in PORTS}
    keys = TokenKeys.of(TOKEN_KEY)
    for port in PORTS.values():
        await until_ready(port)
    for turn in range(ROUNDS + 1):
        for name, port in PORTS.items():
            people = await volunteers(database, world, shift, count if turn else CONNECTIONS * 3)
            requests = [request(shift.id, one, keys) for one in people]
            before = spent(programs[name], folder)
            reached, delays = await rate(port, requests)
            after = spent(programs[name], folder)
            if turn:  # the first only warms up
                found[name].rates.append(reached)
                found[name].delays.extend(delays)
                found[name].program.append((after[0] - before[0]) / count)
                found[name].database.append((after[1] - before[1]) / count)
    async with database.transaction("*") as session:
        stored = await session.scalar(select(func.count(col(CheckIn.id))))
    assert stored == 2 * (ROUNDS * count + CONNECTIONS * 3), "lost or doubled"
    await database.close()
    return found


def percentile(values: Sequence[float], part: float) -> float:
    return sorted(values)[int(len(values) * part)] * 1000


def main(count: int) -> None:
    configure_vault(Vault.from_key(DATA_KEY))
    with tempfile.TemporaryDirectory(prefix="gongwei-check-ins-") as name:
        os.chmod(name, 0o755)
        with EmbeddedPostgres(Path(name)) as server:
            asyncio.run(create_database(server.url("postgres"), "check_ins"))
            url = server.url("check_ins")
            migrate(url, ROLE)
            context = multiprocessing.get_context("spawn")
            programs = {one: context.Process(target=serve, args=(one, url, name)) for one in PORTS}
            for process in programs.values():
                process.start()
            pids = {one: process.pid or 0 for one, process in programs.items()}
            try:
                found = asyncio.run(measure(url, count, pids, name))
            finally:
                for process in programs.values():
                    process.terminate()
                    process.join()
    bare = statistics.median(found["bare"].rates)
    heads = ("program", "a second", "of the bare program", "p50 ms", "p99 ms")
    print("| " + " | ".join((*heads, "its processor ms", "the database's")) + " |")  # noqa: T201
    print("|---" * 7 + "|")  # noqa: T201
    for which, one in found.items():
        middle = statistics.median(one.rates)
        times = f"{percentile(one.delays, 0.5):.0f} | {percentile(one.delays, 0.99):.0f}"
        own, other = (statistics.median(cost) * 1000 for cost in (one.program, one.database))
        costs = f"{own:.2f} | {other:.2f}"
        print(f"| {which} | {middle:.0f} | {middle / bare:.2f} | {times} | {costs} |")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)
