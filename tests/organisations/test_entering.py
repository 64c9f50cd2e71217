"""Entering organisations for set-up, and changing what has no date."""

from gongwei.core import clock
from organisations.desk import ORGANISATIONS, Desk, day


def entry(desk: Desk, **given: object) -> dict[str, object]:
    return {
        "kind": "branch", "name": "中共区统计局支部委员会", "parent_id": desk.id("root"),
        "founded_on": "2003-07-01", **given,
    }  # fmt: skip


async def test_an_organisation_is_entered_as_of_its_founding(desk: Desk) -> None:
    answer = await desk.post(ORGANISATIONS, entry(desk))
    assert answer.status_code == 201
    body = answer.json()
    assert answer.headers["location"] == f"{ORGANISATIONS}/{body['id']}"
    assert (body["code"], body["position"], body["depth"]) == ("001.004", 4, 1)
    assert body["ancestor_names"] == ["云屏区区直机关工作委员会"]
    before = await desk.get(f"{ORGANISATIONS}/{body['id']}", as_of="2003-06-30")
    after = await desk.get(f"{ORGANISATIONS}/{body['id']}", as_of="2003-07-01")
    assert (before.status_code, after.status_code) == (404, 200)
    history = (await desk.get(f"{ORGANISATIONS}/{body['id']}/history")).json()["items"]
    assert [line["action"] for line in history] == ["organisation.created"]


async def test_without_a_founding_date_it_is_in_the_tree_from_today(desk: Desk) -> None:
    body = (await desk.post(ORGANISATIONS, entry(desk, founded_on=None))).json()
    edges = (await desk.get(f"{ORGANISATIONS}/{body['id']}/edges")).json()["items"]
    assert [edge["valid_from"] for edge in edges] == [clock.today().isoformat()]


async def test_a_chosen_place_shifts_the_siblings_behind_it(desk: Desk) -> None:
    await desk.post(ORGANISATIONS, entry(desk, position=2))
    names = [name for depth, name in await desk.tree() if depth == 1]
    assert names == [
        "中共区财政局总支部委员会", "中共区统计局支部委员会", "中共区公安分局总支部委员会",
        "中共区档案局支部委员会",
    ]  # fmt: skip


async def test_what_cannot_be_is_refused_with_its_reason(desk: Desk) -> None:
    async def code(**given: object) -> tuple[int, str]:
        answer = await desk.post(ORGANISATIONS, entry(desk, **given))
        return answer.status_code, answer.json()["code"]

    assert await code(kind="group") == (409, "kind_mismatch")
    assert await code(name="中共区档案局支部委员会") == (409, "name_taken")
    assert await code(code="001.001") == (409, "code_taken")
    assert await code(founded_on=day(1)) == (422, "future_date")
    assert await code(parent_id=str(desk.world.users["officer"].id)) == (404, "not_found")
    assert await code(unit_id=str(desk.world.users["officer"].id)) == (422, "malformed")
    assert await code(surprise=1) == (422, "malformed")
    assert len(await desk.tree()) == 8


async def test_an_organisation_is_not_older_in_the_tree_than_its_parent(desk: Desk) -> None:
    given = entry(desk, parent_id=desk.id("finance"), founded_on="1998-01-01")
    answer = await desk.post(ORGANISATIONS, given)
    assert (answer.status_code, answer.json()["code"]) == (409, "before_existence")
    later = await desk.post(ORGANISATIONS, {**given, "effective_on": "2000-01-01"})
    assert (later.status_code, later.json()["founded_on"]) == (201, "1998-01-01")


async def test_only_who_may_write_enters_organisations(desk: Desk) -> None:
    for name in ("secretary", "clerk", "department_leader", "leader", "auditor", "member"):
        answer = await desk.by(name).post(ORGANISATIONS, entry(desk, parent_id=desk.id("finance")))
        assert (name, answer.status_code) == (name, 403)


async def test_undated_facts_change_with_the_version_that_was_read(desk: Desk) -> None:
    path = f"{ORGANISATIONS}/{desk.id('archive')}"
    changed = await desk.patch(path, {"code": "D-17", "short_name": "档案局支部"}, 1)
    assert (changed.status_code, changed.json()["code"]) == (200, "D-17")
    stale = await desk.patch(path, {"code": "D-18"}, 1)
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    found = (await desk.get(ORGANISATIONS, q="d-17")).json()["items"]
    assert [item["short_name"] for item in found] == ["档案局支部"]
    then = await desk.get(path, as_of="2010-01-01")
    assert then.json()["short_name"] == "档案局支部"


async def test_a_drag_puts_an_organisation_at_its_new_place(desk: Desk) -> None:
    changed = await desk.patch(f"{ORGANISATIONS}/{desk.id('archive')}", {"position": 1}, 1)
    assert changed.json()["position"] == 1
    answer = await desk.get(f"{ORGANISATIONS}/{desk.id('root')}/children")
    places = [(item["name"], item["position"]) for item in answer.json()["items"]]
    assert places == [
        ("中共区档案局支部委员会", 1), ("中共区财政局总支部委员会", 2), (
        "中共区公安分局总支部委员会", 3),
    ]  # fmt: skip


async def test_a_patch_refuses_nulls_names_and_codes_in_use(desk: Desk) -> None:
    path = f"{ORGANISATIONS}/{desk.id('archive')}"

    async def refused(**given: object) -> tuple[int, str]:
        answer = await desk.patch(path, given, 1)
        return answer.status_code, answer.json()["code"]

    assert await refused(code=None) == (422, "malformed")
    assert await refused(name="别名") == (422, "malformed")
    assert await refused(code="001.001") == (409, "code_taken")
    assert await refused(position=0) == (422, "malformed")
    without = await desk.client.patch(path, json={}, headers=desk.world.headers("officer"))
    assert without.status_code == 428


async def test_what_is_dissolved_no_longer_changes(desk: Desk) -> None:
    await desk.carry_out("dissolve", "archive_one", {})
    path = f"{ORGANISATIONS}/{desk.id('archive_one')}"
    version = (await desk.get(path)).json()["version"]
    answer = await desk.patch(path, {"code": "X"}, version)
    assert (answer.status_code, answer.json()["code"]) == (409, "organisation_dissolved")
