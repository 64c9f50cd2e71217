"""What the team writes down, and what a report must not lack."""

from typing import Any

import pytest

from secretaries.inspections.written import (
    TEAM,
    act,
    changed,
    complete,
    planned,
    under_way,
)
from secretaries.secretariat import Secretariat, faults, refusal


async def test_an_empty_report_is_told_everything_that_is_missing(desk: Secretariat) -> None:
    made = await under_way(desk)
    answer = await desk.act("officer", f"inspections/{made['id']}", "report")
    assert refusal(answer) == (409, "inspection_incomplete")
    told = answer.json()
    assert [(one["pointer"], one["code"]) for one in told["errors"]] == [
        ("/team", "team_too_small"),
        ("/team", "one_leader"),
        ("/interviews/leaders", "missing"),
        ("/interviews/members", "missing"),
        ("/interviews/masses", "missing"),
        ("/facets/integrity/score", "missing"),
        ("/facets/ability/score", "missing"),
        ("/facets/diligence/score", "missing"),
        ("/facets/achievement/score", "missing"),
        ("/facets/probity/score", "missing"),
        ("/finding", "missing"),
        ("/conclusion", "missing"),
    ]
    assert "“德”的评分" in told["detail"]
    assert (await desk.read("officer", f"inspections/{made['id']}"))["state"] == "in_progress"


LACKING: list[tuple[dict[str, Any], list[str]]] = [
    ({"team": TEAM[1:]}, ["/team"]),
    ({"team": [TEAM[0], TEAM[0]]}, ["/team"]),
    ({"team": [TEAM[1], TEAM[1]]}, ["/team"]),
    ({"facets": {"probity": None}}, ["/facets/probity/score"]),
    ({"facets": {"ability": {"score": None}}}, ["/facets/ability/score"]),
    ({"finding": None}, ["/finding"]),
    ({"conclusion": ""}, ["/conclusion"]),
]


@pytest.mark.parametrize(("patch", "pointers"), LACKING)
async def test_a_report_that_lacks_one_thing_is_told_which(
    desk: Secretariat, patch: dict[str, Any], pointers: list[str]
) -> None:
    made = await complete(desk)
    await changed(desk, made, **patch)
    answer = await desk.act("officer", f"inspections/{made['id']}", "report")
    assert refusal(answer) == (409, "inspection_incomplete")
    assert [one["pointer"] for one in answer.json()["errors"]] == pointers


async def test_strengths_and_shortcomings_may_stay_empty(desk: Secretariat) -> None:
    made = await complete(desk)
    await changed(desk, made, strengths="", shortcomings=None)
    assert (await act(desk, "officer", made, "report"))["strengths"] == ""


async def test_facets_are_merged_one_by_one(desk: Secretariat) -> None:
    made = await under_way(desk)
    await changed(desk, made, facets={"ability": {"score": "80"}, "probity": {"text": "清廉"}})
    merged = await changed(desk, made, facets={"ability": {"text": "能干"}})
    assert merged["facets"] == {
        "ability": {"score": "80", "text": "能干"}, "probity": {"score": None, "text": "清廉"},
    }  # fmt: skip
    left = await changed(desk, made, facets={"probity": None})
    assert left["facets"] == {"ability": {"score": "80", "text": "能干"}}
    assert (await changed(desk, made, facets=None))["facets"] == {}


@pytest.mark.parametrize("score", ["0", "100", "100.00", "92.5", "7.25"])
async def test_scores_run_from_nought_to_a_hundred(desk: Secretariat, score: str) -> None:
    made = await changed(desk, await planned(desk), facets={"ability": {"score": score}})
    assert made["facets"]["ability"]["score"] == score


@pytest.mark.parametrize(
    "score", ["100.5", "101", "-1", "7.255", "1e2", "", "九十", "٩٠", "092", 92.5, "NaN", "9\n0"]
)
async def test_other_scores_are_refused(desk: Secretariat, score: Any) -> None:
    made = await planned(desk)
    answer = await desk.send(
        "officer", "PATCH", f"inspections/{made['id']}", headers={"If-Match": '"1"'},
        json={"facets": {"ability": {"score": score}}},
    )  # fmt: skip
    assert [pointer for pointer, _ in faults(answer)] == ["/facets/ability/score"]


async def test_what_was_handed_in_is_not_changed(desk: Secretariat) -> None:
    made = await complete(desk)
    for action in ("report", "conclude"):
        shown = await act(desk, "officer", made, action)
        answer = await desk.send(
            "officer", "PATCH", f"inspections/{made['id']}", json={"finding": "unsuitable"},
            headers={"If-Match": f'"{shown["version"]}"'},
        )  # fmt: skip
        assert refusal(answer) == (409, "invalid_state")
        assert answer.json()["allowed_actions"] == shown["allowed_actions"]


async def test_changing_needs_the_version_and_the_permission(desk: Secretariat) -> None:
    made = await planned(desk)
    path, patch = f"inspections/{made['id']}", {"strengths": "好"}
    bare = await desk.send("officer", "PATCH", path, json=patch)
    assert bare.status_code == 428
    stale = await desk.send("officer", "PATCH", path, json=patch, headers={"If-Match": '"9"'})
    assert refusal(stale) == (412, "stale")
    for who, expected in (("leader", 403), ("department_leader", 403), ("secretary", 404)):
        answer = await desk.send(who, "PATCH", path, json=patch, headers={"If-Match": '"1"'})
        assert answer.status_code == expected, who
