"""Handing in a workbook: what is recognised, what is refused, and that nothing else is written."""

import csv
import io
from pathlib import Path

import pytest
import xlwt
from openpyxl import load_workbook
from sqlalchemy import func, select

from factories.office import (
    FAULTY_MEMBERS,
    MEMBERS,
    ORGANISATIONS,
    Office,
    counts,
    expected_faults,
    places,
    workbook,
)
from gongwei.access.models import Organisation
from gongwei.files.models import StoredFile
from gongwei.integrations.imports.models import Import

HOSTILE = Path(__file__).parents[2] / "cases" / "hostile"


def _rows(file: Path) -> list[list[str]]:
    sheet = load_workbook(file).active
    return [
        ["" if value is None else str(value) for value in row]
        for row in sheet.iter_rows(values_only=True)
    ]


def _csv(file: Path, encoding: str) -> tuple[str, bytes]:
    content = io.StringIO()
    csv.writer(content).writerows(_rows(file))
    return "名册.csv", content.getvalue().encode(encoding)


def _xls(file: Path) -> tuple[str, bytes]:
    book = xlwt.Workbook()
    sheet = book.add_sheet("名册")
    for row, texts in enumerate(_rows(file)):
        for column, text in enumerate(texts):
            sheet.write(row, column, text)
    content = io.BytesIO()
    book.save(content)
    return "名册.xls", content.getvalue()


async def test_columns_and_day_are_recognised_from_the_workbook(office: Office) -> None:
    imported = await office.uploaded("members", MEMBERS)
    assert imported["state"] == "uploaded"
    assert imported["as_of"] == "2008-12-31"
    assert (imported["sheet"], imported["header_row"]) == ("党员花名册", 3)
    assert {column["head"]: column["field"] for column in imported["columns"]} == {
        "序号": None,
        "姓名": "name",
        "性别": "sex",
        "民族": "nationality",
        "公民身份号码": "identity_number",
        "出生年月": "birth_on",
        "学历": "education",
        "入党时间": "joined_on",
        "所在党支部": "branch",
        "所在党小组": "group",
        "联系电话": "phone",
        "人员类别": "category",
    }
    assert imported["missing"] == []
    assert imported["allowed_actions"] == ["check", "cancel"]


async def test_the_stated_number_of_members_is_not_imported(office: Office) -> None:
    imported = await office.uploaded("organisations", ORGANISATIONS)
    fields = {column["head"]: column["field"] for column in imported["columns"]}
    assert (fields["党员数"], fields["序号"]) == (None, None)


async def test_samples_show_no_personal_number(office: Office) -> None:
    imported = await office.uploaded("members", MEMBERS)
    samples = {column["field"]: column["sample"] for column in imported["columns"]}
    assert samples["identity_number"][0] == "500*************94"
    assert samples["phone"][0] == "130******61"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
async def test_text_files_are_read_in_each_encoding(office: Office, encoding: str) -> None:
    await office.committed("organisations", ORGANISATIONS)
    checked = await office.checked("members", _csv(FAULTY_MEMBERS, encoding))
    assert checked["file_name"] == "名册.csv"
    assert places(await office.faults(checked)) == expected_faults()


async def test_older_workbooks_have_the_same_faults(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    checked = await office.checked("members", _xls(FAULTY_MEMBERS))
    assert places(await office.faults(checked)) == expected_faults()
    assert counts(checked) == (33, 0, 0, 7)


@pytest.mark.parametrize(
    ("file", "status", "code"),
    [
        (
            ("表.xlsx", (HOSTILE / "expands-to-a-gigabyte.xlsx").read_bytes()),
            413,
            "workbook_zip_bomb",
        ),
        (("表.xlsx", b"PK\x03\x04 not a workbook"), 415, "unsupported_file"),
        (("表.pdf", b"%PDF-1.7\n%%EOF\n"), 422, "workbook_not_a_workbook"),
        (("表.csv", b""), 422, "empty_file"),
    ],
)
async def test_what_is_no_workbook_is_refused_and_not_kept(
    office: Office, file: tuple[str, bytes], status: int, code: str
) -> None:
    answer = await office.upload("members", file)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    async with office.database.transaction("*") as session:
        for model in (Import, StoredFile):
            assert await session.scalar(select(func.count()).select_from(model)) == 0
    assert [path for path in office.settings.data_dir.rglob("*") if path.is_file()] == []


async def test_a_zip_bomb_is_refused_in_both_languages(office: Office) -> None:
    content = (HOSTILE / "expands-to-a-gigabyte.xlsx").read_bytes()
    chinese = (await office.upload("members", ("表.xlsx", content))).json()
    assert chinese["detail"].startswith("工作簿展开后的体积异常")
    answer = await office.client.post(
        "/api/v1/imports",
        headers={**office.headers, "Accept-Language": "en"},
        data={"kind": "members"},
        files={"file": ("表.xlsx", content)},
    )
    assert answer.json()["detail"].startswith("The workbook expands beyond")


async def test_more_than_twenty_mebibytes_are_refused(office: Office) -> None:
    answer = await office.upload("members", ("表.csv", b"a" * (20 * 1024 * 1024 + 1)))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("kind", ["anything", ""])
async def test_an_unknown_kind_is_refused(office: Office, kind: str) -> None:
    answer = await office.upload(kind, ORGANISATIONS)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


async def test_an_upload_without_a_file_is_refused(office: Office) -> None:
    answer = await office.post("/imports", data={"kind": "members"})
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


async def test_a_day_in_the_future_is_refused(office: Office) -> None:
    answer = await office.upload("members", MEMBERS, as_of="2190-01-01")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "in_the_future")


async def test_unknown_heads_can_be_mapped_by_hand(office: Office) -> None:
    imported = await office.uploaded(
        "organisations", workbook(("甲", "乙", "丙"), ("中共区人事局支部委员会", "党支部", "x"))
    )
    assert imported["header_row"] == 2
    assert [column["head"] for column in imported["columns"]] == ["甲", "乙", "丙"]
    assert imported["missing"] == ["name", "kind", "parent"]


async def test_nothing_is_written_before_the_commit(office: Office) -> None:
    await office.checked("organisations", ORGANISATIONS)
    async with office.database.transaction("*") as session:
        assert await session.scalar(select(func.count()).select_from(Organisation)) == 1
