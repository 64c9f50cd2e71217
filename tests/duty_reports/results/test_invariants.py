"""What `gongwei invariants check` says of votes and published results."""

import pytest
from sqlalchemy import text

from duty_reports.appraised import FINE, Appraised
from gongwei.commands.invariants import check_invariants
from gongwei.core.db import WHOLE_TREE

VOTES = "papers used and votes agree where a voting is closed"
HASH = "a published result has the hash of its document"


async def broken(appraised: Appraised) -> list[str]:
    async with appraised.database.transaction(WHOLE_TREE) as session:
        found = await check_invariants(session)
    return sorted({one.invariant for one in found} & {VOTES, HASH})


async def test_they_hold_before_and_after_the_opening(appraised: Appraised) -> None:
    await appraised.voted(FINE)
    assert await broken(appraised) == []
    await appraised.calculated()
    await appraised.published()
    assert await broken(appraised) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE ballot_session SET opened = opened + 1", [VOTES]),
        ("UPDATE ballot_paper SET used_on = NULL", [VOTES]),
        ("UPDATE duty_result_revision SET document = document || ' '", [HASH]),
    ],
)
async def test_they_name_what_was_changed_behind_the_program(
    appraised: Appraised, change: str, named: list[str]
) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    async with appraised.database.transaction(WHOLE_TREE) as session:
        await session.execute(text(change))
    assert await broken(appraised) == named
