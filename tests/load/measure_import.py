"""How long a roster of a whole city takes to import, beside a bare COPY of the same rows.

    PYTHONPATH=tests python tests/load/measure_import.py [MEMBERS]

Starts a server of its own in a temporary directory, imports 400 branches and then the roster over
HTTP as an officer does (upload, check, commit), and prints seconds and peak memory as a Markdown
table.
"""

import asyncio
import os
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from httpx import ASGITransport, AsyncClient
from sqlalchemy import make_url

from conftest import DATA_KEY, ROLE, TOKEN_KEY
from factories.office import (
    MEMBER_HEADS,
    ORGANISATION_HEADS,
    Office,
    identity_number,
    workbook,
)
from factories.world import build_world
from gongwei.core.config import load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import Database
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate
from gongwei.main import create_app

MEMBERS = 21_365
BRANCHES = 400
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉玉兰"
FIRST_BIRTH = date(1950, 1, 1)


def branch_rows() -> list[list[Any]]:
    return [
        [f"中共区第{n}局机关支部委员会", "党支部", "云屏区区直机关工作委员会",
         f"区第{n}局", None, "2001.07", "2006年7月1日"]
        for n in range(1, BRANCHES + 1)
    ]  # fmt: skip


def member_rows(total: int) -> list[list[Any]]:
    chance = random.Random(21)
    rows: list[list[Any]] = []
    for n in range(total):
        born = FIRST_BIRTH + timedelta(days=n % 18_000)
        order = 1 + n // 18_000 * 2
        name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
        rows.append(
            [name, "男", identity_number(f"{born:%Y%m%d}", order), f"{born:%Y.%m}", "2006年7月1日",
             f"中共区第{1 + n % BRANCHES}局机关支部委员会", None, f"139{n:08d}", "正式党员"]
        )  # fmt: skip
    return rows


def forget_peak() -> None:
    """Begin a new count of the most memory held (Linux)."""
    Path("/proc/self/clear_refs").write_text("5")


def memory() -> float:
    """The most that this process has held since, in MB (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


async def bare_copy(url: str, rows: list[list[Any]]) -> float:
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(address)
    columns = ", ".join(f"c{n} text" for n in range(len(MEMBER_HEADS)))
    await connection.execute(f"CREATE TEMP TABLE bare ({columns})")
    started = time.perf_counter()
    await connection.copy_records_to_table("bare", records=rows)
    taken = time.perf_counter() - started
    await connection.close()
    return taken


async def measure(url: str, folder: Path, total: int) -> list[tuple[str, float]]:
    settings = load_settings(
        token_key=TOKEN_KEY, data_key=DATA_KEY, data_dir=folder, worker=False, require_otp=False
    )
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))
    app = create_app(settings, url)
    database: Database = app.state.database
    world = await build_world(database)
    found: list[tuple[str, float]] = []
    async with AsyncClient(
        transport=ASGITransport(app), base_url="http://test", timeout=300
    ) as client:
        office = Office(client, database, settings, world)
        tree = workbook(ORGANISATION_HEADS, *branch_rows())
        imported = await office.checked("organisations", tree)
        await office.act(imported, "commit")
        rows = member_rows(total)
        file = workbook(MEMBER_HEADS, *rows)
        forget_peak()
        started = time.perf_counter()
        imported = await office.uploaded("members", file)
        found.append(("upload and recognise the columns", time.perf_counter() - started))
        for action in ("check", "commit"):
            begun = time.perf_counter()
            job = await office.act(imported, action)
            if job["state"] != "succeeded":
                sys.exit(f"{action}: {job}")
            found.append((action, time.perf_counter() - begun))
        found.append(("in all", time.perf_counter() - started))
        done = await office.get(f"/imports/{imported['id']}")
        if done["rows_new"] != total:
            sys.exit(f"only {done['rows_new']} of {total} rows were new")
        held = memory()
    found.append(("a bare COPY of the same rows", await bare_copy(url, rows)))
    found.append(("most memory held by the server, MB", held))
    await database.close()
    return found


def main(total: int) -> None:
    with tempfile.TemporaryDirectory(prefix="gongwei-import-") as name:
        os.chmod(name, 0o755)
        folder = Path(name)
        with EmbeddedPostgres(folder / "postgres") as server:
            url = server.url("postgres")
            migrate(url, ROLE)
            found = asyncio.run(measure(url, folder, total))
    print(f"| {total:,} members | seconds |")  # noqa: T201
    print("|---|---|")  # noqa: T201
    for label, figure in found:
        print(f"| {label} | {figure:.1f} |")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MEMBERS)
