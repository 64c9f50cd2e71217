"""Ballots of the demonstration's duty reviews: how many are cast, and which wait to be tried."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import User
from gongwei.access.permissions import Role
from gongwei.accounts.demo import DEMO_BALLOT_CODES
from gongwei.audit.record import settle
from gongwei.commands import demo_duty_texts as texts
from gongwei.commands.demo_people import demo_username
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.schemas import ActionIn
from gongwei.duty_reports.ballots import service
from gongwei.duty_reports.ballots.casting import by_code, put_in
from gongwei.duty_reports.ballots.codes import code_hash
from gongwei.duty_reports.ballots.models import BallotPaper
from gongwei.duty_reports.ballots.papers import mark_used
from gongwei.duty_reports.ballots.schemas import AnswerIn, BallotIn, BallotSessionIn, SheetIn
from gongwei.duty_reports.ballots.workflow import BallotSessionAction
from gongwei.duty_reports.rounds.models import DutyParticipant

LAST_YEAR = (("leaders", 9, 9), ("fellow_secretaries", 36, 34), ("representatives", 60, 52))
THIS_YEAR = (("leaders", 9, 6), ("fellow_secretaries", 20, 11), ("representatives", 60, 23))
"""Group, codes issued, and how many of them have voted."""


async def vote_last_year(session: AsyncSession, officer: Actor, round_id: UUID) -> None:
    """Everything is cast that will be, and the sessions are closed."""
    for group, issued, cast in LAST_YEAR:
        voting_id, codes = await _session(session, officer, round_id, group, issued)
        await _cast(session, round_id, codes[:cast])
        await narrow(session, WHOLE_TREE)
        await service.act(session, officer, voting_id, BallotSessionAction.CLOSE, ActionIn())
        await settle(session)


async def vote_this_year(
    session: AsyncSession, officer: Actor, round_id: UUID, secretaries: Sequence[Actor]
) -> None:
    """Voting goes on: secretaries with an account and the rater vote by it, and the codes that the
    sign-in page shows are good.
    """
    for group, issued, cast in THIS_YEAR:
        people = []
        if group == "fellow_secretaries":
            people = [one.person_id for one in secretaries if one.user_id and one.person_id]
        elif group == "representatives":
            people = [await _rater(session)]
        voting_id, codes = await _session(session, officer, round_id, group, issued, people)
        await _cast(session, round_id, codes[:cast])
    # Votings are arranged in the order of the groups: the last is the representatives'.
    session.add_all(
        BallotPaper(
            organisation_id=officer.organisation_id, session_id=voting_id, code_hash=code_hash(one)
        )
        for one in DEMO_BALLOT_CODES
    )  # fmt: skip
    await session.flush()


async def _rater(session: AsyncSession) -> UUID:
    query = select(User.person_id).where(User.username == demo_username(Role.RATER))
    person_id = (await session.exec(query)).one()
    assert person_id is not None
    return person_id


async def _session(
    session: AsyncSession, officer: Actor, round_id: UUID, group: str, codes: int,
    people: Sequence[UUID] = (),
) -> tuple[UUID, list[str]]:  # fmt: skip
    title = next(title for key, title, _, _ in texts.GROUPS if key == group)
    await narrow(session, WHOLE_TREE)
    entry = BallotSessionIn(
        group_key=group, title=f"{title}投票", codes=codes, person_ids=list(people)
    )
    made = await service.create_session(session, officer, round_id, entry)
    await settle(session)
    return made.id, made.codes


async def _cast(session: AsyncSession, round_id: UUID, codes: Sequence[str]) -> None:
    """As a voter does, in one transaction with the rest of the demonstration: it has no secrets."""
    query = (
        select(DutyParticipant.id)
        .where(DutyParticipant.round_id == round_id, col(DutyParticipant.included))
        .order_by(col(DutyParticipant.position))
    )
    await narrow(session, WHOLE_TREE)
    participants = (await session.exec(query)).all()
    for voter, code in enumerate(codes):
        said = BallotIn(
            sheets=[_sheet(one, voter, place) for place, one in enumerate(participants)]
        )
        _, paper_id = await put_in(session, by_code(code), said)
        await mark_used(session, col(BallotPaper.id) == paper_id)


def _sheet(participant_id: UUID, voter: int, place: int) -> SheetIn:
    """Some secretaries are thought better of than others, and no two voters are alike."""
    if (voter * 5 + place * 3) % 31 == 0:
        return SheetIn(participant_id=participant_id, abstain=True)
    answers = []
    for number, (key, _, _) in enumerate(texts.CRITERIA):
        liking = (voter * 7 + place * 11 + number * 5) % 10 + (place * 17) % 7
        level = 0 if liking > 8 else 1 if liking > 4 else 2 if liking > 1 else 3
        answers.append(AnswerIn(criterion=key, value=texts.LEVELS[level][1]))
    return SheetIn(participant_id=participant_id, answers=answers)
