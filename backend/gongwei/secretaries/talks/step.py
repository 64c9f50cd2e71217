"""One act upon one talk, as its functions are given it."""

from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core.routing import one_fault
from gongwei.secretaries.talks.models import Talk
from gongwei.secretaries.talks.reading import ORIGIN
from gongwei.secretaries.talks.schemas import TalkActionIn
from gongwei.tasks.schemas import OriginIn


@dataclass(frozen=True)
class Step:
    """One act upon one talk. `actor` is who acts, as somebody who may read what it is about."""

    session: AsyncSession
    actor: Actor
    talk: Talk
    body: TalkActionIn

    @property
    def origin(self) -> OriginIn:
        return OriginIn(type=ORIGIN, id=self.talk.id)


def refuse_early(talk: Talk) -> None:
    """422 for issues that were to be put right before the talk was held."""
    if talk.deadline is not None and talk.held_on is not None and talk.deadline < talk.held_on:
        raise one_fault("/deadline", "too_early", "不能早于谈话日期", "Not before the talk itself")
