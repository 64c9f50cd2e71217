"""What tests of organisations share: requests as an officer, and reading the tree by short
names."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from httpx import AsyncClient, Response

from factories.world import World
from gongwei.core import clock

CHANGES = "/api/v1/organisation-changes"
ORGANISATIONS = "/api/v1/organisations"
PAST = date(2020, 5, 1)


def day(offset: int) -> str:
    """A day so many days from today."""
    return (clock.today() + timedelta(days=offset)).isoformat()


class Desk:
    """Requests of one person in the world."""

    def __init__(self, client: AsyncClient, world: World, name: str = "officer") -> None:
        self.client, self.world, self.name = client, world, name

    def by(self, name: str) -> "Desk":
        """The same desk with somebody else sitting at it."""
        return Desk(self.client, self.world, name)

    def id(self, name: str) -> str:
        return str(self.world[name].id)

    async def get(self, path: str, **query: Any) -> Response:
        return await self.client.get(path, params=query, headers=self.world.headers(self.name))

    async def post(self, path: str, body: Any = None, **query: Any) -> Response:
        return await self.client.post(
            path, json=body, params=query, headers=self.world.headers(self.name)
        )

    async def patch(self, path: str, body: Any, version: int) -> Response:
        headers = {**self.world.headers(self.name), "If-Match": f'"{version}"'}
        return await self.client.patch(path, json=body, headers=headers)

    async def delete(self, path: str) -> Response:
        return await self.client.delete(path, headers=self.world.headers(self.name))

    def body(
        self, kind: str, at: str, payload: Mapping[str, Any], on: str = PAST.isoformat()
    ) -> dict[str, Any]:
        return {
            "kind": kind, "organisation_id": self.id(at), "effective_on": on,
            "reason": "机构改革", "payload": dict(payload),
        }  # fmt: skip

    async def draft(
        self, kind: str, at: str, payload: Mapping[str, Any], on: str = PAST.isoformat()
    ) -> dict[str, Any]:
        answer = await self.post(CHANGES, self.body(kind, at, payload, on))
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def act(
        self, change: Mapping[str, Any], action: str, reason: str | None = None
    ) -> Response:
        return await self.post(f"{CHANGES}/{change['id']}/actions/{action}", {"reason": reason})

    async def carry_out(
        self, kind: str, at: str, payload: Mapping[str, Any], on: str = PAST.isoformat()
    ) -> dict[str, Any]:
        """Prepare, submit and approve a change; answers the change."""
        change = await self.draft(kind, at, payload, on)
        assert (await self.act(change, "submit")).status_code == 200
        answer = await self.act(change, "approve")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def refusal(
        self, kind: str, at: str, payload: Mapping[str, Any], on: str = PAST.isoformat()
    ) -> tuple[str, str]:
        """The code with which a dry run and a submission both refuse a change, and its words."""
        tried = await self.post(CHANGES, self.body(kind, at, payload, on), dry_run=True)
        assert tried.status_code == 200, tried.text
        (problem,) = tried.json()["problems"]
        assert tried.json()["after"] == []
        change = await self.draft(kind, at, payload, on)
        refused = await self.act(change, "submit")
        assert (refused.status_code, refused.json()["code"]) == (409, problem["code"])
        assert refused.json()["detail"] == problem["message"]
        return problem["code"], problem["message"]

    async def tree(self, **query: Any) -> list[tuple[int, str]]:
        """(depth, name) of the tree in the order shown."""
        answer = await self.get(f"{ORGANISATIONS}/tree", **{"depth": 9, **query})
        assert answer.status_code == 200, answer.text
        return [(item["depth"], item["name"]) for item in answer.json()["items"]]
