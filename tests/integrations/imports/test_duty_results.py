"""Results of past years: checked, committed as archived rounds, the same when sent again."""

from datetime import date
from typing import Any

import pytest

from factories.lives import enter_secretary, link
from factories.office import Office, counts, workbook
from factories.roster import identity_number
from factories.world import commit_unrecorded
from gongwei.access.models import Person
from gongwei.access.people import identity_hash
from gongwei.core.db import WHOLE_TREE
from gongwei.secretaries.models import Appointment

HEADS = ("年度", "党组织全称", "姓名", "身份证号", "综合得分", "等次")
PLACE = "中共区财政局总支部委员会"


async def a_secretary(office: Office, number: str, **values: Any) -> Appointment:
    """A secretary of finance whose identity number is known."""
    held = await enter_secretary(office.database, office.world, "张三", "finance", **values)
    async with office.database.transaction(WHOLE_TREE) as session:
        person = await session.get_one(Person, held.person_id)
        person.identity_number, person.identity_hash = number, identity_hash(number)
        await commit_unrecorded(session)
    return held


NUMBER = identity_number(date(1970, 1, 1), 1)


async def test_a_list_becomes_an_archived_round_a_year(departments: Office) -> None:
    office = departments
    held = await a_secretary(office, NUMBER)
    _, content = workbook(
        HEADS,
        (2023, PLACE, "张三", NUMBER, "91.5", "好"),
        ("2022年", PLACE, "张三", NUMBER, None, "较好"),
    )
    imported = await office.checked("duty_results", ("结果.xlsx", content))
    assert (await office.faults(imported), counts(imported)) == ([], (2, 0, 0, 0))
    assert (await office.act(imported, "commit"))["state"] == "succeeded"
    rounds = (await office.get("/duty-rounds"))["items"]
    assert [(one["year"], one["state"], one["imported"], one["allowed_actions"])
            for one in rounds] == [
        (2023, "archived", True, []), (2022, "archived", True, []),
    ]  # fmt: skip
    (result,) = (await office.get(f"/duty-rounds/{rounds[0]['id']}/results"))["items"]
    assert (result["name"], result["total"], result["decided_grade_title"], result["state"]) == (
        "张三", "91.50", "好", "published",
    )  # fmt: skip
    archive = await office.get(f"/secretaries/{held.id}/archive")
    (section,) = [one for one in archive["sections"] if one["code"] == "duty_results"]
    shown = {line["cells"]["year"]: line["cells"]["grade"] for line in section["rows"]}
    assert shown == {"2023": "好", "2022": "较好"}
    await link(office.database, office.world, "secretary", held)
    answer = await office.client.get(
        "/api/v1/me/duty-results", headers=office.world.headers("secretary")
    )
    assert [(one["year"], one["total"], one["grade_title"]) for one in answer.json()["items"]] == [
        (2023, "91.50", "好"), (2022, None, "较好"),
    ]  # fmt: skip
    again = await office.checked("duty_results", ("结果.xlsx", content))
    assert counts(again) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ((2031, PLACE, "张三", NUMBER, "91", "好"), ("年度", "not_a_year")),
        (("去年", PLACE, "张三", NUMBER, "91", "好"), ("年度", "not_a_year")),
        ((2023, "没有的支部", "张三", NUMBER, "91", "好"), ("党组织全称", "unknown_organisation")),
        ((2023, PLACE, "李四", NUMBER, "91", "好"), ("姓名", "name_differs")),
        ((2023, PLACE, "张三", identity_number(date(1971, 1, 1), 1), "91", "好"),
         ("身份证号", "unknown_person")),
        ((2023, PLACE, "张三", NUMBER, "优", "好"), ("综合得分", "not_a_score")),
        ((2023, PLACE, "张三", NUMBER, "91", None), ("等次", "required")),
        ((2019, PLACE, "张三", NUMBER, "91", "好"), ("党组织全称", "not_secretary_then")),
    ],
)  # fmt: skip
async def test_what_cannot_stand_is_named_at_its_cell(
    departments: Office, line: tuple[Any, ...], fault: tuple[str, str]
) -> None:
    await a_secretary(departments, NUMBER)
    _, content = workbook(HEADS, line)
    imported = await departments.checked("duty_results", ("结果.xlsx", content))
    found = (await departments.get(f"/imports/{imported['id']}/faults"))["items"]
    assert [(one["column"], one["fault"]) for one in found] == [fault]
    assert found[0]["message"] != ""


async def test_another_result_of_the_same_year_is_not_overwritten(departments: Office) -> None:
    await a_secretary(departments, NUMBER)
    for grade, expected in (("好", []), ("较好", ["result_differs"])):
        _, content = workbook(HEADS, (2023, PLACE, "张三", NUMBER, "91", grade))
        imported = await departments.checked("duty_results", ("结果.xlsx", content))
        found = (await departments.get(f"/imports/{imported['id']}/faults"))["items"]
        assert [one["fault"] for one in found] == expected
        if not expected:
            assert (await departments.act(imported, "commit"))["state"] == "succeeded"
