"""Entries and exits with the names around them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Uuid, select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.people import among
from gongwei.access.permissions import Permission
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.volunteering.activities.models import Activity, ActivityState, Shift
from gongwei.volunteering.attendance.models import CheckIn
from gongwei.volunteering.attendance.pairs import minutes_of, paired
from gongwei.volunteering.attendance.schemas import CheckInOut
from gongwei.volunteering.attendance.workflow import CHECK_IN

READ = Permission.VOLUNTEERING_READ

Counted = tuple[UUID, UUID, date]
"""Activity, person and day, in which minutes are counted."""


async def check_ins_out(
    session: AsyncSession, actor: Actor, check_ins: Iterable[CheckIn]
) -> list[CheckInOut]:
    """These check-ins, which the caller may see, with what the caller may do with each."""
    return await shown_to_each(session, [(actor, one) for one in check_ins])


async def shown_to_each(
    session: AsyncSession, shown: Sequence[tuple[Actor, CheckIn]]
) -> list[CheckInOut]:
    """Each check-in for the caller who may see it.

    Those who came may stand anywhere in the tree, so the rest of the transaction has all of it in
    view.
    """
    if not shown:
        return []
    await narrow(session, WHOLE_TREE)
    check_ins = [one for _, one in shown]
    words = await _words(session, check_ins)
    minutes = await _minutes(session, check_ins)
    return [
        CheckInOut(
            **one.model_dump(include=set(CheckInOut.model_fields)),
            activity_title=words[one.id][0],
            post=words[one.id][1],
            name=words[one.id][2],
            allowed_actions=_allowed(actor, one, *words[one.id][3:]),
            minutes=minutes[one.activity_id, one.person_id, one.day],
        )
        for actor, one in shown
    ]


def _allowed(actor: Actor, check_in: CheckIn, path: str, state: ActivityState) -> list[str]:
    """What this caller may do with it: nothing outside of the own subtree, or once its activity is
    settled.
    """
    reaches = bool(actor.path) and path.startswith(actor.path)
    if not reaches or state is ActivityState.SETTLED:
        return []
    return CHECK_IN.allowed(check_in.state, actor.permissions)


async def _words(
    session: AsyncSession, check_ins: Collection[CheckIn]
) -> dict[UUID, tuple[str, str, str, str, ActivityState]]:
    """Title, post, name, the organisation's path and the activity's state, by the check-in."""
    query = (
        select(
            col(CheckIn.id), col(Activity.title), col(Shift.post), col(Person.name),
            col(Organisation.path), col(Activity.state),
        )
        .join(Activity, col(Activity.id) == col(CheckIn.activity_id))
        .join(Shift, col(Shift.id) == col(CheckIn.shift_id))
        .join(Person, col(Person.id) == col(CheckIn.person_id))
        .join(Organisation, col(Organisation.id) == col(CheckIn.organisation_id))
        .where(among(col(CheckIn.id), [one.id for one in check_ins], Uuid()))
    )  # fmt: skip
    return {
        row[0]: (row[1], row[2], row[3], row[4], row[5])
        for row in (await session.execute(query)).all()
    }


async def _minutes(session: AsyncSession, check_ins: Collection[CheckIn]) -> dict[Counted, int]:
    query = select_rows(CheckIn).where(
        among(col(CheckIn.person_id), {one.person_id for one in check_ins}, Uuid()),
        among(col(CheckIn.activity_id), {one.activity_id for one in check_ins}, Uuid()),
        col(CheckIn.day).in_({one.day for one in check_ins}),
    )
    by_day: defaultdict[Counted, list[CheckIn]] = defaultdict(list)
    for one in (await session.exec(query)).all():
        by_day[one.activity_id, one.person_id, one.day].append(one)
    return {
        (one.activity_id, one.person_id, one.day): minutes_of(
            paired(by_day[one.activity_id, one.person_id, one.day])
        )
        for one in check_ins
    }
