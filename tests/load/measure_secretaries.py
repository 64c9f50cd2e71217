"""How long the pages about secretaries take with 72 and with 7,200 of them in office.

    PYTHONPATH=tests python tests/load/measure_secretaries.py [SECRETARIES ...]

Starts a server of its own in a temporary directory and prints a Markdown table of medians in
milliseconds, measured over HTTP inside the process, through the role that row-level security binds.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from generate_secretaries import generate_secretaries
from httpx import ASGITransport, AsyncClient
from measure_tree import REPEATS, create_database
from sqlalchemy import text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from conftest import DATA_KEY, ROLE, TOKEN_KEY
from factories.world import World, commit_unrecorded
from gongwei.access.models import Organisation, RoleAssignment, User
from gongwei.access.permissions import Role
from gongwei.access.sessions import SignInSession
from gongwei.core import clock
from gongwei.core.config import load_settings
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate
from gongwei.main import create_app

SIZES = (72, 7_200)
A_YEAR_AGO = clock.today() - timedelta(days=365)


@dataclass(frozen=True)
class Page:
    """What somebody opens: a path of the document with `{secretary_id}`, and what is asked."""

    label: str
    who: Role
    path: str
    asked: str = ""


OFFICER, LEADER = Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER
DEPARTMENT, SECRETARY = Role.DEPARTMENT_LEADER, Role.SECRETARY
PAGES = (
    Page("secretaries, page of 50", OFFICER, "/secretaries"),
    Page("the same, with the total", OFFICER, "/secretaries", "include_total=true"),
    Page("the same, by name", OFFICER, "/secretaries", "q=wang"),
    Page("the same, as of a year ago", OFFICER, "/secretaries", f"as_of={A_YEAR_AGO}"),
    Page("the same, department's leader", DEPARTMENT, "/secretaries"),
    Page("vacancies", OFFICER, "/secretaries/vacancies"),
    Page("the same, department's leader", DEPARTMENT, "/secretaries/vacancies"),
    Page("nominations on their way", OFFICER, "/nominations", "open=true"),
    Page("the same, by name", OFFICER, "/nominations", "open=true&sort=name"),
    Page("the same, department's leader", DEPARTMENT, "/nominations", "open=true"),
    Page("nominations, all", OFFICER, "/nominations"),
    Page("inspections", OFFICER, "/inspections"),
    Page("talks", OFFICER, "/talks"),
    Page("talks scheduled", OFFICER, "/talks", "state=scheduled"),
    Page("talks overdue", OFFICER, "/talks", "overdue=true"),
    Page("the same, department's leader", DEPARTMENT, "/talks", "overdue=true"),
    Page("tasks", OFFICER, "/tasks"),
    Page("tasks overdue", OFFICER, "/tasks", "overdue=true"),
    Page("tasks given", OFFICER, "/tasks", "mine=given"),
    Page("tasks to be verified", OFFICER, "/tasks", "mine=to_verify"),
    Page("tasks owed, department's secretary", SECRETARY, "/tasks", "mine=owed"),
    Page("home, committee's officer", OFFICER, "/me/home"),
    Page("home, committee's leader", LEADER, "/me/home"),
    Page("home, department's secretary", SECRETARY, "/me/home"),
    Page("one archive", OFFICER, "/secretaries/{secretary_id}/archive"),
    Page("the same, as of a year ago", OFFICER, "/secretaries/{secretary_id}/archive",
         f"as_of={A_YEAR_AGO}"),
)  # fmt: skip


async def staff(session: AsyncSession) -> World:
    """Somebody in each role: the committee's at the root, the others at its first department. The
    officer gave the tasks."""
    await narrow(session, WHOLE_TREE)
    world = World()
    root = (await session.exec(select(Organisation).where(Organisation.depth == 0))).one()
    below = select(Organisation).where(Organisation.parent_id == root.id)
    first = (await session.exec(below.order_by(col(Organisation.position)))).first()
    assert first is not None
    for role, at in ((OFFICER, root), (LEADER, root), (DEPARTMENT, first), (SECRETARY, first)):
        user = User(
            username=role, display_name=role, organisation_id=at.id, password_hash="!",
            otp_confirmed=True,
        )  # fmt: skip
        session.add(user)
        await session.flush()
        world.users[role] = user
        world.assignments[role] = RoleAssignment(user_id=user.id, role=role, organisation_id=at.id)
        world.sessions[role] = SignInSession(
            user_id=user.id, expires_at=clock.now() + timedelta(days=1)
        )
        session.add_all([world.assignments[role], world.sessions[role]])
    given = {"giver": world.users[OFFICER].id}
    await session.execute(text("UPDATE task SET given_by = :giver"), given)
    await commit_unrecorded(session)
    return world


async def measure(client: AsyncClient, page: Page, path: str, headers: dict[str, str]) -> float:
    """The median of the repeats, in milliseconds."""
    taken: list[float] = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        answer = await client.get(f"/api/v1{path}?{page.asked}", headers=headers)
        taken.append((time.perf_counter() - start) * 1000)
        assert answer.status_code == 200, (path, page.asked, answer.text)
    return statistics.median(taken)


async def measure_all(url: str, secretaries: int, folder: Path) -> list[float | None]:
    """All medians with so many secretaries; None for a path that the program does not have."""
    appointment = await generate_secretaries(url, secretaries)
    settings = load_settings(token_key=TOKEN_KEY, data_key=DATA_KEY, data_dir=folder, worker=False)
    configure_vault(Vault.from_key(settings.data_key, settings.crypto))
    app = create_app(settings, url)
    async with app.state.database.new_session() as session:
        world = await staff(session)
    transport = ASGITransport(app=app)
    found: list[float | None] = []
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        for page in PAGES:
            if f"/api/v1{page.path}" not in app.openapi()["paths"]:
                found.append(None)
                continue
            path = page.path.format(secretary_id=appointment)
            found.append(await measure(client, page, path, world.headers(page.who)))
    await app.state.database.close()
    return found


def main(sizes: tuple[int, ...]) -> None:
    with tempfile.TemporaryDirectory(prefix="gongwei-secretaries-") as name:
        os.chmod(name, 0o755)
        folder = Path(name)
        columns: list[list[float | None]] = []
        with EmbeddedPostgres(folder, settings={"fsync": "off"}) as server:
            for size in sizes:
                database = f"secretaries_{size}"
                asyncio.run(create_database(server.url("postgres"), database))
                migrate(server.url(database), ROLE)
                columns.append(asyncio.run(measure_all(server.url(database), size, folder)))
        heads = " | ".join(f"{size:,}" for size in sizes)
        print(f"| ms, median, by secretaries in office | {heads} |")  # noqa: T201
        print("|---" * (len(sizes) + 1) + "|")  # noqa: T201
        for place, page in enumerate(PAGES):
            taken = [column[place] for column in columns]
            figures = " | ".join("–" if one is None else f"{one:.1f}" for one in taken)
            print(f"| {page.label} | {figures} |")  # noqa: T201


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
