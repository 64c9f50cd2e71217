"""What makes a plan sound: spans of shifts, whose team and leader, and moving to another day."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.core import clock
from gongwei.core.routing import one_fault
from gongwei.volunteering.activities.models import Activity, Shift
from gongwei.volunteering.activities.schemas import ShiftChangeIn, ShiftIn
from gongwei.volunteering.teams.models import TeamState, VolunteerTeam

READ = Permission.VOLUNTEERING_READ
LONGEST_SHIFT = timedelta(hours=24)


def refuse_span(
    starts_at: datetime, ends_at: datetime, break_minutes: int, pointer: str = ""
) -> None:
    """422 for a shift that ends before it begins, lasts longer than a day, or is nothing but a
    break.
    """
    span = ends_at - starts_at
    if span <= timedelta(0):
        raise one_fault(
            f"{pointer}/ends_at",
            "before_start",
            "结束时间须晚于开始时间",
            "It ends after it starts",
        )
    if span > LONGEST_SHIFT:
        raise one_fault(
            f"{pointer}/ends_at", "too_long",
            "一个班次最长 24 小时，请分成几个班次", "A shift lasts 24 hours at most; make several",
        )  # fmt: skip
    if timedelta(minutes=break_minutes) >= span:
        raise one_fault(
            f"{pointer}/break_minutes", "too_long",
            "休息时间须短于班次", "The break is shorter than the shift",
        )  # fmt: skip


def new_shifts(activity: Activity, entries: Iterable[ShiftIn]) -> list[Shift]:
    """The shifts of an activity as they were entered; 422 names the one that is unsound."""
    found = []
    for place, entry in enumerate(entries):
        pointer = f"/shifts/{place}"
        refuse_span(entry.starts_at, entry.ends_at, entry.break_minutes, pointer)
        found.append(new_shift(activity, entry))
    return found


def new_shift(activity: Activity, entry: ShiftIn) -> Shift:
    """A shift of an activity."""
    return Shift(
        organisation_id=activity.organisation_id, activity_id=activity.id, **entry.model_dump()
    )


def patched(shift: Shift, patch: ShiftChangeIn) -> dict[str, object]:
    """What a patch changes in a shift."""
    typed = {name: getattr(patch, name) for name in patch.model_fields_set}
    return {name: value for name, value in typed.items() if getattr(shift, name) != value}


def span_of(shifts: Sequence[Shift]) -> tuple[datetime, datetime]:
    """From the first start to the last end of what is not cancelled; of all where all are."""
    counted = [one for one in shifts if one.cancelled_at is None] or shifts
    return min(one.starts_at for one in counted), max(one.ends_at for one in counted)


def moved(moment: datetime, days: int) -> datetime:
    """The same time of day so many days later, by the committee's clock."""
    day = clock.day_of(moment)
    into = moment - clock.start_of(day)
    return clock.start_of(day + timedelta(days=days)) + into


def days_between(first: datetime, day: date) -> int:
    """Days from the day of a moment to another."""
    return (day - clock.day_of(first)).days


async def refuse_foreign(
    session: AsyncSession, actor: Actor, team_id: UUID | None, leader_id: UUID | None
) -> None:
    """422 for a team that is disbanded, and for a team or a leader that is not in the caller's
    subtree.
    """
    if team_id is not None and await team_in_reach(session, actor, team_id) is None:
        raise one_fault(
            "/team_id", "unknown_team",
            "没有这支队伍、已解散，或不在您的管理范围内",
            "There is no such team in your subtree, or it is disbanded",
        )  # fmt: skip
    if leader_id is not None and await leader_in_reach(session, actor, leader_id) is None:
        raise one_fault(
            "/leader_id", "unknown_person",
            "没有这个人，或不在您的管理范围内", "There is no such person in your subtree",
        )  # fmt: skip


async def team_in_reach(session: AsyncSession, actor: Actor, team_id: UUID | None) -> UUID | None:
    """The team, if it is active and in the caller's subtree."""
    query = visible(actor, VolunteerTeam, READ).where(
        col(VolunteerTeam.id) == team_id, col(VolunteerTeam.state) == TeamState.ACTIVE
    )
    team = (await session.exec(query)).first()
    return team.id if team else None


async def leader_in_reach(
    session: AsyncSession, actor: Actor, person_id: UUID | None
) -> UUID | None:
    """The person, if in the caller's subtree."""
    query = visible(actor, Person, READ).where(col(Person.id) == person_id)
    person = (await session.exec(query)).first()
    return person.id if person else None
