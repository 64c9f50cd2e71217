"""Service days as rows: people, activities with shifts, check-ins, and what comes of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from httpx import AsyncClient, Response
from PIL import Image, ImageDraw
from sqlmodel import col, select

from factories.roster import acting
from factories.world import World, commit_unrecorded
from gongwei.access.models import Organisation, Person, User
from gongwei.access.people import name_texts
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.core.models import Row, new_id
from gongwei.members.models import Member, Membership
from gongwei.volunteering.activities.models import Activity, ActivityState, Shift
from gongwei.volunteering.attendance.models import (
    CheckIn,
    CheckInMethod,
    CheckInState,
    CheckInType,
)
from gongwei.volunteering.certificates.models import Certificate, CertificateState
from gongwei.volunteering.hours.completion import on_completed
from gongwei.volunteering.hours.folding import fold
from gongwei.volunteering.hours.models import HoursKind, VolunteerHours

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2024, 5, 11)
Body = dict[str, Any]


def at(time: str, day: date = DAY) -> datetime:
    """A time of day in the committee's zone; beyond 24:00 it is the next day's."""
    hours, minutes = (int(part) for part in time.split(":"))
    return datetime.combine(day, datetime.min.time(), ZONE) + timedelta(
        hours=hours, minutes=minutes
    )


@dataclass
class ServiceDays:
    """Somebody who writes down what happened, and asks over HTTP what came of it."""

    client: AsyncClient
    database: Database
    world: World

    async def stored(self, *rows: Row) -> None:
        """Put rows into the database as the state before a test begins."""
        async with self.database.new_session() as session:
            await narrow(session, WHOLE_TREE)
            for row in rows:
                session.add(row)
                await session.flush()
            await commit_unrecorded(session)

    async def person(
        self, name: str, place: str = "finance_office", since: date = date(2020, 1, 1)
    ) -> UUID:
        """A member of a branch since a day."""
        home = self.world[place].id
        person = Person(id=new_id(), organisation_id=home, **name_texts(name))
        member = Member(
            id=new_id(), organisation_id=home, person_id=person.id, name_pinyin=person.name_pinyin
        )
        membership = Membership(organisation_id=home, member_id=member.id, valid_from=since)
        await self.stored(person, member, membership)
        return person.id

    async def link(self, who: str, person_id: UUID) -> None:
        """Let an account stand for a person."""
        async with self.database.new_session() as session:
            await narrow(session, WHOLE_TREE)
            user = await session.get_one(User, self.world.users[who].id)
            user.person_id = person_id
            session.add(user)
            await commit_unrecorded(session)

    async def of_unit(self, unit_id: UUID, *places: str) -> None:
        """Let organisations be of a unit."""
        async with self.database.new_session() as session:
            await narrow(session, WHOLE_TREE)
            for place in places:
                found = await session.get_one(Organisation, self.world[place].id)
                found.unit_id = unit_id
                session.add(found)
            await commit_unrecorded(session)

    async def activity(
        self, title: str = "清洁家园", place: str = "finance", *, begins: str = "09:00",
        ends: str = "12:00", rest: int = 0, day: date = DAY, **values: Any,
    ) -> Activity:  # fmt: skip
        """A completed activity with one shift."""
        given: Body = {
            "organisation_id": self.world[place].id, "number": f"HD{new_id().hex[-12:]}",
            "title": title, "place": "社区", "starts_at": at(begins, day),
            "ends_at": at(ends, day), "published_at": at("00:00", day - timedelta(days=3)),
            "state": ActivityState.COMPLETED, **values,
        }  # fmt: skip
        activity = Activity(id=new_id(), **given)
        await self.stored(activity, _shift(activity, begins, ends, rest, day))
        return activity

    async def shift(
        self, activity: Activity, begins: str, ends: str, rest: int = 0, day: date = DAY
    ) -> None:
        """A further shift."""
        await self.stored(_shift(activity, begins, ends, rest, day))

    async def served(
        self, activity: Activity, person_id: UUID, entry: str | None, exit_: str | None,
        *, pair: int = 1, state: CheckInState = CheckInState.ACCEPTED, day: date = DAY,
        **marked: Any,
    ) -> list[CheckIn]:  # fmt: skip
        """An entry and an exit, either of which may be missing; scanned, unless `marked` says
        otherwise."""
        async with self.database.transaction(WHOLE_TREE) as session:
            shifts = select(Shift).where(Shift.activity_id == activity.id)
            shift = (await session.exec(shifts.order_by(col(Shift.starts_at)))).first()
        assert shift is not None
        made = [
            CheckIn(
                id=new_id(), organisation_id=activity.organisation_id, activity_id=activity.id,
                shift_id=shift.id, person_id=person_id, type=kind, day=day, pair=pair,
                occurred_at=at(time, day), nonce=new_id(), body_hash="0" * 64, state=state,
                **{"method": CheckInMethod.SCAN, **marked},
            )
            for kind, time in ((CheckInType.ENTRY, entry), (CheckInType.EXIT, exit_))
            if time is not None
        ]  # fmt: skip
        await self.stored(*made)
        return made

    async def annul(self, person_id: UUID) -> None:
        """Let nothing count that somebody was checked in with."""
        async with self.database.new_session() as session:
            await narrow(session, WHOLE_TREE)
            for one in await session.exec(select(CheckIn).where(CheckIn.person_id == person_id)):
                one.state = CheckInState.ANNULLED
            await commit_unrecorded(session)

    async def complete(self, activity: Activity, who: str = "officer") -> None:
        """Compute the hours, as completing the activity does."""
        async with self.database.transaction(WHOLE_TREE) as session:
            held = await session.get_one(Activity, activity.id)
            await on_completed(session, acting(self.world, who), held)

    async def hours(self, activity: Activity) -> list[VolunteerHours]:
        """What the activity gave, the fewest minutes first."""
        async with self.database.transaction(WHOLE_TREE) as session:
            query = select(VolunteerHours).where(VolunteerHours.activity_id == activity.id)
            ordered = query.order_by(col(VolunteerHours.minutes), col(VolunteerHours.id))
            return list((await session.exec(ordered)).all())

    async def hours_of(self, activity: Activity, person_id: UUID) -> VolunteerHours:
        """One person's hours of an activity of one day."""
        (found,) = [one for one in await self.hours(activity) if one.person_id == person_id]
        return found

    async def counted(
        self, name: str = "王某", minutes: int = 180, **values: Any
    ) -> VolunteerHours:
        """Plain pending hours of somebody new, in an activity of their own."""
        person_id = await self.person(name, values.pop("place", "finance_office"))
        activity = await self.activity(**values)
        day = values.get("day", DAY)
        end = at("09:00", day) + timedelta(minutes=minutes)
        spent = end - at("00:00", day)
        total = spent // timedelta(minutes=1)
        exit_ = f"{total // 60:02d}:{total % 60:02d}"
        await self.served(activity, person_id, "09:00", exit_, day=day)
        await self.complete(activity)
        return await self.hours_of(activity, person_id)

    async def fold(self) -> int:
        """What the worker does."""
        async with self.database.transaction(WHOLE_TREE) as session:
            return await fold(session)

    async def get(self, who: str, path: str, **params: Any) -> Response:
        return await self.client.get(
            f"/api/v1{path}", params=params, headers=self.world.headers(who)
        )

    async def read(self, who: str, path: str, **params: Any) -> Body:
        """What is answered, which must be 200."""
        answer = await self.get(who, path, **params)
        assert answer.status_code == 200, answer.text
        body: Body = answer.json()
        return body

    async def post(self, who: str, path: str, body: Body | None = None) -> Response:
        return await self.client.post(f"/api/v1{path}", json=body, headers=self.world.headers(who))

    async def act(self, who: str, hours_id: UUID, verb: str, **body: Any) -> Response:
        return await self.post(who, f"/volunteer-hours/{hours_id}/actions/{verb}", body)


def _shift(activity: Activity, begins: str, ends: str, rest: int, day: date) -> Shift:
    return Shift(
        id=new_id(), organisation_id=activity.organisation_id, activity_id=activity.id,
        post="清扫", starts_at=at(begins, day), ends_at=at(ends, day), break_minutes=rest,
    )  # fmt: skip


async def served(
    database: Database, organisation_id: UUID, person_id: UUID, mark: str
) -> dict[str, Row]:
    """Somebody's undecided hours of an activity, and a certificate that was issued, by the
    parameters of their paths."""
    activity = Activity(
        id=new_id(), organisation_id=organisation_id, number=f"HD{new_id().hex[-12:]}",
        title=f"{mark}清洁家园", place="社区", starts_at=at("09:00"), ends_at=at("12:00"),
        published_at=at("00:00"), state=ActivityState.COMPLETED,
    )  # fmt: skip
    hours = VolunteerHours(
        id=new_id(), organisation_id=organisation_id, person_id=person_id,
        activity_id=activity.id, kind=HoursKind.RECORDED, title=activity.title, day=DAY,
        occurred_at=at("09:00"), minutes=180, computed_minutes=180,
    )  # fmt: skip
    certificate = Certificate(
        id=new_id(), organisation_id=organisation_id, person_id=person_id,
        from_on=date(2024, 1, 1), until_on=DAY, recorded_minutes=180, purpose=f"{mark}用途",
        notice_from=DAY, notice_until=DAY, number=f"YPZM{new_id().hex[-12:]}",
        code=new_id().hex, issued_at=at("09:00"), issuer_id=organisation_id,
        state=CertificateState.ISSUED,
    )  # fmt: skip
    async with database.new_session() as session:
        await narrow(session, WHOLE_TREE)
        for row in (activity, hours, certificate):
            session.add(row)
            await session.flush()
        await commit_unrecorded(session)
    return {"hours_id": hours, "certificate_id": certificate}


def a_seal(mode: str = "RGB") -> bytes:
    """A red ring on white paper, as a PNG."""
    picture = Image.new(mode, (300, 300), "white")
    ImageDraw.Draw(picture).ellipse((10, 10, 290, 290), outline=(200, 20, 30), width=16)
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()
