"""The served party's word through a one-time address: served or not, how well, and a remark."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, system_actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, visible
from gongwei.accounts.public_codes import hash_of, new_code
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.volunteering.activities.confirmation_schemas import (
    AskedOut,
    ConfirmationIn,
    ConfirmationOut,
    PublicConfirmationOut,
)
from gongwei.volunteering.activities.models import Activity, ActivityState, ServiceConfirmation
from gongwei.volunteering.activities.problems import ALREADY_ANSWERED, NOT_BEGUN, NOT_PUBLISHED

READ, WRITE = Permission.VOLUNTEERING_READ, Permission.ACTIVITIES_WRITE
VALID_FOR = timedelta(days=30)
PAGE = "/m/#confirm="
SERVED_PARTY = "服务对象 Served party"
"""Who the log names for an answer; a log has no language of its own."""


async def ask(session: AsyncSession, actor: Actor, activity_id: UUID) -> AskedOut:
    """A new address for the served party, good for 30 days; the one before is void.

    409 `not_published` for a draft and what was cancelled, `already_answered` once there is an
    answer.
    """
    activity = await fetch(session, actor, Activity, activity_id, read=READ, need=WRITE)
    if activity.state in (ActivityState.DRAFT, ActivityState.CANCELLED):
        raise NOT_PUBLISHED(title=activity.title)
    asked = await _asked(session, actor, activity)
    if asked is not None and asked.answered_at is not None:
        raise ALREADY_ANSWERED(on=clock.day_of(asked.answered_at))
    if asked is None:
        asked = ServiceConfirmation(
            organisation_id=activity.organisation_id, activity_id=activity.id, code_hash=""
        )
        session.add(asked)
    code = new_code()
    asked.code_hash, asked.expires_at = hash_of(code), clock.now() + VALID_FOR
    record(session, actor, "activity.ask_confirmation", activity, parts=[asked])
    await session.flush()
    return AskedOut(code=code, url=f"{PAGE}{code}", expires_at=asked.expires_at)


async def read(session: AsyncSession, actor: Actor, activity_id: UUID) -> ConfirmationOut:
    """What the served party said, or that it was not asked yet."""
    activity = await fetch(session, actor, Activity, activity_id, read=READ)
    asked = await _asked(session, actor, activity)
    if asked is None:
        return ConfirmationOut(state="not_asked")
    return ConfirmationOut(
        state=_state(asked),
        asked_at=asked.expires_at - VALID_FOR,
        expires_at=asked.expires_at,
        answered_at=asked.answered_at,
        confirmed=asked.confirmed,
        rating=asked.rating,
        comment=asked.comment,
    )


async def _asked(
    session: AsyncSession, actor: Actor, activity: Activity
) -> ServiceConfirmation | None:
    query = visible(actor, ServiceConfirmation, READ).where(
        col(ServiceConfirmation.activity_id) == activity.id
    )
    return (await session.exec(query)).first()


def _state(asked: ServiceConfirmation) -> str:
    if asked.answered_at is not None:
        return "answered"
    return "asked" if asked.expires_at > clock.now() else "expired"


async def read_by_code(session: AsyncSession, code: str) -> PublicConfirmationOut:
    """What the served party is asked to confirm. 404 for an unknown, void or expired code, and for
    a service that was cancelled.
    """
    return _public(*await _by_code(session, code))


async def answer(session: AsyncSession, code: str, said: ConfirmationIn) -> PublicConfirmationOut:
    """Take the answer, once. 409 `not_begun` before the service, `already_answered` after that."""
    asked, activity, place = await _by_code(session, code, lock=True)
    if asked.answered_at is not None:
        raise ALREADY_ANSWERED(on=clock.day_of(asked.answered_at))
    begins = activity.starts_at
    if clock.now() < begins:
        day, time = clock.day_of(begins), clock.time_of_day(begins)
        raise NOT_BEGUN(title=activity.title, day=day, time=time)
    asked.confirmed, asked.rating, asked.comment = said.confirmed, said.rating, said.comment
    asked.answered_at = clock.now()
    party = system_actor(place, SERVED_PARTY)
    record(session, party, "activity.confirm_service", activity, parts=[asked])
    await session.flush()
    return _public(asked, activity, place)


async def _by_code(
    session: AsyncSession, code: str, *, lock: bool = False
) -> tuple[ServiceConfirmation, Activity, Organisation]:
    query = (
        select(ServiceConfirmation, Activity, Organisation)
        .join(Activity, col(Activity.id) == col(ServiceConfirmation.activity_id))
        .join(Organisation, col(Organisation.id) == col(Activity.organisation_id))
        .where(
            ServiceConfirmation.code_hash == hash_of(code),
            ServiceConfirmation.expires_at > clock.now(),
            Activity.state != ActivityState.CANCELLED,
        )
    )
    if lock:
        query = query.with_for_update(of=ServiceConfirmation)
    found = (await session.exec(query)).first()
    if found is None:
        raise NOT_FOUND()
    return found


def _public(
    asked: ServiceConfirmation, activity: Activity, place: Organisation
) -> PublicConfirmationOut:
    return PublicConfirmationOut(
        **activity.model_dump(include={"title", "place", "served_party", "starts_at", "ends_at"}),
        **asked.model_dump(include={"expires_at", "answered_at", "confirmed", "rating", "comment"}),
        organisation_name=place.name,
    )
