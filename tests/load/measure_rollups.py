"""Sums of volunteer hours at 1,500, 15,000 and 150,000 organisations.

    PYTHONPATH=tests:tests/load python tests/load/measure_rollups.py [ORGANISATIONS ...]

Thirty-three entries of hours an organisation, so that 150,000 have five million, over two years.
Medians in milliseconds over HTTP inside the process, through the role that row-level security
binds; beside them the same sum taken from the rows. Starts a server of its own and prints a
Markdown table.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from generate_tree import connected, generate
from httpx import ASGITransport, AsyncClient
from measure_secretaries import OFFICER, SECRETARY, Page, measure, staff
from measure_tree import REPEATS, create_database

from conftest import DATA_KEY, ROLE, TOKEN_KEY
from gongwei.core import clock
from gongwei.core.config import load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate
from gongwei.main import create_app

SIZES = (1_500, 15_000, 150_000)
ENTRIES = 33
THIS_YEAR = f"from_month={clock.today().year}-01"
PAGES = (
    Page("a year by second-level organisation", OFFICER, "/volunteer-hours/summary",
         f"by=organisation&{THIS_YEAR}"),
    Page("a year by month", OFFICER, "/volunteer-hours/summary", f"by=month&{THIS_YEAR}"),
    Page("the same, a department's secretary", SECRETARY, "/volunteer-hours/summary",
         f"by=month&{THIS_YEAR}"),
    Page("page of 50 entries", OFFICER, "/volunteer-hours"),
    Page("the same, a department's secretary", SECRETARY, "/volunteer-hours"),
    Page("page of 50 organisations", OFFICER, "/organisations"),
    Page("one organisation, a department's secretary", SECRETARY, "/organisations/{own}"),
)  # fmt: skip

UNCHECKED = "SET session_replication_role = replica"
"""Foreign keys are not looked up one by one: each row is made from the one that it names."""
STAMPS = "1, now(), now()"
PEOPLE = f"""
INSERT INTO person (id, version, created_at, updated_at, organisation_id, name, name_pinyin,
    search_text)
SELECT gen_random_uuid(), {STAMPS}, id, '王伟', 'wang wei', '王伟|wangwei|ww' FROM organisation
"""
HOURS = f"""
INSERT INTO volunteer_hours (id, version, created_at, updated_at, organisation_id, person_id, kind,
    title, day, occurred_at, recorded_at, minutes, computed_minutes, flags, approval, reason, state)
SELECT gen_random_uuid(), {STAMPS}, p.organisation_id, p.id, 'late_entry', '社区服务',
    current_date - 20 * n, now() - make_interval(days => 20 * n), now(), 120, 120, '', 'own',
    '补录', 'verified'
FROM person p, generate_series(1, {ENTRIES}) n
"""
SUMS = f"""
WITH own AS (
    SELECT organisation_id, date_trunc('month', day)::date AS month, kind, sum(minutes) AS minutes,
        count(*) AS entries
    FROM volunteer_hours GROUP BY 1, 2, 3
)
INSERT INTO hours_sum (id, version, created_at, updated_at, organisation_id, month, kind, settled,
    minutes, entries)
SELECT gen_random_uuid(), {STAMPS}, above.id, own.month, own.kind, true, sum(own.minutes),
    sum(own.entries)
FROM own
JOIN organisation below ON below.id = own.organisation_id
CROSS JOIN LATERAL generate_series(6, length(below.path), 6) AS steps
JOIN organisation above ON above.path = left(below.path, steps)
GROUP BY above.id, own.month, own.kind
"""
FROM_ROWS = """
SELECT left(o.path, 12), sum(h.minutes) FROM volunteer_hours h
JOIN organisation o ON o.id = h.organisation_id
WHERE h.day >= date_trunc('year', current_date) AND h.state IN ('verified', 'adjusted')
GROUP BY 1
"""


async def fill(database_url: str, organisations: int) -> None:
    """A tree, a person an organisation, their hours, and the sums as the worker folds them."""
    await generate(database_url, organisations)
    connection = await connected(database_url)
    for statement in (UNCHECKED, PEOPLE, HOURS, "ANALYZE", SUMS, "VACUUM ANALYZE"):
        await connection.execute(statement)
    await connection.close()


async def from_rows(database_url: str) -> float:
    """The same sum without the summary, as the tables' owner."""
    connection = await connected(database_url)
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        await connection.fetch(FROM_ROWS)
        taken.append((time.perf_counter() - start) * 1000)
    await connection.close()
    return statistics.median(taken)


async def measure_all(url: str, organisations: int, folder: Path) -> list[float]:
    await fill(url, organisations)
    settings = load_settings(token_key=TOKEN_KEY, data_key=DATA_KEY, data_dir=folder, worker=False)
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))
    app = create_app(settings, url)
    async with app.state.database.new_session() as session:
        world = await staff(session)
    found: list[float] = []
    transport = ASGITransport(app=app)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        for page in PAGES:
            own: Any = world.assignments[page.who].organisation_id
            path = page.path.format(own=own)
            found.append(await measure(client, page, path, world.headers(page.who)))
    await app.state.database.close()
    return [*found, await from_rows(url)]


def main(sizes: tuple[int, ...]) -> None:
    columns: list[list[float]] = []
    with tempfile.TemporaryDirectory(prefix="gongwei-rollups-") as name:
        os.chmod(name, 0o755)
        with EmbeddedPostgres(Path(name), settings={"fsync": "off"}) as server:
            for size in sizes:
                database = f"rollups_{size}"
                asyncio.run(create_database(server.url("postgres"), database))
                migrate(server.url(database), ROLE)
                columns.append(asyncio.run(measure_all(server.url(database), size, Path(name))))
    heads = " | ".join(f"{size:,}" for size in sizes)
    print(f"| ms, median of {REPEATS}, by organisations | {heads} |")  # noqa: T201
    print("|---" * (len(sizes) + 1) + "|")  # noqa: T201
    labels = [page.label for page in PAGES] + ["a year by second-level organisation, from the rows"]
    for place, label in enumerate(labels):
        figures = " | ".join(f"{column[place]:.1f}" for column in columns)
        print(f"| {label} | {figures} |")  # noqa: T201


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
