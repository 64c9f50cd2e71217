"""The first page, figures of a subtree, advice, and the code tables."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

import gongwei.home.followers  # noqa: F401  (members take part in changes of the tree)
from gongwei.access.actor import CurrentActor
from gongwei.core.db import CurrentSession
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import ResourceRoute
from gongwei.core.schemas import Items
from gongwei.home import desk
from gongwei.home.advice import advice
from gongwei.home.code_tables import code_tables
from gongwei.home.schemas import (
    AdviceOut,
    CodeTablesOut,
    DayQuery,
    HomeOut,
    MemberCountOut,
    SummaryOut,
)
from gongwei.home.summary import Language, counts_with_children, summary

me = APIRouter(prefix="/me", tags=["home"], route_class=ResourceRoute)
organisations = APIRouter(
    prefix="/organisations", tags=["organisations"], route_class=ResourceRoute
)
tables = APIRouter(tags=["code-tables"], route_class=ResourceRoute)
routers = (me, organisations, tables)

AsOf = Annotated[DayQuery, Query()]


def _language(request: Request) -> Language:
    return "en" if language_of(request) == "en" else "zh"


CallersLanguage = Annotated[Language, Depends(_language)]


@me.get("/home", summary="What is owed, what waits, what changed, and a few figures")
async def read_home(
    session: CurrentSession, actor: CurrentActor, language: CallersLanguage
) -> HomeOut:
    return await desk.home(session, actor, language)


@organisations.get("/{organisation_id}/summary", summary="Figures of a subtree on a day")
async def read_organisation_summary(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID, asked: AsOf,
    language: CallersLanguage,
) -> SummaryOut:  # fmt: skip
    return await summary(session, actor, organisation_id, asked.as_of, language)


@organisations.get("/{organisation_id}/advice", summary="What the regulations ask of it on a day")
async def read_organisation_advice(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID, asked: AsOf,
    language: CallersLanguage,
) -> AdviceOut:  # fmt: skip
    return await advice(session, actor, organisation_id, asked.as_of, language)


@organisations.get(
    "/{organisation_id}/member-counts", summary="Members of a subtree and of each child's"
)
async def list_member_counts(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID, asked: AsOf
) -> Items[MemberCountOut]:
    return Items(items=await counts_with_children(session, actor, organisation_id, asked.as_of))


@tables.get("/code-tables", summary="The tables that answers refer to by code")
async def read_code_tables(_actor: CurrentActor) -> CodeTablesOut:
    return code_tables()
