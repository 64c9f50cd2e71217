"""What an explanation leaves out: how a few answered a criterion, and the order of people where
somebody's total is withheld.
"""

from typing import Any

import pytest
from httpx import AsyncClient

from duty_reports.appraised import SCHEME, Appraised
from duty_reports.results.attacking import groups, result_of, scheme_of
from duty_reports.review import Body
from factories.world import World
from gongwei.core.db import Database
from gongwei.duty_reports.results.suppression import shown_lines
from gongwei.duty_reports.results.withholding import untold_criteria

CRITERIA = [
    {"key": "duty", "title": "履职"},
    {"key": "style", "title": "作风", "required": False},
]


@pytest.mark.parametrize(
    ("sheets", "answers", "untold"),
    [
        (6, {"duty": 6, "style": 6}, []),
        (6, {"duty": 6, "style": 1}, ["duty", "style"]),
        (6, {"duty": 6, "style": 4}, ["duty", "style"]),
        (6, {"duty": 6, "style": 5}, ["style"]),
        (12, {"duty": 12, "style": 8}, ["style"]),
        (12, {"duty": 12, "style": 7}, []),
        (6, {"duty": 6}, []),
    ],
)
def test_means_that_tell_how_a_few_answered_are_not_told(
    sheets: int, answers: dict[str, int], untold: list[str]
) -> None:
    assert untold_criteria(sheets, answers, []) == untold


@pytest.mark.parametrize(
    ("before", "untold"),
    [
        ((12, {"duty": 12, "style": 6}), []),
        ((12, {"duty": 12, "style": 7}), []),
        ((20, {"duty": 20, "style": 10}), ["duty", "style"]),
        ((18, {"duty": 18, "style": 7}), ["style"]),
    ],
)
def test_nor_means_that_tell_it_beside_an_earlier_revision(
    before: tuple[int, dict[str, int]], untold: list[str]
) -> None:
    assert untold_criteria(25, {"duty": 25, "style": 12}, [before]) == untold


def test_an_earlier_revision_is_compared_when_a_result_is_calculated() -> None:
    scheme = scheme_of(groups(a="1"), criteria=CRITERIA)
    plain, both = {"duty": "80"}, {"duty": "80", "style": "90"}
    first = result_of(scheme, {"a": [plain] * 10 + [both] * 10})
    later = result_of(scheme, {"a": [plain] * 13 + [both] * 12}, [first])
    assert [one.groups[0]["untold"] for one in (first, later)] == [[], ["duty", "style"]]
    assert [len(_criteria(one)) for one in (first, later)] == [2, 0]


def _criteria(result: Any) -> list[str]:
    lines = shown_lines(result, to_person=True)
    return [one["zh"] for one in lines if one["step"] == "criterion"]


def test_a_result_that_was_kept_without_the_counts_tells_none() -> None:
    result = result_of(scheme_of(groups(a="1"), criteria=CRITERIA), {"a": [{"duty": "80"}] * 6})
    assert _criteria(result) == ["a：“履职”6 人作答，平均 80（满分 100）"]
    result.groups = [{k: v for k, v in one.items() if k != "untold"} for one in result.groups]
    result.lines = [{k: v for k, v in one.items() if k != "criterion"} for one in result.lines]
    assert _criteria(result) == []


async def explained(appraised: Appraised, who: str, at: str = "finance") -> list[Body]:
    found = await appraised.read(who, appraised.path(at, "/explanation"))
    lines: list[Body] = found["lines"]
    return lines


async def test_the_person_concerned_is_not_told_what_one_voter_answered(
    client: AsyncClient, database: Database, world: World
) -> None:
    scheme = {**SCHEME, "groups": SCHEME["groups"][:1], "criteria": CRITERIA}
    appraised = await Appraised(client, database, world).begin(scheme=scheme)
    made = await appraised.arranged("leaders", codes=6)
    for number, code in enumerate(made["codes"]):
        ballot = appraised.ballot(80, "duty")
        for sheet in ballot["sheets"] if number == 3 else []:
            sheet["answers"].append({"criterion": "style", "value": "1"})
        assert (await appraised.cast(code, ballot)).status_code == 201
    await appraised.close(made)
    await appraised.calculated()
    await appraised.published()
    await appraised.become("secretary")
    own = [one for one in await explained(appraised, "secretary") if one["step"] != "scores"]
    assert [one["step"] for one in own] == [
        "policy", "sheets", "group", "total", "rounding", "band", "band", "band", "grade",
        "withheld",
    ]  # fmt: skip
    assert own[-1]["text"] == (
        "为保护投票人，领导班子对有的评议内容的平均分不列出"
        "（作答或未作答的少于 5 人，以及可以据以推算的数）。"
    )
    steps = [one["step"] for one in await explained(appraised, "officer")]
    assert (steps.count("criterion"), steps.count("sheet"), steps.count("withheld")) == (2, 2, 0)


async def test_nobody_is_placed_beside_somebody_whose_total_is_withheld(
    client: AsyncClient, database: Database, world: World
) -> None:
    grades = [{**SCHEME["grades"][0], "at_least": "80", "quota": "50"}, *SCHEME["grades"][1:]]
    scheme = {
        **SCHEME, "missing_group": "renormalise", "grades": grades, "ties": ["overall"],
    }  # fmt: skip
    appraised = await Appraised(client, database, world).begin(scheme=scheme)
    await appraised.votes("leaders", [85] * 4)
    made = await appraised.arranged("fellows", codes=6)
    for code in made["codes"]:
        ballot = appraised.ballot(85)
        ballot["sheets"][0] |= {"answers": [], "abstain": True}
        assert (await appraised.cast(code, ballot)).status_code == 201
    await appraised.close(made)
    await appraised.calculated()
    totals = [(await appraised.result(at))["total"] for at in ("finance", "police")]
    assert totals == [None, "85.00"]
    told = await explained(appraised, "officer", "police")
    assert [one["step"] for one in told if one["group"] is None][-5:] == [
        "quota", "band", "grade", "withheld", "withheld",
    ]  # fmt: skip
    assert "本轮有人的总分不公布" in told[-2]["text"]
