"""There is one root: whoever stands there reaches every organisation, and no second tree."""

import pytest
from sqlalchemy.exc import IntegrityError

from factories.world import World, new_organisation
from gongwei.access.models import OrganisationKind
from gongwei.core.db import WHOLE_TREE, Database, narrow


async def test_a_second_root_cannot_be_stored(database: Database, world: World) -> None:
    other = new_organisation("另一个工委", OrganisationKind.WORKING_COMMITTEE, None, 2)
    other.code = "002"
    async with database.new_session() as session:
        await narrow(session, WHOLE_TREE)
        session.add(other)
        with pytest.raises(IntegrityError, match="uq_organisation_root"):
            await session.flush()
