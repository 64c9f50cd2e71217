"""A whole roster in one transaction: who is new, who changed, who is there already.

People are found by the keyed hash of their identity number, and without one by name, birth date
and branch, so importing a workbook twice changes nothing. An empty entry of a row leaves what is
held.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.people import identity_hash
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow
from gongwei.core import clock
from gongwei.core.bulk import BATCH, ImportOutcome, Outcome, Progress
from gongwei.core.routing import one_fault
from gongwei.members.import_moves import move_members
from gongwei.members.import_rows import Planned, moves, plan
from gongwei.members.import_writing import correct_members, insert_members
from gongwei.members.places import holds_members, is_group_of, places
from gongwei.members.problems import ALIKE_IN_IMPORT, IMPORT_PLACE_REFUSED, TWICE_IN_IMPORT
from gongwei.members.roster_rows import MemberRow


async def preview_members(
    session: AsyncSession, actor: Actor, rows: Sequence[MemberRow]
) -> list[Outcome]:
    """What importing each row would do, in their order; nothing is written."""
    allow(actor, Permission.IMPORTS_PREPARE)
    outcomes: list[Outcome] = []
    for start in range(0, len(rows), BATCH):
        planned = await plan(session, actor, rows[start : start + BATCH])
        outcomes.extend(one.outcome for one in planned)
    return outcomes


async def import_members(
    session: AsyncSession,
    actor: Actor,
    rows: Sequence[MemberRow],
    as_of: date,
    on_progress: Progress,
) -> ImportOutcome:
    """Bring the roster to what `rows` say as of a day, in the caller's transaction.

    New memberships begin on `as_of`, since the workbook says nothing of an earlier day. Raises 422
    for a day in the future and 409 for rows that cannot stand: see `problems.py`.
    """
    allow(actor, Permission.IMPORTS_COMMIT)
    if as_of > clock.today():
        raise one_fault("/as_of", "in_the_future", "不能晚于今天", "This cannot be after today")
    _refuse_twice(rows)
    await _refuse_places(session, actor, rows)
    counted: Counter[Outcome] = Counter()
    for start in range(0, len(rows), BATCH):
        planned = await plan(session, actor, rows[start : start + BATCH], lock=True)
        _refuse_unclear(planned)
        await _write(session, actor, planned, as_of)
        counted.update(one.outcome for one in planned)
        await on_progress(start + len(planned))
    return ImportOutcome(counted["new"], counted["changed"], counted["same"])


async def _write(
    session: AsyncSession, actor: Actor, planned: Sequence[Planned], as_of: date
) -> None:
    new = [one for one in planned if one.held is None]
    known = [(one, one.held) for one in planned if one.held is not None and one.outcome != "same"]
    moving = [one for one, held in known if moves(one.row, held)]
    staying = [one for one, held in known if not moves(one.row, held)]
    await insert_members(session, actor, new, as_of)
    await correct_members(session, actor, staying)
    await move_members(session, actor, moving, as_of)


def _refuse_twice(rows: Sequence[MemberRow]) -> None:
    seen: dict[str, int] = {}
    alike: dict[tuple[str, UUID, date], bool] = {}
    for number, row in enumerate(rows, start=1):
        is_numbered = row.identity_number is not None
        if row.identity_number is not None:
            first = seen.setdefault(identity_hash(row.identity_number), number)
            if first != number:
                raise TWICE_IN_IMPORT(first=first, second=number)
        key = row.name, row.organisation_id, row.born
        if key in alike and not (is_numbered and alike[key]):
            raise ALIKE_IN_IMPORT(name=row.name)
        alike[key] = is_numbered and alike.get(key, True)


def _refuse_unclear(planned: Sequence[Planned]) -> None:
    for one in planned:
        if one.unclear:
            raise ALIKE_IN_IMPORT(name=one.row.name)


async def _refuse_places(session: AsyncSession, actor: Actor, rows: Sequence[MemberRow]) -> None:
    """Raise 409 for a place that stopped holding members since the rows were checked."""
    wanted = {one for row in rows for one in row.place if one is not None}
    found = await places(session, actor, wanted)
    for row in rows:
        branch = found.get(row.organisation_id)
        stands = branch is not None and holds_members(branch)
        if stands and branch is not None and row.group_id is not None:
            stands = is_group_of(found.get(row.group_id), branch)
        if not stands:
            raise IMPORT_PLACE_REFUSED(name=row.name)
