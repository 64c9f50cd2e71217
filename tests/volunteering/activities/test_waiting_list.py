"""The waiting list against a plain model: whatever people do, no place is double and none empty."""

from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factories.activities import Planning, shift

NAMES = ("甲某", "乙某", "丙某", "丁某")
Step = tuple[str, Any]

steps = st.lists(
    st.one_of(
        st.tuples(st.just("sign up"), st.sampled_from(NAMES)),
        st.tuples(st.just("cancel"), st.sampled_from(NAMES)),
        st.tuples(st.just("places"), st.sampled_from([1, 2, 3, None])),
    ),
    min_size=4,
    max_size=12,
)


def modelled(did: Sequence[Step]) -> tuple[list[str], list[str]]:
    """Who has a place and who waits after these steps, in the order of sign-up; at first there is
    one place. A step that makes no sense changes nothing.
    """
    places: int | None = 1
    confirmed: list[str] = []
    waiting: list[str] = []
    for what, given_ in did:
        if what == "sign up" and given_ not in confirmed + waiting:
            waiting.append(given_)
        elif what == "cancel":
            confirmed = [one for one in confirmed if one != given_]
            waiting = [one for one in waiting if one != given_]
        elif what == "places" and (given_ is None or given_ >= len(confirmed)):
            places = given_
        while waiting and (places is None or len(confirmed) < places):
            confirmed.append(waiting.pop(0))
    return sorted(confirmed), waiting


async def done(plan: Planning, did: Sequence[Step]) -> tuple[list[str], list[str]]:
    """The same over HTTP."""
    made = await plan.published("secretary", "finance", shift(capacity=1))
    path = f"shifts/{made['shifts'][0]['id']}"
    listing = f"activities/{made['id']}/sign-ups"
    for what, given_ in did:
        if what == "sign up":
            await plan.post(given_, "sign-ups", shift_id=made["shifts"][0]["id"])
        elif what == "cancel":
            for held in await plan.items("clerk", listing):
                if held["name"] == given_ and held["state"] != "cancelled":
                    await plan.moved(given_, f"sign-ups/{held['id']}", "cancel")
        else:
            await plan.patch("clerk", path, await plan.read("clerk", path), capacity=given_)
    held = await plan.items("clerk", listing, limit=200)
    waits = [one for one in held if one["state"] == "waitlisted"]
    assert [one["waiting_place"] for one in waits] == [*range(1, len(waits) + 1)]
    confirmed = sorted(one["name"] for one in held if one["state"] == "confirmed")
    return confirmed, [one["name"] for one in waits]


async def test_whatever_is_done_the_list_is_that_of_the_model(plan: Planning) -> None:
    for place, name in enumerate(NAMES):
        await plan.member(name, 2 * place + 1)
    drawn: list[list[Step]] = []

    @given(steps)
    @settings(
        max_examples=12, derandomize=True, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def draw(did: list[Step]) -> None:
        drawn.append(did)

    draw()
    connection = plan.database.connection  # type: ignore[attr-defined]
    for did in drawn:
        async with connection.begin_nested() as undone:
            found = await done(plan, did)
            await undone.rollback()
        assert (did, found) == (did, modelled(did))
