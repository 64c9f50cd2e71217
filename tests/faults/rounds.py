"""Each fault under sixteen clients that check in: what was lost, doubled, or left unresolved.

    PYTHONPATH=tests/load:tests/faults python tests/faults/rounds.py [SECONDS]

Every fault gets a database and a program of its own for so many seconds (60 when left out). Prints
a Markdown table; ends with 1 where one of the three is not zero or an answer was a 500.
"""

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from disturbing import (
    Disturbance,
    Until,
    end_and_start,
    kill_workers,
    nothing,
    restart_database,
)
from ledger import Entry, Ledger, Outcome, clients, judge
from programs import DATA_KEY, TOKEN_KEY, Program, gongwei
from scratch import ROLE
from service_city import Volunteer, build_city
from service_day import PATH, check_in, stored
from wire import post

from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate
from gongwei.core.tokens import TokenKeys

SECONDS = 60
CLIENTS = 16
MOST_A_SECOND = 700
Fault = Callable[[Until], Awaitable[Disturbance]]


@dataclass(frozen=True)
class Stage:
    """What a fault needs at hand."""

    server: EmbeddedPostgres
    program: Program


FAULTS: dict[str, Callable[[Stage], Fault]] = {
    "no fault": lambda stage: nothing,
    "`kill -9` of a worker": lambda stage: partial(kill_workers, stage.program),
    "database restarted, fast": lambda stage: partial(
        restart_database, stage.server, signal.SIGINT
    ),
    "database restarted, immediate": lambda stage: partial(
        restart_database, stage.server, signal.SIGQUIT
    ),
    "SIGTERM, and a new start": lambda stage: partial(end_and_start, stage.program),
}


@dataclass(frozen=True)
class Result:
    """One fault's outcome, and how often it struck."""

    fault: str
    rounds: int
    outcome: Outcome

    @property
    def good(self) -> bool:
        found = self.outcome
        return not (found.lost or found.doubled or found.unresolved or found.statuses.get(500))

    def line(self) -> str:
        found = self.outcome
        statuses = ", ".join(f"{status or 'broken'}: {n}" for status, n in found.statuses.items())
        return (
            f"| {self.fault} | {self.rounds} | {found.acknowledged:,} | {found.lost} | "
            f"{found.doubled} | {found.unresolved} | {found.longest_silence:.1f} | {statuses} |"
        )


HEAD = (
    "| fault | rounds | acknowledged | lost | doubled | unresolved | silence, s | answers |\n"
    "|---|---|---|---|---|---|---|---|"
)


def suffer(fault: str, seconds: float, folder: Path) -> Result:
    """One fault on a fresh database and program."""
    configure_vault(Vault.from_key(DATA_KEY, "aes"))
    with EmbeddedPostgres(folder) as server:
        url = server.url()
        migrate(url, ROLE)
        volunteers = asyncio.run(small_city(url, int(seconds * MOST_A_SECOND)))
        with gongwei(url, folder, workers=2) as program:
            stage = Stage(server, program)
            load = _load(FAULTS[fault](stage), program.port, volunteers, seconds)
            done, ledger = asyncio.run(load)
        nonces, doubled = asyncio.run(stored(url))
    return Result(fault, done.rounds, judge(ledger, nonces, doubled))


async def small_city(database_url: str, volunteers: int) -> list[Volunteer]:
    """A city in which so many signed up with six detachments."""
    return await build_city(
        database_url, organisations=40, detachments=6, members=volunteers, in_service=volunteers
    )


def entries(volunteers: list[Volunteer]) -> Iterator[Entry]:
    """One check-in a volunteer, with the code that the screen shows when it is sent."""
    keys = TokenKeys.of(TOKEN_KEY, None)
    for volunteer in volunteers:
        nonce = uuid4()
        yield Entry(nonce, post(PATH, check_in(volunteer, nonce), volunteer.token(keys)))


async def _load(
    fault: Fault, port: int, volunteers: list[Volunteer], seconds: float
) -> tuple[Disturbance, Ledger]:
    end = time.monotonic() + seconds
    over = partial(_is_past, end)
    load = asyncio.create_task(clients(port, entries(volunteers), over, CLIENTS))
    done = await fault(over)
    return done, await load


def _is_past(end: float) -> bool:
    return time.monotonic() > end


def main(seconds: float) -> int:
    """Every fault in turn."""
    print(HEAD, flush=True)  # noqa: T201
    good = True
    for fault in FAULTS:
        with tempfile.TemporaryDirectory(prefix="gongwei-faults-") as name:
            os.chmod(name, 0o755)
            result = suffer(fault, seconds, Path(name))
        print(result.line(), flush=True)  # noqa: T201
        good = good and result.good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
