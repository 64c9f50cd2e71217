"""What stands above activities and takes part in their ends: it registers itself here."""

from collections.abc import Awaitable, Callable, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.volunteering.activities.models import Activity

Reaction = Callable[[AsyncSession, Actor, Activity], Awaitable[None]]
"""Runs in the transaction of the act, on the locked activity; raising a Problem refuses the act."""

_completed: list[Reaction] = []
_settling: list[Reaction] = []


def after_completion(reaction: Reaction) -> None:
    """Let `reaction` follow when an activity was completed; registering it twice is as once."""
    if reaction not in _completed:
        _completed.append(reaction)


def before_settling(reaction: Reaction) -> None:
    """Let `reaction` refuse that an activity is settled."""
    if reaction not in _settling:
        _settling.append(reaction)


def on_completed() -> Sequence[Reaction]:
    """All that follow a completion, in the order of registration."""
    return tuple(_completed)


def on_settling() -> Sequence[Reaction]:
    """All that may refuse a settlement."""
    return tuple(_settling)
