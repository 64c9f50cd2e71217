"""Verified service in the archive of a person, as of any day."""

from datetime import timedelta
from typing import Any

from factories.lives import enter_secretary, link
from factories.service_hours import DAY, ServiceDays
from gongwei.core import clock
from gongwei.secretaries.models import Appointment


async def section(days: ServiceDays, held: Appointment, as_of: str | None = None) -> list[Any]:
    params = {"as_of": as_of} if as_of else {}
    archive = await days.read("officer", f"/secretaries/{held.id}/archive", **params)
    (found,) = [one for one in archive["sections"] if one["code"] == "volunteer_hours"]
    return [
        (one["occurred_on"], one["cells"]["title"], one["cells"]["kind"], one["cells"]["minutes"])
        for one in found["rows"]
    ]


async def test_verified_hours_stand_in_the_archive(days: ServiceDays) -> None:
    held = await enter_secretary(days.database, days.world)
    await link(days.database, days.world, "secretary", held)
    for title in ("清洁家园", "护学"):
        activity = await days.activity(title)
        await days.served(activity, held.person_id, "09:00", "12:00")
        await days.complete(activity)
        if title == "清洁家园":
            row = await days.hours_of(activity, held.person_id)
            assert (await days.act("officer", row.id, "verify")).status_code == 200
    assert await section(days, held) == [(DAY.isoformat(), "清洁家园", "记录", "180")]
    yesterday = (clock.today() - timedelta(days=1)).isoformat()
    assert await section(days, held, yesterday) == []
