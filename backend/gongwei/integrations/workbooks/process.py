"""Starting the limited process, and ending it whatever happens."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.refusals import OUT_OF_MEMORY, WorkbookRefused, refused

_LONGEST_LINE = 32 * 1024 * 1024
_MODULE = "gongwei.integrations.workbooks.child"
_KEPT_VARIABLES = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP")

_Stream = TypeVar("_Stream", asyncio.StreamReader, asyncio.StreamWriter)


def _pipe(stream: _Stream | None) -> _Stream:
    if stream is None:
        raise RuntimeError("the process was started without this pipe")
    return stream


class Answers:
    """What the process says, line by line."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._stream = _pipe(process.stdout)

    async def line(self) -> dict[str, Any]:
        """The next line. Raises WorkbookRefused when it is a refusal, or when there is none."""
        try:
            text = await self._stream.readline()
        except ValueError as error:
            raise refused("too_large") from error
        if not text.endswith(b"\n"):
            raise await self._death()
        line: dict[str, Any] = json.loads(text)
        if "refused" in line:
            raise WorkbookRefused(*line["refused"])
        return line

    async def content(self, size: int) -> bytes:
        """Exactly `size` bytes. Raises WorkbookRefused when there are fewer."""
        try:
            return await self._stream.readexactly(size)
        except asyncio.IncompleteReadError as error:
            raise await self._death() from error

    async def _death(self) -> WorkbookRefused:
        """Which limit a process that died without a word has met."""
        status = await self._process.wait()
        if sys.platform != "win32" and status == -signal.SIGXCPU:
            return refused("took_too_long")
        # Any other signal is a lack of memory too: the reader aborted, or the system ended it.
        if status == OUT_OF_MEMORY or status < 0:
            return refused("too_large")
        raise RuntimeError(f"the reading process ended with status {status}")


@asynccontextmanager
async def limited_process(
    task: str, path: Path, limits: Limits, **request: Any
) -> AsyncIterator[Answers]:
    """The answers of a limited process that works on `path`; it is gone when the block ends.

    Raises WorkbookRefused (`took_too_long`) when the block takes longer than `limits.time`.
    """
    order = {"task": task, "path": str(path), "limits": asdict(limits), **request}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-X", "utf8", "-m", _MODULE),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ},
        limit=_LONGEST_LINE,
    )
    try:
        async with asyncio.timeout(limits.time):
            await _send(process, json.dumps(order).encode())
            yield Answers(process)
    except TimeoutError as error:
        raise refused("took_too_long") from error
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _send(process: asyncio.subprocess.Process, content: bytes) -> None:
    stdin = _pipe(process.stdin)
    try:
        stdin.write(content)
        await stdin.drain()
        stdin.close()
    except (BrokenPipeError, ConnectionResetError):
        return
