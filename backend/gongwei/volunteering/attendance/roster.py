"""Who is expected at an activity, who is inside, who has left, and who was refused."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    String,
    Uuid,
    and_,
    case,
    func,
    or_,
    select,
)
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.people import among
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.volunteering.activities.leading import attended_activity
from gongwei.volunteering.activities.models import Activity, Shift, SignUp, SignUpState
from gongwei.volunteering.attendance.models import (
    CheckIn,
    CheckInAttempt,
    CheckInState,
    CheckInType,
)
from gongwei.volunteering.attendance.pairs import Pair, minutes_of, paired
from gongwei.volunteering.attendance.schemas import (
    AttemptOut,
    AttendanceOut,
    MarkOut,
    PairOut,
    Presence,
    RosterFilter,
    RosterLineOut,
    RosterQuery,
)

P = Presence


class Line(NamedTuple):
    """A person at a shift, as the roster's query answers it."""

    person_id: UUID
    shift_id: UUID
    name: str
    organisation_name: str
    post: str
    sign_up_state: SignUpState | None
    presence: str
    needs_review: bool


def attendees(activity_id: UUID, shift_id: UUID | None = None) -> FromClause:
    """Persons by shift: confirmed sign-ups, and whoever came, signed up or not."""
    marked = [col(CheckIn.activity_id) == activity_id, col(CheckIn.state) != CheckInState.ANNULLED]
    signed = [col(SignUp.activity_id) == activity_id, col(SignUp.state) != SignUpState.CANCELLED]
    if shift_id is not None:
        marked.append(col(CheckIn.shift_id) == shift_id)
        signed.append(col(SignUp.shift_id) == shift_id)
    entries = func.count().filter(col(CheckIn.type) == CheckInType.ENTRY)
    exits = func.count().filter(col(CheckIn.type) == CheckInType.EXIT)
    marks = (
        select(
            col(CheckIn.person_id), col(CheckIn.shift_id),
            case((entries > exits, P.INSIDE.value), else_=P.LEFT.value).label("presence"),
            func.bool_or(col(CheckIn.state) == CheckInState.NEEDS_REVIEW).label("needs_review"),
        )
        .where(*marked)
        .group_by(col(CheckIn.person_id), col(CheckIn.shift_id))
        .subquery("marks")
    )  # fmt: skip
    signs = (
        select(col(SignUp.person_id), col(SignUp.shift_id), col(SignUp.state))
        .where(*signed)
        .subquery("signs")
    )
    same = and_(signs.c.person_id == marks.c.person_id, signs.c.shift_id == marks.c.shift_id)
    return (
        select(
            func.coalesce(signs.c.person_id, marks.c.person_id).label("person_id"),
            func.coalesce(signs.c.shift_id, marks.c.shift_id).label("shift_id"),
            signs.c.state.label("sign_up_state"),
            func.coalesce(marks.c.presence, P.EXPECTED.value).label("presence"),
            func.coalesce(marks.c.needs_review, False).label("needs_review"),
        )
        .select_from(signs.join(marks, same, full=True))
        .where(or_(signs.c.state == SignUpState.CONFIRMED, marks.c.presence.is_not(None)))
        .subquery("attendees")
    )


async def count_attendees(
    session: AsyncSession, activity_id: UUID, shift_id: UUID | None = None
) -> dict[str, int]:
    """By presence, besides `confirmed` sign-ups and those that `needs_review`."""
    found = attendees(activity_id, shift_id)

    def counted(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.count().filter(condition)

    columns = {one.value: counted(found.c.presence == one.value) for one in Presence}
    columns["confirmed"] = counted(found.c.sign_up_state == SignUpState.CONFIRMED)
    columns["needs_review"] = counted(found.c.needs_review)
    row = (await session.execute(select(*columns.values()).select_from(found))).one()
    return dict(zip(columns, row, strict=True))


async def _attended(session: AsyncSession, actor: Actor, activity_id: UUID) -> Activity:
    """The activity, with the whole tree in view, from where people may have come to it."""
    activity = await attended_activity(session, actor, activity_id)
    await narrow(session, WHOLE_TREE)
    return activity


async def read_attendance(session: AsyncSession, actor: Actor, activity_id: UUID) -> AttendanceOut:
    """The activity in figures, for whoever takes its attendance."""
    activity = await _attended(session, actor, activity_id)
    counts = await count_attendees(session, activity.id)
    refused = select(func.count()).where(col(CheckInAttempt.activity_id) == activity.id)
    return AttendanceOut(**counts, refused=await session.scalar(refused) or 0)


async def read_roster(
    session: AsyncSession, actor: Actor, activity_id: UUID, asked: RosterQuery
) -> Page[RosterLineOut]:
    """One page of those signed up and those who came, by name, for whoever takes the attendance."""
    activity = await _attended(session, actor, activity_id)
    found = attendees(activity.id, asked.shift_id)
    query = _lines(found)
    if asked.presence is RosterFilter.REVIEW:
        query = query.where(found.c.needs_review)
    elif asked.presence is not None:
        query = query.where(found.c.presence == asked.presence.value)
    if asked.q:
        typed = asked.q.strip().casefold()
        query = query.where(col(Person.search_text).contains(typed, autoescape=True))
    key = func.concat(found.c.person_id, "/", found.c.shift_id, type_=String())
    sorts: dict[str, Any] = {"name": col(Person.name_pinyin)}
    rows = await paginate(session, query, asked, sorts=sorts, default="name", key=key)
    lines = [Line(*row) for row in rows.items]
    items = await _out(session, activity.id, lines)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


def _lines(found: FromClause) -> Select[Any]:
    """Columns of `Line`."""
    query: Any = select(
        found.c.person_id, found.c.shift_id, col(Person.name), col(Organisation.name),
        col(Shift.post), found.c.sign_up_state, found.c.presence, found.c.needs_review,
    )  # fmt: skip
    joined: Select[Any] = (
        query.join(Person, col(Person.id) == found.c.person_id)
        .join(Organisation, col(Organisation.id) == col(Person.organisation_id))
        .join(Shift, col(Shift.id) == found.c.shift_id)
    )
    return joined


async def _out(
    session: AsyncSession, activity_id: UUID, lines: Sequence[Line]
) -> list[RosterLineOut]:
    query = select_rows(CheckIn).where(
        col(CheckIn.activity_id) == activity_id,
        among(col(CheckIn.person_id), {one.person_id for one in lines}, Uuid()),
        col(CheckIn.state) != CheckInState.ANNULLED,
    )
    pairs: defaultdict[tuple[UUID, UUID], list[Pair]] = defaultdict(list)
    for pair in paired((await session.exec(query)).all()):
        pairs[pair.person_id, pair.shift_id].append(pair)
    return [_line_out(one, pairs[one.person_id, one.shift_id]) for one in lines]


def _line_out(line: Line, pairs: Sequence[Pair]) -> RosterLineOut:
    return RosterLineOut(
        **line._asdict(),
        pairs=[PairOut(entry=_mark(pair.entry), exit=_mark(pair.exit)) for pair in pairs],
        minutes=minutes_of(pairs),
    )


def _mark(one: CheckIn | None) -> MarkOut | None:
    return None if one is None else MarkOut.model_validate(one)


async def list_attempts(
    session: AsyncSession, actor: Actor, activity_id: UUID, params: PageParams
) -> Page[AttemptOut]:
    """Tries that were refused, the last first, for whoever takes the attendance."""
    activity = await _attended(session, actor, activity_id)
    query: Any = (
        select(CheckInAttempt, col(Shift.post), col(Person.name))
        .join(Shift, col(Shift.id) == col(CheckInAttempt.shift_id))
        .outerjoin(Person, col(Person.id) == col(CheckInAttempt.person_id))
        .where(col(CheckInAttempt.activity_id) == activity.id)
    )
    key: Any = col(CheckInAttempt.id)
    sorts: dict[str, Any] = {"created_at": key}  # ids are made in the order of time
    rows = await paginate(session, query, params, sorts=sorts, default="-created_at", key=key)
    items = [
        AttemptOut(**attempt.model_dump(include=set(AttemptOut.model_fields)), post=post, name=name)
        for attempt, post, name in rows.items
    ]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)
