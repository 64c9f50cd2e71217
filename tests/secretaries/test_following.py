"""Posts and nominations end with the organisation at which they stand."""

from datetime import date

import pytest

from factories.roster import officer
from gongwei.secretaries.follow import SecretariesFollower
from gongwei.secretaries.models import Post
from gongwei.secretaries.talks.appointment_talks import schedule
from secretaries.secretariat import Body, Secretariat, days

FOLLOWER = SecretariesFollower()
AT = "finance_units"


async def occupied(desk: Secretariat) -> tuple[Body, Body]:
    """A secretary who is still to be talked to, and a nomination on its way."""
    held = await desk.appointment(await desk.person("茅辉"), AT)
    async with desk.database.transaction("*") as session:
        await schedule(session, officer(desk.world), held)
    nominee = await desk.person("姚宁", 3)
    made = await desk.nominate(nominee, at=AT, post=Post.DEPUTY_SECRETARY.value)
    await desk.moved("secretary", made, "submit")
    return await desk.read("officer", f"secretaries/{held.id}"), made


async def dissolved(desk: Secretariat, on: date, *, merged: bool) -> list[str]:
    source, target = desk.world[AT], desk.world["finance_office"]
    follow = FOLLOWER.follow_merge if merged else FOLLOWER.follow_dissolution
    async with desk.database.transaction("*") as session:
        told = await follow(session, officer(desk.world), source, target, on)
    return [zh for zh, _ in told]


@pytest.mark.parametrize("merged", [True, False])
async def test_posts_end_and_nominations_are_withdrawn(desk: Secretariat, merged: bool) -> None:
    held, made = await occupied(desk)
    name = desk.world[AT].name
    assert await dissolved(desk, days(0), merged=merged) == [
        f"“{name}”的 1 个书记、副书记职务随组织终止",
        f"“{name}”的 1 项未办结的提名撤回",
    ]
    after = await desk.read("officer", f"secretaries/{held['id']}")
    assert (after["state"], after["to_on"], after["end_cause"]) == (
        "ended", str(days(0)), "dissolved",
    )  # fmt: skip
    assert (await desk.read("officer", f"nominations/{made['id']}"))["state"] == "withdrawn"
    assert [one["state"] for one in (await desk.read("officer", "tasks"))["items"]] == ["cancelled"]
    assert [one["state"] for one in (await desk.read("officer", "talks"))["items"]] == ["cancelled"]


async def test_who_was_to_take_office_later_never_does(desk: Secretariat) -> None:
    held = await desk.appointment(await desk.person("茅辉"), AT, from_on=days(20))
    await dissolved(desk, days(0), merged=True)
    after = await desk.read("officer", f"secretaries/{held.id}")
    assert (after["from_on"], after["to_on"]) == (str(days(20)), str(days(20)))
    assert await desk.names("officer", "secretaries", as_of=str(days(20))) == []


async def test_where_nobody_holds_a_post_nothing_is_said(desk: Secretariat) -> None:
    assert await dissolved(desk, days(0), merged=True) == []


async def test_posts_stay_where_an_organisation_is_split(desk: Secretariat) -> None:
    held, _ = await occupied(desk)
    source = desk.world[AT]
    async with desk.database.transaction("*") as session:
        told = await FOLLOWER.follow_split(session, officer(desk.world), source, (), days(0))
    after = await desk.read("officer", f"secretaries/{held['id']}")
    assert (list(told), after["state"]) == ([], "in_office")
