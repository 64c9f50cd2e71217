"""Objections: filed by whoever is described, examined and answered by another person."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import NO_PERSON, as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, refuse_unready
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import paginate
from gongwei.core.schemas import ActionIn, Page
from gongwei.objections.models import Objection
from gongwei.objections.problems import OWN_OBJECTION
from gongwei.objections.schemas import ObjectionIn, ObjectionOut, ObjectionsQuery
from gongwei.objections.workflow import OBJECTION, ObjectionAction, allowed_actions

READ = Permission.OBJECTIONS_READ
NAMELESS = "—"
KEY: Any = col(Objection.id)
SORTS: dict[str, Any] = {
    "created_at": col(Objection.created_at),
    "updated_at": col(Objection.updated_at),
}


async def list_objections(
    session: AsyncSession, actor: Actor, asked: ObjectionsQuery
) -> Page[ObjectionOut]:
    """The objections of the caller's subtree and the caller's own, the newest first."""
    refuse_unready(actor)
    within = await owned_within(session, actor, col(Objection.organisation_id), asked)
    async with as_oneself(session, actor) as oneself:
        query = _lines(oneself).where(_readable(actor), within)
        for column, wanted in (
            (col(Objection.state), asked.state),
            (col(Objection.person_id), asked.person_id),
        ):
            if wanted is not None:
                query = query.where(column == wanted)
        if asked.q:
            query = query.where(matching(asked.q, col(Person.search_text), col(Objection.text)))
        rows = await paginate(session, query, asked, sorts=SORTS, default="-created_at", key=KEY)
    items = [_out(actor, *line) for line in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read_objection(session: AsyncSession, actor: Actor, objection_id: UUID) -> ObjectionOut:
    """One objection of the subtree, or one's own. 404 for any other."""
    refuse_unready(actor)
    async with as_oneself(session, actor) as oneself:
        query = _lines(oneself).where(_readable(actor), col(Objection.id) == objection_id)
        line = (await session.execute(query)).first()
    if line is None:
        raise NOT_FOUND()
    return _out(actor, *line)


def _lines(actor: Actor) -> Select[Any]:
    query: Any = select(Objection, col(Person.name), col(Organisation.name))
    found: Select[Any] = (
        query.join(Organisation, col(Organisation.id) == col(Objection.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Objection.person_id))
        .where(in_scope(actor, Objection, READ))
    )
    return found


def _readable(actor: Actor) -> ColumnElement[bool]:
    """Those of the subtree, for who may read them, and one's own wherever they stand."""
    inside = in_scope(actor, Objection, READ)
    if actor.person_id is None:
        return inside
    return or_(inside, col(Objection.person_id) == actor.person_id)


async def file_objection(session: AsyncSession, actor: Actor, given: ObjectionIn) -> ObjectionOut:
    """Object to one's own archive. 409 `no_person` when the account stands for nobody."""
    allow(actor, Permission.OBJECTIONS_FILE)
    if actor.person_id is None:
        raise NO_PERSON()
    async with as_oneself(session, actor) as oneself:
        read = Permission.MEMBERS_READ
        person = await fetch(session, oneself, Person, actor.person_id, read=read)
        objection = Objection(
            organisation_id=person.organisation_id,
            person_id=person.id,
            about_type=given.about_type,
            about_id=person.id,
            about_part=given.about_part,
            text=given.text,
        )
        session.add(objection)
        record(session, actor, "objection.create", objection, label=person.name)
        answer = await _written(session, actor, oneself, objection)
    # The person may stand outside the caller's subtree, and then so does the entry in the log,
    # which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    return answer


async def file_about(
    session: AsyncSession, actor: Actor, oneself: Actor, objection: Objection, name: str
) -> ObjectionOut:
    """Object to a record of another feature, which has fetched it for `oneself`, the person whom it
    is about, called `name`. The caller widens the transaction to the whole tree before its end.
    """
    allow(actor, Permission.OBJECTIONS_FILE)
    session.add(objection)
    record(session, actor, "objection.create", objection, label=name)
    return await _written(session, actor, oneself, objection)


async def objections_about(
    session: AsyncSession, reader: Actor, about_type: str, about_ids: Sequence[UUID]
) -> list[ObjectionOut]:
    """What `reader` may read of the objections to these records, the newest first."""
    query = _lines(reader).where(
        col(Objection.about_type) == about_type, col(Objection.about_id).in_(about_ids)
    )
    lines = (await session.execute(query.order_by(col(Objection.created_at).desc(), KEY))).all()
    return [_out(reader, *line) for line in lines]


async def act(
    session: AsyncSession,
    actor: Actor,
    objection_id: UUID,
    action: ObjectionAction,
    body: ActionIn,
) -> ObjectionOut:
    """Examine, uphold or dismiss; the reason of a decision is the answer to whoever objected.

    Raises `own_objection` (403) besides what a workflow raises.
    """
    need = Permission(OBJECTION[action].permission)
    objection = await fetch(session, actor, Objection, objection_id, read=READ, need=need)
    if actor.person_id is not None and objection.person_id == actor.person_id:
        raise OWN_OBJECTION()
    OBJECTION.apply(objection, action, allowed_actions(actor, objection), body.reason)
    objection.examined_by = actor.user_id
    if action is not ObjectionAction.EXAMINE:
        objection.answer = body.reason
        objection.decided_on = clock.today()
    record(session, actor, f"objection.{action}", objection, reason=body.reason)
    return await _written(session, actor, actor, objection)


async def _written(
    session: AsyncSession, actor: Actor, reader: Actor, objection: Objection
) -> ObjectionOut:
    await session.flush()
    query = _lines(reader).where(col(Objection.id) == objection.id)
    return _out(actor, *(await session.execute(query)).one())


def _out(
    actor: Actor, objection: Objection, name: str | None, organisation_name: str
) -> ObjectionOut:
    return ObjectionOut(
        **objection.model_dump(include=set(ObjectionOut.model_fields)),
        allowed_actions=allowed_actions(actor, objection),
        organisation_name=organisation_name,
        name=name or NAMELESS,
    )
