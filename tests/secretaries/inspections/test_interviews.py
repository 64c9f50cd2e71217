"""Interviews: counted by group, corrected while the inspection runs, and then left alone."""

from typing import Any

import pytest

from secretaries.inspections.written import (
    act,
    complete,
    heard,
    planned,
    under_way,
)
from secretaries.secretariat import Secretariat, dated, days, faults, refusal


async def test_interviews_are_counted_by_group_while_the_inspection_is_in_progress(
    desk: Secretariat,
) -> None:
    made = await planned(desk)
    path = f"inspections/{made['id']}/interviews"
    body = {"group": "leaders", "held_on": str(days(0)), "people": 2}
    early = await desk.send("officer", "POST", path, json=body)
    assert refusal(early) == (409, "invalid_state")
    await act(desk, "officer", made, "start")
    for group, people in (("leaders", 2), ("members", 5), ("members", 7)):
        await heard(desk, made, group, people=people)
    shown = await desk.read("leader", f"inspections/{made['id']}")
    assert shown["interviews"] == {"leaders": 2, "members": 12, "masses": 0, "total": 14}
    listed = await desk.read("leader", path)
    assert [(one["group"], one["people"]) for one in listed["items"]] == [
        ("members", 7), ("members", 5), ("leaders", 2),
    ]  # fmt: skip


async def test_an_interview_is_corrected_and_taken_back(desk: Secretariat) -> None:
    made = await under_way(desk)
    interview = await heard(desk, made, interviewee="甲", notes="乙")
    path = f"inspections/{made['id']}/interviews/{interview['id']}"
    patch = {"people": 9, "notes": None}
    changed_to = await desk.send("officer", "PATCH", path, json=patch, headers={"If-Match": '"1"'})
    assert changed_to.status_code == 200
    assert {name: changed_to.json()[name] for name in ("people", "notes", "interviewee")} == {
        "people": 9, "notes": None, "interviewee": "甲",
    }  # fmt: skip
    told = await desk.read("officer", f"{path}/history")
    assert [one["action"] for one in told["items"]] == ["interview.change", "interview.create"]
    stale = await desk.send("officer", "PATCH", path, json=patch, headers={"If-Match": '"1"'})
    assert refusal(stale) == (412, "stale")
    assert (await desk.send("officer", "DELETE", path)).status_code == 204
    assert (await desk.send("officer", "GET", path)).status_code == 404
    assert (await desk.read("officer", f"inspections/{made['id']}"))["interviews"]["total"] == 0


async def test_interviews_of_a_report_stay_as_they_are(desk: Secretariat) -> None:
    made = await complete(desk)
    path = f"inspections/{made['id']}/interviews"
    one = (await desk.read("officer", path))["items"][0]
    await act(desk, "officer", made, "report")
    match = {"If-Match": f'"{one["version"]}"'}
    for answer in (
        await desk.send("officer", "POST", path, json={"group": "masses", "held_on": str(days(0))}),
        await desk.send(
            "officer", "PATCH", f"{path}/{one['id']}", json={"people": 1}, headers=match
        ),
        await desk.send("officer", "DELETE", f"{path}/{one['id']}"),
    ):
        assert refusal(answer) == (409, "invalid_state")


async def test_an_interview_is_reached_through_its_own_inspection_alone(desk: Secretariat) -> None:
    made, other = await under_way(desk), await under_way(desk, "王五", 3)
    interview = await heard(desk, made)
    path = f"inspections/{other['id']}/interviews/{interview['id']}"
    for method, given in (
        ("GET", {}),
        ("PATCH", {"json": {"people": 1}, "headers": {"If-Match": '"1"'}}),
        ("DELETE", {}),
    ):
        assert (await desk.send("officer", method, path, **given)).status_code == 404
    assert (await desk.send("officer", "GET", f"{path}/history")).status_code == 404


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"held_on": "2999-01-01"}, [("/held_on", "less_than_equal")]),
        ({"held_on": 1}, [("/held_on", "future")]),
        ({"people": 0}, [("/people", "greater_than_equal")]),
        ({"people": 501}, [("/people", "less_than_equal")]),
        ({"group": "friends"}, [("/group", "enum")]),
        ({"group": None}, [("/group", "enum")]),
        ({"surprise": 1}, [("/surprise", "extra_forbidden")]),
    ],
)
async def test_interviews_that_cannot_be_are_refused(
    desk: Secretariat, body: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    made = await under_way(desk)
    given = {"group": "members", "held_on": str(days(0)), **dated(body)}
    answer = await desk.send("officer", "POST", f"inspections/{made['id']}/interviews", json=given)
    assert faults(answer) == expected
