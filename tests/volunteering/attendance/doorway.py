"""Entries and exits, as the tests say them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from httpx import AsyncClient, Response

from factories.service_days import NINE, ServiceDays
from gongwei.access.models import Person
from gongwei.core import clock
from gongwei.volunteering.activities.models import Activity, Shift
from gongwei.volunteering.attendance.codes import rotating_code, step_of

Body = dict[str, Any]
MINUTE = timedelta(minutes=1)


def at(minutes: float) -> datetime:
    """So many minutes after nine."""
    return NINE + minutes * MINUTE


@dataclass
class Doorway:
    """One shift, and those who come to it."""

    client: AsyncClient
    days: ServiceDays
    activity: Activity
    shift: Shift
    people: dict[str, Person] = field(default_factory=dict)

    async def send(
        self, who: str, method: str, path: str, *, now: datetime = NINE, **content: Any
    ) -> Response:
        """A request at that moment."""
        with clock.Frozen(now):
            headers = {**self.days.world.headers(who), **content.pop("headers", {})}
            return await self.client.request(method, f"/api/v1/{path}", headers=headers, **content)

    async def read(self, who: str, path: str, now: datetime = NINE, **params: Any) -> Body:
        answer = await self.send(who, "GET", path, now=now, params=params)
        assert answer.status_code == 200, answer.text
        found: Body = answer.json()
        return found

    async def check_in(self, who: str, body: Body, now: datetime = NINE) -> Response:
        return await self.send(who, "POST", "check-ins", now=now, json=body)

    async def scan(
        self, who: str = "member", kind: str = "entry", now: datetime = NINE, **more: Any
    ) -> Response:
        return await self.check_in(who, self.scanned(kind, now, **more), now)

    async def mark(
        self, name: str = "李四", kind: str = "entry", now: datetime = NINE, *,
        who: str = "secretary", **more: Any,
    ) -> Response:  # fmt: skip
        return await self.check_in(who, self.marked(name, kind, now, **more), now)

    def scanned(
        self, kind: str = "entry", now: datetime = NINE, *, shown_at: datetime | None = None,
        shift: Shift | None = None, **more: Any,
    ) -> Body:  # fmt: skip
        """What a phone sends that scanned the code of a moment."""
        code = rotating_code((shift or self.shift).id, step_of(shown_at or now))
        return {
            "type": kind, "method": "scan", "code": code, "nonce": str(uuid4()),
            "occurred_at": now.isoformat(), **more,
        }  # fmt: skip

    def marked(
        self, name: str = "李四", kind: str = "entry", now: datetime = NINE, **more: Any
    ) -> Body:
        """What a leader sends who marks somebody on the list."""
        return {
            "type": kind, "method": "list", "shift_id": str(self.shift.id),
            "person_id": str(self.people[name].id), "nonce": str(uuid4()),
            "occurred_at": now.isoformat(), **more,
        }  # fmt: skip


def told(answer: Response) -> tuple[int, str | None]:
    """Status and code of an answer."""
    return answer.status_code, answer.json().get("code")


def offline(captured_at: datetime, offset_ms: int | None = 0, seq: int | None = None) -> Body:
    """What a phone says that had no network when it scanned."""
    return {
        "captured_at": captured_at.isoformat(), "server_offset_ms": offset_ms, "device_seq": seq,
    }  # fmt: skip
