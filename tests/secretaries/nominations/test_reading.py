"""Who sees which nomination, and how much of its inspection."""

from typing import Any

import pytest

from gongwei.access.permissions import ROLE_PERMISSIONS, Permission
from gongwei.secretaries.inspections.models import Finding, InspectionState
from gongwei.secretaries.models import Post
from gongwei.secretaries.nominations.models import NominationKind, NominationState
from secretaries.secretariat import Secretariat, days

S = NominationState


@pytest.fixture
async def three(desk: Secretariat) -> Secretariat:
    """A draft for finance, an endorsed one below it, and one for police that is over."""
    await desk.nomination(await desk.person("茅辉"), take_office_on=days(20))
    await desk.nomination(
        await desk.person("安康", 3), at="finance_office", state=S.ENDORSED,
        post=Post.DEPUTY_SECRETARY, kind=NominationKind.MID_TERM, take_office_on=days(10),
    )  # fmt: skip
    await desk.nomination(
        await desk.person("姚宁", 5, at="police_office"), at="police", state=S.WITHDRAWN
    )
    return desk


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["姚宁", "安康", "茅辉"]),
        ({"sort": "name"}, ["安康", "茅辉", "姚宁"]),
        ({"sort": "take_office_on"}, ["安康", "茅辉", "姚宁"]),
        ({"sort": "-take_office_on"}, ["姚宁", "茅辉", "安康"]),
        ({"sort": "updated_at"}, ["茅辉", "安康", "姚宁"]),
        ({"state": "endorsed"}, ["安康"]),
        ({"post": "secretary"}, ["姚宁", "茅辉"]),
        ({"kind": "mid_term"}, ["安康"]),
        ({"open": True}, ["安康", "茅辉"]),
        ({"open": False}, ["姚宁"]),
        ({"q": "mao"}, ["茅辉"]),
        ({"q": "yn"}, ["姚宁"]),
        ({"q": "康"}, ["安康"]),
    ],
)
async def test_nominations_are_filtered_and_sorted(
    three: Secretariat, query: dict[str, Any], expected: list[str]
) -> None:
    assert await three.names("officer", "nominations", **query) == expected


async def test_nominations_of_an_organisation_and_of_those_below_it(three: Secretariat) -> None:
    at = {"organisation_id": str(three.world["finance"].id)}
    assert await three.names("officer", "nominations", **at) == ["茅辉"]
    assert await three.names("officer", "nominations", **at, scope="subtree") == ["安康", "茅辉"]


async def test_pages_follow_each_other(three: Secretariat) -> None:
    found: list[str] = []
    cursor: dict[str, str] = {}
    for _ in range(3):
        page = await three.read(
            "officer", "nominations", limit=1, sort="take_office_on", include_total=True, **cursor
        )
        found += [one["name"] for one in page["items"]]
        cursor = {"cursor": page["next_cursor"]}
        assert page["total"] == 3
    assert found == ["安康", "茅辉", "姚宁"]
    assert cursor == {"cursor": None}


async def test_the_neighbour_sees_none_of_it(three: Secretariat) -> None:
    assert await three.names("neighbour", "nominations") == ["姚宁"]
    for item in (await three.read("secretary", "nominations"))["items"]:
        path = f"nominations/{item['id']}"
        for where in (path, f"{path}/history"):
            assert (await three.send("neighbour", "GET", where)).status_code == 404
        answer = await three.act("neighbour", path, "withdraw", reason="不知情")
        assert answer.status_code == 404
        assert (await three.send("neighbour", "DELETE", path)).status_code == 404


async def test_only_those_who_may_read_nominations_do(three: Secretariat) -> None:
    for who, assignment in three.world.assignments.items():
        may = Permission.NOMINATIONS_READ in ROLE_PERMISSIONS[assignment.role]
        shown = await three.names(who, "nominations", sort="name")
        whole = {"officer", "leader"}
        expected = ["安康", "茅辉", "姚宁"] if who in whole else ["安康", "茅辉"]
        if who == "neighbour":
            expected = ["姚宁"]
        assert (who, shown) == (who, expected if may else [])


async def test_the_finding_is_shown_to_those_who_read_inspections(desk: Secretariat) -> None:
    held = await desk.nomination(await desk.person("茅辉"), state=S.INSPECTED)
    known = await desk.read("officer", f"nominations/{held.id}")
    await desk.inspection(known, Finding.DEFERRED)
    latest = await desk.inspection(known, None, InspectionState.IN_PROGRESS)
    for who, assignment in desk.world.assignments.items():
        held_permissions = ROLE_PERMISSIONS[assignment.role]
        if who == "neighbour" or Permission.NOMINATIONS_READ not in held_permissions:
            continue
        shown = await desk.read(who, f"nominations/{held.id}")
        reads = Permission.INSPECTIONS_READ in held_permissions
        assert (who, shown["finding"]) == (who, "deferred" if reads else None)
        assert shown["inspection_id"] == str(latest)
        assert shown["inspection_state"] == "in_progress"
        assert shown == (await desk.read(who, "nominations"))["items"][0]


@pytest.mark.parametrize(
    ("state", "turn"),
    [
        (S.DRAFT, "department"),
        (S.RETURNED, "department"),
        (S.SUBMITTED, "committee_officer"),
        (S.UNDER_INSPECTION, "inspection"),
        (S.INSPECTED, "leading_group"),
        (S.ENDORSED, "committee_leader"),
        (S.APPROVED, "committee_officer"),
        (S.APPOINTED, "nobody"),
        (S.REJECTED, "nobody"),
        (S.WITHDRAWN, "nobody"),
    ],
)
async def test_everybody_knows_whose_turn_it_is(
    desk: Secretariat, state: NominationState, turn: str
) -> None:
    held = await desk.nomination(await desk.person("茅辉"), state=state)
    shown = await desk.read("clerk", f"nominations/{held.id}")
    assert shown["whose_turn"] == turn
