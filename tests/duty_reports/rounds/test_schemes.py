"""Revisions of a scheme after the opening, and the worked example."""

import copy
from typing import Any

import pytest

from duty_reports.review import SCHEME, Body, Review, faults, refusal


def scheme(**groups: Any) -> Body:
    """The usual one with other values of the first group."""
    made = copy.deepcopy(SCHEME)
    made["groups"][0].update(groups)
    return made


async def revised(review: Review, round_id: str, given: Body, reason: str = "按会议决定") -> Any:
    body = {"scheme": given, "reason": reason}
    return await review.send(
        "officer", "POST", f"duty-rounds/{round_id}/scheme-revisions", json=body
    )


async def test_a_revision_has_a_reason_and_shows_the_difference(review: Review) -> None:
    await review.secretary("甲", "finance")
    made = await review.opened()
    answer = await revised(review, made["id"], scheme(weight="20"))
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (told["revision"], told["reason"], told["made_by_name"]) == (
        2, "按会议决定", review.world.users["officer"].display_name,
    )  # fmt: skip
    assert told["changes"] == [
        {
            "path": "/groups/leaders/weight", "before": "30", "after": "20",
            "zh": "评议主体“领导班子”的权重：30 → 20",
            "en": "rater group “领导班子”, weight: 30 → 20",
        }
    ]  # fmt: skip
    now = await review.read("officer", f"duty-rounds/{made['id']}")
    assert (now["scheme_revision"], now["scheme"]["groups"][0]["weight"]) == (2, "20")
    below = await review.read("secretary", f"duty-rounds/{made['id']}/scheme-revisions")
    assert [(one["revision"], len(one["changes"])) for one in below["items"]] == [(1, 0), (2, 1)]
    assert below["items"][0]["scheme"]["groups"][0]["weight"] == "30"
    told = await review.read("officer", f"duty-rounds/{made['id']}/history")
    assert (told["items"][0]["action"], told["items"][0]["reason"]) == (
        "duty_round.revise_scheme", "按会议决定",
    )  # fmt: skip


async def test_a_revision_without_reason_or_difference_is_refused(review: Review) -> None:
    await review.secretary("甲", "finance")
    made = await review.opened()
    path = f"duty-rounds/{made['id']}/scheme-revisions"
    bare = await review.send("officer", "POST", path, json={"scheme": scheme(weight="20")})
    assert faults(bare) == [("/reason", "missing")]
    same = await revised(review, made["id"], scheme(weight="30.00"))
    assert refusal(same) == (409, "nothing_revised")


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ({"max": "50"}, (409, "sheet_frozen")),
        ({"required": False}, (409, "sheet_frozen")),
        ({"key": "other"}, (409, "sheet_frozen")),
        ({"weight": "2"}, (201, None)),
        ({"title": "总体评价（改字）"}, (201, None)),
    ],
)
async def test_during_the_appraisal_a_sheet_keeps_its_questions(
    review: Review, criterion: Body, expected: tuple[int, str | None]
) -> None:
    await review.secretary("甲", "finance")
    made = await review.opened()
    await review.moved("officer", made["id"], "start_appraisal")
    changed = scheme()
    changed["criteria"][0].update(criterion)
    answer = await revised(review, made["id"], changed)
    assert (answer.status_code, answer.json().get("code")) == expected


async def test_a_scheme_is_revised_neither_before_the_opening_nor_after_the_sum(
    review: Review,
) -> None:
    await review.secretary("甲", "finance")
    draft = await review.prepared()
    assert refusal(await revised(review, draft["id"], scheme(weight="20"))) == (
        409, "round_not_opened",
    )  # fmt: skip
    made = await review.opened()
    for action in ("start_appraisal", "calculate"):
        await review.moved("officer", made["id"], action)
    assert refusal(await revised(review, made["id"], scheme(weight="20"))) == (
        409, "scheme_settled",
    )  # fmt: skip
    await review.moved("officer", made["id"], "reopen", reason="权重有误")
    assert (await revised(review, made["id"], scheme(weight="20"))).status_code == 201


async def test_an_example_says_what_a_revision_would_change(review: Review) -> None:
    asked = {"scheme": scheme(weight="20"), "against": SCHEME}
    told = (await review.send("officer", "POST", "duty-rounds/example", json=asked)).json()
    await review.secretary("甲", "finance")
    made = await review.opened()
    revision = (await revised(review, made["id"], scheme(weight="20"))).json()
    assert told["changes"] == revision["changes"] != []


async def test_an_example_works_the_scheme_through_and_stores_nothing(review: Review) -> None:
    answer = await review.send("officer", "POST", "duty-rounds/example", json={"scheme": SCHEME})
    told = answer.json()
    assert (answer.status_code, told["total"], told["grade"]) == (200, "92.23", "good")
    assert told["lines"][-1] == {
        "step": "grade", "zh": "建议等次：好", "en": "Proposed grade: 好", "value": "good",
    }  # fmt: skip
    assert (await review.read("officer", "duty-rounds"))["items"] == []
    broken = await review.send(
        "officer", "POST", "duty-rounds/example", json={"scheme": scheme(weight="0")}
    )
    assert faults(broken) == [("/scheme/groups/0/weight", "greater_than")]
