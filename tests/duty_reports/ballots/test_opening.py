"""Opening: every session closed, counts that agree, one batch, and what is left afterwards."""

from sqlalchemy import text

from duty_reports.review import refusal
from duty_reports.voting import Voting, counted


async def rows(voting: Voting, table: str) -> int:
    async with voting.database.transaction("*") as session:
        found = await session.execute(text(f"SELECT count(*) FROM {table}"))
        return int(found.scalar_one())


async def test_a_round_is_not_calculated_while_a_voting_is_open(voting: Voting) -> None:
    made = await voting.arranged(codes=1)
    answer = await voting.act("officer", voting.round_.id, "calculate")
    assert refusal(answer) == (409, "voting_open")
    assert "leaders会场" in answer.json()["detail"]
    await voting.close(made)
    assert (await voting.act("officer", voting.round_.id, "calculate")).status_code == 200


async def test_opened_votes_stand_apart_by_participant_and_no_envelope_is_left(
    voting: Voting,
) -> None:
    made = await voting.arranged(codes=4)
    first, second = voting.participants
    for code in made["codes"][:2]:
        await voting.cast(code)
    abstaining = {"participant_id": str(first.id), "abstain": True}
    await voting.cast(made["codes"][2], {"sheets": [abstaining, voting.sheet(second)]})
    assert (await rows(voting, "ballot_envelope"), await rows(voting, "ballot")) == (3, 0)
    await voting.close(made)
    await voting.moved("officer", voting.round_.id, "calculate")
    assert (await rows(voting, "ballot_envelope"), await rows(voting, "ballot")) == (0, 5)
    assert await voting.counts(made) == counted(4, used=3)
    assert refusal(await voting.cast(made["codes"][0])) == (409, "already_voted")
    assert refusal(await voting.cast(made["codes"][3])) == (409, "voting_closed")


async def test_a_lost_envelope_is_noticed_and_nothing_is_opened(voting: Voting) -> None:
    made = await voting.arranged(codes=2)
    for code in made["codes"]:
        await voting.cast(code)
    await voting.close(made)
    async with voting.database.transaction("*") as session:
        one = "SELECT id FROM ballot_envelope LIMIT 1"
        await session.execute(text(f"DELETE FROM ballot_envelope WHERE id IN ({one})"))
    answer = await voting.act("officer", voting.round_.id, "calculate")
    assert refusal(answer) == (409, "ballot_counts_differ")
    assert (await rows(voting, "ballot_envelope"), await rows(voting, "ballot")) == (1, 0)
    assert (await voting.counts(made))[1] is False


async def test_after_a_reopening_more_papers_vote_and_the_counts_go_on(voting: Voting) -> None:
    made = await voting.arranged(codes=1)
    await voting.cast(made["codes"][0])
    await voting.close(made)
    await voting.moved("officer", voting.round_.id, "calculate")
    path = f"ballot-sessions/{made['id']}"
    why = {"reason": "补投"}
    refused = await voting.send("officer", "POST", f"{path}/actions/reopen", json=why)
    assert refusal(refused) == (409, "not_appraising")
    await voting.moved("officer", voting.round_.id, "reopen", reason="有异议")
    await voting.send("officer", "POST", f"{path}/actions/reopen", json=why)
    more = await voting.send("officer", "POST", f"{path}/papers", json={"codes": 1})
    assert (await voting.cast(more.json()["codes"][0])).status_code == 201
    assert await voting.counts(made) == counted(2, used=2)
    await voting.close(made)
    await voting.moved("officer", voting.round_.id, "calculate")
    assert await voting.counts(made) == counted(2, used=2)
    assert await rows(voting, "ballot") == 4
