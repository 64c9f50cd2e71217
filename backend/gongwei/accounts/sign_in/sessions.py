"""Sessions and their refresh tokens: each token is good once, and its re-use ends the family.

A page that is left while it refreshes never gets its answer, and presents the same token again when
it is opened anew. It names its try (`Idempotency-Key`), and keeps the name until an answer came. So
within REPEATABLE of its first use, under the same name, and while nothing that was given for it has
been used, a token may be presented again. What it was given for before stays good until one of the
rivals is used: the answers of two tabs may arrive in either order. From then on every other of them
is a re-use, as is the token itself. (docs/decisions/010)
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.models import (
    AssignmentState,
    Organisation,
    OrganisationState,
    RoleAssignment,
)
from gongwei.access.permissions import ROLES_FOR_ONESELF
from gongwei.access.sessions import SignInSession
from gongwei.accounts.models import RefreshToken
from gongwei.core import clock

LIFETIME = timedelta(days=30)
"""From the sign-in to the day on which one signs in again, however often it was refreshed."""

REPEATABLE = timedelta(minutes=10)
"""How long after its first use a token may be presented again by the try that used it."""


@dataclass(frozen=True)
class SignedIn:
    """An open session with its newest refresh token, which is known here and nowhere else."""

    user_id: UUID
    session_id: UUID
    assignment_id: UUID | None
    refresh_token: str
    expires_at: datetime


def token_hash(token: str) -> str:
    """SHA-256 in hex; enough, as a token is 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


async def open_session(session: AsyncSession, user_id: UUID) -> SignedIn:
    """Begin a family, in the role that this person used last."""
    assignment_id = await _usable(session, user_id, await _last_used(session, user_id))
    opened = SignInSession(
        user_id=user_id, assignment_id=assignment_id, expires_at=clock.now() + LIFETIME
    )
    session.add(opened)
    await session.flush()
    return _next_token(session, opened, None)


async def continue_session(
    session: AsyncSession, current: SignInSession, used: RefreshToken
) -> SignedIn:
    """The next token of the family; its role is replaced when it was taken away meanwhile."""
    current.assignment_id = await _usable(session, current.user_id, current.assignment_id)
    return _next_token(session, current, used)


async def is_reused(
    session: AsyncSession, presented: RefreshToken, attempt_hash: str | None
) -> bool:
    """Whether the presented token tells of a theft: two hold tokens of this family and use them.

    The caller has locked the family.
    """
    used_at = presented.used_at
    if used_at is not None:
        same_try = attempt_hash is not None and attempt_hash == presented.attempt_hash
        if not same_try or clock.now() - used_at > REPEATABLE:
            return True
    successors_and_rivals = [one for one in (presented.id, presented.parent_id) if one is not None]
    query = select(RefreshToken.id).where(
        col(RefreshToken.parent_id).in_(successors_and_rivals),
        RefreshToken.session_id == presented.session_id,
        RefreshToken.id != presented.id,
        col(RefreshToken.used_at).is_not(None),
    )
    return (await session.exec(query.limit(1))).first() is not None


def _next_token(
    session: AsyncSession, current: SignInSession, used: RefreshToken | None
) -> SignedIn:
    token = secrets.token_urlsafe(32)
    session.add(
        RefreshToken(
            session_id=current.id,
            parent_id=used.id if used else None,
            token_hash=token_hash(token),
            expires_at=current.expires_at,
        )
    )
    return SignedIn(
        user_id=current.user_id,
        session_id=current.id,
        assignment_id=current.assignment_id,
        refresh_token=token,
        expires_at=current.expires_at,
    )


async def _last_used(session: AsyncSession, user_id: UUID) -> UUID | None:
    query = (
        select(SignInSession.assignment_id)
        .where(SignInSession.user_id == user_id, col(SignInSession.assignment_id).is_not(None))
        .order_by(col(SignInSession.updated_at).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def _usable(session: AsyncSession, user_id: UUID, wanted: UUID | None) -> UUID | None:
    held = [assignment for assignment, _ in await held_by(session, user_id)]
    if wanted in {one.id for one in held}:
        return wanted
    first = min(held, key=lambda one: one.role in ROLES_FOR_ONESELF, default=None)
    return None if first is None else first.id


async def held_by(
    session: AsyncSession, user_id: UUID
) -> Sequence[tuple[RoleAssignment, Organisation]]:
    """The roles that one person holds now, oldest first."""
    query = (
        select(RoleAssignment, Organisation)
        .join(Organisation, col(Organisation.id) == col(RoleAssignment.organisation_id))
        .where(
            RoleAssignment.user_id == user_id,
            RoleAssignment.state == AssignmentState.ACTIVE,
            Organisation.state == OrganisationState.ACTIVE,
        )
        .order_by(col(RoleAssignment.created_at), col(RoleAssignment.id))
    )
    return (await session.exec(query)).all()


async def end_sessions(
    session: AsyncSession, user_id: UUID, why: str, *, but: UUID | None = None
) -> None:
    """End the person's sessions at once, all `but` one."""
    statement = update(SignInSession).where(
        col(SignInSession.user_id) == user_id, col(SignInSession.ended_at).is_(None)
    )
    if but is not None:
        statement = statement.where(col(SignInSession.id) != but)
    await session.execute(statement.values(ended_at=clock.now(), ended_why=why))
