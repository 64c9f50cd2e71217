"""What stands above attendance and follows its judgements: it registers itself here."""

from collections.abc import Awaitable, Callable, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.volunteering.attendance.models import CheckIn

Reaction = Callable[[AsyncSession, Actor, CheckIn], Awaitable[None]]
"""Runs in the transaction of the act, with the whole tree in view from then on."""

_judged: list[Reaction] = []


def after_judging(reaction: Reaction) -> None:
    """Let `reaction` follow when a check-in was accepted or annulled, or came in after its activity
    was completed; registering it twice is as once.
    """
    if reaction not in _judged:
        _judged.append(reaction)


def on_judged() -> Sequence[Reaction]:
    """All that follow, in the order of registration."""
    return tuple(_judged)
