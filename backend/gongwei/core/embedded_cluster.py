"""The cluster of the embedded server on the disk, and the processes that work in it.

The owner holds the write end of a pipe. A watcher beside the server reads it and asks for a fast
shutdown when it closes, so the server ends with its owner, ``kill -9`` included. Both run in a
session of their own: a terminal's Ctrl-C reaches neither, and ends no server under its requests.
"""

import hashlib
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import psutil

from gongwei.core.embedded_account import Account, EmbeddedError, address, private_directory

SUPERUSER: Final = "postgres"
PORT: Final = "5432"
SOCKET: Final = f".s.PGSQL.{PORT}"
STOP_SECONDS: Final = 30.0
# sun_path holds 104 bytes on macOS and 108 on Linux, the final NUL included.
SOCKET_PATH_BYTES: Final = 103

# `$$` stays the process id of the outer shell, which becomes the server; the inner brackets make
# the watcher a child of init, because the server would wonder at a child that it did not start.
KEEPER: Final = """
exec 3<&0 </dev/null
( ( trap '' HUP TERM
    while read -r _ <&3; do :; done
    kill -INT $$ ) >/dev/null 2>&1 & )
exec "$@" 3<&-
"""

ENVIRONMENT: Final = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", "PGCONNECT_TIMEOUT": "10"}


class Cluster:
    """A database cluster in ``path``, run with ``settings``, reached through ``socket_dir``."""

    def __init__(self, path: Path, settings: Mapping[str, str]) -> None:
        self.path = path
        self.socket_dir = _socket_dir(path)
        self._settings = settings

    @property
    def pid(self) -> int | None:
        """The process id of the server that runs in this cluster."""
        recorded = self.state()[0]
        try:
            return recorded if recorded and self._is_here(psutil.Process(recorded)) else None
        except psutil.NoSuchProcess:
            return None

    def version(self) -> int | None:
        """The major version of PostgreSQL that made the cluster; none when it does not exist."""
        try:
            return int((self.path / "PG_VERSION").read_text())
        except FileNotFoundError:
            return None

    def state(self) -> tuple[int, str]:
        """Process id and state (starting, ready, stopping) as the server noted them; else 0, ""."""
        try:
            lines = (self.path / "postmaster.pid").read_text().splitlines()
            return int(lines[0]), lines[7].strip()
        except (FileNotFoundError, IndexError, ValueError):
            return 0, ""

    def create(self, binaries: Path, account: Account, version: int) -> int:
        """Make the cluster, in UTF-8 and sorted by code point; return ``version``."""
        # Made beside and renamed, so that an interrupted initdb is never taken for a cluster.
        fresh = self.path.with_name(f"{self.path.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        if account:
            os.chown(fresh, account["user"], account["group"])
        order = [str(binaries / "initdb"), "-D", address(fresh, account), "-U", SUPERUSER]
        order += ["--auth=trust", "--encoding=UTF8", "--no-instructions"]
        if version >= 17:
            order += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        else:
            order += ["--locale=C.UTF-8"]
        if self._settings.get("fsync") == "off":
            order.append("--no-sync")
        run(order, cwd=fresh, account=account)
        try:
            fresh.rename(self.path)
        except OSError as error:
            raise EmbeddedError(f"{self.path} holds something else than a cluster") from error
        return version

    def spawn(self, binaries: Path, account: Account, log: Path) -> subprocess.Popen[bytes]:
        """Start the server, tied to this process, its messages in ``log``; it is not ready yet."""
        here = self.socket_dir == self.path
        if not here:
            private_directory(self.socket_dir, account)
        settings = {
            **self._settings,
            "listen_addresses": "",
            "port": PORT,
            "unix_socket_directories": "." if here else str(self.socket_dir),
        }
        order = ["/bin/sh", "-c", KEEPER, "gongwei-postgres", str(binaries / "postgres")]
        order += ["-D", address(self.path, account)]
        order += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with suppress(FileNotFoundError):
            log.replace(log.with_name(f"{log.name}.1"))
        messages = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            return subprocess.Popen(  # noqa: S603 - our words, and "$@" is never parsed
                order,
                cwd=self.path,
                env=ENVIRONMENT,
                stdin=subprocess.PIPE,
                stdout=messages,
                stderr=messages,
                start_new_session=True,
                **account,
            )
        finally:
            os.close(messages)

    def sweep(self) -> None:
        """Remove what an earlier owner has left: processes, lock files, the socket.

        A lock file may name a process id that is somebody else's by now, and PostgreSQL would then
        refuse to start; processes are therefore recognised by their working directory.
        """
        socket = self.socket_dir / SOCKET
        left = [self.path / "postmaster.pid", socket, self.socket_dir / f"{SOCKET}.lock"]
        if not any(path.exists() for path in left):
            return
        recorded = self.state()[0]
        orphans = [process for process in psutil.process_iter() if self._is_here(process)]
        for process in orphans:
            if process.pid == recorded:
                with suppress(psutil.NoSuchProcess):
                    process.send_signal(signal.SIGINT)
        # Without their postmaster the others end by themselves.
        for process in psutil.wait_procs(orphans, timeout=STOP_SECONDS)[1]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(orphans, timeout=STOP_SECONDS)
        for path in left:
            path.unlink(missing_ok=True)

    def remove_socket_dir(self) -> None:
        """Remove the directory of the socket, when it is not the cluster itself."""
        if self.socket_dir != self.path:
            with suppress(OSError):
                self.socket_dir.rmdir()

    def _is_here(self, process: psutil.Process) -> bool:
        try:
            here = Path(process.cwd()).samefile(self.path)
            return here and process.name() == "postgres"
        except (psutil.Error, OSError):
            return False


def end(server: subprocess.Popen[bytes]) -> None:
    """Let go of a spawned server, which makes it shut down fast, and wait until it has ended."""
    if server.stdin is not None:
        server.stdin.close()
    for harder in (signal.SIGQUIT, signal.SIGKILL):
        try:
            server.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.send_signal(harder)
    server.wait()


def major_version(binaries: Path) -> int:
    """The major version of the programs in a directory: 18 of "postgres (PostgreSQL) 18.4"."""
    return int(run([binaries / "postgres", "--version"]).split()[2].split(".")[0])


def run(
    order: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    account: Account | None = None,
    stdin: str = "",
) -> str:
    """Run a program of PostgreSQL to its end and return what it wrote; raises ``EmbeddedError``."""
    try:
        done = subprocess.run(  # noqa: S603 - the callers write the words
            order,
            cwd=cwd,
            env=ENVIRONMENT,
            input=stdin,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=True,
            **(account or {}),
        )
    except subprocess.CalledProcessError as error:
        raise EmbeddedError(f"{Path(order[0]).name} failed: {error.stdout.strip()}") from error
    return done.stdout


def _socket_dir(cluster: Path) -> Path:
    # A comma would separate two hosts in the URL.
    if len(os.fsencode(cluster / SOCKET)) <= SOCKET_PATH_BYTES and "," not in str(cluster):
        return cluster
    # Its owner and mode are checked before it is used.
    return Path("/tmp", f"gongwei-{hashlib.sha256(os.fsencode(cluster)).hexdigest()[:16]}")  # noqa: S108
