"""Every fault of a row, at its column, on small tables of our own."""

from typing import Any

import pytest

from factories.office import (
    MEMBER_HEADS,
    ORGANISATION_HEADS,
    SECRETARY_HEADS,
    Office,
    counts,
    identity_number,
    workbook,
)

ROOT = "云屏区区直机关工作委员会"
FINANCE = "中共区财政局总支部委员会"
OFFICE = "中共区财政局机关支部委员会"
ARCHIVE = "中共区档案局支部委员会"
MAN, WOMAN = identity_number(order=1), identity_number(order=2)
CODE, OTHER_CODE = "11500103FYK6B77337", "11500103LBA9JG947Q"

Row = tuple[Any, ...]


def member(**cells: Any) -> Row:
    """A sound row of a roster, with some cells otherwise."""
    sound = dict.fromkeys(MEMBER_HEADS) | {
        "姓名": "张一",
        "公民身份号码": MAN,
        "所在党支部": OFFICE,
    }
    return tuple((sound | cells)[head] for head in MEMBER_HEADS)


def organisation(name: str, kind: str = "党支部", parent: str | None = ROOT, **cells: Any) -> Row:
    sound = dict.fromkeys(ORGANISATION_HEADS) | {
        "党组织全称": name,
        "组织类别": kind,
        "上级党组织": parent,
        "成立时间": "2005.05",
    }
    return tuple((sound | cells)[head] for head in ORGANISATION_HEADS)


def secretary(**cells: Any) -> Row:
    sound = {
        "党组织全称": OFFICE,
        "姓名": "张一",
        "公民身份号码": MAN,
        "党内职务": "书记",
        "专兼职": "专职",
        "任职时间": "2006.07",
        "行政职务": None,
    }
    return tuple((sound | cells)[head] for head in SECRETARY_HEADS)


async def _faults(office: Office, kind: str, heads: Any, *rows: Row) -> list[tuple[int, str, str]]:
    checked = await office.checked(kind, workbook(heads, *rows))
    found = await office.faults(checked)
    return [(fault["row"], fault["column"], fault["fault"]) for fault in found]


MEMBER_FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"姓名": None}, "姓名", "required"),
    ({"姓名": "张" * 101}, "姓名", "too_long"),
    ({"公民身份号码": None}, "公民身份号码", "number_or_birth_needed"),
    ({"公民身份号码": None, "出生年月": "1970.02"}, "出生年月", "birth_day_needed"),
    ({"公民身份号码": None, "出生年月": "七零年"}, "出生年月", "not_a_date"),
    ({"公民身份号码": MAN[:17]}, "公民身份号码", "length"),
    ({"公民身份号码": MAN[:8] + "O" + MAN[9:]}, "公民身份号码", "character"),
    ({"公民身份号码": "500103197002301234"}, "公民身份号码", "birth_date"),
    ({"公民身份号码": MAN[:17] + str((int(MAN[17]) + 1) % 10)}, "公民身份号码", "check_digit"),
    ({"公民身份号码": int("500103197001010013")}, "公民身份号码", "number_lost_digits"),
    ({"公民身份号码": '="5"'}, "公民身份号码", "formula"),
    ({"公民身份号码": "#N/A"}, "公民身份号码", "error_value"),
    ({"性别": "雄"}, "性别", "unknown_value"),
    ({"性别": "女"}, "性别", "sex_differs"),
    ({"出生年月": "1970.02"}, "公民身份号码", "birth_date_differs"),
    ({"出生年月": "1970-01-02"}, "公民身份号码", "birth_date_differs"),
    ({"出生年月": "七零年"}, "出生年月", "not_a_date"),
    ({"入党时间": 1995.1}, "入党时间", "ambiguous_month"),
    ({"入党时间": "2009.01"}, "入党时间", "in_the_future"),
    ({"入党时间": "1969.07"}, "入党时间", "before_birth"),
    ({"所在党支部": None}, "所在党支部", "required"),
    ({"所在党支部": "中共区不存在局支部委员会"}, "所在党支部", "unknown_organisation"),
    ({"所在党支部": FINANCE}, "所在党支部", "holds_no_members"),
    ({"所在党小组": "区档案局第一党小组"}, "所在党小组", "not_a_group_of_the_branch"),
    ({"联系电话": "12345"}, "联系电话", "not_a_phone_number"),
    ({"联系电话": "=1+1"}, "联系电话", "not_a_phone_number"),
    ({"人员类别": "其他"}, "人员类别", "unknown_value"),
]


async def test_each_fault_of_a_member_is_told_at_its_column(departments: Office) -> None:
    rows = []
    for number, (cells, _, _) in enumerate(MEMBER_FAULTS):
        own = {"公民身份号码": identity_number(order=2 * number + 101)}
        rows.append(member(**(own | cells)))
    found = await _faults(departments, "members", MEMBER_HEADS, *rows)
    expected = [(row, head, code) for row, (_, head, code) in enumerate(MEMBER_FAULTS, start=3)]
    assert found == expected


async def test_the_ways_of_writing_are_understood(departments: Office) -> None:
    rows = (
        member(
            姓名="张　一 ",
            公民身份号码="'" + MAN.lower(),
            出生年月="1970年1月",
            入党时间="１９９５．０７",
            所在党支部=OFFICE + "  ",
            联系电话=13800000001,
            人员类别="在职、预备党员",
        ),
        member(
            姓名="买买提.艾力",
            性别="女",
            公民身份号码=WOMAN,
            联系电话="023-6354 1234",
            人员类别="退休",
        ),
    )
    checked = await departments.checked("members", workbook(MEMBER_HEADS, *rows))
    assert await departments.faults(checked) == []
    await departments.act(checked, "commit")
    found = (await departments.get("/members"))["items"]
    shown = sorted(
        (row["name"], row["joined_on"], row["standing"], row["service"]) for row in found
    )
    assert shown == [
        ("买买提·艾力", None, "full", "retired"),
        ("张一", "1995-07-01", "probationary", "in_service"),
    ]


async def test_blank_rows_and_remarks_below_the_table_are_no_rows(departments: Office) -> None:
    heads = ("序号", *MEMBER_HEADS)
    blank = (None,) * len(heads)
    remark = ("填表人：李四", *blank[1:])
    checked = await departments.checked(
        "members", workbook(heads, (1, *member()), blank, (2, *blank[1:]), remark)
    )
    assert counts(checked) == (1, 0, 0, 0)


async def test_a_table_without_rows_says_so(departments: Office) -> None:
    imported = await departments.uploaded("members", workbook(MEMBER_HEADS))
    job = await departments.act(imported, "check")
    assert (job["state"], job["problem"]["code"]) == ("failed", "import_has_no_rows")


async def test_each_fault_of_an_organisation_is_told_at_its_column(departments: Office) -> None:
    cases: list[tuple[Row, str, str]] = [
        (organisation("", parent=ROOT), "党组织全称", "required"),
        (organisation("甲支部", kind="车间"), "组织类别", "unknown_value"),
        (organisation("乙支部", parent=None), "上级党组织", "required"),
        (organisation("丙支部", parent="没有的总支"), "上级党组织", "unknown_organisation"),
        (organisation("丁小组", kind="党小组", parent=ROOT), "组织类别", "kind_not_below"),
        (organisation("戊支部", 成立时间="2009.01"), "成立时间", "in_the_future"),
        (organisation("己支部", 本届班子当选时间="某年"), "本届班子当选时间", "not_a_date"),
        (
            organisation("庚支部", 单位统一社会信用代码=CODE[:17] + "0", 所在单位="甲局"),
            "单位统一社会信用代码",
            "check_digit",
        ),
        (organisation("辛支部", 单位统一社会信用代码=CODE), "单位统一社会信用代码", "unit_missing"),
        (organisation(OFFICE, parent=ROOT), "上级党组织", "parent_differs"),
        (organisation(ARCHIVE, kind="联合党支部"), "组织类别", "kind_differs"),
        (organisation("壬支部", parent="癸支部"), "上级党组织", "own_parent"),
        (organisation("癸支部", parent="壬支部"), "上级党组织", "own_parent"),
    ]
    found = await _faults(
        departments, "organisations", ORGANISATION_HEADS, *(row for row, _, _ in cases)
    )
    assert found == [(row, head, code) for row, (_, head, code) in enumerate(cases, start=3)]


async def test_an_organisation_stands_in_a_table_once(departments: Office) -> None:
    found = await _faults(
        departments,
        "organisations",
        ORGANISATION_HEADS,
        organisation("甲支部"),
        organisation("甲支部  "),
    )
    assert found == [(4, "党组织全称", "duplicate")]


async def test_groups_of_different_branches_may_bear_one_name(departments: Office) -> None:
    rows = (
        organisation("第一党小组", kind="党小组", parent=OFFICE),
        organisation("第一党小组", kind="党小组", parent=ARCHIVE),
    )
    table = workbook(ORGANISATION_HEADS, *rows)
    checked = await departments.checked("organisations", table)
    assert counts(checked) == (2, 0, 0, 0)
    await departments.act(checked, "commit")
    assert counts(await departments.checked("organisations", table)) == (0, 0, 2, 0)


async def test_a_parent_may_stand_below_its_children_in_the_table(departments: Office) -> None:
    table = workbook(
        ORGANISATION_HEADS,
        organisation("新局机关支部", parent="新局总支部"),
        organisation("新局总支部", kind="党总支"),
    )
    checked = await departments.checked("organisations", table)
    assert await departments.faults(checked) == []
    assert (await departments.act(checked, "commit"))["state"] == "succeeded"
    found = (await departments.get("/organisations", q="新局"))["items"]
    assert sorted((row["name"], row["depth"]) for row in found) == [
        ("新局总支部", 1),
        ("新局机关支部", 2),
    ]


async def test_a_credit_code_belongs_to_one_unit(departments: Office) -> None:
    found = await _faults(
        departments,
        "organisations",
        ORGANISATION_HEADS,
        organisation("甲支部", 所在单位="甲局", 单位统一社会信用代码=CODE),
        organisation("乙支部", 所在单位="乙局", 单位统一社会信用代码=CODE),
    )
    assert found == [(4, "单位统一社会信用代码", "unit_differs")]


async def test_a_later_election_brings_the_next_term_and_an_earlier_one_is_a_fault(
    departments: Office,
) -> None:
    def table(elected: str, title: str) -> tuple[str, bytes]:
        row = organisation(ARCHIVE, 本届班子当选时间=elected, 成立时间=None)
        return workbook(ORGANISATION_HEADS, row, title=title)

    for elected, title in (("2005.06", "2006年12月31日"), ("2008.06", "2008年12月31日")):
        checked = await departments.checked("organisations", table(elected, title))
        assert counts(checked) == (0, 1, 0, 0)
        assert (await departments.act(checked, "commit"))["state"] == "succeeded"
    terms = (await departments.get("/terms"))["items"]
    shown = sorted((t["number"], t["state"], t["elected_on"], t["ends_on"]) for t in terms)
    assert shown == [
        (1, "ended", "2005-06-01", "2008-06-01"),
        (2, "serving", "2008-06-01", "2011-06-01"),
    ]
    older = await departments.checked("organisations", table("2007.06", "2008年12月31日"))
    assert [fault["fault"] for fault in await departments.faults(older)] == ["term_differs"]


@pytest.mark.parametrize(
    ("cells", "head", "code"),
    [
        ({"党组织全称": "没有的支部"}, "党组织全称", "unknown_organisation"),
        ({"姓名": None}, "姓名", "required"),
        ({"公民身份号码": "1"}, "公民身份号码", "length"),
        ({"党组织全称": "区档案局第一党小组"}, "党组织全称", "no_such_post"),
        ({"党内职务": "主任"}, "党内职务", "unknown_value"),
        ({"专兼职": "临时"}, "专兼职", "unknown_value"),
        ({"任职时间": None}, "任职时间", "required"),
        ({"任职时间": "2009.01"}, "任职时间", "in_the_future"),
    ],
)
async def test_each_fault_of_a_secretary_is_told_at_its_column(
    departments: Office, cells: dict[str, Any], head: str, code: str
) -> None:
    found = await _faults(departments, "secretaries", SECRETARY_HEADS, secretary(**cells))
    assert found == [(3, head, code)]


async def test_an_organisation_has_one_secretary(departments: Office) -> None:
    second = secretary(姓名="李二", 公民身份号码=WOMAN)
    found = await _faults(departments, "secretaries", SECRETARY_HEADS, secretary(), second)
    assert found == [(4, "党组织全称", "two_secretaries")]


async def test_a_secretary_is_not_replaced_in_the_middle_of_a_term(departments: Office) -> None:
    elected = organisation(ARCHIVE, 本届班子当选时间="2008.06", 成立时间=None)
    title = "2008年12月31日"
    await departments.committed("organisations", workbook(ORGANISATION_HEADS, elected, title=title))
    first, second = (
        secretary(党组织全称=ARCHIVE),
        secretary(党组织全称=ARCHIVE, 姓名="李二", 公民身份号码=WOMAN, 任职时间="2008.09"),
    )
    await departments.committed("secretaries", workbook(SECRETARY_HEADS, first, title=title))
    found = await _faults(departments, "secretaries", SECRETARY_HEADS, second)
    assert found == [(3, "任职时间", "consent_needed")]
