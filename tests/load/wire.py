"""HTTP/1.1 with nothing in between: the client shares two cores with what it measures, so it writes
requests as bytes and reads no more of an answer than it needs.
"""

import asyncio
import json
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
TIMEOUT = 10


@dataclass
class Answer:
    """What came back, and after how many seconds. `status` 0: the connection broke, so the client
    does not know whether it was done."""

    status: int
    body: bytes
    seconds: float


def post(path: str, body: dict[str, Any], token: str, **headers: str) -> bytes:
    """A POST of JSON as it goes over the wire."""
    content = json.dumps(body, separators=(",", ":")).encode()
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    head = (
        f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {token}\r\n"
        f"content-type: application/json\r\ncontent-length: {len(content)}\r\n{more}\r\n"
    )
    return head.encode() + content


def get(path: str, token: str) -> bytes:
    """A GET as it goes over the wire."""
    return (
        f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {token}\r\n\r\n".encode()
    )


@dataclass
class Wire:
    """One connection that is kept, and opened again once it broke."""

    port: int
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None

    async def ask(self, request: bytes) -> Answer:
        """Send and read the answer; status 0 where the connection broke or nothing came."""
        start = time.perf_counter()
        try:
            async with asyncio.timeout(TIMEOUT):
                status, body, stays = await self._exchange(request)
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            self.close()
            return Answer(0, b"", time.perf_counter() - start)
        if not stays:
            self.close()
        return Answer(status, body, time.perf_counter() - start)

    async def _exchange(self, request: bytes) -> tuple[int, bytes, bool]:
        if self.writer is None or self.reader is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writer.write(request)
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = LENGTH.search(head)
        body = await self.reader.readexactly(int(length.group(1))) if length else b""
        return int(head[9:12]), body, b"connection: close" not in head.lower()

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


@dataclass
class Tally:
    """Answers of one run."""

    seconds: float = 0.0
    answers: list[Answer] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Answers a second that were 2xx."""
        return sum(200 <= answer.status < 300 for answer in self.answers) / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share of the answers came."""
        times = sorted(answer.seconds for answer in self.answers)
        return times[min(int(len(times) * share), len(times) - 1)] * 1000

    def statuses(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for answer in self.answers:
            found[answer.status] = found.get(answer.status, 0) + 1
        return dict(sorted(found.items()))


async def closed_loop(port: int, connections: int, requests: Iterable[bytes]) -> Tally:
    """All requests over so many connections, each sending the next when its answer came. They are
    made as they are sent, so that a code is not stale."""
    waiting = iter(requests)
    tally = Tally()

    async def client() -> None:
        wire = Wire(port)
        for request in waiting:
            tally.answers.append(await wire.ask(request))
        wire.close()

    start = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(connections)))
    tally.seconds = time.perf_counter() - start
    return tally


async def open_loop(port: int, rate: float, requests: Iterable[bytes]) -> Tally:
    """Requests that arrive at `rate` a second whether or not the earlier ones were answered. The
    time of an answer counts from the arrival, the wait for a connection included.
    """
    idle: list[Wire] = []
    tally = Tally()

    async def arrive(request: bytes, due: float) -> None:
        wire = idle.pop() if idle else Wire(port)
        answer = await wire.ask(request)
        if not answer.status:  # a connection that was kept too long; a phone sends it again too
            answer = await wire.ask(request)
        answer.seconds = time.perf_counter() - due
        tally.answers.append(answer)
        idle.append(wire)

    start = time.perf_counter()
    pending: set[asyncio.Task[None]] = set()
    for number, request in enumerate(requests):
        due = start + number / rate
        wait = due - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        task = asyncio.create_task(arrive(request, due))
        pending.add(task)
        task.add_done_callback(pending.discard)
    await asyncio.gather(*pending)
    tally.seconds = time.perf_counter() - start
    for wire in idle:
        wire.close()
    return tally
