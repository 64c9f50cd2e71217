"""What a scheme may not be, and how two of them differ."""

from typing import Any

import pytest
from pydantic import ValidationError

from gongwei.scoring.differences import differences
from gongwei.scoring.schemes import Scheme
from gongwei.scoring.sheets import faults_in
from scoring.vectors import grade, scheme

GROUP = {"key": "masses", "title": "群众", "weight": "100"}
ASKED = {"key": "overall", "title": "总体"}


def refused(**values: Any) -> set[str]:
    with pytest.raises(ValidationError) as caught:
        scheme(**values)
    return {one["type"] for one in caught.value.errors()}


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"groups": [GROUP, GROUP]}, "key_twice"),
        ({"groups": [{**GROUP, "key": "overall"}]}, "key_twice"),
        ({"grades": [grade("good", "90"), grade("good", "0")]}, "key_twice"),
        ({"groups": [{**GROUP, "criteria": ["style"]}]}, "unknown_key"),
        ({"ties": ["style"]}, "unknown_key"),
        (
            {"grades": [grade("good", "90", gates=[{"group": "x", "at_least": "1"}]),
                        grade("poor", "0")]},
            "unknown_key",
        ),
        ({"grades": [grade("good", "90")]}, "grade_bands"),
        ({"grades": [grade("good", "0"), grade("fair", "0")]}, "grade_bands"),
        ({"grades": [grade("good", "0", quota="30")]}, "lowest_grade"),
        ({"grades": [grade("good", "0", gates=[{"at_least": "1"}])]}, "lowest_grade"),
        (
            {"grades": [grade("a", "90", quota="50"), grade("b", "80", quota="30"),
                        grade("c", "0")]},
            "quota_falls",
        ),
        ({"criteria": [{**ASKED, "max": "5", "levels": [{"label": "好", "value": "6"}]}]},
         "level_above_max"),
        ({"groups": []}, "too_short"),
        ({"criteria": []}, "too_short"),
        ({"grades": []}, "too_short"),
        ({"groups": [{**GROUP, "weight": "0"}]}, "greater_than"),
        ({"groups": [{**GROUP, "weight": 30}]}, "decimal_text"),
        ({"groups": [{**GROUP, "weight": 30.5}]}, "decimal_text"),
        ({"groups": [{**GROUP, "weight": "NaN"}]}, "decimal_text"),
        ({"groups": [{**GROUP, "weight": "1e2"}]}, "decimal_text"),
        ({"groups": [{**GROUP, "weight": "1.00001"}]}, "decimal_text"),
        ({"groups": [{**GROUP, "weight": "1001"}]}, "less_than_equal"),
        ({"groups": [{**GROUP, "trim": "0.5"}]}, "less_than"),
        ({"groups": [{**GROUP, "key": "群众"}]}, "string_pattern_mismatch"),
        ({"groups": [{**GROUP, "minimum": 0}]}, "greater_than_equal"),
        ({"groups": [{**GROUP, "names": []}]}, "extra_forbidden"),
        ({"grades": [grade("a", "90", quota="100.5"), grade("c", "0")]}, "less_than_equal"),
        ({"rounding": "half_even"}, "literal_error"),
        ({"places": 5}, "less_than_equal"),
        ({"missing_group": "guess"}, "enum"),
    ],
)  # fmt: skip
def test_what_does_not_hang_together_is_refused(values: dict[str, Any], code: str) -> None:
    assert refused(**values) == {code}


def test_a_scheme_is_kept_as_it_was_written() -> None:
    written = scheme(groups=[{**GROUP, "weight": "30.50"}]).model_dump(mode="json")
    assert written["groups"][0]["weight"] == "30.50"
    assert Scheme.model_validate(written).model_dump(mode="json") == written


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ({"work": "5"}, []),
        ({"work": "5", "style": "1"}, []),
        ({}, []),
        ({"work": None, "style": None}, []),
        ({"style": "1"}, [("work", "required")]),
        ({"work": None, "style": "1"}, [("work", "required")]),
        ({"work": "10.5"}, [("work", "out_of_range")]),
        ({"work": "5", "style": "0.5"}, [("style", "not_a_level")]),
        ({"work": "5", "other": "1"}, [("other", "unknown_criterion")]),
        ({"other": None}, [("other", "unknown_criterion"), ("work", "required")]),
    ],
)
def test_a_sheet_is_judged_before_it_is_submitted(
    sheet: dict[str, str | None], expected: list[tuple[str, str]]
) -> None:
    levels = [{"label": "好", "value": "1"}, {"label": "差", "value": "0"}]
    chosen = scheme(
        criteria=[
            {"key": "work", "title": "实绩", "max": "10"},
            {"key": "style", "title": "作风", "max": "1", "required": False, "levels": levels},
        ]
    )
    found = faults_in(chosen, chosen.groups[0], sheet)
    assert [(one.criterion, one.code) for one in found] == expected


def test_differences_are_told_part_by_part() -> None:
    before = scheme(grades=[grade("good", "90"), grade("poor", "0")])
    after = scheme(
        groups=[
            {"key": "fellows", "title": "fellows", "weight": "30.0", "minimum": 1},
            {"key": "leaders", "title": "领导", "weight": "40", "minimum": 1,
             "aggregate": "median"},
            {"key": "peers", "title": "同级", "weight": "20"},
        ],
        criteria=[{"key": "overall", "title": "总体评价", "required": False}],
        grades=[grade("good", "90", quota="30", gates=[{"at_least": "92"}]), grade("poor", "0")],
        missing_group="zero", ties=["overall"],
    )  # fmt: skip
    assert [(one.path, one.before, one.after, one.zh) for one in differences(before, after)] == [
        ("/groups/leaders/title", "leaders", "领导", "评议主体“leaders”的名称：leaders → 领导"),
        ("/groups/leaders/weight", "30", "40", "评议主体“leaders”的权重：30 → 40"),
        ("/groups/leaders/aggregate", "mean", "median",
         "评议主体“leaders”的计分方法：平均分 → 中位数"),
        ("/groups/masses", "masses", None, "删去评议主体“masses”"),
        ("/groups/peers", None, "同级", "新增评议主体“同级”（权重 20）"),
        ("/groups", "领导、fellows", "fellows、领导",
         "评议主体的顺序：领导、fellows → fellows、领导"),
        ("/criteria/overall/required", "true", "false", "评议内容“总体评价”的必答：是 → 否"),
        ("/grades/good/quota", None, "30", "等次“good”的名额比例：无 → 30"),
        ("/grades/good/gates", "无", "总分≥92", "等次“good”的前提条件：无 → 总分≥92"),
        ("/missing_group", "invalid", "zero", "缺组处理：总分无效 → 按 0 分计"),
        ("/ties", "无", "overall", "同分排序依据：无 → overall"),
    ]  # fmt: skip
    assert [one.en for one in differences(before, after)][1] == (
        "rater group “leaders”, weight: 30 → 40"
    )


def test_the_same_scheme_written_otherwise_does_not_differ() -> None:
    given = [{**GROUP, "weight": "100.00"}]
    assert differences(scheme(groups=[GROUP]), scheme(groups=given)) == []
