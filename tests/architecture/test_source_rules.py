"""The rules about the source hold, and each is shown to bite on a planted violation."""

import ast
from collections.abc import Callable

import pytest

from architecture import source_rules
from architecture.bare_queries import EXCEPTIONS, bare_queries, queries_of_owned_tables
from architecture.source_rules import Breach, sources

Rule = Callable[[str, ast.Module], list[Breach]]

BARE_AMONG_OTHERS = """
Upper = aliased(Organisation)

def fine(actor):
    return select(Task.id).where(in_scope(actor, Task, READ))

def bare():
    return select(Upper.name)
"""

PLANTED: list[tuple[Rule, str, str]] = [
    (source_rules.state_writers, "tasks/service.py", "task.state = 'verified'"),
    (source_rules.state_writers, "tasks/service.py", "setattr(task, 'state', 'verified')"),
    (source_rules.commit_sites, "tasks/service.py", "async def f(s):\n    await s.commit()"),
    (source_rules.jose_imports, "accounts/service.py", "from jose import jwt"),
    (source_rules.web_imports_in_services, "tasks/service.py", "from fastapi import Request"),
    (source_rules.web_imports_in_services, "tasks/models.py", "import starlette.requests"),
    (bare_queries, "tasks/service.py", "def f(s):\n    return s.exec(select(Task))"),
    (bare_queries, "tasks/service.py", "def f(s):\n    return s.get(Task, 1)"),
    (bare_queries, "tasks/service.py", "def f(s):\n    return update(Task).values(title='')"),
    (bare_queries, "tasks/service.py", "def f():\n    return exists().where(Task.id == 1)"),
    (bare_queries, "tasks/service.py", "class A:\n    def f(self):\n        select(col(Task.id))"),
    (bare_queries, "tasks/service.py", "ALL = select(func.count()).select_from(Task)"),
    (bare_queries, "home/x.py", "T = table('talk', column('id'))\ndef f():\n    select(T.c.id)"),
    (
        bare_queries,
        "home/x.py",
        "from gongwei.secretaries.beside import MEMBER\ndef f():\n    select(MEMBER.c.id)",
    ),
    (bare_queries, "tasks/service.py", BARE_AMONG_OTHERS),
    (source_rules.long_functions, "x.py", "def f():\n" + "    a = 1\n" * 41),
]
RULES = sorted({rule for rule, _, _ in PLANTED}, key=lambda rule: rule.__name__)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_module_breaks_the_rule(rule: Rule) -> None:
    modules = list(sources())
    assert len(modules) > 50
    assert [breach for name, module in modules for breach in rule(name, module)] == []


@pytest.mark.parametrize(("rule", "name", "code"), PLANTED)
def test_a_planted_violation_is_caught(rule: Rule, name: str, code: str) -> None:
    assert [breach.file for breach in rule(name, ast.parse(code))] == [name]


def test_request_state_is_not_a_workflow_state() -> None:
    module = ast.parse("request.state.session = session")
    assert source_rules.state_writers("core/db.py", module) == []


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    assert source_rules.long_files() == []
    assert source_rules.long_files(limit=10) != []


def test_every_exception_to_the_scope_is_a_query_that_needs_it() -> None:
    queries = [one for name, module in sources() for one in queries_of_owned_tables(name, module)]
    assert len(queries) > 100
    assert set(EXCEPTIONS) - {one.key for one in queries if not one.narrowed} == set()
