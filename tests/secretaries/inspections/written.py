"""Inspections and interviews, as the tests say them."""

from typing import Any

from gongwei.secretaries.inspections.models import Facet, InterviewGroup
from gongwei.secretaries.nominations.models import Nomination, NominationState
from secretaries.secretariat import Body, Secretariat, days

TEAM = [
    {"name": "组员甲", "title": "一级科员", "leader": False},
    {"name": "组长乙", "title": "科长", "leader": True},
]
FINISHED: Body = {
    "team": TEAM,
    "facets": {one.value: {"score": "92.5", "text": f"{one.value}好"} for one in Facet},
    "strengths": "熟悉党务。",
    "shortcomings": "调研不够。",
    "finding": "suitable",
    "conclusion": "建议任用。",
}
INTERVIEWEE, NOTES = "受访人丙某", "谈话笔记龘不得外传"
"""What must not leave an inspection; the names stand in no other text of the tests."""


async def nominated(
    desk: Secretariat, name: str = "李四", order: int = 1,
    state: NominationState = NominationState.SUBMITTED, at: str = "finance",
) -> Nomination:  # fmt: skip
    person_id = await desk.person(name, order)
    return await desk.nomination(person_id, at, state=state)


async def planned(desk: Secretariat, name: str = "李四", order: int = 1, **more: Any) -> Body:
    nomination = await nominated(desk, name, order)
    return await desk.made("officer", "inspections", nomination_id=str(nomination.id), **more)


async def act(desk: Secretariat, who: str, inspection: Body, action: str, **body: Any) -> Body:
    answer = await desk.act(who, f"inspections/{inspection['id']}", action, **body)
    assert answer.status_code == 200, answer.text
    found: Body = answer.json()
    return found


async def under_way(desk: Secretariat, name: str = "李四", order: int = 1) -> Body:
    return await act(desk, "officer", await planned(desk, name, order), "start")


async def heard(desk: Secretariat, inspection: Body, group: str = "members", **more: Any) -> Body:
    body = {"group": group, "held_on": str(days(-1)), "people": 4, **more}
    return await desk.made("officer", f"inspections/{inspection['id']}/interviews", **body)


async def changed(desk: Secretariat, inspection: Body, **patch: Any) -> Body:
    path = f"inspections/{inspection['id']}"
    version = (await desk.read("officer", path))["version"]
    answer = await desk.send(
        "officer", "PATCH", path, json=patch, headers={"If-Match": f'"{version}"'}
    )
    assert answer.status_code == 200, answer.text
    found: Body = answer.json()
    return found


async def complete(desk: Secretariat, name: str = "李四", order: int = 1) -> Body:
    """An inspection in progress that lacks nothing."""
    inspection = await under_way(desk, name, order)
    for group in InterviewGroup:
        await heard(desk, inspection, group, interviewee=INTERVIEWEE, notes=NOTES)
    return await changed(desk, inspection, **FINISHED)
