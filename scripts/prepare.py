"""Install and build what `make run` or `make test` needs, and nothing that is there already.

    python3 scripts/prepare.py run|test|lock

Each part keeps a stamp with a hash of everything it was made from; an equal stamp skips the part.
Only the standard library is used, because this runs before anything is installed.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
FRONTEND = ROOT / "frontend"
NOT_BUILT_FROM = ("node_modules", "dist", "tests")


class Part(NamedTuple):
    """Something to install or build: ``make`` runs unless ``stamp`` holds the current ``key``."""

    title: str
    stamp: Path
    key: Callable[[], str]
    make: Callable[[], None]


def main() -> None:
    """Bring every part of the goal up to date; exit with one line when the machine lacks a tool."""
    goal = sys.argv[1] if len(sys.argv) == 2 else ""
    if goal not in ("run", "test", "lock"):
        sys.exit("usage: prepare.py run|test|lock")
    require_node()
    os.chdir(ROOT)
    bring(python_packages("run" if goal == "run" else "test"))
    # New locks are wanted when the present ones no longer fit, so nothing is installed from them.
    if goal != "lock":
        bring(node_packages())
        bring(frontend_builds())


def bring(part: Part) -> None:
    """Make a part when its stamp does not hold its key. A part that fails leaves no stamp."""
    if part.stamp.exists() and part.stamp.read_text() == part.key():
        return
    print(f"{part.title} …", flush=True)
    part.stamp.unlink(missing_ok=True)
    part.make()
    # Taken again, because a build writes generated sources among its inputs.
    part.stamp.write_text(part.key())


def python_packages(goal: str) -> Part:
    """The virtual environment with the locked packages and this product, importable in place."""
    lock = ROOT / ("requirements.lock" if goal == "run" else "requirements-dev.lock")
    version = ".".join(str(part) for part in sys.version_info[:3])
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]

    def install() -> None:
        if not environment_fits(version):
            call([sys.executable, "-m", "venv", "--clear", str(VENV)])
        call([*pip, "--require-hashes", "-r", str(lock)])
        call([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])

    def key() -> str:
        return digest([lock, ROOT / "pyproject.toml"], version, str(ROOT))

    return Part("Installing the Python packages", VENV / f"stamp-{goal}", key, install)


def environment_fits(version: str) -> bool:
    """Whether there is an environment of this very Python, made at this very place."""
    made = VENV / "pyvenv.cfg"
    if not (PYTHON.exists() and made.exists()):
        return False
    lines = made.read_text().splitlines()
    there = [line for line in lines if line.startswith("command = ")]
    return f"version = {version}" in lines and all(line.endswith(f" {VENV}") for line in there)


def node_packages() -> Part:
    """The locked packages of the front end."""
    inputs = [FRONTEND / "package.json", FRONTEND / "package-lock.json"]
    return Part(
        "Installing the front-end packages",
        FRONTEND / "node_modules" / ".stamp",
        lambda: digest(inputs, str(FRONTEND)),
        lambda: call(["npm", "ci", "--no-audit", "--no-fund", "--no-update-notifier"], FRONTEND),
    )


def frontend_builds() -> Part:
    """The desk and the phone page."""

    def key() -> str:
        return digest(built_from(FRONTEND))

    def build() -> None:
        call(["npm", "run", "--silent", "build"], FRONTEND)

    return Part("Building the front end", FRONTEND / "dist" / ".stamp", key, build)


def built_from(folder: Path) -> Iterable[Path]:
    """Every file of the front end that may reach a build."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix != ".tsbuildinfo":
            yield path
        elif path.is_dir() and path.name not in NOT_BUILT_FROM:
            yield from (file for file in sorted(path.rglob("*")) if file.is_file())


def digest(paths: Iterable[Path], *words: str) -> str:
    """A hash of the files' names and contents and of the words."""
    total = hashlib.sha256()
    for part in [*words, *(f"{path.relative_to(ROOT)} {content(path)}" for path in paths)]:
        total.update(f"{part}\n".encode())
    return total.hexdigest()


def content(path: Path) -> str:
    """A hash of one file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def call(order: list[str], folder: Path = ROOT) -> None:
    """Run a program; end with its exit code when it fails."""
    code = subprocess.run(order, cwd=folder, check=False).returncode
    if code != 0:
        sys.exit(f"failed: {' '.join(order)}")


def require_node() -> None:
    """End with one line when Node 20 or newer is missing."""
    try:
        answer = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        sys.exit("Node 20 or newer is needed and `node` was not found")
    if int(answer.stdout.strip().lstrip("v").split(".")[0]) < 20:
        sys.exit(f"Node 20 or newer is needed, this is {answer.stdout.strip()}")


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - the whole point is to say so
        sys.exit("Python 3.11 or newer is needed; name one with `make PYTHON=python3.11`")
    main()
