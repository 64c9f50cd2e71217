"""A Python process that works on what strangers wrote, within limits, and is gone afterwards.

It gets one JSON order on its standard input, sets its own limits, and answers on its standard
output. It gets no environment, and what it says on standard error is thrown away: it could be
personal data.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

_LONGEST_LINE = 32 * 1024 * 1024
_KEPT_VARIABLES = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
_OPEN_FILES = 64
# Isolated, so that nothing of the environment leads it astray, and yet the code of this process.
_START = (
    "import runpy, sys; sys.path.insert(0, sys.argv[1]); "
    "runpy.run_module(sys.argv[2], run_name='__main__', alter_sys=True)"
)

_Stream = TypeVar("_Stream", asyncio.StreamReader, asyncio.StreamWriter)


def limit_this_process(*, memory: int, cpu_time: int, written: int) -> None:
    """Bind this process: bytes of address space, seconds of processor time, bytes of one file."""
    if sys.platform == "win32":
        return
    import resource

    bounds = {
        resource.RLIMIT_AS: (memory, memory),
        # The soft limit ends the process by SIGXCPU, which tells why; the hard one by SIGKILL.
        resource.RLIMIT_CPU: (cpu_time, cpu_time + 2),
        resource.RLIMIT_NOFILE: (_OPEN_FILES, _OPEN_FILES),
        resource.RLIMIT_FSIZE: (written, written),
        resource.RLIMIT_CORE: (0, 0),
    }
    for kind, wanted in bounds.items():
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            wanted = (min(wanted[0], hard), min(wanted[1], hard))
        resource.setrlimit(kind, wanted)


def pipe(stream: _Stream | None) -> _Stream:
    """A pipe of a process that was started with it."""
    if stream is None:
        raise RuntimeError("the process was started without this pipe")
    return stream


@asynccontextmanager
async def limited_process(
    module: str, order: bytes, seconds: float
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that runs `module` and was given `order`; it is ended when the block ends.

    Raises TimeoutError when the block takes longer.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-X", "utf8", "-c", _START),
        *(str(Path(str(files("gongwei"))).parent), module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ},
        limit=_LONGEST_LINE,
    )
    try:
        async with asyncio.timeout(seconds):
            await _send(process, order)
            yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _send(process: asyncio.subprocess.Process, content: bytes) -> None:
    stdin = pipe(process.stdin)
    try:
        stdin.write(content)
        await stdin.drain()
        stdin.close()
    except (BrokenPipeError, ConnectionResetError):
        return
