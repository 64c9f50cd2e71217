"""The own account: read with the whole tree in view, and never anybody else's row."""

from dataclasses import dataclass

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import User
from gongwei.accounts.own.problems import OTP_ALREADY_SET, OTP_NOT_STARTED
from gongwei.accounts.own.schemas import HeldRoleOut
from gongwei.accounts.password_rules import checked_hash
from gongwei.accounts.sign_in import attempts
from gongwei.accounts.sign_in.problems import OTP_INVALID
from gongwei.accounts.sign_in.sessions import end_sessions, held_by
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.core.errors import MALFORMED, NOT_FOUND, FieldFault
from gongwei.core.one_time_codes import accepted_step, new_secret, provisioning_uri
from gongwei.core.passwords import PasswordProfile, verify_password


@dataclass(frozen=True)
class Myself:
    """The caller's account with the roles that it holds now."""

    user: User
    held: list[HeldRoleOut]


async def read_myself(session: AsyncSession, actor: Actor) -> Myself:
    """The caller's account; 404 for callers that are no person."""
    user = await _own(session, actor)
    held = [
        HeldRoleOut(
            id=assignment.id,
            role=assignment.role,
            organisation_id=organisation.id,
            organisation_name=organisation.name,
        )
        for assignment, organisation in await held_by(session, user.id)
    ]
    return Myself(user, held)


async def _own(session: AsyncSession, actor: Actor, *, lock: bool = False) -> User:
    await narrow(session, WHOLE_TREE)
    query = select(User).where(User.id == actor.user_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    user = (await session.exec(query)).first()
    if user is None:
        raise NOT_FOUND()
    return user


async def start_otp(session: AsyncSession, actor: Actor) -> tuple[str, str]:
    """A new secret and its address; it counts only once a code has confirmed it."""
    user = await _own(session, actor, lock=True)
    if user.otp_confirmed:
        raise OTP_ALREADY_SET()
    secret = new_secret()
    user.otp_secret = secret
    user.otp_last_step = None
    record(session, actor, "user.start_otp", user)
    return secret, provisioning_uri(secret, user.username)


async def confirm_otp(session: AsyncSession, actor: Actor, code: str) -> None:
    """Switch two-factor sign-in on. The code that proves it cannot be used again to sign in."""
    user = await _own(session, actor, lock=True)
    if user.otp_confirmed:
        raise OTP_ALREADY_SET()
    if user.otp_secret is None:
        raise OTP_NOT_STARTED()
    step = accepted_step(user.otp_secret, code, clock.now(), user.otp_last_step)
    if step is None:
        zh, en = OTP_INVALID.detail_zh, OTP_INVALID.detail_en
        raise MALFORMED(errors=(FieldFault("/otp", "otp_invalid", zh, en),), count=1)
    user.otp_confirmed = True
    user.otp_last_step = step
    record(session, actor, "user.confirm_otp", user)


async def change_password(
    session: AsyncSession,
    database: Database,
    actor: Actor,
    current: str,
    new: str,
    profile: PasswordProfile,
) -> None:
    """Set a new password and end the caller's other sessions.

    The current password is a guess like any at sign-in: 429 `too_many_attempts` after ten wrong
    ones. A wrong current password, and a new one that is weak or the same, is 422 with its field.
    """
    user = await _own(session, actor)
    attempt_id = await attempts.take(database, user.username)
    if not await verify_password(current, user.password_hash):
        raise MALFORMED(errors=(_WRONG,), count=1)
    if new == current:
        raise MALFORMED(errors=(_UNCHANGED,), count=1)
    verified = user.password_hash
    hashed = await checked_hash(new, user.username, profile, "/new_password")
    user = await _own(session, actor, lock=True)
    if user.password_hash != verified:
        raise MALFORMED(errors=(_WRONG,), count=1)
    user.password_hash = hashed
    user.must_change_password = False
    await attempts.take_back(session, attempt_id)
    await end_sessions(session, user.id, "password_changed", but=actor.session_id)
    record(session, actor, "user.change_password", user)


_WRONG = FieldFault(
    "/current_password", "wrong_password", "当前密码不正确", "The current password is wrong"
)
_UNCHANGED = FieldFault(
    "/new_password", "unchanged",
    "新密码不能与当前密码相同", "The new password must differ from the current one",
)  # fmt: skip
