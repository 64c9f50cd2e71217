"""What somebody can find out who has everything but the key: all tables before and after the
opening with their hidden columns, the logs, and the true order in which people voted.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import asyncpg
from sqlalchemy import make_url

Line = Mapping[str, Any]
Dump = Mapping[str, Sequence[Line]]
Key = Callable[[Line], Any]

HIDDEN = ("tableoid::int", "ctid", "xmin::text", "xmax::text", "cmin::text", "cmax::text")


async def dump(url: str) -> Dump:
    """Every row of every table, in the order in which it lies there, as the owner reads it."""
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(address)
    tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    hidden = ", ".join(f'{one} AS "{one.split(":")[0]}_"' for one in HIDDEN)
    found = {
        name: [dict(row) for row in await connection.fetch(f'SELECT {hidden}, * FROM "{name}"')]
        for (name,) in tables
    }
    await connection.close()
    return found


@dataclass(frozen=True)
class Attack:
    """One guess at who voted what: papers in one order beside votes in another."""

    name: str
    hits: int
    score: float
    """Rank correlation times the root of n - 1: about normal where the orders are unrelated."""


def attacks(
    voters: Sequence[str], truth: Mapping[str, str], orders: Mapping[str, Sequence[str]],
    votes: Sequence[Line], vote_orders: Mapping[str, Key],
) -> Iterator[Attack]:  # fmt: skip
    """Every order of the papers against every order of the votes, forwards and backwards.

    `truth` is what each voter voted, each another value; `votes` are the opened ones in the order
    in which they lie.
    """
    for paper_order, papers in orders.items():
        assert sorted(papers) == sorted(voters)
        for vote_order, key in vote_orders.items():
            ordered = [one["value"] for one in sorted(votes, key=key)]
            for way, guessed in (("", ordered), (" backwards", ordered[::-1])):
                yield _judged(f"{paper_order} / {vote_order}{way}", papers, guessed, truth)


def _judged(
    name: str, papers: Sequence[str], guessed: Sequence[str], truth: Mapping[str, str]
) -> Attack:
    place = {value: number for number, value in enumerate(guessed)}
    hits = sum(truth[paper] == value for paper, value in zip(papers, guessed, strict=True))
    found = [place[truth[paper]] for paper in papers]
    n = len(found)
    squares = sum((number - other) ** 2 for number, other in enumerate(found))
    rho = 1 - 6 * squares / (n * (n * n - 1))
    return Attack(name, hits, rho * sqrt(n - 1))


def tokens(lines: Sequence[Line], *, without: frozenset[str]) -> set[str]:
    """Whatever in these rows could stand in another row too and lead there."""
    found: set[str] = set()
    for line in lines:
        for value in line.values():
            found |= set(re.findall(r"[0-9A-Za-z.+:-]{6,}", _text(value)))
    return found - without


def holding(dumped: Dump, texts: set[str]) -> dict[str, int]:
    """How many rows of which tables hold any of these texts."""
    found = {}
    for name, lines in dumped.items():
        rows = [" ".join(_text(value) for value in line.values()) for line in lines]
        if count := sum(any(text in row for text in texts) for row in rows):
            found[name] = count
    return found


def _text(value: Any) -> str:
    return value.hex() if isinstance(value, bytes | memoryview) else str(value)
