"""The program as an operator starts and ends it: in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil
import pytest

from conftest import database_url
from gongwei.commands import serving
from gongwei.commands.serving import refuse_old_server
from gongwei.core.config import SettingsRefused, load_settings
from gongwei.core.embedded import wheel_binaries

KEYS = {"GONGWEI_TOKEN_KEY": "t" * 40, "GONGWEI_DATA_KEY": "d" * 40}
SERVE = [sys.executable, "-m", "gongwei.cli", "serve"]


def surroundings(data_dir: Path, port: int, **more: str) -> dict[str, str]:
    """The environment of a program with settings of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GONGWEI_", "DATABASE_"))}
    own = {"GONGWEI_DATA_DIR": str(data_dir), "GONGWEI_PORT": str(port)}
    return {**kept, **KEYS, **own, **more}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def refused(environment: dict[str, str]) -> str:
    """What a start that is refused says."""
    done = subprocess.run(
        SERVE, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    return done.stderr


def test_a_database_that_nobody_answers_for_is_named(tmp_path: Path) -> None:
    address = f"postgresql://somebody:short-secret@127.0.0.1:{free_port()}/gongwei"
    said = refused(surroundings(tmp_path, free_port(), DATABASE_URL=address))
    expected = "DATABASE_URL: the database cannot be reached (ConnectionRefusedError)"
    assert said == f"gongwei: {expected}\n"


@pytest.mark.parametrize(
    ("version", "found"),
    [(140011, "14.11"), (149999, "14.9999"), (100023, "10.23"), (90624, "9.6.24")],
)
def test_an_old_server_is_refused_with_its_version(version: int, found: str) -> None:
    with pytest.raises(SettingsRefused) as refusal:
        refuse_old_server(version)
    said = f"DATABASE_URL: PostgreSQL 15 or newer is needed, and this is {found}"
    assert str(refusal.value) == said


@pytest.mark.parametrize("version", [150000, 150014, 180004])
def test_a_server_of_fifteen_or_newer_is_taken(version: int) -> None:
    refuse_old_server(version)


def test_the_start_asks_the_server_itself_for_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load_settings(
        token_key="t" * 40, data_key="d" * 40, data_dir=tmp_path,
        database_url=database_url("postgres").replace("+asyncpg", ""),
    )  # fmt: skip
    monkeypatch.setattr(serving, "OLDEST_POSTGRES", 99)
    with pytest.raises(SettingsRefused) as refusal, serving.opened_database(settings):
        pass
    asked = subprocess.run(
        [wheel_binaries() / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    said = f"PostgreSQL 99 or newer is needed, and this is {asked.stdout.split()[2]}"
    assert str(refusal.value) == f"DATABASE_URL: {said}"


def test_a_port_in_use_is_named_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = refused(surroundings(tmp_path / "var", taken.getsockname()[1]))
    expected = "gongwei: GONGWEI_HOST, GONGWEI_PORT: cannot listen there (Address already in use"
    assert said.startswith(expected)
    assert said.count("\n") == 1
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_embedded_server_has_stopped_before_the_program(
    tmp_path_factory: pytest.TempPathFactory, number: signal.Signals
) -> None:
    data_dir, port = tmp_path_factory.mktemp("var"), free_port()
    environment = surroundings(data_dir, port)
    with subprocess.Popen(SERVE, env=environment) as program:
        try:
            wait_until_ready(port)
            assert (data_dir / "postgres" / "postmaster.pid").exists()
        finally:
            program.send_signal(number)
        assert program.wait(30) == 128 + number
    assert not (data_dir / "postgres" / "postmaster.pid").exists()


def test_a_worker_that_is_killed_is_replaced(tmp_path_factory: pytest.TempPathFactory) -> None:
    data_dir, port = tmp_path_factory.mktemp("var"), free_port()
    environment = surroundings(data_dir, port, GONGWEI_WORKERS="2")
    with subprocess.Popen(SERVE, env=environment, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == f"Gongwei: http://127.0.0.1:{port}\n"
            before = workers_of(program.pid)
            assert len(before) == 2
            before[0].kill()
            after = replaced(program.pid, before)
            assert before[1] in after
            assert httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 200
        finally:
            program.send_signal(signal.SIGTERM)
        program.wait(30)
    assert not any(worker.is_running() for worker in after)
    assert not (data_dir / "postgres" / "postmaster.pid").exists()


def workers_of(pid: int) -> list[psutil.Process]:
    """The processes that serve, beside the database's."""
    children = psutil.Process(pid).children()
    living = [child for child in children if child.status() != psutil.STATUS_ZOMBIE]
    return [child for child in living if "spawn_main" in " ".join(child.cmdline())]


def replaced(pid: int, before: list[psutil.Process]) -> list[psutil.Process]:
    """The workers once there are two again, one of them new."""
    for _ in range(300):
        now = workers_of(pid)
        if len(now) == 2 and before[0] not in now:
            return now
        time.sleep(0.1)
    raise AssertionError("the worker was not replaced")


def wait_until_ready(port: int) -> None:
    for _ in range(900):
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("the program never answered")
