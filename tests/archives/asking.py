"""Asking for an archive, as the tests say it."""

from typing import Any

from httpx import AsyncClient, Response

from factories.world import World
from gongwei.secretaries.models import Appointment

CODES = [
    "appointments", "terms", "nominations", "inspections", "talks", "tasks",
    "duty_reports", "duty_results", "volunteer_hours", "objections",
]  # fmt: skip


async def asked(
    client: AsyncClient, world: World, who: str, held: Appointment, **query: Any
) -> Response:
    path = f"/api/v1/secretaries/{held.id}/archive"
    headers = {"Accept-Language": query.pop("language", "zh"), **world.headers(who)}
    return await client.get(path, params=query, headers=headers)


async def read(
    client: AsyncClient, world: World, who: str, held: Appointment, **query: Any
) -> dict[str, Any]:
    answer = await asked(client, world, who, held, **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def rows(archive: dict[str, Any], code: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = next(
        one["rows"] for one in archive["sections"] if one["code"] == code
    )
    return found
