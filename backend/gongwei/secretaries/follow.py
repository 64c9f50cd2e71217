"""Posts end with the organisation at which they are held, and nominations for them are over.

Organisations know nothing of secretaries: the shapes below fit what they ask of whoever follows.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.audit.record import record
from gongwei.secretaries.models import Appointment, EndCause
from gongwei.secretaries.nominations.models import Nomination
from gongwei.secretaries.nominations.workflow import NOMINATION, NominationAction
from gongwei.secretaries.talks.appointment_talks import call_off
from gongwei.secretaries.workflow import APPOINTMENT, HOLDING, AppointmentAction

Words = tuple[str, str]


class SecretariesFollower:
    """The part of posts and nominations in changes of the tree."""

    async def has_members(self, session: AsyncSession, organisation_id: UUID, on: date) -> bool:
        """Nothing here keeps an organisation from ending: its posts end with it."""
        return False

    async def follow_merge(
        self, session: AsyncSession, actor: Actor, source: Organisation, target: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Whoever held a post at `source` holds it until `on`; the posts of `target` are filled by
        nomination as ever.
        """
        reason = f"{source.name} → {target.name}"
        ended = await _end_posts(session, actor, source, on, reason)
        withdrawn = await _withdraw_nominations(session, actor, source, reason)
        return list(_words(ended, withdrawn, source))

    async def follow_split(
        self, session: AsyncSession, actor: Actor, source: Organisation, parts: Sequence[object],
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """Posts stay with the organisation that is split."""
        return ()

    async def follow_dissolution(
        self, session: AsyncSession, actor: Actor, source: Organisation, above: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        """The same as when it is merged."""
        return await self.follow_merge(session, actor, source, above, on)


def _words(ended: int, withdrawn: int, source: Organisation) -> Iterator[Words]:
    if ended:
        yield (
            f"“{source.name}”的 {ended} 个书记、副书记职务随组织终止",
            f"{ended} posts at “{source.name}” end with it",
        )
    if withdrawn:
        yield (
            f"“{source.name}”的 {withdrawn} 项未办结的提名撤回",
            f"{withdrawn} open nominations for “{source.name}” are withdrawn",
        )


async def _end_posts(
    session: AsyncSession, actor: Actor, source: Organisation, on: date, reason: str
) -> int:
    query = (
        select(Appointment)
        .where(Appointment.organisation_id == source.id, col(Appointment.state).in_(HOLDING))
        .order_by(col(Appointment.id))
    )
    posts = (await session.exec(query.with_for_update())).all()
    for held in posts:
        APPOINTMENT.apply(held, AppointmentAction.END, ())
        held.to_on, held.end_cause = max(on, held.from_on), EndCause.DISSOLVED
        record(session, actor, "appointment.end", held, reason=reason)
        await call_off(session, actor, held)
    return len(posts)


async def _withdraw_nominations(
    session: AsyncSession, actor: Actor, source: Organisation, reason: str
) -> int:
    """A draft stays a draft, which nobody can submit any more."""
    sources = NOMINATION[NominationAction.WITHDRAW].sources
    query = (
        select(Nomination)
        .where(Nomination.organisation_id == source.id, col(Nomination.state).in_(sources))
        .order_by(col(Nomination.id))
    )
    nominations = (await session.exec(query.with_for_update())).all()
    for one in nominations:
        NOMINATION.apply(one, NominationAction.WITHDRAW, (), reason)
        record(session, actor, "nomination.withdraw", one, reason=reason)
    return len(nominations)
