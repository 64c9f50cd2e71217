"""What every client noted before it sent and after it was answered, held against the database."""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from wire import Wire

RETRY_SECONDS = 60
RETRY_PAUSE = 0.1


@dataclass
class Entry:
    """One check-in on its way: noted before it is sent, answered when the answer is read."""

    nonce: UUID
    request: bytes
    acknowledged: bool = False
    refused: int | None = None
    tries: int = 0


@dataclass
class Ledger:
    """All entries of a run, and every status that was answered."""

    entries: list[Entry] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    last_answer: float = 0.0
    longest_silence: float = 0.0

    def note(self, status: int) -> None:
        """Count an answer, and remember the longest time in which nobody was served."""
        self.statuses[status] = self.statuses.get(status, 0) + 1
        if 200 <= status < 300:
            now = time.monotonic()
            if self.last_answer:
                self.longest_silence = max(self.longest_silence, now - self.last_answer)
            self.last_answer = now


@dataclass(frozen=True)
class Outcome:
    """The three that must be zero, and what was seen on the way.

    `lost`: acknowledged and not stored. `doubled`: stored more than once. `unresolved`: neither
    acknowledged nor refused after `RETRY_SECONDS` of retries with the same nonce. `unanswered`:
    stored, and the client never heard of it. `longest_silence`: seconds in which nobody was served.
    """

    sent: int
    acknowledged: int
    lost: int
    doubled: int
    unresolved: int
    unanswered: int
    statuses: dict[int, int]
    longest_silence: float


async def clients(
    port: int, entries: Iterator[Entry], until: Callable[[], bool], number: int = 16
) -> Ledger:
    """So many clients, each sending the next entry when the last is settled, until told to stop or
    no entry is left.
    """
    ledger = Ledger()

    async def client() -> None:
        wire = Wire(port)
        while not until() and (entry := next(entries, None)) is not None:
            ledger.entries.append(entry)
            await _settle(wire, entry, ledger)
        wire.close()

    await asyncio.gather(*(client() for _ in range(number)))
    return ledger


async def _settle(wire: Wire, entry: Entry, ledger: Ledger) -> None:
    deadline = time.monotonic() + RETRY_SECONDS
    while time.monotonic() < deadline:
        entry.tries += 1
        answer = await wire.ask(entry.request)
        ledger.note(answer.status)
        if 200 <= answer.status < 300:
            entry.acknowledged = True
            return
        if answer.status and answer.status < 500:
            entry.refused = answer.status
            return
        await asyncio.sleep(RETRY_PAUSE)


def judge(ledger: Ledger, stored: set[UUID], doubled: int) -> Outcome:
    """Compare with the nonces that are stored; `doubled` people are stored more than once."""
    return Outcome(
        sent=len(ledger.entries),
        acknowledged=sum(entry.acknowledged for entry in ledger.entries),
        lost=sum(entry.acknowledged and entry.nonce not in stored for entry in ledger.entries),
        doubled=doubled,
        unresolved=sum(
            not entry.acknowledged and entry.refused is None for entry in ledger.entries
        ),
        unanswered=sum(
            entry.nonce in stored and not entry.acknowledged for entry in ledger.entries
        ),
        statuses=dict(sorted(ledger.statuses.items())),
        longest_silence=ledger.longest_silence,
    )
