"""Workbooks handed back with their faulty cells marked."""

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.comments import Comment

from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.marking import CellFault, marked_workbook
from gongwei.integrations.workbooks.refusals import WorkbookRefused

DISTRICT = Path(__file__).parents[2] / "cases" / "district"
RED = "FFFF9999"


def _load(content: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content)).active


def _marks(sheet: openpyxl.worksheet.worksheet.Worksheet) -> dict[str, str | None]:
    return {
        cell.coordinate: cell.comment.text if cell.comment else None
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == RED
    }


async def test_the_users_own_workbook_comes_back_with_marks_and_nothing_else_changed() -> None:
    source = DISTRICT / "党员花名册-有错误.xlsx"
    before = openpyxl.load_workbook(source).active

    after = _load(
        await marked_workbook(
            source,
            [
                CellFault(8, 4, "校验码不正确"),
                CellFault(22, 1, "必填"),
                CellFault(31, 10, "不是电话号码"),
                CellFault(31, 10, "第二处"),
            ],
        )
    )

    assert _marks(after) == {"E8": "校验码不正确", "B22": "必填", "K31": "不是电话号码\n第二处"}
    assert list(after.iter_rows(values_only=True)) == list(before.iter_rows(values_only=True))
    assert after.merged_cells.ranges == before.merged_cells.ranges
    assert after["K31"].data_type == "s"


async def test_other_sheets_formulas_and_comments_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["姓名", "=1+1"])
    workbook.active["A1"].comment = Comment("原有批注", "科长")
    workbook.active.merge_cells("A3:B4")
    workbook.create_sheet("说明")["A1"] = "请填写"
    workbook.save(path)

    content = await marked_workbook(path, [CellFault(1, 0, "重复"), CellFault(4, 1, "必填")])

    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Sheet", "说明"]
    assert book["Sheet"]["B1"].value == "=1+1"
    assert _marks(book["Sheet"]) == {"A1": "原有批注\n重复", "A3": "必填"}


async def test_the_named_sheet_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "甲"
    workbook.create_sheet("二")["A1"] = "乙"
    workbook.save(path)

    content = await marked_workbook(path, [CellFault(1, 0, "错")], sheet_name="二")

    book = openpyxl.load_workbook(io.BytesIO(content))
    assert [_marks(sheet) for sheet in book] == [{}, {"A1": "错"}]


async def test_an_xls_comes_back_as_xlsx(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("名册")
    sheet.write(1, 0, "张敏")
    sheet.write(1, 1, 12)
    sheet.write(1, 2, datetime(2006, 7, 1), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    sheet.write(1, 3, 2006.1, xlwt.easyxf(num_format_str="0.00"))
    workbook.save(str(path))

    after = _load(await marked_workbook(path, [CellFault(2, 5, "必填")]))

    assert after.title == "名册"
    assert list(after.iter_rows(values_only=True)) == [
        (None,) * 6,
        ("张敏", 12, datetime(2006, 7, 1), "2006.10", None, None),
    ]
    assert _marks(after) == {"F2": "必填"}


async def test_a_csv_comes_back_as_xlsx_without_formulas(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("姓名,备注\n张敏,=1+1\n".encode("gb18030"))

    after = _load(await marked_workbook(path, [CellFault(2, 1, "错")]))

    assert [[cell.value for cell in row] for row in after.iter_rows()] == [
        ["姓名", "备注"],
        ["张敏", "'=1+1"],
    ]
    assert after["B2"].data_type == "s"
    assert _marks(after) == {"B2": "错"}


async def test_only_so_many_cells_get_a_comment_but_all_are_filled(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("张敏\n" * 5_010, "utf-8")

    marks = _marks(
        _load(await marked_workbook(path, [CellFault(n, 0, "重") for n in range(1, 5_011)]))
    )

    assert len(marks) == 5_010
    assert sum(text is not None for text in marks.values()) == 5_000


async def test_a_refused_workbook_is_refused_here_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"%PDF-1.7")

    with pytest.raises(WorkbookRefused) as refusal:
        await marked_workbook(path, [])

    assert refusal.value.code == "not_a_workbook"


async def test_limits_hold_while_marking() -> None:
    with pytest.raises(WorkbookRefused) as refusal:
        await marked_workbook(DISTRICT / "党员花名册.xlsx", [], limits=Limits(expanded_size=1000))

    assert refusal.value.code == "zip_bomb"
