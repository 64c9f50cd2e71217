"""Certificates: asked for, on notice for seven days, issued with a number, checked by anyone."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import Response

from factories.service_hours import DAY, ServiceDays
from gongwei.core import clock
from gongwei.core.models import new_id
from gongwei.organisations.models import Unit
from gongwei.volunteering.certificates.public import masked
from gongwei.volunteering.certificates.stars import star_level
from gongwei.volunteering.hours.models import VolunteerHours

Body = dict[str, Any]
PERIOD = {"from_on": "2024-01-01", "until_on": "2024-12-31"}


async def verified(days: ServiceDays, name: str = "张三", **values: Any) -> VolunteerHours:
    row = await days.counted(name, **values)
    assert (await days.act("officer", row.id, "verify")).status_code == 200
    return row


async def requested(days: ServiceDays, who: str, person_id: UUID, **values: Any) -> Response:
    body = {**PERIOD, "person_id": str(person_id), "purpose": "年度考核", **values}
    return await days.post(who, "/certificates", body)


async def made(days: ServiceDays, person_id: UUID, who: str = "clerk") -> Body:
    answer = await requested(days, who, person_id)
    assert answer.status_code == 201, answer.text
    body: Body = answer.json()
    return body


async def act(
    days: ServiceDays, who: str, certificate_id: str, action: str, later: int = 8, **body: Any
) -> Response:
    """Act so many days later."""
    with clock.Frozen(clock.now() + timedelta(days=later)):
        return await days.post(who, f"/certificates/{certificate_id}/actions/{action}", body)


async def issued(days: ServiceDays, name: str = "张三") -> Body:
    row = await verified(days, name)
    certificate = await made(days, row.person_id)
    answer = await act(days, "secretary", certificate["id"], "issue")
    assert answer.status_code == 200, answer.text
    body: Body = answer.json()
    return body


async def test_a_clerk_asks_and_the_notice_runs_for_seven_days(days: ServiceDays) -> None:
    row = await verified(days)
    answer = await requested(days, "clerk", row.person_id)
    assert answer.status_code == 201, answer.text
    body = answer.json()
    today = clock.today()
    assert answer.headers["Location"] == f"/api/v1/certificates/{body['id']}"
    assert (body["state"], body["name"], body["recorded_minutes"]) == ("requested", "张三", 180)
    assert body["notice_from"] == (today + timedelta(days=1)).isoformat()
    assert body["notice_until"] == (today + timedelta(days=7)).isoformat()
    assert (body["number"], body["code"], body["check_url"]) == (None, None, None)


async def test_only_verified_hours_inside_the_period_count(days: ServiceDays) -> None:
    row = await verified(days)
    activity = await days.activity("护学", begins="14:00", ends="18:00")
    await days.served(activity, row.person_id, "14:00", "18:00")
    await days.complete(activity)
    outside = await days.activity("植树", day=DAY.replace(year=2023))
    await days.served(outside, row.person_id, "09:00", "12:00", day=DAY.replace(year=2023))
    await days.complete(outside)
    await days.act("officer", (await days.hours_of(outside, row.person_id)).id, "verify")
    late = {
        "person_id": str(row.person_id), "day": "2024-05-12", "minutes": 45, "title": "护河",
        "reason": "手机没电",
    }  # fmt: skip
    entered = (await days.post("officer", "/volunteer-hours", late)).json()
    await days.act("officer", UUID(entered["id"]), "verify")
    body = await made(days, row.person_id)
    assert (body["recorded_minutes"], body["late_entry_minutes"]) == (180, 45)


async def test_nothing_is_certified_without_verified_hours(days: ServiceDays) -> None:
    row = await days.counted("张三")
    answer = await requested(days, "clerk", row.person_id)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_verified_hours")


async def test_one_request_of_a_person_at_a_time(days: ServiceDays) -> None:
    row = await verified(days)
    await made(days, row.person_id)
    answer = await requested(days, "clerk", row.person_id)
    assert (answer.status_code, answer.json()["code"]) == (409, "already_requested")


@pytest.mark.parametrize(
    "period",
    [
        {"from_on": "2024-12-31", "until_on": "2024-01-01"},
        {"from_on": "2024-01-01", "until_on": "2199-01-01"},
    ],
)
async def test_the_period_is_one_that_has_been(days: ServiceDays, period: Body) -> None:
    row = await verified(days)
    answer = await requested(days, "clerk", row.person_id, **period)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/until_on")


async def test_nobody_asks_for_people_of_others(days: ServiceDays) -> None:
    row = await verified(days)
    assert (await requested(days, "neighbour", row.person_id)).status_code == 404
    assert (await requested(days, "member", row.person_id)).status_code == 403


async def test_a_member_asks_for_the_own_wherever_it_stands(days: ServiceDays) -> None:
    row = await verified(days, place="police_office")
    await days.link("member", row.person_id)
    answer = await days.post("member", "/me/certificates", PERIOD)
    assert answer.status_code == 201, answer.text
    body = answer.json()
    assert (body["name"], body["allowed_actions"]) == ("张三", [])
    listed = await days.read("member", "/me/certificates")
    assert [one["id"] for one in listed["items"]] == [body["id"]]
    assert (await days.read("member", f"/certificates/{body['id']}"))["name"] == "张三"
    told = await days.read("member", f"/certificates/{body['id']}/history")
    assert [one["action"] for one in told["items"]] == ["certificate.create"]


async def test_who_stands_for_nobody_has_nothing_to_ask_for(days: ServiceDays) -> None:
    answer = await days.post("member", "/me/certificates", PERIOD)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_person")


async def test_it_is_not_issued_before_the_notice_has_ended(days: ServiceDays) -> None:
    certificate = await made(days, (await verified(days)).person_id)
    early = await act(days, "secretary", certificate["id"], "issue", later=7)
    assert (early.status_code, early.json()["code"]) == (409, "notice_running")
    shown = await days.read("secretary", f"/certificates/{certificate['id']}")
    assert shown["allowed_actions"] == ["revoke"]
    done = await act(days, "secretary", certificate["id"], "issue", later=8)
    assert done.json()["state"] == "issued"


async def test_the_clerk_issues_nothing(days: ServiceDays) -> None:
    certificate = await made(days, (await verified(days)).person_id)
    assert (await act(days, "clerk", certificate["id"], "issue")).status_code == 403


async def test_numbers_run_through_the_year_of_the_whole_committee(days: ServiceDays) -> None:
    first, second = await issued(days, "张三"), await issued(days, "李四")
    year = (clock.today() + timedelta(days=8)).year
    assert [one["number"] for one in (first, second)] == [
        f"YPZM{year}000001",
        f"YPZM{year}000002",
    ]
    assert first["check_url"] == f"http://test/m/#certificate={first['code']}"
    assert (len(first["code"]), first["code"] == second["code"]) == (24, False)
    assert first["issued_by_name"] == "secretary（secretary）"


async def test_minutes_freeze_when_it_is_issued(days: ServiceDays) -> None:
    row = await verified(days)
    certificate = await made(days, row.person_id)
    activity = await days.activity("护学", begins="14:00", ends="18:00")
    await days.served(activity, row.person_id, "14:00", "15:00")
    await days.complete(activity)
    more = await days.hours_of(activity, row.person_id)
    await days.act("officer", more.id, "verify")
    done = (await act(days, "secretary", certificate["id"], "issue")).json()
    assert done["recorded_minutes"] == 240
    await days.link("member", row.person_id)
    await days.act("member", more.id, "dispute", reason="少了")
    shown = await days.read("secretary", f"/certificates/{certificate['id']}")
    assert shown["recorded_minutes"] == 240


async def test_an_issued_certificate_is_revoked_with_a_reason(days: ServiceDays) -> None:
    certificate = await issued(days)
    refused = await act(days, "secretary", certificate["id"], "revoke")
    assert (refused.status_code, refused.json()["code"]) == (422, "reason_required")
    done = await act(days, "secretary", certificate["id"], "revoke", reason="时长有误")
    assert (done.json()["state"], done.json()["allowed_actions"]) == ("revoked", [])


async def test_a_request_is_revoked_too_and_may_be_made_again(days: ServiceDays) -> None:
    row = await verified(days)
    certificate = await made(days, row.person_id)
    done = await act(days, "secretary", certificate["id"], "revoke", reason="期间不对")
    assert (done.json()["state"], done.json()["number"]) == ("revoked", None)
    assert (await requested(days, "clerk", row.person_id)).status_code == 201


async def test_colleagues_see_what_is_on_notice_in_the_own_organisation(days: ServiceDays) -> None:
    row = await verified(days)
    await made(days, row.person_id)
    await days.link("member", await days.person("李四"))
    await days.link("neighbour", await days.person("王五", "police_office"))
    assert (await days.read("member", "/me/certificate-notices"))["items"] == []
    seen = []
    for later in (1, 7, 8):
        with clock.Frozen(clock.now() + timedelta(days=later)):
            page = await days.read("member", "/me/certificate-notices")
        seen.append([(one["name"], one["recorded_minutes"]) for one in page["items"]])
    assert seen == [[("张三", 180)], [("张三", 180)], []]
    with clock.Frozen(clock.now() + timedelta(days=1)):
        assert (await days.read("neighbour", "/me/certificate-notices"))["items"] == []


async def test_everybody_of_the_unit_sees_the_notice(days: ServiceDays) -> None:
    """Branches of one department are of one unit; a branch of none keeps it to itself."""
    row = await verified(days)
    await made(days, row.person_id)
    for who, place in (("member", "finance_units"), ("rater", "finance"), ("neighbour", "police")):
        await days.link(who, await days.person(who, place))
    assert await noticed(days) == {"member": [], "rater": [], "neighbour": []}
    unit, other = (
        Unit(id=new_id(), organisation_id=days.world["root"].id, name=name, short_name=name,
             search_text=name)
        for name in ("区财政局", "区公安分局")
    )  # fmt: skip
    await days.stored(unit, other)
    await days.of_unit(unit.id, "finance", "finance_office", "finance_units")
    await days.of_unit(other.id, "police")
    assert await noticed(days) == {"member": ["张三"], "rater": ["张三"], "neighbour": []}


async def noticed(days: ServiceDays) -> dict[str, list[str]]:
    """Whose certificates each reads of tomorrow."""
    found = {}
    with clock.Frozen(clock.now() + timedelta(days=1)):
        for who in ("member", "rater", "neighbour"):
            page = await days.read(who, "/me/certificate-notices")
            found[who] = [one["name"] for one in page["items"]]
    return found


async def test_the_list_is_narrowed_by_each_filter(days: ServiceDays) -> None:
    first = await issued(days, "张三")
    other = await made(
        days, (await verified(days, "李四", place="police_office")).person_id, "officer"
    )
    expected: list[tuple[Body, list[str]]] = [
        ({}, ["李四", "张三"]),
        ({"state": "issued"}, ["张三"]),
        ({"person_id": other["person_id"]}, ["李四"]),
        ({"q": "lisi"}, ["李四"]),
        ({"q": first["number"]}, ["张三"]),
        ({"organisation_id": str(days.world["police"].id), "scope": "subtree"}, ["李四"]),
    ]
    found = []
    for asked, _ in expected:
        page = await days.read("officer", "/certificates", **asked)
        found.append((asked, [one["name"] for one in page["items"]]))
    assert found == expected
    assert [one["name"] for one in (await days.read("secretary", "/certificates"))["items"]] == [
        "张三"
    ]


async def check(days: ServiceDays, code: str) -> Response:
    return await days.client.get(f"/api/v1/public/certificates/{code}")


async def test_anyone_checks_it_without_signing_in(days: ServiceDays) -> None:
    certificate = await issued(days)
    answer = await check(days, certificate["code"])
    assert answer.status_code == 200
    assert answer.json() == {
        "state": "issued", "number": certificate["number"], "name": "张*",
        "organisation_name": days.world["finance_office"].name, **PERIOD,
        "recorded_minutes": 180, "late_entry_minutes": 0, "star_level": 0,
        "issued_on": (clock.today() + timedelta(days=8)).isoformat(), "revoked_on": None,
    }  # fmt: skip
    await act(days, "secretary", certificate["id"], "revoke", later=9, reason="时长有误")
    told = (await check(days, certificate["code"])).json()
    assert (told["state"], told["revoked_on"]) == (
        "revoked", (clock.today() + timedelta(days=9)).isoformat(),
    )  # fmt: skip


async def test_an_unknown_code_is_not_found_and_guessing_is_stopped(days: ServiceDays) -> None:
    certificate = await issued(days)
    answers = []
    for number in range(11):
        await check(days, certificate["code"])
        answers.append(await check(days, f"unknown{number}"))
    assert [one.status_code for one in answers] == [404] * 10 + [429]
    assert answers[-1].json()["code"] == "too_many_checks"
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 900


@pytest.mark.parametrize(
    ("hours", "level"),
    [(0, 0), (99, 0), (100, 1), (299, 1), (300, 2), (600, 3), (1000, 4), (1500, 5), (9000, 5)],
)
def test_stars_follow_recorded_hours(hours: int, level: int) -> None:
    assert star_level(hours * 60) == level


def test_a_name_is_masked() -> None:
    assert masked("欧阳某某") == "欧*"
