"""The layers hold, and an import that breaks them fails the check."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLANTED = {
    "sideways": ("members/planted.py", "import gongwei.organisations.service"),
    "upwards": ("core/planted.py", "import gongwei.access.models"),
    "a package without a place": ("surprises/__init__.py", ""),
    "a service that knows a route": ("tasks/service.py", "import gongwei.tasks.routes"),
    "a state machine that knows a service": ("tasks/workflow.py", "import gongwei.tasks.service"),
    "a table that knows a shape": ("tasks/models.py", "import gongwei.tasks.schemas"),
    "a deep table that knows a service": (
        "integrations/jobs/models.py",
        "import gongwei.integrations.jobs.service",
    ),
}


def check_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Check the contract of the project in `root`."""
    order = [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(root / "backend"), "NO_COLOR": "1"}
    return subprocess.run(
        order, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and its contract."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", root)
    ignored = shutil.ignore_patterns("__pycache__", "*.xlsx")
    shutil.copytree(ROOT / "backend" / "gongwei", root / "backend" / "gongwei", ignore=ignored)
    return root


@pytest.fixture
def copy(clean: Path, tmp_path: Path) -> Path:
    return shutil.copytree(clean, tmp_path / "project")


def test_the_layers_hold(clean: Path) -> None:
    checked = check_imports(clean)
    assert (checked.returncode, "0 broken" in checked.stdout) == (0, True), checked.stdout


@pytest.mark.parametrize(("file", "line"), PLANTED.values(), ids=PLANTED)
def test_a_planted_import_is_caught(copy: Path, file: str, line: str) -> None:
    planted = copy / "backend" / "gongwei" / file
    planted.parent.mkdir(exist_ok=True)
    before = planted.read_text(encoding="utf-8") if planted.exists() else ""
    planted.write_text(f"{before}\n{line}\n", encoding="utf-8")
    checked = check_imports(copy)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    found = "surprises" if not line else line.removeprefix("import ")
    assert found in checked.stdout
