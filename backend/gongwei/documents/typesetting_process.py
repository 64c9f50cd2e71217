"""Setting a document in a limited process of its own: the layout of a long text takes as long as
the text is, and a thread cannot be ended.
"""

import asyncio
import json
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gongwei.core import clock
from gongwei.core.errors import ProblemType
from gongwei.core.limited_process import limited_process, pipe
from gongwei.documents.description import Printable
from gongwei.documents.fonts import StandardFont, font_shelf
from gongwei.documents.typesetting import Typeset, prepared, roles_of

_MEGABYTE = 1024 * 1024
_MODULE = "gongwei.documents.child"

TOOK_TOO_LONG = ProblemType(
    "typesetting_took_too_long", 503, "排版超时", "Setting the document took too long",
    "排版超过 {seconds:g} 秒，已停止，没有生成 PDF。请改为下载 Word 格式；"
    "内容不多而仍然超时的，请稍后再试。",
    "Setting the document took more than {seconds:g} seconds and was stopped. Download it as Word "
    "instead; if it is a short one, try again later.",
)  # fmt: skip


@dataclass(frozen=True)
class SettingLimits:
    """What setting one document may cost: seconds, seconds of processor time, bytes of address
    space."""

    time: float = 30.0
    cpu_time: int = 20
    memory: int = 2048 * _MEGABYTE


LIMITS = SettingLimits()


async def typeset_apart(
    document: Printable, data_dir: Path, limits: SettingLimits | None = None
) -> Typeset:
    """The document as PDF. Raises 503 `typesetting_took_too_long`."""
    limits = limits or LIMITS
    try:
        async with asyncio.timeout(limits.time):
            order, stand_ins = await asyncio.to_thread(_order, document, data_dir, limits)
            missing, content = await _answer(order, limits)
    except TimeoutError as error:
        raise TOOK_TOO_LONG(seconds=limits.time) from error
    return Typeset(content, stand_ins, missing)


def _order(
    document: Printable, data_dir: Path, limits: SettingLimits
) -> tuple[bytes, Sequence[StandardFont]]:
    """What the process is told; for a long text that alone takes a while."""
    described = prepared(document)
    order = {
        "described": described,
        "language": document.language,
        "data_dir": str(data_dir),
        "at": clock.now().isoformat(),
        "bounds": {"memory": limits.memory, "cpu_time": limits.cpu_time, "written": 0},
    }
    return json.dumps(order).encode(), font_shelf(data_dir).missing(roles_of(described))


async def _answer(order: bytes, limits: SettingLimits) -> tuple[list[str], bytes]:
    async with limited_process(_MODULE, order, limits.time) as process:
        answer = pipe(process.stdout)
        line = await answer.readline()
        if not line:
            status = await process.wait()
            if sys.platform != "win32" and status == -signal.SIGXCPU:
                raise TimeoutError
            raise RuntimeError(f"the setting process ended with status {status}")
        told = json.loads(line)
        return told["missing"], await answer.readexactly(told["size"])
