"""What fewer than five people voted is nowhere to be read or computed: the rule, and every path."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.printed import opened, texts
from duty_reports.appraised import SCHEME, Appraised, scores
from gongwei.duty_reports.results.withholding import Before, Earlier, Figure, Withheld, withhold

RULE = "one"


def figures(**sheets: int | None) -> list[Figure]:
    return [Figure(key, number, number is None or number > 0) for key, number in sheets.items()]


def hidden(found: Withheld) -> tuple[list[str], bool]:
    return sorted(found.groups), found.total


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ({"a": 5, "b": 9}, ([], False)),
        ({"a": 0, "b": 9}, ([], False)),
        ({"a": 4, "b": 9, "c": 7}, (["a", "c"], False)),
        ({"a": 4, "b": 1, "c": 7}, (["a", "b"], False)),
        ({"a": 4}, (["a"], True)),
        ({"a": 4, "record": None}, (["a"], True)),
        ({"a": 4, "record": None, "b": 6}, (["a", "b"], False)),
    ],
)
def test_small_groups_and_the_one_from_which_they_could_be_computed(
    sheets: dict[str, int | None], expected: Any
) -> None:
    assert hidden(withhold(figures(**sheets), [], RULE)) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (Before(10, False), 10, ([], False)),
        (Before(10, False), 15, ([], False)),
        (Before(10, False), 14, (["a"], True)),
        (Before(10, False), 6, (["a"], True)),
        (Before(4, True), 5, (["a"], True)),
        (Before(4, True), 9, (["a", "b"], False)),
        (Before(4, True, counted=False), 5, ([], False)),
        (Before(10, True), 10, (["a", "b"], False)),
    ],
)
def test_a_group_that_changed_by_a_few_is_withheld_in_the_later_revision(
    before: Before, now: int, expected: Any
) -> None:
    earlier = [Earlier({"a": before}, total_shown=True, rule=RULE)]
    assert hidden(withhold(figures(a=now, b=8, c=9), earlier, RULE)) == expected


def test_every_earlier_revision_is_compared() -> None:
    earlier = [Earlier({"a": Before(n, False)}, total_shown=True, rule=RULE) for n in (20, 30)]
    assert hidden(withhold(figures(a=22, b=8), earlier, RULE)) == (["a"], True)


COUNTS = st.one_of(st.none(), st.integers(0, 12))


@given(st.lists(COUNTS, min_size=1, max_size=5))
def test_no_shown_total_has_one_unknown_part_alone(counts: list[int | None]) -> None:
    given_figures = [
        Figure(f"g{number}", count, count is None or count > 0)
        for number, count in enumerate(counts)
    ]
    found = withhold(given_figures, [], RULE)
    counted = {one.key for one in given_figures if one.counts}
    small = {one.key for one in given_figures if one.sheets and one.sheets < 5}
    assert small <= found.groups
    assert not any(one.key in found.groups for one in given_figures if one.sheets is None)
    assert found.total or len(found.groups & counted) != 1


SECRET = "83.1239"
"""The score of the group that is not shown; in no other sum of the test."""
NO_FIGURES = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+"
)
"""Ids, hashes and times, in which any digits may stand."""


async def small_group(appraised: Appraised) -> None:
    """Four leaders; the members' representatives are the smallest of the others."""
    await appraised.votes("leaders", [SECRET] * 4)
    await appraised.votes("fellows", [84] * 6)
    await appraised.votes("masses", ["88.5"] * 9)
    await appraised.calculated()


async def every_path(appraised: Appraised, who: str = "officer") -> dict[str, str]:
    """Everything by which somebody is told of a result, as text."""
    round_ = f"duty-rounds/{appraised.round_.id}"
    paths = {
        "list": f"{round_}/results",
        "one": appraised.path(),
        "explanation": appraised.path(rest="/explanation"),
        "history": appraised.path(rest="/history"),
        "revisions": f"{round_}/revisions",
        "revision": f"{round_}/revisions/1",
        "export": f"{round_}/export",
    }
    found = {}
    for name, path in paths.items():
        answer = await appraised.send(who, "GET", path)
        found[name] = NO_FIGURES.sub("", answer.text) if answer.status_code == 200 else ""
    notice = await appraised.send(who, "GET", appraised.path(rest="/notice?format=docx"))
    found["notice"] = texts(opened(notice.content)) if notice.status_code == 200 else ""
    changes = await appraised.send(who, "GET", "changes")
    found["changes"] = NO_FIGURES.sub("", changes.text)
    return found


async def test_a_small_group_is_withheld_on_every_path(appraised: Appraised) -> None:
    await small_group(appraised)
    found = await appraised.result()
    assert scores(found) == {
        "leaders": ("withheld", None), "fellows": ("withheld", None), "masses": ("88.50", 9),
    }  # fmt: skip
    assert (found["total"], found["total_withheld"]) == ("85.54", False)
    await appraised.published()
    told = await every_path(appraised)
    assert [name for name, text in told.items() if not text and name != "changes"] == []
    unwanted = (SECRET, "83.12", "84.00", "25.2", "2520", "24.93")
    assert {name: [one for one in unwanted if one in text] for name, text in told.items()} == {
        key: [] for key in told
    }
    assert [name for name, text in told.items() if "88.5" in text] == [
        "list", "one", "explanation", "revision", "export", "notice",
    ]  # fmt: skip


async def test_the_explanation_says_that_something_is_withheld_and_why(
    appraised: Appraised,
) -> None:
    await small_group(appraised)
    lines = (await appraised.read("officer", appraised.path(rest="/explanation")))["lines"]
    assert {one["group"] for one in lines} == {None, "masses"}
    assert [one["step"] for one in lines if one["step"] in ("total", "withheld", "rounding")] == [
        "rounding", "withheld",
    ]  # fmt: skip
    assert "领导班子、书记互评的票数、得分不公布" in lines[-1]["text"]


async def test_the_person_concerned_sees_no_more(appraised: Appraised) -> None:
    await small_group(appraised)
    await appraised.published()
    await appraised.become("member")
    own = await appraised.read("member", "me/duty-results")
    text = json.dumps(own, ensure_ascii=False)
    assert [one for one in (SECRET, "83.12", "84.00") if one in text] == []
    told = await every_path(appraised, "member")
    assert {name: text for name, text in told.items() if SECRET in text or "84.00" in text} == {}


async def test_where_the_total_would_tell_it_is_withheld_too(appraised: Appraised) -> None:
    await appraised.stored_scheme({**SCHEME, "missing_group": "renormalise"})
    await appraised.votes("leaders", [SECRET] * 4)
    await appraised.calculated()
    found = await appraised.result()
    assert (found["total"], found["total_withheld"], found["proposed_grade"]) == (
        None, True, "fair",
    )  # fmt: skip
    await appraised.published()
    told = await every_path(appraised)
    assert [name for name, text in told.items() if "83.12" in text] == []
    recounted = json.loads(told["export"])["document"]["participants"][0]
    assert (recounted["total"], recounted["total_withheld"]) == (None, True)


async def test_two_revisions_do_not_tell_what_a_few_more_voted(appraised: Appraised) -> None:
    await appraised.calculated({"leaders": 90, "fellows": 84, "masses": "88.5"})
    await appraised.published()
    await appraised.moved("officer", appraised.round_.id, "reopen", reason="补投")
    await appraised.votes("leaders", [12, 12])
    await appraised.calculated()
    found = await appraised.result()
    assert (scores(found)["leaders"], found["total"], found["total_withheld"]) == (
        ("withheld", None), None, True,
    )  # fmt: skip
    await appraised.published()
    told = await every_path(appraised)
    later = json.loads(told["export"])["document"]["participants"][0]
    assert [one["key"] for one in later["groups"] if one["withheld"]] == ["leaders"]
    # 6 × 90 + 2 × 12 over 7: the mean of the seven, and the total that it gives.
    assert [one for one in ("67.71", "80.91", '"12"') if one in told["export"]] == []
    first = await appraised.read("officer", f"duty-rounds/{appraised.round_.id}/revisions/1")
    assert first["document"]["participants"][0]["total"] == "87.60"


async def test_five_more_are_shown_again(appraised: Appraised) -> None:
    await appraised.calculated({"leaders": 90, "fellows": 84, "masses": "88.5"})
    await appraised.moved("leader", appraised.round_.id, "reopen", reason="补投")
    await appraised.votes("leaders", [80] * 5)
    await appraised.calculated()
    found = await appraised.result()
    assert (scores(found)["leaders"], found["total"]) == (("85.00", 10), "86.10")


async def test_what_hid_a_small_group_hides_it_for_good_and_by_one_rule_alone(
    appraised: Appraised,
) -> None:
    for group, number in (("leaders", 3), ("fellows", 6), ("masses", 8)):
        await appraised.votes(group, [84] * number)
    await appraised.calculated()
    await appraised.moved("leader", appraised.round_.id, "reopen", reason="补投")
    await appraised.votes("fellows", [90] * 5)
    await appraised.calculated()
    hides = {"leaders": ("withheld", None), "fellows": ("withheld", None), "masses": ("84.00", 8)}
    found = await appraised.result()
    assert (scores(found), found["total"]) == (hides, "84.82")
    await appraised.moved("leader", appraised.round_.id, "reopen", reason="再议权重")
    heavy = [{**SCHEME["groups"][0], "weight": "90"}, *SCHEME["groups"][1:]]
    await appraised.stored_scheme({**SCHEME, "groups": heavy})
    for _ in range(2):
        await appraised.calculated()
        found = await appraised.result()
        assert (scores(found), found["total"], found["total_withheld"]) == (hides, None, True)
