"""Signing in: the same work and the same answer whether or not the account exists."""

import unicodedata
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, User, UserState
from gongwei.access.sessions import SignInSession
from gongwei.accounts.models import RefreshToken, SignInAttempt
from gongwei.accounts.sign_in import attempts
from gongwei.accounts.sign_in.problems import (
    INVALID_CREDENTIALS,
    OTP_INVALID,
    OTP_REQUIRED,
    SESSION_ENDED,
)
from gongwei.accounts.sign_in.sessions import (
    SignedIn,
    continue_session,
    held_by,
    is_reused,
    open_session,
    token_hash,
)
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.core.errors import NOT_FOUND, ProblemType
from gongwei.core.one_time_codes import accepted_step
from gongwei.core.passwords import verify_password

UNKNOWN = "未知账号 Unknown account"
WRONG_PASSWORD = "密码错误 Wrong password"  # noqa: S105
WRONG_CODE = "动态验证码错误 Wrong one-time code"
TOKEN_REUSED = "刷新令牌被重复使用 Refresh token used twice"  # noqa: S105
ANSWER_LOST = "未收到答复，重新出示 The answer was lost, the token presented again"


@dataclass(frozen=True)
class Guess:
    """What somebody typed to be let in."""

    username: str
    password: str
    otp: str | None
    request_id: str


async def sign_in(database: Database, guess: Guess) -> SignedIn:
    """Open a session.

    Raises `too_many_attempts` (429), and with 401 `invalid_credentials`, `otp_required` and
    `otp_invalid`. Refusals are counted and recorded, so each is committed before it is raised.
    """
    attempt_id = await attempts.take(database, guess.username)
    stored = await _password_hash(database, guess)
    if not await verify_password(guess.password, stored):
        async with database.transaction(WHOLE_TREE) as session:
            await _record_refusal(session, guess, attempt_id, WRONG_PASSWORD)
        raise INVALID_CREDENTIALS()
    async with database.transaction(WHOLE_TREE) as session:
        answer = await _admit(session, guess, attempt_id, stored)
    if isinstance(answer, ProblemType):
        raise answer()
    return answer


async def _password_hash(database: Database, guess: Guess) -> str | None:
    async with database.transaction(WHOLE_TREE) as session:
        user = await _account(session, guess.username)
    return user.password_hash if user else None


def folded(username: str) -> str:
    """The one form of a user name: half width, small letters."""
    return unicodedata.normalize("NFKC", username).strip().lower()


async def _account(session: AsyncSession, username: str, *, lock: bool = False) -> User | None:
    query = select(User).where(User.username == folded(username), User.state == UserState.ACTIVE)
    return (await session.exec(query.with_for_update() if lock else query)).first()


async def _admit(
    session: AsyncSession, guess: Guess, attempt_id: UUID, verified: str | None
) -> SignedIn | ProblemType:
    """The password was right: ask for the second factor, then open the session."""
    user = await _account(session, guess.username, lock=True)
    if user is None or user.password_hash != verified:
        return INVALID_CREDENTIALS
    if user.otp_confirmed:
        if not guess.otp:
            await attempts.take_back(session, attempt_id)
            return OTP_REQUIRED
        if not _spend_code(user, guess.otp):
            await _record_refusal(session, guess, attempt_id, WRONG_CODE)
            return OTP_INVALID
    await attempts.take_back(session, attempt_id)
    user.last_sign_in_at = clock.now()
    record(session, _as(user, guess.request_id), "user.sign_in", user)
    return await open_session(session, user.id)


def _spend_code(user: User, code: str) -> bool:
    step = accepted_step(user.otp_secret or "", code, clock.now(), user.otp_last_step)
    if step is None:
        return False
    user.otp_last_step = step
    return True


async def _record_refusal(session: AsyncSession, guess: Guess, attempt_id: UUID, why: str) -> None:
    """One entry either way: about the account, or about the guess when there is no account."""
    user = await _account(session, guess.username)
    root = (
        await session.exec(select(Organisation.id).where(col(Organisation.parent_id).is_(None)))
    ).first()
    attempt = await session.get(SignInAttempt, attempt_id)
    if root is None or attempt is None:
        return
    actor = _as(user, guess.request_id) if user else _nobody(root, guess.request_id)
    record(session, actor, "user.sign_in_refused", user or attempt, reason=why)


def _as(user: User, request_id: str) -> Actor:
    return Actor(
        user_id=user.id, label=user.display_name, role=None, organisation_id=user.organisation_id,
        path="", permissions=frozenset(), request_id=request_id,
    )  # fmt: skip


def _nobody(root: UUID, request_id: str) -> Actor:
    return Actor(
        user_id=None, label=UNKNOWN, role=None, organisation_id=root, path="",
        permissions=frozenset(), request_id=request_id,
    )  # fmt: skip


async def refresh(
    database: Database, token: str | None, attempt: str | None, request_id: str
) -> SignedIn:
    """Trade a refresh token for the next; a re-used one ends the family. 401 `session_ended`.

    `attempt` names this try, so that it can be repeated when its answer is lost.
    """
    if not token:
        raise SESSION_ENDED()
    async with database.transaction(WHOLE_TREE) as session:
        renewed = await _renew(session, token, attempt, request_id)
    if renewed is None:
        raise SESSION_ENDED()
    return renewed


async def _renew(
    session: AsyncSession, token: str, attempt: str | None, request_id: str
) -> SignedIn | None:
    found = await _find(session, token)
    if found is None:
        return None
    presented, current, user = found
    now = clock.now()
    if current.ended_at is not None:
        return None
    attempt_hash = token_hash(attempt) if attempt else None
    if await is_reused(session, presented, attempt_hash):
        _end(current, "reused")
        record(session, _as(user, request_id), "user.end_session", user, reason=TOKEN_REUSED)
        return None
    if presented.expires_at <= now or user.state != UserState.ACTIVE:
        return None
    if presented.used_at is None:
        presented.used_at = now
        presented.attempt_hash = attempt_hash
    else:
        record(session, _as(user, request_id), "user.repeat_refresh", user, reason=ANSWER_LOST)
    return await continue_session(session, current, presented)


async def _find(
    session: AsyncSession, token: str
) -> tuple[RefreshToken, SignInSession, User] | None:
    query = (
        select(RefreshToken, SignInSession, User)
        .join(SignInSession, col(SignInSession.id) == col(RefreshToken.session_id))
        .join(User, col(User.id) == col(SignInSession.user_id))
        .where(RefreshToken.token_hash == token_hash(token))
        .with_for_update(of=[RefreshToken, SignInSession])
    )
    return (await session.exec(query)).first()


def _end(current: SignInSession, why: str) -> None:
    current.ended_at = clock.now()
    current.ended_why = why


async def sign_out(
    database: Database, token: str | None, session_id: UUID | None, request_id: str
) -> None:
    """End the session of the refresh token, or else the access token's. Never fails."""
    async with database.transaction(WHOLE_TREE) as session:
        found = await _find(session, token) if token else None
        if found is not None:
            session_id = found[1].id
        current = await session.get(SignInSession, session_id) if session_id else None
        if current is None or current.ended_at is not None:
            return
        _end(current, "signed_out")
        user = (await session.exec(select(User).where(User.id == current.user_id))).one()
        record(session, _as(user, request_id), "user.sign_out", user)


async def switch(session: AsyncSession, actor: Actor, assignment_id: UUID) -> UUID:
    """Act in another of one's own roles from now on. Raises `not_found` (404) for any other."""
    await narrow(session, WHOLE_TREE)
    if actor.user_id is None or actor.session_id is None:
        raise NOT_FOUND()
    held = {assignment.id for assignment, _ in await held_by(session, actor.user_id)}
    current = await session.get(SignInSession, actor.session_id)
    if assignment_id not in held or current is None:
        raise NOT_FOUND()
    current.assignment_id = assignment_id
    user = (await session.exec(select(User).where(User.id == actor.user_id))).one()
    record(session, actor, "user.switch_role", user)
    return assignment_id
