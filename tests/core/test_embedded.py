"""The embedded PostgreSQL: it starts after whatever happened before, and leaves nothing behind."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import psutil
import pytest
from sqlalchemy import make_url

from gongwei.core.embedded import (
    TUNING,
    EmbeddedInUse,
    EmbeddedPostgres,
    system_postgres_15,
    wheel_binaries,
)
from gongwei.core.embedded_account import EmbeddedError

FAST = {"fsync": "off", "shared_buffers": "16MB"}
BINARIES = [wheel_binaries(), *filter(None, [system_postgres_15()])]

OWNER = """
import sys, time
from pathlib import Path
from gongwei.core.embedded import EmbeddedPostgres
with EmbeddedPostgres(Path(sys.argv[1]), settings={"fsync": "off", "shared_buffers": "16MB"}) as it:
    print(it.pid, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A directory whose parents every user may enter, unlike those that pytest makes."""
    with tempfile.TemporaryDirectory(prefix="gw") as name:
        Path(name).chmod(0o755)
        yield Path(name, "var")


@pytest.fixture(scope="module")
def template() -> Iterator[Path]:
    """A data directory with a cluster, copied by the tests that do not care how it was made."""
    with tempfile.TemporaryDirectory(prefix="gw") as name:
        Path(name).chmod(0o755)
        EmbeddedPostgres(Path(name, "var"), settings=FAST).__enter__().stop()
        yield Path(name, "var")


@pytest.fixture
def made(template: Path, data_dir: Path) -> Path:
    shutil.copytree(template, data_dir)
    made_by = (template / "postgres").stat()
    for path in [data_dir / "postgres", *(data_dir / "postgres").rglob("*")]:
        os.chown(path, made_by.st_uid, made_by.st_gid)
    return data_dir


async def ask(url: str, question: str) -> object:
    at = make_url(url)
    connection = await asyncpg.connect(
        host=at.query["host"], port=5432, user=at.username, database=at.database
    )
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


def processes_in(folder: Path) -> list[int]:
    """Every living process that works in a folder, the server's watcher included."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.cwd() == str(folder.resolve()):
                found.append(process.pid)
        except (psutil.Error, OSError):
            continue
    return found


def wait_until_empty(folder: Path) -> list[int]:
    deadline = time.monotonic() + 10
    while (left := processes_in(folder)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return left


def start_owner(data_dir: Path) -> tuple[subprocess.Popen[str], int]:
    order = [sys.executable, "-c", OWNER, str(data_dir)]
    owner = subprocess.Popen(order, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert owner.stdout is not None
    return owner, int(owner.stdout.readline())


@contextmanager
def stranger(cluster: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process of the server's account that has nothing to do with it."""
    runner = cluster.stat().st_uid if os.geteuid() == 0 else None
    with subprocess.Popen(["/bin/sleep", "60"], user=runner) as process:
        yield process
        process.kill()


@pytest.fixture
def owner(made: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Another process that owns the server of ``made``, and the server's process id."""
    process, server = start_owner(made)
    with process:
        yield process, server
        process.kill()


@pytest.mark.postgres15
@pytest.mark.parametrize("binaries", BINARIES, ids=lambda path: path.parent.name)
async def test_first_start_makes_a_utf8_database_that_the_second_start_finds_again(
    data_dir: Path, binaries: Path
) -> None:
    with EmbeddedPostgres(data_dir, settings=FAST, binaries=binaries) as server:
        await ask(server.url(), "CREATE TABLE kept AS SELECT '公委' AS word")
    with EmbeddedPostgres(data_dir, settings=FAST, binaries=binaries) as server:
        assert await ask(server.url(), "SELECT word FROM kept") == "公委"
        assert await ask(server.url(), "SELECT current_database()") == "gongwei"
        assert await ask(server.url(), "SHOW server_encoding") == "UTF8"
        assert await ask(server.url(), "SHOW timezone") == "UTC"
        assert await ask(server.url(), "SHOW max_connections") == "120"
        assert await ask(server.url(), "SHOW fsync") == "off"
        assert await ask(server.url(), "SELECT upper('é')") == "É"
        # By code point, whatever the machine's language: upper case before lower case.
        assert await ask(server.url(), "SELECT 'B' < 'a'") is True
    assert processes_in(data_dir / "postgres") == []


async def test_only_the_socket_listens_and_only_the_servers_account_reaches_it(made: Path) -> None:
    with EmbeddedPostgres(made, settings=FAST) as server:
        assert await ask(server.url(), "SHOW listen_addresses") == ""
        assert server.pid is not None
        listening = psutil.Process(server.pid).net_connections(kind="inet")
        assert listening == []
        assert stat.S_IMODE((made / "postgres").stat().st_mode) == 0o700


def test_durable_writes_are_the_default() -> None:
    assert TUNING.keys() & {"fsync", "synchronous_commit", "full_page_writes"} == set()


async def test_stop_leaves_no_process_and_frees_the_directory(made: Path) -> None:
    server = EmbeddedPostgres(made, settings=FAST)
    server.start()
    assert server.owner
    server.stop()
    assert not server.owner
    assert wait_until_empty(made / "postgres") == []
    assert not (made / "postgres" / "postmaster.pid").exists()
    server.start()
    assert await ask(server.url(), "SELECT 1") == 1
    server.stop()
    server.stop()


def test_server_ends_when_its_owner_is_killed(
    made: Path, owner: tuple[subprocess.Popen[str], int]
) -> None:
    process, server = owner
    assert psutil.pid_exists(server)
    process.kill()
    process.wait()
    assert wait_until_empty(made / "postgres") == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_server_ends_when_its_owner_is_asked_to_end(
    made: Path, owner: tuple[subprocess.Popen[str], int], number: signal.Signals
) -> None:
    process, _ = owner
    os.killpg(process.pid, number)
    process.wait()
    assert wait_until_empty(made / "postgres") == []


def test_interrupt_of_the_terminal_does_not_reach_the_server(
    owner: tuple[subprocess.Popen[str], int],
) -> None:
    process, server = owner
    assert os.getsid(server) != os.getsid(process.pid)


async def test_start_right_after_a_killed_owner_waits_for_its_server(
    made: Path, owner: tuple[subprocess.Popen[str], int]
) -> None:
    process, before = owner
    process.kill()
    process.wait()
    with EmbeddedPostgres(made, settings=FAST) as server:
        assert server.pid != before
        assert await ask(server.url(), "SELECT 1") == 1


async def test_start_ends_a_server_that_lost_its_owner_and_its_watcher(
    made: Path, owner: tuple[subprocess.Popen[str], int]
) -> None:
    process, orphan = owner
    for pid in processes_in(made / "postgres"):
        if psutil.Process(pid).name() == "sh":
            os.kill(pid, signal.SIGKILL)
    process.kill()
    process.wait()
    assert psutil.Process(orphan).name() == "postgres"
    with EmbeddedPostgres(made, settings=FAST) as server:
        assert not psutil.pid_exists(orphan)
        assert await ask(server.url(), "SELECT 1") == 1


async def test_start_recovers_what_a_killed_server_had_committed(made: Path) -> None:
    first = EmbeddedPostgres(made, settings=FAST)
    url = first.start()
    await ask(url, "CREATE TABLE kept AS SELECT 7 AS number")
    assert first.pid is not None
    os.kill(first.pid, signal.SIGKILL)
    first.stop()
    with EmbeddedPostgres(made, settings=FAST) as second:
        assert await ask(second.url(), "SELECT number FROM kept") == 7


async def test_start_ignores_lock_files_that_name_somebody_elses_process(made: Path) -> None:
    cluster = made / "postgres"
    # PostgreSQL only minds a process that its own account may signal.
    with stranger(cluster) as process:
        stale = f"{process.pid}\n{cluster}\n1700000000\n5432\n.\n\n  1 2\nready   \n"
        for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
            (cluster / name).write_text(stale)
        server = EmbeddedPostgres(made, settings=FAST)
        assert server.pid is None
        with server:
            assert await ask(server.url(), "SELECT 1") == 1
        assert process.poll() is None


def test_second_process_is_refused_with_the_owners_number(
    made: Path, owner: tuple[subprocess.Popen[str], int]
) -> None:
    with pytest.raises(EmbeddedInUse) as refused:
        EmbeddedPostgres(made, settings=FAST).start()
    assert str(refused.value) == (
        f"the embedded PostgreSQL in {made / 'postgres'} is in use by process {owner[0].pid}"
    )


def test_second_start_in_one_process_is_refused_and_the_first_goes_on(made: Path) -> None:
    with EmbeddedPostgres(made, settings=FAST) as first:
        with pytest.raises(EmbeddedInUse):
            EmbeddedPostgres(made, settings=FAST).start()
        with pytest.raises(EmbeddedInUse):
            first.start()
        assert first.pid is not None


async def test_second_process_that_attaches_uses_the_server_and_leaves_it_running(
    made: Path, owner: tuple[subprocess.Popen[str], int]
) -> None:
    with EmbeddedPostgres(made, attach=True) as guest:
        assert guest.owner is False
        assert guest.pid == owner[1]
        assert await ask(guest.url(), "SELECT 1") == 1
    assert guest.pid == owner[1]
    assert await ask(guest.url(), "SELECT 1") == 1


async def test_attaching_where_no_server_runs_starts_and_stops_one(made: Path) -> None:
    with EmbeddedPostgres(made, settings=FAST, attach=True) as server:
        assert server.owner is True
        assert await ask(server.url(), "SELECT 1") == 1
    assert wait_until_empty(made / "postgres") == []


def test_setting_that_the_server_refuses_is_named_in_the_error(made: Path) -> None:
    with pytest.raises(EmbeddedError, match='parameter "no_such_setting"'):
        EmbeddedPostgres(made, settings={"no_such_setting": "1"}).start()
    assert wait_until_empty(made / "postgres") == []
    EmbeddedPostgres(made, settings=FAST).__enter__().stop()


async def test_values_of_a_refused_row_stay_out_of_the_log(made: Path) -> None:
    with EmbeddedPostgres(made, settings=FAST) as server:
        await ask(server.url(), "CREATE TABLE person (number text PRIMARY KEY)")
        await ask(server.url(), "INSERT INTO person VALUES ('110101199003070011')")
        with pytest.raises(asyncpg.UniqueViolationError):
            await ask(server.url(), "INSERT INTO person VALUES ('110101199003070011')")
    log = (made / "postgres.log").read_text()
    assert "duplicate key" in log
    assert "110101199003070011" not in log
