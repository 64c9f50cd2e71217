"""Units and their unified social credit codes."""

from organisations.desk import CHANGES, ORGANISATIONS, Desk

UNITS = "/api/v1/units"
OFFICE = "中共区财政局机关支部委员会"
CODE = "11500103FYK6B77337"


async def test_a_unit_is_entered_with_its_code_put_right(desk: Desk) -> None:
    typed = {
        "organisation_id": desk.id("root"),
        "name": "区财政局",
        "credit_code": " 11500103fyk6b77337",
    }
    answer = await desk.post(UNITS, typed)
    assert answer.status_code == 201
    body = answer.json()
    assert (body["credit_code"], body["short_name"], body["state"]) == (CODE, "区财政局", "active")
    assert body["allowed_actions"] == ["close"]
    for typed_in_search in ("财政", "qczj", "caizheng", "fyk6b"):
        found = (await desk.get(UNITS, q=typed_in_search)).json()["items"]
        assert [unit["id"] for unit in found] == [body["id"]]


async def test_a_code_that_cannot_be_is_refused_with_what_is_wrong(desk: Desk) -> None:
    async def fault(code: str) -> tuple[str, str]:
        given = {"organisation_id": desk.id("root"), "name": "某局", "credit_code": code}
        answer = await desk.post(UNITS, given)
        assert answer.status_code == 422
        (found,) = answer.json()["errors"]
        return found["pointer"], found["code"]

    assert await fault(CODE[:-1]) == ("/credit_code", "credit_code_length")
    assert await fault("I" + CODE[1:]) == ("/credit_code", "credit_code_character")
    assert await fault(CODE[:-1] + "0") == ("/credit_code", "credit_code_check_digit")


async def test_a_code_belongs_to_one_unit(desk: Desk) -> None:
    given = {"organisation_id": desk.id("root"), "name": "区财政局", "credit_code": CODE}
    first = (await desk.post(UNITS, given)).json()
    again = await desk.post(UNITS, {**given, "name": "另一局"})
    assert (again.status_code, again.json()["code"]) == (409, "credit_code_taken")
    same = await desk.patch(f"{UNITS}/{first['id']}", {"credit_code": CODE.lower()}, 1)
    assert (same.status_code, same.json()["version"]) == (200, 1)
    cleared = await desk.patch(
        f"{UNITS}/{first['id']}", {"credit_code": None, "name": "区财税局"}, 1
    )
    assert (cleared.json()["credit_code"], cleared.json()["name"]) == (None, "区财税局")
    assert (await desk.get(UNITS, q="fyk6b")).json()["items"] == []


async def test_a_unit_in_use_is_not_closed(desk: Desk) -> None:
    unit = (await desk.post(UNITS, {"organisation_id": desk.id("root"), "name": "区财政局"})).json()
    path = f"{UNITS}/{unit['id']}"
    finance = f"{ORGANISATIONS}/{desk.id('finance')}"
    assert (await desk.patch(finance, {"unit_id": unit["id"]}, 1)).status_code == 200
    used = await desk.post(f"{path}/actions/close", {"reason": "撤并"})
    assert (used.status_code, used.json()["code"]) == (409, "unit_in_use")
    assert (await desk.patch(finance, {"unit_id": None}, 2)).status_code == 200
    closed = await desk.post(f"{path}/actions/close", {"reason": "撤并"})
    assert (closed.json()["state"], closed.json()["allowed_actions"]) == ("closed", ["reopen"])
    changed = await desk.patch(path, {"name": "x"}, closed.json()["version"])
    assert (changed.status_code, changed.json()["code"]) == (409, "invalid_state")


async def test_units_of_others_are_neither_seen_nor_written(desk: Desk) -> None:
    police = {"organisation_id": desk.id("police"), "name": "区公安分局"}
    unit = (await desk.post(UNITS, police)).json()
    clerk = desk.by("clerk")
    assert (await clerk.get(UNITS)).json()["items"] == []
    assert (await clerk.get(f"{UNITS}/{unit['id']}")).status_code == 404
    assert (
        await clerk.post(UNITS, {**police, "organisation_id": desk.id("finance")})
    ).status_code == 403


async def test_a_dissolved_organisation_is_given_no_unit(desk: Desk) -> None:
    at_root = {"organisation_id": desk.id("root"), "name": "区财政局"}
    unit = (await desk.post(UNITS, at_root)).json()
    await desk.carry_out("dissolve", "police_office", {})
    gone = desk.id("police_office")
    entered = await desk.post(UNITS, {"organisation_id": gone, "name": "区公安分局"})
    handed = await desk.patch(f"{UNITS}/{unit['id']}", {"organisation_id": gone}, unit["version"])
    for answer in (entered, handed):
        assert (answer.status_code, answer.json()["code"]) == (409, "organisation_dissolved")


async def test_the_units_of_an_organisation_that_ends_are_kept_by_its_heir(desk: Desk) -> None:
    kept = {"organisation_id": desk.id("police_office"), "name": "区公安分局"}
    unit = (await desk.post(UNITS, kept)).json()
    path = f"{UNITS}/{unit['id']}"
    into = {"into_id": desk.id("finance_office")}
    tried = await desk.post(CHANGES, desk.body("merge", "police_office", into), dry_run=True)
    told = [one["message"] for one in tried.json()["effects"] if one["code"] == "units_follow"]
    assert told == [f"1 个单位转由“{OFFICE}”管理。"]
    await desk.carry_out("merge", "police_office", into)
    assert (await desk.get(path)).json()["organisation_id"] == desk.id("finance_office")
    await desk.carry_out("dissolve", "finance_office", {}, "2021-05-01")
    assert (await desk.get(path)).json()["organisation_id"] == desk.id("finance")
    history = (await desk.get(f"{path}/history")).json()["items"]
    assert [line["action"] for line in history] == ["unit.follow", "unit.follow", "unit.create"]


async def test_a_unit_is_changed_on_any_of_the_tags_that_are_given(desk: Desk) -> None:
    unit = (await desk.post(UNITS, {"organisation_id": desk.id("root"), "name": "区财政局"})).json()
    path = f"{UNITS}/{unit['id']}"

    async def changed(tags: str) -> int:
        headers = {**desk.world.headers("officer"), "If-Match": tags}
        answer = await desk.client.patch(path, json={"name": f"局{tags}"}, headers=headers)
        return answer.status_code

    current = (await desk.get(path)).headers["etag"]
    assert [await changed(f'"zz", {current}'), await changed("*"), await changed(current)] == [
        200, 200, 412,
    ]  # fmt: skip
