"""What each act upon a round does besides moving its state."""

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.models import Row
from gongwei.duty_reports.rounds import owing
from gongwei.duty_reports.rounds.models import DutyRound, DutySchemeRevision
from gongwei.duty_reports.rounds.problems import NO_PARTICIPANTS, NO_SCHEME
from gongwei.duty_reports.rounds.reactions import reactions_to
from gongwei.duty_reports.rounds.reading import participants_of
from gongwei.duty_reports.rounds.workflow import DutyRoundAction

A = DutyRoundAction


async def take_part(
    session: AsyncSession, actor: Actor, round_: DutyRound, action: DutyRoundAction
) -> list[Row]:
    """Note the moments, freeze the scheme and give the tasks on opening, cancel what is owed on
    publication, then let the registered reactions follow. Answers the rows that were written with
    the round.
    """
    parts: list[Row] = []
    now = clock.now()
    if action is A.OPEN:
        round_.opened_at = now
        parts.append(await _open(session, actor, round_))
    elif action is A.START_APPRAISAL:
        round_.appraised_at = now
    elif action is A.CALCULATE:
        round_.calculated_at = now
    elif action is A.PUBLISH:
        round_.published_at = now
        await owing.ask_nobody_more(session, actor, round_)
    elif action is A.REOPEN:
        round_.revision += 1
        round_.appraised_at = now
        round_.calculated_at = round_.published_at = None
    await session.flush()
    # Participants may have left the caller's subtree since the round's day, and the entries in the
    # log are written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    for reaction in reactions_to(action):
        await reaction(session, actor, round_)
        await narrow(session, WHOLE_TREE)
    return parts


async def _open(session: AsyncSession, actor: Actor, round_: DutyRound) -> DutySchemeRevision:
    if not round_.scheme:
        raise NO_SCHEME(title=round_.title)
    lines = await participants_of(session, actor, round_.id)
    if not lines:
        raise NO_PARTICIPANTS(title=round_.title)
    frozen = DutySchemeRevision(
        organisation_id=round_.organisation_id, round_id=round_.id,
        revision=round_.scheme_revision, scheme=round_.scheme, made_by_name=actor.label,
    )  # fmt: skip
    session.add(frozen)
    await owing.ask(session, actor, round_, lines)
    return frozen
