"""What planning every statement for its own values costs, against plans that are kept.

    PYTHONPATH=tests python tests/load/measure_plans.py [SECRETARIES]

Takes three statements from the program itself: who calls, a task that is written, and a page of
secretaries. Runs each prepared, many times, with `plan_cache_mode` at `force_generic_plan` and at
`force_custom_plan`, through the role that row-level security binds, and prints a Markdown table of
medians in milliseconds.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import asyncpg
from generate_secretaries import generate_secretaries
from httpx import ASGITransport, AsyncClient
from measure_secretaries import OFFICER, staff
from measure_tree import create_database
from sqlalchemy import event, make_url

from conftest import DATA_KEY, ROLE, TOKEN_KEY
from factories.world import World
from gongwei.core import clock
from gongwei.core.config import load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import SCOPE_SETTING, WHOLE_TREE
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate
from gongwei.main import create_app

REPEATS = 400
MODES = ("force_generic_plan", "force_custom_plan")
STATEMENTS = {
    "who calls (4 tables by key)": "FROM user_account JOIN sign_in_session",
    "a task is written": "INSERT INTO task",
    "page of 50 secretaries": "FROM appointment LEFT OUTER JOIN organisation",
}
Statement = tuple[str, tuple[Any, ...]]


async def statements(app: Any, world: World) -> dict[str, Statement]:
    """The statements as the program sends them, with their values."""
    sent: list[Statement] = []

    def note(_c: Any, _cursor: Any, text: str, values: Any, _x: Any, many: bool) -> None:
        sent.append((text, tuple(values[0] if many else values)))

    event.listen(app.state.database.engine.sync_engine, "before_cursor_execute", note)
    headers = world.headers(OFFICER)
    place = str(world.users[OFFICER].organisation_id)
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://test") as client:
        assert (await client.get("/api/v1/secretaries", headers=headers)).status_code == 200
        task = {"organisation_id": place, "title": "补齐会议记录", "due_on": str(clock.today())}
        answer = await client.post("/api/v1/tasks", json=task, headers=headers)
        assert answer.status_code == 201, answer.text
    return {
        label: next(one for one in sent if part in one[0]) for label, part in STATEMENTS.items()
    }


async def measure(connection: Any, mode: str, statement: Statement) -> float:
    """The median of the repeats, in milliseconds; what is written is undone."""
    text, values = statement
    await connection.execute(f"SET plan_cache_mode = {mode}")
    prepared = await connection.prepare(text)
    taken: list[float] = []
    for _ in range(REPEATS):
        undone = connection.transaction()
        await undone.start()
        await connection.execute(f"SELECT set_config('{SCOPE_SETTING}', '{WHOLE_TREE}', true)")
        if text.startswith("INSERT"):
            await connection.execute("DELETE FROM task WHERE id = $1", task_id(statement))
        start = time.perf_counter()
        await prepared.fetch(*values)
        taken.append((time.perf_counter() - start) * 1000)
        await undone.rollback()
    return statistics.median(taken)


def task_id(statement: Statement) -> Any:
    """The key of the task that the statement writes."""
    text, values = statement
    columns = text.partition("(")[2].partition(")")[0].split(", ")
    return values[columns.index("id")]


async def measure_all(url: str, secretaries: int, folder: Path) -> dict[str, list[float]]:
    """For each statement the medians by mode."""
    await generate_secretaries(url, secretaries)
    settings = load_settings(token_key=TOKEN_KEY, data_key=DATA_KEY, data_dir=folder, worker=False)
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))
    app = create_app(settings, url)
    async with app.state.database.new_session() as session:
        world = await staff(session)
    found = await statements(app, world)
    await app.state.database.close()
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(plain, server_settings={"role": ROLE})
    taken = {
        label: [await measure(connection, mode, statement) for mode in MODES]
        for label, statement in found.items()
    }
    await connection.close()
    return taken


def main(secretaries: int) -> None:
    with tempfile.TemporaryDirectory(prefix="gongwei-plans-") as name:
        os.chmod(name, 0o755)
        folder = Path(name)
        with EmbeddedPostgres(folder, settings={"fsync": "off"}) as server:
            asyncio.run(create_database(server.url("postgres"), "plans"))
            migrate(server.url("plans"), ROLE)
            taken = asyncio.run(measure_all(server.url("plans"), secretaries, folder))
    print("| ms, median | plan kept | planned each time | more |")  # noqa: T201
    print("|---|---|---|---|")  # noqa: T201
    for label, (kept, each) in taken.items():
        print(f"| {label} | {kept:.2f} | {each:.2f} | {each - kept:+.2f} |")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7_200)
