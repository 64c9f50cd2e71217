"""Change requests as answers show them."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.organisations.changes.schemas import ChangeOut, ObstacleOut
from gongwei.organisations.changes.workflow import allowed_actions
from gongwei.organisations.models import OrganisationChange
from gongwei.organisations.presentation import names_of
from gongwei.organisations.schemas import Language


async def present_changes(
    session: AsyncSession, actor: Actor, rows: Sequence[OrganisationChange], language: Language
) -> list[ChangeOut]:
    """These requests in the caller's language, in the order given."""
    names = await names_of(session, actor, {row.organisation_id for row in rows})
    return [
        ChangeOut(
            **row.model_dump(exclude={"obstacle"}),
            allowed_actions=allowed_actions(actor, row),
            organisation_name=names.get(row.organisation_id, ""),
            obstacle=_obstacle(row, language),
        )
        for row in rows
    ]


def _obstacle(row: OrganisationChange, language: Language) -> ObstacleOut | None:
    if row.obstacle is None:
        return None
    title, detail = row.obstacle[language]
    return ObstacleOut(code=row.obstacle["code"], title=title, detail=detail)
