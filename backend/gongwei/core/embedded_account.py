"""The account under which the embedded PostgreSQL runs, and how it reaches its files.

PostgreSQL refuses to run as root. When the program does, the server changes to an unprivileged
account: the owner of an existing cluster, else the first that exists of ``gongwei``, ``postgres``,
``nobody``. No account is made and no permission outside the data directory is changed for it:

* When that account cannot reach the cluster (a data directory below ``/root``), the server is put
  in it before the change of account and addresses it as ``/proc/self/cwd``; without ``/proc`` the
  start is refused with a line that says so.
* When it cannot reach the binaries, they are copied once to ``/var/lib/gongwei`` (40 MB).
* When the socket's path would be longer than the system allows, the socket lies in a private
  directory in ``/tmp``, removed at the stop.
"""

import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path
from typing import Final, TypedDict

ACCOUNTS: Final = ("gongwei", "postgres", "nobody")
COPIES: Final = Path("/var/lib/gongwei")
WORKING_DIRECTORY: Final = Path("/proc/self/cwd")


class EmbeddedError(RuntimeError):
    """The embedded server cannot start; the message is one line for the operator."""


class Account(TypedDict, total=False):
    """Arguments of ``subprocess`` that change to an account; empty for one's own."""

    user: int
    group: int
    extra_groups: list[int]


def account_for(cluster: Path) -> Account:
    """The account that runs the server of a cluster, whether or not it exists yet.

    Raises ``EmbeddedError`` when the cluster belongs to somebody else, or when root finds no
    unprivileged account.
    """
    me = os.geteuid()
    made = cluster.stat() if (cluster / "PG_VERSION").exists() else None
    if me != 0:
        if made is not None and made.st_uid != me:
            raise EmbeddedError(f"{cluster} belongs to another user (uid {made.st_uid})")
        return {}
    if made is not None:
        return {"user": made.st_uid, "group": made.st_gid, "extra_groups": []}
    for name in ACCOUNTS:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise EmbeddedError(
        f"PostgreSQL does not run as root and there is no account {' or '.join(ACCOUNTS)}: "
        "make one, run as another user, or set DATABASE_URL"
    )


def address(cluster: Path, account: Account) -> str:
    """How a server that is started inside ``cluster`` under ``account`` must call it."""
    if _reaches(account, cluster):
        return str(cluster)
    if WORKING_DIRECTORY.exists():
        return str(WORKING_DIRECTORY)
    raise EmbeddedError(
        f"the account that runs PostgreSQL (uid {account['user']}) cannot reach {cluster}: "
        "set GONGWEI_DATA_DIR to a directory whose parents every user may enter"
    )


def reachable(binaries: Path, account: Account) -> Path:
    """``binaries``, or a copy of them that ``account`` can run."""
    if _reaches(account, binaries / "postgres"):
        return binaries
    prefix = binaries.resolve().parent
    # Programs find their libraries relative to themselves, so the copy keeps the wheel's layout.
    root = prefix.parent.parent
    copy = COPIES / f"postgresql-{hashlib.sha256(os.fsencode(prefix)).hexdigest()[:16]}"
    program = (prefix / "bin" / "postgres").stat()
    version = f"{program.st_size} {program.st_mtime_ns}"
    stamp = copy / "copied"
    if not stamp.exists() or stamp.read_text() != version:
        _copy(root, prefix, copy)
        stamp.write_text(version)
    return copy / prefix.relative_to(root) / "bin"


def private_directory(path: Path, account: Account) -> None:
    """Make ``path`` with mode 0700 for ``account``; raises when it is somebody else's."""
    owner, group = account.get("user", os.geteuid()), account.get("group", os.getegid())
    path.mkdir(mode=0o700, exist_ok=True)
    found = path.lstat()
    if found.st_uid not in {owner, os.geteuid()} or stat.S_IMODE(found.st_mode) != 0o700:
        raise EmbeddedError(f"{path} is not a private directory of uid {owner}")
    os.chown(path, owner, group, follow_symlinks=False)


def _reaches(account: Account, path: Path) -> bool:
    if not account:
        return True
    order = ["/bin/sh", "-c", 'test -r "$1" && test -x "$1"', "sh", str(path)]
    tried = subprocess.run(order, cwd="/", check=False, **account)  # noqa: S603 - a path, quoted
    return tried.returncode == 0


def _copy(root: Path, prefix: Path, copy: Path) -> None:
    COPIES.mkdir(mode=0o755, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=COPIES) as name:
        fresh = Path(name, "copy")
        shutil.copytree(prefix, fresh / prefix.relative_to(root))
        for libraries in root.glob("*.libs"):
            shutil.copytree(libraries, fresh / libraries.name)
        for path in [fresh, *fresh.rglob("*")]:
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
        shutil.rmtree(copy, ignore_errors=True)
        fresh.rename(copy)
