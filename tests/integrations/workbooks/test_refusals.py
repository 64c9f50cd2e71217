"""Workbooks that are refused as a whole: what each limit catches, and that it costs little."""

import io
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.reader import read_workbook
from gongwei.integrations.workbooks.refusals import (
    REFUSAL_CODES,
    RefusalCode,
    WorkbookRefused,
    refused,
)

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
GIGABYTE = 1024**3
BOMB = Path(__file__).parents[2] / "cases" / "hostile" / "expands-to-a-gigabyte.xlsx"


def _xlsx_parts() -> dict[str, bytes]:
    content = io.BytesIO()
    openpyxl.Workbook().save(content)
    with zipfile.ZipFile(content) as package:
        return {name: package.read(name) for name in package.namelist()}


def _with_shared_texts(parts: dict[str, bytes], texts: bytes) -> dict[str, bytes]:
    relations = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="texts" Target="sharedStrings.xml" Type="x/sharedStrings"/>'
        b"</Relationships>",
    )
    return parts | {
        "xl/_rels/workbook.xml.rels": relations,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">'.encode() + texts + b"</sst>",
    }


def _write(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def _sheet(path: Path, rows: str) -> Path:
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return _write(path, _xlsx_parts() | {SHEET: xml.encode()})


async def _code(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(WorkbookRefused) as refusal:
        await read_workbook(path, limits=limits)
    return refusal.value.code


MEMORY_OF_ONE_REFUSAL = """
import asyncio, resource, sys
from pathlib import Path
from gongwei.integrations.workbooks.reader import read_workbook
from gongwei.integrations.workbooks.refusals import WorkbookRefused
try:
    asyncio.run(read_workbook(Path(sys.argv[1])))
except WorkbookRefused as refusal:
    print(refusal.code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""
"""Run in a process of its own, whose only child is the reader: prints code and most bytes held."""


def test_five_kilobytes_that_expand_to_more_than_a_gigabyte_cost_nothing() -> None:
    with zipfile.ZipFile(BOMB) as package:
        expanded = sum(entry.file_size for entry in package.infolist())
    assert BOMB.stat().st_size < 6_000
    assert expanded > GIGABYTE
    started = time.monotonic()

    order = [sys.executable, "-c", MEMORY_OF_ONE_REFUSAL, str(BOMB)]
    printed = subprocess.run(order, capture_output=True, text=True, check=True).stdout.split()

    assert printed[0] == "zip_bomb"
    assert time.monotonic() - started < 10
    assert int(printed[1]) < GIGABYTE // 4


async def test_a_directory_that_lies_about_sizes_gains_nothing(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsx", _xlsx_parts() | {SHEET: b" " * 50_000_000})
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        position = content.find(signature)
        while position >= 0:
            if struct.unpack_from("<I", content, position + offset) == (50_000_000,):
                struct.pack_into("<I", content, position + offset, 1000)
            position = content.find(signature, position + 4)
    path.write_bytes(content)

    assert await _code(path, Limits(expanded_size=1_000_000)) == "not_a_workbook"


async def test_what_is_expanded_again_is_counted_again(tmp_path: Path) -> None:
    parts = _with_shared_texts(_xlsx_parts(), b" " * 600_000)
    again = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="again" Target="sharedStrings.xml" Type="x/sharedStrings"/>'
        b"</Relationships>",
    )
    path = _write(tmp_path / "a.xlsx", parts | {"xl/_rels/workbook.xml.rels": again})

    assert await _code(path, Limits(expanded_size=1_000_000)) == "zip_bomb"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<row r="1"/><row r="1048576"><c r="A1048576"><v>1</v></c></row>', "too_many_rows"),
        ('<row r="1"><c r="XFD1"><v>1</v></c></row>', "too_many_columns"),
        ('<row r="1"><c r="ZZZ1"><v>1</v></c></row>', "not_a_workbook"),
        ('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"/>', "not_a_workbook"),
        ('<row r="1"><c r="A1" t="s"><v>7</v></c></row>', "not_a_workbook"),
        ('<row r="1"><c r="A1"><v>eins</v></c></row>', "not_a_workbook"),
        ('<row r="1"><c r="A1">', "not_a_workbook"),
        ("", "no_sheet"),
    ],
)
async def test_sheets_that_are_spread_out_or_broken(tmp_path: Path, rows: str, code: str) -> None:
    assert await _code(_sheet(tmp_path / "a.xlsx", rows)) == code


async def test_many_wide_rows_are_too_many_cells(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="CV{n}"><v>1</v></c></row>' for n in range(1, 102))

    path = _sheet(tmp_path / "a.xlsx", rows)

    assert await _code(path, Limits(cells=10_000)) == "too_many_cells"


async def test_one_long_text_shared_by_many_cells_is_too_large(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 5001))
    path = _sheet(tmp_path / "a.xlsx", rows)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = f"<si><t>{'长' * 30_000}</t></si>".encode()

    assert await _code(_write(path, _with_shared_texts(parts, text))) == "too_large"


async def test_entities_are_refused_unread(tmp_path: Path) -> None:
    xml = (
        '<!DOCTYPE w [<!ENTITY a "1"><!ENTITY b "&a;&a;">]>'
        f'<worksheet xmlns="{MAIN}"><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>'
    )
    path = _write(tmp_path / "a.xlsx", _xlsx_parts() | {SHEET: xml.encode()})

    assert await _code(path) == "not_a_workbook"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_workbook"),
        (b"PK\x03\x04 broken", "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not_a_workbook"),
        (b"%PDF-1.7\n1 0 obj", "not_a_workbook"),
        (b"\x89PNG\r\n\x1a\n....", "not_a_workbook"),
        (b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>", "not_a_workbook"),
        (b"a,b\0c\n", "not_a_workbook"),
        (b"\x81\xff\x80\xfe,\xff", "encoding"),
        (b"\xef\xbb\xbf\xff\xfe\xff", "encoding"),
        (b" \n \n", "no_sheet"),
    ],
)
async def test_other_files_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)

    assert await _code(path) == code


async def test_a_word_document_is_no_workbook(tmp_path: Path) -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org'
        '/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    path = _write(
        tmp_path / "a.docx", {"_rels/.rels": relation.encode(), "word/document.xml": b"<d/>"}
    )

    assert await _code(path) == "not_a_workbook"


async def test_macros_are_refused(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsm", _xlsx_parts() | {"xl/vbaProject.bin": b"..."})

    assert await _code(path) == "macro"


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        ("EncryptedPackage", "encrypted"),
        ("_VBA_PROJECT_CUR", "macro"),
        ("WordDocument", "not_a_workbook"),
    ],
)
async def test_the_streams_of_a_compound_file_tell_what_it_is(
    tmp_path: Path, stream: str, code: str
) -> None:
    path = tmp_path / "a.xls"
    workbook = xlwt.Workbook()
    workbook.add_sheet("表").write(0, 0, "x")
    workbook.save(str(path))
    content = path.read_bytes()
    own, other = (name.encode("utf-16-le").ljust(64, b"\0") for name in ("Workbook", stream))
    length = struct.pack("<H", 2 * len(stream) + 2)
    assert content.count(own) == 1
    at = content.index(own)
    path.write_bytes(content[:at] + other + length + content[at + 66 :])

    assert await _code(path) == code


async def test_an_encrypted_zip_is_encrypted(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsx", _xlsx_parts())
    content = bytearray(path.read_bytes())
    position = content.find(b"PK\x01\x02")
    content[position + 8] |= 1
    path.write_bytes(content)

    assert await _code(path) == "encrypted"


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(sheets=2), "too_many_sheets"),
        (Limits(file_size=100), "too_large"),
        (Limits(parts=3), "zip_bomb"),
    ],
)
async def test_limits_on_sheets_file_and_parts(tmp_path: Path, limits: Limits, code: str) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    for number in range(3):
        workbook.create_sheet(f"表{number}")["A1"] = 1
    workbook.save(path)

    assert await _code(path, limits) == code


@pytest.mark.parametrize("code", REFUSAL_CODES)
def test_every_refusal_says_why_in_both_languages(code: RefusalCode) -> None:
    refusal = refused(code, 200_000)

    assert refusal.code == code
    assert refusal.detail_zh
    assert refusal.detail_en
    assert "{" not in refusal.detail_zh + refusal.detail_en


def test_the_limit_is_named() -> None:
    assert "200,000" in refused("too_many_rows", 200_000).detail_zh
