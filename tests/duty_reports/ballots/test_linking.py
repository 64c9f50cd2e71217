"""Nobody joins a paper to a vote, given two full dumps, the logs and the order of voting: 200 known
voters, 140 by code and 60 by account, each with votes that no other has.

Where two orders are unrelated, the number of right guesses among 200 is about Poisson with mean 1:
nine or more have a chance of 1.1 in a million; and the rank correlation times the root of 199 is
about normal: beyond 5 in either direction has 0.6 in a million. Fewer than 300 attacks are made, so
that chance alone fails this test at most five times in 10,000 runs.
"""

import json
import logging
from collections.abc import Sequence
from random import Random
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from duty_reports.ballots.linking import Attack, Dump, attacks, dump, holding, tokens
from duty_reports.review import Body
from duty_reports.voting import Voting
from factories.program import client_on
from factories.world import World
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.duty_reports.ballots.codes import code_hash
from gongwei.duty_reports.ballots.envelopes import slot_of

BY_CODE, BY_ACCOUNT = 140, 60
VOTERS = BY_CODE + BY_ACCOUNT
MOST_HITS, FARTHEST = 8, 5.0
SEED = 20260114


class Election(Voting):
    """Two hundred voters whose votes are known to the test alone."""

    voters: list[str]
    truth: tuple[dict[str, str], dict[str, str]]
    order: list[str]

    async def held(self) -> Body:
        names = [f"选民{number}" for number in range(BY_ACCOUNT)]
        people = [await self.voter(name, number + 3) for number, name in enumerate(names)]
        made = await self.arranged(codes=BY_CODE, person_ids=[str(one) for one in people])
        self.voters = [*made["codes"], *names]
        chance = Random(SEED)
        # From 60 up, or a second and its fraction in some time stamp would look like a vote.
        drawn = chance.sample(range(60_000, 100_000), 2 * VOTERS)
        values = [f"{one * 10 + 7}" for one in drawn]
        values = [f"{value[:2]}.{value[2:]}" for value in values]
        first, second = values[:VOTERS], values[VOTERS:]
        self.truth = (
            dict(zip(self.voters, first, strict=True)),
            dict(zip(self.voters, second, strict=True)),
        )
        self.order = chance.sample(self.voters, VOTERS)
        for voter in self.order:
            answer = await self._cast(voter, made)
            assert answer.status_code == 201, answer.text
        return made

    async def _cast(self, voter: str, made: Body) -> Any:
        sheets = [
            self.sheet(one, votes[voter])
            for one, votes in zip(self.participants, self.truth, strict=True)
        ]
        if voter in self.world.users:
            return await self.cast_as(voter, made, {"sheets": sheets})
        return await self.cast(voter, {"sheets": sheets})


@pytest.fixture
async def election(
    separate: Database, settings: Settings, world_apart: World, caplog: pytest.LogCaptureFixture
) -> Any:
    caplog.set_level(logging.INFO)
    async with client_on(separate, settings) as client:
        found = Election(client, separate, world_apart)
        await found.begin()
        yield found


async def test_two_dumps_the_logs_and_the_order_of_voting_link_no_paper_to_a_vote(
    election: Election, caplog: pytest.LogCaptureFixture
) -> None:
    made = await election.held()
    before = await dump(election.database.url)
    await election.close(made)
    await election.moved("officer", election.round_.id, "calculate")
    after = await dump(election.database.url)

    _sealed_alike(election, before)
    orders = paper_orders(election, before, after)
    made_attacks: list[Attack] = []
    for participant, truth in zip(election.participants, election.truth, strict=True):
        votes = opened(after, str(participant.id))
        assert sorted(one["value"] for one in votes) == sorted(truth.values())
        made_attacks += attacks(election.voters, truth, orders, votes, VOTE_ORDERS)
    made_attacks += pairing(election, after)
    assert 200 < len(made_attacks) < 300
    assert [one for one in made_attacks if one.hits > MOST_HITS] == []
    assert [one for one in made_attacks if abs(one.score) > FARTHEST] == []
    _nothing_leads_from_one_to_the_other(election, before, after)
    _nothing_is_logged(election, caplog)


VOTE_ORDERS = {
    "as they lie": lambda _: 0,
    "ctid": lambda one: one["ctid_"],
    "id": lambda one: one["id"],
    "xmin": lambda one: (int(one["xmin_"]), int(one["cmin_"])),
}


def paper_orders(election: Election, before: Dump, after: Dump) -> dict[str, list[str]]:
    """The voters in every order that something keeps. Whose a paper is, is known to the attacker
    here, who handed the codes out and knows the people.
    """
    by_hash = {code_hash(one): one for one in election.voters if one not in election.world.users}
    by_person = {
        user.person_id: name for name, user in election.world.users.items() if user.person_id
    }

    def whose(paper: Any) -> str:
        return by_hash.get(paper["code_hash"]) or by_person[paper["person_id"]]

    orders = {"as they voted": list(election.order)}
    for when, dumped in (("before", before), ("after", after)):
        papers = dumped["ballot_paper"]
        assert {one["used_on"] is not None for one in papers} == {True}
        for column in ("ctid_", "xmin_", "id", "code_hash"):
            ordered = sorted(papers, key=lambda one: _comparable(one[column]))
            orders[f"papers {when} by {column}"] = [whose(one) for one in ordered]
        orders[f"papers {when} as they lie"] = [whose(one) for one in papers]
    # The key is not in the database; even who knows which envelope is whose learns nothing more.
    slots = {slot_of(one["id"]): whose(one) for one in before["ballot_paper"]}
    envelopes = before["ballot_envelope"]
    for column in ("ctid_", "xmin_", "id", "slot", "sealed"):
        ordered = sorted(envelopes, key=lambda one: _comparable(one[column]))
        orders[f"envelopes by {column}"] = [slots[one["slot"]] for one in ordered]
    return orders


def _comparable(value: Any) -> Any:
    if isinstance(value, tuple | bytes | UUID):
        return value
    return int(value) if str(value).isdigit() else str(value)


def opened(dumped: Dump, participant_id: str) -> list[dict[str, Any]]:
    return [
        {**one, "value": json.loads(one["answers"])["overall"]}
        for one in dumped["ballot"]
        if str(one["participant_id"]) == participant_id
    ]


def pairing(election: Election, after: Dump) -> list[Attack]:
    """Whether what one voter said of two people can be put together again."""
    first, second = (opened(after, str(one.id)) for one in election.participants)
    voter_of = {value: voter for voter, value in election.truth[0].items()}
    orders = {
        f"the other sheet by {name}": [voter_of[one["value"]] for one in sorted(first, key=key)]
        for name, key in VOTE_ORDERS.items()
    }
    return list(attacks(election.voters, election.truth[1], orders, second, VOTE_ORDERS))


def _sealed_alike(election: Election, before: Dump) -> None:
    envelopes = before["ballot_envelope"]
    assert len(envelopes) == VOTERS
    assert len({len(one["sealed"]) for one in envelopes}) == 1
    assert holding(before, values_of(election)) == {}


def values_of(election: Election) -> set[str]:
    return {value for votes in election.truth for value in votes.values()}


def _nothing_leads_from_one_to_the_other(election: Election, before: Dump, after: Dump) -> None:
    """No value of an opened vote stands in any row of a paper, an envelope, the log or an event,
    but for what all of them share. The explanation of a result lists the sheets by their score.
    """
    assert after["ballot_envelope"] == []
    assert set(holding(after, values_of(election))) == {"ballot", "duty_result"}
    shared = frozenset(
        str(one)
        for line in after["ballot_session"]
        for one in (line["id"], line["organisation_id"], line["round_id"])
    ) | frozenset(str(one.id) for one in election.participants)
    votes = tokens(after["ballot"], without=shared | {"overall"})
    dumped = {**{f"{name} before": lines for name, lines in before.items()}, **after}
    del dumped["ballot"], dumped["duty_result"]
    assert holding(dumped, {one for one in votes if not one.isdigit()}) == {}
    assert len({one["xmin_"] for one in after["ballot"]}) == 1
    assert holding(before | after, {*election.voters} - {*election.world.users}) == {}
    acts = [one["action"] for one in after["audit_entry"] if "ballot" in one["action"]]
    assert sorted(acts) == [
        "ballot_session.close", "ballot_session.create", "ballot_session.open_envelopes",
    ]  # fmt: skip


def _nothing_is_logged(election: Election, caplog: pytest.LogCaptureFixture) -> None:
    """The program's own lines; the test's client writes of its requests too."""
    lines = [one.getMessage() for one in caplog.records if one.name.startswith("gongwei")]
    assert [one for one in lines if "/public/ballots" in one or "/me/ballots" in one] == []
    secret = values_of(election) | {*election.voters}
    assert [one for one in lines if any(text in one for text in secret)] == []
    assert len(lines) > 2


def test_the_attacks_find_votes_that_were_kept_in_order() -> None:
    voters: Sequence[str] = [f"v{number}" for number in range(VOTERS)]
    truth = {voter: str(number) for number, voter in enumerate(voters)}
    votes = [{"value": str(number), "id": number} for number in range(VOTERS)]
    orders = {"as they voted": voters}
    found = list(attacks(voters, truth, orders, votes, {"id": lambda one: one["id"]}))
    assert [(one.hits, round(one.score, 1)) for one in found] == [(VOTERS, 14.1), (0, -14.1)]
    nearly = [votes[number ^ 1] for number in range(VOTERS)]
    found = list(attacks(voters, truth, orders, nearly, {"as they lie": lambda _: 0}))
    assert found[0].hits == 0
    assert found[0].score > FARTHEST


async def test_what_is_refused_is_not_logged_either(
    client: AsyncClient, voting: Voting, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    made = await voting.arranged(codes=1)
    code = made["codes"][0]
    await voting.cast(code, {"sheets": [{"participant_id": "x"}]})
    await client.post(f"/api/v1/public/ballots/{code}", content=b"{")
    await client.get(f"/api/v1/public/ballots/{code.lower()}")
    lines = [one.getMessage() for one in caplog.records if one.name.startswith("gongwei")]
    assert [one for one in lines if code in one or code.lower() in one] == []
