"""Who may follow a job, and what a follower is told."""

import asyncio
import json
from typing import Any
from uuid import uuid4

from factories.bench import Bench
from gongwei.integrations.jobs.handlers import JobRun
from gongwei.integrations.jobs.service import follow


async def _steps(run: JobRun) -> dict[str, Any]:
    for done in (1, 2, 3):
        await run.progress(done, 3, "进行中", "Working")
        await asyncio.sleep(0.5)
    return {"fine": True}


async def test_a_job_is_known_to_its_caller_and_to_those_above(bench: Bench) -> None:
    job = await bench.queue("clerk")
    answers = [(await bench.get(job, who))[0] for who in ("clerk", "secretary", "officer")]
    assert answers == [200, 200, 200]


async def test_a_job_is_unknown_to_everybody_else(bench: Bench) -> None:
    job = await bench.queue("clerk")
    for who in ("neighbour", "member", "auditor"):
        status, problem = await bench.get(job, who)
        assert (status, problem["code"]) == (404, "not_found")
        path = f"/api/v1/jobs/{job.id}/events"
        answer = await bench.client.get(path, headers=bench.world.headers(who))
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_job_that_does_not_exist_is_unknown(bench: Bench) -> None:
    path = f"/api/v1/jobs/{uuid4()}"
    answer = await bench.client.get(path, headers=bench.world.headers("officer"))
    assert answer.status_code == 404


async def test_the_entity_tag_moves_with_the_progress(bench: Bench, handler: Any) -> None:
    handler(_steps)
    job = await bench.queue()
    path, headers = f"/api/v1/jobs/{job.id}", bench.world.headers("clerk")
    before = await bench.client.get(path, headers=headers)
    await bench.run()
    after = await bench.client.get(path, headers=headers)
    tags = [answer.headers["etag"].strip('"').split("-")[0] for answer in (before, after)]
    assert tags == ["1", str(after.json()["version"])]
    again = await bench.client.get(
        path, headers={**headers, "If-None-Match": after.headers["etag"]}
    )
    assert again.status_code == 304


async def test_a_follower_is_told_each_change_until_the_end(bench: Bench, handler: Any) -> None:
    told: list[tuple[str, int]] = []
    seen_step = {done: asyncio.Event() for done in (1, 2, 3)}

    async def seen_steps(run: JobRun) -> dict[str, Any]:
        for done in (1, 2, 3):
            await run.progress(done, 3, "进行中", "Working")
            await asyncio.wait_for(seen_step[done].wait(), 60)
        return {}

    handler(seen_steps)
    job = await bench.queue()
    working = asyncio.create_task(bench.run())
    async for seen in follow(bench.database, job.id):
        if seen is not None and seen.done:
            told.append((seen.state.value, seen.done))
            seen_step[seen.done].set()
    await working
    assert list(dict.fromkeys(told)) == [
        ("running", 1),
        ("running", 2),
        ("running", 3),
        ("succeeded", 3),
    ]


async def test_events_are_server_sent_and_end_with_the_job(bench: Bench, handler: Any) -> None:
    handler(_steps)
    job = await bench.queue()
    working = asyncio.create_task(bench.run())
    answer = await bench.client.get(
        f"/api/v1/jobs/{job.id}/events",
        headers={**bench.world.headers("clerk"), "Accept-Language": "en"},
    )
    await working
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = [
        json.loads(line.removeprefix("data: "))
        for line in answer.text.splitlines()
        if line.startswith("data: ")
    ]
    states = [event["state"] for event in told]
    assert (states.count("succeeded"), states[-1]) == (1, "succeeded")
    assert told[-1]["message"] == "Working"
    assert told[-1]["result"] == {"fine": True}


async def test_a_follower_holds_no_connection_between_two_looks(bench: Bench) -> None:
    job = await bench.queue()
    following = follow(bench.database, job.id)
    first = await anext(following)
    assert first is not None
    assert first.id == job.id
    assert bench.database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
    await following.aclose()  # type: ignore[attr-defined]
