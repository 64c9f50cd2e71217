"""Talks: scheduled by the committee, read by those in reach and by the person talked to."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, func, literal
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, refuse_unready, require, visible
from gongwei.audit.record import record
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.core.workflow import TO_CHANGE
from gongwei.secretaries.talks.appointment_talks import redate_talk
from gongwei.secretaries.talks.content import (
    addressee_of,
    person_of,
    refuse_foreign,
    title_of,
    write,
)
from gongwei.secretaries.talks.models import Talk
from gongwei.secretaries.talks.reading import (
    READ,
    TalkLine,
    actions_of,
    narrowed,
    talk_lines,
    talks_out,
)
from gongwei.secretaries.talks.schemas import TalkChangeIn, TalkIn, TalkOut, TalkQuery
from gongwei.secretaries.talks.workflow import TALK

WRITE = Permission.TALKS_WRITE
KEY: Any = col(Talk.id)
NEVER = literal(date(2200, 1, 2), Date)
"""Sorts a talk that was not held behind all others."""
SORTS: dict[str, Any] = {
    "due_on": col(Talk.due_on),
    "held_on": func.coalesce(col(Talk.held_on), NEVER),
    "title": col(Talk.title),
    "created_at": col(Talk.created_at),
    "updated_at": col(Talk.updated_at),
}
WRITTEN = frozenset({"place", "talker", "addressee", "number", "content", "issues", "deadline"})
CHANGED = WRITTEN | {"title"}


async def list_talks(session: AsyncSession, actor: Actor, asked: TalkQuery) -> Page[TalkOut]:
    """One page of the caller's subtree, the nearest date first."""
    query = narrowed(talk_lines(actor), asked).where(
        await owned_within(session, actor, col(Talk.organisation_id), asked)
    )
    return await _page(session, actor, actor, query, asked, "due_on")


async def list_own(session: AsyncSession, actor: Actor, params: PageParams) -> Page[TalkOut]:
    """Talks with the caller's own person, wherever they stand in the tree, the latest first."""
    refuse_unready(actor)
    if actor.person_id is None:
        return Page(items=[])
    async with as_oneself(session, actor) as oneself:
        query = talk_lines(oneself).where(col(Talk.person_id) == actor.person_id)
        return await _page(session, actor, oneself, query, params, "-due_on")


async def _page(
    session: AsyncSession, actor: Actor, reader: Actor, query: Any, params: PageParams, sort: str
) -> Page[TalkOut]:
    found = await paginate(session, query, params, sorts=SORTS, default=sort, key=KEY)
    items = await talks_out(session, actor, [TalkLine(*row) for row in found.items], reader)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def read(session: AsyncSession, actor: Actor, talk_id: UUID) -> TalkOut:
    """One talk, for those in reach and for the person talked to. 404 for everybody else."""
    refuse_unready(actor)
    if await own_talk(session, actor, talk_id) is None:
        await fetch(session, actor, Talk, talk_id, read=READ)
        return await present(session, actor, actor, talk_id)
    async with as_oneself(session, actor) as oneself:
        return await present(session, actor, oneself, talk_id)


async def read_history(
    session: AsyncSession, actor: Actor, talk_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what with it, for the same readers."""
    talk = await read(session, actor, talk_id)
    if actor.person_id is None or talk.person_id != actor.person_id:
        return await history(session, "talk", talk.id, params)
    async with as_oneself(session, actor):
        return await history(session, "talk", talk.id, params)


async def own_talk(session: AsyncSession, actor: Actor, talk_id: UUID) -> Talk | None:
    """The talk if it is with the caller's own person, wherever it stands in the tree."""
    if actor.person_id is None:
        return None
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, Talk, READ).where(
            col(Talk.id) == talk_id, col(Talk.person_id) == actor.person_id
        )
        return (await session.exec(query)).first()


async def present(session: AsyncSession, actor: Actor, reader: Actor, talk_id: UUID) -> TalkOut:
    """The talk as `reader` sees it, with what `actor` may do."""
    await session.flush()
    row = (await session.execute(talk_lines(reader).where(col(Talk.id) == talk_id))).first()
    if row is None:
        raise NOT_FOUND()
    return (await talks_out(session, actor, [TalkLine(*row)], reader))[0]


async def create(session: AsyncSession, actor: Actor, entry: TalkIn) -> TalkOut:
    """Schedule a talk, or prepare an inquiry or a letter. 404 outside the subtree."""
    place = await require(session, actor, WRITE, entry.organisation_id)
    refuse_foreign(entry.kind, entry)
    person = await person_of(session, actor, entry)
    addressee_of(entry)
    await _refuse_unknown_talk(session, actor, entry.follows_id)
    talk = Talk(
        organisation_id=place.id,
        kind=entry.kind,
        person_id=person.id if person is not None else None,
        appointment_id=entry.appointment_id,
        follows_id=entry.follows_id,
        title=title_of(entry, person),
        due_on=entry.due_on,
    )
    write(talk, entry, WRITTEN)
    session.add(talk)
    record(session, actor, "talk.create", talk)
    return await present(session, actor, actor, talk.id)


async def _refuse_unknown_talk(session: AsyncSession, actor: Actor, talk_id: UUID | None) -> None:
    if talk_id is None:
        return
    query = visible(actor, Talk, READ).where(col(Talk.id) == talk_id)
    if (await session.exec(query)).first() is None:
        raise one_fault(
            "/follows_id", "unknown_talk",
            "没有这次谈话，或不在您的管理范围内", "There is no such talk in your subtree",
        )  # fmt: skip


async def change(
    session: AsyncSession, actor: Actor, talk_id: UUID, version: int, patch: TalkChangeIn
) -> TalkOut:
    """Change what is scheduled; its task follows its date. 409 once it was held, 412 stale."""
    talk = await fetch(session, actor, Talk, talk_id, read=READ, need=WRITE, version=version)
    if talk.state not in TALK.editable:
        raise TALK.refusal(talk.state, TO_CHANGE, await actions_of(session, actor, talk))
    refuse_foreign(talk.kind, patch)
    if "addressee" in patch.model_fields_set and patch.addressee is None and talk.addressee:
        raise one_fault("/addressee", "missing", "请填写主送机关", "Say to whom it goes")
    if patch.due_on is not None and patch.due_on != talk.due_on:
        await redate_talk(session, actor, talk, patch.due_on)
    write(talk, patch, CHANGED)
    record(session, actor, "talk.change", talk)
    return await present(session, actor, actor, talk.id)
