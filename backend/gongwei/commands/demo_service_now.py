"""What goes on in the demonstration this moment: a service day with a code to scan, the next one
with a waiting list, a draft to plan from, and certificates.
"""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.models import Person, User
from gongwei.access.permissions import Role
from gongwei.audit.record import settle
from gongwei.commands import demo_texts as texts
from gongwei.commands.demo_nominations import at
from gongwei.commands.demo_people import demo_username
from gongwei.commands.demo_service import Detachment, act, mark, plan_day, sign_up
from gongwei.core import clock
from gongwei.core.clock import Frozen
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.schemas import ActionIn
from gongwei.volunteering.activities.workflow import ActivityAction as A
from gongwei.volunteering.attendance.models import CheckInType
from gongwei.volunteering.certificates import service as certificates
from gongwei.volunteering.certificates.schemas import CertificateIn
from gongwei.volunteering.certificates.workflow import CertificateAction

ALREADY_IN = 5
ORIGIN = "http://127.0.0.1:8000"


async def serve_now(session: AsyncSession, detachment: Detachment) -> None:
    """Everything at the department whose accounts the sign-in page offers."""
    member = await _member(session)
    others = [one for one in detachment.people if one.id != member.id]
    await _today(session, detachment, member, others)
    await _next(session, detachment, others)
    await _draft(session, detachment)
    await _certify(session, detachment, others)


async def _member(session: AsyncSession) -> Person:
    """The person for whom the demonstration's member account stands."""
    await narrow(session, WHOLE_TREE)
    query = (
        select(Person)
        .join(User, col(User.person_id) == col(Person.id))
        .where(User.username == demo_username(Role.MEMBER))
    )
    return (await session.exec(query)).one()


async def _today(
    session: AsyncSession, detachment: Detachment, member: Person, others: list[Person]
) -> None:
    """From an hour ago for eight hours: some are in, the member's account is signed up and not."""
    starts = clock.now().replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    with Frozen(starts - timedelta(days=3)):
        activity = await plan_day(session, detachment, texts.TODAY, starts, 8)
        await act(session, detachment.secretary, activity.id, A.PUBLISH)
        await sign_up(session, detachment.secretary, activity, [member, *others[:9]])
    with Frozen(starts):
        await act(session, detachment.secretary, activity.id, A.START)
    with Frozen(starts + timedelta(minutes=4)):
        await mark(session, detachment.secretary, activity, others[:ALREADY_IN], CheckInType.ENTRY)


async def _next(session: AsyncSession, detachment: Detachment, others: list[Person]) -> None:
    starts = clock.start_of(clock.today() + timedelta(days=6)) + timedelta(hours=9)
    with at(clock.today() - timedelta(days=1)):
        activity = await plan_day(session, detachment, texts.NEXT, starts, 3, capacity=4)
        await act(session, detachment.secretary, activity.id, A.PUBLISH)
        await sign_up(session, detachment.secretary, activity, others[:6])


async def _draft(session: AsyncSession, detachment: Detachment) -> None:
    starts = clock.start_of(clock.today() + timedelta(days=20)) + timedelta(hours=14)
    await plan_day(session, detachment, texts.SERVICE_DAYS[0], starts, 3, template=True)


async def _certify(session: AsyncSession, detachment: Detachment, others: list[Person]) -> None:
    """One certificate that was issued, and one whose public notice runs."""
    asked = clock.today() - timedelta(days=20)
    with at(asked):
        first = await _request(session, detachment, others[1], texts.CERTIFICATE_PURPOSE)
    with at(asked + timedelta(days=9)):
        await narrow(session, WHOLE_TREE)
        await certificates.act(
            session, detachment.secretary, first, CertificateAction.ISSUE, ActionIn(), ORIGIN
        )
        await settle(session)
    with at(clock.today() - timedelta(days=2)):
        await _request(session, detachment, others[2], texts.CERTIFICATE_PURPOSE)


async def _request(
    session: AsyncSession, detachment: Detachment, person: Person, purpose: str
) -> UUID:
    await narrow(session, WHOLE_TREE)
    today = clock.today()
    given = CertificateIn(
        person_id=person.id, from_on=clock.months_later(today, -11), until_on=today,
        purpose=purpose,
    )  # fmt: skip
    made = await certificates.request(session, detachment.secretary, given, ORIGIN)
    await settle(session)
    return made.id
