"""Check-ins a second, side by side in one run with what they are promised against.

    PYTHONPATH=tests/load python tests/load/measure_check_ins.py [SECONDS]

Sixty-four connections, each sending the next check-in when the last is answered, for so many
seconds (10 when left out), on a city's service day: the program with one worker and with two, a
bare ASGI program that does the same statements one by one, `pgbench` with the same inserts and 64
clients, and an endpoint in the manner of a well-known threaded template. Each starts with the same
database, restored. Prints a Markdown table.
"""

import asyncio
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from generate_tree import connected
from programs import TOKEN_KEY, Program, asgi, gongwei
from scratch import Scratch, scratch_server
from service_city import Volunteer, build_city
from service_day import PATH, check_in
from wire import Tally, closed_loop, post

from gongwei.core.tokens import TokenKeys

CONNECTIONS = 64
SECONDS = 10
LOGS = ("audit_entry", "audit_seal", "audit_seal_entry", "event")
INSERTS = Path(__file__).with_name("check_in.sql")


@dataclass(frozen=True)
class Promise:
    """Who is measured against whom, and at least how many times its rate."""

    of: str
    against: str
    times: float


ONE, TWO = "gongwei, one worker", "gongwei, two workers"
BARE, PGBENCH = "bare ASGI + asyncpg, one process", "pgbench, 64 clients"
THREADED = "threaded template, one process"
PROMISES = (Promise(ONE, BARE, 1.0), Promise(TWO, PGBENCH, 0.6), Promise(TWO, THREADED, 8.0))


def requests(volunteers: list[Volunteer]) -> Iterator[bytes]:
    """One check-in a volunteer, made when it is sent; everybody is signed in beforehand."""
    keys = TokenKeys.of(TOKEN_KEY, None)
    tokens = {one.user_id: one.token(keys) for one in volunteers}
    return (post(PATH, check_in(one, uuid4()), tokens[one.user_id]) for one in volunteers)


async def load(port: int, volunteers: list[Volunteer], seconds: float) -> Tally:
    """Closed loop until the time or the volunteers are at an end."""
    loop = asyncio.get_running_loop()
    prepared = requests(volunteers)
    end = loop.time() + seconds

    def until_the_end() -> Iterator[bytes]:
        for request in prepared:
            if loop.time() > end:
                return
            yield request

    return await closed_loop(port, CONNECTIONS, until_the_end())


def measure(program: Program, volunteers: list[Volunteer], seconds: float) -> Tally:
    with program:
        asyncio.run(load(program.port, volunteers[:200], 2))
        return asyncio.run(load(program.port, volunteers[200:], seconds))


def pgbench(scratch: Scratch, seconds: float) -> float:
    """Transactions a second of the same three inserts, nothing read or checked."""
    done = subprocess.run(
        [
            scratch.server.binaries / "pgbench", "--no-vacuum", "--client=64", "--jobs=2",
            f"--time={max(1, round(seconds))}", "--protocol=prepared", f"--file={INSERTS}",
            *scratch.connection_options(),
        ],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    found = re.search(r"^tps = ([0-9.]+)", done.stdout, re.MULTILINE)
    assert found is not None, done.stdout
    return float(found.group(1))


def measure_all(scratch: Scratch, volunteers: list[Volunteer], seconds: float) -> dict[str, float]:
    """Successful check-ins a second of each. Raises AssertionError where one was refused."""
    programs: dict[str, Callable[[], Program]] = {
        ONE: lambda: gongwei(scratch.url, scratch.folder, 1),
        BARE: lambda: asgi("bare_program:application", scratch.url, scratch.folder),
        TWO: lambda: gongwei(scratch.url, scratch.folder, 2),
        THREADED: lambda: asgi("threaded_program:application", scratch.url, scratch.folder),
    }
    rates: dict[str, float] = {}
    for name, program in programs.items():
        asyncio.run(forget(scratch.url))
        tally = measure(program(), volunteers, seconds)
        assert set(tally.statuses()) <= {200, 201}, (name, tally.statuses(), tally.answers[-1].body)
        rates[name] = tally.rate
    asyncio.run(forget(scratch.url))
    rates[PGBENCH] = pgbench(scratch, seconds)
    return rates


async def forget(database_url: str) -> None:
    """Take the check-ins back, so that each begins on the same day."""
    connection = await connected(database_url)
    for table in LOGS:
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
    await connection.execute(f"TRUNCATE check_in, check_in_attempt, {', '.join(LOGS)}")
    await connection.execute("VACUUM")
    await connection.close()


def table(rates: dict[str, float]) -> str:
    lines = ["| 64 connections | check-ins a second |", "|---|---|"]
    lines += [f"| {name} | {rate:,.0f} |" for name, rate in rates.items()]
    lines += ["", "| promise | at least | measured |", "|---|---|---|"]
    lines += [
        f"| {one.of} : {one.against} | {one.times:.1f} | {rates[one.of] / rates[one.against]:.2f} |"
        for one in PROMISES
    ]
    return "\n".join(lines)


def main(seconds: float) -> None:
    with scratch_server() as scratch:
        volunteers = asyncio.run(build_city(scratch.url))
        print(table(measure_all(scratch, volunteers, seconds)))  # noqa: T201


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
