"""Sums of hours from their rows: by team, by person, and one's own."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, case, func, literal, literal_column, or_, select, true
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import Reach, within
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import as_oneself, whole_tree
from gongwei.access.scope import in_scope, refuse_unready
from gongwei.core import clock
from gongwei.core.pagination import PageParams, paginate
from gongwei.volunteering.hours.figures import Figures, as_figures, in_months
from gongwei.volunteering.hours.models import HoursKind, HoursState
from gongwei.volunteering.hours.models import VolunteerHours as Hours
from gongwei.volunteering.hours.reading import READ
from gongwei.volunteering.hours.schemas import (
    HoursSummaryBy,
    HoursSummaryLineOut,
    HoursSummaryOut,
    HoursSummaryQuery,
    OwnHoursMonthOut,
    OwnHoursSummaryOut,
)
from gongwei.volunteering.hours.sums import OPEN, SETTLED
from gongwei.volunteering.teams.models import VolunteerTeam

MONTHS_SHOWN = 12
MONTH_OF_DAY: Any = literal_column("date_trunc('month', volunteer_hours.day)::date")


class Shown(NamedTuple):
    """What the lines are about: the column of hours that names it, its key, name and order."""

    column: Any
    key: Any
    name: Any
    order: Any
    condition: ColumnElement[bool]


def _people(actor: Actor) -> Shown:
    return Shown(
        col(Hours.person_id), col(Person.id), col(Person.name), col(Person.name_pinyin),
        in_scope(actor, Person, READ),
    )  # fmt: skip


def _teams() -> Shown:
    name = col(VolunteerTeam.name)
    return Shown(col(Hours.team_id), col(VolunteerTeam.id), name, name, true())


async def by_row(
    session: AsyncSession, actor: Actor, organisation: Organisation, asked: HoursSummaryQuery
) -> HoursSummaryOut:
    """By team or person: a page of lines, in the order of names."""
    inside = [in_scope(actor, Hours, READ), *in_months(asked, col(Hours.day))]
    if asked.scope is Reach.SELF:
        inside.append(col(Hours.organisation_id) == organisation.id)
    elif organisation.parent_id is not None:
        inside.append(col(Hours.organisation_id).in_(within(organisation)))
    params = PageParams(limit=asked.limit, cursor=asked.cursor)
    shown = _people(actor) if asked.by is HoursSummaryBy.PERSON else _teams()
    column, key = shown.column, shown.key
    some = select(column).where(*inside, col(Hours.state) != HoursState.REJECTED)
    named = select(key, shown.name).where(key.in_(some), shown.condition)
    async with whole_tree(session, actor):  # a team may be run by an organisation above
        found = await paginate(
            session, named, params, sorts={"name": shown.order}, default="name", key=key
        )
    names = dict(found.items)
    figures = await _of_rows(session, column, [*inside, column.in_(names)])
    total = await _total(session, inside)
    return HoursSummaryOut(
        items=[
            HoursSummaryLineOut(id=one, name=name, month=None, **figures[one].named())
            for one, name in names.items()
        ],
        next_cursor=found.next_cursor,
        **total.named(),
    )


async def _of_rows(
    session: AsyncSession, key: Any, conditions: Sequence[ColumnElement[bool]]
) -> dict[Any, Figures]:
    """Sums of rows, by a column."""
    query = _row_sums(key, conditions).group_by(key)
    return {place: as_figures(row) for place, *row in (await session.execute(query)).all()}


async def _total(session: AsyncSession, conditions: Sequence[ColumnElement[bool]]) -> Figures:
    row = (await session.execute(_row_sums(literal(0), conditions))).one()
    return as_figures(row[1:])


def _row_sums(key: Any, conditions: Sequence[ColumnElement[bool]]) -> Any:
    settled, undecided = col(Hours.state).in_(SETTLED), col(Hours.state).in_(OPEN)
    minutes = [
        func.coalesce(func.sum(case((condition, col(Hours.minutes)), else_=0)), 0)
        for condition in (
            settled & (col(Hours.kind) == HoursKind.RECORDED),
            settled & (col(Hours.kind) == HoursKind.LATE_ENTRY),
            undecided,
        )
    ]
    counted = select(key, *minutes, func.count()).select_from(Hours)
    return counted.where(*conditions, or_(settled, undecided))


async def summarise_own(session: AsyncSession, actor: Actor) -> OwnHoursSummaryOut:
    """The caller's own sums, since ever and by month."""
    refuse_unready(actor)
    this = clock.today().replace(day=1)
    months = [clock.months_later(this, -back) for back in reversed(range(MONTHS_SHOWN))]
    ever, by_month = Figures(), dict[date, Figures]()
    if actor.person_id is not None:
        async with as_oneself(session, actor) as oneself:
            own = [in_scope(oneself, Hours, READ), col(Hours.person_id) == actor.person_id]
            ever = await _total(session, own)
            lately = [*own, col(Hours.day) >= months[0]]
            by_month = await _of_rows(session, MONTH_OF_DAY, lately)
    lines = [
        OwnHoursMonthOut(month=f"{month:%Y-%m}", **by_month.get(month, Figures()).named())
        for month in months
    ]
    return OwnHoursSummaryOut(months=lines, **ever.named())
