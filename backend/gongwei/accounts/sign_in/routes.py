"""/auth: without a bearer token, except for switching. The refresh token is a cookie here."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Cookie, Form, Header, Request, Response
from fastapi.security.utils import get_authorization_scheme_param

from gongwei.access.actor import CurrentActor
from gongwei.accounts.sign_in import service
from gongwei.accounts.sign_in.schemas import SwitchIn, TokenForm, TokenOut
from gongwei.accounts.sign_in.sessions import SignedIn
from gongwei.core import clock
from gongwei.core.api_document import NEVER_REPLAYED, refused_with
from gongwei.core.db import CurrentSession
from gongwei.core.errors import Problem
from gongwei.core.idempotency import KEY_HEADER
from gongwei.core.routing import ResourceRoute
from gongwei.core.tokens import TokenRefused, issue, new_claims, read

router = APIRouter(prefix="/auth", tags=["auth"], route_class=ResourceRoute)

COOKIE = "gongwei_refresh"
COOKIE_PATH = "/api/v1/auth"
FORGET_COOKIE = f'{COOKIE}=""; HttpOnly; Max-Age=0; Path={COOKIE_PATH}; SameSite=strict'

RefreshCookie = Annotated[str | None, Cookie(alias=COOKIE, max_length=200)]
Attempt = Annotated[
    str | None,
    Header(
        alias=KEY_HEADER, min_length=1, max_length=200,
        description="Names this try, so that it can be repeated when its answer is lost.",
    ),
]  # fmt: skip


@router.post("/token", responses=refused_with(401, 429))
async def sign_in(
    request: Request, response: Response, form: Annotated[TokenForm, Form()]
) -> TokenOut:
    """Sign in with user name and password, and the one-time code where two factors are on."""
    guess = service.Guess(form.username, form.password, form.otp, request.state.request_id)
    opened = await service.sign_in(request.app.state.database, guess)
    return _tokens(request, response, opened)


@router.post("/refresh", responses=refused_with(401))
async def refresh_token(
    request: Request, response: Response, cookie: RefreshCookie = None, attempt: Attempt = None
) -> TokenOut:
    """Trade the refresh cookie for a new access token and the next cookie.

    Whoever never got the answer presents the same cookie with the same `Idempotency-Key` again,
    within ten minutes and until what it was traded for has been used. Every other re-use of a
    cookie ends the sign-in.
    """
    try:
        renewed = await service.refresh(
            request.app.state.database, cookie, attempt, request.state.request_id
        )
    except Problem as problem:
        # Without a cookie there is none to forget, and one may have been given meanwhile.
        if cookie is not None:
            problem.headers["Set-Cookie"] = FORGET_COOKIE
        raise
    return _tokens(request, response, renewed)


@router.post("/sign-out", status_code=204)
async def sign_out(request: Request, response: Response, cookie: RefreshCookie = None) -> None:
    """End the session of the refresh cookie, or else of the access token."""
    state = request.app.state
    await service.sign_out(state.database, cookie, _session_id(request), request.state.request_id)
    response.headers["Set-Cookie"] = FORGET_COOKIE


@router.post("/switch", openapi_extra=NEVER_REPLAYED)
async def switch_role(
    session: CurrentSession,
    actor: CurrentActor,
    request: Request,
    response: Response,
    body: SwitchIn,
) -> TokenOut:
    """Act in another of one's own roles; earlier access tokens run out by themselves."""
    # An answer that holds a token is never kept for replays.
    request.state.idempotency = None
    assignment_id = await service.switch(session, actor, body.assignment_id)
    assert actor.user_id is not None
    assert actor.session_id is not None
    return _answer(request, response, actor.user_id, actor.session_id, assignment_id)


def _tokens(request: Request, response: Response, opened: SignedIn) -> TokenOut:
    response.set_cookie(
        COOKIE,
        opened.refresh_token,
        max_age=int((opened.expires_at - clock.now()).total_seconds()),
        path=COOKIE_PATH,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return _answer(request, response, opened.user_id, opened.session_id, opened.assignment_id)


def _answer(
    request: Request,
    response: Response,
    user_id: UUID,
    session_id: UUID,
    assignment_id: UUID | None,
) -> TokenOut:
    claims = new_claims(
        user_id=user_id,
        session_id=session_id,
        assignment_id=assignment_id,
        now=int(clock.now().timestamp()),
    )
    response.headers["Cache-Control"] = "no-store"
    token = issue(request.app.state.token_keys, claims)
    return TokenOut(access_token=token, assignment_id=assignment_id)


def _session_id(request: Request) -> UUID | None:
    scheme, token = get_authorization_scheme_param(request.headers.get("authorization"))
    if scheme.lower() != "bearer":
        return None
    try:
        return read(request.app.state.token_keys, token, int(clock.now().timestamp())).session_id
    except TokenRefused:
        return None
