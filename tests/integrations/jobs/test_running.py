"""Jobs run once, in their caller's name, all or nothing, and say how they ended."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlmodel import col

from factories.bench import Bench
from gongwei.access.models import AssignmentState, Person, RoleAssignment, User, UserState
from gongwei.access.people import name_texts
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.integrations.jobs import running
from gongwei.integrations.jobs.handlers import JobRun
from gongwei.integrations.jobs.models import JobState
from gongwei.integrations.jobs.progress import STALE_AFTER


async def _double(run: JobRun) -> dict[str, Any]:
    return {"answer": run.payload["number"] * 2, "who": run.actor.label}


async def _write_person(run: JobRun) -> dict[str, Any]:
    person = Person(organisation_id=run.actor.organisation_id, **name_texts("写了一半"))
    run.session.add(person)
    record(run.session, run.actor, "person.create", person)
    await run.session.flush()
    if "fails" in run.payload:
        raise ValueError("half-way")
    return {}


async def _people(bench: Bench) -> int:
    async with bench.database.transaction("*") as session:
        return int(await session.scalar(select(func.count()).select_from(Person)) or 0)


async def test_a_job_answers_its_result_in_its_callers_name(bench: Bench, handler: Any) -> None:
    handler(_double)
    job = await bench.queue(number=21)
    status, queued = await bench.get(job)
    assert (status, queued["state"], queued["message"]) == (200, "queued", "排队等候")
    assert await bench.run() is True
    _, done = await bench.get(job)
    assert done["state"] == "succeeded"
    assert done["result"] == {"answer": 42, "who": bench.world.users["clerk"].display_name}
    assert (done["done"], done["total"], done["message"]) == (0, 0, "已完成")
    assert await bench.run() is False


async def test_a_finished_job_says_what_it_reported_last_with_nothing_left_to_do(
    bench: Bench, handler: Any
) -> None:
    async def work(run: JobRun) -> dict[str, Any]:
        await run.progress(0, 1, "正在读取", "Reading")
        await run.progress(7, 8, "导入完成：共 8 行", "Imported: 8 rows")
        return {}

    handler(work)
    job = await bench.queue()
    await bench.run()
    _, told = await bench.get(job)
    assert (told["state"], told["done"], told["total"]) == ("succeeded", 8, 8)
    assert told["message"] == "导入完成：共 8 行"


async def test_what_a_job_writes_and_that_it_is_done_are_one(bench: Bench, handler: Any) -> None:
    handler(_write_person)
    job = await bench.queue()
    await bench.run()
    assert (await bench.stored(job)).state is JobState.SUCCEEDED
    assert await _people(bench) == 1


async def test_a_job_that_fails_half_way_writes_nothing_and_says_so(
    bench: Bench, handler: Any
) -> None:
    handler(_write_person)
    job = await bench.queue(fails=True)
    await bench.run()
    assert await _people(bench) == 0
    _, failed = await bench.get(job)
    assert failed["state"] == "failed"
    assert failed["problem"]["code"] == "internal"
    assert failed["problem"]["status"] == 500
    assert failed["problem"]["instance"] == f"/api/v1/jobs/{job.id}"
    assert "request-of-the-test" in failed["problem"]["detail"]
    assert "half-way" not in str(failed)
    _, english = await bench.get(job, **{"Accept-Language": "en"})
    assert english["problem"]["title"] == "Something went wrong"


@pytest.mark.parametrize("gone", ["assignment", "account"])
async def test_rights_removed_since_it_was_asked_for_stop_a_job(
    bench: Bench, handler: Any, gone: str
) -> None:
    handler(_write_person)
    job = await bench.queue()
    model, row, state = {
        "assignment": (RoleAssignment, bench.world.assignments["clerk"], AssignmentState.ENDED),
        "account": (User, bench.world.users["clerk"], UserState.DISABLED),
    }[gone]
    async with bench.database.transaction("*") as session:
        statement = update(model).where(col(model.id) == row.id).values(state=state)
        await session.execute(statement, execution_options={"recorded": True})
    await bench.run()
    stored = await bench.stored(job)
    assert (stored.state, stored.problem and stored.problem["code"]) == (
        JobState.FAILED,
        "not_allowed",
    )
    assert await _people(bench) == 0


async def test_a_job_reaches_no_further_than_its_caller(bench: Bench, handler: Any) -> None:
    async def count(run: JobRun) -> dict[str, Any]:
        return {"seen": await run.session.scalar(select(func.count()).select_from(RoleAssignment))}

    handler(count)
    own, all_of_them = await bench.queue("clerk"), await bench.queue("officer")
    await bench.run()
    await bench.run()
    assert (await bench.stored(own)).result == {"seen": 4}
    assert (await bench.stored(all_of_them)).result == {"seen": len(bench.world.assignments)}


async def test_a_job_whose_worker_died_is_done_again_when_it_may_be_repeated(
    bench: Bench, handler: Any
) -> None:
    handler(_double, repeatable=True)
    job = await bench.queue(number=1)
    await bench.change(job, state=JobState.RUNNING, attempts=1, heartbeat_at=clock.now())
    assert await bench.run() is False
    await bench.change(job, heartbeat_at=clock.now() - STALE_AFTER - timedelta(seconds=1))
    assert await bench.run() is True
    assert (await bench.stored(job)).state is JobState.SUCCEEDED


@pytest.mark.parametrize(("repeatable", "attempts"), [(False, 1), (True, 3)])
async def test_a_job_whose_worker_died_is_given_up_when_it_may_not_or_died_too_often(
    bench: Bench, handler: Any, repeatable: bool, attempts: int
) -> None:
    handler(_double, repeatable=repeatable)
    job = await bench.queue(number=1)
    long_ago = clock.now() - STALE_AFTER - timedelta(seconds=1)
    await bench.change(job, state=JobState.RUNNING, attempts=attempts, heartbeat_at=long_ago)
    assert await bench.run() is False
    stored = await bench.stored(job)
    assert stored.state is JobState.FAILED
    assert stored.problem is not None
    assert stored.problem["code"] == "job_interrupted"


async def test_a_worker_that_lost_its_job_to_another_writes_nothing(
    bench: Bench, handler: Any
) -> None:
    async def slow(run: JobRun) -> dict[str, Any]:
        await _write_person(run)
        await bench.change(job, attempts=2)
        return {}

    handler(slow)
    job = await bench.queue()
    await bench.run()
    assert await _people(bench) == 0
    assert (await bench.stored(job)).state is JobState.RUNNING


async def test_two_workers_take_different_jobs(bench: Bench, handler: Any) -> None:
    handler(_double)
    first, second = await bench.queue(number=1), await bench.queue(number=2)
    async with bench.database.transaction("*") as one, bench.database.transaction("*") as two:
        taken = [await running.take(one), await running.take(two)]
        assert [job.id for job in taken if job] == [first.id, second.id]


async def test_jobs_of_an_unknown_kind_are_left_to_a_worker_that_knows_them(bench: Bench) -> None:
    job = await bench.queue(number=1)
    assert await bench.run() is False
    assert (await bench.stored(job)).state is JobState.QUEUED


async def test_progress_is_seen_while_the_work_is_uncommitted(bench: Bench, handler: Any) -> None:
    seen: list[tuple[str, int, int, str]] = []

    async def work(run: JobRun) -> dict[str, Any]:
        for done in (1, 2, 3, 4):
            await run.progress(done, 4, f"第 {done} 步", f"Step {done}")
            _, told = await bench.get(job)
            async with asyncio.timeout(60):
                while told["done"] != done:
                    await asyncio.sleep(0.05)
                    _, told = await bench.get(job)
            seen.append((told["state"], told["done"], told["total"], told["message"]))
        return {}

    handler(work)
    job = await bench.queue()
    await bench.run()
    assert seen == [("running", done, 4, f"第 {done} 步") for done in (1, 2, 3, 4)]
