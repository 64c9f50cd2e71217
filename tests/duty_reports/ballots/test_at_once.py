"""Several phones at one moment, and a server that stops between two transactions; real commits."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest

from duty_reports.review import refusal
from duty_reports.voting import Voting, counted
from factories.program import client_on
from factories.world import World
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.duty_reports.ballots.casting import by_code, put_in
from gongwei.duty_reports.ballots.schemas import BallotIn


@pytest.fixture
async def apart(
    separate: Database, settings: Settings, world_apart: World
) -> AsyncIterator[Voting]:
    """A round that is appraised, on a database with real commits."""
    async with client_on(separate, settings) as client:
        yield await Voting(client, separate, world_apart).begin()


async def first_half(apart: Voting, code: str, value: str = "90") -> None:
    """The first of the two transactions, as if the server stopped after it."""
    said = BallotIn.model_validate(apart.ballot(value))
    async with apart.database.transaction(WHOLE_TREE) as session:
        await put_in(session, by_code(code), said)


async def test_one_code_sent_several_times_at_once_counts_once(apart: Voting) -> None:
    made = await apart.arranged(codes=1)
    answers = await asyncio.gather(*(apart.cast(made["codes"][0]) for _ in range(12)))
    assert Counter(one.status_code for one in answers) == {201: 1, 200: 11}
    assert await apart.counts(made) == counted(1, used=1)


async def test_one_code_with_different_votes_at_once_counts_one_of_them(apart: Voting) -> None:
    made = await apart.arranged(codes=1)
    ballots = [apart.ballot(str(value)) for value in range(60, 70)]
    answers = await asyncio.gather(*(apart.cast(made["codes"][0], one) for one in ballots))
    assert Counter(one.status_code for one in answers) == {201: 1, 409: 9}
    assert await apart.counts(made) == counted(1, used=1)


async def test_a_hall_votes_at_once_while_papers_are_voided_and_the_voting_is_closed(
    apart: Voting,
) -> None:
    made = await apart.arranged(codes=60)
    path = f"ballot-sessions/{made['id']}"
    last = {"codes": made["codes"][50:]}
    answers, voided, _ = await asyncio.gather(
        asyncio.gather(*(apart.cast(code) for code in made["codes"])),
        apart.send("officer", "POST", f"{path}/papers/void", json=last),
        apart.close(made),
    )
    cast = sum(one.status_code == 201 for one in answers)
    others = {one.json()["code"] for one in answers if one.status_code != 201}
    assert others <= {"voting_closed", "ballot_void"}
    gone = 10 if voided.status_code == 200 else 0
    assert voided.status_code == 200 or voided.json()["code"] in ("ballot_used", "voting_closed")
    assert await apart.counts(made) == counted(60, used=cast, voided=gone)


async def test_a_vote_cut_off_between_its_transactions_counts_once_when_sent_again(
    apart: Voting,
) -> None:
    made = await apart.arranged(codes=2)
    code = made["codes"][0]
    await first_half(apart, code)
    counts, adds_up = await apart.counts(made)
    assert (counts["used"], counts["envelopes"], adds_up) == (0, 1, False)
    assert (await apart.cast(code)).status_code == 200
    assert refusal(await apart.cast(code, apart.ballot("12"))) == (409, "already_voted")
    assert await apart.counts(made) == counted(2, used=1)


async def test_a_vote_cut_off_and_never_sent_again_is_counted_at_the_closing(
    apart: Voting,
) -> None:
    made = await apart.arranged(codes=2)
    await first_half(apart, made["codes"][0])
    assert (await apart.close(made))["counts"] == counted(2, used=1)[0]
    calculated = await apart.act("officer", apart.round_.id, "calculate")
    assert calculated.status_code == 200, calculated.text
    assert await apart.counts(made) == counted(2, used=1)


async def test_a_voided_paper_whose_vote_lies_in_the_box_is_not_voided(apart: Voting) -> None:
    made = await apart.arranged(codes=1)
    await first_half(apart, made["codes"][0])
    path = f"ballot-sessions/{made['id']}/papers/void"
    answer = await apart.send("officer", "POST", path, json={"codes": made["codes"]})
    assert refusal(answer) == (409, "ballot_used")


async def test_people_voting_by_account_hold_no_connection_while_they_wait(apart: Voting) -> None:
    people = {f"人{number}": await apart.voter(f"人{number}", number) for number in range(3, 40)}
    made = await apart.arranged(person_ids=[str(one) for one in people.values()])
    answers = await asyncio.gather(*(apart.cast_as(name, made, apart.ballot()) for name in people))
    assert Counter(one.status_code for one in answers) == {201: 37}
    assert await apart.counts(made) == counted(37, used=37)


async def test_of_two_votings_arranged_at_once_one_gives_a_person_a_paper(apart: Voting) -> None:
    voter = str(await apart.voter("李四", 3))
    given = {"group_key": "leaders", "person_ids": [voter]}
    answers = await asyncio.gather(
        *(
            apart.send("officer", "POST", apart.ballots, json={**given, "title": f"会场{number}"})
            for number in range(4)
        )
    )
    assert Counter(one.status_code for one in answers) == {201: 1, 422: 3}
    assert len((await apart.read("李四", "me/ballots"))["items"]) == 1


async def test_of_two_votings_that_issue_at_once_one_gives_a_person_a_paper(apart: Voting) -> None:
    voter = {"person_ids": [str(await apart.voter("李四", 3))]}
    made = [await apart.arranged(title=f"会场{number}") for number in range(4)]
    answers = await asyncio.gather(
        *(
            apart.send("officer", "POST", f"ballot-sessions/{one['id']}/papers", json=voter)
            for one in made
        )
    )
    assert Counter(one.status_code for one in answers) == {200: 1, 422: 3}
    assert len((await apart.read("李四", "me/ballots"))["items"]) == 1
