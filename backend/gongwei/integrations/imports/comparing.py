"""Comparing rows of people, found by their identity numbers, with what is held."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.people import identity_hash
from gongwei.core.bulk import BATCH, Progress
from gongwei.integrations.imports.drafts import Comparison, Setting
from gongwei.integrations.imports.elsewhere import held_identities
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.models import Outcome


class PersonRow(Protocol):
    """A row that names a person."""

    @property
    def identity_number(self) -> str | None: ...


class Planned(Protocol):
    """What a row would do, by the keyed hash of its number, if it has one."""

    @property
    def hash(self) -> str | None: ...
    @property
    def outcome(self) -> str: ...


R = TypeVar("R", bound=PersonRow)
P = TypeVar("P", bound=Planned)


async def compare_people(
    setting: Setting,
    rows: Mapping[int, R],
    plan: Callable[[AsyncSession, Actor, Sequence[R]], Awaitable[Sequence[P]]],
    conflicts: Callable[[int, P, bool], Iterable[Fault]],
    progress: Progress,
) -> Comparison:
    """What the rows, by their numbers in the workbook, would do. `conflicts` is told of a row's
    number, its plan, and whether anybody anywhere holds its identity number.
    """
    faults: list[Fault] = []
    outcomes: dict[int, Outcome] = {}
    numbers, people = list(rows), list(rows.values())
    hashes = [identity_hash(row.identity_number) for row in people if row.identity_number]
    held = await held_identities(setting.session, hashes)
    for start in range(0, len(people), BATCH):
        planned = await plan(setting.session, setting.actor, people[start : start + BATCH])
        for number, one in zip(numbers[start:], planned, strict=False):
            outcomes[number] = Outcome(one.outcome)
            faults.extend(conflicts(number, one, one.hash in held))
        await progress(min(start + BATCH, len(people)))
    return Comparison(faults, outcomes)
