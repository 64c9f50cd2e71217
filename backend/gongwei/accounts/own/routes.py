"""/me: who is signed in, two factors, password."""

from fastapi import APIRouter, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.accounts.own import service
from gongwei.accounts.own.schemas import MeOut, OtpConfirmIn, OtpSetupOut, PasswordChangeIn
from gongwei.core.db import CurrentSession
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import ResourceRoute

router = APIRouter(prefix="/me", tags=["me"], route_class=ResourceRoute)


@router.get("")
async def read_me(session: CurrentSession, actor: CurrentActor, request: Request) -> MeOut:
    """Identity, roles and permissions of the caller."""
    me = await service.read_myself(session, actor)
    return MeOut(
        id=me.user.id,
        username=me.user.username,
        display_name=me.user.display_name,
        person_id=me.user.person_id,
        locale="en" if language_of(request) == "en" else "zh-CN",
        assignments=me.held,
        assignment=next((held for held in me.held if held.id == actor.assignment_id), None),
        permissions=sorted(actor.permissions),
        otp_enabled=me.user.otp_confirmed,
        otp_setup_required=actor.otp_setup_required,
        must_change_password=me.user.must_change_password,
        demo=request.app.state.settings.demo,
    )


@router.post("/otp")
async def start_otp(
    session: CurrentSession, actor: CurrentActor, request: Request, response: Response
) -> OtpSetupOut:
    """Begin two-factor sign-in: a secret for the authenticator app, shown this once."""
    # An answer that holds a secret is never kept for replays.
    request.state.idempotency = None
    response.headers["Cache-Control"] = "no-store"
    secret, uri = await service.start_otp(session, actor)
    return OtpSetupOut(secret=secret, uri=uri)


@router.post("/otp/actions/confirm", status_code=204)
async def confirm_otp(session: CurrentSession, actor: CurrentActor, body: OtpConfirmIn) -> None:
    """Switch two-factor sign-in on with the first code that the app shows."""
    await service.confirm_otp(session, actor, body.otp)


@router.post("/password", status_code=204)
async def change_password(
    session: CurrentSession, actor: CurrentActor, request: Request, body: PasswordChangeIn
) -> None:
    """Set a new password; the caller's other sessions end at once."""
    state = request.app.state
    await service.change_password(
        session,
        state.database,
        actor,
        body.current_password,
        body.new_password,
        state.settings.password_profile,
    )
