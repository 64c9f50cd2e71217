"""The engine on a small machine, and every state × action of every real one, generated from the
tables.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

import pytest

import gongwei.api  # noqa: F401  every workflow is declared once all packages are loaded
from gongwei.access.permissions import Permission
from gongwei.commands.diagrams import diagram
from gongwei.core.errors import Problem
from gongwei.core.workflow import TO_CHANGE, WORKFLOWS, Transition, Workflow


class Lamp(StrEnum):
    OFF = "off"
    ON = "on"
    BROKEN = "broken"


class Act(StrEnum):
    SWITCH_ON = "switch_on"
    SWITCH_OFF = "switch_off"
    DUST = "dust"


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
        Transition(
            Act.DUST,
            frozenset({Lamp.ON}),
            Lamp.OFF,
            "lamp.dust",
            ("擦拭", "dust"),
            stays=frozenset({Lamp.BROKEN}),
        ),
        initial=Lamp.OFF,
        words={
            Lamp.OFF: ("灭", "off"),
            Lamp.ON: ("亮", "on"),
            Lamp.BROKEN: ("坏", "broken"),
        },
    )
    del WORKFLOWS["lamp"]
    return machine


def test_an_allowed_action_moves_the_row(lamp: Workflow) -> None:
    thing = Thing(Lamp.OFF)
    lamp.apply(thing, Act.SWITCH_ON, ())
    assert thing.state == Lamp.ON


def test_an_action_is_noted_where_it_moves_nothing(lamp: Workflow) -> None:
    thing = Thing(Lamp.BROKEN)
    lamp.apply(thing, Act.DUST, ())
    assert thing.state == Lamp.BROKEN
    assert lamp.allowed(Lamp.BROKEN, {"lamp.dust"}) == ["dust"]
    assert "    broken --> broken: dust" in diagram(lamp).splitlines()


def test_a_refused_action_names_the_state_and_what_the_caller_may_do(lamp: Workflow) -> None:
    with pytest.raises(Problem) as refused:
        lamp.apply(Thing(Lamp.ON), Act.SWITCH_ON, lamp.allowed(Lamp.ON, {"lamp.dust"}))
    assert refused.value.code == "invalid_state"
    assert refused.value.members == {"state": "on", "allowed_actions": ["dust"]}
    assert refused.value.detail("zh") == "“亮”状态下不能执行“开”。"


def test_an_act_beside_the_table_is_refused_in_its_own_words(lamp: Workflow) -> None:
    refused = lamp.refusal(Lamp.ON, TO_CHANGE, [])
    assert isinstance(refused, Problem)
    assert refused.detail("en") == "“change” is not possible in the state “on”."
    assert refused.detail("zh") == "“亮”状态下不能执行“修改”。"


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_an_action_that_needs_a_reason_is_refused_without(
    lamp: Workflow, reason: str | None
) -> None:
    thing = Thing(Lamp.ON)
    with pytest.raises(Problem) as refused:
        lamp.apply(thing, Act.SWITCH_OFF, (), reason)
    assert refused.value.code == "reason_required"
    assert thing.state == Lamp.ON


def test_actions_are_offered_to_those_who_may_take_them(lamp: Workflow) -> None:
    assert lamp.allowed(Lamp.ON, {"lamp.use"}) == ["switch_off"]
    assert lamp.allowed(Lamp.ON, {"lamp.use", "lamp.dust"}) == ["switch_off", "dust"]
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
    if state in transition.sources | transition.stays:
        workflow.apply(thing, action, (), "理由")
        assert thing.state == (state if state in transition.stays else transition.target)
    else:
        with pytest.raises(Problem) as refused:
            workflow.apply(thing, action, (), "理由")
        assert refused.value.code == "invalid_state"
        assert thing.state == state
    offered = action.value in workflow.allowed(state, {transition.permission})
    assert offered == (state in transition.sources | transition.stays)


@pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=WORKFLOWS.keys())
def test_every_table_is_whole(workflow: Workflow) -> None:
    reached = {*workflow.begins} | {t.target for t in workflow.transitions.values()}
    assert set(workflow.states) == reached
    assert {t.permission for t in workflow.transitions.values()} <= set(Permission)
    assert workflow.editable <= set(workflow.states)
    for transition in workflow.transitions.values():
        assert transition.stays.isdisjoint(transition.sources)
        assert transition.stays <= set(workflow.states)
