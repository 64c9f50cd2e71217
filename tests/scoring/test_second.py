"""The engine and a second programme of the same rules agree on 10,000 generated rounds."""

from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongwei.scoring.engine import score_round
from gongwei.scoring.schemes import Scheme
from scoring import second

ROUNDS = 10_000
KEYS = ("first", "second", "third")
Json = dict[str, Any]


def decimal(chance: Random, most: int, places: int) -> str:
    """From 0 to `most`, often a round number, so that equals and halves come about."""
    if chance.random() < 0.5:
        return str(chance.randint(0, most))
    return f"{chance.randint(0, most * 10**places - 1) / 10**places:.{places}f}"


def a_criterion(chance: Random, key: str) -> Json:
    most = chance.choice(["5", "10", "30", "100"])
    weight = chance.choice(["1", "2", "0.5", "3.3333"])
    return {"key": key, "title": key, "weight": weight, "max": most, "required": False}


def a_group(chance: Random, key: str) -> Json:
    trim = chance.choice(["0.1", "0.25", "0.3334", "0.4999"])
    return {
        "key": key, "title": key, "weight": chance.choice(["1", "30", "40", "33.3333"]),
        "minimum": chance.randint(1, 4), "trim": trim,
        "aggregate": chance.choice(["mean", "median", "trimmed"]),
        "source": chance.choice(["ballots", "ballots", "ballots", "tasks"]),
    }  # fmt: skip


def some_grades(chance: Random, groups: list[Json], number: int) -> list[Json]:
    bounds = sorted(chance.sample(range(1, 100), number - 1), reverse=True)
    quota, found = 0, []
    for place, bound in enumerate([*bounds, 0]):
        grade: Json = {"key": f"grade_{place}", "title": "等次", "at_least": str(bound)}
        if bound and chance.random() < 0.5:
            quota = min(100, quota + chance.choice([0, 10, 25, 33, 40]))
            grade["quota"] = str(quota)
        if bound and chance.random() < 0.3:
            group = chance.choice([None, *(one["key"] for one in groups)])
            grade["gates"] = [{"group": group, "at_least": str(chance.randint(0, 100))}]
        found.append(grade)
    return found


def a_round(chance: Random, policy: str, groups: int, people: int) -> tuple[Json, Json]:
    """A scheme, and everybody's sheets and tasks."""
    criteria = [a_criterion(chance, f"c{number}") for number in range(chance.randint(1, 3))]
    chosen = [a_group(chance, key) for key in KEYS[:groups]]
    known = [one["key"] for one in [*criteria, *chosen]]
    scheme = {
        "groups": chosen, "criteria": criteria, "missing_group": policy,
        "places": chance.choice([0, 1, 2, 2, 4]), "ties": chance.sample(known, 1),
        "grades": some_grades(chance, chosen, chance.randint(1, 4)),
    }  # fmt: skip
    coarse, voting = chance.random() < 0.4, [one for one in chosen if one["source"] == "ballots"]
    everybody = {
        person: (
            {one["key"]: sheets(chance, criteria, coarse=coarse) for one in voting},
            tasks(chance),
        )
        for person in range(people)
    }
    return scheme, everybody


def sheets(chance: Random, criteria: list[Json], *, coarse: bool) -> list[Json]:
    """Coarse ones give nothing or everything, so that many totals are equal."""
    return [
        {
            one["key"]: chance.choice(["0", one["max"]])
            if coarse
            else decimal(chance, int(one["max"]), chance.randint(0, 4))
            for one in criteria
            if chance.random() < 0.9
        }
        for _ in range(chance.randint(0, 5))
    ]


def tasks(chance: Random) -> tuple[int, int] | None:
    due = chance.randint(0, 6)
    return (100 * chance.randint(0, 2 * due), 2 * due) if due else None


@settings(
    max_examples=ROUNDS, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
@given(
    policy=st.sampled_from(["invalid", "renormalise", "zero"]),
    groups=st.integers(1, len(KEYS)),
    people=st.integers(0, 6),
    seed=st.integers(0, 2**32),
)
def test_two_programmes_of_the_rules_agree(
    policy: str, groups: int, people: int, seed: int
) -> None:
    scheme, everybody = a_round(Random(seed), policy, groups, people)
    scored = score_round(
        Scheme.model_validate(scheme),
        {person: given for person, (given, _) in everybody.items()},
        {person: None if t is None else Fraction(*t) for person, (_, t) in everybody.items()},
    )
    ours = {
        person: (None if one.total is None else int(one.total.scaleb(scheme["places"])), one.grade)
        for person, one in scored.participants.items()
    }
    assert ours == second.score(scheme, everybody)
