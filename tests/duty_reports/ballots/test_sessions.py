"""Votings: arranged, papers issued and voided, counts that add up, closed and opened again."""

from typing import Any

import pytest
from sqlmodel import select

from duty_reports.review import faults, refusal
from duty_reports.voting import Voting, counted
from gongwei.core.workflow import WORKFLOWS
from gongwei.duty_reports.ballots.models import BallotPaper, BallotSessionState
from gongwei.duty_reports.rounds.models import DutyRoundState


async def test_codes_are_shown_once_and_counted(voting: Voting) -> None:
    made = await voting.arranged(codes=3)
    assert len(set(made["codes"])) == 3
    assert (made["state"], made["group_title"], made["allowed_actions"]) == (
        "open", "领导班子", ["close", "issue", "void"],
    )  # fmt: skip
    path = f"ballot-sessions/{made['id']}"
    read = await voting.read("officer", path)
    assert "codes" not in read
    listed = (await voting.read("officer", voting.ballots))["items"]
    assert listed == [read]
    more = await voting.send("officer", "POST", f"{path}/papers", json={"codes": 2})
    assert (more.status_code, len(more.json()["codes"])) == (200, 2)
    assert await voting.counts(made) == counted(5)


async def test_no_code_is_kept(voting: Voting) -> None:
    made = await voting.arranged(codes=2)
    async with voting.database.transaction("*") as session:
        papers = (await session.exec(select(BallotPaper))).all()
    kept = [one.code_hash for one in papers]
    assert [len(one or "") for one in kept] == [64, 64]
    assert not {*made["codes"]} & {*kept}


async def test_a_group_that_does_not_vote_and_a_place_without_participants_are_refused(
    voting: Voting,
) -> None:
    for given, fault in (
        ({"group_key": "record"}, ("/group_key", "not_a_voting_group")),
        ({"group_key": "nobody"}, ("/group_key", "not_a_voting_group")),
        ({"about_id": str(voting.id_of("archive"))}, ("/about_id", "nobody_to_vote_on")),
    ):
        body = {"group_key": "leaders", "title": "会场", **given}
        answer = await voting.send("officer", "POST", voting.ballots, json=body)
        assert faults(answer) == [fault]


async def test_people_without_an_account_and_strangers_get_no_paper(voting: Voting) -> None:
    voter = await voting.voter("李四", 3)
    mute = voting.participants[0].person_id
    people = [str(one) for one in (voter, mute, voting.round_.id)]
    body = {"group_key": "leaders", "title": "会场", "person_ids": people}
    answer = await voting.send("officer", "POST", voting.ballots, json=body)
    assert faults(answer) == [
        ("/person_ids/1", "no_account"),
        ("/person_ids/2", "unknown_person"),
    ]


async def test_a_person_gets_one_paper_a_session(voting: Voting) -> None:
    voter = str(await voting.voter("李四", 3))
    made = await voting.arranged(person_ids=[voter, voter])
    path = f"ballot-sessions/{made['id']}"
    await voting.send("officer", "POST", f"{path}/papers", json={"person_ids": [voter]})
    assert await voting.counts(made) == counted(1)
    void = {"person_ids": [voter]}
    voided = await voting.send("officer", "POST", f"{path}/papers/void", json=void)
    assert voided.json()["counts"] == counted(1, voided=1)[0]
    await voting.send("officer", "POST", f"{path}/papers", json={"person_ids": [voter]})
    assert await voting.counts(made) == counted(1)


async def test_a_person_gets_no_second_paper_on_the_same_participants(voting: Voting) -> None:
    voter, other = [str(await voting.voter(name, n)) for name, n in (("李四", 3), ("赵六", 4))]
    first = await voting.arranged(title="上午场", person_ids=[voter])
    body = {"group_key": "leaders", "title": "下午场", "person_ids": [other, voter]}
    answer = await voting.send("officer", "POST", voting.ballots, json=body)
    assert faults(answer) == [("/person_ids/1", "has_a_paper")]
    assert answer.json()["errors"][0]["message"] == (
        "李四在“上午场”中已有一张票，评的是同样的人，每人只能评一次。请去掉此人；"
        "如要改在这里投票，请先在“上午场”中作废此人未投的票"
    )
    assert [one["id"] for one in (await voting.read("officer", voting.ballots))["items"]] == [
        first["id"]
    ]
    second = await voting.arranged(title="下午场", person_ids=[other])
    more = {"person_ids": [voter]}
    path = f"ballot-sessions/{second['id']}/papers"
    assert faults(await voting.send("officer", "POST", path, json=more)) == [
        ("/person_ids/0", "has_a_paper")
    ]


async def test_a_used_paper_refuses_a_second_one_as_an_unused_one_does(voting: Voting) -> None:
    voter = str(await voting.voter("李四", 3))
    body = {"group_key": "leaders", "title": "下午场", "person_ids": [voter]}
    first = await voting.arranged(title="上午场", person_ids=[voter])
    before = await voting.send("officer", "POST", voting.ballots, json=body)
    assert (await voting.cast_as("李四", first, voting.ballot())).status_code == 201
    after = await voting.send("officer", "POST", voting.ballots, json=body)
    assert faults(after) == [("/person_ids/0", "has_a_paper")]
    assert after.json()["errors"] == before.json()["errors"]


async def test_a_voided_paper_is_good_in_one_of_two_votings(voting: Voting) -> None:
    voter = {"person_ids": [str(await voting.voter("李四", 3))]}
    first = await voting.arranged(title="上午场", **voter)
    papers = f"ballot-sessions/{first['id']}/papers"
    await voting.send("officer", "POST", f"{papers}/void", json=voter)
    second = await voting.arranged(title="下午场", **voter)
    assert await voting.counts(second) == counted(1)
    again = await voting.send("officer", "POST", papers, json=voter)
    assert faults(again) == [("/person_ids/0", "has_a_paper")]


@pytest.mark.parametrize(
    ("held", "wanted", "is_refused"),
    [
        ("finance", "police", False),
        ("finance", None, True),
        (None, "finance", True),
        ("finance", "root", True),
        ("root", "finance", True),
        ("finance", "finance", True),
    ],
)
async def test_papers_are_second_ones_where_the_participants_are_shared(
    voting: Voting, held: str | None, wanted: str | None, is_refused: bool
) -> None:
    voter = str(await voting.voter("李四", 3))
    about = {at: {"about_id": str(voting.id_of(at))} if at else {} for at in (held, wanted)}
    await voting.arranged(person_ids=[voter], **about[held])
    body = {"group_key": "leaders", "title": "另一场", "person_ids": [voter], **about[wanted]}
    answer = await voting.send("officer", "POST", voting.ballots, json=body)
    assert answer.status_code == (422 if is_refused else 201)


async def test_another_group_and_another_round_are_voted_in_besides(voting: Voting) -> None:
    voter = str(await voting.voter("李四", 3))
    await voting.arranged("leaders", person_ids=[voter])
    made = await voting.arranged("masses", person_ids=[voter])
    assert await voting.counts(made) == counted(1)
    other = await Voting(voting.client, voting.database, voting.world).begin()
    made = await other.arranged("leaders", person_ids=[voter])
    assert await other.counts(made) == counted(1)


async def test_a_voided_code_votes_no_more_and_a_used_one_is_not_voided(voting: Voting) -> None:
    made = await voting.arranged(codes=3)
    path = f"ballot-sessions/{made['id']}/papers/void"
    lost, used, _ = made["codes"]
    assert (await voting.cast(used)).status_code == 201
    answer = await voting.send("officer", "POST", path, json={"codes": [lost, used]})
    assert refusal(answer) == (409, "ballot_used")
    assert await voting.counts(made) == counted(3, used=1)
    answer = await voting.send("officer", "POST", path, json={"codes": [lost.lower()]})
    assert answer.json()["counts"] == counted(3, used=1, voided=1)[0]
    assert refusal(await voting.cast(lost)) == (409, "ballot_void")
    assert (await voting.client.get(f"/api/v1/public/ballots/{lost}")).json()["state"] == "voided"
    other = await voting.arranged(codes=1)
    wrong = {"codes": [other["codes"][0], "no code"]}
    assert faults(await voting.send("officer", "POST", path, json=wrong)) == [
        ("/codes/0", "unknown_paper"),
        ("/codes/1", "unknown_paper"),
    ]


async def test_a_closed_voting_takes_no_votes_until_it_is_opened_again(voting: Voting) -> None:
    made = await voting.arranged(codes=2)
    path = f"ballot-sessions/{made['id']}"
    closed = await voting.close(made)
    assert (closed["state"], closed["allowed_actions"]) == ("closed", ["reopen"])
    code = made["codes"][0]
    assert refusal(await voting.cast(code)) == (409, "voting_closed")
    assert (await voting.client.get(f"/api/v1/public/ballots/{code}")).json()["state"] == "closed"
    issued = await voting.send("officer", "POST", f"{path}/papers", json={"codes": 1})
    assert refusal(issued) == (409, "voting_closed")
    bare = await voting.send("officer", "POST", f"{path}/actions/reopen")
    assert refusal(bare) == (422, "reason_required")
    why = {"reason": "有人未投"}
    opened = await voting.send("officer", "POST", f"{path}/actions/reopen", json=why)
    assert (opened.json()["state"], opened.json()["closed_at"]) == ("open", None)
    assert (await voting.cast(code)).status_code == 201
    history = (await voting.read("officer", f"{path}/history"))["items"]
    assert [one["action"] for one in history] == [
        "ballot_session.reopen", "ballot_session.close", "ballot_session.create",
    ]  # fmt: skip


@pytest.mark.parametrize("state", list(DutyRoundState))
async def test_votings_are_arranged_while_reports_are_written_and_appraised(
    voting: Voting, state: DutyRoundState
) -> None:
    other = await Voting(voting.client, voting.database, voting.world).begin(state)
    body = {"group_key": "leaders", "title": "会场", "codes": 1}
    answer = await voting.send("officer", "POST", other.ballots, json=body)
    arranged = state in (DutyRoundState.REPORTING, DutyRoundState.APPRAISING)
    assert answer.status_code == (201 if arranged else 409)
    if state is DutyRoundState.REPORTING:
        code = answer.json()["codes"][0]
        shown = (await voting.client.get(f"/api/v1/public/ballots/{code}")).json()
        assert (shown["state"], shown["participants"]) == ("waiting", [])
        assert refusal(await other.cast(code)) == (409, "voting_not_open")
    if not arranged:
        assert answer.json()["code"] == "round_not_voting"


STATES = WORKFLOWS["ballot_session"].states


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("action", ["close", "reopen"])
@pytest.mark.parametrize(
    "who", ["officer", "leader", "department_leader", "secretary", "clerk", "member", "rater",
            "auditor", "system_admin", "neighbour"]
)  # fmt: skip
async def test_every_state_action_and_role(
    voting: Voting, state: Any, action: str, who: str
) -> None:
    made = await voting.arranged(codes=1)
    if state is BallotSessionState.CLOSED:
        await voting.close(made)
    path = f"ballot-sessions/{made['id']}/actions/{action}"
    answer = await voting.send(who, "POST", path, json={"reason": "按规定办理"})
    if who == "officer":
        possible = (state, action) in {("open", "close"), ("closed", "reopen")}
        assert answer.status_code == (200 if possible else 409)
    else:
        assert answer.status_code == (403 if who == "leader" else 404)


@pytest.mark.parametrize("who", ["neighbour", "department_leader", "rater", "member", "auditor"])
async def test_nobody_below_or_beside_sees_a_voting(voting: Voting, who: str) -> None:
    made = await voting.arranged(codes=1)
    for path in (voting.ballots, f"ballot-sessions/{made['id']}"):
        assert (await voting.send(who, "GET", path)).status_code == 404
    assert (await voting.read("leader", voting.ballots))["items"][0]["id"] == made["id"]
