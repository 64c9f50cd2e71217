"""Reading every kind of workbook: what becomes of each kind of cell."""

import datetime as dt
import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from gongwei.integrations.workbooks.cells import Cell, Merge
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.reader import open_sheet, read_workbook
from gongwei.integrations.workbooks.refusals import WorkbookRefused

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _xlsx(path: Path, *rows: list[object]) -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return workbook


def _with_sheet_xml(path: Path, rows: str, **parts: str) -> None:
    """An .xlsx whose worksheet holds exactly these rows."""
    content = io.BytesIO()
    openpyxl.Workbook().save(content)
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == "xl/worksheets/sheet1.xml":
                new.writestr(
                    name, f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
                )
            else:
                new.writestr(name, parts.get(name.rpartition("/")[2].split(".")[0], old.read(name)))


async def test_texts_numbers_and_dates_of_an_xlsx(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    _xlsx(path, ["姓名", 13038919961, 2006.07, dt.datetime(2006, 7, 1), True, None, " "])

    sheet = await read_workbook(path)

    assert sheet.rows == [
        [
            Cell("姓名", "姓名"),
            Cell(13038919961, "13038919961"),
            Cell(2006.07, "2006.07"),
            Cell(date(2006, 7, 1), "2006-07-01"),
            Cell("TRUE", "TRUE"),
        ]
    ]


async def test_a_number_of_18_digits_has_lost_some(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    _xlsx(path, [500103196711247094, 999999999999999])

    sheet = await read_workbook(path)

    assert [cell.fault for cell in sheet.rows[0] if cell] == ["number_lost_digits", None]
    assert sheet.rows[0][1] == Cell(999999999999999, "999999999999999")


async def test_a_formula_is_its_text_and_is_never_evaluated(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    formula = '=HYPERLINK("http://127.0.0.1/","x")'
    _xlsx(path, [formula])

    assert (await read_workbook(path)).rows == [[Cell(formula, formula, "formula")]]


async def test_a_stored_result_of_a_formula_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    _with_sheet_xml(
        path,
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+1</f><v>5</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c></row>',
    )

    assert (await read_workbook(path)).rows == [[Cell("=B1+1", "=B1+1", "formula")]] * 2


async def test_an_error_value_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    _with_sheet_xml(path, '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>')

    assert (await read_workbook(path)).rows == [[Cell("#N/A", "#N/A", "error_value")]]


@pytest.mark.parametrize(
    ("format_", "shown"),
    [
        ("yyyy-mm-dd", "2006-07-01"),
        ('yyyy"年"m"月"d"日"', "2006-07-01"),
        ('yyyy"年"m"月"', "2006-07"),
        ("yyyy.mm", "2006-07"),
        ("yyyy", "2006"),
        ("[$-804]aaaa;@ yyyy", "38899"),
        ("[Red]0;[Blue]-0", "38899"),
        ('0"天"', "38899"),
    ],
)
async def test_the_format_decides_whether_a_number_is_a_date(
    tmp_path: Path, format_: str, shown: str
) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = 38899
    workbook.active["A1"].number_format = format_
    workbook.save(path)

    cell = (await read_workbook(path)).rows[0][0]

    assert cell is not None
    assert cell.shown == shown


async def test_chinese_built_in_date_formats_need_no_declaration(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/>'
    styles += '<xf numFmtId="57"/></cellXfs></styleSheet>'
    _with_sheet_xml(
        path,
        '<row r="1"><c r="A1" s="1"><v>38899</v></c><c r="B1" s="2"><v>38899</v></c>'
        '<c r="C1" s="0"><v>38899</v></c></row>',
        styles=styles,
    )

    assert (await read_workbook(path)).rows == [
        [
            Cell(date(2006, 7, 1), "2006-07-01"),
            Cell(date(2006, 7, 1), "2006-07"),
            Cell(38899, "38899"),
        ]
    ]


async def test_the_digits_that_a_format_adds_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    for column, (value, format_) in enumerate(
        [(2006.1, "0.00"), (42, "000000"), (1234.5, "#,##0.00"), (3.14159, "0.00")], start=1
    ):
        workbook.active.cell(1, column, value).number_format = format_
    workbook.save(path)

    sheet = await read_workbook(path)

    assert [cell.shown for cell in sheet.rows[0] if cell] == [
        "2006.10",
        "000042",
        "1234.50",
        "3.14159",
    ]


async def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    workbook.active["A1"] = dt.datetime(2006, 7, 1)
    workbook.save(path)

    assert (await read_workbook(path)).rows == [[Cell(date(2006, 7, 1), "2006-07-01")]]


async def test_rich_texts_are_joined_and_readings_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    _with_sheet_xml(
        path,
        '<row><c t="inlineStr"><is><r><t>张</t></r><r><t xml:space="preserve"> 敏</t></r>'
        "<rPh sb='0' eb='1'><t>ZHANG</t></rPh></is></c>"
        '<c t="inlineStr"><is><t>a_x000D_b_x0000_c_xD800_</t></is></c></row>',
    )

    assert (await read_workbook(path)).rows == [[Cell("张 敏", "张 敏"), Cell("a\rbc", "a\rbc")]]


async def test_rows_keep_their_place_and_merges_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A1"], sheet["C4"] = "标题", "值"
    sheet.merge_cells("A1:C2")
    workbook.save(path)

    read = await read_workbook(path)

    assert read.rows == [
        [Cell("标题", "标题")],
        [],
        [],
        [None, None, Cell("值", "值")],
    ]
    assert read.merges == (Merge(0, 0, 1, 2),)


async def test_the_first_visible_sheet_with_content_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.title = "空表"
    hidden = workbook.create_sheet("隐藏")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "秘密"
    workbook.create_sheet("名册")["A1"] = "姓名"
    workbook.create_sheet("说明")["A1"] = "填表说明"
    workbook.save(path)

    first = await read_workbook(path)
    named = await read_workbook(path, sheet_name="说明")

    assert (first.name, first.names) == ("名册", ("空表", "名册", "说明"))
    assert named.rows == [[Cell("填表说明", "填表说明")]]
    with pytest.raises(WorkbookRefused) as refusal:
        await read_workbook(path, sheet_name="隐藏")
    assert refusal.value.code == "no_sheet"


async def test_the_kind_is_known_by_content_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "其实是.csv"
    _xlsx(tmp_path / "a.xlsx", ["姓名"])
    (tmp_path / "a.xlsx").rename(path)

    assert (await read_workbook(path)).rows == [[Cell("姓名", "姓名")]]


async def test_progress_is_told_while_rows_arrive(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(f"第{number}行" for number in range(250)), "utf-8")
    told: list[int] = []

    async def tell(rows: int) -> None:
        told.append(rows)

    await read_workbook(path, on_progress=tell)

    assert told == [100, 200, 250]


async def test_rows_can_be_taken_as_a_stream_and_left_half_way(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("行\n" * 100_000, "utf-8")

    async with open_sheet(path) as sheet:
        async for batch in sheet.batches():
            first = batch[0]
            break

    assert first == (0, [Cell("行", "行")])


async def test_rows_formatted_far_below_the_last_filled_one_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    _with_sheet_xml(
        path,
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>',
    )

    assert (await read_workbook(path, limits=Limits(rows=10))).rows == [[Cell(1, "1")]]
