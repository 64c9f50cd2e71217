"""Every entry and exit is taken once, however often and in whatever bundles it is sent."""

from uuid import uuid4

from factories.service_days import HOUR, NINE
from volunteering.attendance.doorway import Body, Doorway, at, offline, told

LATER = NINE + 3 * HOUR


async def test_the_same_again_is_answered_as_the_first_time(door: Doorway) -> None:
    body = door.scanned()
    first = await door.check_in("member", body)
    again = await door.check_in("member", body, at(5))
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert "location" not in again.headers
    kept = (await door.read("secretary", "check-ins", include_total=True))["total"]
    assert kept == 1


async def test_another_body_with_the_same_nonce_is_refused(door: Doorway) -> None:
    body = door.scanned()
    await door.check_in("member", body)
    answer = await door.check_in("member", {**body, "type": "exit"})
    assert told(answer) == (422, "nonce_reused")


async def test_somebody_elses_nonce_tells_nothing(door: Doorway) -> None:
    body = door.scanned()
    await door.check_in("member", body)
    assert told(await door.check_in("secretary", body)) == (422, "nonce_reused")


async def test_a_refused_try_is_kept_once_and_judged_anew(door: Doorway) -> None:
    body = door.scanned(kind="exit", now=at(10))
    assert told(await door.check_in("member", body, at(10))) == (409, "not_checked_in")
    assert told(await door.check_in("member", body, at(10))) == (409, "not_checked_in")
    path = f"activities/{door.activity.id}/check-in-attempts"
    assert len((await door.read("secretary", path))["items"]) == 1
    await door.mark(now=at(10), occurred_at=at(0).isoformat())
    assert told(await door.check_in("member", body, at(10))) == (201, None)
    other = {**body, "nonce": str(uuid4())}
    assert told(await door.check_in("member", other, at(10))) == (409, "not_checked_in")
    changed = {**other, "type": "entry"}
    assert told(await door.check_in("member", changed, at(10))) == (422, "nonce_reused")


async def batch(door: Doorway, items: list[Body], who: str = "member") -> list[Body]:
    answer = await door.send(who, "POST", "check-in-batches", now=LATER, json={"items": items})
    assert answer.status_code == 200, answer.text
    found: list[Body] = answer.json()["items"]
    return found


async def test_what_lay_on_a_phone_is_answered_by_nonce(door: Doorway) -> None:
    entry = door.scanned(now=at(0), **offline(at(0), seq=1))
    left = door.scanned("exit", at(60), **offline(at(60), seq=2))
    again = door.scanned("exit", at(61), **offline(at(61), seq=3))
    broken = {**door.scanned(now=at(0), **offline(at(0), seq=4)), "code": "G1.x"}
    items = [again, left, broken, entry]
    answers = await batch(door, items)
    assert [one["nonce"] for one in answers] == [one["nonce"] for one in items]
    assert [one["status"] for one in answers] == [409, 201, 422, 201]
    assert answers[0]["problem"]["code"] == "not_checked_in"
    assert answers[0]["problem"]["title"] == "没有可以签退的签到"
    assert answers[1]["check_in"]["minutes"] == 60
    assert [one["status"] for one in await batch(door, items)] == [409, 200, 422, 200]


async def test_the_same_twice_in_one_bundle_is_taken_once(door: Doorway) -> None:
    body = door.scanned(now=at(0), **offline(at(0), seq=1))
    answers = await batch(door, [body, body, {**body, "type": "exit"}])
    assert [one["status"] for one in answers] == [201, 200, 422]
    assert answers[2]["problem"]["code"] == "nonce_reused"


async def test_a_leaders_bundle_holds_many_people(door: Doorway) -> None:
    items, names = [], [f"志愿者{number}" for number in range(30)]
    for name in names:
        door.people[name] = await door.days.person(name)
        await door.days.sign_up(door.shift, door.people[name])
        items.append(door.marked(name, now=at(5), **offline(at(5))))
    items.append({**door.marked(now=at(5)), "shift_id": str(uuid4())})
    answers = await batch(door, items, "clerk")
    assert [one["status"] for one in answers] == [201] * 30 + [404]
    assert [one["check_in"]["name"] for one in answers[:-1]] == names
    counts = await door.read("clerk", f"activities/{door.activity.id}/attendance")
    assert counts == {
        "confirmed": 31, "expected": 1, "inside": 30, "left": 0, "needs_review": 0, "refused": 0,
    }  # fmt: skip


async def test_a_bundle_holds_500_at_most(door: Doorway) -> None:
    body = door.scanned()
    for items, code in (([], "too_short"), ([body] * 501, "too_long")):
        answer = await door.send("member", "POST", "check-in-batches", json={"items": items})
        assert answer.status_code == 422
        assert [one["code"] for one in answer.json()["errors"]] == [code]


async def test_a_request_repeated_by_its_key_is_answered_from_store(door: Doorway) -> None:
    body, key = door.scanned(), {"Idempotency-Key": str(uuid4())}
    first = await door.send("member", "POST", "check-ins", json=body, headers=key)
    again = await door.send("member", "POST", "check-ins", json=body, headers=key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert (again.headers["idempotent-replayed"], again.json()) == ("true", first.json())


async def test_the_nonce_as_a_key_says_nothing_more(door: Doorway) -> None:
    body = door.scanned()
    key = {"Idempotency-Key": body["nonce"]}
    first = await door.send("member", "POST", "check-ins", json=body, headers=key)
    again = await door.send("member", "POST", "check-ins", json=body, headers=key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert "idempotent-replayed" not in again.headers
