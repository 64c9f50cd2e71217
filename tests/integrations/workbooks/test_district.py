"""The district's own workbooks, read from file to value."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from gongwei.integrations.workbooks.cells import Cell, Sheet
from gongwei.integrations.workbooks.heads import FieldSpec, HeaderMatch, find_heads
from gongwei.integrations.workbooks.reader import read_workbook
from gongwei.integrations.workbooks.values import (
    ParsedDate,
    parse_date,
    parse_integer,
    parse_text,
)
from gongwei.members.code_tables import EDUCATION, NATIONALITY, SEX, UNIVERSITY_EDUCATION
from gongwei.members.identity_number import birth_on, identity_number_fault, sex
from gongwei.members.phone import phone_fault
from gongwei.organisations.credit_code import credit_code_fault

DISTRICT = Path(__file__).parents[2] / "cases" / "district"

ORGANISATIONS = [
    FieldSpec("name", "党组织全称", "Organisation", required=True),
    FieldSpec("kind", "组织类别", "Kind", required=True),
    FieldSpec("parent", "上级党组织", "Parent", required=True),
    FieldSpec("unit", "所在单位", "Unit"),
    FieldSpec("credit_code", "统一社会信用代码", "Credit code", ("单位统一社会信用代码",)),
    FieldSpec("founded_on", "成立时间", "Founded on"),
    FieldSpec("elected_on", "当选时间", "Elected on", ("本届班子当选时间",)),
    FieldSpec("member_count", "党员数", "Members"),
]
MEMBERS = [
    FieldSpec("name", "姓名", "Name", required=True),
    FieldSpec("sex", "性别", "Sex"),
    FieldSpec("nationality", "民族", "Nationality"),
    FieldSpec("identity_number", "公民身份号码", "Identity number", ("身份证号",)),
    FieldSpec("birth_on", "出生日期", "Born", ("出生年月",)),
    FieldSpec("education", "学历", "Education"),
    FieldSpec("joined_on", "入党时间", "Joined the Party on"),
    FieldSpec("branch", "所在党支部", "Branch", required=True),
    FieldSpec("group", "所在党小组", "Group"),
    FieldSpec("phone", "联系电话", "Phone"),
    FieldSpec("category", "人员类别", "Category"),
]
SECRETARIES = [
    FieldSpec("organisation", "党组织全称", "Organisation", required=True),
    FieldSpec("name", "姓名", "Name", required=True),
    FieldSpec("identity_number", "公民身份号码", "Identity number"),
    FieldSpec("post", "党内职务", "Post"),
    FieldSpec("full_time", "专兼职", "Full-time"),
    FieldSpec("from", "任职时间", "From"),
]

Record = dict[str, Cell | None]


def _records(sheet: Sheet, heads: HeaderMatch) -> list[Record]:
    columns = {column.field: column.index for column in heads.columns if column.field}
    return [
        {field: row[i] if i < len(row) else None for field, i in columns.items()}
        for row in sheet.rows[heads.header_row :]
    ]


async def _read(name: str, fields: list[FieldSpec]) -> tuple[HeaderMatch, list[Record]]:
    sheet = await read_workbook(DISTRICT / name)
    heads = find_heads(sheet, fields)
    assert heads is not None
    return heads, _records(sheet, heads)


@pytest.mark.parametrize(
    ("name", "fields", "unknown"),
    [
        ("党组织基本信息表.xlsx", ORGANISATIONS, ["序号"]),
        ("党员花名册.xlsx", MEMBERS, ["序号"]),
        ("党员花名册-有错误.xlsx", MEMBERS, ["序号"]),
        ("党组织书记花名册.xlsx", SECRETARIES, ["序号", "行政职务"]),
    ],
)
async def test_heads_and_as_of_date_are_found(
    name: str, fields: list[FieldSpec], unknown: list[str]
) -> None:
    heads, _ = await _read(name, fields)

    assert (heads.header_row, heads.header_lines) == (3, 1)
    assert heads.as_of == date(2008, 12, 31)
    assert heads.missing == ()
    assert [c.head for c in heads.columns if c.field is None] == unknown
    assert {c.field for c in heads.columns if c.field} == {spec.field for spec in fields}


async def test_the_organisations_are_84_with_sound_credit_codes_and_dates() -> None:
    _, records = await _read("党组织基本信息表.xlsx", ORGANISATIONS)
    codes = [code for r in records if isinstance(code := parse_text(r["credit_code"]), str)]

    assert len(records) == 84
    assert [code for code in codes if credit_code_fault(code)] == []
    assert len(set(codes)) == len(codes) == 41
    for field in ("founded_on", "elected_on"):
        assert [r[field] for r in records if not _is_date_or_empty(r[field])] == []


async def test_member_counts_of_the_second_level_add_up() -> None:
    _, records = await _read("党组织基本信息表.xlsx", ORGANISATIONS)
    counts = [n for r in records if isinstance(n := parse_integer(r["member_count"]), int)]

    assert (len(counts), sum(counts), sum(n > 20 for n in counts)) == (41, 779, 13)


async def test_the_members_are_779_with_sound_identity_numbers_and_phones() -> None:
    _, records = await _read("党员花名册.xlsx", MEMBERS)
    numbers = [str(parse_text(r["identity_number"])) for r in records]
    phones = [p for r in records if isinstance(p := parse_text(r["phone"]), str)]

    assert len(set(numbers)) == len(records) == 779
    assert [number for number in numbers if identity_number_fault(number)] == []
    assert [phone for phone in phones if phone_fault(phone)] == []


async def test_every_date_of_the_members_is_read_and_agrees_with_the_identity_number() -> None:
    _, records = await _read("党员花名册.xlsx", MEMBERS)

    assert [r["joined_on"] for r in records if not _is_date_or_empty(r["joined_on"])] == []
    for record in records:
        born = parse_date(record["birth_on"])
        stated = birth_on(str(parse_text(record["identity_number"])))
        assert isinstance(born, ParsedDate)
        assert born.value == (stated if born.precision == "day" else stated.replace(day=1))


async def test_every_code_of_the_members_is_known_and_the_published_figures_come_out() -> None:
    heads, records = await _read("党员花名册.xlsx", MEMBERS)
    for record in records:
        number = str(parse_text(record["identity_number"]))
        assert SEX.match(_text(record["sex"])) == ("1" if sex(number) == "male" else "2")
        assert NATIONALITY.match(_text(record["nationality"])) is not None
    in_service = [r for r in records if _text(r["category"]) == "在职"]
    educations = [EDUCATION.match(_text(r["education"])) for r in in_service]
    ages = [
        _age(birth_on(_text(r["identity_number"])), heads.as_of or date.max) for r in in_service
    ]

    assert Counter(_text(r["category"]) for r in records) == {"在职": 586, "离退休": 193}
    assert sum(code in UNIVERSITY_EDUCATION for code in educations) == 340
    assert sum(age < 45 for age in ages) == 377


async def test_no_name_keeps_a_blank() -> None:
    _, records = await _read("党员花名册.xlsx", MEMBERS)
    names = [str(parse_text(r["name"], person=True)) for r in records]

    assert [name for name in names if any(c.isspace() for c in name)] == []


async def test_the_secretaries_are_60_with_sound_numbers_and_dates() -> None:
    _, records = await _read("党组织书记花名册.xlsx", SECRETARIES)

    assert len(records) == 60
    assert [r for r in records if identity_number_fault(_text(r["identity_number"]))] == []
    assert [r["from"] for r in records if not _is_date_or_empty(r["from"])] == []


async def test_the_faulty_roster_has_exactly_the_listed_faults_of_its_cells() -> None:
    heads, records = await _read("党员花名册-有错误.xlsx", MEMBERS)
    labels = {column.field: column.head for column in heads.columns}
    faults: set[tuple[int, str, str]] = set()
    seen: set[str] = set()
    for row, record in enumerate(records, start=heads.first_data_row):
        number = _text(record["identity_number"])
        fault = identity_number_fault(number) or ("duplicate" if number in seen else None)
        seen.add(number)
        if fault:
            faults.add((row, labels["identity_number"], fault))
        elif not _same_month(record["birth_on"], birth_on(number)):
            faults.add((row, labels["identity_number"], "birth_date_differs"))
        if parse_text(record["name"], person=True) is None:
            faults.add((row, labels["name"], "required"))
        if phone_fault(_text(record["phone"])):
            faults.add((row, labels["phone"], "not_a_phone_number"))
        joined = parse_date(record["joined_on"])
        assert isinstance(joined, ParsedDate)
        if joined.value > date(2026, 1, 1):
            faults.add((row, labels["joined_on"], "in_the_future"))
    listed = json.loads((DISTRICT / "党员花名册-有错误.faults.json").read_text("utf-8"))

    # Whether a branch exists is not for the workbook to say.
    assert faults == {
        (fault["row"], fault["column"], fault["fault"])
        for fault in listed
        if fault["fault"] != "unknown_organisation"
    }


def _text(cell: Cell | None) -> str:
    return str(parse_text(cell))


def _is_date_or_empty(cell: Cell | None) -> bool:
    return cell is None or isinstance(parse_date(cell), ParsedDate)


def _same_month(cell: Cell | None, day: date) -> bool:
    parsed = parse_date(cell)
    return isinstance(parsed, ParsedDate) and parsed.value.replace(day=1) == day.replace(day=1)


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
