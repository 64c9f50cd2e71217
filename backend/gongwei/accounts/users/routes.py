"""/users: the accounts of a subtree."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.accounts.users import service
from gongwei.accounts.users.schemas import UserActionIn, UserChangeIn, UserIn, UserOut, UsersQuery
from gongwei.accounts.users.workflow import UserAction
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import Page

router = APIRouter(prefix="/users", tags=["users"], route_class=ResourceRoute)


@router.get("")
async def list_users(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[UsersQuery, Query()]
) -> Page[UserOut]:
    """The accounts of the caller's subtree."""
    return await service.list_users(session, actor, asked)


@router.post("", status_code=201)
async def create_user(
    session: CurrentSession, actor: CurrentActor, request: Request, response: Response, body: UserIn
) -> UserOut:
    """A new account without roles; its holder is asked to change the password."""
    profile = request.app.state.settings.password_profile
    out = await service.create_user(session, actor, body, profile)
    return created(response, request, out)


@router.get("/{user_id}")
async def read_user(
    session: CurrentSession, actor: CurrentActor, response: Response, user_id: UUID
) -> UserOut:
    """One account."""
    return tagged(response, await service.read_user(session, actor, user_id))


@router.patch("/{user_id}")
async def change_user(
    session: CurrentSession,
    actor: CurrentActor,
    response: Response,
    user_id: UUID,
    version: IfMatch,
    body: UserChangeIn,
) -> UserOut:
    """Change the display name, the organisation, or whom the account stands for."""
    return tagged(response, await service.change_user(session, actor, user_id, body, version))


@router.post("/{user_id}/actions/{action}")
async def act_on_user(
    session: CurrentSession,
    actor: CurrentActor,
    request: Request,
    response: Response,
    user_id: UUID,
    action: UserAction,
    body: UserActionIn,
) -> UserOut:
    """Disable, enable, unlock, or reset the password or the second factor."""
    profile = request.app.state.settings.password_profile
    return tagged(response, await service.act(session, actor, user_id, action, body, profile))


@router.get("/{user_id}/history")
async def read_user_history(
    session: CurrentSession, actor: CurrentActor, user_id: UUID, params: PageQuery
) -> Page[HistoryOut]:
    """Who did what with the account, sign-ins included."""
    user = await service.read_user(session, actor, user_id)
    return await history(session, "user_account", user.id, params)
