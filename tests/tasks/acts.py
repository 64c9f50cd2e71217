"""Acts upon tasks, as the tests say them."""

from datetime import date
from typing import Any

from httpx import AsyncClient, Response

from factories.world import World

TASKS = "/api/v1/tasks"
DUE = date(2030, 3, 31)


async def give(
    client: AsyncClient, world: World, at: str = "finance", who: str = "officer", **more: Any
) -> dict[str, Any]:
    body = {"organisation_id": str(world[at].id), "title": "补齐会议记录", "due_on": str(DUE)}
    answer = await client.post(TASKS, json=body | more, headers=world.headers(who))
    assert answer.status_code == 201
    found: dict[str, Any] = answer.json()
    return found


async def act(
    client: AsyncClient, world: World, who: str, task: dict[str, Any], action: str, **body: Any
) -> Response:
    path = f"{TASKS}/{task['id']}/actions/{action}"
    return await client.post(path, json=body, headers=world.headers(who))


async def submitted(client: AsyncClient, world: World) -> dict[str, Any]:
    task = await give(client, world)
    await act(client, world, "clerk", task, "start")
    answer = await act(client, world, "secretary", task, "submit", evidence="已补齐")
    assert answer.status_code == 200
    return task


async def shown(client: AsyncClient, world: World, who: str, task: dict[str, Any]) -> Any:
    return (await client.get(f"{TASKS}/{task['id']}", headers=world.headers(who))).json()


async def titles(client: AsyncClient, world: World, who: str, **query: str) -> list[str]:
    answer = await client.get(TASKS, params=query, headers=world.headers(who))
    assert answer.status_code == 200
    return [task["title"] for task in answer.json()["items"]]
