"""What kinds of jobs there are. The package that offers a kind registers its handler here when it
is imported.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core.config import Settings


class Progress(Protocol):
    """Tell whoever watches how far the work is; cheap, and lets other work of the process go on."""

    async def __call__(self, done: int, total: int, zh: str, en: str) -> None: ...


@dataclass(frozen=True)
class JobRun:
    """One run: its own transaction, and the caller with the rights held at this moment."""

    job_id: UUID
    session: AsyncSession
    actor: Actor
    settings: Settings
    progress: Progress
    payload: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Handler:
    """`run` does the work and answers the job's result; what it raises rolls all of it back.

    What `run` reports last is what the finished job says of itself. `repeatable` says that a run
    whose worker died may be taken up again.
    """

    run: Callable[[JobRun], Awaitable[dict[str, Any]]]
    repeatable: bool = False


HANDLERS: dict[str, Handler] = {}
"""Handlers by kind; a worker takes only kinds that it knows."""
