"""/public: read before signing in."""

from fastapi import APIRouter, Request

from gongwei.accounts.demo import DEMO_BALLOT_CODES
from gongwei.accounts.public import service
from gongwei.accounts.public.schemas import DemoAccountsOut, PublicSettingsOut
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE
from gongwei.core.errors import NOT_FOUND
from gongwei.core.routing import ResourceRoute

router = APIRouter(prefix="/public", tags=["public"], route_class=ResourceRoute)


@router.get("/settings")
async def read_public_settings(request: Request) -> PublicSettingsOut:
    """What the sign-in page shows."""
    state = request.app.state
    async with state.database.transaction(WHOLE_TREE) as session:
        name = await service.committee_name(session)
    return PublicSettingsOut(
        committee_name=name,
        demo=state.settings.demo,
        time_zone=state.settings.time_zone,
        today=clock.today(),
    )


@router.get("/demo-accounts")
async def list_demo_accounts(request: Request) -> DemoAccountsOut:
    """The demonstration's accounts with their passwords; 404 on every other server."""
    state = request.app.state
    if not state.settings.demo:
        raise NOT_FOUND()
    async with state.database.transaction(WHOLE_TREE) as session:
        accounts = await service.demo_accounts(session)
    return DemoAccountsOut(items=accounts, ballot_codes=list(DEMO_BALLOT_CODES))
