"""Rows of a roster without an identity number: who is meant is told by name, branch and birth."""

from typing import Any

from factories.office import MEMBER_HEADS, Office, counts, identity_number, workbook

FINANCE, UNITS = "中共区财政局机关支部委员会", "中共区财政局直属单位支部委员会"
BORN = "1970-01-01"
SAME_DAY = identity_number("19700101", order=1)


def roster(*rows: dict[str, Any], title: str = "2008年12月31日") -> tuple[str, bytes]:
    """Men of one name, branch and birth date, but for what is said of each."""
    usual = dict.fromkeys(MEMBER_HEADS) | {
        "姓名": "张一",
        "性别": "男",
        "出生年月": BORN,
        "所在党支部": FINANCE,
    }
    lines = [tuple((usual | row)[head] for head in MEMBER_HEADS) for row in rows]
    return workbook(MEMBER_HEADS, *lines, title=title)


async def _faults(office: Office, *rows: dict[str, Any]) -> list[tuple[int, str, str]]:
    found = await office.faults(await office.checked("members", roster(*rows)))
    return [(fault["row"], fault["column"], fault["fault"]) for fault in found]


async def _members(office: Office, **asked: str) -> list[tuple[str, str, str | None]]:
    found = (await office.get("/members", **asked))["items"]
    return [(row["name"], row["birth_on"], row["identity_number"]) for row in found]


async def test_the_same_workbook_twice_changes_nothing(departments: Office) -> None:
    table = roster({}, {"姓名": "李二", "性别": None, "出生年月": "1971.05.08"})
    assert counts(await departments.committed("members", table)) == (2, 0, 0, 0)
    assert counts(await departments.committed("members", table)) == (0, 0, 2, 0)
    assert await _members(departments) == [("李二", "1971-05-08", None), ("张一", BORN, None)]


async def test_a_later_workbook_corrects_what_is_held(departments: Office) -> None:
    await departments.committed("members", roster({}))
    later = roster({"联系电话": "13800000001", "人员类别": "离退休"}, title="2009年12月31日")
    assert counts(await departments.committed("members", later)) == (0, 1, 0, 0)
    assert counts(await departments.committed("members", later)) == (0, 0, 1, 0)
    found = (await departments.get("/members"))["items"]
    assert [(row["phone"], row["service"]) for row in found] == [("138****0001", "retired")]


async def test_a_row_without_a_number_finds_who_is_held_with_one(departments: Office) -> None:
    await departments.committed("members", roster({"公民身份号码": SAME_DAY}))
    assert counts(await departments.committed("members", roster({}))) == (0, 0, 1, 0)
    assert len(await _members(departments)) == 1


async def test_a_number_that_comes_later_is_added_to_who_is_held(departments: Office) -> None:
    await departments.committed("members", roster({}))
    numbered = roster({"公民身份号码": SAME_DAY, "出生年月": None})
    assert counts(await departments.committed("members", numbered)) == (0, 1, 0, 0)
    assert counts(await departments.committed("members", numbered)) == (0, 0, 1, 0)
    masked = f"500***********{SAME_DAY[-4:]}"
    assert await _members(departments) == [("张一", BORN, masked)]
    found = await departments.post("/members/lookup", json={"identity_number": SAME_DAY})
    assert found.json()["name"] == "张一"


async def test_two_people_alike_in_a_workbook_need_their_numbers(departments: Office) -> None:
    number, other = SAME_DAY, identity_number("19700101", order=3)
    assert await _faults(departments, {}, {}) == [(4, "姓名", "alike")]
    assert await _faults(departments, {"公民身份号码": number}, {}) == [(4, "姓名", "alike")]
    numbered = ({"公民身份号码": number}, {"公民身份号码": other})
    assert await _faults(departments, *numbered) == []


async def test_who_is_meant_must_be_clear_from_what_is_held(departments: Office) -> None:
    numbers = ({"公民身份号码": identity_number("19700101", order=order)} for order in (1, 3))
    await departments.committed("members", roster(*numbers))
    assert await _faults(departments, {}) == [(3, "姓名", "alike_held")]
    assert await _faults(departments, {"所在党支部": UNITS}) == [(3, "姓名", "alike_held")]
    assert await _faults(departments, {"出生年月": "1970-01-02"}) == []
    await departments.committed("members", roster({"姓名": "李二"}))
    assert await _faults(departments, {"姓名": "李二", "性别": "女"}) == [(3, "姓名", "alike_held")]


async def test_a_roster_without_a_column_of_numbers_is_taken(departments: Office) -> None:
    heads = ("姓名", "出生日期", "所在党支部")
    table = workbook(heads, ("张一", BORN, FINANCE), ("李二", None, FINANCE))
    checked = await departments.checked("members", table)
    assert checked["missing"] == []
    found = await departments.faults(checked)
    assert [(fault["row"], fault["column"], fault["fault"]) for fault in found] == [
        (4, "出生日期", "number_or_birth_needed")
    ]
