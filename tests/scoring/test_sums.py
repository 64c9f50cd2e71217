"""What tells two schemes apart by which the same sheets have another total."""

from typing import Any

import pytest

from gongwei.scoring.sums import rule_of_sum
from scoring.vectors import GROUPS, grade, scheme


def groups(**first: Any) -> list[dict[str, Any]]:
    found = [{"key": key, "title": key, "weight": weight, "minimum": 1} for key, weight in GROUPS]
    return [found[0] | first, *found[1:]]


def criteria(**more: Any) -> list[dict[str, Any]]:
    return [{"key": "overall", "title": "总体评价", **more}]


@pytest.mark.parametrize(
    "other",
    [
        {"groups": groups(title="别的名称")},
        {"groups": groups(weight="30.0")},
        {"groups": groups(criteria=["overall"])},
        {"groups": list(reversed(groups()))},
        {"criteria": criteria(title="别的名称", hint="说明")},
        {"grades": [grade("good", "90", quota="30"), grade("any", "0")], "ties": ["overall"]},
    ],
)
def test_names_order_and_grades_leave_the_sum_as_it_is(other: dict[str, Any]) -> None:
    assert rule_of_sum(scheme(**other)) == rule_of_sum(scheme())


@pytest.mark.parametrize(
    "other",
    [
        {"groups": groups(weight="31")},
        {"groups": groups(minimum=2)},
        {"groups": groups(aggregate="median")},
        {"groups": groups(aggregate="trimmed", trim="0.1")},
        {"groups": groups(source="tasks")},
        {"groups": groups()[:2]},
        {"criteria": criteria(weight="2")},
        {"criteria": criteria(max="10")},
        {"missing_group": "zero"},
        {"places": 4},
    ],
)
def test_whatever_may_move_a_total_makes_another_rule(other: dict[str, Any]) -> None:
    assert rule_of_sum(scheme(**other)) != rule_of_sum(scheme())
