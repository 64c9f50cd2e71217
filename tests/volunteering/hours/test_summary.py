"""Sums by organisation, month, team and person; folded or not, moved along with the tree."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from factories.roster import officer
from factories.service_hours import ServiceDays
from gongwei.access.models import Organisation
from gongwei.commands.invariants import check_invariants
from gongwei.core.db import WHOLE_TREE
from gongwei.core.models import new_id
from gongwei.home import followers  # noqa: F401  (sums move along with organisations)
from gongwei.organisations.changes.apply import apply_change
from gongwei.organisations.models import ChangeKind, OrganisationChange
from gongwei.volunteering.teams.models import TeamKind, VolunteerTeam

Body = dict[str, Any]
MAY, JUNE = date(2024, 5, 11), date(2024, 6, 8)


async def late(days: ServiceDays, person_id: UUID, minutes: int, day: date = MAY) -> Body:
    body = {
        "person_id": str(person_id), "day": day.isoformat(), "minutes": minutes, "title": "护河",
        "reason": "手机没电",
    }  # fmt: skip
    answer = await days.post("officer", "/volunteer-hours", body)
    assert answer.status_code == 201, answer.text
    made: Body = answer.json()
    return made


async def a_district(days: ServiceDays) -> dict[str, UUID]:
    """Verified, late and undecided hours in two departments; answers the people."""
    office = await days.counted("甲", 180, place="finance_office")
    units = await days.counted("乙", 120, place="finance_units", day=JUNE)
    police = await days.counted("丙", 60, place="police_office")
    await days.counted("丁", 30, place="finance")
    for row in (office, units, police):
        assert (await days.act("officer", row.id, "verify")).status_code == 200
    made = await late(days, office.person_id, 90)
    await days.act("officer", UUID(made["id"]), "verify")
    rejected = await days.counted("戊", 60, place="finance_office")
    await days.act("officer", rejected.id, "reject", reason="未到岗")
    return {"甲": office.person_id, "乙": units.person_id, "丙": police.person_id}


def figures(lines: list[Body], name: str) -> list[tuple[Any, ...]]:
    keys = ("recorded_minutes", "late_entry_minutes", "pending_minutes", "entries")
    return [(one[name], *(one[key] for key in keys)) for one in lines]


async def summary(days: ServiceDays, who: str = "officer", **asked: Any) -> Body:
    return await days.read(who, "/volunteer-hours/summary", **asked)


async def broken(days: ServiceDays) -> list[str]:
    async with days.database.transaction(WHOLE_TREE) as session:
        found = await check_invariants(session)
    return [one.note for one in found if one.invariant == "sums of hours equal their rows"]


async def test_each_department_has_one_line_and_what_is_the_committees_own(
    days: ServiceDays,
) -> None:
    await a_district(days)
    told = await summary(days, by="organisation")
    finance, police = days.world["finance"].name, days.world["police"].name
    expected = [(finance, 300, 90, 30, 4), (police, 60, 0, 0, 1)]
    assert figures(told["items"], "name") == expected
    assert figures([told | {"name": None}], "name") == [(None, 360, 90, 30, 5)]


async def test_folding_changes_no_answer(days: ServiceDays) -> None:
    await a_district(days)
    questions: list[Body] = [
        {"by": "organisation"}, {"by": "month"}, {"by": "month", "scope": "self"},
        {"by": "organisation", "organisation_id": str(days.world["finance"].id)},
    ]  # fmt: skip
    before = [await summary(days, **one) for one in questions]
    assert await days.fold() > 0
    assert await days.fold() == 0
    assert [await summary(days, **one) for one in questions] == before
    assert await broken(days) == []


async def test_changes_after_folding_count_at_once(days: ServiceDays) -> None:
    people = await a_district(days)
    await days.fold()
    await late(days, people["丙"], 45)
    told = await summary(days, by="organisation")
    assert figures(told["items"], "name")[1][1:] == (60, 0, 45, 2)
    assert await broken(days) == []


async def test_a_department_sees_its_own_lines(days: ServiceDays) -> None:
    await a_district(days)
    told = await summary(days, "secretary", by="organisation")
    expected = [
        (days.world["finance"].name, 0, 0, 30, 1),
        (days.world["finance_office"].name, 180, 90, 0, 2),
        (days.world["finance_units"].name, 120, 0, 0, 1),
    ]
    assert figures(told["items"], "name") == expected
    alone = await summary(days, "secretary", by="organisation", scope="self")
    assert figures(alone["items"], "name") == expected[:1]
    place = str(days.world["police"].id)
    answer = await days.get("secretary", "/volunteer-hours/summary", organisation_id=place)
    assert answer.status_code == 404


async def test_months_stand_in_their_order(days: ServiceDays) -> None:
    await a_district(days)
    told = await summary(days, by="month")
    expected = [("2024-05", 240, 90, 30, 4), ("2024-06", 120, 0, 0, 1)]
    assert figures(told["items"], "month") == expected
    some = await summary(days, by="month", from_month="2024-06", until_month="2024-06")
    assert figures(some["items"], "month") == expected[1:]
    own = await summary(days, "secretary", by="month", scope="self")
    assert figures(own["items"], "month") == [("2024-05", 0, 0, 30, 1)]


async def test_people_stand_in_the_order_of_their_names(days: ServiceDays) -> None:
    await a_district(days)
    told = await summary(days, by="person", limit=2)
    expected = [
        ("丙", 60, 0, 0, 1),
        ("丁", 0, 0, 30, 1),
        ("甲", 180, 90, 0, 2),
        ("乙", 120, 0, 0, 1),
    ]
    assert figures(told["items"], "name") == expected[:2]
    more = await summary(days, by="person", limit=2, cursor=told["next_cursor"])
    assert figures(more["items"], "name") == expected[2:]
    assert figures([told | {"name": None}], "name") == [(None, 360, 90, 30, 5)]
    department = await summary(days, "secretary", by="person")
    assert [one["name"] for one in department["items"]] == ["丁", "甲", "乙"]


async def test_teams_have_lines_even_where_they_are_run_above(days: ServiceDays) -> None:
    team = VolunteerTeam(
        id=new_id(), organisation_id=days.world["root"].id, kind=TeamKind.CORPS, name="总队"
    )
    await days.stored(team)
    row = await days.counted("甲", 180, team_id=team.id)
    await days.act("officer", row.id, "verify")
    await days.counted("乙", 60)
    told = await summary(days, "secretary", by="team")
    assert figures(told["items"], "name") == [("总队", 180, 0, 0, 1)]


async def test_sums_move_along_with_an_organisation(days: ServiceDays) -> None:
    await a_district(days)
    await days.fold()
    row = await days.counted("己", 15, place="finance_units")  # not folded when it moves
    async with days.database.transaction(WHOLE_TREE) as session:
        change = OrganisationChange(
            organisation_id=days.world["finance_units"].id, kind=ChangeKind.MOVE,
            effective_on=date.today(), reason="调整隶属",
            payload={"parent_id": str(days.world["police"].id)},
        )  # fmt: skip
        await apply_change(session, officer(days.world), change)
    assert await broken(days) == []
    told = await summary(days, by="organisation")
    expected = [
        (days.world["finance"].name, 180, 90, 30, 3), (days.world["police"].name, 180, 0, 15, 3),
    ]  # fmt: skip
    assert figures(told["items"], "name") == expected
    await days.fold()
    assert await broken(days) == []
    assert figures((await summary(days, by="organisation"))["items"], "name") == expected
    async with days.database.transaction(WHOLE_TREE) as session:
        moved = await session.get_one(Organisation, row.organisation_id)
        police = await session.get_one(Organisation, days.world["police"].id)
        assert moved.path.startswith(police.path)


async def test_a_member_sees_the_own_sums(days: ServiceDays) -> None:
    people = await a_district(days)
    await days.link("member", people["甲"])
    today = date.today()
    recent = await late(days, people["甲"], 30, today - timedelta(days=1))
    told = await days.read("member", "/me/volunteer-hours/summary")
    assert figures([told | {"name": None}], "name") == [(None, 180, 90, 30, 3)]
    assert len(told["months"]) == 12
    in_month = [one for one in told["months"] if one["month"] == recent["day"][:7]]
    assert figures(in_month, "month") == [(recent["day"][:7], 0, 0, 30, 1)]


async def test_who_stands_for_nobody_has_empty_sums(days: ServiceDays) -> None:
    told = await days.read("member", "/me/volunteer-hours/summary")
    assert figures([told | {"name": None}], "name") == [(None, 0, 0, 0, 0)]
