"""Giving a workbook back with its faulty cells marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gongwei.integrations.workbooks.limits import MARKING_LIMITS, Limits
from gongwei.integrations.workbooks.process import limited_process


@dataclass(frozen=True, slots=True)
class CellFault:
    """A fault to be shown in a cell: row from 1 as the sheet shows it, column from 0."""

    row: int
    column_index: int
    message: str


async def marked_workbook(
    source: Path,
    faults: Iterable[CellFault],
    *,
    sheet_name: str | None = None,
    limits: Limits | None = None,
) -> bytes:
    """The user's own workbook as .xlsx, faulty cells filled red with the messages as a comment.

    An .xlsx keeps everything else; .xls, .csv and sheets too large to edit come back as a new
    workbook with the same rows, their texts escaped as in every export. Only the first 5,000 cells
    get a comment, because spreadsheets open slowly with more; all are filled. Works in the limited
    process and raises WorkbookRefused.
    """
    marks = [(fault.row, fault.column_index, fault.message) for fault in faults]
    chosen = limits or MARKING_LIMITS
    async with limited_process(
        "mark", source, chosen, sheet_name=sheet_name, marks=marks
    ) as answers:
        head = await answers.line()
        return await answers.content(head["size"])
