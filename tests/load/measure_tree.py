"""How long reads and moves of the tree take at 1,500, 15,000 and 150,000 organisations.

    python tests/load/measure_tree.py [SIZE ...]

Starts a server of its own in a temporary directory and prints a Markdown table of medians in
milliseconds, measured in the services with the answers put together, through the role that
row-level security binds.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import asyncpg
from generate_tree import generate
from sqlalchemy import make_url
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, system_actor
from gongwei.access.models import Organisation, OrganisationKind
from gongwei.access.narrowing import setting_of
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate
from gongwei.organisations import service
from gongwei.organisations.changes.apply import apply_change
from gongwei.organisations.counts import organisation_counts
from gongwei.organisations.models import ChangeKind, OrganisationChange
from gongwei.organisations.presentation import present
from gongwei.organisations.schemas import OrganisationQuery, TreeQuery

ROLE = "gongwei_app"
SIZES = (1_500, 15_000, 150_000)
REPEATS = 9
THEN = date(2010, 1, 1)
Work = Callable[[AsyncSession, Actor, Organisation], Awaitable[object]]


async def _list(session: AsyncSession, actor: Actor, asked: OrganisationQuery) -> object:
    found = await service.list_rows(session, actor, asked)
    return await present(session, actor, found.items, asked.as_of)


async def page(session: AsyncSession, actor: Actor, _at: Organisation) -> object:
    return await _list(session, actor, OrganisationQuery())


async def counted_page(session: AsyncSession, actor: Actor, _at: Organisation) -> object:
    return await _list(session, actor, OrganisationQuery(include_total=True, sort="name"))


async def search(session: AsyncSession, actor: Actor, _at: Organisation) -> object:
    return await _list(session, actor, OrganisationQuery(q="jgzbwyh"))


async def rare_search(session: AsyncSession, actor: Actor, _at: Organisation) -> object:
    return await _list(session, actor, OrganisationQuery(q="zzwyhzz"))


async def dated_search(session: AsyncSession, actor: Actor, _at: Organisation) -> object:
    return await _list(session, actor, OrganisationQuery(q="czj1jgz", as_of=THEN))


async def tree(session: AsyncSession, actor: Actor, _at: Organisation) -> object:
    return await service.read_tree(session, actor, TreeQuery(depth=2))


async def dated_tree(session: AsyncSession, actor: Actor, _at: Organisation) -> object:
    return await service.read_tree(session, actor, TreeQuery(depth=2, as_of=THEN))


async def department(session: AsyncSession, actor: Actor, at: Organisation) -> object:
    return await service.read_tree(session, actor, TreeQuery(root=at.id, depth=5))


async def dated_department(session: AsyncSession, actor: Actor, at: Organisation) -> object:
    return await service.read_tree(session, actor, TreeQuery(root=at.id, depth=5, as_of=THEN))


async def children(session: AsyncSession, actor: Actor, at: Organisation) -> object:
    return await service.read_children(session, actor, at.id, None)


async def counts(session: AsyncSession, actor: Actor, at: Organisation) -> object:
    root = await service.read_root(session, actor, None)
    return await organisation_counts(session, actor, root)


async def dated_counts(session: AsyncSession, actor: Actor, at: Organisation) -> object:
    root = await service.read_root(session, actor, None)
    return await organisation_counts(session, actor, root, THEN)


async def move(session: AsyncSession, actor: Actor, at: Organisation) -> object:
    """A department's first general branch, with all below it, under the next department."""
    first, second = await _two(session, OrganisationKind.GENERAL_BRANCH, at)
    change = OrganisationChange(
        kind=ChangeKind.MOVE, organisation_id=first, effective_on=THEN, reason="",
        payload={"parent_id": str(second)},
    )  # fmt: skip
    return await apply_change(session, actor, change)


async def _two(
    session: AsyncSession, kind: OrganisationKind, at: Organisation
) -> tuple[object, object]:
    below = select(Organisation.id).where(Organisation.parent_id == at.id)
    above = select(Organisation.id).where(
        Organisation.parent_id == at.parent_id, Organisation.id != at.id
    )
    one = (await session.exec(below.order_by(col(Organisation.path)))).first()
    other = (await session.exec(above.order_by(col(Organisation.path)))).first()
    return one, other


WORK: tuple[tuple[str, bool, Work], ...] = (
    ("tree, two levels, from the root", True, tree),
    ("the same as of 2010", True, dated_tree),
    ("tree of a department, all levels (1,011)", True, department),
    ("the same as of 2010", True, dated_department),
    ("children of a department", True, children),
    ("page of 50", True, page),
    ("page of 50 by name, with the total", True, counted_page),
    ("search by initials, many found", True, search),
    ("search by initials, none found", True, rare_search),
    ("search by initials as of 2010", True, dated_search),
    ("counts by kind and level", True, counts),
    ("the same as of 2010", True, dated_counts),
    ("move of a general branch (101)", True, move),
    ("page of 50, department's clerk", False, page),
    ("search by initials, department's clerk", False, search),
)


async def measure(database: Database, work: Work, whole: bool) -> float:
    """The median of the repeats, in milliseconds; every run is rolled back."""
    taken: list[float] = []
    for _ in range(REPEATS):
        async with database.new_session() as session:
            await narrow(session, WHOLE_TREE)
            root = (await session.exec(select(Organisation).where(Organisation.depth == 0))).one()
            query = select(Organisation).where(Organisation.parent_id == root.id)
            at = (await session.exec(query.order_by(col(Organisation.position)))).first()
            assert at is not None
            actor = system_actor(root)
            if not whole:
                actor = replace(actor, organisation_id=at.id, path=at.path)
            await narrow(session, setting_of(actor))
            session.expunge_all()
            start = time.perf_counter()
            await work(session, actor, at)
            taken.append((time.perf_counter() - start) * 1000)
            await session.rollback()
    return statistics.median(taken)


async def create_database(server_url: str, name: str) -> None:
    """An empty database on the server."""
    url = make_url(server_url).set(drivername="postgresql")
    connection = await asyncpg.connect(url.render_as_string(hide_password=False))
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()


async def measure_all(url: str, total: int) -> list[float]:
    """All medians on a fresh tree."""
    await generate(url, total)
    database = Database(url, role=ROLE, pool_size=2)
    found = [await measure(database, work, whole) for _, whole, work in WORK]
    await database.close()
    return found


def main(sizes: tuple[int, ...]) -> None:
    with tempfile.TemporaryDirectory(prefix="gongwei-tree-") as folder:
        os.chmod(folder, 0o755)
        columns: list[list[float]] = []
        with EmbeddedPostgres(Path(folder), settings={"fsync": "off"}) as server:
            for size in sizes:
                name = f"tree_{size}"
                asyncio.run(create_database(server.url("postgres"), name))
                migrate(server.url(name), ROLE)
                columns.append(asyncio.run(measure_all(server.url(name), size)))
        print("| ms, median | " + " | ".join(f"{size:,}" for size in sizes) + " |")  # noqa: T201
        print("|---" * (len(sizes) + 1) + "|")  # noqa: T201
        for place, (label, _, _) in enumerate(WORK):
            figures = " | ".join(f"{column[place]:.1f}" for column in columns)
            print(f"| {label} | {figures} |")  # noqa: T201


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
