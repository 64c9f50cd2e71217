"""A service day's burst: 14,149 people who do not wait for one another check in.

    PYTHONPATH=tests/load python tests/load/measure_burst.py [SECONDS]

Ten minutes for all of them are 24 arrivals a second; then 10, 20 and 50 times that, and more until
the 99th percentile passes one second. Every rate lasts so many seconds (60 when left out) or until
everybody is in. The bare program gets the same arrivals. What was acknowledged is held against the
database. Prints a Markdown table.
"""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from measure_check_ins import forget
from programs import TOKEN_KEY, Program, asgi, gongwei
from scratch import Scratch, scratch_server
from service_city import IN_SERVICE, Volunteer, build_city
from service_day import PATH, check_in, stored
from wire import Tally, open_loop, post

from gongwei.core.tokens import TokenKeys

SECONDS = 60
PER_SECOND = IN_SERVICE / 600
TIMES = (1, 10, 20, 50, 75, 100)
ONE_SECOND = 1_000
COLUMNS = ("times", "arrivals a second", "program", "arrived", "median, ms", "p99, ms", "lost",
           "doubled", "answers")  # fmt: skip
HEAD = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|"


@dataclass(frozen=True)
class Burst:
    """One rate, one program."""

    times: int
    tally: Tally
    lost: int
    doubled: int

    def line(self, name: str) -> str:
        tally = self.tally
        return (
            f"| {self.times} | {self.times * PER_SECOND:,.0f} | {name} | {len(tally.answers):,} | "
            f"{tally.percentile(0.5):,.0f} | {tally.percentile(0.99):,.0f} | {self.lost} | "
            f"{self.doubled} | {tally.statuses()} |"
        )


async def arrive(port: int, volunteers: list[Volunteer], rate: float) -> tuple[Tally, set[UUID]]:
    """Everybody at this rate; answers the nonces in the order of arrival as well."""
    keys = TokenKeys.of(TOKEN_KEY, None)
    tokens = [one.token(keys) for one in volunteers]
    nonces = [uuid4() for _ in volunteers]
    made = (
        post(PATH, check_in(one, nonce), token)
        for one, nonce, token in zip(volunteers, nonces, tokens, strict=True)
    )
    return await open_loop(port, rate, made), set(nonces)


def burst(
    scratch: Scratch, program: Program, volunteers: list[Volunteer], times: int, seconds: float
) -> Burst:
    """One rate against one program on an empty day."""
    asyncio.run(forget(scratch.url))
    rate = times * PER_SECOND
    coming = volunteers[: int(rate * seconds)]
    with program:
        asyncio.run(arrive(program.port, volunteers[-200:], 200))
        asyncio.run(forget(scratch.url))
        tally, nonces = asyncio.run(arrive(program.port, coming, rate))
    kept, doubled = asyncio.run(stored(scratch.url))
    acknowledged = tally.statuses().get(201, 0) + tally.statuses().get(200, 0)
    return Burst(times, tally, max(0, acknowledged - len(kept & nonces)), doubled)


def main(seconds: float) -> None:
    print(HEAD)  # noqa: T201
    with scratch_server() as scratch:
        volunteers = asyncio.run(build_city(scratch.url))
        programs: dict[str, Callable[[], Program]] = {
            "gongwei": lambda: gongwei(scratch.url, scratch.folder, 2),
            "bare": lambda: asgi("bare_program:application", scratch.url, scratch.folder),
        }
        for times in TIMES:
            found = {
                name: burst(scratch, program(), volunteers, times, seconds)
                for name, program in programs.items()
            }
            for name, one in found.items():
                print(one.line(name), flush=True)  # noqa: T201
            if found["gongwei"].tally.percentile(0.99) > ONE_SECOND:
                break


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
