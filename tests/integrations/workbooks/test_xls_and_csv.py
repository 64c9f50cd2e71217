"""The older kinds of workbook give the same cells as .xlsx."""

import datetime as dt
from datetime import date
from pathlib import Path

import pytest
import xlwt

from gongwei.integrations.workbooks.cells import Cell, Merge
from gongwei.integrations.workbooks.reader import read_workbook


async def test_an_xls_gives_the_same_cells(tmp_path: Path) -> None:
    path = tmp_path / "旧.xls"
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("名册")
    sheet.write_merge(0, 0, 0, 3, "党员花名册")
    sheet.write(2, 0, "张敏")
    sheet.write(2, 1, 13038919961)
    sheet.write(2, 2, dt.date(2006, 7, 1), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    sheet.write(2, 3, 2006.1, xlwt.easyxf(num_format_str="0.00"))
    sheet.write(2, 4, 500103196711247094)
    workbook.save(str(path))

    read = await read_workbook(path)

    assert read.name == "名册"
    assert read.rows == [
        [Cell("党员花名册", "党员花名册")],
        [],
        [
            Cell("张敏", "张敏"),
            Cell(13038919961, "13038919961"),
            Cell(date(2006, 7, 1), "2006-07-01"),
            Cell(2006.1, "2006.10"),
            Cell(500103196711247094.0, "5.00103196711247e+17", "number_lost_digits"),
        ],
    ]
    assert read.merges == (Merge(0, 0, 0, 3),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
async def test_a_csv_is_read_in_every_encoding(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "名册.csv"
    lines = [
        ["姓名", "联系电话", "入党时间"],
        [],
        ["张敏", "013", "2006.10"],
        ["䶮", "5.00103E+17", ""],
    ]
    path.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))

    assert (await read_workbook(path)).rows == [
        [Cell("姓名", "姓名"), Cell("联系电话", "联系电话"), Cell("入党时间", "入党时间")],
        [],
        [Cell("张敏", "张敏"), Cell("013", "013"), Cell(2006.1, "2006.10")],
        [Cell("䶮", "䶮"), Cell("5.00103E+17", "5.00103E+17", "number_lost_digits")],
    ]
