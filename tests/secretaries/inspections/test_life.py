"""An inspection from its plan to its conclusion, and what each step asks for."""

from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.audit.models import AuditEntry
from gongwei.secretaries.nominations.models import Nomination, NominationState
from secretaries.inspections.written import (
    FINISHED,
    TEAM,
    act,
    changed,
    complete,
    heard,
    nominated,
    planned,
    under_way,
)
from secretaries.secretariat import Secretariat, days, faults, refusal


async def test_planning_puts_a_submitted_nomination_under_inspection(
    desk: Secretariat, session: AsyncSession
) -> None:
    nomination = await nominated(desk)
    body = {"nomination_id": str(nomination.id), "planned_on": str(days(3)), "team": TEAM}
    answer = await desk.send("officer", "POST", "inspections", json=body)
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/inspections/{made['id']}"
    expected = {
        "state": "planned", "allowed_actions": ["start"], "planned_on": str(days(3)),
        "team": TEAM, "name": "李四", "post": "secretary", "facets": {}, "finding": None,
        "organisation_name": desk.world["finance"].name, "nomination_id": str(nomination.id),
        "person_id": str(nomination.person_id), "strengths": "", "conclusion": "",
        "interviews": {"leaders": 0, "members": 0, "masses": 0, "total": 0},
    }  # fmt: skip
    assert {name: made[name] for name in expected} == expected
    moved = await session.get(Nomination, nomination.id, populate_existing=True)
    assert moved is not None
    assert moved.state is NominationState.UNDER_INSPECTION
    entries = select(AuditEntry).where(AuditEntry.actor_label == "officer（committee_officer）")
    acts = (await session.exec(entries.order_by(col(AuditEntry.seq)))).all()
    assert [(one.action, one.subject_label) for one in acts] == [
        ("nomination.start_inspection", "李四"),
        ("inspection.create", "李四"),
    ]


async def test_one_inspection_at_a_time(desk: Secretariat) -> None:
    made = await complete(desk)
    body = {"nomination_id": made["nomination_id"]}
    answer = await desk.send("officer", "POST", "inspections", json=body)
    assert refusal(answer) == (409, "inspection_open")
    assert "李四" in answer.json()["detail"]
    await act(desk, "officer", made, "report")
    await act(desk, "leader", made, "conclude")
    again = await desk.made("officer", "inspections", **body)
    assert again["state"] == "planned"
    assert again["id"] != made["id"]


@pytest.mark.parametrize(
    "state", [one for one in NominationState if one not in ("submitted", "under_inspection")]
)
async def test_only_what_was_submitted_is_inspected(
    desk: Secretariat, state: NominationState
) -> None:
    nomination = await nominated(desk, state=state)
    body = {"nomination_id": str(nomination.id)}
    answer = await desk.send("officer", "POST", "inspections", json=body)
    assert refusal(answer) == (409, "invalid_state")
    assert answer.json()["state"] == state.value


async def test_a_nomination_that_is_not_known_is_not_inspected(desk: Secretariat) -> None:
    nomination = await nominated(desk)
    body = {"nomination_id": str(nomination.id)}
    expected = {
        "neighbour": (404, "not_found"), "clerk": (403, "not_allowed"),
        "leader": (403, "not_allowed"), "system_admin": (404, "not_found"),
    }  # fmt: skip
    got = {who: refusal(await desk.send(who, "POST", "inspections", json=body)) for who in expected}
    assert got == expected


async def test_an_inspection_goes_from_plan_to_conclusion(desk: Secretariat) -> None:
    made = await complete(desk)
    assert (made["started_on"], made["interviews"]["total"]) == (str(days(0)), 12)
    reported = await act(desk, "officer", made, "report")
    assert (reported["state"], reported["reported_on"]) == ("reported", str(days(0)))
    assert reported["allowed_actions"] == ["return", "conclude"]
    back = await act(desk, "leader", made, "return", reason="补充群众谈话")
    assert (back["state"], back["reported_on"]) == ("in_progress", None)
    await act(desk, "officer", made, "report")
    end = await act(desk, "leader", made, "conclude")
    assert (end["state"], end["concluded_on"], end["allowed_actions"]) == (
        "concluded", str(days(0)), [],
    )  # fmt: skip
    told = await desk.read("department_leader", f"inspections/{made['id']}/history")
    assert [(one["action"], one["reason"]) for one in told["items"]] == [
        ("inspection.conclude", None),
        ("inspection.report", None),
        ("inspection.return", "补充群众谈话"),
        ("inspection.report", None),
        ("inspection.change", None),
        ("inspection.start", None),
        ("inspection.create", None),
    ]


async def test_whoever_reported_may_conclude_in_a_small_office(desk: Secretariat) -> None:
    made = await complete(desk)
    await act(desk, "officer", made, "report")
    assert (await act(desk, "officer", made, "conclude"))["state"] == "concluded"


async def test_returning_needs_a_reason(desk: Secretariat) -> None:
    made = await complete(desk)
    await act(desk, "officer", made, "report")
    answer = await desk.act("leader", f"inspections/{made['id']}", "return")
    assert refusal(answer) == (422, "reason_required")


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


async def test_inspections_are_found_by_state_nominee_and_organisation(desk: Secretariat) -> None:
    first, second = await planned(desk), await under_way(desk, "王五", 3)
    await changed(desk, second, finding="deferred")
    for query, expected in (
        ({}, ["王五", "李四"]),
        ({"sort": "name"}, ["李四", "王五"]),
        ({"state": "planned"}, ["李四"]),
        ({"finding": "deferred"}, ["王五"]),
        ({"nomination_id": first["nomination_id"]}, ["李四"]),
        ({"q": "ww"}, ["王五"]),
        ({"organisation_id": str(desk.world["finance"].id)}, ["王五", "李四"]),
        ({"organisation_id": str(desk.world["root"].id)}, []),
        ({"organisation_id": str(desk.world["root"].id), "scope": "subtree", "q": "李"}, ["李四"]),
    ):
        assert await desk.names("officer", "inspections", **query) == expected, query
    for who in ("neighbour", "secretary", "clerk", "member", "system_admin", "auditor"):
        assert await desk.names(who, "inspections") == [], who


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
        ({"held_on": str(days(1))}, [("/held_on", "future")]),
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
    given = {"group": "members", "held_on": str(days(0)), **body}
    answer = await desk.send("officer", "POST", f"inspections/{made['id']}/interviews", json=given)
    assert faults(answer) == expected


async def test_a_finished_inspection_is_what_the_nomination_sees(
    desk: Secretariat, session: AsyncSession
) -> None:
    made = await changed(desk, await under_way(desk), **FINISHED)
    nomination = await session.get(Nomination, UUID(made["nomination_id"]))
    assert nomination is not None
    assert (made["post"], made["person_id"]) == (nomination.post, str(nomination.person_id))
