"""Selecting certificates, with the names around them looked up for the page alone."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.filters import matching, owned_within
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, in_scope, refuse_unready, visible
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core import clock
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.volunteering.certificates.minutes import Minutes, minutes_of
from gongwei.volunteering.certificates.models import Certificate, CertificateState
from gongwei.volunteering.certificates.schemas import (
    CertificateNoticeOut,
    CertificateOut,
    CertificateQuery,
)
from gongwei.volunteering.certificates.stars import star_level
from gongwei.volunteering.certificates.workflow import CERTIFICATE, CertificateAction

READ = Permission.VOLUNTEERING_READ
NAMELESS = "—"
KEY: Any = col(Certificate.id)
SORTS: dict[str, Any] = {"created_at": col(Certificate.created_at)}


def check_address(origin: str, code: str) -> str:
    """The page on which anyone checks a certificate."""
    return f"{origin}/m/#certificate={code}"


async def list_certificates(
    session: AsyncSession, actor: Actor, asked: CertificateQuery, origin: str
) -> Page[CertificateOut]:
    """One page of the caller's subtree, the latest request first."""
    query = visible(actor, Certificate, READ).where(
        await owned_within(session, actor, col(Certificate.organisation_id), asked)
    )
    if asked.state is not None:
        query = query.where(col(Certificate.state) == asked.state)
    if asked.person_id is not None:
        query = query.where(col(Certificate.person_id) == asked.person_id)
    if asked.q:
        query = query.where(_named(actor, asked.q))
    return await _page(session, actor, actor, query, asked, origin)


def _named(actor: Actor, typed: str) -> ColumnElement[bool]:
    people = select(col(Person.id)).where(
        in_scope(actor, Person, READ),
        col(Person.search_text).contains(typed.strip().casefold(), autoescape=True),
    )
    return or_(matching(typed, col(Certificate.number)), col(Certificate.person_id).in_(people))


async def list_own(
    session: AsyncSession, actor: Actor, params: PageParams, origin: str
) -> Page[CertificateOut]:
    """The caller's own, wherever they stand in the tree, the latest request first."""
    refuse_unready(actor)
    if actor.person_id is None:
        return Page(items=[])
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, Certificate, READ).where(
            col(Certificate.person_id) == actor.person_id
        )
        return await _page(session, actor, oneself, query, params, origin)


async def _page(
    session: AsyncSession, actor: Actor, reader: Actor, query: Any, params: PageParams, origin: str
) -> Page[CertificateOut]:
    found = await paginate(session, query, params, sorts=SORTS, default="-created_at", key=KEY)
    items = await certificates_out(session, actor, found.items, reader, origin)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def list_notices(
    session: AsyncSession, actor: Actor, params: PageParams
) -> Page[CertificateNoticeOut]:
    """What is on notice today in the caller's own unit, for everybody who belongs there."""
    refuse_unready(actor)
    if actor.person_id is None:
        return Page(items=[])
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, Certificate, READ).where(
            col(Certificate.organisation_id).in_(_unit_of(oneself)),
            col(Certificate.state) == CertificateState.REQUESTED,
            col(Certificate.notice_from) <= clock.today(),
            col(Certificate.notice_until) >= clock.today(),
        )
        found = await paginate(session, query, params, sorts=SORTS, default="-created_at", key=KEY)
        shown = await certificates_out(session, actor, found.items, oneself, "")
    items = [CertificateNoticeOut.model_validate(one) for one in shown]
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


def _unit_of(oneself: Actor) -> Any:
    """The organisations of the caller's unit; the own alone where it is of no unit."""
    own = (
        select(col(Organisation.id), col(Organisation.unit_id))
        .join(Person, col(Person.organisation_id) == col(Organisation.id))
        .where(in_scope(oneself, Person, READ), col(Person.id) == oneself.person_id)
        .subquery()
    )
    return select(col(Organisation.id)).where(
        in_scope(oneself, Organisation, READ),
        or_(
            col(Organisation.id).in_(select(own.c.id)),
            col(Organisation.unit_id).in_(select(own.c.unit_id)),
        ),
    )


async def own_certificate(
    session: AsyncSession, actor: Actor, certificate_id: UUID
) -> Certificate | None:
    """The certificate if it is the caller's own, wherever it stands in the tree."""
    if actor.person_id is None:
        return None
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, Certificate, READ).where(
            col(Certificate.id) == certificate_id, col(Certificate.person_id) == actor.person_id
        )
        return (await session.exec(query)).first()


async def read(
    session: AsyncSession, actor: Actor, certificate_id: UUID, origin: str
) -> CertificateOut:
    """One certificate, for those in reach and for the person concerned. 404 for others."""
    refuse_unready(actor)
    own = await own_certificate(session, actor, certificate_id)
    if own is None:
        row = await fetch(session, actor, Certificate, certificate_id, read=READ)
        return (await certificates_out(session, actor, [row], actor, origin))[0]
    async with as_oneself(session, actor) as oneself:
        return (await certificates_out(session, actor, [own], oneself, origin))[0]


async def read_history(
    session: AsyncSession, actor: Actor, certificate_id: UUID, params: PageParams
) -> Page[HistoryOut]:
    """Who did what with it, for the same readers."""
    found = await read(session, actor, certificate_id, "")
    if actor.person_id is None or found.person_id != actor.person_id:
        return await history(session, "certificate", found.id, params)
    async with as_oneself(session, actor):
        return await history(session, "certificate", found.id, params)


async def certificates_out(
    session: AsyncSession, actor: Actor, rows: Sequence[Certificate], reader: Actor, origin: str
) -> list[CertificateOut]:
    """The rows as `reader` sees them, with what `actor` may do."""
    if not rows:
        return []
    people = select(col(Person.id), col(Person.name)).where(
        in_scope(reader, Person, READ), among(col(Person.id), {one.person_id for one in rows})
    )
    places = select(col(Organisation.id), col(Organisation.name)).where(
        in_scope(reader, Organisation, READ),
        among(col(Organisation.id), {one.organisation_id for one in rows}),
    )
    names: dict[UUID, str] = dict((await session.execute(people)).all())
    organisations: dict[UUID, str] = dict((await session.execute(places)).all())
    minutes = await minutes_of(session, reader, rows)
    return [
        _out(
            actor, row, names.get(row.person_id, NAMELESS),
            organisations.get(row.organisation_id, NAMELESS), minutes[row.id], origin,
        )
        for row in rows
    ]  # fmt: skip


def _out(
    actor: Actor, row: Certificate, name: str, organisation_name: str, minutes: Minutes,
    origin: str,
) -> CertificateOut:  # fmt: skip
    summed = {"recorded_minutes", "late_entry_minutes"}
    return CertificateOut(
        **row.model_dump(include=set(CertificateOut.model_fields) - summed),
        allowed_actions=allowed_actions(actor, row),
        organisation_name=organisation_name,
        name=name,
        recorded_minutes=minutes.recorded,
        late_entry_minutes=minutes.late_entry,
        star_level=star_level(minutes.recorded),
        check_url=check_address(origin, row.code) if row.code else None,
    )


def allowed_actions(actor: Actor, row: Certificate) -> list[str]:
    """What this caller may do with it now: it is issued when its notice has ended."""
    found = CERTIFICATE.allowed(row.state, actor.permissions)
    if clock.today() <= row.notice_until:
        return [one for one in found if one != CertificateAction.ISSUE]
    return found
