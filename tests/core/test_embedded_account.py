"""Where the embedded PostgreSQL may live: odd and private places work, and none is opened up."""

import asyncio
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from gongwei.core import embedded_account
from gongwei.core.embedded import EmbeddedPostgres, wheel_binaries
from gongwei.core.embedded_account import EmbeddedError

FAST = {"fsync": "off", "shared_buffers": "16MB"}


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A directory whose parents every user may enter, unlike those that pytest makes."""
    with tempfile.TemporaryDirectory(prefix="gw") as name:
        Path(name).chmod(0o755)
        yield Path(name, "var")


async def ask(url: str, question: str) -> object:
    at = make_url(url)
    connection = await asyncpg.connect(
        host=at.query["host"], port=5432, user=at.username, database=at.database
    )
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


async def test_start_after_an_interrupted_first_start_begins_again(data_dir: Path) -> None:
    half = data_dir / "postgres.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    with EmbeddedPostgres(data_dir, settings=FAST) as server:
        assert await ask(server.url(), "SELECT 1") == 1
    assert not half.exists()


async def test_private_parents_keep_their_permissions(data_dir: Path) -> None:
    private = data_dir.parent / "private"
    inner = private / "inner"
    inner.mkdir(parents=True)
    for path in (inner, private):
        path.chmod(0o700)
    watched = [private, inner, data_dir.parent, *data_dir.parent.parents]
    watched += [wheel_binaries(), *wheel_binaries().parents]
    before = [(path.stat().st_mode, path.stat().st_uid) for path in watched]
    with EmbeddedPostgres(inner / "var", settings=FAST) as server:
        assert await ask(server.url(), "SELECT 1") == 1
    assert [(path.stat().st_mode, path.stat().st_uid) for path in watched] == before
    assert (inner / "var" / "postgres" / "PG_VERSION").exists()


async def test_binaries_in_a_private_directory_are_run_without_opening_it(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = data_dir.parent / "private"
    private.mkdir(mode=0o700)
    monkeypatch.setattr(embedded_account, "COPIES", data_dir.parent / "copies")
    package = wheel_binaries().parent.parent
    shutil.copytree(wheel_binaries().parent, private / package.name / "pginstall18")
    libraries = f"{package.name}.libs"
    shutil.copytree(package.parent / libraries, private / libraries)
    binaries = private / package.name / "pginstall18" / "bin"
    with EmbeddedPostgres(data_dir, settings=FAST, binaries=binaries) as server:
        assert await ask(server.url(), "SELECT 1") == 1
        assert server.binaries == binaries
    assert stat.S_IMODE(private.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["x" * 90, "a,b %20 c"])
def test_directory_that_a_socket_or_url_cannot_name_works(data_dir: Path, name: str) -> None:
    with EmbeddedPostgres(data_dir / name, settings=FAST) as server:
        assert asyncio.run(ask(server.url(), "SELECT 1")) == 1
        place = Path(str(make_url(server.url()).query["host"]))
        assert place.parent == Path("/tmp")
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert not place.exists()


def test_socket_directory_that_others_may_enter_is_refused(data_dir: Path) -> None:
    server = EmbeddedPostgres(data_dir / ("x" * 90), settings=FAST)
    place = Path(str(make_url(server.url()).query["host"]))
    place.mkdir()
    place.chmod(0o755)
    try:
        with pytest.raises(EmbeddedError, match="is not a private directory"):
            server.start()
    finally:
        place.rmdir()


def test_cluster_of_another_version_is_refused_by_name(data_dir: Path) -> None:
    (data_dir / "postgres").mkdir(parents=True)
    (data_dir / "postgres" / "PG_VERSION").write_text("14\n")
    with pytest.raises(EmbeddedError, match="was made by PostgreSQL 14 and this is 18"):
        EmbeddedPostgres(data_dir, settings=FAST).start()


def test_foreign_files_in_the_place_of_the_cluster_are_kept(data_dir: Path) -> None:
    (data_dir / "postgres").mkdir(parents=True)
    (data_dir / "postgres" / "letter.txt").write_text("keep")
    with pytest.raises(EmbeddedError, match="holds something else than a cluster"):
        EmbeddedPostgres(data_dir, settings=FAST).start()
    assert (data_dir / "postgres" / "letter.txt").read_text() == "keep"
