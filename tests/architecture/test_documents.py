"""What the documents print from the program is what the program says."""

import json
from pathlib import Path

import gongwei.api  # noqa: F401  every workflow is declared once all packages are loaded
from gongwei.commands.diagrams import diagram
from gongwei.commands.openapi import document
from gongwei.core.workflow import WORKFLOWS

BACKEND = Path(__file__).resolve().parents[2] / "backend"


def test_the_readme_shows_every_state_machine() -> None:
    text = (BACKEND / "README.md").read_text(encoding="utf-8")
    assert [noun for noun, workflow in WORKFLOWS.items() if diagram(workflow) not in text] == []


def test_the_committed_document_is_the_programs() -> None:
    committed = json.loads((BACKEND / "openapi.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(document()))
