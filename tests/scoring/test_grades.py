"""Worked vectors of rule 5: bands, gates, quotas by largest remainder, ties."""

from typing import Any

import pytest

from gongwei.scoring.engine import score_round
from gongwei.scoring.grading import seats_for
from gongwei.scoring.schemes import Grade
from scoring.vectors import grade, grades, ranked, scheme, sheets_of

BANDS = [grade("good", "90"), grade("fair", "75"), grade("poor", "0")]


def with_quota(quota: str, **more: Any) -> Any:
    bands = [grade("good", "90", quota=quota), grade("fair", "75"), grade("poor", "0")]
    return scheme(grades=bands, **more)


def test_bands_are_half_open_over_the_rounded_total() -> None:
    scored = ranked(scheme(grades=BANDS), "100", "90", "89.995", "89.99", "75", "74.99", "0")
    assert grades(scored) == ["good", "good", "good", "fair", "fair", "poor", "poor"]


@pytest.mark.parametrize(
    ("graded", "quotas", "expected"),
    [
        (7, ("25", "60"), [2, 4, 7]),  # 1.75, 2.45, 2.8: two remainders go to 0.8 and 0.75
        (10, ("30", "70"), [3, 7, 10]),
        (1, ("30", "60"), [0, 0, 1]),
        (5, ("30", "60"), [1, 3, 5]),  # 1.5, 1.5, 2: equal remainders favour the worse
        (3, ("20", "20"), [1, 1, 3]),  # 0.6, 0, 2.4
        (0, ("30", "60"), [0, 0, 0]),
    ],
)
def test_seats_by_largest_remainder(
    graded: int, quotas: tuple[str, str], expected: list[int]
) -> None:
    bands = [
        Grade.model_validate(grade("good", "90", quota=quotas[0])),
        Grade.model_validate(grade("fair", "75", quota=quotas[1])),
        Grade.model_validate(grade("poor", "0")),
    ]
    assert [one.up_to for one in seats_for(bands, graded)] == expected


def test_a_grade_without_a_quota_is_held_by_that_of_the_next() -> None:
    bands = [grade("best", "95"), grade("good", "90", quota="50"), grade("poor", "0")]
    scored = ranked(scheme(grades=bands), "99", "98", "97", "96")
    assert grades(scored) == ["best", "best", "poor", "poor"]


def test_who_does_not_fit_gets_the_next_grade() -> None:
    scored = ranked(with_quota("25"), "95", "94", "93", "92")
    assert grades(scored) == ["good", "fair", "fair", "fair"]


def test_unused_seats_of_the_better_grade_are_the_next_ones() -> None:
    bands = [
        grade("best", "99", quota="25"), grade("good", "90", quota="50"), grade("poor", "0"),
    ]  # fmt: skip
    assert grades(ranked(scheme(grades=bands), "95", "94", "93", "92")) == [
        "good", "good", "poor", "poor",
    ]  # fmt: skip


def test_equals_at_the_end_of_a_quota_get_the_same_grade_and_never_more_than_it() -> None:
    assert grades(ranked(with_quota("50"), "96", "95", "95", "91")) == [
        "good", "fair", "fair", "fair",
    ]  # fmt: skip
    assert grades(ranked(with_quota("50"), "95", "95", "91", "91")) == [
        "good", "good", "fair", "fair",
    ]  # fmt: skip


def test_the_listed_groups_and_criteria_tell_equals_apart() -> None:
    chosen = with_quota("50", ties=["masses"])
    given = {
        1: sheets_of(leaders="96", fellows="96", masses="93"),
        2: sheets_of(leaders="92", fellows="92", masses="99"),
    }
    scored = score_round(chosen, given, {})
    assert [str(one.total) for one in scored.participants.values()] == ["94.80", "94.80"]
    assert grades(scored) == ["fair", "good"]


def test_a_criterion_tells_equals_apart_by_the_weights_of_the_groups() -> None:
    criteria = [
        {"key": "work", "title": "实绩", "required": False},
        {"key": "style", "title": "作风", "required": False},
    ]
    chosen = with_quota("50", criteria=criteria, ties=["work"])
    keys = ("leaders", "fellows", "masses")
    given = {
        1: {key: [{"work": "90", "style": "96"}] for key in keys},
        2: {key: [{"work": "94", "style": "92"}] for key in keys},
    }
    assert grades(score_round(chosen, given, {})) == ["fair", "good"]


def test_a_gate_keeps_a_good_total_from_the_grade() -> None:
    gates = [{"group": "masses", "at_least": "90"}, {"at_least": "91"}]
    chosen = scheme(grades=[grade("good", "90", gates=gates), grade("poor", "0")])
    given = {
        "passes": sheets_of(leaders="92", fellows="92", masses="90"),
        "one_short": sheets_of(leaders="99", fellows="99", masses="89.99"),
        "total_short": sheets_of(leaders="90.5", fellows="90.5", masses="90.5"),
    }
    scored = score_round(chosen, given, {})
    assert grades(scored) == ["good", "poor", "poor"]
    failed = scored.participants["one_short"].considered[0].failed_gates
    assert [gate.group for gate in failed] == ["masses"]


def test_a_missing_group_passes_no_gate() -> None:
    gates = [{"group": "masses", "at_least": "0"}]
    chosen = scheme(
        missing_group="renormalise", grades=[grade("good", "0.5", gates=gates), grade("poor", "0")]
    )
    assert grades(score_round(chosen, {1: sheets_of(leaders="90", fellows="90")}, {})) == ["poor"]


def test_who_has_no_total_has_no_grade_and_is_not_counted_for_the_quota() -> None:
    given = {
        number: sheets_of(leaders="95", fellows="95", masses="95") if number else {}
        for number in range(3)
    }
    scored = score_round(with_quota("50"), given, {})
    assert (scored.graded, grades(scored)) == (2, [None, "fair", "fair"])
