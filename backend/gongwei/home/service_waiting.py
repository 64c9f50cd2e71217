"""What waits of volunteer service: hours to verify, certificates to issue."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core import clock
from gongwei.home.schemas import WaitingOut
from gongwei.home.waiting_words import NAMELESS, Language, Words, beside, said
from gongwei.volunteering.certificates.waiting import waiting_certificates
from gongwei.volunteering.hours.waiting import WaitingHours, waiting_hours

HOURS: Words = ("服务时长待核实", "Hours to verify")
CERTIFICATE: Words = ("志愿服务证明待开具", "Certificate to issue")


async def waiting_service(
    session: AsyncSession, actor: Actor, language: Language, lines: int
) -> Sequence[WaitingOut]:
    """In the caller's language, at most so many lines of each."""
    found = [
        WaitingOut(
            kind="volunteer_hours",
            id=one.activity_id or actor.organisation_id,
            title=_hours_title(one, language),
            since=one.since,
            path=f"/volunteering/activities/{one.activity_id}"
            if one.activity_id
            else "/volunteering/hours",
        )
        for one in await waiting_hours(session, actor, lines)
    ]
    for issue in await waiting_certificates(session, actor, lines):
        about = beside(issue.name or NAMELESS, issue.organisation_name, language)
        found.append(
            WaitingOut(
                kind="certificate",
                id=issue.id,
                title=said(CERTIFICATE, about, language),
                since=clock.start_of(issue.notice_until + timedelta(days=1)),
                path=f"/volunteering/certificates/{issue.id}",
            )
        )
    return found


def _hours_title(one: WaitingHours, language: Language) -> str:
    english = language == "en"
    late = "late entries" if english else "补录"
    number = str(one.entries) if english else f"{one.entries} 条"
    return said(HOURS, beside(one.title if one.activity_id else late, number, language), language)
