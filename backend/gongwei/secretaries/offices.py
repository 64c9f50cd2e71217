"""What a post at an organisation asks for, however somebody comes to it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, in_scope, visible
from gongwei.core.routing import one_fault
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.naming import POSTS
from gongwei.secretaries.posts import HELD_A_DAY, NAMELESS, has_posts
from gongwei.secretaries.problems import APPOINTMENT_OVERLAPS, NO_SUCH_POST

READ = Permission.SECRETARIES_READ


@dataclass(frozen=True)
class Office:
    """A post that somebody is to hold from a day on, until the day before `to_on` if that is
    known."""

    organisation: Organisation
    post: Post
    person_id: UUID
    from_on: date
    to_on: date | None = None


async def lock_place(
    session: AsyncSession, actor: Actor, organisation_id: UUID, need: Permission
) -> Organisation:
    """The organisation, locked, so that two people are not appointed to one post at once."""
    return await fetch(
        session, actor, Organisation, organisation_id, read=Permission.ORGANISATIONS_READ, need=need
    )


async def known_person(session: AsyncSession, actor: Actor, person_id: UUID) -> Person:
    """The person who is to hold a post. 422 unless the caller may see the record."""
    query = visible(actor, Person, READ).where(col(Person.id) == person_id)
    person = (await session.exec(query)).first()
    if person is None:
        raise one_fault(
            "/person_id", "unknown_person",
            "没有这个人，或不在您的管理范围内", "There is no such person in your subtree",
        )  # fmt: skip
    return person


def refuse_place(organisation: Organisation) -> None:
    """409 `no_such_post` for what is dissolved, or of a kind that has no secretary."""
    if not has_posts(organisation):
        raise NO_SUCH_POST(place=organisation.name)


async def refuse_overlap(session: AsyncSession, actor: Actor, office: Office) -> None:
    """409 `appointment_overlaps`: there is one secretary at a time, and nobody holds a post
    twice."""
    query = (
        select(Appointment, col(Person.name))
        .outerjoin(Person, col(Person.id) == col(Appointment.person_id))
        .where(
            in_scope(actor, Appointment, READ),
            col(Appointment.organisation_id) == office.organisation.id,
            col(Appointment.post) == office.post,
            HELD_A_DAY,
            or_(col(Appointment.to_on).is_(None), col(Appointment.to_on) > office.from_on),
        )
    )
    if office.to_on is not None:
        query = query.where(col(Appointment.from_on) < office.to_on)
    if office.post is not Post.SECRETARY:
        query = query.where(col(Appointment.person_id) == office.person_id)
    found = (await session.execute(query.order_by(col(Appointment.from_on)))).first()
    if found is None:
        return
    held, holder = found
    raise APPOINTMENT_OVERLAPS(
        place=office.organisation.name, post=POSTS[office.post], holder=holder or NAMELESS,
        since=held.from_on,
    )  # fmt: skip


def is_full_time(post: Post, stated: bool) -> bool:
    """A full-time deputy secretary is full-time, whatever was ticked."""
    return stated or post is Post.FULL_TIME_DEPUTY_SECRETARY
