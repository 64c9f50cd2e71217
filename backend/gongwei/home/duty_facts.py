"""Volunteer service as facts beside a duty report: what the organisation held and led in the year.

Duty reports and volunteering stand beside each other and import nothing of one another.
"""

from datetime import date

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope, visible
from gongwei.archives.sections import Language, in_words
from gongwei.audit.rewinding import as_they_were
from gongwei.core import clock
from gongwei.duty_reports.reports.facts import Computed, Fact, Subject, register_fact
from gongwei.duty_reports.reports.schemas import FactRowOut
from gongwei.volunteering.activities.models import Activity, ActivityState
from gongwei.volunteering.activities.workflow import ACTIVITY
from gongwei.volunteering.hours.models import HoursKind, VolunteerHours
from gongwei.volunteering.hours.sums import SETTLED

READ = Permission.VOLUNTEERING_READ
HELD = (ActivityState.IN_PROGRESS, ActivityState.COMPLETED, ActivityState.SETTLED)

ACTIVITIES = ("本年开展志愿服务活动 {count} 场", "{count} service activities held in the year")
NO_ACTIVITIES = ("本年没有开展志愿服务活动的记录", "No service activities are recorded in the year")
HOURS = (
    "本年组织的活动已核实服务 {people} 人次，时长 {recorded}",
    "{people} verified services at the year's activities, {recorded}",
)
LATE = ("，另有补录 {late}", ", and late entries of {late}")
NO_HOURS = ("本年组织的活动没有已核实的服务时长", "No hours at the year's activities are verified")


async def activities(
    session: AsyncSession, reader: Actor, subject: Subject, language: Language
) -> Computed:
    """Activities that the organisation itself held in the year until the day."""
    held = await _held(session, reader, subject)
    if not held:
        return Computed(in_words(NO_ACTIVITIES, language))
    rows = [
        FactRowOut(
            on=clock.day_of(one.starts_at), title=one.title,
            value=in_words(ACTIVITY.words[state], language),
        )
        for one, state in held
    ]  # fmt: skip
    return Computed(in_words(ACTIVITIES, language).format(count=len(held)), rows)


async def hours_led(
    session: AsyncSession, reader: Actor, subject: Subject, language: Language
) -> Computed:
    """Hours at those activities that were verified by the day, whosever members served. What was
    recorded and what was entered late are two sums.
    """
    titles = {one.id: one.title for one, _ in await _held(session, reader, subject)}
    query = visible(reader, VolunteerHours, READ).where(
        col(VolunteerHours.activity_id).in_(titles), col(VolunteerHours.day) <= subject.until
    )
    found = (await session.exec(query)).all() if titles else []
    then = await as_they_were(session, found, ("state", "minutes"), subject.as_of)
    settled = [one for one in found if then[one.id]["state"] in SETTLED]
    if not settled:
        return Computed(in_words(NO_HOURS, language))

    def minutes(*kinds: HoursKind) -> int:
        return sum(then[one.id]["minutes"] for one in settled if one.kind in kinds)

    value = in_words(HOURS, language).format(
        people=len(settled), recorded=_time(minutes(HoursKind.RECORDED), language)
    )
    if any(one.kind is HoursKind.LATE_ENTRY for one in settled):
        late = _time(minutes(HoursKind.LATE_ENTRY), language)
        value += in_words(LATE, language).format(late=late)
    days: dict[tuple[date, str], int] = {}
    for one in settled:
        key = (one.day, one.title)
        days[key] = days.get(key, 0) + then[one.id]["minutes"]
    rows = [
        FactRowOut(on=day, title=title, value=_time(sum_, language))
        for (day, title), sum_ in sorted(days.items())
    ]
    return Computed(value, rows)


async def _held(
    session: AsyncSession, reader: Actor, subject: Subject
) -> list[tuple[Activity, ActivityState]]:
    query = (
        select(Activity)
        .where(
            in_scope(reader, Activity, READ),
            col(Activity.organisation_id) == subject.organisation_id,
            col(Activity.starts_at) >= clock.start_of(subject.since),
        )
        .order_by(col(Activity.starts_at), col(Activity.id))
    )
    found = [
        one
        for one in (await session.execute(query)).scalars()
        if clock.day_of(one.starts_at) <= subject.until
    ]
    then = await as_they_were(session, found, ("state",), subject.as_of)
    states = [(one, then[one.id]["state"]) for one in found]
    return [(one, ActivityState(state)) for one, state in states if state in HELD]


def _time(minutes: int, language: Language) -> str:
    hours, rest = divmod(minutes, 60)
    if language == "en":
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return f"{hours} 小时 {rest} 分" if rest else f"{hours} 小时"


register_fact(Fact("hours", 30, ("志愿服务时长", "Hours led"), READ, hours_led))
register_fact(Fact("activities", 40, ("志愿服务活动", "Activities"), READ, activities))
