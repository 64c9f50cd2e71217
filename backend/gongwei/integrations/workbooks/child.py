"""The limited process in which a workbook is opened.

It gets one JSON request on its standard input, sets its own limits, and answers on its standard
output with JSON lines; for marking, one line and then the bytes of the marked workbook. It gets
no environment, and what it says on standard error is thrown away: it could be personal data.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.parsers import expat

from gongwei.integrations.workbooks.cells import Row, to_wire
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.refusals import OUT_OF_MEMORY, WorkbookRefused, refused
from gongwei.integrations.workbooks.tables import open_table

_ROWS_A_LINE = 100
_OPEN_FILES = 64
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]


def limit_process(limits: Limits) -> None:
    """Binds this process to the limits of memory, processor time, open files and written bytes."""
    if sys.platform == "win32":
        return
    import resource

    bounds = {
        resource.RLIMIT_AS: (limits.memory, limits.memory),
        # The soft limit ends the process by SIGXCPU, which tells why; the hard one by SIGKILL.
        resource.RLIMIT_CPU: (limits.cpu_time, limits.cpu_time + 2),
        resource.RLIMIT_NOFILE: (_OPEN_FILES, _OPEN_FILES),
        resource.RLIMIT_FSIZE: (limits.expanded_size, limits.expanded_size),
        resource.RLIMIT_CORE: (0, 0),
    }
    for kind, wanted in bounds.items():
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            wanted = (min(wanted[0], hard), min(wanted[1], hard))
        resource.setrlimit(kind, wanted)


def _say(line: dict[str, Any]) -> None:
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace") + b"\n")


def _read(path: Path, limits: Limits, request: dict[str, Any]) -> None:
    table = open_table(path, limits, request["sheet_name"])
    _say({"name": table.name, "names": table.names})
    batch: list[tuple[int, list[Any]]] = []

    def flush() -> None:
        _say({"rows": batch})
        sys.stdout.buffer.flush()
        batch.clear()

    for index, row in table.rows:
        batch.append((index, _wire_row(row)))
        if len(batch) == _ROWS_A_LINE:
            flush()
    flush()
    merges = [(m.first_row, m.first_column, m.last_row, m.last_column) for m in table.merges]
    _say({"merges": merges, "done": True})


def _wire_row(row: Row) -> list[Any]:
    return [to_wire(cell) for cell in row]


def _mark(path: Path, limits: Limits, request: dict[str, Any]) -> None:
    # Loaded here because reading alone must start fast.
    from gongwei.integrations.workbooks.marks import marked

    content = marked(path, limits, request["sheet_name"], request["marks"])
    _say({"size": len(content)})
    sys.stdout.buffer.write(content)


_TASKS: dict[str, Callable[[Path, Limits, dict[str, Any]], None]] = {"read": _read, "mark": _mark}


def _refusal(error: Exception) -> WorkbookRefused:
    """Readers fail in their own ways on a broken file; to the clerk it is one thing."""
    return error if isinstance(error, WorkbookRefused) else refused("not_a_workbook")


def _is_lack_of_memory(error: Exception) -> bool:
    return isinstance(error, MemoryError) or (
        isinstance(error, expat.ExpatError) and error.code == _NO_MEMORY
    )


def main() -> None:
    """Answers one request; a refusal is an answer too.

    Ends with the status `OUT_OF_MEMORY` when there is no memory left to say so.
    """
    request = json.load(sys.stdin.buffer)
    limits = Limits(**request["limits"])
    limit_process(limits)
    try:
        _TASKS[request["task"]](Path(request["path"]), limits, request)
    except Exception as error:
        if _is_lack_of_memory(error):
            os._exit(OUT_OF_MEMORY)
        refusal = _refusal(error)
        _say({"refused": [refusal.code, refusal.detail_zh, refusal.detail_en]})
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
