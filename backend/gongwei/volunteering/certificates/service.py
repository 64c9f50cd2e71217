"""Certificates: requested, seven days on notice inside the unit, issued, revoked."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.narrowing import NO_PERSON, as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.models import new_id
from gongwei.core.routing import one_fault
from gongwei.core.schemas import ActionIn
from gongwei.volunteering.certificates.minutes import Minutes, verified_minutes
from gongwei.volunteering.certificates.models import Certificate, CertificateState
from gongwei.volunteering.certificates.numbering import new_code, next_number
from gongwei.volunteering.certificates.problems import (
    ALREADY_REQUESTED,
    NO_VERIFIED_HOURS,
    NOTICE_RUNNING,
)
from gongwei.volunteering.certificates.reading import (
    NAMELESS,
    READ,
    allowed_actions,
    certificates_out,
)
from gongwei.volunteering.certificates.schemas import (
    CertificateIn,
    CertificateOut,
    OwnCertificateIn,
)
from gongwei.volunteering.certificates.workflow import CERTIFICATE, CertificateAction

REQUEST = Permission.CERTIFICATES_REQUEST
NOTICE_DAYS = 7


async def request(
    session: AsyncSession, actor: Actor, given: CertificateIn, origin: str
) -> CertificateOut:
    """Ask for a certificate of somebody's service. 404 for people outside the subtree.

    Raises `no_verified_hours` and `already_requested` (409).
    """
    allow(actor, REQUEST)
    person = await fetch(session, actor, Person, given.person_id, read=REQUEST, need=REQUEST)
    return await _request(session, actor, actor, person, given, origin)


async def request_own(
    session: AsyncSession, actor: Actor, given: OwnCertificateIn, origin: str
) -> CertificateOut:
    """Ask for a certificate of one's own service; refusals as in `request`, and `no_person`."""
    allow(actor, Permission.VOLUNTEERING_SERVE)
    if actor.person_id is None:
        raise NO_PERSON()
    async with as_oneself(session, actor) as oneself:
        person = await fetch(session, oneself, Person, actor.person_id, read=READ, need=READ)
        answer = await _request(session, actor, oneself, person, given, origin)
    # The person may stand outside the caller's subtree, and then so does the entry in the log,
    # which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    return answer


async def _request(
    session: AsyncSession, actor: Actor, reader: Actor, person: Person, given: OwnCertificateIn,
    origin: str,
) -> CertificateOut:  # fmt: skip
    """The person is locked, so that two requests at once do not pass each other."""
    _refuse_period(given)
    asked = visible(reader, Certificate, READ).where(
        col(Certificate.person_id) == person.id,
        col(Certificate.state) == CertificateState.REQUESTED,
    )
    waiting = (await session.exec(asked)).first()
    if waiting is not None:
        raise ALREADY_REQUESTED(name=person.name, until=waiting.notice_until)
    found = await verified_minutes(session, reader, person.id, given.from_on, given.until_on)
    _refuse_empty(person.name, given, found)
    today = clock.today()
    row = Certificate(
        id=new_id(),
        organisation_id=person.organisation_id,
        person_id=person.id,
        from_on=given.from_on,
        until_on=given.until_on,
        purpose=given.purpose,
        notice_from=today + timedelta(days=1),
        notice_until=today + timedelta(days=NOTICE_DAYS),
    )
    session.add(row)
    record(session, actor, "certificate.create", row, label=person.name)
    await session.flush()
    return (await certificates_out(session, actor, [row], reader, origin))[0]


def _refuse_period(given: OwnCertificateIn) -> None:
    if given.until_on < given.from_on:
        raise one_fault("/until_on", "too_early", "不能早于开始日期", "Not before the first day")
    if given.until_on > clock.today():
        raise one_fault(
            "/until_on", "future", "日期不能晚于今天", "The date cannot be in the future"
        )


def _refuse_empty(name: str, given: OwnCertificateIn, found: Minutes) -> None:
    if not any(found):
        raise NO_VERIFIED_HOURS(name=name, from_on=given.from_on, until_on=given.until_on)


async def act(
    session: AsyncSession, actor: Actor, certificate_id: UUID, action: CertificateAction,
    body: ActionIn, origin: str,
) -> CertificateOut:  # fmt: skip
    """Issue or revoke. Issuing freezes the minutes and gives number and code.

    Raises `notice_running` and `no_verified_hours` (409) besides what the workflow raises.
    """
    need = Permission(CERTIFICATE[action].permission)
    row = await fetch(session, actor, Certificate, certificate_id, read=READ, need=need)
    given: dict[str, Any] = {"revoked_at": clock.now()}
    if action is CertificateAction.ISSUE and row.state is CertificateState.REQUESTED:
        given = await _issued(session, actor, row)
    CERTIFICATE.apply(row, action, allowed_actions(actor, row), body.reason)
    row.sqlmodel_update(given)
    record(session, actor, f"certificate.{action}", row, reason=body.reason)
    await session.flush()
    return (await certificates_out(session, actor, [row], actor, origin))[0]


async def _issued(session: AsyncSession, actor: Actor, row: Certificate) -> dict[str, Any]:
    """What issuing puts on the certificate."""
    people = visible(actor, Person, READ).where(col(Person.id) == row.person_id)
    person = (await session.exec(people)).first()
    name = person.name if person is not None else NAMELESS
    if clock.today() <= row.notice_until:
        raise NOTICE_RUNNING(name=name, since=row.notice_from, until=row.notice_until)
    found = await verified_minutes(session, actor, row.person_id, row.from_on, row.until_on)
    if not any(found):
        raise NO_VERIFIED_HOURS(name=name, from_on=row.from_on, until_on=row.until_on)
    return {
        "recorded_minutes": found.recorded,
        "late_entry_minutes": found.late_entry,
        "number": await next_number(session, actor),
        "code": new_code(),
        "issued_at": clock.now(),
        "issued_by": actor.user_id,
        "issued_by_name": actor.label,
        "issuer_id": actor.organisation_id,
    }
