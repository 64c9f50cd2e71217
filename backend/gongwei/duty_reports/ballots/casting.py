"""Casting a ballot in two transactions that leave nothing by which a paper and a vote are joined
(decision 14): the sealed vote goes into its slot, then the paper is marked used by the day.

Sent again, both are done again and change nothing. Nothing here is recorded, told as an event or
logged, and no answer is kept for replays.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import refuse_unready
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.errors import NOT_FOUND
from gongwei.duty_reports.ballots.codes import code_hash, read_code
from gongwei.duty_reports.ballots.envelopes import Vote, length_of, seal, slot_of, unseal
from gongwei.duty_reports.ballots.forms import form_of, own_participants, refuse_unfit, vote_of
from gongwei.duty_reports.ballots.models import (
    BallotEnvelope,
    BallotPaper,
    BallotSession,
    BallotSessionState,
)
from gongwei.duty_reports.ballots.papers import hold, mark_used
from gongwei.duty_reports.ballots.problems import (
    ALREADY_VOTED,
    PAPER_VOID,
    VOTING_CLOSED,
    VOTING_NOT_OPEN,
)
from gongwei.duty_reports.ballots.schemas import BallotIn
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState

AT_ONCE = 8
"""Ballots that one process writes at a time; a hall that votes at once waits here, not for a
connection, which would end with 503 after three seconds.
"""

BEFORE = (DutyRoundState.DRAFT, DutyRoundState.REPORTING)


@dataclass(frozen=True)
class Held:
    """A paper, its session and round, and where the session's organisation stands."""

    paper: BallotPaper
    voting: BallotSession
    round: DutyRound
    organisation: Organisation

    @property
    def state(self) -> str:
        """What can be done with the paper now, as `BallotOut` says it."""
        if self.paper.used_on is not None:
            return "used"
        if self.paper.voided_on is not None:
            return "voided"
        if self.round.state in BEFORE and self.voting.state is BallotSessionState.OPEN:
            return "waiting"
        is_voting = self.round.state is DutyRoundState.APPRAISING
        return "open" if is_voting and self.voting.state is BallotSessionState.OPEN else "closed"


Paper = ColumnElement[bool]
"""Which paper a caller may use: by its code, or by whose it is."""

_rooms: WeakKeyDictionary[Database, asyncio.Semaphore] = WeakKeyDictionary()


@asynccontextmanager
async def in_turn(database: Database) -> AsyncIterator[None]:
    """Wait until there is room to write another ballot."""
    async with _rooms.setdefault(database, asyncio.Semaphore(AT_ONCE)):
        yield


def readable(typed: str) -> str:
    """The code that was typed. 404 when it is none: that is a slip of the pen and no guess."""
    code = read_code(typed)
    if code is None:
        raise NOT_FOUND()
    return code


def by_code(code: str) -> Paper:
    """The paper behind a one-time code."""
    return col(BallotPaper.code_hash) == code_hash(code)


def by_account(actor: Actor, session_id: UUID) -> Paper:
    """The caller's own paper of a session."""
    refuse_unready(actor)
    if not actor.may(Permission.DUTY_BALLOTS_CAST) or actor.person_id is None:
        raise NOT_FOUND()
    return (col(BallotPaper.session_id) == session_id) & (
        col(BallotPaper.person_id) == actor.person_id
    )


async def found_paper(session: AsyncSession, which: Paper) -> Held:
    """The paper with what stands around it. 404 when there is none."""
    query = (
        select(BallotPaper, BallotSession, DutyRound, Organisation)
        .join(BallotSession, col(BallotSession.id) == col(BallotPaper.session_id))
        .join(DutyRound, col(DutyRound.id) == col(BallotSession.round_id))
        .join(Organisation, col(Organisation.id) == col(BallotSession.organisation_id))
        .where(which)
    )
    found = (await session.execute(query)).first()
    if found is None:
        raise NOT_FOUND()
    return Held(*found)


async def cast(database: Database, which: Paper, said: BallotIn) -> bool:
    """Cast a ballot, once; answers whether it lay in the box already.

    409 `already_voted`, `ballot_void`, `voting_not_open`, `voting_closed`; 422 when it does not fit
    the form.
    """
    async with database.transaction(WHOLE_TREE) as session:
        repeated, paper_id = await put_in(session, which, said)
    async with database.transaction(WHOLE_TREE) as session:
        await mark_used(session, col(BallotPaper.id) == paper_id)
    return repeated


async def put_in(session: AsyncSession, which: Paper, said: BallotIn) -> tuple[bool, UUID]:
    """The first transaction. Whoever closes the session waits for it, or it sees the session
    closed.
    """
    voting_id = (await session.execute(select(col(BallotPaper.session_id)).where(which))).scalar()
    if voting_id is None:
        raise NOT_FOUND()
    await hold(session, voting_id, alone=False)
    held = await found_paper(session, which)
    slot, vote = slot_of(held.paper.id), vote_of(said)
    if await _lies_there(session, held, slot, vote):
        return True, held.paper.id
    _refuse_unless_open(held)
    form = await form_of(session, held.voting, held.round)
    left_out = await _left_out(session, held)
    refuse_unfit(form, left_out, said)
    length = length_of((one.id for one in form.participants), (one.key for one in form.criteria))
    put = insert(BallotEnvelope).values(
        organisation_id=held.voting.organisation_id, session_id=held.voting.id, slot=slot,
        sealed=seal(vote, length),
    )  # fmt: skip
    put = put.on_conflict_do_nothing(index_elements=["slot"])
    written = await session.execute(put.returning(col(BallotEnvelope.slot)))
    is_new = written.scalar_one_or_none() is not None
    if not is_new:
        await _lies_there(session, held, slot, vote)
    return not is_new, held.paper.id


async def _lies_there(session: AsyncSession, held: Held, slot: str, vote: Vote) -> bool:
    """Whether this very vote lies in the slot. 409 `already_voted` for another, and for a paper
    whose envelope was opened.
    """
    query = select(col(BallotEnvelope.sealed)).where(col(BallotEnvelope.slot) == slot)
    sealed = (await session.execute(query)).scalar_one_or_none()
    if sealed is not None and unseal(sealed) == vote:
        return True
    if sealed is not None or held.paper.used_on is not None:
        raise ALREADY_VOTED(on=held.paper.used_on or clock.today())
    return False


def _refuse_unless_open(held: Held) -> None:
    if held.state == "voided":
        raise PAPER_VOID()
    if held.state == "waiting":
        raise VOTING_NOT_OPEN(title=held.round.title)
    if held.state != "open":
        raise VOTING_CLOSED(title=held.voting.title)


async def _left_out(session: AsyncSession, held: Held) -> set[UUID]:
    if held.paper.person_id is None:
        return set()
    return await own_participants(session, held.round.id, held.paper.person_id)
