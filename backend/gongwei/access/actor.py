"""Who calls: one account in one role at one organisation, read from the database at each
request.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer
from sqlalchemy import Uuid
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.models import (
    SEGMENT,
    AssignmentState,
    Organisation,
    OrganisationState,
    RoleAssignment,
    User,
    UserState,
)
from gongwei.access.people import among
from gongwei.access.permissions import (
    INSTALLATION_WIDE,
    ROLE_PERMISSIONS,
    TWO_FACTOR_ROLES,
    Permission,
    Role,
)
from gongwei.access.sessions import SignInSession
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, CurrentSession, narrow
from gongwei.core.errors import NOT_SIGNED_IN, ProblemType
from gongwei.core.idempotency import claim
from gongwei.core.tokens import AccessClaims, TokenRefused, read

OTP_SETUP_REQUIRED = ProblemType(
    "otp_setup_required",
    403,
    "请先启用两步验证",
    "Set up two-factor sign-in first",
    "工委角色须启用两步验证后才能办理业务。请先完成设置。",
    "Committee roles need two-factor sign-in. Set it up first.",
)

PASSWORD_CHANGE_REQUIRED = ProblemType(
    "password_change_required",
    403,
    "请先修改初始密码",
    "Change the first password first",
    "当前密码由他人设置。请先换成只有您自己知道的密码。",
    "The present password was set by somebody else. Choose one that only you know.",
)

bearer = OAuth2PasswordBearer(
    tokenUrl="/api/v1/auth/token",
    refreshUrl="/api/v1/auth/refresh",
    description=(
        "An access token of ten minutes for one role at one organisation: a JWT after RFC 9068,"
        " read by the rules of RFC8725. The refresh token is a cookie."
    ),
    auto_error=False,
)


@dataclass(frozen=True)
class Actor:
    """The caller of one request. `path` is the root of the subtree that the role reaches."""

    user_id: UUID | None
    label: str
    role: Role | None
    organisation_id: UUID
    path: str
    permissions: frozenset[Permission]
    assignment_id: UUID | None = None
    person_id: UUID | None = None
    session_id: UUID | None = None
    otp_setup_required: bool = False
    must_change_password: bool = False
    request_id: str = ""

    @property
    def key(self) -> str:
        """A stable name of the caller, for idempotency keys."""
        return f"user:{self.user_id}:{self.assignment_id}"

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions


async def read_actor(
    request: Request, session: CurrentSession, token: Annotated[str | None, Depends(bearer)]
) -> Actor:
    """Whoever the token names, with the rights held now; 401 when any of it no longer holds."""
    return await admit(request, session, await read_claims(request, token))


async def read_claims(
    request: Request, token: Annotated[str | None, Depends(bearer)]
) -> AccessClaims:
    """What a genuine token says; 401 for any other."""
    if token is None:
        raise not_signed_in()
    try:
        return read(request.app.state.token_keys, token, int(clock.now().timestamp()))
    except TokenRefused as refused:
        raise not_signed_in() from refused


async def admit(request: Request, session: AsyncSession, claims: AccessClaims) -> Actor:
    """The actor of a request, who takes the request's key; 401 when the rights no longer hold."""
    actor = await load_actor(
        session, claims, request.state.request_id, request.app.state.settings.require_otp
    )
    if actor is None:
        raise not_signed_in()
    await claim(request, session, actor.key)
    return actor


async def load_actor(
    session: AsyncSession, claims: AccessClaims, request_id: str, require_otp: bool
) -> Actor | None:
    """Read account, session and assignment, narrow the transaction to the role's subtree."""
    (actor,) = await load_actors(session, [(claims, request_id)], require_otp)
    if actor is not None:
        await narrow(session, _scope_of(actor))
    return actor


async def load_actors(
    session: AsyncSession, asked: Sequence[tuple[AccessClaims, str]], require_otp: bool
) -> list[Actor | None]:
    """The actors of several requests, by their claims and their numbers, with the rights held now;
    None for whoever may not come in. The transaction has the whole tree in view.
    """
    users, held = await _rights_of(session, [claims for claims, _ in asked])
    actors: list[Actor | None] = []
    for claims, request_id in asked:
        user = users.get(claims.session_id)
        role = held.get((claims.session_id, claims.assignment_id))
        if user is None or user.id != claims.user_id or (claims.assignment_id and role is None):
            actors.append(None)
            continue
        assignment, organisation = role or (None, None)
        actors.append(
            _actor(user, assignment, organisation, claims.session_id, request_id, require_otp)
        )
    return actors


Held = Mapping[tuple[UUID, UUID | None], tuple[RoleAssignment, Organisation]]


async def _rights_of(
    session: AsyncSession, asked: Sequence[AccessClaims]
) -> tuple[Mapping[UUID, User], Held]:
    """Users by session, and what each session holds of the roles asked for."""
    roles = [claims.assignment_id for claims in asked if claims.assignment_id is not None]
    await narrow(session, WHOLE_TREE)
    found = await session.execute(
        select(SignInSession.id, User, RoleAssignment, Organisation)
        .join(User, col(SignInSession.user_id) == User.id)
        .outerjoin(
            RoleAssignment,
            (col(RoleAssignment.user_id) == User.id)
            & among(col(RoleAssignment.id), roles, Uuid())
            & (col(RoleAssignment.state) == AssignmentState.ACTIVE),
        )
        .outerjoin(
            Organisation,
            (col(Organisation.id) == RoleAssignment.organisation_id)
            & (col(Organisation.state) == OrganisationState.ACTIVE),
        )
        .where(
            among(col(SignInSession.id), {claims.session_id for claims in asked}, Uuid()),
            col(SignInSession.ended_at).is_(None),
            User.state == UserState.ACTIVE,
        )
    )
    users: dict[UUID, User] = {}
    held: dict[tuple[UUID, UUID | None], tuple[RoleAssignment, Organisation]] = {}
    for session_id, user, assignment, organisation in found.all():
        users[session_id] = user
        if assignment is not None and organisation is not None:
            held[session_id, assignment.id] = assignment, organisation
    return users, held


async def actor_for(
    session: AsyncSession, user_id: UUID, assignment_id: UUID, request_id: str, require_otp: bool
) -> Actor | None:
    """The actor of an account in a role outside a request, with the rights held now.

    Narrows the transaction to the role's subtree; None when account, role or organisation ended.
    """
    await narrow(session, WHOLE_TREE)
    found = await session.execute(
        select(User, RoleAssignment, Organisation)
        .join(RoleAssignment, col(RoleAssignment.user_id) == User.id)
        .join(Organisation, col(Organisation.id) == RoleAssignment.organisation_id)
        .where(
            User.id == user_id,
            User.state == UserState.ACTIVE,
            RoleAssignment.id == assignment_id,
            RoleAssignment.state == AssignmentState.ACTIVE,
            Organisation.state == OrganisationState.ACTIVE,
        )
    )
    row = found.first()
    if row is None:
        return None
    user, assignment, organisation = row
    actor = _actor(user, assignment, organisation, None, request_id, require_otp)
    await narrow(session, _scope_of(actor))
    return actor


def _actor(
    user: User, assignment: RoleAssignment | None, organisation: Organisation | None,
    session_id: UUID | None, request_id: str, require_otp: bool,
) -> Actor:  # fmt: skip
    role = assignment.role if assignment else None
    missing_otp = require_otp and role in TWO_FACTOR_ROLES and not user.otp_confirmed
    ready = not missing_otp and not user.must_change_password
    granted = ROLE_PERMISSIONS[role] if role and ready else frozenset()
    if organisation is None or organisation.parent_id is not None:
        granted -= INSTALLATION_WIDE
    return Actor(
        user_id=user.id,
        label=user.display_name,
        role=role,
        organisation_id=organisation.id if organisation else user.organisation_id,
        path=organisation.path if organisation else "",
        permissions=granted,
        assignment_id=assignment.id if assignment else None,
        person_id=user.person_id,
        session_id=session_id,
        otp_setup_required=missing_otp,
        must_change_password=user.must_change_password,
        request_id=request_id,
    )


def _scope_of(actor: Actor) -> str:
    """What row-level security may show this caller: its subtree; all of the tree when it stands at
    the root; nothing without a role.
    """
    return WHOLE_TREE if len(actor.path) == SEGMENT else actor.path


def system_actor(organisation: Organisation, label: str = "系统 System") -> Actor:
    """The program itself, for what it does on its date; holds every permission at the root."""
    return Actor(
        user_id=None,
        label=label,
        role=None,
        organisation_id=organisation.id,
        path=organisation.path,
        permissions=frozenset(Permission),
    )


def not_signed_in() -> Exception:
    """A 401 that says how to sign in."""
    return NOT_SIGNED_IN(headers={"WWW-Authenticate": "Bearer"})


CurrentActor = Annotated[Actor, Depends(read_actor, scope="function")]
