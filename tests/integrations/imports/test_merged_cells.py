"""Cells that were merged down over several rows say in each row what people see there."""

import io
from typing import Any

import openpyxl
import pytest
import xlwt

from factories.office import MEMBER_HEADS, Office, counts, identity_number, workbook

FINANCE, ARCHIVE = "中共区财政局机关支部委员会", "中共区档案局支部委员会"
BRANCH = MEMBER_HEADS.index("所在党支部")


def _rows() -> list[list[Any]]:
    """Five people; the branch stands in the first row of each branch alone."""
    people: list[list[Any]] = []
    for order, (name, branch) in enumerate(
        (("张一", FINANCE), ("李二", None), ("王三", None), ("赵四", ARCHIVE), ("钱五", None)), 1
    ):
        row: list[Any] = [None] * len(MEMBER_HEADS)
        row[0], row[2], row[BRANCH] = name, identity_number(order=order), branch
        people.append(row)
    return people


MERGED = ((3, 5), (6, 7))
"""Rows of the sheet, from 1, over which a branch is merged; the heads stand in row 2."""


def _xlsx() -> tuple[str, bytes]:
    book = openpyxl.load_workbook(io.BytesIO(workbook(MEMBER_HEADS, *_rows())[1]))
    for first, last in MERGED:
        book.active.merge_cells(None, first, BRANCH + 1, last, BRANCH + 1)
    return _saved("名册.xlsx", book)


def _xls() -> tuple[str, bytes]:
    book = xlwt.Workbook()
    sheet = book.add_sheet("名册")
    sheet.write(0, 0, "2008年12月31日")
    for index, row in enumerate([MEMBER_HEADS, *_rows()], start=1):
        for column, value in enumerate(row):
            if value is not None and (index == 1 or column != BRANCH):
                sheet.write(index, column, value)
    for (first, last), branch in zip(MERGED, (FINANCE, ARCHIVE), strict=True):
        sheet.write_merge(first - 1, last - 1, BRANCH, BRANCH, branch)
    return _saved("名册.xls", book)


def _saved(name: str, book: Any) -> tuple[str, bytes]:
    content = io.BytesIO()
    book.save(content)
    return name, content.getvalue()


@pytest.mark.parametrize("made", [_xlsx, _xls])
async def test_a_branch_merged_down_holds_for_each_of_its_rows(
    departments: Office, made: Any
) -> None:
    checked = await departments.checked("members", made())
    assert await departments.faults(checked) == []
    assert counts(checked) == (5, 0, 0, 0)
    rows = await departments.get(f"/imports/{checked['id']}/rows")
    told = [(row["row"], row["values"]["branch"]) for row in rows["items"]]
    assert told == [(3, FINANCE), (4, FINANCE), (5, FINANCE), (6, ARCHIVE), (7, ARCHIVE)]


async def test_a_merged_cell_makes_no_row_and_a_heading_across_columns_no_value(
    departments: Office,
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(MEMBER_HEADS, *_rows()[:2])[1]))
    sheet = book.active
    sheet.merge_cells(None, 3, BRANCH + 1, 9, BRANCH + 1)
    sheet.cell(12, 3, "说明：本表由各支部填写")
    sheet.merge_cells("C12:E13")
    sheet.cell(13, 1, "孙六")
    checked = await departments.checked("members", _saved("名册.xlsx", book))
    assert counts(checked) == (2, 0, 0, 2)
    found = await departments.faults(checked)
    assert sorted({fault["row"] for fault in found}) == [12, 13]
    assert (13, "所在党支部", "required") in [
        (fault["row"], fault["column"], fault["fault"]) for fault in found
    ]
