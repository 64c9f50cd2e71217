"""Papers: issued, voided, settled and counted. Nothing here knows what was voted."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, text, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.dated import among
from gongwei.core import clock
from gongwei.duty_reports.ballots.codes import code_hash, new_code
from gongwei.duty_reports.ballots.envelopes import slot_of
from gongwei.duty_reports.ballots.models import BallotEnvelope, BallotPaper, BallotSession
from gongwei.duty_reports.ballots.schemas import BallotCountsOut


async def hold(session: AsyncSession, session_id: UUID, *, alone: bool) -> None:
    """Take the session's lock until the transaction ends: together with others to cast, alone to
    close, void or open. A lock in memory leaves no trace beside a row.
    """
    key = int.from_bytes(hashlib.sha256(b"ballots" + session_id.bytes).digest()[:8], signed=True)
    kind = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    await session.execute(text(f"SELECT {kind}(:key)"), {"key": key})


async def issue_codes(session: AsyncSession, voting: BallotSession, number: int) -> list[str]:
    """New papers by code; answers the codes, which are kept nowhere."""
    codes = [new_code() for _ in range(number)]
    session.add_all(_paper(voting, code_hash=code_hash(code)) for code in codes)
    await session.flush()
    return codes


async def issue_to(
    session: AsyncSession, voting: BallotSession, person_ids: Sequence[UUID]
) -> None:
    """Papers by account, one a person; a voided one is good again."""
    query = select(BallotPaper).where(
        col(BallotPaper.session_id) == voting.id, among(col(BallotPaper.person_id), person_ids)
    )
    held = {one.person_id: one for one in (await session.execute(query)).scalars()}
    for person_id in dict.fromkeys(person_ids):
        if person_id in held:
            held[person_id].voided_on = None
        else:
            session.add(_paper(voting, person_id=person_id))
    await session.flush()


def _paper(voting: BallotSession, **whose: Any) -> BallotPaper:
    return BallotPaper(organisation_id=voting.organisation_id, session_id=voting.id, **whose)


async def papers_by(
    session: AsyncSession, voting: BallotSession, hashes: Iterable[str], people: Iterable[UUID]
) -> Sequence[BallotPaper]:
    """The papers of these codes and people in a session."""
    named = col(BallotPaper.code_hash).in_(list(hashes)) | among(
        col(BallotPaper.person_id), list(people)
    )
    query = select(BallotPaper).where(col(BallotPaper.session_id) == voting.id, named)
    return (await session.execute(query)).scalars().all()


async def settle(session: AsyncSession, session_id: UUID) -> None:
    """Mark papers used whose vote lies in the box although its second transaction never came: the
    server stopped between the two, and the voter did not try again.
    """
    unused = select(col(BallotPaper.id)).where(
        col(BallotPaper.session_id) == session_id, col(BallotPaper.used_on).is_(None)
    )
    by_slot = {slot_of(one): one for one in (await session.execute(unused)).scalars()}
    taken = select(col(BallotEnvelope.slot)).where(col(BallotEnvelope.session_id) == session_id)
    found = [by_slot[one] for one in (await session.execute(taken)).scalars() if one in by_slot]
    await mark_used(session, among(col(BallotPaper.id), found))


async def mark_used(session: AsyncSession, which: ColumnElement[bool]) -> None:
    """By the day, and only the first time."""
    await session.execute(
        update(BallotPaper)
        .where(which, col(BallotPaper.used_on).is_(None))
        .values(used_on=clock.today())
        .execution_options(synchronize_session=False)
    )


async def counts_of(
    session: AsyncSession, votings: Sequence[BallotSession]
) -> Mapping[UUID, BallotCountsOut]:
    """The counts of sessions that the caller may know, in one statement: of one moment."""
    ids = [one.id for one in votings]
    papers, envelopes = _papers(ids).subquery(), _envelopes(ids).subquery()
    query = (
        select(
            col(BallotSession.id), papers.c.issued, papers.c.used, papers.c.voided,
            papers.c.unused, func.coalesce(envelopes.c.sealed, 0) + col(BallotSession.opened),
        )
        .outerjoin(papers, papers.c.session_id == col(BallotSession.id))
        .outerjoin(envelopes, envelopes.c.session_id == col(BallotSession.id))
        .where(among(col(BallotSession.id), ids))
    )  # fmt: skip
    return {
        voting_id: BallotCountsOut(
            issued=issued or 0, used=used or 0, voided=voided or 0, unused=unused or 0,
            envelopes=sealed,
        )
        for voting_id, issued, used, voided, unused, sealed in (await session.execute(query)).all()
    }  # fmt: skip


def _papers(ids: Sequence[UUID]) -> Any:
    neither = col(BallotPaper.used_on).is_(None) & col(BallotPaper.voided_on).is_(None)
    return (
        select(
            col(BallotPaper.session_id),
            func.count().label("issued"),
            func.count(col(BallotPaper.used_on)).label("used"),
            func.count(col(BallotPaper.voided_on)).label("voided"),
            func.count().filter(neither).label("unused"),
        )
        .where(among(col(BallotPaper.session_id), ids))
        .group_by(col(BallotPaper.session_id))
    )


def _envelopes(ids: Sequence[UUID]) -> Any:
    return (
        select(col(BallotEnvelope.session_id), func.count().label("sealed"))
        .where(among(col(BallotEnvelope.session_id), ids))
        .group_by(col(BallotEnvelope.session_id))
    )


def add_up(counts: BallotCountsOut) -> bool:
    """issued = used + unused + voided, and envelopes = used."""
    parts = counts.used + counts.unused + counts.voided
    return counts.issued == parts and counts.envelopes == counts.used
