"""/enrolments: the people on the rosters, and what they lack to work with the program."""

from typing import Annotated

from fastapi import APIRouter, Query

from gongwei.access.actor import CurrentActor
from gongwei.core.db import CurrentSession
from gongwei.core.routing import ResourceRoute
from gongwei.core.schemas import Page
from gongwei.enrolment import service
from gongwei.enrolment.schemas import EnrolmentOut, EnrolmentsQuery

router = APIRouter(prefix="/enrolments", tags=["users"], route_class=ResourceRoute)


@router.get("", summary="Who on the rosters lacks an account, a first sign-in, or a role")
async def list_enrolments(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[EnrolmentsQuery, Query()]
) -> Page[EnrolmentOut]:
    return await service.list_enrolments(session, actor, asked)
