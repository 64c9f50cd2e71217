"""Opening the envelopes of a round, all of them in one shuffled batch (decision 14).

Importing this module lets every calculation of a round begin with it.
"""

from collections.abc import Mapping, Sequence
from random import SystemRandom
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.audit.record import record
from gongwei.duty_reports.ballots.envelopes import unseal
from gongwei.duty_reports.ballots.models import (
    Ballot,
    BallotEnvelope,
    BallotSession,
    BallotSessionState,
)
from gongwei.duty_reports.ballots.papers import add_up, counts_of, settle
from gongwei.duty_reports.ballots.problems import COUNTS_DIFFER, VOTING_OPEN
from gongwei.duty_reports.rounds.models import DutyRound
from gongwei.duty_reports.rounds.reactions import when
from gongwei.duty_reports.rounds.workflow import DutyRoundAction

Answers = Mapping[str, str]
"""A value by criterion, as a decimal string."""


async def open_envelopes(session: AsyncSession, actor: Actor, round_: DutyRound) -> None:
    """Turn what lies in the boxes into votes that nothing leads back from.

    409 `voting_open` while a session is open, `ballot_counts_differ` when papers and envelopes do
    not agree.
    """
    query = (
        select(BallotSession)
        .where(col(BallotSession.round_id) == round_.id)
        .order_by(col(BallotSession.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    votings = (await session.execute(query)).scalars().all()
    still_open = [one.title for one in votings if one.state is BallotSessionState.OPEN]
    if still_open:
        raise VOTING_OPEN(titles="、".join(still_open))
    await _refuse_different(session, votings)
    await _turn(session, actor, votings)


async def _refuse_different(session: AsyncSession, votings: Sequence[BallotSession]) -> None:
    counts = await counts_of(session, votings)
    unsettled = [one for one in votings if not add_up(counts[one.id])]
    for voting in unsettled:
        await settle(session, voting.id)
    counts = await counts_of(session, unsettled)
    for voting in unsettled:
        found = counts[voting.id]
        if not add_up(found):
            raise COUNTS_DIFFER(title=voting.title, used=found.used, envelopes=found.envelopes)


async def _turn(session: AsyncSession, actor: Actor, votings: Sequence[BallotSession]) -> None:
    by_id = {one.id: one for one in votings}
    inside = among(col(BallotEnvelope.session_id), by_id)
    lying = (await session.execute(select(BallotEnvelope).where(inside))).scalars().all()
    votes = []
    for envelope in lying:
        voting = by_id[envelope.session_id]
        voting.opened += 1
        votes += [
            {
                "organisation_id": voting.organisation_id, "session_id": voting.id,
                "participant_id": UUID(participant_id), "answers": dict(answers),
            }
            for participant_id, answers in unseal(envelope.sealed).items()
            if answers
        ]  # fmt: skip
    SystemRandom().shuffle(votes)
    if votes:
        await session.execute(insert(Ballot), votes)
    await session.execute(
        delete(BallotEnvelope).where(inside).execution_options(synchronize_session=False)
    )
    for voting in {envelope.session_id: by_id[envelope.session_id] for envelope in lying}.values():
        record(session, actor, "ballot_session.open_envelopes", voting)
    await session.flush()


async def sheets_of(
    session: AsyncSession, round_: DutyRound
) -> dict[UUID, dict[str, list[Answers]]]:
    """The opened votes of a round by participant and rater group, in an order of their content."""
    query = (
        select(col(Ballot.participant_id), col(BallotSession.group_key), col(Ballot.answers))
        .join(BallotSession, col(BallotSession.id) == col(Ballot.session_id))
        .where(col(BallotSession.round_id) == round_.id)
    )
    found: dict[UUID, dict[str, list[Answers]]] = {}
    for participant_id, group_key, answers in (await session.execute(query)).all():
        found.setdefault(participant_id, {}).setdefault(group_key, []).append(answers)
    for groups in found.values():
        for sheets in groups.values():
            sheets.sort(key=lambda one: sorted(one.items()))
    return found


when(DutyRoundAction.CALCULATE, open_envelopes)
