"""The type checker is strict: it refuses what is not typed, with the project's own settings."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

TYPED = "def double(number: int) -> int:\n    return number * 2\n"
UNTYPED = "def double(number):\n    return number * 2\n"
LOOSE = "from typing import Any\n\n\ndef first(rows: list) -> Any:\n    return rows[0]\n"


def test_what_is_not_typed_is_refused(tmp_path: Path) -> None:
    for name, content in (("typed", TYPED), ("untyped", UNTYPED), ("loose", LOOSE)):
        (tmp_path / f"{name}.py").write_text(content, encoding="utf-8")
    settings = [
        "--config-file",
        str(ROOT / "pyproject.toml"),
        "--cache-dir",
        str(tmp_path / "cache"),
    ]
    files = [str(tmp_path / f"{name}.py") for name in ("typed", "untyped", "loose")]
    order = [sys.executable, "-m", "mypy", *settings, "--no-error-summary", *files]
    checked = subprocess.run(order, cwd=ROOT, capture_output=True, text=True, check=False)
    errors = [line for line in checked.stdout.splitlines() if ": error:" in line]
    assert checked.returncode == 1, checked.stdout + checked.stderr
    found = {Path(line.split(":")[0]).stem: line.rsplit("[", 1)[1] for line in errors}
    assert found == {"untyped": "no-untyped-def]", "loose": "type-arg]"}
