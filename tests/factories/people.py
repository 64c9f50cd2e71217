"""People as the records that name them say it."""

from typing import Any
from uuid import UUID

from gongwei.access.models import Person
from gongwei.core.db import WHOLE_TREE, Database


async def whose(database: Database, person_id: UUID) -> dict[str, Any]:
    """The columns of an appointment or nomination that say whose it is."""
    async with database.transaction(WHOLE_TREE) as session:
        person = await session.get_one(Person, person_id)
        return {"person_id": person.id, "name_pinyin": person.name_pinyin}
