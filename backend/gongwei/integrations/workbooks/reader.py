"""Reading a workbook without letting it near this process."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from gongwei.integrations.workbooks.cells import Merge, Row, Sheet, from_wire
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.process import Answers, limited_process

Progress = Callable[[int], Awaitable[None]]


@dataclass
class OpenSheet:
    """A worksheet that is being read."""

    name: str
    names: tuple[str, ...]
    merges: tuple[Merge, ...]
    answers: Answers

    async def batches(self) -> AsyncIterator[list[tuple[int, Row]]]:
        """Filled rows with their index from 0, up to a hundred at a time."""
        while "done" not in (line := await self.answers.line()):
            yield [(index, [from_wire(cell) for cell in row]) for index, row in line["rows"]]


@asynccontextmanager
async def open_sheet(
    path: Path, *, limits: Limits | None = None, sheet_name: str | None = None
) -> AsyncIterator[OpenSheet]:
    """The named worksheet, or the first visible one with content, as a stream of rows.

    Memory stays flat however long the sheet is. Raises WorkbookRefused, at once or from any batch.
    """
    chosen = limits or Limits()
    async with limited_process("read", path, chosen, sheet_name=sheet_name) as answers:
        head = await answers.line()
        merges = tuple(Merge(*corners) for corners in head["merges"])
        yield OpenSheet(head["name"], tuple(head["names"]), merges, answers)


async def read_workbook(
    path: Path,
    *,
    limits: Limits | None = None,
    sheet_name: str | None = None,
    on_progress: Progress | None = None,
) -> Sheet:
    """The whole worksheet of an .xlsx, .xls or .csv; the kind is known by content, not by name.

    `on_progress` is told the number of rows read so far, at least every hundred rows. Raises
    WorkbookRefused.
    """
    rows: list[Row] = []
    async with open_sheet(path, limits=limits, sheet_name=sheet_name) as sheet:
        async for batch in sheet.batches():
            for index, row in batch:
                rows.extend([] for _ in range(index - len(rows)))
                rows.append(row)
            if on_progress is not None and batch:
                await on_progress(len(rows))
    return Sheet(sheet.name, rows, sheet.merges, sheet.names)
