"""What the written report is assembled from."""

from dataclasses import fields
from decimal import Decimal
from uuid import UUID

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import acting
from gongwei.core.errors import Problem
from gongwei.secretaries.inspections.facts import FacetFacts, TeamMember, report_facts
from gongwei.secretaries.inspections.models import Facet, Finding, InterviewGroup
from secretaries.inspections.written import INTERVIEWEE, NOTES, complete, heard, under_way
from secretaries.secretariat import Secretariat


async def test_the_facts_are_what_the_team_entered(
    desk: Secretariat, session: AsyncSession
) -> None:
    made = await complete(desk)
    await heard(desk, made, "masses", people=6)
    found = await report_facts(session, acting(desk.world, "leader"), UUID(made["id"]))
    assert (found.name, found.organisation_name) == ("李四", desk.world["finance"].name)
    assert found.team == (
        TeamMember("组长乙", "科长", True), TeamMember("组员甲", "一级科员", False),
    )  # fmt: skip
    assert found.interviews == {
        InterviewGroup.LEADERS: 4, InterviewGroup.MEMBERS: 4, InterviewGroup.MASSES: 10,
    }  # fmt: skip
    assert found.people == 18
    assert found.facets == {one: FacetFacts(Decimal("92.5"), f"{one.value}好") for one in Facet}
    assert (found.finding, found.conclusion) == (Finding.SUITABLE, "建议任用。")
    assert (found.strengths, found.shortcomings) == ("熟悉党务。", "调研不够。")


async def test_nothing_of_what_was_said_is_among_the_facts(
    desk: Secretariat, session: AsyncSession
) -> None:
    made = await complete(desk)
    found = await report_facts(session, acting(desk.world, "officer"), UUID(made["id"]))
    assert not {"interviewee", "notes"} & {one.name for one in fields(found)}
    assert NOTES not in repr(found)
    assert INTERVIEWEE not in repr(found)


async def test_what_is_still_open_is_open_in_the_facts(
    desk: Secretariat, session: AsyncSession
) -> None:
    made = await under_way(desk)
    found = await report_facts(session, acting(desk.world, "officer"), UUID(made["id"]))
    assert found.facets == dict.fromkeys(Facet, FacetFacts(None, ""))
    assert found.interviews == dict.fromkeys(InterviewGroup, 0)
    assert (found.team, found.finding, found.reported_on) == ((), None, None)


@pytest.mark.parametrize("who", ["neighbour", "secretary", "auditor"])
async def test_others_get_no_facts(desk: Secretariat, session: AsyncSession, who: str) -> None:
    made = await under_way(desk)
    with pytest.raises(Problem) as refused:
        await report_facts(session, acting(desk.world, who), UUID(made["id"]))
    assert refused.value.code == "not_found"


async def test_what_was_counted_anew_is_read_anew(desk: Secretariat) -> None:
    """The row did not change when another interview was entered; what is told of it did."""
    made = await under_way(desk)
    path = f"inspections/{made['id']}"
    tag = (await desk.send("officer", "GET", path)).headers["etag"]
    unchanged = await desk.send("officer", "GET", path, headers={"If-None-Match": tag})
    assert unchanged.status_code == 304
    await heard(desk, made)
    again = await desk.send("officer", "GET", path, headers={"If-None-Match": tag})
    assert (again.status_code, again.json()["version"]) == (200, made["version"])
    assert again.json()["interviews"]["total"] == 4
    body = {"strengths": "熟悉党务。"}
    kept = await desk.send("officer", "PATCH", path, json=body, headers={"If-Match": tag})
    assert kept.status_code == 200
