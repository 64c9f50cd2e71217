"""Programs under load, each in processes of its own on the loopback address, ended by their id."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
TOKEN_KEY = "a-token-key-for-load-tests-that-is-long-enough"
DATA_KEY = "a-data-key-for-load-tests-that-is-long-enough!"
START_SECONDS = 60


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def surroundings(database_url: str, port: int, data_dir: Path, **more: str) -> dict[str, str]:
    """The environment of a program on this database."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GONGWEI_", "DATABASE_"))}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path]),
        "GONGWEI_TOKEN_KEY": TOKEN_KEY,
        "GONGWEI_DATA_KEY": DATA_KEY,
        "GONGWEI_DATA_DIR": str(data_dir),
        "GONGWEI_PORT": str(port),
        "DATABASE_URL": database_url,
        **more,
    }


@contextmanager
def running(order: Sequence[str], port: int, environment: dict[str, str]) -> Iterator[int]:
    """A program from its first answer on; answers the id of its process."""
    program = subprocess.Popen(
        [sys.executable, *order],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until_it_answers(port, program)
        yield program.pid
    finally:
        program.send_signal(signal.SIGTERM)
        try:
            program.wait(30)
        except subprocess.TimeoutExpired:
            program.kill()


def wait_until_it_answers(port: int, program: subprocess.Popen[bytes] | None = None) -> float:
    """Seconds until something listens there. Raises RuntimeError when it ends, or never does."""
    start = time.monotonic()
    while time.monotonic() - start < START_SECONDS:
        if program is not None and program.poll() is not None:
            raise RuntimeError(f"the program ended with {program.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.02)
        else:
            return time.monotonic() - start
    raise RuntimeError("the program never answered")


@contextmanager
def gongwei(
    database_url: str, data_dir: Path, workers: int = 1, **more: str
) -> Iterator[tuple[int, int]]:
    """`gongwei serve`; answers its port and the id of its process."""
    port = free_port()
    environment = surroundings(database_url, port, data_dir, GONGWEI_WORKERS=str(workers), **more)
    with running(["-m", "gongwei.cli", "serve"], port, environment) as pid:
        yield port, pid


@contextmanager
def asgi(application: str, database_url: str, data_dir: Path) -> Iterator[int]:
    """A program to compare with, under the same server; answers its port."""
    port = free_port()
    order = ["-m", "uvicorn", application, "--port", str(port), "--log-level", "critical",
             "--no-access-log"]  # fmt: skip
    with running(order, port, surroundings(database_url, port, data_dir)):
        yield port
