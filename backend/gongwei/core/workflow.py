"""State machines as tables: action, from, to, permission. Only `Workflow.apply` assigns a state."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from gongwei.core.errors import INVALID_STATE, REASON_REQUIRED


class Stateful(Protocol):
    """A row with a state."""

    state: Any


@dataclass(frozen=True)
class Transition:
    """One act: who may do it (`permission`), from which states, to which, and whether it needs a
    reason.
    """

    action: StrEnum
    sources: frozenset[StrEnum]
    target: StrEnum
    permission: str
    words: tuple[str, str]
    reason: bool = False


WORKFLOWS: dict[str, "Workflow"] = {}
"""Every workflow by its noun, for the generated tests and the diagrams in the docs."""


class Workflow:
    """The whole life of one kind of record, and the only place that knows it."""

    def __init__(
        self,
        noun: str,
        *transitions: Transition,
        initial: StrEnum,
        words: dict[StrEnum, tuple[str, str]],
        editable: Iterable[StrEnum] = (),
    ) -> None:
        self.noun = noun
        self.initial = initial
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
            if state in transition.sources and transition.permission in held
        ]

    def apply(self, row: Stateful, action: StrEnum, reason: str | None = None) -> None:
        """Move `row` along. Raises `invalid_state` (409) and `reason_required` (422)."""
        transition = self.transitions[action]
        if row.state not in transition.sources:
            raise self.refusal(row.state, action)
        if transition.reason and not (reason and reason.strip()):
            raise REASON_REQUIRED()
        row.state = transition.target

    def refusal(self, state: StrEnum, action: StrEnum) -> Exception:
        """The 409 for an action that this state does not allow, naming those that it does."""
        possible = [t.action.value for t in self.transitions.values() if state in t.sources]
        words = self.words[state]
        return INVALID_STATE(
            members={"state": state.value, "allowed_actions": possible},
            state=f"{words[0]} {words[1]}",
            action="{} {}".format(*self.transitions[action].words),
        )
