"""What may be wrong with a cell: stable codes, and what is said for each."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.integrations.workbooks.values import VALUE_FAULTS

_HELD_ELSEWHERE = "duplicate_elsewhere"
"""Words of `duplicate` when no row of this sheet is meant."""

WORDS: dict[str, tuple[str, str]] = {
    "required": ("不能为空", "This cannot be empty"),
    "too_long": ("过长，最多 {longest} 个字", "Too long: at most {longest} characters"),
    "length": ("应为 18 位，现为 {places} 位", "18 places are needed; there are {places}"),
    "character": ("含有号码中不应有的字符", "It has characters that such a number cannot have"),
    "birth_date": (
        "号码中的出生日期不存在，请核对号码",
        "The birth date in the number does not exist; check the number",
    ),
    "check_digit": (
        "校验码不对，号码中有错，请核对",
        "The check digit does not fit; there is a mistake in the number",
    ),
    "number_or_birth_needed": (
        "请填写公民身份号码；没有号码的，请填写出生日期（年月日）",
        "Write the identity number, or without one the full date of birth",
    ),
    "birth_day_needed": (
        "没有公民身份号码的，出生日期请写到日，如 1970-01-15",
        "Without an identity number the day of birth is needed, such as 1970-01-15",
    ),
    "alike": (
        "与第 {first} 行的姓名、党支部、出生日期相同；请补上公民身份号码，或删去重复的一行",
        "Alike in name, branch and birth date to row {first}; add identity numbers, or remove one",
    ),
    "alike_held": (
        "系统中有同名、同出生日期的党员，无法确定是否同一人；请补上公民身份号码，另一人请单独录入",
        "Somebody of this name and birth date is held; add the number, or enter another by hand",
    ),
    "duplicate": ("与第 {first} 行重复", "The same as in row {first}"),
    _HELD_ELSEWHERE: (
        "该号码已登记在其他党组织，请核对，或由上级办理转移",
        "This number is held by another organisation; check it, or have the parent transfer it",
    ),
    "name_differs": (
        "该号码登记的姓名不同，请核对号码和姓名",
        "This number is held under another name; check number and name",
    ),
    "unknown_organisation": (
        "在您的管理范围内没有这个党组织，请核对全称",
        "There is no such organisation in your part of the tree; check its full name",
    ),
    "ambiguous_organisation": (
        "有不止一个同名的党组织，请写明全称",
        "More than one organisation has this name; write it in full",
    ),
    "holds_no_members": (
        "党员只能编入党支部，请填写党支部全称",
        "Members belong to a branch; write the branch's full name",
    ),
    "not_a_group_of_the_branch": (
        "该党支部下没有这个党小组",
        "The branch has no such group",
    ),
    "in_the_future": ("晚于截止日期{as_of}", "This is later than {as_of}"),
    "not_a_phone_number": (
        "不是电话号码；应为 11 位手机号码，或带区号的固定电话",
        "Not a telephone number: a mobile has 11 digits, a landline its area code",
    ),
    "birth_date_differs": (
        "身份号码与出生年月不一致，请核对两列",
        "The identity number and the date of birth differ; check both columns",
    ),
    "sex_differs": (
        "与身份号码所示的性别不一致，请核对",
        "The identity number states another sex; check both columns",
    ),
    "before_birth": ("应晚于出生日期", "This is before birth"),
    "before_joining": ("转正时间不能早于入党时间", "Full membership cannot begin before joining"),
    "unknown_value": ("“{value}”不在可用的取值之内", "“{value}” is not a known value"),
    "older_than_roster": (
        "系统中有更新的组织关系，这份名册较旧，不能覆盖",
        "The records hold a later membership; this older roster cannot replace it",
    ),
    "unit_differs": (
        "该代码已登记为另一单位，请核对代码和单位名称",
        "This code is held by another unit; check code and unit",
    ),
    "unit_missing": (
        "填写了信用代码，还须填写所在单位的名称",
        "A credit code needs the name of its unit beside it",
    ),
    "kind_differs": (
        "与现有组织的类别不同；改变类别请办理组织变更",
        "The organisation is of another kind; use a change request for that",
    ),
    "parent_differs": (
        "与现有的上级不同；调整隶属请办理组织变更",
        "The organisation has another parent; use a change request to move it",
    ),
    "own_parent": ("上级党组织循环：最终成了自己的上级", "The parents form a circle"),
    "kind_not_below": (
        "这类组织不能设在该上级之下",
        "Such an organisation cannot stand below this parent",
    ),
    "code_taken": ("该代码已被其他组织使用", "Another organisation has this code"),
    "term_differs": (
        "早于或等于系统中的上一届，请核对",
        "Not later than the term that is held; check the date",
    ),
    "two_secretaries": (
        "第 {first} 行已有该党组织的书记，只能有一名",
        "Row {first} already names the secretary of this organisation; there can be one",
    ),
    "unknown_person": (
        "在您的管理范围内没有这个号码的人员，请先把此人编入党员花名册",
        "Nobody in your part of the tree has this number; enter the person on the roster first",
    ),
    "day_needed": ("请写明是哪一天，如 2024-05-11", "Write the day, such as 2024-05-11"),
    "not_a_duration": (
        "无法识别的时长；可写 3、3.5（小时）、3小时30分、210分钟，一天不超过 24 小时",
        "Not a time: write 3 or 3.5 (hours), 3小时30分 or 210分钟, 24 hours a day at most",
    ),
    "hours_differ": (
        "这一天这项服务已登记为 {held} 分钟；要更正的，由本人申诉后办理",
        "This service is held with {held} minutes; the person disputes it to have it put right",
    ),
    "before_1990": (
        "只登记 1990 年以来的服务，请核对年份",
        "Only service since 1990 is entered; check the year",
    ),
    "not_service": (
        "名称中含有“{word}”，这类活动不计入志愿服务；确属志愿服务的，请按服务内容命名",
        "“{word}” is not counted as volunteer service; name a service by what is done for others",
    ),
    "not_over_yet": (
        "到现在还没有这么久，请在服务结束后导入",
        "It has not lasted so long yet; import it when it is over",
    ),
    "longer_than_a_day": (
        "此人这一天的时长合计达到 {total} 分钟，一天最多 1440 分钟，请核对",
        "This person's hours of that day come to {total} minutes, and a day has 1,440; check them",
    ),
    "not_a_year": (
        "应为 1921 至 {latest} 之间的年度，如 2023",
        "Write a year from 1921 to {latest}, such as 2023",
    ),
    "year_not_over": (
        "{year} 年还没有结束；这里只导入往年的结果，最晚到 {latest} 年，请核对年度",
        "{year} is not over; results of past years are imported here, {latest} at the latest",
    ),
    "not_a_score": (
        "不是得分；应为 0 至 1000 之间的数，最多四位小数",
        "Not a score: a number from 0 to 1,000 with at most four places",
    ),
    "not_secretary_then": (
        "此人在 {year} 年没有该党组织书记的任职记录；请核对，或先补录任职",
        "No post as secretary there is recorded for {year}; check, or enter the appointment first",
    ),
    "result_differs": (
        "该党组织这一年已导入另一结果；如需更正，请联系工委核对原件",
        "Another result of this organisation and year was imported; compare the originals first",
    ),
    "no_such_post": (
        "该党组织已撤销，或按类别不设书记、副书记",
        "The organisation was dissolved, or is of a kind without secretary and deputies",
    ),
    "consent_needed": (
        "本届任期未满，换书记须先经上级同意；请先在“在任书记”中办理现任书记离任",
        "The term still runs, so the superior consents first: end the present office on its page",
    ),
    "already_in_post": (
        "不晚于现任书记的任职时间，请核对任职时间，或改用较新的名单",
        "Not after the present secretary took office; check the date, or use a newer list",
    ),
}

"""Words by code, in Chinese and English; `{…}` is filled from the fault's details."""

DAYS = frozenset({"as_of"})
"""Details that are days: kept in ISO 8601, said as people write them."""

WORDS.update((str(code), words) for code, words in VALUE_FAULTS.items())


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """A fault at `field` of `row` (from 1). `value` is what the cell shows, masked where
    personal.
    """

    row: int
    field: str
    code: str
    value: str = ""
    details: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def fault_message(code: str, value: str, details: Mapping[str, Any], language: str) -> str:
    """What is wrong and what to do, in `zh` or `en`."""
    key = _HELD_ELSEWHERE if code == "duplicate" and "first" not in details else code
    words = WORDS[key][1 if language == "en" else 0]
    written = day_in_english if language == "en" else day_in_chinese
    said = {
        name: written(date.fromisoformat(detail)) if name in DAYS else detail
        for name, detail in details.items()
    }
    return words.format(**{**said, "value": value})
