"""The engine on a small machine, and every state × action of every real one, generated from the
tables.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

import pytest

import gongwei.api  # noqa: F401  every workflow is declared once all packages are loaded
from gongwei.access.permissions import Permission
from gongwei.core.errors import Problem
from gongwei.core.workflow import WORKFLOWS, Transition, Workflow


class Lamp(StrEnum):
    OFF = "off"
    ON = "on"


class Act(StrEnum):
    SWITCH_ON = "switch_on"
    SWITCH_OFF = "switch_off"


@dataclass
class Thing:
    state: StrEnum


CASES = [
    pytest.param(workflow, state, action, id=f"{noun}-{state}-{action}")
    for noun, workflow in WORKFLOWS.items()
    for state, action in product(workflow.states, workflow.transitions)
]


@pytest.fixture
def lamp() -> Workflow:
    machine = Workflow(
        "lamp",
        Transition(Act.SWITCH_ON, frozenset({Lamp.OFF}), Lamp.ON, "lamp.use", ("开", "on")),
        Transition(
            Act.SWITCH_OFF, frozenset({Lamp.ON}), Lamp.OFF, "lamp.use", ("关", "off"), reason=True
        ),
        initial=Lamp.OFF,
        words={Lamp.OFF: ("灭", "off"), Lamp.ON: ("亮", "on")},
    )
    del WORKFLOWS["lamp"]
    return machine


def test_an_allowed_action_moves_the_row(lamp: Workflow) -> None:
    thing = Thing(Lamp.OFF)
    lamp.apply(thing, Act.SWITCH_ON)
    assert thing.state == Lamp.ON


def test_a_refused_action_names_the_state_and_what_is_possible(lamp: Workflow) -> None:
    with pytest.raises(Problem) as refused:
        lamp.apply(Thing(Lamp.ON), Act.SWITCH_ON)
    assert refused.value.code == "invalid_state"
    assert refused.value.members == {"state": "on", "allowed_actions": ["switch_off"]}


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_an_action_that_needs_a_reason_is_refused_without(
    lamp: Workflow, reason: str | None
) -> None:
    thing = Thing(Lamp.ON)
    with pytest.raises(Problem) as refused:
        lamp.apply(thing, Act.SWITCH_OFF, reason)
    assert refused.value.code == "reason_required"
    assert thing.state == Lamp.ON


def test_actions_are_offered_to_those_who_may_take_them(lamp: Workflow) -> None:
    assert lamp.allowed(Lamp.ON, {"lamp.use"}) == ["switch_off"]
    assert lamp.allowed(Lamp.ON, {"lamp.look"}) == []


def test_there_are_workflows_to_generate_from() -> None:
    assert set(WORKFLOWS) >= {
        "organisation_change",
        "term",
        "task",
        "import",
        "user",
        "role_assignment",
    }


@pytest.mark.parametrize(("workflow", "state", "action"), CASES)
def test_every_state_and_action_does_what_its_table_says(
    workflow: Workflow, state: StrEnum, action: StrEnum
) -> None:
    transition = workflow[action]
    thing = Thing(state)
    if state in transition.sources:
        workflow.apply(thing, action, "理由")
        assert thing.state == transition.target
    else:
        with pytest.raises(Problem) as refused:
            workflow.apply(thing, action, "理由")
        assert refused.value.code == "invalid_state"
        assert thing.state == state
    offered = action.value in workflow.allowed(state, {transition.permission})
    assert offered == (state in transition.sources)


@pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=WORKFLOWS.keys())
def test_every_table_is_whole(workflow: Workflow) -> None:
    reached = {workflow.initial} | {t.target for t in workflow.transitions.values()}
    assert set(workflow.states) == reached
    assert {t.permission for t in workflow.transitions.values()} <= set(Permission)
    assert workflow.editable <= set(workflow.states)
