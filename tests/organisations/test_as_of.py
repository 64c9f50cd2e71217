"""Every read answers for a day: an organisation that was moved down and dissolved since."""

from datetime import UTC, datetime
from typing import Any

import pytest

from factories.world import World
from gongwei.core import clock
from organisations.desk import ORGANISATIONS, Desk, day

OFFICE = "中共区财政局机关支部委员会"
UNITS = "中共区财政局直属单位支部委员会"
FINANCE = "中共区财政局总支部委员会"
ARCHIVE = "中共区档案局支部委员会"
ROOT = "云屏区区直机关工作委员会"
BEFORE, AFTER = "2022-04-30", "2023-05-01"


@pytest.fixture
async def moved(desk: Desk) -> Desk:
    """The archive's branch stood under the root, then under finance, and is dissolved."""
    await desk.carry_out("dissolve", "archive_one", {}, "2022-02-01")
    await desk.carry_out("move", "archive", {"parent_id": desk.id("finance")}, "2022-05-01")
    await desk.carry_out("dissolve", "archive", {}, "2023-05-01")
    return desk


async def found(desk: Desk, path: str, **query: Any) -> Any:
    answer = await desk.get(path, **query)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_depth_and_state_are_those_of_the_day(moved: Desk) -> None:
    path = f"{ORGANISATIONS}/{moved.id('archive')}"
    seen = []
    for on in (BEFORE, "2022-05-01"):
        one = await found(moved, path, as_of=on)
        seen.append((one["depth"], one["ancestor_names"], one["state"], one["status"]))
    assert seen == [
        (1, [ROOT], "active", "active"), (2, [ROOT, FINANCE], "active", "active"),
    ]  # fmt: skip
    now = await found(moved, path)
    assert (now["depth"], now["state"], now["dissolved_on"]) == (2, "dissolved", AFTER)


@pytest.mark.parametrize("query", [{}, {"q": "档案局"}])
async def test_the_tree_from_it_has_the_depths_of_the_day(
    moved: Desk, query: dict[str, str]
) -> None:
    at = moved.id("archive")
    assert await moved.tree(root=at, as_of=BEFORE, **query) == [(1, ARCHIVE)]
    assert await moved.tree(root=at, as_of="2022-05-01", **query) == [(2, ARCHIVE)]


async def test_a_caller_below_the_root_is_told_the_same_depth(moved: Desk) -> None:
    clerk = moved.by("clerk")
    assert await clerk.tree(as_of=BEFORE, root=moved.id("archive")) == [(1, ARCHIVE)]
    assert await clerk.tree(as_of="2022-05-01") == [
        (1, FINANCE), (2, OFFICE), (2, UNITS), (2, ARCHIVE),
    ]  # fmt: skip


async def test_the_list_of_a_day_tells_what_had_been_dissolved_by_then(moved: Desk) -> None:
    async def gone(on: str) -> list[tuple[str, str]]:
        items = (await found(moved, ORGANISATIONS, state="dissolved", as_of=on))["items"]
        return [(item["name"], item["state"]) for item in items]

    group = ("区档案局第一党小组", "dissolved")
    assert await gone("2022-01-31") == []
    assert await gone(BEFORE) == [group]
    assert await gone(AFTER) == [(ARCHIVE, "dissolved"), group]


async def test_edges_of_a_day_are_those_that_held(moved: Desk) -> None:
    path = f"{ORGANISATIONS}/{moved.id('archive')}/edges"

    async def above(**query: str) -> list[str]:
        return [edge["parent_name"] for edge in (await found(moved, path, **query))["items"]]

    assert await above(as_of=BEFORE) == [ROOT]
    assert await above(as_of="2022-05-01") == [FINANCE]
    assert await above() == [ROOT, FINANCE]
    assert (await moved.get(path, as_of=AFTER)).status_code == 404


async def test_the_timeline_of_a_day_ends_with_it(moved: Desk) -> None:
    path = f"{ORGANISATIONS}/{moved.id('archive')}/timeline"

    async def kinds(**query: str) -> list[str]:
        return [item["kind"] for item in (await found(moved, path, **query))["items"]]

    assert await kinds(as_of=BEFORE) == ["founded"]
    assert await kinds(as_of="2022-05-01") == ["founded", "moved"]
    assert await kinds() == ["founded", "moved", "dissolved"]


async def test_terms_of_a_day_are_those_that_ran(desk: Desk) -> None:
    body = {"organisation_id": desk.id("finance"), "elected_on": "2015-03-01"}
    ended = (await desk.post("/api/v1/terms", {**body, "ended_on": "2018-04-01"})).json()
    await desk.post("/api/v1/terms", {**body, "elected_on": "2018-04-01"})

    async def terms(**query: str) -> list[tuple[int, str, bool, str | None]]:
        items = (await found(desk, "/api/v1/terms", sort="number", **query))["items"]
        return [(one["number"], one["state"], one["overdue"], one["ended_on"]) for one in items]

    assert await terms(as_of="2015-02-28") == []
    assert await terms(as_of="2018-03-31") == [(1, "serving", True, None)]
    assert await terms(as_of="2018-04-01") == [(2, "serving", False, None)]
    assert await terms(as_of="2018-04-01", state="ended") == [
        (1, "ended", False, ended["ended_on"])
    ]
    assert await terms(as_of="2018-03-31", due="overdue") == [(1, "serving", True, None)]
    assert await terms(as_of=day(0)) == [(2, "serving", True, None)]


async def test_units_of_a_day_are_what_they_were_then(desk: Desk, world: World) -> None:
    def at(year: int) -> clock.Frozen:
        return clock.Frozen(datetime(year, 6, 1, tzinfo=UTC))

    async def units(**query: str) -> list[tuple[str, str, str]]:
        items = (await found(desk, "/api/v1/units", **query))["items"]
        return [(one["name"], one["state"], one["organisation_id"]) for one in items]

    root, police = desk.id("root"), desk.id("police")
    unit = (await desk.post("/api/v1/units", {"organisation_id": root, "name": "区公安局"})).json()
    path = f"/api/v1/units/{unit['id']}"
    before = await units(as_of="2022-05-01")
    renamed = {"name": "区公安分局", "organisation_id": police}
    with at(2099):
        version = (await desk.patch(path, renamed, 1)).json()["version"]
        assert version == 2
    with at(2100):
        closed = await desk.post(f"{path}/actions/close", {"reason": "撤并"})
        assert closed.status_code == 200
    assert before == []
    assert await units(as_of="2099-05-01") == [("区公安局", "active", root)]
    assert await units(as_of="2099-06-01") == [("区公安分局", "active", police)]
    assert await units(as_of="2099-06-01", state="closed") == []
    assert await units(as_of="2099-05-01", organisation_id=police) == []
    assert await units(as_of="2100-06-01", state="closed") == [("区公安分局", "closed", police)]


async def test_a_unit_is_as_old_as_the_organisations_that_are_formed_in_it(desk: Desk) -> None:
    given = {"organisation_id": desk.id("root"), "name": "区财政局"}
    unit = (await desk.post("/api/v1/units", given)).json()
    finance = f"{ORGANISATIONS}/{desk.id('finance')}"
    assert (await desk.patch(finance, {"unit_id": unit["id"]}, 1)).status_code == 200
    names = []
    for on in ("1999-12-31", "2005-01-01"):
        items = (await found(desk, "/api/v1/units", as_of=on))["items"]
        names.append([one["name"] for one in items])
    assert names == [[], ["区财政局"]]


async def test_a_dissolved_organisation_is_given_no_advice_but_for_a_day_before(
    moved: Desk,
) -> None:
    path = f"{ORGANISATIONS}/{moved.id('archive')}/advice"
    codes = [one["code"] for one in (await found(moved, path, as_of=BEFORE))["items"]]
    assert codes == ["term_missing", "secretary_vacant", "too_few_full_members"]
    assert (await found(moved, path))["items"] == []
