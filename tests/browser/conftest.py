"""Chromium against a running server: an empty installation, or the demonstration, each with its
own database.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from conftest import DATA_KEY, TOKEN_KEY, database_url, run_as_owner
from gongwei.commands.serving import demo_secrets
from gongwei.core.crypto import Vault, configure_vault

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "frontend" / "dist"
PASSWORD = "Yunping#7302-browser"
COMMITTEE = "云屏区区直机关工作委员会"
HOW_TO_INSTALL = "Chromium is missing: apt-get install -y chromium fonts-noto-cjk"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
START_SECONDS = 480
PATIENCE = 30_000
"""Milliseconds to wait for what a page should show or let one press; a busy machine is slow."""
expect.set_options(timeout=PATIENCE)


@dataclass
class Server:
    """A running program: where it listens, and the environment that it was started with."""

    address: str
    environment: dict[str, str]

    def command(self, *arguments: str) -> str:
        """Run a command of the program on the same database."""
        done = subprocess.run(
            [sys.executable, "-m", "gongwei.cli", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers and ends them, and only them, at the end of the run."""
    running: list[tuple[subprocess.Popen[bytes], str]] = []

    def begin(command: str, before: tuple[str, ...] = ()) -> Server:
        assert PAGES.is_dir(), "the pages are not built: make test builds them"
        name = f"browser_{len(running)}_{os.getpid()}"
        run_as_owner(f"CREATE DATABASE {name}")
        port = _free_port()
        folder = tmp_path_factory.mktemp(name)
        environment = {
            **os.environ,
            "DATABASE_URL": database_url(name).replace("+asyncpg", ""),
            "GONGWEI_PORT": str(port),
            "GONGWEI_DATA_DIR": str(folder),
            "GONGWEI_STATIC_DIR": str(PAGES),
            "GONGWEI_TOKEN_KEY": TOKEN_KEY,
            "GONGWEI_DATA_KEY": DATA_KEY,
        }
        server = Server(f"http://127.0.0.1:{port}", environment)
        if before:
            server.command(*before)
        with (folder / "server.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "gongwei.cli", command],
                env=environment,
                stdout=log,
                stderr=log,
            )
        running.append((process, name))
        _wait(server, process, folder / "server.log")
        return server

    yield begin
    for process, name in running:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        run_as_owner(f"DROP DATABASE {name} WITH (FORCE)")


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            if httpx.get(f"{server.address}/readyz", timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()[-2000:]}")


@pytest.fixture(scope="session")
def demonstration(start: Callable[..., Server]) -> Server:
    """The demonstration with the district case."""
    return start("demo")


@pytest.fixture(scope="module")
def keys(demonstration: Server) -> Iterator[None]:
    """What the demonstration sealed is read here, with the key that it keeps."""
    kept = demo_secrets(Path(demonstration.environment["GONGWEI_DATA_DIR"]))
    configure_vault(Vault.from_key(kept["data_key"]))
    yield
    configure_vault(Vault.from_key(DATA_KEY))


def how_to_start(*arguments: str) -> dict[str, Any]:
    """How Chromium of the system is started, with `arguments` besides those that every test
    needs.
    """
    executable = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
    if executable is None:
        pytest.fail(HOW_TO_INSTALL)
    needed = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
    return {"executable_path": executable, "args": [*needed, *arguments]}


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """Chromium of the system, started with `arguments` besides those that every test needs."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**how_to_start(*arguments))
        yield started
        started.close()


def settings_of(
    server: Server, size: dict[str, int] | None = None, language: str = "zh-CN"
) -> dict[str, Any]:
    """A window on a server's pages, somewhere in China."""
    return {
        "base_url": server.address,
        "viewport": size or DESKTOP,
        "locale": language,
        "timezone_id": "Asia/Shanghai",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium of the system; ended with its file, as its driver keeps an event loop running."""
    with chromium() as started:
        yield started


def _policy_breach(said: ConsoleMessage) -> list[str]:
    return [said.text] if "Content Security Policy" in said.text else []


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a context of its own; a script error or a broken policy fails the
    test.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def begin(server: Server, size: dict[str, int] | None = None, language: str = "zh-CN") -> Page:
        context = browser.new_context(**settings_of(server, size, language))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.extend(_policy_breach(said)))
        return page

    yield begin
    for context in contexts:
        context.close()
    assert faults == []
