"""What stands beside the secretaries: their standing as members, and the terms of organisations.

Secretaries import nothing of members or organisations: light tables by their names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Date, String, Uuid, column, select, table
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.people import among

MEMBER = table(
    "member", column("person_id", Uuid), column("standing", String), column("state", String)
)
TERM = table(
    "term", column("organisation_id", Uuid), column("state", String), column("elected_on", Date),
    column("ends_on", Date),
)  # fmt: skip

FULL = "full"
ON_THE_ROSTER = "active"
SERVING, ENDED = "serving", "ended"


@dataclass(frozen=True)
class RunningTerm:
    """The term that runs; `serving` while no election is under way. The next is due on
    `ends_on`."""

    serving: bool
    elected_on: date
    ends_on: date

    def is_broken_by(self, leaving_on: date) -> bool:
        """Whether somebody who leaves on the day leaves in the middle of it, to which the superior
        must consent first."""
        return self.serving and self.elected_on < leaving_on < self.ends_on


async def standing_of(session: AsyncSession, person_id: UUID) -> str | None:
    """`full` or `probationary`; None for somebody who is on no roster that the session may see."""
    query = select(MEMBER.c.standing).where(
        MEMBER.c.person_id == person_id, MEMBER.c.state == ON_THE_ROSTER
    )
    return (await session.execute(query)).scalar()


async def running_term(session: AsyncSession, organisation_id: UUID) -> RunningTerm | None:
    """The term of an organisation that has not ended; None where none is entered."""
    return (await running_terms(session, [organisation_id])).get(organisation_id)


async def running_terms(
    session: AsyncSession, organisation_ids: Iterable[UUID]
) -> dict[UUID, RunningTerm]:
    """The terms of these organisations that have not ended; at most one runs in each."""
    columns = (TERM.c.organisation_id, TERM.c.state, TERM.c.elected_on, TERM.c.ends_on)
    query = select(*columns).where(
        among(TERM.c.organisation_id, organisation_ids, Uuid()), TERM.c.state != ENDED
    )
    return {
        owner: RunningTerm(state == SERVING, elected_on, ends_on)
        for owner, state, elected_on, ends_on in (await session.execute(query)).all()
    }
