"""What waits of volunteer service: hours to verify, certificates to issue."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core import clock
from gongwei.home.schemas import WaitingOut
from gongwei.volunteering.certificates.waiting import waiting_certificates
from gongwei.volunteering.hours.waiting import WaitingHours, waiting_hours

NAMELESS = "—"


async def waiting_service(
    session: AsyncSession, actor: Actor, language: Literal["zh", "en"], lines: int
) -> Sequence[WaitingOut]:
    """In the caller's language, at most so many lines of each."""
    english = language == "en"
    found = [
        WaitingOut(
            kind="volunteer_hours",
            id=one.activity_id or actor.organisation_id,
            title=_hours_title(one, english),
            since=one.since,
            path=f"/volunteering/activities/{one.activity_id}"
            if one.activity_id
            else "/volunteering/hours",
        )
        for one in await waiting_hours(session, actor, lines)
    ]
    for issue in await waiting_certificates(session, actor, lines):
        name = issue.name or NAMELESS
        zh = f"志愿服务证明待开具：{name}（{issue.organisation_name}）"
        en = f"Certificate to issue: {name} ({issue.organisation_name})"
        found.append(
            WaitingOut(
                kind="certificate",
                id=issue.id,
                title=en if english else zh,
                since=clock.start_of(issue.notice_until + timedelta(days=1)),
                path=f"/volunteering/certificates/{issue.id}",
            )
        )
    return found


def _hours_title(one: WaitingHours, english: bool) -> str:
    if english:
        about = one.title if one.activity_id else "late entries"
        return f"Hours to verify: {about} ({one.entries})"
    about = one.title if one.activity_id else "补录"
    return f"服务时长待核实：{about}（{one.entries} 条）"
