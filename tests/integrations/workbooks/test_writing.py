"""Exported tables: readable, and harmless when opened."""

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from gongwei.integrations.workbooks.cells import Cell
from gongwei.integrations.workbooks.reader import read_workbook
from gongwei.integrations.workbooks.values import parse_text
from gongwei.integrations.workbooks.writing import escape_formula, write_table


def _load(content: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content)).active


def test_heads_rows_and_title_are_written() -> None:
    sheet = _load(
        write_table(
            "党员/名册",
            ["姓名", "人数", "入党"],
            [["张敏", 3, date(2006, 7, 1)], [None, 2.5, True]],
        )
    )

    assert sheet.title == "党员 名册"
    assert list(sheet.iter_rows(values_only=True)) == [
        ("姓名", "人数", "入党"),
        ("张敏", 3, datetime(2006, 7, 1)),
        (None, 2.5, True),
    ]
    assert sheet["C2"].number_format == "yyyy-mm-dd"


def test_the_heads_stay_in_sight_and_columns_suit_chinese() -> None:
    sheet = _load(write_table("表", ["党组织全称", "n"], [["中共区财政局总支部委员会", "x" * 100]]))

    assert sheet.freeze_panes == "A2"
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (26, 48)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_what_could_be_a_formula_is_escaped(start: str) -> None:
    assert escape_formula(f"{start}1+1") == f"'{start}1+1"


def test_other_texts_are_left_alone() -> None:
    assert [escape_formula(text) for text in ("", "张敏", "a=b", "1-2")] == [
        "",
        "张敏",
        "a=b",
        "1-2",
    ]


def test_no_exported_cell_is_a_formula() -> None:
    sheet = _load(write_table("=1", ["=1+1"], [['=HYPERLINK("http://127.0.0.1/","x")']]))

    assert [cell.data_type for row in sheet.iter_rows() for cell in row] == ["s", "s"]
    assert sheet["A2"].value == '\'=HYPERLINK("http://127.0.0.1/","x")'


def test_characters_that_xml_cannot_hold_and_endless_texts_are_cut() -> None:
    sheet = _load(write_table("\0", ["头"], [["a\0b\x1fc\ud800"], ["长" * 40_000]]))

    assert sheet.title == "Sheet1"
    assert sheet["A2"].value == "abc"
    assert len(sheet["A3"].value) == 32_767


async def test_an_exported_table_reads_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_table("表", ["电话"], [["+86 13038919961"], ["013"]]))

    sheet = await read_workbook(path)

    assert [parse_text(row[0]) for row in sheet.rows] == ["电话", "+86 13038919961", "013"]
    assert sheet.rows[2] == [Cell("013", "013")]


def test_a_table_without_rows_is_its_heads() -> None:
    assert list(_load(write_table("表", ["甲"], [])).iter_rows(values_only=True)) == [("甲",)]
