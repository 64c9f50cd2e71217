"""Old lists of hours become late entries: checked, committed, and the same when sent again."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from factories.office import Office, counts, identity_number, workbook
from factories.roster import enter, row
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.integrations.imports.durations import minutes_of
from gongwei.volunteering.hours.models import ApprovalLevel, HoursKind, HoursState, VolunteerHours

HEADS = ("序号", "姓名", "身份证号", "服务日期", "活动名称", "服务时长（小时）", "备注")
BORN = date(1970, 1, 1)


async def a_roster(office: Office) -> list[str]:
    """Two members; answers their numbers."""
    world = office.world
    people = [
        row("张三", world["finance_office"].id, 1, born=BORN),
        row("李四", world["finance_units"].id, 3, born=BORN),
    ]
    await enter(office.database, world, *people)
    return [one.identity_number for one in people]


def a_list(*rows: tuple[Any, ...]) -> tuple[str, bytes]:
    return workbook(HEADS, *rows, title="截至2024年12月31日")


async def held(database: Database) -> list[VolunteerHours]:
    async with database.transaction(WHOLE_TREE) as session:
        query = select(VolunteerHours).order_by(VolunteerHours.day, VolunteerHours.minutes)
        return list((await session.exec(query)).all())


async def test_a_list_becomes_late_entries(departments: Office) -> None:
    office = departments
    first, second = await a_roster(office)
    file = a_list(
        (1, "张三", first, "2024-05-11", "清洁家园", 3.5, "手机没电"),
        (2, "李 四", second, date(2024, 5, 12), "护河", "2小时15分", None),
    )
    imported = await office.checked("hours", file)
    assert (await office.faults(imported), counts(imported)) == ([], (2, 0, 0, 0))
    assert await held(office.database) == []
    assert (await office.act(imported, "commit"))["state"] == "succeeded"
    found = [
        (one.day, one.title, one.minutes, one.kind, one.state, one.reason, one.organisation_id)
        for one in await held(office.database)
    ]
    late = (HoursKind.LATE_ENTRY, HoursState.PENDING)
    assert found == [
        (date(2024, 5, 11), "清洁家园", 210, *late, "手机没电", office.world["finance_office"].id),
        (date(2024, 5, 12), "护河", 135, *late, "由原有台账导入", office.world["finance_units"].id),
    ]


async def test_the_same_list_again_changes_nothing(departments: Office) -> None:
    office = departments
    first, _ = await a_roster(office)
    file = a_list((1, "张三", first, "2024-05-11", "清洁家园", 3, None))
    imported = await office.checked("hours", file)
    await office.act(imported, "commit")
    again = await office.checked("hours", file)
    assert counts(again) == (0, 0, 1, 0)
    assert (await office.act(again, "commit"))["state"] == "succeeded"
    assert len(await held(office.database)) == 1


async def test_each_fault_stands_at_its_cell(departments: Office) -> None:
    office = departments
    first, second = await a_roster(office)
    await office.act(
        await office.checked(
            "hours", a_list((1, "张三", first, "2024-05-11", "清洁家园", 3, None))
        ),
        "commit",
    )
    stranger = identity_number("19800101", 5)
    file = a_list(
        (1, "张三", first, "2024-05-11", "清洁家园", 4, None),
        (2, "李四", second, "2024.05", "护河", 2, None),
        (3, "李四", second, "2024-05-12", "护河", "半天", None),
        (4, "李四", second, "2024-05-13", "护河", 25, None),
        (5, "王五", stranger, "2024-05-13", "护河", 2, None),
        (6, "李五", second, "2024-05-14", "护河", 2, None),
        (7, "李四", second, "2024-05-15", "护河", 2, None),
        (8, "李四", second, "2024-05-15", "护河", 2, None),
        (9, "李四", second, "2030-01-01", None, None, None),
    )
    faults = await office.faults(await office.checked("hours", file))
    assert [(one["row"], one["column"], one["fault"]) for one in faults] == [
        (3, "服务时长（小时）", "hours_differ"),
        (4, "服务日期", "day_needed"),
        (5, "服务时长（小时）", "not_a_duration"),
        (6, "服务时长（小时）", "not_a_duration"),
        (7, "身份证号", "unknown_person"),
        (8, "姓名", "name_differs"),
        (10, "活动名称", "duplicate"),
        (11, "服务日期", "in_the_future"),
        (11, "活动名称", "required"),
        (11, "服务时长（小时）", "required"),
    ]


async def test_rows_that_are_no_service_or_cannot_have_been_are_faults(departments: Office) -> None:
    office = departments
    first, second = await a_roster(office)
    before = a_list((1, "张三", first, "2024-05-11", "清洁家园", 20, None))
    await office.act(await office.checked("hours", before), "commit")
    today = clock.today().isoformat()
    file = workbook(
        HEADS,
        (1, "李四", second, "2024-05-11", "支部会议", 2, None),
        (2, "李四", second, "1989-12-31", "护河", 2, None),
        (3, "李四", second, today, "护河", 24, None),
        (4, "张三", first, "2024-05-11", "护河", 5, None),
        (5, "李四", second, "2024-05-12", "护河", 14, None),
        (6, "李四", second, "2024-05-12", "护学", 10, None),
        title=f"截至{clock.today():%Y年%m月%d日}",
    )
    found = await office.faults(await office.checked("hours", file))
    assert [(one["row"], one["column"], one["fault"]) for one in found] == [
        (3, "活动名称", "not_service"),
        (4, "服务日期", "before_1990"),
        (5, "服务时长（小时）", "not_over_yet"),
        (6, "服务时长（小时）", "longer_than_a_day"),
    ]


async def test_a_long_day_on_the_list_waits_for_the_parent(departments: Office) -> None:
    office = departments
    first, _ = await a_roster(office)
    file = a_list(
        (1, "张三", first, "2024-05-11", "清洁家园", 5, None),
        (2, "张三", first, "2024-05-11", "护河", 4, None),
    )
    await office.act(await office.checked("hours", file), "commit")
    assert [one.approval for one in await held(office.database)] == [ApprovalLevel.PARENT] * 2


async def test_a_department_imports_its_own_people_alone(departments: Office) -> None:
    office = departments
    first, _ = await a_roster(office)
    world = office.world
    neighbour = replace(office, who="neighbour")
    file = a_list((1, "张三", first, "2024-05-11", "清洁家园", 3, None))
    form = {"organisation_id": str(world["police"].id)}
    faults = await neighbour.faults(await neighbour.checked("hours", file, **form))
    assert [one["fault"] for one in faults] == ["duplicate"]
    own = replace(office, who="secretary")
    imported = await own.checked("hours", file, organisation_id=str(world["finance"].id))
    assert (await own.act(imported, "commit"))["state"] == "succeeded"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("3", 180), ("3.5", 210), ("0.25", 15), ("3小时", 180), ("3小时30分", 210),
        ("3个小时30分钟", 210), ("210分钟", 210), ("2.5 h", 150), ("3:30", 210), ("１．５", 90),
        ("90min", 90), ("24", 1440), ("24.1", None), ("0", None), ("0.333", None), ("半天", None),
        ("", None), ("-1", None), ("小时", None), ("3小时30", None), ("1e2", None),
    ],
)  # fmt: skip
def test_times_are_read_as_offices_write_them(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes
