"""Tasks that a feature gave follow the record that they came from, and keep the rules of tasks."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import acting
from factories.world import World
from gongwei.access.actor import Actor
from gongwei.core import clock
from gongwei.core.errors import Problem
from gongwei.tasks.assignees import worker_for
from gongwei.tasks.by_origin import (
    cancel_given,
    reject_given,
    start_given,
    submit_given,
    tasks_from,
    tasks_of,
    verify_given,
)
from gongwei.tasks.models import Task, TaskState
from gongwei.tasks.schemas import OriginIn, TaskIn
from gongwei.tasks.service import give

TALK = OriginIn(type="talk", id=UUID("01890a5d-ac96-774b-bcce-b302099a8057"))
OTHER = OriginIn(type="talk", id=uuid4())


@pytest.fixture
def officer(world: World) -> Actor:
    return acting(world, "officer")


@pytest.fixture
def leader(world: World) -> Actor:
    return acting(world, "leader")


async def given(
    session: AsyncSession, world: World, actor: Actor, origin: OriginIn = TALK, days: int = 3
) -> Task:
    task = TaskIn(
        organisation_id=world["finance"].id, title="整改", origin=origin,
        due_on=clock.today() + timedelta(days=days),
    )  # fmt: skip
    return await give(session, actor, task)


async def states(session: AsyncSession, actor: Actor) -> list[str]:
    return [task.state.value for task in await tasks_of(session, actor, TALK)]


async def test_tasks_follow_from_start_to_verification(
    session: AsyncSession, world: World, officer: Actor, leader: Actor
) -> None:
    await given(session, world, officer)
    await given(session, world, officer)
    await start_given(session, officer, TALK)
    assert await states(session, officer) == ["in_progress", "in_progress"]
    await submit_given(session, officer, TALK)
    assert await states(session, officer) == ["submitted", "submitted"]
    await reject_given(session, leader, TALK, "缺材料")
    assert await states(session, officer) == ["in_progress", "in_progress"]
    await submit_given(session, officer, TALK)
    await verify_given(session, leader, TALK)
    done = await tasks_of(session, officer, TALK)
    assert {(task.state, task.done_by, task.verified_by) for task in done} == {
        (TaskState.VERIFIED, officer.user_id, leader.user_id)
    }


async def test_tasks_that_came_of_something_else_stay(
    session: AsyncSession, world: World, officer: Actor
) -> None:
    task = await given(session, world, officer, OTHER)
    await submit_given(session, officer, TALK)
    await cancel_given(session, officer, TALK, "取消")
    assert task.state is TaskState.OPEN
    found = await tasks_from(session, officer, "talk", [TALK.id, OTHER.id])
    assert found == {TALK.id: [], OTHER.id: [task]}
    assert await tasks_from(session, officer, "duty_report", [OTHER.id]) == {OTHER.id: []}


async def test_whoever_submitted_does_not_verify(
    session: AsyncSession, world: World, officer: Actor
) -> None:
    await given(session, world, officer)
    await submit_given(session, officer, TALK)
    with pytest.raises(Problem) as problem:
        await verify_given(session, officer, TALK)
    assert problem.value.code == "own_work"


async def test_whoever_submitted_does_not_reject(
    session: AsyncSession, world: World, officer: Actor
) -> None:
    await given(session, world, officer)
    await submit_given(session, officer, TALK)
    with pytest.raises(Problem) as problem:
        await reject_given(session, officer, TALK, "缺材料")
    assert problem.value.code == "own_work"


async def test_what_was_done_late_is_remembered(
    session: AsyncSession, world: World, officer: Actor
) -> None:
    task = await given(session, world, officer, days=-5)
    await submit_given(session, officer, TALK, clock.today() - timedelta(days=6))
    assert task.done_on == task.due_on - timedelta(days=1)
    task = await given(session, world, officer, days=-5)
    await submit_given(session, officer, TALK)
    assert task.done_on == clock.today()
    assert task.done_on > task.due_on


async def test_what_is_verified_is_not_cancelled(
    session: AsyncSession, world: World, officer: Actor, leader: Actor
) -> None:
    await given(session, world, officer)
    await submit_given(session, officer, TALK)
    await verify_given(session, leader, TALK)
    await given(session, world, officer)
    await cancel_given(session, officer, TALK, "取消")
    assert await states(session, officer) == ["verified", "cancelled"]


async def test_tasks_out_of_reach_are_not_touched(
    session: AsyncSession, world: World, officer: Actor
) -> None:
    task = await given(session, world, officer)
    for name in ("neighbour", "member"):
        other = acting(world, name)
        await submit_given(session, other, TALK)
        assert await tasks_of(session, other, TALK) == []
    assert task.state is TaskState.OPEN


async def test_the_worker_of_a_person_is_who_works_at_the_organisation(
    session: AsyncSession, world: World, officer: Actor
) -> None:
    assert await worker_for(session, officer, world["finance"], None) is None
    assert await worker_for(session, officer, world["finance"], uuid4()) is None
