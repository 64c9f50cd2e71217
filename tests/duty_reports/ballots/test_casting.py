"""Casting a ballot: what is on it, what it may say, and that it counts once."""

from typing import Any

import pytest
from sqlalchemy import text

from duty_reports.review import Body, faults, refusal
from duty_reports.voting import Voting, counted
from factories.activities import Planning
from gongwei.core import clock
from gongwei.duty_reports.ballots.codes import new_code
from gongwei.duty_reports.reports.models import DutyReport, DutyReportState


async def test_a_code_opens_the_ballot_of_its_group(voting: Voting) -> None:
    made = await voting.arranged("masses", codes=1)
    answer = await voting.client.get(f"/api/v1/public/ballots/{made['codes'][0]}")
    assert answer.headers["cache-control"] == "no-store"
    shown = answer.json()
    assert (shown["state"], shown["group_title"], shown["title"]) == (
        "open", "党员群众", "masses会场",
    )  # fmt: skip
    assert [(one["key"], one["required"], one["max"]) for one in shown["criteria"]] == [
        ("style", False, "10"), ("level", True, "100"),
    ]  # fmt: skip
    assert [one["label"] for one in shown["criteria"][1]["levels"]] == ["好", "一般"]
    assert [(one["name"], one["organisation_name"], one["report_excerpt"])
            for one in shown["participants"]] == [
        ("张三", "中共区财政局总支部委员会", None), ("王五", "中共区公安分局总支部委员会", None),
    ]  # fmt: skip


async def test_a_voting_about_one_department_has_its_secretaries_alone(voting: Voting) -> None:
    made = await voting.arranged(about_id=str(voting.id_of("police")), codes=1)
    shown = (await voting.client.get(f"/api/v1/public/ballots/{made['codes'][0]}")).json()
    assert [one["name"] for one in shown["participants"]] == ["王五"]


async def test_a_report_that_is_handed_in_begins_on_the_ballot(voting: Voting) -> None:
    for line, state in zip(voting.participants, ("draft", "submitted"), strict=True):
        await voting.stored(
            DutyReport(
                organisation_id=line.organisation_id, round_id=line.round_id,
                participant_id=line.id, person_id=line.person_id, state=DutyReportState(state),
                sections={"work": [{"text": "一年来" + "抓党建" * 60}]}, submitted_at=clock.now(),
            )
        )  # fmt: skip
    made = await voting.arranged(codes=1)
    shown = (await voting.client.get(f"/api/v1/public/ballots/{made['codes'][0]}")).json()
    excerpts = [one["report_excerpt"] for one in shown["participants"]]
    assert excerpts[0] is None
    assert (len(excerpts[1]), excerpts[1][:6], excerpts[1][-1]) == (120, "一年来抓党建", "…")


async def test_a_rater_sees_the_ballot_and_nothing_else(voting: Voting) -> None:
    planning = Planning(voting.client, voting.database, voting.world)
    await planning.stand_for("rater", await planning.person("李四", 3))
    made = await voting.arranged(person_ids=[str(await voting.voter("赵六", 5))])
    for path in (
        voting.ballots, f"ballot-sessions/{made['id']}", f"me/ballots/{made['id']}",
        f"duty-rounds/{voting.round_.id}/results", f"duty-rounds/{voting.round_.id}",
    ):  # fmt: skip
        assert (await voting.send("rater", "GET", path)).status_code == 404, path
    assert (await voting.read("rater", "me/ballots"))["items"] == []


async def test_a_vote_counts_once_however_often_it_is_sent(voting: Voting) -> None:
    made = await voting.arranged(codes=2)
    code = made["codes"][0]
    answers = [await voting.cast(code) for _ in range(3)]
    assert [one.status_code for one in answers] == [201, 200, 200]
    assert [one.json() for one in answers] == [{"state": "counted"}] * 3
    assert await voting.counts(made) == counted(2, used=1)
    shown = (await voting.client.get(f"/api/v1/public/ballots/{code}")).json()
    assert (shown["state"], shown["participants"], shown["criteria"]) == ("used", [], [])
    same = {"sheets": voting.ballot("90.00")["sheets"][::-1]}
    assert (await voting.cast(code, same)).status_code == 200
    assert refusal(await voting.cast(code, voting.ballot("91"))) == (409, "already_voted")


async def test_a_vote_that_came_before_the_closing_is_answered_after_it(voting: Voting) -> None:
    made = await voting.arranged(codes=1)
    await voting.cast(made["codes"][0])
    await voting.close(made)
    assert (await voting.cast(made["codes"][0])).status_code == 200


async def test_abstaining_and_not_knowing_are_taken(voting: Voting) -> None:
    made = await voting.arranged(codes=1)
    first, second = voting.participants
    known = [{"criterion": "overall", "value": "95.5"}, {"criterion": "style", "value": None}]
    sheets = [
        {"participant_id": str(first.id), "abstain": True},
        {"participant_id": str(second.id), "answers": known},
    ]
    assert (await voting.cast(made["codes"][0], {"sheets": sheets})).status_code == 201


def answered(*pairs: tuple[str, Any]) -> Body:
    return {"answers": [{"criterion": key, "value": value} for key, value in pairs]}


@pytest.mark.parametrize(
    ("group", "sheet", "fault"),
    [
        ("leaders", answered(), ("/sheets/0/answers", "required")),
        ("leaders", answered(("overall", None)), ("/sheets/0/answers", "required")),
        ("leaders", answered(("overall", "100.01")), ("/sheets/0/answers/0/value", "out_of_range")),
        ("masses", answered(("level", "61")), ("/sheets/0/answers/0/value", "out_of_range")),
        (
            "leaders", answered(("overall", "1"), ("level", "60")),
            ("/sheets/0/answers/1/criterion", "not_asked"),
        ),
        (
            "leaders", {"abstain": True, **answered(("overall", "1"))},
            ("/sheets/0/answers", "abstained"),
        ),
    ],
)  # fmt: skip
async def test_what_does_not_fit_the_ballot_is_named(
    voting: Voting, group: str, sheet: Body, fault: tuple[str, str]
) -> None:
    made = await voting.arranged(group, codes=1, about_id=str(voting.id_of("finance")))
    body = {"sheets": [{"participant_id": str(voting.participants[0].id), **sheet}]}
    answer = await voting.cast(made["codes"][0], body)
    assert faults(answer) == [fault]
    assert await voting.counts(made) == counted(1)


async def test_every_participant_has_one_sheet(voting: Voting) -> None:
    made = await voting.arranged(codes=1)
    first, second = voting.participants
    sheets = [voting.sheet(first), voting.sheet(first)]
    assert faults(await voting.cast(made["codes"][0], {"sheets": sheets})) == [
        ("/sheets/0/participant_id", "twice"),
        ("/sheets/1/participant_id", "twice"),
        ("/sheets", "sheet_missing"),
    ]
    stranger = {**voting.sheet(first), "participant_id": str(voting.round_.id)}
    sheets = [voting.sheet(first), voting.sheet(second), stranger]
    assert faults(await voting.cast(made["codes"][0], {"sheets": sheets})) == [
        ("/sheets/2/participant_id", "not_on_the_ballot")
    ]


async def test_a_mistyped_code_is_no_guess_and_many_guesses_wait(voting: Voting) -> None:
    made = await voting.arranged(codes=1)
    code = made["codes"][0]
    mistyped = code[:-1] + ("2" if code[-1] != "2" else "3")
    for _ in range(12):
        assert refusal(await voting.cast(mistyped)) == (404, "not_found")
    for _ in range(10):
        assert refusal(await voting.cast(new_code())) == (404, "not_found")
    answer = await voting.cast(new_code())
    assert refusal(answer) == (429, "too_many_attempts")
    assert int(answer.headers["retry-after"]) > 0


async def test_somebody_votes_by_account_but_not_on_oneself(voting: Voting) -> None:
    voter = await voting.voter("李四", 3)
    held = await voting.secretary("李四的支部", "archive")
    held.person_id = voter
    voting.participants.append(await voting.joined(voting.round_, held, position=3))
    made = await voting.arranged(person_ids=[str(voter)])
    (waiting,) = (await voting.read("李四", "me/ballots"))["items"]
    assert (waiting["session_id"], waiting["state"]) == (made["id"], "open")
    shown = await voting.read("李四", f"me/ballots/{made['id']}")
    assert [one["name"] for one in shown["participants"]] == ["张三", "王五"]
    everybody = voting.ballot()
    assert faults(await voting.cast_as("李四", made, everybody)) == [
        ("/sheets/2/participant_id", "not_on_the_ballot")
    ]
    ballot = {"sheets": everybody["sheets"][:2]}
    answers = [await voting.cast_as("李四", made, ballot) for _ in range(2)]
    assert [one.status_code for one in answers] == [201, 200]
    other = {"sheets": voting.ballot("50")["sheets"][:2]}
    assert refusal(await voting.cast_as("李四", made, other)) == (409, "already_voted")
    assert (await voting.read("李四", "me/ballots"))["items"] == []
    assert await voting.counts(made) == counted(1, used=1)


@pytest.mark.parametrize("who", ["officer", "leader", "neighbour", "rater", "member", "auditor"])
async def test_a_ballot_of_another_is_not_known(voting: Voting, who: str) -> None:
    voter = await voting.voter("李四", 3)
    made = await voting.arranged(person_ids=[str(voter)])
    path = f"me/ballots/{made['id']}"
    assert refusal(await voting.send(who, "GET", path)) == (404, "not_found")
    assert refusal(await voting.send(who, "POST", path, json=voting.ballot())) == (404, "not_found")


async def test_a_key_of_repeated_requests_keeps_no_ballot(voting: Voting) -> None:
    voter = await voting.voter("李四", 3)
    made = await voting.arranged(person_ids=[str(voter)])
    key = {"Idempotency-Key": "a-key-of-a-vote"}
    path = f"me/ballots/{made['id']}"
    answer = await voting.send("李四", "POST", path, json=voting.ballot(), headers=key)
    assert (answer.status_code, answer.headers.get("idempotent-replayed")) == (201, None)
    async with voting.database.transaction("*") as session:
        kept = await session.execute(text("SELECT count(*) FROM idempotency_key"))
        assert kept.scalar_one() == 0
