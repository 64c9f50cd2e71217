"""An inspection from its plan to its conclusion."""

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
    nominated,
    planned,
    under_way,
)
from secretaries.secretariat import Secretariat, days, refusal


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


async def test_a_finished_inspection_is_what_the_nomination_sees(
    desk: Secretariat, session: AsyncSession
) -> None:
    made = await changed(desk, await under_way(desk), **FINISHED)
    nomination = await session.get(Nomination, UUID(made["nomination_id"]))
    assert nomination is not None
    assert (made["post"], made["person_id"]) == (nomination.post, str(nomination.person_id))
