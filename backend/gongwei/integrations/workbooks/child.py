"""The limited process in which a workbook is opened.

It answers with JSON lines; for marking, one line and then the bytes of the marked workbook.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.parsers import expat

from gongwei.core.limited_process import limit_this_process
from gongwei.integrations.workbooks.cells import Row, to_wire
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.refusals import OUT_OF_MEMORY, WorkbookRefused, refused
from gongwei.integrations.workbooks.tables import open_table

_ROWS_A_LINE = 100
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]


def _say(line: dict[str, Any]) -> None:
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace") + b"\n")


def _read(path: Path, limits: Limits, request: dict[str, Any]) -> None:
    table = open_table(path, limits, request["sheet_name"])
    merges = [(m.first_row, m.first_column, m.last_row, m.last_column) for m in table.merges()]
    _say({"name": table.name, "names": table.names, "merges": merges})
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
    _say({"done": True})


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
    limit_this_process(memory=limits.memory, cpu_time=limits.cpu_time, written=limits.expanded_size)
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
