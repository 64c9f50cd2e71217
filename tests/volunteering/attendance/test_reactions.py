"""What stands above attendance hears of judgements, and of what comes in late."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.volunteering.activities.models import ActivityState
from gongwei.volunteering.attendance import reactions
from gongwei.volunteering.attendance.models import CheckIn
from gongwei.volunteering.attendance.reactions import after_judging
from volunteering.attendance.doorway import Doorway, at


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Types and states of what a reaction was told."""
    told: list[tuple[str, str]] = []

    async def hear(_session: AsyncSession, _actor: Actor, check_in: CheckIn) -> None:
        told.append((check_in.type.value, check_in.state.value))

    monkeypatch.setattr(reactions, "_judged", [])
    after_judging(hear)
    after_judging(hear)
    return told


async def test_an_acceptance_and_an_annulment_are_told(
    door: Doorway, heard: list[tuple[str, str]]
) -> None:
    body = door.scanned(captured_at=at(0).isoformat())
    made = (await door.check_in("member", body, at(60))).json()
    assert heard == []
    path = f"check-ins/{made['id']}/actions"
    await door.send("secretary", "POST", f"{path}/accept")
    await door.send("secretary", "POST", f"{path}/annul", json={"reason": "代人签到"})
    assert heard == [("entry", "accepted"), ("entry", "annulled")]


async def test_what_comes_in_after_completion_is_told(
    door: Doorway, heard: list[tuple[str, str]]
) -> None:
    await door.scan()
    await door.days.change(door.activity, state=ActivityState.COMPLETED)
    await door.scan(kind="exit", now=at(60))
    await door.scan(kind="exit", now=at(70))
    assert heard == [("exit", "needs_review")]
