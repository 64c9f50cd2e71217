"""Rules about the source that no type checker knows: who assigns a state, who commits."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "backend" / "gongwei"

STATE_WRITERS = frozenset({"core/workflow.py"})
COMMIT_SITES = frozenset({"core/db.py", "worker.py"})
JOSE_IMPORTERS = frozenset({"core/tokens.py"})
WEB_FRAMEWORKS = frozenset({"fastapi", "starlette"})


@dataclass(frozen=True)
class Breach:
    """One place that breaks a rule."""

    file: str
    line: int


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package with its path inside it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def state_writers(name: str, module: ast.Module) -> list[Breach]:
    """Assignments to an attribute `state` outside the workflow engine."""
    if name in STATE_WRITERS:
        return []
    found = []
    for node in ast.walk(module):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        found += [
            Breach(name, t.lineno)
            for t in targets
            if isinstance(t, ast.Attribute) and t.attr == "state"
        ]
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "setattr"
        ):
            named = len(node.args) > 1 and isinstance(node.args[1], ast.Constant)
            if named and node.args[1].value == "state":  # type: ignore[attr-defined]
                found.append(Breach(name, node.lineno))
    return found


def commit_sites(name: str, module: ast.Module) -> list[Breach]:
    """Calls of `.commit()` outside the places that own a transaction."""
    if name in COMMIT_SITES:
        return []
    return [
        Breach(name, node.lineno)
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "commit"
    ]


def jose_imports(name: str, module: ast.Module) -> list[Breach]:
    """Imports of python-jose outside the module that fences it."""
    return [] if name in JOSE_IMPORTERS else _imports(name, module, frozenset({"jose"}))


def web_imports_in_services(name: str, module: ast.Module) -> list[Breach]:
    """FastAPI or Starlette in a service, a workflow, a table or a rule."""
    stem = name.rsplit("/", 1)[-1]
    if stem not in ("service.py", "workflow.py", "models.py", "rules.py", "advice.py"):
        return []
    return _imports(name, module, WEB_FRAMEWORKS)


def _imports(name: str, module: ast.Module, packages: frozenset[str]) -> list[Breach]:
    found = []
    for node in ast.walk(module):
        modules: list[str] = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules = [node.module]
        found += [Breach(name, node.lineno) for m in modules if m.split(".")[0] in packages]  # type: ignore[attr-defined]
    return found


def long_files(limit: int = 300) -> list[str]:
    """Source files over the limit."""
    return [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if len(path.read_text(encoding="utf-8").splitlines()) > limit
    ]


def long_functions(name: str, module: ast.Module, limit: int = 40) -> list[Breach]:
    """Functions over the limit, without counting their docstring."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            if body and (node.end_lineno or 0) - body[0].lineno + 1 > limit:
                found.append(Breach(name, node.lineno))
    return found
