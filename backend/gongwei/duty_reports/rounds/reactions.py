"""What stands above rounds and takes part in their acts: it registers itself here.

Reports, ballots and results import this module, and `api.py` imports the modules that register.
"""

from collections.abc import Awaitable, Callable, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.duty_reports.rounds.models import DutyRound
from gongwei.duty_reports.rounds.workflow import DutyRoundAction

Reaction = Callable[[AsyncSession, Actor, DutyRound], Awaitable[None]]
"""Runs in the transaction of the act, on the locked round, which has its new state and moments
already, with the whole tree in view; raising a Problem refuses the act.
"""

_registered: dict[DutyRoundAction, list[Reaction]] = {}


def when(action: DutyRoundAction, reaction: Reaction) -> None:
    """Let `reaction` take part in every such act; registering it twice is as once."""
    found = _registered.setdefault(action, [])
    if reaction not in found:
        found.append(reaction)


def reactions_to(action: DutyRoundAction) -> Sequence[Reaction]:
    """All that take part, in the order of registration."""
    return tuple(_registered.get(action, ()))
