"""Voting sessions: arranged by whoever runs the round, papers issued and voided, closed, opened
again.
"""

from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import below, fetch, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.core.routing import one_fault
from gongwei.core.schemas import ActionIn
from gongwei.duty_reports.ballots.codes import code_hash, read_code
from gongwei.duty_reports.ballots.forms import group_of
from gongwei.duty_reports.ballots.models import BallotSession, BallotSessionState
from gongwei.duty_reports.ballots.papers import (
    hold,
    issue_codes,
    issue_to,
    papers_by,
    settle,
)
from gongwei.duty_reports.ballots.problems import (
    NOT_APPRAISING,
    PAPER_USED,
    ROUND_NOT_VOTING,
    VOTING_CLOSED,
)
from gongwei.duty_reports.ballots.reading import (
    ARRANGED_IN,
    READ,
    allowed_actions,
    sessions_out,
)
from gongwei.duty_reports.ballots.schemas import (
    BallotSessionIn,
    BallotSessionOut,
    IssuedOut,
    PapersIn,
    VoidIn,
)
from gongwei.duty_reports.ballots.voters import refuse_voters
from gongwei.duty_reports.ballots.workflow import BALLOT_SESSION, BallotSessionAction
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound, DutyRoundState
from gongwei.duty_reports.rounds.workflow import DUTY_ROUND
from gongwei.scoring.schemes import GroupSource

ISSUE = Permission.DUTY_BALLOTS_ISSUE


async def create_session(
    session: AsyncSession, actor: Actor, round_id: UUID, given: BallotSessionIn
) -> IssuedOut:
    """Arrange a voting and issue its first papers. 409 `round_not_voting`; 422 for a group that
    does not vote, an organisation without participants, and people who cannot vote by account or
    hold a paper on the same participants. The lock on the round lets one arrange at a time.
    """
    round_ = await fetch(session, actor, DutyRound, round_id, read=READ, need=ISSUE)
    _refuse_unless_arranged(round_)
    group = group_of(round_, given.group_key)
    if group is None or group.source is not GroupSource.BALLOTS:
        raise one_fault(
            "/group_key", "not_a_voting_group", "方案中没有这个投票的评议主体",
            "No group of this key votes in the scheme",
        )  # fmt: skip
    await _refuse_nobody(session, actor, round_, given.about_id)
    voting = BallotSession(
        organisation_id=round_.organisation_id, round_id=round_.id,
        **given.model_dump(include={"group_key", "title", "about_id"}),
    )  # fmt: skip
    session.add(voting)
    record(session, actor, "ballot_session.create", voting)
    await session.flush()
    return await _issued(session, actor, round_, voting, given)


async def _refuse_nobody(
    session: AsyncSession, actor: Actor, round_: DutyRound, about_id: UUID | None
) -> None:
    query = visible(actor, DutyParticipant, READ).where(
        col(DutyParticipant.round_id) == round_.id, col(DutyParticipant.included)
    )
    if about_id is not None:
        read = Permission.ORGANISATIONS_READ
        about = await fetch(session, actor, Organisation, about_id, read=read)
        query = query.join(
            Organisation, col(Organisation.id) == col(DutyParticipant.organisation_id)
        ).where(below(about.path))
    if (await session.exec(query.limit(1))).first() is None:
        raise one_fault(
            "/about_id", "nobody_to_vote_on", "这里没有参加述职的书记，请改选党组织",
            "Nobody who takes part belongs there; choose another organisation",
        )  # fmt: skip


async def issue(
    session: AsyncSession, actor: Actor, session_id: UUID, given: PapersIn
) -> IssuedOut:
    """More papers for a session that is open. 409 `voting_closed` and `round_not_voting`; 422 as
    for the first papers.
    """
    round_, voting = await _locked(session, actor, session_id)
    _refuse_unless_open(round_, voting)
    record(session, actor, "ballot_session.issue", voting)
    return await _issued(session, actor, round_, voting, given)


async def _locked(
    session: AsyncSession, actor: Actor, session_id: UUID
) -> tuple[DutyRound, BallotSession]:
    """A session and its round, held until the transaction ends.

    In this order: a vote that is being cast holds the session's lock and then needs its row, and a
    calculation holds the round's row and then needs those of its sessions.
    """
    found = await fetch(session, actor, BallotSession, session_id, read=READ)
    await hold(session, session_id, alone=True)
    round_ = await fetch(session, actor, DutyRound, found.round_id, read=READ, need=ISSUE)
    voting = await fetch(session, actor, BallotSession, session_id, read=READ, need=ISSUE)
    return round_, voting


def _refuse_unless_open(round_: DutyRound, voting: BallotSession) -> None:
    _refuse_unless_arranged(round_)
    if voting.state is not BallotSessionState.OPEN:
        raise VOTING_CLOSED(title=voting.title)


def _refuse_unless_arranged(round_: DutyRound) -> None:
    if round_.state not in ARRANGED_IN:
        zh, en = DUTY_ROUND.words[round_.state]
        raise ROUND_NOT_VOTING(title=round_.title, state_zh=zh, state_en=en)


async def _issued(
    session: AsyncSession, actor: Actor, round_: DutyRound, voting: BallotSession, given: PapersIn
) -> IssuedOut:
    await refuse_voters(session, actor, voting, given.person_ids)
    codes = await issue_codes(session, voting, given.codes)
    await issue_to(session, voting, given.person_ids)
    (out,) = await sessions_out(session, actor, round_, [voting])
    return IssuedOut(**out.model_dump(), codes=codes)


async def void(
    session: AsyncSession, actor: Actor, session_id: UUID, given: VoidIn
) -> BallotSessionOut:
    """Void papers that were not used. 409 `ballot_used`; 422 for a code that is none of this
    session.
    """
    round_, voting = await _locked(session, actor, session_id)
    _refuse_unless_open(round_, voting)
    await settle(session, voting.id)
    hashes = {code_hash(read_code(typed) or ""): number for number, typed in enumerate(given.codes)}
    papers = await papers_by(session, voting, hashes, given.person_ids)
    _refuse_unknown(given, hashes, {one.code_hash or one.person_id for one in papers})
    used = [one for one in papers if one.used_on is not None]
    if used:
        raise PAPER_USED(count=len(used))
    for paper in papers:
        paper.voided_on = paper.voided_on or clock.today()
    record(session, actor, "ballot_session.void", voting)
    await session.flush()
    return (await sessions_out(session, actor, round_, [voting]))[0]


def _refuse_unknown(given: VoidIn, hashes: dict[str, int], known: set[Any]) -> None:
    wrong = [f"/codes/{number}" for key, number in hashes.items() if key not in known]
    wrong += [
        f"/person_ids/{number}"
        for number, person_id in enumerate(given.person_ids)
        if person_id not in known
    ]
    zh, en = "这场投票没有发过这张票，请核对", "No paper of this voting; compare it again"
    if wrong:
        faults = tuple(FieldFault(pointer, "unknown_paper", zh, en) for pointer in wrong[:100])
        raise MALFORMED(errors=faults, count=len(wrong))


async def act(
    session: AsyncSession, actor: Actor, session_id: UUID, action: BallotSessionAction,
    body: ActionIn,
) -> BallotSessionOut:  # fmt: skip
    """Close the voting, or open it again while the round is appraised (409 `not_appraising`).

    Closing waits for what is being cast, and marks the papers whose voters did not come back.
    """
    round_, voting = await _locked(session, actor, session_id)
    reopens = action is BallotSessionAction.REOPEN
    if reopens and round_.state is not DutyRoundState.APPRAISING:
        zh, en = DUTY_ROUND.words[round_.state]
        raise NOT_APPRAISING(title=round_.title, state_zh=zh, state_en=en)
    allowed = allowed_actions(actor, round_, voting)
    BALLOT_SESSION.apply(voting, action, allowed, body.reason)
    voting.closed_at = None if reopens else clock.now()
    await settle(session, voting.id)
    record(session, actor, f"ballot_session.{action}", voting, reason=body.reason)
    await session.flush()
    return (await sessions_out(session, actor, round_, [voting]))[0]
