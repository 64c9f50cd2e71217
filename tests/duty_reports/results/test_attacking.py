"""All revisions of a result together do not tell how fewer than five people voted."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duty_reports.results.attacking import (
    Revision,
    Shown,
    calculated,
    groups,
    result_of,
    scheme_of,
    shown,
    solved,
)
from gongwei.scoring.schemes import Scheme

EQUAL = scheme_of(groups(a="30", b="30", c="40"))
OTHER = scheme_of(groups(a="90", b="5", c="5"))


def told(*steps: tuple[Scheme, dict[str, int]]) -> tuple[list[Revision], list[Shown]]:
    """What is shown after each step: a scheme, and how many sheets came to each group."""
    revisions = [Revision(scheme, {"a": 0, "b": 0, "c": 0} | came) for scheme, came in steps]
    return revisions, shown(revisions, calculated(revisions))


def seen(one: Shown) -> tuple[str, bool]:
    return "".join(sorted(one.withheld)), one.total is not None


def test_the_attacker_solves_what_is_shown_carelessly() -> None:
    revisions = [
        Revision(EQUAL, {"a": 3, "b": 6, "c": 8}),
        Revision(EQUAL, {"a": 0, "b": 5, "c": 0}),
    ]
    careless = [
        Shown(EQUAL, {"a": 3, "b": 6, "c": 8}, {"c": "80"}, frozenset("ab"), "80"),
        Shown(EQUAL, {"a": 3, "b": 11, "c": 8}, {"b": "80"}, frozenset("ac"), "80"),
    ]
    assert solved(revisions, careless) == [{("a", 0): Fraction(1)}]
    assert solved(revisions[:1], careless[:1]) == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # What hid a small group hides it in every later revision.
        ([{"a": 3, "b": 6, "c": 8}, {"b": 5}], [("ab", True), ("ab", True)]),
        ([{"a": 3, "b": 6, "c": 7}, {"a": 5}], [("ab", True), ("ab", True)]),
        # What was shown with nearly as many sheets hides nothing; with five more it does.
        ([{"b": 6, "c": 8}, {"a": 3}], [("", False), ("a", False)]),
        ([{"b": 6, "c": 8}, {"a": 3, "b": 5}], [("", False), ("ab", True)]),
        ([{"a": 6, "b": 6, "c": 8}, {"a": 2}], [("", True), ("a", False)]),
        # What is withheld and gains a few would tell how those differ from the first.
        ([{"a": 3, "b": 6, "c": 8}, {"a": 1}], [("ab", True), ("ab", False)]),
        ([{"a": 3, "b": 6, "c": 8}, {"b": 2}], [("ab", True), ("ab", False)]),
    ],
)  # fmt: skip
def test_a_later_revision_withholds_what_an_earlier_one_hid(
    steps: list[dict[str, int]], expected: list[Any]
) -> None:
    revisions, found = told(*((EQUAL, came) for came in steps))
    assert [seen(one) for one in found] == expected
    assert solved(revisions, found) == []


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        scheme_of(groups(a="30", b="30", c="40"), places=4),
        scheme_of(groups(a="30", b="30", c="40"), missing_group="zero"),
        scheme_of([{**one, "aggregate": "median"} for one in groups(a="30", b="30", c="40")]),
    ],
)
def test_a_total_by_another_rule_is_no_second_equation(other: Scheme) -> None:
    _, found = told((EQUAL, {"a": 3, "b": 6, "c": 8}), (other, {}), (EQUAL, {}))
    assert [seen(one) for one in found] == [("ab", True), ("ab", False), ("ab", True)]
    _, open_ones = told((EQUAL, {"a": 6, "b": 6, "c": 8}), (other, {}))
    assert [seen(one) for one in open_ones] == [("", True), ("", True)]


def test_a_missing_group_that_is_made_up_for_is_shown() -> None:
    strict = scheme_of(groups(a=("30", 5), b="30", c="40"))
    revisions, found = told((strict, {"a": 3, "b": 6, "c": 8}), (strict, {"a": 3}))
    assert [seen(one) for one in found] == [("a", False), ("", True)]
    assert solved(revisions, found) == []


def test_a_small_group_that_begins_to_count_is_not_found_by_the_difference() -> None:
    strict = scheme_of(groups(a=("30", 3), b="30", c="40", d="20"), missing_group="renormalise")
    nobody = {"a": 0, "b": 0, "c": 0, "d": 0}
    revisions = [
        Revision(strict, {"a": 2, "b": 4, "c": 6, "d": 9}), Revision(strict, nobody | {"a": 2}),
    ]  # fmt: skip
    found = shown(revisions, calculated(revisions))
    assert [seen(one) for one in found] == [("abc", True), ("abc", False)]
    assert solved(revisions, found) == []


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({"a": "1000", "b": "0.0001", "c": "40"}, ("a", False)),
        ({"a": "1000", "b": "0.0001", "c": "250"}, ("ac", True)),
        ({"a": "1000", "b": "125", "c": "125"}, ("abc", True)),
        ({"a": "0.0001", "b": "1000", "c": "1000"}, ("ab", True)),
    ],
)
def test_a_small_group_is_hidden_by_what_weighs_enough(
    weights: dict[str, str], expected: Any
) -> None:
    _, (found,) = told((scheme_of(groups(**weights)), {"a": 3, "b": 6, "c": 8}))
    assert seen(found) == expected


CAME = st.sampled_from([0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 11])
FIRST = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 8, 12])


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    keys = ["a", "b", "c", "d"][: draw(st.integers(2, 4))]
    minimum = {key: draw(st.sampled_from([1, 1, 1, 3, 5])) for key in keys}
    policy = draw(st.sampled_from(["renormalise", "renormalise", "zero", "invalid"]))
    weight = st.sampled_from(["1", "30", "40", "100"])
    schemes = [
        scheme_of(
            groups(**{key: (draw(weight), minimum[key]) for key in keys}), missing_group=policy
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    return [
        Revision(
            draw(st.sampled_from(schemes)), {key: draw(CAME if number else FIRST) for key in keys}
        )
        for number in range(draw(st.integers(1, 5)))
    ]


@settings(max_examples=400, deadline=None)
@given(histories())
def test_no_history_of_revisions_tells_how_a_few_voted(revisions: list[Revision]) -> None:
    results = calculated(revisions)
    found = shown(revisions, results)
    assert solved(revisions, found) == []
    for one in found:
        weights = {g.key: g.weight for g in one.scheme.groups if one.counts(g.key)}
        for key in weights:
            if 0 < one.sheets[key] < 5 and one.total is not None:
                beside = sum(weights[other] for other in weights.keys() & one.withheld - {key})
                assert (key in one.withheld, beside * 4 >= weights[key]) == (True, True)


@settings(max_examples=50, deadline=None)
@given(histories())
def test_calculating_a_revision_again_withholds_the_same(revisions: list[Revision]) -> None:
    results = calculated(revisions)
    held = {key: sum(one.came[key] for one in revisions) for key in revisions[0].came}
    sheets = {key: [{"overall": "80"}] * number for key, number in held.items()}
    again = result_of(revisions[-1].scheme, sheets, results)
    last = results[-1]
    assert (again.groups, again.total_withheld) == (last.groups, last.total_withheld)
