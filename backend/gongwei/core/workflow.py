"""State machines as tables: action, from, to, permission. Only `Workflow.apply` assigns a state."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

from gongwei.core.errors import INVALID_STATE, REASON_REQUIRED

Words = tuple[str, str]
"""Chinese and English."""

TO_CHANGE: Final = ("修改", "change")
"""Changing what a record holds: an act that stands beside every table."""


class Stateful(Protocol):
    """A row with a state."""

    state: Any


@dataclass(frozen=True)
class Transition:
    """One act: who may do it (`permission`), from which states, to which, and whether it needs a
    reason. In the states of `stays` it is noted too, and moves nothing.
    """

    action: StrEnum
    sources: frozenset[StrEnum]
    target: StrEnum
    permission: str
    words: Words
    reason: bool = False
    stays: frozenset[StrEnum] = frozenset()

    @property
    def possible_in(self) -> frozenset[StrEnum]:
        return self.sources | self.stays

    def leads_to(self, state: StrEnum) -> StrEnum | None:
        """The state after the act; None where it is not possible."""
        if state in self.stays:
            return state
        return self.target if state in self.sources else None


WORKFLOWS: dict[str, "Workflow"] = {}
"""Every workflow by its noun, for the generated tests and the diagrams in the docs."""


class Workflow:
    """The whole life of one kind of record, and the only place that knows it."""

    def __init__(
        self,
        noun: str,
        *transitions: Transition,
        initial: StrEnum,
        words: dict[StrEnum, Words],
        editable: Iterable[StrEnum] = (),
        also_initial: Iterable[StrEnum] = (),
    ) -> None:
        """`initial`: the state in which a record begins; `also_initial`: where it may begin
        instead.
        """
        self.noun = noun
        self.initial = initial
        self.begins = (initial, *also_initial)
        self.words = words
        self.editable = frozenset(editable)
        self.transitions = {transition.action: transition for transition in transitions}
        WORKFLOWS[noun] = self

    def __getitem__(self, action: StrEnum) -> Transition:
        return self.transitions[action]

    @property
    def states(self) -> tuple[StrEnum, ...]:
        return tuple(self.words)

    def allowed(self, state: StrEnum, permissions: Iterable[str]) -> list[str]:
        """The actions that someone with these permissions may take from this state, in the table's
        order.
        """
        held = set(permissions)
        return [
            transition.action.value
            for transition in self.transitions.values()
            if transition.leads_to(state) is not None and transition.permission in held
        ]

    def apply(
        self, row: Stateful, action: StrEnum, allowed: Iterable[str], reason: str | None = None
    ) -> None:
        """Move `row` along. Raises `invalid_state` (409) and `reason_required` (422).

        `allowed` is what the caller may do with the row as it stands, for the refusal: nobody is
        told to do what the next answer would refuse.
        """
        transition = self.transitions[action]
        target = transition.leads_to(row.state)
        if target is None:
            raise self.refusal(row.state, action, allowed)
        if transition.reason and not (reason and reason.strip()):
            raise REASON_REQUIRED()
        row.state = target

    def refusal(self, state: StrEnum, action: StrEnum | Words, allowed: Iterable[str]) -> Exception:
        """The 409 for an action that this state does not allow, naming what the caller may do.

        `action`: one of the table, or an act beside it in both languages.
        """
        if isinstance(action, StrEnum):
            action = self.transitions[action].words
        return INVALID_STATE(
            members={"state": state.value, "allowed_actions": list(allowed)},
            state=self.words[state],
            action=action,
        )
