"""Calculation: totals by the rules, the record of tasks, missing groups, and calculating again."""

from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient

from duty_reports.appraised import FINE, SCHEME, Appraised, scores
from duty_reports.voting import SCHEME as WITH_RECORD
from factories.world import World
from gongwei.core.db import Database
from gongwei.tasks.models import Task, TaskState


async def test_the_worked_example_of_the_rules(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    found = await appraised.result()
    assert (found["total"], found["proposed_grade"], found["state"]) == (
        "87.60",
        "fair",
        "proposed",
    )
    assert scores(found) == {
        "leaders": ("90.00", 5), "fellows": ("84.00", 5), "masses": ("88.50", 5),
    }  # fmt: skip
    listed = (await appraised.read("officer", f"duty-rounds/{appraised.round_.id}/results"))[
        "items"
    ]
    assert [(one["name"], one["total"]) for one in listed] == [("张三", "87.60"), ("王五", "87.60")]


@pytest.mark.parametrize(
    ("policy", "total", "grade"),
    [("invalid", None, None), ("renormalise", "89.14", "fair"), ("zero", "62.40", "poor")],
)
async def test_without_the_middle_group(
    client: AsyncClient, database: Database, world: World, policy: str, total: Any, grade: Any
) -> None:
    scheme = {**SCHEME, "missing_group": policy}
    appraised = await Appraised(client, database, world).begin(scheme=scheme)
    await appraised.calculated({"leaders": 90, "masses": "88.5"})
    found = await appraised.result()
    assert (found["total"], found["proposed_grade"]) == (total, grade)
    assert scores(found)["fellows"] == (None, 0)


async def test_the_record_of_tasks_of_the_year(
    client: AsyncClient, database: Database, world: World
) -> None:
    appraised = await Appraised(client, database, world).begin(scheme=WITH_RECORD)
    for state, done_on, due_on in (
        (TaskState.VERIFIED, date(2025, 3, 1), date(2025, 3, 1)),
        (TaskState.SUBMITTED, date(2025, 4, 2), date(2025, 4, 1)),
        (TaskState.OPEN, None, date(2025, 12, 31)),
        (TaskState.CANCELLED, None, date(2025, 5, 1)),
        (TaskState.VERIFIED, date(2024, 12, 31), date(2024, 12, 31)),
    ):
        await appraised.stored(
            Task(
                organisation_id=world["finance"].id, given_from_id=world["root"].id, title="任务",
                due_on=due_on, original_due_on=due_on, done_on=done_on, given_by_label="工委",
                state=state,
            )
        )  # fmt: skip
    await appraised.voted({"leaders": 90}, 5)
    await appraised.votes("masses", ["100"] * 5, "level")
    await appraised.calculated()
    found = await appraised.result()
    # 100 × (1 + ½) ÷ 3 = 50; (40×90 + 40×100 + 20×50) ÷ 100 = 86.
    assert scores(found)["record"] == ("50.00", None)
    assert found["total"] == "86.00"
    assert await _record_line(appraised) == (
        "日常工作：平时任务记录 = 100 ×（按时完成 1 项 + 逾期完成 1 项 ÷ 2）÷ 应完成 3 项 = 50"
    )
    other = await appraised.result("police")
    assert scores(other)["record"] == (None, None)
    assert other["total"] == "95.00"


async def _record_line(appraised: Appraised) -> str:
    path = f"duty-rounds/{appraised.round_.id}/results/{appraised.world['finance'].id}/explanation"
    lines = (await appraised.read("officer", path))["lines"]
    return next(one["text"] for one in lines if one["step"] == "record")


async def test_calculating_again_keeps_decisions_whose_proposal_stays(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    assert (await appraised.decide()).status_code == 200
    await appraised.calculated()
    assert (await appraised.result())["state"] == "decided"


async def test_nothing_is_listed_before_the_first_calculation(appraised: Appraised) -> None:
    path = f"duty-rounds/{appraised.round_.id}/results"
    assert (await appraised.read("officer", path))["items"] == []
    answer = await appraised.send("officer", "GET", appraised.path())
    assert answer.status_code == 404


async def test_the_log_tells_of_a_calculation_and_no_score(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    history = await appraised.read("officer", appraised.path(rest="/history"))
    assert [one["action"] for one in history["items"]] == ["duty_result.calculate"]
    entries = await appraised.read("auditor", "audit-entries", limit=200)
    for one in entries["items"]:
        entry = await appraised.read("auditor", f"audit-entries/{one['id']}")
        if entry["subject_type"] == "duty_result":
            hidden = {name: entry["changes"][name] for name in ("total", "groups", "lines")}
            assert hidden == {key: {"hidden": True} for key in hidden}


async def test_the_explanation_is_redone_with_a_calculator(appraised: Appraised) -> None:
    await appraised.votes("leaders", [88, 92, 90, 90, 90])
    await appraised.calculated({"fellows": 84, "masses": "88.5"})
    path = appraised.path(rest="/explanation")
    found = await appraised.read("officer", path)
    said = [(one["step"], one["text"], one["value"]) for one in found["lines"]]
    assert (
        "group", "领导班子：平均分 = 450 ÷ 5 = 90", "90"
    ) in said  # fmt: skip
    assert (
        "total",
        "总分 = （30×90 + 30×84 + 40×88.5）÷（30 + 30 + 40）= 8760 ÷ 100 = 87.6", "87.6",
    ) in said  # fmt: skip
    assert said[-1] == ("grade", "建议等次：较好", "fair")
    english = await appraised.send("officer", "GET", path, headers={"Accept-Language": "en"})
    assert english.json()["lines"][-1]["text"] == "Proposed grade: 较好"
