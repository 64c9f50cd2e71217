"""The limited process in which workbooks are read: what it may use, and that it ends."""

import asyncio
import os
from pathlib import Path

import pytest

from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.reader import read_workbook
from gongwei.integrations.workbooks.refusals import WorkbookRefused


async def _code(path: Path, limits: Limits) -> str:
    with pytest.raises(WorkbookRefused) as refusal:
        await read_workbook(path, limits=limits)
    return refusal.value.code


@pytest.fixture
def others() -> set[str]:
    """Child processes that were there before the test, such as the tests' server."""
    return _child_processes()


def _child_processes() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


def _environment(process: str) -> bytes:
    return Path(f"/proc/{process}/environ").read_bytes()


async def test_more_memory_than_allowed_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(",".join(["长" * 50_000] * 190), "utf-8")

    assert await _code(path, Limits(memory=64 * 1024**2)) == "too_large"


async def test_more_processor_time_than_allowed_took_too_long(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("甲,乙,丙,丁\n" * 1_000_000, "utf-8")

    assert await _code(path, Limits(cpu_time=1, rows=10**9, cells=10**9)) == "took_too_long"


async def test_more_time_than_allowed_took_too_long_and_leaves_no_process(
    tmp_path: Path, others: set[str]
) -> None:
    path = tmp_path / "a.csv"
    os.mkfifo(path)

    assert await _code(path, Limits(time=0.5)) == "took_too_long"
    assert _child_processes() == others


async def test_a_cancelled_reading_leaves_no_process(tmp_path: Path, others: set[str]) -> None:
    path = tmp_path / "a.csv"
    os.mkfifo(path)
    reading = asyncio.create_task(read_workbook(path))
    # The pipe opens for writing when the process has begun to read.
    with await asyncio.to_thread(path.open, "wb"):
        assert len(_child_processes() - others) == 1
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
    assert _child_processes() == others


async def test_the_reading_process_gets_no_secrets_in_its_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others: set[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:secret@localhost/gongwei")
    path = tmp_path / "a.csv"
    os.mkfifo(path)
    reading = asyncio.create_task(read_workbook(path))
    with await asyncio.to_thread(path.open, "wb"):
        [process] = _child_processes() - others
        environment = _environment(process)
        reading.cancel()
        await asyncio.wait([reading])

    names = {line.partition(b"=")[0] for line in environment.split(b"\0") if line}
    assert names - {b"TMPDIR", b"TEMP", b"TMP"} == set()
