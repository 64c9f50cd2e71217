"""Whom an activity invites: everybody on a roster at or below its organisation, and everybody who
belongs to its team or one below.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.volunteering.activities.models import Activity
from gongwei.volunteering.beside import places_above
from gongwei.volunteering.teams.belonging import teams_above


@dataclass(frozen=True)
class Standing:
    """What somebody stands in: the organisations and teams that lead them."""

    organisations: frozenset[UUID]
    teams: frozenset[UUID]

    def is_invited(self, activity: Activity) -> bool:
        """Whether the activity invites somebody who stands here."""
        return activity.organisation_id in self.organisations or activity.team_id in self.teams

    @property
    def invited(self) -> ColumnElement[bool]:
        """Activities that invite somebody who stands here."""
        return or_(
            col(Activity.organisation_id).in_(self.organisations),
            col(Activity.team_id).in_(self.teams),
        )


async def standing_of(session: AsyncSession, person_id: UUID) -> Standing:
    """Where somebody stands now. Ask it with the whole tree in view."""
    return Standing(await places_above(session, person_id), await teams_above(session, person_id))
