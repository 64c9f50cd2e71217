"""What each step of a nomination asks for, and what is said when it is missing."""

from datetime import timedelta
from typing import Any

import pytest
from httpx import Response

from factories.world import commit_unrecorded
from gongwei.access.models import Organisation, OrganisationState
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.core.clock import months_later
from gongwei.core.days import day_in_chinese
from gongwei.organisations.models import TermState
from gongwei.secretaries.inspections.models import Finding, InspectionState
from gongwei.secretaries.models import Post
from secretaries.secretariat import Body, Secretariat, days, faults, refusal


async def submission(desk: Secretariat, **more: Any) -> tuple[int, str]:
    """What comes of submitting a nomination."""
    made = await desk.nominate(await desk.person("茅辉"), **more)
    answer = await desk.act("secretary", f"nominations/{made['id']}", "submit")
    return (200, "") if answer.status_code == 200 else refusal(answer)


async def test_a_probationary_member_is_not_proposed(desk: Secretariat) -> None:
    made = await desk.nominate(await desk.person("茅辉", full=False))
    answer = await desk.act("secretary", f"nominations/{made['id']}", "submit")
    assert refusal(answer) == (409, "nominee_not_full_member")
    assert answer.json()["detail"] == (
        "“茅辉”不是在册的正式党员，不能作为拟任人选。请先在“党员”中核对其组织关系和转正情况，或另选人选。"
    )


async def test_somebody_who_left_the_roster_is_not_proposed(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    made = await desk.nominate(person)
    await leave(desk)
    answer = await desk.act("secretary", f"nominations/{made['id']}", "submit")
    assert refusal(answer) == (409, "nominee_not_full_member")


async def leave(desk: Secretariat) -> None:
    """The nominee leaves the roster."""
    members = await desk.read("officer", "members", q="茅辉")
    path = f"members/{members['items'][0]['id']}/actions/leave"
    body = {"reason": "组织关系转出", "on": str(days(0))}
    left = await desk.send("officer", "POST", path, json=body)
    assert left.status_code == 200, left.text


async def on_the_way(desk: Secretariat, *, is_approved: bool) -> Body:
    """A nomination that waits for the leader's approval, or has it."""
    made = await endorsed(desk, Finding.SUITABLE)
    return await desk.moved("leader", made, "approve") if is_approved else made


async def next_step(desk: Secretariat, made: Body) -> Response:
    path = f"nominations/{made['id']}"
    if made["state"] == "approved":
        return await desk.act("officer", path, "appoint", on=str(days(0)))
    return await desk.act("leader", path, "approve")


@pytest.mark.parametrize("is_approved", [False, True])
async def test_whoever_left_the_roster_meanwhile_is_neither_approved_nor_appointed(
    desk: Secretariat, is_approved: bool
) -> None:
    made = await on_the_way(desk, is_approved=is_approved)
    await leave(desk)
    answer = await next_step(desk, made)
    assert refusal(answer) == (409, "nominee_not_full_member")


@pytest.mark.parametrize("is_approved", [False, True])
async def test_nobody_comes_to_a_post_of_an_organisation_that_was_dissolved_meanwhile(
    desk: Secretariat, is_approved: bool
) -> None:
    made = await on_the_way(desk, is_approved=is_approved)
    async with desk.database.transaction("*") as session:
        place = await session.get_one(Organisation, desk.world["finance"].id)
        place.state, place.dissolved_on = OrganisationState.DISSOLVED, days(0)
        await commit_unrecorded(session)
    answer = await next_step(desk, made)
    assert refusal(answer) == (409, "no_such_post")


async def test_what_comes_back_is_endorsed_anew(desk: Secretariat) -> None:
    made = await endorsed(desk, Finding.SUITABLE)
    assert made["endorsed_on"] == str(days(0))
    back = await desk.moved("officer", made, "return", reason="材料不全")
    assert (back["state"], back["endorsed_on"]) == ("returned", None)


async def test_an_election_is_near_when_a_term_ends_within_six_months(desk: Secretariat) -> None:
    await desk.term(months_later(days(0), 6))
    assert await submission(desk) == (200, "")


async def test_no_election_while_a_term_runs_longer_than_six_months(desk: Secretariat) -> None:
    ends = months_later(days(0), 6) + timedelta(days=1)
    await desk.term(ends)
    made = await desk.nominate(await desk.person("茅辉"))
    answer = await desk.act("secretary", f"nominations/{made['id']}", "submit")
    assert refusal(answer) == (409, "nomination_term_running")
    assert answer.json()["detail"] == (
        f"“中共区财政局总支部委员会”本届任期至 {day_in_chinese(ends)}，"
        "“茅辉”不能按换届人选办理。确需换届的，请先在“任期”中启动换届；任期内调整的，请将提名类别改为“届中调整”。"
    )


async def test_a_post_that_falls_free_is_filled_while_a_term_runs(desk: Secretariat) -> None:
    await desk.term(days(900))
    assert await submission(desk, kind="mid_term") == (200, "")


async def test_candidates_stand_once_the_election_was_started(desk: Secretariat) -> None:
    await desk.term(days(900), state=TermState.ELECTING)
    assert await submission(desk) == (200, "")


@pytest.mark.parametrize(
    "state", [None, InspectionState.PLANNED, InspectionState.IN_PROGRESS, InspectionState.REPORTED]
)
async def test_an_inspection_ends_before_its_conclusion(
    desk: Secretariat, state: InspectionState | None
) -> None:
    made = await desk.nominate(await desk.person("茅辉"))
    await desk.moved("secretary", made, "submit")
    await desk.moved("officer", made, "start_inspection")
    if state is not None:
        await desk.inspection(made, None, state)
    answer = await desk.act("officer", f"nominations/{made['id']}", "conclude")
    assert refusal(answer) == (409, "inspection_not_concluded")
    shown = await desk.read("officer", f"nominations/{made['id']}")
    assert (shown["state"], shown["whose_turn"]) == ("under_inspection", "inspection")
    assert shown["allowed_actions"] == ["return"]


async def endorsed(desk: Secretariat, *findings: Finding) -> Body:
    made = await desk.nominate(await desk.person("茅辉"))
    await desk.moved("secretary", made, "submit")
    await desk.moved("officer", made, "start_inspection")
    for finding in findings:
        await desk.inspection(made, finding)
    await desk.moved("officer", made, "conclude")
    return await desk.moved("department_leader", made, "endorse")


@pytest.mark.parametrize(
    "findings",
    [
        (Finding.UNSUITABLE,),
        (Finding.DEFERRED,),
        (Finding.SUITABLE, Finding.UNSUITABLE),
    ],
)
async def test_only_the_latest_finding_counts_and_must_be_suitable(
    desk: Secretariat, findings: tuple[Finding, ...]
) -> None:
    made = await endorsed(desk, *findings)
    answer = await desk.act("leader", f"nominations/{made['id']}", "approve")
    assert refusal(answer) == (409, "inspection_not_suitable")
    assert answer.json()["detail"] == (
        "对“茅辉”的考察没有“合适”的结论，不能批准。请退回补充考察，或不予批准。"
    )


async def test_a_later_suitable_finding_makes_good_for_an_earlier_one(desk: Secretariat) -> None:
    made = await endorsed(desk, Finding.DEFERRED, Finding.SUITABLE)
    assert (await desk.moved("leader", made, "approve"))["state"] == "approved"


async def test_approval_without_any_inspection_is_refused(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    held = await desk.nomination(person, state="endorsed")
    answer = await desk.act("leader", f"nominations/{held.id}", "approve")
    assert refusal(answer) == (409, "inspection_not_suitable")


async def test_nobody_approves_what_they_submitted(
    desk: Secretariat, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await endorsed(desk, Finding.SUITABLE)
    both = ROLE_PERMISSIONS[Role.SECRETARY] | {Permission.NOMINATIONS_APPROVE}
    monkeypatch.setitem(ROLE_PERMISSIONS, Role.SECRETARY, both)
    shown = await desk.read("secretary", f"nominations/{made['id']}")
    assert shown["allowed_actions"] == ["reject", "withdraw"]
    answer = await desk.act("secretary", f"nominations/{made['id']}", "approve")
    assert refusal(answer) == (403, "own_submission")


async def test_days_follow_each_other(desk: Secretariat) -> None:
    made = await endorsed(desk, Finding.SUITABLE)
    path = f"nominations/{made['id']}"
    for day, code in ((days(-1), "before_endorsement"), (days(1), "future")):
        answer = await desk.act("leader", path, "approve", on=str(day))
        assert faults(answer) == [("/on", code)]
    await desk.moved("leader", made, "approve")
    for given, code in (
        ({}, "missing"),
        ({"on": str(days(-1))}, "before_approval"),
        ({"on": str(days(61))}, "too_far_ahead"),
    ):
        assert faults(await desk.act("officer", path, "appoint", **given)) == [("/on", code)]


async def test_endorsement_does_not_precede_submission(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    held = await desk.nomination(person, state="inspected", submitted_on=days(-5))
    path = f"nominations/{held.id}"
    for day, code in ((days(-6), "before_submission"), (days(1), "future")):
        answer = await desk.act("department_leader", path, "endorse", on=str(day))
        assert faults(answer) == [("/on", code)]


@pytest.mark.parametrize(
    ("who", "action", "field"),
    [
        ("secretary", "submit", {"on": "2026-01-01"}),
        ("department_leader", "endorse", {"approval_number": "1"}),
        ("leader", "approve", {"duty_title": "科长"}),
        ("officer", "appoint", {"approval_number": "1"}),
        ("officer", "return", {"duty_title": "科长"}),
        ("leader", "approve", {"note": "x"}),
    ],
)
async def test_fields_of_other_actions_are_refused(
    desk: Secretariat, who: str, action: str, field: dict[str, str]
) -> None:
    made = await desk.nominate(await desk.person("茅辉"))
    answer = await desk.act(who, f"nominations/{made['id']}", action, **field)
    assert faults(answer) == [(f"/{next(iter(field))}", "extra_forbidden")]


async def test_there_is_one_secretary_at_a_time(desk: Secretariat) -> None:
    made = await desk.approved(await desk.person("茅辉"))
    await desk.appointment(await desk.person("姚宁", 3))
    answer = await desk.act("officer", f"nominations/{made['id']}", "appoint", on=str(days(0)))
    assert refusal(answer) == (409, "appointment_overlaps")
    assert answer.json()["detail"] == (
        "“中共区财政局总支部委员会”的书记自 2021年1月1日 起由“姚宁”担任，与本次任职时间重叠。"
        "请先在“在任书记”中办理其离任，或更正任职日期。"
    )
    assert await desk.names("officer", "secretaries") == ["姚宁"]


async def test_a_secretary_who_leaves_that_day_makes_room(desk: Secretariat) -> None:
    made = await desk.approved(await desk.person("茅辉"))
    await desk.appointment(await desk.person("姚宁", 3), to_on=days(0), state="ended")
    assert (await desk.moved("officer", made, "appoint", on=str(days(0))))["state"] == "appointed"


async def test_a_secretary_to_come_is_in_the_way_too(desk: Secretariat) -> None:
    made = await desk.approved(await desk.person("茅辉"))
    await desk.appointment(await desk.person("姚宁", 3), from_on=days(30))
    answer = await desk.act("officer", f"nominations/{made['id']}", "appoint", on=str(days(0)))
    assert refusal(answer) == (409, "appointment_overlaps")


async def test_deputies_stand_side_by_side_but_nobody_twice(desk: Secretariat) -> None:
    person, post = await desk.person("茅辉"), Post.DEPUTY_SECRETARY
    made = await desk.approved(person, post=post)
    await desk.appointment(await desk.person("姚宁", 3), post=post)
    done = await desk.moved("officer", made, "appoint", on=str(days(0)))
    assert done["state"] == "appointed"
    again = await desk.approved(person, post=post)
    answer = await desk.act("officer", f"nominations/{again['id']}", "appoint", on=str(days(1)))
    assert refusal(answer) == (409, "appointment_overlaps")


async def test_whoever_stands_for_a_new_term_takes_office_after_the_old_one(
    desk: Secretariat,
) -> None:
    await desk.term(days(100))
    made = await desk.approved(await desk.person("茅辉"))
    path = f"nominations/{made['id']}"
    answer = await desk.act("officer", path, "appoint", on=str(days(0)))
    assert refusal(answer) == (409, "nomination_term_running")
    terms = await desk.read("officer", "terms")
    ended = await desk.act("officer", f"terms/{terms['items'][0]['id']}", "start_election")
    assert ended.status_code == 200, ended.text
    assert (await desk.moved("officer", made, "appoint", on=str(days(0))))["state"] == "appointed"


async def test_the_term_that_the_election_began_is_no_obstacle(desk: Secretariat) -> None:
    made = await desk.approved(await desk.person("茅辉"))
    await desk.term(days(1000), elected_on=days(0))
    assert (await desk.moved("officer", made, "appoint", on=str(days(0))))["state"] == "appointed"


async def test_a_refusal_names_only_what_the_caller_may_do(desk: Secretariat) -> None:
    made = await desk.nominate(await desk.person("李四"))
    await desk.moved("secretary", made, "submit")
    path = f"nominations/{made['id']}"
    for who, action, possible in (
        ("secretary", "submit", ["withdraw"]),
        ("department_leader", "endorse", ["return"]),
        ("leader", "approve", ["return", "reject"]),
        ("officer", "conclude", ["start_inspection", "return"]),
    ):
        answer = await desk.act(who, path, action)
        assert refusal(answer) == (409, "invalid_state"), who
        assert answer.json()["allowed_actions"] == possible, who
        assert (await desk.read(who, path))["allowed_actions"] == possible, who
