"""Worked vectors of rules 1 to 4: sheets, groups, missing groups, the total, the rounding."""

from fractions import Fraction
from typing import Any

import pytest

from gongwei.scoring.engine import half_up, score_round
from gongwei.scoring.groups import record_score
from scoring.vectors import scheme, sheets_of, totals

ALL = sheets_of(leaders="90", fellows="84", masses="88.5")
WITHOUT_THE_MIDDLE = sheets_of(leaders="90", masses="88.5")


def one_group(**more: Any) -> list[dict[str, Any]]:
    return [{"key": "masses", "title": "群众", "weight": "1", "minimum": 1, **more}]


def test_weights_30_30_40_with_90_84_88_5_make_87_60() -> None:
    assert totals(score_round(scheme(), {"a": ALL}, {})) == {"a": "87.60"}


@pytest.mark.parametrize(
    ("policy", "expected"), [("invalid", None), ("renormalise", "89.14"), ("zero", "62.40")]
)
def test_a_missing_middle_group_counts_by_the_policy(policy: str, expected: str | None) -> None:
    scored = score_round(scheme(missing_group=policy), {"a": WITHOUT_THE_MIDDLE}, {})
    assert totals(scored) == {"a": expected}
    assert (scored.participants["a"].grade is None) == (expected is None)


@pytest.mark.parametrize(("policy", "expected"), [("renormalise", None), ("zero", "0.00")])
def test_without_any_sheet_only_zero_has_a_total(policy: str, expected: str | None) -> None:
    assert totals(score_round(scheme(missing_group=policy), {"a": {}}, {})) == {"a": expected}


def test_a_half_at_the_last_place_goes_up() -> None:
    scored = score_round(scheme(groups=one_group()), {"a": sheets_of(masses="88.125")}, {})
    assert totals(scored) == {"a": "88.13"}


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [("88.125", 2, "88.13"), ("88.1249", 2, "88.12"), ("2.5", 0, "3"), ("0", 2, "0.00"),
     ("99.995", 2, "100.00"), ("1/3", 4, "0.3333"), ("2/3", 4, "0.6667")],
)  # fmt: skip
def test_half_up(value: str, places: int, expected: str) -> None:
    assert str(half_up(Fraction(value), places)) == expected


def test_nothing_is_rounded_before_the_end() -> None:
    """Thirds that were rounded early would make 66.66 or 66.68."""
    three = [{"key": key, "title": key, "weight": "1", "minimum": 1} for key in "abc"]
    criteria = [{"key": "overall", "title": "总体", "max": "3"}]
    given = {"one": {key: [{"overall": "2"}] for key in "abc"}}
    assert totals(score_round(scheme(groups=three, criteria=criteria), given, {})) == {
        "one": "66.67"
    }


def test_a_sheet_counts_answered_criteria_alone_by_their_weights() -> None:
    criteria = [
        {"key": "a", "title": "甲", "weight": "2", "max": "10"},
        {"key": "b", "title": "乙", "weight": "1", "max": "5", "required": False},
    ]
    chosen = scheme(groups=one_group(), criteria=criteria)
    given = {
        "both": {"masses": [{"a": "8", "b": "5"}]},
        "one": {"masses": [{"a": "8", "b": None}]},
    }
    assert totals(score_round(chosen, given, {})) == {"both": "86.67", "one": "80.00"}


def test_an_empty_sheet_is_an_abstention_and_no_vote() -> None:
    chosen = scheme(groups=one_group(minimum=2))
    given = {"a": {"masses": [{"overall": "90"}, {}, {"overall": None}]}}
    scored = score_round(chosen, given, {})
    assert totals(scored) == {"a": None}
    assert len(scored.participants["a"].groups[0].sheets) == 1


@pytest.mark.parametrize(
    ("aggregate", "scores", "expected"),
    [
        ({"aggregate": "mean"}, ["60", "90", "100"], "83.33"),
        ({"aggregate": "median"}, ["60", "100", "90"], "90.00"),
        ({"aggregate": "median"}, ["60", "100", "90", "95"], "92.50"),
        ({"aggregate": "trimmed", "trim": "0.2"}, ["0", "80", "81", "82", "100"], "81.00"),
        ({"aggregate": "trimmed", "trim": "0.2"}, ["0", "80", "82", "100"], "65.50"),
        ({"aggregate": "trimmed", "trim": "0.49"}, ["0", "80", "100"], "80.00"),
    ],
)
def test_a_group_is_aggregated_as_the_scheme_says(
    aggregate: dict[str, str], scores: list[str], expected: str
) -> None:
    chosen = scheme(groups=one_group(**aggregate))
    assert totals(score_round(chosen, {"a": sheets_of(masses=scores)}, {})) == {"a": expected}


def test_a_group_of_tasks_takes_the_record_and_is_missing_without_tasks() -> None:
    tasks = {"key": "record", "title": "平时", "weight": "1", "source": "tasks"}
    chosen = scheme(groups=[*one_group(), tasks])
    given = {"a": sheets_of(masses="90"), "b": sheets_of(masses="90")}
    scores = {"a": record_score(3, 2, 5), "b": record_score(0, 0, 0)}
    assert totals(score_round(chosen, given, scores)) == {"a": "85.00", "b": None}


@pytest.mark.parametrize(
    "sheet", [{"unknown": "1"}, {"overall": "100.01"}, {"overall": "-1"}, {"b": "1"}]
)
def test_a_sheet_that_the_scheme_does_not_allow_is_never_scored(sheet: dict[str, str]) -> None:
    criteria = [{"key": "overall", "title": "总体"}, {"key": "b", "title": "乙", "required": False}]
    chosen = scheme(groups=one_group(), criteria=criteria)
    with pytest.raises(ValueError, match="not a sheet"):
        score_round(chosen, {"a": {"masses": [sheet]}}, {})


def test_sheets_of_an_unknown_group_are_refused() -> None:
    with pytest.raises(ValueError, match="does not have"):
        score_round(scheme(), {"a": {"strangers": [{"overall": "90"}]}}, {})
