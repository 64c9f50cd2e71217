"""The program behind a real server on the loopback interface, with the seeded committee."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread

import pytest
import uvicorn

from architecture.committee import Seeded, seeded_committee
from conftest import ROLE
from gongwei.core.db import Database


@dataclass
class Served:
    """Where the server answers, and what it serves."""

    url: str
    seeded: Seeded


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Started once; what the tests write stays until the end."""
    with seeded_committee(tmp_path_factory.mktemp("data")) as seeded:
        seeded.app.state.database = Database(seeded.url, role=ROLE)
        config = uvicorn.Config(seeded.app, host="127.0.0.1", port=0, log_config=None)
        server = uvicorn.Server(config)
        thread = Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield Served(f"http://127.0.0.1:{port}", seeded)
        server.should_exit = True
        thread.join()
