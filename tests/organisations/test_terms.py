"""Terms of office: how long they run, when they are due, and how they follow each other."""

from datetime import date

import pytest

from gongwei.core import clock
from gongwei.core.clock import months_later
from gongwei.core.db import Database
from gongwei.organisations.counts import current_term, term_counts
from organisations.desk import Desk, day

TERMS = "/api/v1/terms"


async def elected(desk: Desk, name: str, on: str, **given: object) -> dict[str, object]:
    body = {"organisation_id": desk.id(name), "elected_on": on, **given}
    answer = await desk.post(TERMS, body)
    assert answer.status_code == 201, answer.text
    found: dict[str, object] = answer.json()
    return found


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 3, 15), -6, date(2023, 9, 15)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(start: date, months: int, expected: date) -> None:
    assert months_later(start, months) == expected


async def test_the_length_of_a_term_follows_from_the_kind(desk: Desk) -> None:
    committee = {"kind": "committee", "name": "甲党委", "parent_id": desk.id("root")}
    made = await desk.carry_out("create", "root", committee)
    desk.world.organisations["new"] = desk.world["root"].model_copy(
        update={"id": made["created_organisation_id"]}
    )
    five = await elected(desk, "new", "2021-02-03")
    three = await elected(desk, "finance", "2021-02-03")
    assert (five["years"], five["ends_on"], five["number"]) == (5, "2026-02-03", 1)
    assert (three["years"], three["ends_on"]) == (3, "2024-02-03")


@pytest.mark.parametrize("name", ["archive_one", "root"])
@pytest.mark.parametrize("given", [{}, {"years": 3}])
async def test_a_kind_without_terms_is_given_none_of_any_length(
    desk: Desk, name: str, given: dict[str, int]
) -> None:
    body = {"organisation_id": desk.id(name), "elected_on": "2021-02-03", **given}
    answer = await desk.post(TERMS, body)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_term_of_office")


async def test_due_soon_and_overdue_follow_from_the_day(desk: Desk, database: Database) -> None:
    today = clock.today()

    def ending(on: date) -> str:
        return months_later(on, -36).isoformat()

    edge = months_later(today, 6)
    soon = await elected(desk, "finance", ending(edge))
    late = await elected(desk, "police", day(-1500))
    good = await elected(desk, "archive", day(-10))
    flags = [(term["due_soon"], term["overdue"]) for term in (soon, late, good)]
    assert flags == [(True, False), (False, True), (False, False)]
    for due, expected in (("due_soon", soon), ("overdue", late)):
        found = (await desk.get(TERMS, due=due)).json()["items"]
        assert [term["id"] for term in found] == [expected["id"]]
    async with database.transaction("*") as session:
        counts = await term_counts(session, desk.world["root"])
        below = await term_counts(session, desk.world["finance"])
        now = await current_term(session, desk.world["archive"].id)
        then = await current_term(session, desk.world["archive"].id, date(2000, 1, 1))
    assert (counts.serving, counts.due_soon, counts.overdue) == (3, 1, 1)
    assert (below.serving, below.due_soon, below.overdue) == (1, 1, 0)
    assert now is not None
    assert (str(now.id), then) == (good["id"], None)


async def test_terms_follow_each_other(desk: Desk) -> None:
    first = await elected(desk, "finance", "2015-03-01")
    running = await desk.post(
        TERMS, {"organisation_id": desk.id("finance"), "elected_on": "2018-04-01"}
    )
    assert (running.status_code, running.json()["code"]) == (409, "term_running")
    path = f"{TERMS}/{first['id']}/actions"
    started = (await desk.post(f"{path}/start_election")).json()
    assert (started["state"], started["allowed_actions"]) == ("electing", ["end"])
    ended = (await desk.post(f"{path}/end", {"on": "2018-04-01"})).json()
    assert (ended["state"], ended["ended_on"]) == ("ended", "2018-04-01")
    early = await desk.post(
        TERMS, {"organisation_id": desk.id("finance"), "elected_on": "2018-03-31"}
    )
    assert (early.status_code, early.json()["code"]) == (409, "term_overlap")
    assert (await elected(desk, "finance", "2018-04-01"))["number"] == 2
    again = await desk.post(f"{path}/end")
    assert (again.status_code, again.json()["code"]) == (409, "invalid_state")


async def test_a_term_is_prolonged_by_a_year_at_most(desk: Desk) -> None:
    term = await elected(desk, "finance", "2024-03-01")
    path = f"{TERMS}/{term['id']}"
    longer = await desk.patch(path, {"ends_on": "2028-03-01"}, 1)
    assert longer.json()["ends_on"] == "2028-03-01"
    too_long = await desk.patch(path, {"ends_on": "2028-03-02"}, 2)
    assert (too_long.status_code, too_long.json()["code"]) == (422, "term_length")
    corrected = await desk.patch(path, {"elected_on": "2023-05-01"}, 2)
    assert corrected.json()["ends_on"] == "2026-05-01"


async def test_dates_that_cannot_be_are_refused(desk: Desk) -> None:
    async def code(name: str, **given: object) -> tuple[int, str]:
        answer = await desk.post(TERMS, {"organisation_id": desk.id(name), **given})
        return answer.status_code, answer.json()["code"]

    assert await code("finance", elected_on=day(1)) == (422, "malformed")
    assert await code("finance", elected_on="1999-12-31") == (409, "before_existence")
    assert await code("finance", elected_on="2001-01-01", ended_on="2000-12-31") == (
        422,
        "malformed",
    )
    assert await code("finance", elected_on="2001-01-01", years=0) == (422, "malformed")


async def test_a_secretary_keeps_the_terms_of_the_own_subtree_alone(desk: Desk) -> None:
    secretary = desk.by("secretary")
    own = {"organisation_id": desk.id("finance_office"), "elected_on": "2021-01-01"}
    assert (await secretary.post(TERMS, own)).status_code == 201
    other = await secretary.post(TERMS, {**own, "organisation_id": desk.id("police")})
    assert other.status_code == 404
    assert (await desk.by("clerk").post(TERMS, own)).status_code == 403
    assert (await desk.by("neighbour").get(TERMS)).json()["items"] == []
