"""An import as its reader sees it: with what may be done, and the name of its organisation."""

from collections.abc import Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.scope import in_scope
from gongwei.integrations.imports.models import Import
from gongwei.integrations.imports.schemas import ImportOut
from gongwei.integrations.imports.service import PREPARE, allowed_actions_of


async def present(
    session: AsyncSession, actor: Actor, imports: Sequence[Import], language: str
) -> list[ImportOut]:
    """The imports in their order; labels of fields in `language`, `zh` or `en`."""
    await session.flush()
    allowed = await allowed_actions_of(session, actor, imports)
    query = select(Organisation.id, Organisation.name).where(
        in_scope(actor, Organisation, PREPARE),
        col(Organisation.id).in_({row.organisation_id for row in imports}),
    )
    names = dict((await session.exec(query)).all())
    return [
        ImportOut.of(row, allowed[row.id], names[row.organisation_id], language) for row in imports
    ]


async def present_one(
    session: AsyncSession, actor: Actor, imported: Import, language: str
) -> ImportOut:
    """One import."""
    return (await present(session, actor, [imported], language))[0]
