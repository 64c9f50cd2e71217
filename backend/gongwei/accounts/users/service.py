"""Accounts, as the system administrators of a subtree see and change them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation, Person, User
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission, Role
from gongwei.access.scope import fetch, in_scope, require
from gongwei.accounts.password_rules import checked_hash
from gongwei.accounts.role_assignments.service import add_role
from gongwei.accounts.sign_in import attempts
from gongwei.accounts.sign_in.sessions import end_sessions, held_by
from gongwei.accounts.users.linking import free_username, stand_for
from gongwei.accounts.users.problems import BEYOND_REACH, OWN_ACCOUNT, USERNAME_TAKEN
from gongwei.accounts.users.schemas import (
    UserActionIn,
    UserChangeIn,
    UserIn,
    UserOut,
    UsersQuery,
)
from gongwei.accounts.users.workflow import USER, UserAction
from gongwei.audit.record import record
from gongwei.core.pagination import paginate
from gongwei.core.passwords import PasswordProfile
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page

READ, WRITE = Permission.USERS_READ, Permission.USERS_WRITE

SORTS: dict[str, Any] = {
    "username": col(User.username),
    "display_name": col(User.display_name),
    "created_at": col(User.created_at),
}
KEY: Any = col(User.id)


async def list_users(session: AsyncSession, actor: Actor, asked: UsersQuery) -> Page[UserOut]:
    """The accounts of the caller's subtree."""
    query: Any = (
        select(User, Organisation.name, Person.name)
        .join(Organisation, col(Organisation.id) == col(User.organisation_id))
        .outerjoin(Person, col(Person.id) == col(User.person_id))
        .where(
            in_scope(actor, User, READ),
            await owned_within(session, actor, col(User.organisation_id), asked),
        )
    )
    if asked.state is not None:
        query = query.where(User.state == asked.state)
    if asked.q:
        query = query.where(matching(asked.q, col(User.username), col(User.display_name)))
    rows = await paginate(session, query, asked, sorts=SORTS, default="username", key=KEY)
    locked = await attempts.locked_among(session, [user.username for user, *_ in rows.items])
    items = [
        _out(actor, user, place, who, user.username in locked) for user, place, who in rows.items
    ]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read_user(session: AsyncSession, actor: Actor, user_id: UUID) -> UserOut:
    """One account; 404 outside the subtree."""
    return await _shown(session, actor, await fetch(session, actor, User, user_id, read=READ))


async def _shown(session: AsyncSession, actor: Actor, user: User) -> UserOut:
    await session.flush()
    place = await fetch(
        session, actor, Organisation, user.organisation_id, read=Permission.ORGANISATIONS_READ
    )
    who = (await session.exec(select(Person.name).where(Person.id == user.person_id))).first()
    locked = await attempts.locked_among(session, [user.username])
    return _out(actor, user, place.name, who, bool(locked))


def _out(
    actor: Actor, user: User, organisation_name: str, person_name: str | None, locked: bool
) -> UserOut:
    return UserOut(
        **user.model_dump(include=set(UserOut.model_fields)),
        allowed_actions=_allowed(actor, user, locked),
        organisation_name=organisation_name,
        person_name=person_name,
        locked=locked,
        otp_enabled=user.otp_confirmed,
    )


def _allowed(actor: Actor, user: User, locked: bool) -> list[str]:
    if user.id == actor.user_id:
        return []
    impossible = set()
    if not locked:
        impossible.add(UserAction.UNLOCK.value)
    if user.otp_secret is None:
        impossible.add(UserAction.RESET_OTP.value)
    allowed = USER.allowed(user.state, actor.permissions)
    return [action for action in allowed if action not in impossible]


async def create_account(
    session: AsyncSession,
    actor: Actor,
    *,
    username: str,
    display_name: str,
    organisation_id: UUID,
    password: str,
    roles: Sequence[Role] = (),
    profile: PasswordProfile = "asvs",
    must_change_password: bool = True,
) -> User:
    """A new account holding `roles` at its own organisation.

    Raises `username_taken` (409), `separated_roles` (409) and 422 for a weak password.
    """
    await require(session, actor, WRITE, organisation_id)
    hashed = await checked_hash(password, username, profile, "/password")
    user = User(
        username=username.lower(),
        display_name=display_name,
        organisation_id=organisation_id,
        password_hash=hashed,
        must_change_password=must_change_password,
    )
    session.add(user)
    try:
        await session.flush()
    except IntegrityError as error:
        raise USERNAME_TAKEN() from error
    record(session, actor, "user.create", user)
    for role in roles:
        await add_role(session, actor, user, role, organisation_id)
    return user


async def create_user(
    session: AsyncSession, actor: Actor, given: UserIn, profile: PasswordProfile
) -> UserOut:
    """A new account without any role; roles are another administrator's to grant.

    Raises what `create_account` and `stand_for` raise.
    """
    username = given.username or await free_username(session, actor, given.display_name)
    user = await create_account(
        session,
        actor,
        username=username,
        display_name=given.display_name,
        organisation_id=given.organisation_id,
        password=given.password,
        profile=profile,
    )
    await stand_for(session, actor, user, given.person_id)
    return await _shown(session, actor, user)


async def change_user(
    session: AsyncSession, actor: Actor, user_id: UUID, change: UserChangeIn, version: int
) -> UserOut:
    """Change what was sent. 412 when somebody else was faster."""
    user = await fetch(session, actor, User, user_id, read=READ, need=WRITE, version=version)
    await _refuse_beyond_reach(session, actor, user)
    if change.organisation_id is not None:
        await require(session, actor, WRITE, change.organisation_id)
        user.organisation_id = change.organisation_id
    if change.display_name is not None:
        user.display_name = change.display_name
    if "person_id" in change.model_fields_set:
        await stand_for(session, actor, user, change.person_id)
    record(session, actor, "user.change", user)
    return await _shown(session, actor, user)


async def act(
    session: AsyncSession,
    actor: Actor,
    user_id: UUID,
    action: UserAction,
    body: UserActionIn,
    profile: PasswordProfile,
) -> UserOut:
    """Disable, enable, unlock, or reset a way of signing in; never one's own account."""
    user = await fetch(
        session, actor, User, user_id, read=READ, need=Permission(USER[action].permission)
    )
    if user.id == actor.user_id:
        raise OWN_ACCOUNT()
    await _refuse_beyond_reach(session, actor, user)
    if body.password is not None and action is not UserAction.RESET_PASSWORD:
        raise one_fault("/password", "extra_forbidden", "此操作不需要密码", "Not for this action")
    locked = await attempts.locked_among(session, [user.username])
    USER.apply(user, action, _allowed(actor, user, bool(locked)), body.reason)
    await _carry_out(session, user, action, body.password, profile)
    record(session, actor, f"user.{action}", user, reason=body.reason)
    return await _shown(session, actor, user)


async def _carry_out(
    session: AsyncSession,
    user: User,
    action: UserAction,
    password: str | None,
    profile: PasswordProfile,
) -> None:
    if action is UserAction.UNLOCK:
        await attempts.unlock(session, user.username)
    elif action is UserAction.DISABLE:
        await end_sessions(session, user.id, "disabled")
    elif action is UserAction.RESET_OTP:
        user.otp_secret, user.otp_confirmed, user.otp_last_step = None, False, None
        await end_sessions(session, user.id, "otp_reset")
    elif action is UserAction.RESET_PASSWORD:
        if password is None:
            raise one_fault("/password", "missing", "必填", "This is required")
        user.password_hash = await checked_hash(password, user.username, profile, "/password")
        user.must_change_password = True
        await end_sessions(session, user.id, "password_reset")


async def _refuse_beyond_reach(session: AsyncSession, actor: Actor, user: User) -> None:
    """Whoever may reset a password could use the account, so its roles must lie within reach."""
    async with whole_tree(session, actor):
        held = await held_by(session, user.id)
    if any(not place.path.startswith(actor.path) for _, place in held):
        raise BEYOND_REACH()
