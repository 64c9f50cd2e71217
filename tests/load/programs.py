"""Programs under load, each in processes of its own on the loopback address, ended by their id."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
TOKEN_KEY = "a-token-key-for-load-tests-that-is-long-enough"
DATA_KEY = "a-data-key-for-load-tests-that-is-long-enough!"
START_SECONDS = 60
END_SECONDS = 30


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


@dataclass
class Program:
    """A program on a port, which may end and start again. `pid` is its process while it runs."""

    order: Sequence[str]
    port: int
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait for its first answer."""
        log = Path(self.environment["GONGWEI_DATA_DIR"], f"program-{self.port}.log")
        with log.open("ab") as said:
            self.process = subprocess.Popen(
                [sys.executable, *self.order],
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self._wait()

    def end(self) -> None:
        """Ask it to end and wait until it has; kill it when it does not."""
        process, self.process = self.process, None
        if process is None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def __enter__(self) -> "Program":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process is not None and self.process.poll() is not None:
                raise RuntimeError(f"the program ended with {self.process.returncode}")
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
            except OSError:
                time.sleep(0.02)
            else:
                return
        raise RuntimeError("the program never answered")


def gongwei(database_url: str, data_dir: Path, workers: int = 1, **more: str) -> Program:
    """`gongwei serve` on this database."""
    port = free_port()
    environment = surroundings(database_url, port, data_dir, GONGWEI_WORKERS=str(workers), **more)
    return Program(("-m", "gongwei.cli", "serve"), port, environment)


def asgi(application: str, database_url: str, data_dir: Path) -> Program:
    """A program to compare with, under the same server."""
    port = free_port()
    order = ("-m", "uvicorn", application, "--port", str(port), "--log-level", "critical",
             "--no-access-log")  # fmt: skip
    return Program(order, port, surroundings(database_url, port, data_dir))
