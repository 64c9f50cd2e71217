"""The faults themselves, each for as long as the load lasts, and only to processes of our own."""

import asyncio
import os
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass, field

import psutil
from programs import Program

from gongwei.core.embedded import EmbeddedPostgres

Until = Callable[[], bool]


@dataclass
class Disturbance:
    """How often it was done."""

    rounds: int = 0
    waits: random.Random = field(default_factory=lambda: random.Random(20261126))

    async def pause(self, shortest: float, longest: float) -> None:
        await asyncio.sleep(self.waits.uniform(shortest, longest))


def workers_of(pid: int) -> list[psutil.Process]:
    """The processes that serve below a supervisor."""
    children = psutil.Process(pid).children()
    living = [child for child in children if child.status() != psutil.STATUS_ZOMBIE]
    return [child for child in living if "spawn_main" in " ".join(child.cmdline())]


async def kill_workers(program: Program, until: Until) -> Disturbance:
    """`kill -9` one of the workers after two to four seconds, again and again."""
    done = Disturbance()
    while not until():
        await done.pause(2, 4)
        serving = workers_of(program.pid)
        if serving:
            done.waits.choice(serving).kill()
            done.rounds += 1
    return done


async def restart_database(
    server: EmbeddedPostgres, how: signal.Signals, until: Until
) -> Disturbance:
    """Stop the server (SIGINT: fast, SIGQUIT: immediate) and start it, every three to five
    seconds."""
    done = Disturbance()
    while not until():
        await done.pause(3, 5)
        await asyncio.to_thread(_restart, server, how)
        done.rounds += 1
    return done


def _restart(server: EmbeddedPostgres, how: signal.Signals) -> None:
    assert server.pid is not None
    os.kill(server.pid, how)
    server.stop()
    server.start()


async def end_and_start(program: Program, until: Until) -> Disturbance:
    """Ask the whole program to end (SIGTERM) and start it on the same port, every three to five
    seconds."""
    done = Disturbance()
    while not until():
        await done.pause(3, 5)
        await asyncio.to_thread(_end_and_start, program)
        done.rounds += 1
    return done


def _end_and_start(program: Program) -> None:
    program.end()
    program.start()


async def nothing(until: Until) -> Disturbance:
    """The same load without a fault."""
    while not until():  # noqa: ASYNC110  the end is a moment, not an event
        await asyncio.sleep(0.1)
    return Disturbance()
