"""A repeated request is answered once: over real endpoints, with real commits where they matter."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import make_url, text
from sqlmodel import col, func, select

from conftest import run_as_owner
from factories.program import client_on
from factories.world import World
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.core.idempotency import IdempotencyKey
from gongwei.tasks.models import Task

TASKS = "/api/v1/tasks"

REFUSE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the lights went out'; END $$;
CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON task
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse();
"""


class Desk:
    """People who give tasks with a key."""

    def __init__(self, client: AsyncClient, database: Database, world: World) -> None:
        self.client, self.database, self.world = client, database, world

    async def give(
        self, key: str, who: str = "officer", title: str = "任务", path: str = TASKS, **more: Any
    ) -> Response:
        body = {
            "organisation_id": str(self.world["finance"].id), "title": title,
            "due_on": "2030-01-01", **more,
        }  # fmt: skip
        headers = {**self.world.headers(who), "Idempotency-Key": key}
        return await self.client.post(path, json=body, headers=headers)

    async def rows(self) -> tuple[int, int]:
        """Tasks, and answers kept."""
        async with self.database.transaction("*") as session:
            tasks = select(func.count(col(Task.id)))
            keys = select(func.count(col(IdempotencyKey.id)))
            return (await session.exec(tasks)).one(), (await session.exec(keys)).one()


@pytest.fixture
def desk(client: AsyncClient, database: Database, world: World) -> Desk:
    return Desk(client, database, world)


@pytest.fixture
async def apart(separate: Database, settings: Settings, world_apart: World) -> AsyncIterator[Desk]:
    """The same on a database with real commits."""
    async with client_on(separate, settings) as client:
        yield Desk(client, separate, world_apart)


async def test_the_first_answer_is_replayed_and_one_row_is_made(desk: Desk) -> None:
    first, again = await desk.give("k1"), await desk.give("k1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert again.content == first.content
    for name in ("location", "etag", "content-type"):
        assert again.headers[name] == first.headers[name]
    assert await desk.rows() == (1, 1)


async def test_without_a_key_each_request_is_new(desk: Desk) -> None:
    body = {
        "organisation_id": str(desk.world["finance"].id),
        "title": "任务",
        "due_on": "2030-01-01",
    }
    for _ in range(2):
        answer = await desk.client.post(TASKS, json=body, headers=desk.world.headers("officer"))
        assert answer.status_code == 201
    assert await desk.rows() == (2, 0)


@pytest.mark.parametrize("other", [{"title": "别的"}, {"path": f"{TASKS}?x=1"}])
async def test_the_same_key_with_another_request_is_refused(
    desk: Desk, other: dict[str, str]
) -> None:
    await desk.give("k1")
    refused = await desk.give("k1", **other)
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")
    assert await desk.rows() == (1, 1)


@pytest.mark.parametrize("who", ["secretary", "leader"])
async def test_the_keys_of_two_callers_are_apart(desk: Desk, who: str) -> None:
    first, other = await desk.give("k1"), await desk.give("k1", who)
    assert (first.status_code, other.status_code) == (201, 201)
    assert first.json()["id"] != other.json()["id"]
    assert await desk.rows() == (2, 2)


async def test_a_refusal_is_not_kept(desk: Desk) -> None:
    malformed = await desk.give("k1", due_on="soon")
    forbidden = await desk.give("k1", who="clerk")
    unknown = await desk.give("k1", organisation_id=str(desk.world.users["clerk"].id))
    assert [a.status_code for a in (malformed, forbidden, unknown)] == [422, 403, 404]
    assert await desk.rows() == (0, 0)
    assert (await desk.give("k1")).status_code == 201
    assert await desk.rows() == (1, 1)


async def test_the_same_upload_sent_again_with_another_boundary_is_replayed(desk: Desk) -> None:
    async def send(boundary: str, content: str) -> Response:
        body = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="organisation_id"\r\n\r\n'
            f"{desk.world['finance'].id}\r\n"
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n'
            f"Content-Type: text/csv\r\n\r\n{content}\r\n--{boundary}--\r\n"
        )
        headers = {
            **desk.world.headers("officer"), "Idempotency-Key": "k1",
            "Content-Type": f"multipart/form-data; boundary={boundary}",
        }  # fmt: skip
        return await desk.client.post("/api/v1/files", content=body.encode(), headers=headers)

    first, again = await send("one", "a,b"), await send("two", "a,b")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.headers["idempotent-replayed"] == "true"
    assert again.json()["id"] == first.json()["id"]
    other = await send("two", "a,c")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb"])
async def test_a_key_that_is_no_key_is_refused(desk: Desk, key: str) -> None:
    answer = await desk.give(key)
    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json()["errors"]] == ["/Idempotency-Key"]


async def test_while_the_first_runs_the_second_is_told_so(apart: Desk) -> None:
    task = (await apart.give("k0")).json()
    path = f"{TASKS}/{task['id']}/actions/start"
    headers = {**apart.world.headers("secretary"), "Idempotency-Key": "k1"}

    async def start() -> Response:
        return await apart.client.post(path, json={}, headers=headers)

    async with apart.database.transaction("*") as session:
        await session.execute(text("SELECT 1 FROM task FOR UPDATE"))
        first = asyncio.create_task(start())
        await _until_it_waits(apart.database)
        second = await start()
        assert (second.status_code, second.json()["code"]) == (409, "idempotency_in_progress")
        assert second.headers["retry-after"] == "1"
    done = await first
    assert (done.status_code, done.json()["state"]) == (200, "in_progress")
    third = await start()
    assert (third.content, third.headers["idempotent-replayed"]) == (done.content, "true")


async def _until_it_waits(database: Database) -> None:
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    for _ in range(500):
        async with database.transaction() as session:
            if await session.scalar(waiting):
                return
        await asyncio.sleep(0.01)
    raise AssertionError("the first request never waited")


async def test_at_once_the_same_request_makes_one_row(apart: Desk) -> None:
    answers = await asyncio.gather(*[apart.give("k1") for _ in range(8)])
    assert {answer.status_code for answer in answers} <= {201, 409}
    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert len(made) == 1
    assert await apart.rows() == (1, 1)


async def test_a_crash_before_the_commit_keeps_neither_the_work_nor_the_answer(apart: Desk) -> None:
    name = str(make_url(apart.database.url).database)
    run_as_owner(REFUSE, database=name)
    crashed = await apart.give("k1")
    assert crashed.status_code == 500
    assert await apart.rows() == (0, 0)
    run_as_owner("DROP TRIGGER refuse ON task", database=name)
    again = await apart.give("k1")
    assert (again.status_code, "idempotent-replayed" in again.headers) == (201, False)
    assert await apart.rows() == (1, 1)


async def test_every_write_with_a_key_is_answered_once_and_a_read_takes_no_account_of_it(
    desk: Desk,
) -> None:
    task = (await desk.give("first")).json()
    path = f"{TASKS}/{task['id']}"
    headers = {**desk.world.headers("officer"), "Idempotency-Key": "second", "If-Match": '"1"'}
    first = await desk.client.patch(path, json={"title": "改过的"}, headers=headers)
    again = await desk.client.patch(path, json={"title": "改过的"}, headers=headers)
    assert (first.status_code, again.json()) == (200, first.json())
    assert again.headers["Idempotent-Replayed"] == "true"
    other = await desk.client.patch(path, json={"title": "另一个"}, headers=headers)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    for _ in range(2):
        read = await desk.client.get(path, headers=headers)
        assert (read.status_code, read.json()["title"]) == (200, "改过的")
    assert "Idempotent-Replayed" not in read.headers
