"""Results of past years: checked, committed as archived rounds, the same when sent again."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import select

from factories.lives import enter_secretary, link
from factories.office import Office, counts, workbook
from factories.roster import identity_number
from factories.world import commit_unrecorded
from gongwei.access.models import Person
from gongwei.access.people import identity_hash
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE
from gongwei.duty_reports.results.models import DutyResult
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
    shown = {line["cells"]["year"]: line["cells"]["grade"] for line in await archived(office, held)}
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


async def archived(office: Office, held: Appointment, **params: str) -> Any:
    """The lines of results in the archive of a secretary."""
    archive = await office.get(f"/secretaries/{held.id}/archive", **params)
    (section,) = [one for one in archive["sections"] if one["code"] == "duty_results"]
    return section["rows"]


async def committed(office: Office, *lines: tuple[Any, ...]) -> Any:
    """The rounds, after a list was imported."""
    _, content = workbook(HEADS, *lines)
    imported = await office.checked("duty_results", ("结果.xlsx", content))
    assert (await office.act(imported, "commit"))["state"] == "succeeded"
    return (await office.get("/duty-rounds"))["items"]


async def test_no_day_is_told_that_the_list_does_not_say(departments: Office) -> None:
    held = await a_secretary(departments, NUMBER)
    (round_,) = await committed(departments, (2023, PLACE, "张三", NUMBER, "91.5", "好"))
    days = ("published_at", "report_due_on", "as_of", "meeting_on", "opened_at", "calculated_at")
    assert {name: round_[name] for name in days} == dict.fromkeys(days)
    await link(departments.database, departments.world, "secretary", held)
    answer = await departments.client.get(
        "/api/v1/me/duty-results", headers=departments.world.headers("secretary")
    )
    (own,) = answer.json()["items"]
    assert (own["published_at"], own["published_on"], own["year"]) == (None, None, 2023)


async def test_the_archive_dates_a_result_by_its_year(departments: Office) -> None:
    held = await a_secretary(departments, NUMBER)
    await committed(departments, (2023, PLACE, "张三", NUMBER, "91.5", "好"))
    (line,) = await archived(departments, held)
    cells = line["cells"]
    assert (cells["year"], cells["published_on"]) == ("2023", "无记录")
    assert await archived(departments, held, as_of="2023-12-30") == []
    assert len(await archived(departments, held, as_of="2023-12-31")) == 1


async def test_an_imported_round_counts_people_and_no_reports(departments: Office) -> None:
    await a_secretary(departments, NUMBER, to_on=date(2023, 7, 1), state="ended")
    (round_,) = await committed(departments, (2023, PLACE, "张三", NUMBER, "91.5", "好"))
    assert round_["counts"] == {
        "participants": 1, "left_out": 0, "not_started": 0, "draft": 0, "submitted": 0,
        "returned": 0, "accepted": 0, "presented": 0, "late": 0,
    }  # fmt: skip
    path = f"/duty-rounds/{round_['id']}/participants"
    assert [one["in_office"] for one in (await departments.get(path))["items"]] == [True]


async def test_totals_are_kept_as_the_list_gives_them(departments: Office) -> None:
    await a_secretary(departments, NUMBER)
    line = (2023, PLACE, "张三", NUMBER, "91.2345", "好")
    await committed(departments, line)
    async with departments.database.transaction(WHOLE_TREE) as session:
        totals = (await session.exec(select(DutyResult.total))).all()
    assert totals == [Decimal("91.2345")]
    _, content = workbook(HEADS, line)
    again = await departments.checked("duty_results", ("结果.xlsx", content))
    assert counts(again) == (0, 0, 1, 0)


async def test_an_imported_round_is_not_exported_and_says_why(departments: Office) -> None:
    await a_secretary(departments, NUMBER)
    (round_,) = await committed(departments, (2023, PLACE, "张三", NUMBER, "91.5", "好"))
    answer = await departments.client.get(
        f"/api/v1/duty-rounds/{round_['id']}/export", headers=departments.world.headers("officer")
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "results_imported")


@pytest.mark.parametrize("ahead", [0, 1])
async def test_a_year_that_is_not_over_has_no_results(departments: Office, ahead: int) -> None:
    await a_secretary(departments, NUMBER)
    this_year = clock.today().year
    _, content = workbook(HEADS, (this_year + ahead, PLACE, "张三", NUMBER, "91", "好"))
    imported = await departments.checked("duty_results", ("结果.xlsx", content))
    (found,) = (await departments.get(f"/imports/{imported['id']}/faults"))["items"]
    assert (found["column"], found["fault"]) == ("年度", "year_not_over")
    assert found["message"] == (
        f"{this_year + ahead} 年还没有结束；这里只导入往年的结果，"
        f"最晚到 {this_year - 1} 年，请核对年度"
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ((1920, PLACE, "张三", NUMBER, "91", "好"), ("年度", "not_a_year")),
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
