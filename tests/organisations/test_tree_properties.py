"""Whatever is created, moved, merged, split and dissolved on whatever days, the tree stays a tree
on each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, system_actor
from gongwei.access.edges import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.access.models import SEGMENT, Organisation, OrganisationKind, OrganisationState
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.core.errors import Problem
from gongwei.organisations.changes.apply import apply_change
from gongwei.organisations.models import ChangeKind, OrganisationChange
from gongwei.organisations.service import found_root
from gongwei.organisations.tree import tree_items

START = date(2020, 1, 1)
DAYS = 12
COMMITTEE, BRANCH = OrganisationKind.COMMITTEE, OrganisationKind.BRANCH
KINDS = (COMMITTEE, COMMITTEE, BRANCH)
GROWN = ((COMMITTEE, 0), (COMMITTEE, 0), (COMMITTEE, 1), (COMMITTEE, 3), (BRANCH, 1), (BRANCH, 2))
"""The tree on the first day: each kind, and the place of its parent among those before it."""


@dataclass(frozen=True)
class Step:
    """One change, by numbers: what it is, which organisations it names, and on which day."""

    kind: ChangeKind
    one: int
    other: int
    day: int
    name: int


STEPS = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(
            [
                ChangeKind.CREATE, ChangeKind.MOVE, ChangeKind.MOVE, ChangeKind.MOVE,
                ChangeKind.RENAME, ChangeKind.MERGE, ChangeKind.SPLIT, ChangeKind.DISSOLVE,
            ]
        ),
        one=st.integers(0, 9), other=st.integers(0, 9), day=st.integers(1, DAYS),
        name=st.integers(0, 9),
    ),
    min_size=3, max_size=12,
)  # fmt: skip


def payload_of(step: Step, other: UUID, child: UUID) -> dict[str, object]:
    name = f"组织{step.name}"
    kind = KINDS[step.name % len(KINDS)]
    return {
        ChangeKind.CREATE: {"kind": kind, "name": name, "parent_id": str(other)},
        ChangeKind.MOVE: {"parent_id": str(other)},
        ChangeKind.RENAME: {"name": name},
        ChangeKind.MERGE: {"into_id": str(other)},
        ChangeKind.SPLIT: {"new": [{"name": name, "kind": kind, "child_ids": [str(child)]}]},
        ChangeKind.DISSOLVE: {},
    }[step.kind]


async def grow(session: AsyncSession, actor: Actor, ids: list[UUID]) -> None:
    """The tree on the first day."""
    for number, (kind, parent) in enumerate(GROWN):
        payload = {"kind": kind, "name": f"原{number}", "parent_id": str(ids[parent])}
        change = OrganisationChange(
            kind=ChangeKind.CREATE, organisation_id=ids[parent], effective_on=START,
            reason="设立", payload=payload,
        )  # fmt: skip
        ids.extend(row.id for row in (await apply_change(session, actor, change)).created)


async def carry_out(session: AsyncSession, actor: Actor, ids: list[UUID], step: Step) -> None:
    """Apply one step where the rules let it; a refused one leaves nothing behind."""
    one, other = ids[step.one % len(ids)], ids[step.other % len(ids)]
    creates = step.kind is ChangeKind.CREATE
    change = OrganisationChange(
        kind=step.kind,
        organisation_id=other if creates else one,
        effective_on=START + timedelta(days=step.day),
        reason="试验",
        payload=payload_of(step, other, ids[(step.other + 1) % len(ids)]),
    )
    trial = await session.begin_nested()
    try:
        applied = await apply_change(session, actor, change)
    except Problem:
        await trial.rollback()
        return
    await trial.commit()
    ids.extend(row.id for row in applied.created)


@dataclass(frozen=True)
class Rows:
    """Everything dated, read afresh."""

    organisations: dict[UUID, Organisation]
    edges: list[OrganisationEdge]
    names: list[OrganisationName]

    def parents(self, on: date) -> dict[UUID, UUID]:
        valid = [e for e in self.edges if within(e, on) and e.kind is EdgeKind.LEADERSHIP]
        parents = {edge.organisation_id: edge.parent_id for edge in valid}
        assert len(parents) == len(valid), "one leadership parent a day"
        return parents

    def called(self, on: date) -> dict[UUID, str]:
        valid = [name for name in self.names if within(name, on)]
        called = {name.organisation_id: name.name for name in valid}
        assert len(called) == len(valid), "one name a day"
        return called


def within(row: OrganisationEdge | OrganisationName, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or row.valid_to > on)


async def read_rows(session: AsyncSession) -> Rows:
    await session.flush()
    session.expunge_all()
    organisations = (await session.exec(select(Organisation))).all()
    return Rows(
        {row.id: row for row in organisations},
        list((await session.exec(select(OrganisationEdge))).all()),
        list((await session.exec(select(OrganisationName))).all()),
    )


def check_day(rows: Rows, root: UUID, on: date) -> None:
    """On this day: no circle, every parent in the tree, one name each, none twice among
    siblings."""
    parents, called = rows.parents(on), rows.called(on)
    for organisation in parents:
        climbed, at = {organisation}, organisation
        while at != root:
            assert at in parents, "everything in the tree hangs on the root"
            at = parents[at]
            assert at not in climbed, "no circle"
            climbed.add(at)
    assert set(parents) == set(called) - {root}
    siblings = [(parent, called[child]) for child, parent in parents.items()]
    assert len(siblings) == len(set(siblings))


def check_today(rows: Rows, root: UUID) -> None:
    """The present columns say what the open edges say; paths and depths continue the parent's."""
    open_edges = {e.organisation_id: e.parent_id for e in rows.edges if e.valid_to is None}
    for row in rows.organisations.values():
        if row.id == root:
            continue
        active = row.state is OrganisationState.ACTIVE
        assert open_edges.get(row.id) == (row.parent_id if active else None)
        assert row.parent_id is not None
        above = rows.organisations[row.parent_id]
        assert (row.path[:-SEGMENT], row.depth) == (above.path, above.depth + 1)
        assert not active or above.state is OrganisationState.ACTIVE
    assert len({row.path for row in rows.organisations.values()}) == len(rows.organisations)


async def shown(
    session: AsyncSession, actor: Actor, root: Organisation, on: date
) -> dict[UUID, tuple[UUID | None, str]]:
    items = await tree_items(session, actor, root, 32, on)
    return {item.id: (item.parent_id, item.name) for item in items}


def days() -> Iterable[date]:
    return (START + timedelta(days=n) for n in range(-1, DAYS + 2))


@settings(
    max_examples=25,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
async def test_the_tree_stays_a_tree_on_every_day(database: Database, steps: list[Step]) -> None:
    async with database.new_session() as session:
        await narrow(session, WHOLE_TREE)
        root = await found_root(session, "工委", on=START)
        ids, actor = [root.id], system_actor(root)
        await grow(session, actor, ids)
        for step in steps:
            await carry_out(session, actor, ids, step)
        rows = await read_rows(session)
        check_today(rows, root.id)
        for on in days():
            check_day(rows, root.id, on)
            parents, called = rows.parents(on), rows.called(on)
            expected = {child: (parent, called[child]) for child, parent in parents.items()}
            top = rows.organisations[root.id]
            own = {root.id: (None, called.get(root.id, top.name))}
            assert await shown(session, actor, top, on) == {**own, **expected}
        await session.rollback()


def test_the_checks_catch_a_circle_and_two_parents() -> None:
    """The oracle itself bites."""
    a, b, root = UUID(int=1), UUID(int=2), UUID(int=3)

    def edge(child: UUID, parent: UUID) -> OrganisationEdge:
        return OrganisationEdge(
            kind=EdgeKind.LEADERSHIP, organisation_id=child, parent_id=parent, valid_from=START
        )

    def caught(*edges: OrganisationEdge) -> bool:
        try:
            check_day(Rows({}, list(edges), []), root, START)
        except AssertionError:
            return True
        return False

    assert caught(edge(a, b), edge(b, a))
    assert caught(edge(a, root), edge(a, b))
