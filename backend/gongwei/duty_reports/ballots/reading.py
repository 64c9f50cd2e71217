"""Ballots as voters see them, and voting sessions as those who run them do."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import Organisation
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, visible
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Items, Page
from gongwei.duty_reports.ballots.casting import Held, Paper, by_account, found_paper
from gongwei.duty_reports.ballots.forms import form_of, group_of, own_participants
from gongwei.duty_reports.ballots.models import BallotPaper, BallotSession, BallotSessionState
from gongwei.duty_reports.ballots.papers import add_up, counts_of
from gongwei.duty_reports.ballots.schemas import (
    BallotCriterionOut,
    BallotOut,
    BallotSessionOut,
    OwnBallotOut,
)
from gongwei.duty_reports.ballots.workflow import BALLOT_SESSION
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState

READ = Permission.DUTY_RESULTS_READ
ARRANGED_IN = frozenset({DutyRoundState.REPORTING, DutyRoundState.APPRAISING})
"""Where votings are arranged and papers issued; votes are cast while the round is appraised."""

KEY: Any = col(BallotSession.id)
SORTS: dict[str, Any] = {"created_at": col(BallotSession.created_at)}


async def list_sessions(
    session: AsyncSession, actor: Actor, round_id: UUID, params: PageParams
) -> Page[BallotSessionOut]:
    """The sessions of a round, in the order in which they were arranged."""
    round_ = await fetch(session, actor, DutyRound, round_id, read=READ)
    query = visible(actor, BallotSession, READ).where(col(BallotSession.round_id) == round_.id)
    rows = await paginate(session, query, params, sorts=SORTS, default="created_at", key=KEY)
    items = await sessions_out(session, actor, round_, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read_session(session: AsyncSession, actor: Actor, session_id: UUID) -> BallotSessionOut:
    """One session; 404 outside the subtree."""
    voting = await fetch(session, actor, BallotSession, session_id, read=READ)
    round_ = await fetch(session, actor, DutyRound, voting.round_id, read=READ)
    return (await sessions_out(session, actor, round_, [voting]))[0]


async def sessions_out(
    session: AsyncSession, actor: Actor, round_: DutyRound, votings: Sequence[BallotSession]
) -> list[BallotSessionOut]:
    """The rows with their counts and what the caller may do."""
    counts = await counts_of(session, votings)
    places = await _places(session, actor, [one.about_id for one in votings if one.about_id])
    shown = set(BallotSessionOut.model_fields)
    return [
        BallotSessionOut(
            **one.model_dump(include=shown),
            allowed_actions=allowed_actions(actor, round_, one),
            group_title=_title_of(round_, one.group_key),
            about_name=places.get(one.about_id) if one.about_id else None,
            counts=counts[one.id],
            adds_up=add_up(counts[one.id]),
        )
        for one in votings
    ]


def allowed_actions(actor: Actor, round_: DutyRound, voting: BallotSession) -> list[str]:
    """What this caller may do with the session now: papers are issued, votes taken."""
    actions = BALLOT_SESSION.allowed(voting.state, actor.permissions)
    if round_.state is not DutyRoundState.APPRAISING:
        actions = [one for one in actions if one != "reopen"]
    arranged = voting.state is BallotSessionState.OPEN and round_.state in ARRANGED_IN
    if arranged and actor.may(Permission.DUTY_BALLOTS_ISSUE):
        actions += ["issue", "void"]
    return actions


def _title_of(round_: DutyRound, key: str) -> str:
    group = group_of(round_, key)
    return group.title if group is not None else key


async def _places(session: AsyncSession, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    query = select(col(Organisation.id), col(Organisation.name)).where(
        in_scope(actor, Organisation, READ), among(col(Organisation.id), ids)
    )
    return dict((await session.execute(query)).all())


async def read_ballot(session: AsyncSession, which: Paper) -> BallotOut:
    """The ballot behind a paper, with its questions while they can be answered."""
    held = await found_paper(session, which)
    form = await form_of(session, held.voting, held.round, excerpts=True)
    is_open = held.state == "open"
    own: set[UUID] = set()
    if held.paper.person_id is not None:
        own = await own_participants(session, held.round.id, held.paper.person_id)
    return BallotOut(
        **_about(held),
        criteria=[
            BallotCriterionOut.model_validate(one.model_dump()) for one in form.criteria if is_open
        ],
        participants=[one for one in form.participants if is_open and one.id not in own],
    )


def _about(held: Held) -> dict[str, Any]:
    return {
        "state": cast(Any, held.state),
        "round_title": held.round.title,
        "organisation_name": held.organisation.name,
        "group_title": _title_of(held.round, held.voting.group_key),
        "title": held.voting.title,
        "meeting_on": held.round.meeting_on,
    }


async def list_own(session: AsyncSession, actor: Actor) -> Items[OwnBallotOut]:
    """The ballots that the caller may cast by account now, and those that wait for the appraisal
    to begin.
    """
    allow(actor, Permission.DUTY_BALLOTS_CAST)
    found = [one for one in await own_papers(session, actor) if one.state in ("open", "waiting")]
    return Items(items=[OwnBallotOut(session_id=one.voting.id, **_about(one)) for one in found])


async def own_papers(session: AsyncSession, actor: Actor) -> list[Held]:
    """The caller's papers that are not used, in sessions that are not closed."""
    if actor.person_id is None or not actor.may(Permission.DUTY_BALLOTS_CAST):
        return []
    query = (
        select(BallotPaper, BallotSession, DutyRound, Organisation)
        .join(BallotSession, col(BallotSession.id) == col(BallotPaper.session_id))
        .join(DutyRound, col(DutyRound.id) == col(BallotSession.round_id))
        .join(Organisation, col(Organisation.id) == col(BallotSession.organisation_id))
        .where(
            col(BallotPaper.person_id) == actor.person_id,
            col(BallotPaper.used_on).is_(None),
            col(BallotPaper.voided_on).is_(None),
            col(BallotSession.state) == BallotSessionState.OPEN,
        )
        .order_by(col(BallotSession.created_at), col(BallotSession.id))
    )
    async with as_oneself(session, actor):
        return [Held(*row) for row in (await session.execute(query)).all()]


async def read_own(session: AsyncSession, actor: Actor, session_id: UUID) -> BallotOut:
    """The caller's own ballot. 404 for a session in which the caller has no paper."""
    own = by_account(actor, session_id)
    async with as_oneself(session, actor):
        return await read_ballot(session, own)
