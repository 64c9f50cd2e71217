"""Starting the limited process, and ending it whatever happens."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gongwei.core.limited_process import limited_process as process_of
from gongwei.core.limited_process import pipe
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.refusals import OUT_OF_MEMORY, WorkbookRefused, refused

_MODULE = "gongwei.integrations.workbooks.child"


class Answers:
    """What the process says, line by line."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._stream = pipe(process.stdout)

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
    try:
        async with process_of(_MODULE, json.dumps(order).encode(), limits.time) as process:
            yield Answers(process)
    except TimeoutError as error:
        raise refused("took_too_long") from error
