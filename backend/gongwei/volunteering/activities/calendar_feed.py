"""Somebody's shifts as a calendar that other programs subscribe to, by a secret address."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple

import icalendar
from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import NO_PERSON, as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, visible
from gongwei.accounts.public_codes import hash_of, new_code
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_FOUND
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityState,
    CalendarLink,
    Shift,
    SignUp,
    SignUpState,
)

SERVE = Permission.VOLUNTEERING_SERVE
SHOWN_AFTER = timedelta(days=30)
"""How long a shift stays in the calendar after it began."""
KEPT = timedelta(minutes=15)
"""How long a program may keep what it fetched."""


class Entry(NamedTuple):
    """A shift that somebody signed up for, with what is said of it."""

    sign_up: SignUp
    shift: Shift
    activity: Activity
    organisation_name: str


async def read_link(session: AsyncSession, actor: Actor) -> CalendarLink | None:
    """The caller's link, whose code nobody can read again; None where there is none."""
    allow(actor, SERVE)
    if actor.person_id is None:
        return None
    async with as_oneself(session, actor) as oneself:
        return (await session.exec(_own_link(oneself))).first()


def _own_link(oneself: Actor) -> SelectOfScalar[CalendarLink]:
    return visible(oneself, CalendarLink, Permission.VOLUNTEERING_READ).where(
        col(CalendarLink.person_id) == oneself.person_id
    )


async def make_link(session: AsyncSession, actor: Actor) -> str:
    """A new code for the caller's calendar; one that was given before ends."""
    allow(actor, SERVE)
    if actor.person_id is None:
        raise NO_PERSON()
    code = new_code()
    async with as_oneself(session, actor) as oneself:
        own = visible(oneself, Person, Permission.MEMBERS_READ).where(
            col(Person.id) == actor.person_id
        )
        # Locked, so that two phones at once do not make two links.
        person = (await session.exec(own.with_for_update(key_share=True))).one()
        link = (await session.exec(_own_link(oneself).with_for_update())).first()
        action = "calendar_link.create" if link is None else "calendar_link.renew"
        if link is None:
            link = CalendarLink(
                organisation_id=person.organisation_id, person_id=person.id, code_hash=""
            )
            session.add(link)
        link.code_hash = hash_of(code)
        record(session, actor, action, link, label=person.name)
        await session.flush()
    # The roster that holds the person may stand outside the caller's subtree, and then so does
    # the entry in the log, which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    return code


async def end_link(session: AsyncSession, actor: Actor) -> None:
    """The address answers no more. 404 where there is none."""
    allow(actor, SERVE)
    if actor.person_id is None:
        raise NOT_FOUND()
    async with as_oneself(session, actor) as oneself:
        link = (await session.exec(_own_link(oneself).with_for_update())).first()
        if link is None:
            raise NOT_FOUND()
        record(session, actor, "calendar_link.delete", link)
        await session.delete(link)
        await session.flush()
    await narrow(session, WHOLE_TREE)


async def feed(session: AsyncSession, code: str) -> bytes:
    """The calendar behind a code as iCalendar (RFC 5545). 404 for a code that is not given."""
    query = select_rows(CalendarLink).where(CalendarLink.code_hash == hash_of(code))
    link = (await session.exec(query)).first()
    if link is None:
        raise NOT_FOUND()
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Gongwei//Volunteering//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "志愿服务 Volunteer service")
    calendar.add("x-published-ttl", "PT15M")
    calendar.add("refresh-interval", KEPT, parameters={"VALUE": "DURATION"})
    for entry in await _entries(session, link):
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


async def _entries(session: AsyncSession, link: CalendarLink) -> Sequence[Entry]:
    query: Any = (
        select(SignUp, Shift, Activity, col(Organisation.name))
        .join(Shift, col(Shift.id) == col(SignUp.shift_id))
        .join(Activity, col(Activity.id) == col(SignUp.activity_id))
        .join(Organisation, col(Organisation.id) == col(Activity.organisation_id))
        .where(
            col(SignUp.person_id) == link.person_id,
            col(Shift.starts_at) > clock.now() - SHOWN_AFTER,
        )
        .order_by(col(Shift.starts_at), col(SignUp.id))
    )
    return [Entry(*row) for row in (await session.execute(query)).all()]


def _event(entry: Entry) -> icalendar.Event:
    sign_up, shift, activity, organisation_name = entry
    event = icalendar.Event()
    event.add("uid", f"{sign_up.id}@gongwei")
    event.add("dtstamp", max(sign_up.updated_at, shift.updated_at, activity.updated_at))
    event.add("sequence", sign_up.version + shift.version + activity.version)
    event.add("dtstart", shift.starts_at)
    event.add("dtend", shift.ends_at)
    event.add("summary", f"{activity.title}（{shift.post}）")
    event.add("location", shift.place or activity.place)
    event.add("description", organisation_name)
    event.add("status", _status(entry))
    return event


def _status(entry: Entry) -> str:
    if (
        entry.sign_up.state is SignUpState.CANCELLED
        or entry.shift.cancelled_at is not None
        or entry.activity.state is ActivityState.CANCELLED
    ):
        return "CANCELLED"
    return "CONFIRMED" if entry.sign_up.state is SignUpState.CONFIRMED else "TENTATIVE"
