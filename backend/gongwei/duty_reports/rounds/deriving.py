"""Who takes part by the tree and the appointments of a day, and the order of the list.

Upward: the secretaries of the organisations that the round's organisation led on the day; downward:
of every branch below it. Organisations without a secretary on the day have nobody to report.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import descent
from gongwei.access.models import Organisation, OrganisationKind
from gongwei.access.narrowing import whole_tree
from gongwei.access.scope import in_scope
from gongwei.duty_reports.rounds.beside import Held, in_office, secretaries_of
from gongwei.duty_reports.rounds.models import Direction, DutyParticipant, DutyRound
from gongwei.duty_reports.rounds.reading import READ, participants_of
from gongwei.duty_reports.rounds.schemas import ParticipantsRefreshedOut

BRANCHES = frozenset(
    {
        OrganisationKind.BRANCH,
        OrganisationKind.JOINT_BRANCH,
        OrganisationKind.TEMPORARY_BRANCH,
        OrganisationKind.TEMPORARY_JOINT_BRANCH,
    }
)
"""Kinds 631, 632, 931 and 932."""


@dataclass(frozen=True)
class _Place:
    id: UUID
    parent_id: UUID | None
    kind: OrganisationKind
    position: int


async def derive(session: AsyncSession, actor: Actor, round_: DutyRound) -> list[Held]:
    """The secretaries in office on the round's day, in the committee's order of organisations."""
    upward = round_.direction is Direction.UPWARD
    async with whole_tree(session, actor):
        places = await _places(session, actor, round_, depth=1 if upward else None)
        if not upward:
            places = [one for one in places if one.kind in BRANCHES]
        held = await secretaries_of(session, [one.id for one in places])
    found = [in_office(held.get(one.id, ()), round_.as_of) for one in places]
    return [one for one in found if one is not None]


async def _places(
    session: AsyncSession, actor: Actor, round_: DutyRound, depth: int | None
) -> list[_Place]:
    """What stood strictly below on the day and still stands in the caller's subtree, each before
    what stood below itself.
    """
    tree = descent(round_.organisation_id, round_.as_of, depth)
    query = (
        select(
            col(Organisation.id), tree.c.parent_id, col(Organisation.kind),
            col(Organisation.position),
        )
        .join(tree, tree.c.id == col(Organisation.id))
        .where(in_scope(actor, Organisation, READ), tree.c.level > 0)
    )  # fmt: skip
    below: dict[UUID, list[_Place]] = {}
    for row in (await session.execute(query)).all():
        place = _Place(*row)
        if place.parent_id is not None:
            below.setdefault(place.parent_id, []).append(place)
    return _in_order(below, round_.organisation_id)


def _in_order(below: dict[UUID, list[_Place]], root: UUID) -> list[_Place]:
    found: list[_Place] = []
    waiting = _children(below, root)
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += _children(below, here.id)
    return found


def _children(below: dict[UUID, list[_Place]], here: UUID) -> list[_Place]:
    """The last first, so that the first is taken next."""
    return sorted(below.get(here, ()), key=lambda one: (one.position, str(one.id)), reverse=True)


@dataclass(frozen=True)
class Refreshed:
    """What deriving anew changed, and the rows that were written, for `record`."""

    answer: ParticipantsRefreshedOut
    parts: list[DutyParticipant]


async def refresh(session: AsyncSession, actor: Actor, round_: DutyRound) -> Refreshed:
    """Bring the list of a draft up to the tree. Who stands on it beside the tree with a reason, or
    was left out, stays so; a new secretary takes the place of the former; new ones come last.
    """
    derived = {one.organisation_id: one for one in await derive(session, actor, round_)}
    lines = await participants_of(session, actor, round_.id, included_only=False)
    rows = [line.participant for line in lines]
    removed, replaced = [], []
    for row in rows:
        held = derived.pop(row.organisation_id, None)
        if held is None and not (row.included and row.exception_reason):
            removed.append(row)
        elif held is not None and row.appointment_id != held.appointment_id:
            row.appointment_id, row.person_id = held.appointment_id, held.person_id
            replaced.append(row)
    last = max((row.position for row in rows), default=0)
    added = [
        DutyParticipant(
            organisation_id=held.organisation_id, round_id=round_.id, position=last + number,
            appointment_id=held.appointment_id, person_id=held.person_id,
        )
        for number, held in enumerate(derived.values(), start=1)
    ]  # fmt: skip
    for row in removed:
        await session.delete(row)
    session.add_all(added)
    answer = ParticipantsRefreshedOut(
        added=len(added), removed=len(removed), replaced=len(replaced),
        total=len(rows) - len(removed) + len(added),
    )  # fmt: skip
    return Refreshed(answer, [*added, *removed, *replaced])
