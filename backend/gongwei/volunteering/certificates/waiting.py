"""Certificates whose notice has ended and that nobody has issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.core import clock
from gongwei.volunteering.certificates.models import Certificate, CertificateState


@dataclass(frozen=True)
class WaitingCertificate:
    """A request to issue. `name` is None where the person may not be seen."""

    id: UUID
    notice_until: date
    name: str | None
    organisation_name: str


async def waiting_certificates(
    session: AsyncSession, actor: Actor, limit: int
) -> Sequence[WaitingCertificate]:
    """Those that the caller may issue, oldest first."""
    query: Any = select(
        col(Certificate.id), col(Certificate.notice_until), col(Person.name),
        col(Organisation.name),
    )  # fmt: skip
    query = (
        query.join(Organisation, col(Organisation.id) == col(Certificate.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Certificate.person_id))
        .where(
            in_scope(actor, Certificate, Permission.CERTIFICATES_ISSUE),
            col(Certificate.state) == CertificateState.REQUESTED,
            col(Certificate.notice_until) < clock.today(),
        )
        .order_by(col(Certificate.notice_until), col(Certificate.id))
        .limit(limit)
    )
    return [WaitingCertificate(*row) for row in (await session.execute(query)).all()]
