"""A supervisor that is killed leaves nothing behind that listens."""

import os
import signal
from pathlib import Path

import psutil
import pytest
from disturbing import workers_of
from programs import gongwei
from scratch import ROLE

from gongwei.core.embedded import EmbeddedPostgres
from gongwei.core.migrations import migrate

END_SECONDS = 20
"""Requests in flight may take half of it."""


def test_workers_end_with_their_supervisor_and_a_new_start_listens(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder: Path = tmp_path_factory.mktemp("supervisor")
    os.chmod(folder, 0o755)
    with EmbeddedPostgres(folder) as server:
        url = server.url()
        migrate(url, ROLE)
        with gongwei(url, folder, workers=2) as program:
            workers = workers_of(program.pid)
            assert len(workers) == 2
            os.kill(program.pid, signal.SIGKILL)
            _, living = psutil.wait_procs(workers, timeout=END_SECONDS)
            assert living == []
            program.end()
            program.start()
            assert workers_of(program.pid) != []
