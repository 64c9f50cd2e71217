"""Run the static checks (`check`) or everything (`test`); the last line is `N passed, N failed`.

    .venv/bin/python scripts/verify.py check|test

A static check counts as one. A test that was skipped has not passed and counts as failed, and so
does a runner that ends badly without naming a failed test. What failed is named once more at the
end, where it is found in a long output. Exit code 1 when anything failed.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"

CHECKS: tuple[tuple[Path, str], ...] = (
    (ROOT, "ruff check ."),
    (ROOT, "ruff format --check ."),
    (ROOT, "mypy --strict backend/gongwei scripts"),
    (ROOT, "lint-imports"),
    (ROOT, "deptry backend"),
    (FRONTEND, "npm run --silent lint"),
    (FRONTEND, "npm run --silent lint:api"),
    (FRONTEND, "npm run --silent typecheck"),
)

BAD = ("failure", "error", "skipped")
"""What pytest notes with a test that did not pass."""


class Count(NamedTuple):
    """How many passed, and the names of what failed."""

    passed: int
    failed: tuple[str, ...] = ()

    def plus(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed)

    def with_exit_code(self, code: int, runner: str) -> "Count":
        """The runner's own failure when it failed and no test did, or when it ran none."""
        silent = not self.failed and (code != 0 or self.passed == 0)
        return Count(self.passed, (f"{runner} ended with {code}",)) if silent else self


def main() -> int:
    """Run the goal named on the command line."""
    goal = sys.argv[1] if len(sys.argv) == 2 else ""
    if goal not in ("check", "test"):
        sys.exit("usage: verify.py check|test")
    os.environ["PATH"] = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    total = static_checks()
    if goal == "test":
        with tempfile.TemporaryDirectory() as name:
            total = total.plus(pytest(Path(name, "pytest.xml")))
            for script in ("test", "test:build"):
                total = total.plus(vitest(script, Path(name, "vitest.json")))
    for name in total.failed:
        print(f"FAILED: {name}", flush=True)
    print(f"{total.passed} passed, {len(total.failed)} failed", flush=True)
    return 1 if total.failed else 0


def static_checks() -> Count:
    """Run every check, also after one has failed."""
    total = Count(0)
    for folder, words in CHECKS:
        good = run(words.split(), folder) == 0
        print(f"{'ok' if good else 'FAILED'}: {words}", flush=True)
        total = total.plus(Count(1) if good else Count(0, (words,)))
    return total


def pytest(report: Path) -> Count:
    """The tests of the back end and the browser, in two processes."""
    order = ["pytest", "-n", "2", "--dist", "loadfile", "--verbosity=0", f"--junitxml={report}"]
    code = run(order, ROOT)
    if not report.exists():
        return Count(0, ("pytest wrote no report",))
    # Written by pytest a moment ago, so no hostile XML.
    # By name: a test that passes and whose taking down fails stands there twice.
    good: dict[str, bool] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        name = f"{case.get('classname')}::{case.get('name')}"
        good[name] = good.get(name, True) and all(case.find(kind) is None for kind in BAD)
    failed = tuple(name for name, passed in good.items() if not passed)
    return Count(len(good) - len(failed), failed).with_exit_code(code, "pytest")


def vitest(script: str, report: Path) -> Count:
    """The tests of the front end that a script of package.json runs."""
    report.unlink(missing_ok=True)
    order = ["npm", "run", "--silent", script, "--", "--reporter=default", "--reporter=json"]
    code = run([*order, f"--outputFile.json={report}"], FRONTEND)
    if not report.exists():
        return Count(0, (f"{script} wrote no report",))
    files = json.loads(report.read_text())["testResults"]
    tests = [test for file in files for test in file["assertionResults"]]
    failed = [test["fullName"] for test in tests if test["status"] != "passed"]
    return Count(len(tests) - len(failed), tuple(failed)).with_exit_code(code, script)


def run(order: list[str], folder: Path) -> int:
    """Run a program in front of the user and return its exit code."""
    started = time.monotonic()
    print(f"\n$ {' '.join(order)}", flush=True)
    code = subprocess.run(order, cwd=folder, check=False).returncode
    print(f"({time.monotonic() - started:.0f} s)", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
