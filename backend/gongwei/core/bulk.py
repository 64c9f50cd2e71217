"""What writing many rows at once tells its caller."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

BATCH = 1000
"""Rows that go to the database in one statement, and between two reports of progress."""

Outcome = Literal["new", "changed", "same"]
"""What a row does: add a record, change one, or find it as it is."""

Progress = Callable[[int], Awaitable[None]]
"""Is told how many rows are done so far."""


@dataclass(frozen=True)
class ImportOutcome:
    """How many rows added a record, changed one, or found it as it was."""

    new: int
    changed: int
    same: int
