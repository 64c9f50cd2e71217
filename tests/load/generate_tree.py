"""A made-up tree of any size, written with COPY: organisations, leadership edges and names.

    python tests/load/generate_tree.py DATABASE_URL [ORGANISATIONS]

The database is migrated and empty, and the connection is the owner's. Below one working committee
stand departments with a committee each, below them general branches, branches and groups, so that
150,000 organisations have five levels.
"""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import make_url

from gongwei.access.models import OrganisationKind
from gongwei.access.paths import segment
from gongwei.core.models import new_id
from gongwei.organisations.naming import name_pinyin, search_text

FOUNDED = date(2001, 7, 1)
STAMP = datetime(2024, 1, 1, tzinfo=UTC)
FAN_OUT = (10, 10, 9)
"""General branches of a committee, branches of a general branch, groups of a branch."""
LEVELS = (
    OrganisationKind.COMMITTEE, OrganisationKind.GENERAL_BRANCH, OrganisationKind.BRANCH,
    OrganisationKind.GROUP,
)  # fmt: skip
SURNAMES = "云屏石桥临江望山清溪长岭东湖西河南坪北关金沙银杏青松白鹭红枫紫荆"
TRADES = (
    "财政",
    "公安",
    "教育",
    "水利",
    "民政",
    "司法",
    "审计",
    "统计",
    "档案",
    "农业",
    "林业",
    "交通",
)
OFFICES = ("机关", "直属", "离退休", "执法", "信息", "后勤", "监督", "综合", "规划", "技术")

ROW = ("id", "version", "created_at", "updated_at")
ORGANISATION = (
    *ROW, "kind", "code", "name", "short_name", "name_pinyin", "search_text", "state", "position",
    "parent_id", "path", "depth", "founded_on",
)  # fmt: skip
EDGE = (*ROW, "kind", "organisation_id", "parent_id", "valid_from")
NAME = (*ROW, "organisation_id", "name", "short_name", "valid_from")


@dataclass(frozen=True)
class Node:
    """One organisation to be written."""

    id: UUID
    kind: OrganisationKind
    code: str
    name: str
    position: int
    parent_id: UUID | None
    path: str
    depth: int

    def row(self) -> tuple[Any, ...]:
        short = self.name[:100]
        found = search_text(self.name, short, self.code)
        return (
            self.id, 1, STAMP, STAMP, self.kind.value, self.code, self.name, short,
            name_pinyin(self.name), found, "active", self.position, self.parent_id, self.path,
            self.depth, FOUNDED,
        )  # fmt: skip


def department(number: int) -> str:
    """A name for the `number`th department, from 0."""
    place = SURNAMES[number * 2 % len(SURNAMES)] + SURNAMES[(number * 2 + 1) % len(SURNAMES)]
    return f"{place}{TRADES[number % len(TRADES)]}局{number + 1}"


def nodes(total: int) -> Iterator[Node]:
    """The root and what stands below it, each after its parent, `total` in all."""
    root = Node(
        new_id(), OrganisationKind.WORKING_COMMITTEE, "001", "云屏市市直机关工作委员会",
        1, None, segment(1), 0,
    )  # fmt: skip
    yield root
    left, number = total - 1, 0
    while left > 0:
        for node in _below(root, number, department(number), 0):
            if left == 0:
                return
            yield node
            left -= 1
        number += 1


def _below(parent: Node, number: int, unit: str, level: int) -> Iterator[Node]:
    titles = {
        0: f"中共{unit}委员会",
        1: f"中共{unit}{OFFICES[number % 10]}总支部委员会",
        2: f"中共{unit}{parent.position}总支{OFFICES[number % 10]}支部委员会",
        3: f"{unit}{parent.code[-7:]}支部第{number + 1}党小组",
    }
    node = Node(
        new_id(), LEVELS[level], f"{parent.code}.{number + 1:03d}", titles[level], number + 1,
        parent.id, parent.path + segment(number + 1), parent.depth + 1,
    )  # fmt: skip
    yield node
    if level + 1 < len(LEVELS):
        for child in range(FAN_OUT[level]):
            yield from _below(node, child, unit, level + 1)


async def generate(database_url: str, total: int) -> int:
    """Write a tree of `total` organisations; answers how many there are."""
    connection = await connected(database_url)
    made = list(nodes(total))
    await write_tree(connection, made)
    await connection.execute("ANALYZE")
    await connection.close()
    return len(made)


async def connected(database_url: str) -> Any:
    """A bare connection to the database that SQLAlchemy's address names."""
    url = make_url(database_url).set(drivername="postgresql")
    return await asyncpg.connect(url.render_as_string(hide_password=False))


async def write_tree(connection: Any, made: Sequence[Node]) -> None:
    """Write organisations, each after its parent, with the edges and names of their founding."""
    edges = [
        (new_id(), 1, STAMP, STAMP, "leadership", n.id, n.parent_id, FOUNDED)
        for n in made
        if n.parent_id
    ]
    names = [(new_id(), 1, STAMP, STAMP, n.id, n.name, n.name[:100], FOUNDED) for n in made]
    async with connection.transaction():
        for table, columns, rows in (
            ("organisation", ORGANISATION, [node.row() for node in made]),
            ("organisation_edge", EDGE, edges),
            ("organisation_name", NAME, names),
        ):
            await connection.copy_records_to_table(table, records=rows, columns=columns)


if __name__ == "__main__":
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 150_000
    written = asyncio.run(generate(sys.argv[1], wanted))
    print(f"{written} organisations")  # noqa: T201
