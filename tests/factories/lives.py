"""What is held about somebody with a post, written as rows: the state before a test begins."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from factories.world import World, commit_unrecorded
from gongwei.access.models import Person, Sex, User
from gongwei.access.people import name_texts
from gongwei.core.db import Database, narrow
from gongwei.core.models import Row
from gongwei.objections.models import Objection
from gongwei.secretaries.inspections.models import (
    Facet,
    Finding,
    Inspection,
    InspectionState,
    Interview,
    InterviewGroup,
)
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState

INTERVIEWEE = "受访人丙"
NOTES = "谈话笔记龘不得外传"
"""What must not leave an inspection; 龘 stands in no other text of the tests."""


async def described(session: AsyncSession, held: Appointment, mark: str) -> dict[str, Row]:
    """A concluded inspection, a talk held, and an objection, by the parameters of their paths."""
    about = {"organisation_id": held.organisation_id, "person_id": held.person_id}
    nomination = Nomination(
        **about, name_pinyin=held.name_pinyin, post=held.post, state=NominationState.APPROVED,
        submitted_on=date(2024, 2, 1), endorsed_on=date(2024, 3, 20),
        approved_on=date(2024, 3, 28), approval_number="批复1号",
    )  # fmt: skip
    session.add(nomination)
    await session.flush()
    inspection = concluded_inspection(nomination)
    session.add(inspection)
    await session.flush()
    session.add(interview(inspection))
    talk = Talk(
        **about, kind=TalkKind.REMINDER, appointment_id=held.id, title=f"{mark}提醒约谈",
        due_on=date(2024, 5, 10), held_on=date(2024, 5, 8), talker="主任", state=TalkState.HELD,
        content="通报问题。", issues=[{"text": "记录不实", "demand": "逐次核对"}],
    )  # fmt: skip
    objection = Objection(
        **about, about_type="archive", about_id=held.person_id, text=f"{mark}任职时间不符"
    )
    session.add_all([talk, objection])
    await session.flush()
    return {"inspection_id": inspection, "talk_id": talk, "objection_id": objection}


def concluded_inspection(nomination: Nomination, **values: Any) -> Inspection:
    given: dict[str, Any] = {
        "organisation_id": nomination.organisation_id,
        "nomination_id": nomination.id,
        "team": [
            {"name": "组员甲", "title": "一级科员", "leader": False},
            {"name": "组长乙", "title": "科长", "leader": True},
        ],
        "started_on": date(2024, 2, 20),
        "reported_on": date(2024, 3, 1),
        "concluded_on": date(2024, 3, 5),
        "facets": {one.value: {"score": "92.5", "text": f"{one.value}好"} for one in Facet},
        "strengths": "熟悉党务。",
        "finding": Finding.SUITABLE,
        "conclusion": "建议任用。",
        "state": InspectionState.CONCLUDED,
    }
    return Inspection(**given | values)


def interview(inspection: Inspection, **values: Any) -> Interview:
    given: dict[str, Any] = {
        "organisation_id": inspection.organisation_id,
        "inspection_id": inspection.id,
        "group": InterviewGroup.MEMBERS,
        "held_on": date(2024, 2, 21),
        "people": 4,
        "interviewee": INTERVIEWEE,
        "notes": NOTES,
    }
    return Interview(**given | values)


async def enter_secretary(
    database: Database, world: World, name: str = "李四", at: str = "finance", **values: Any
) -> Appointment:
    """A person with a post at an organisation, from 2020 on."""
    async with database.new_session() as session:
        await narrow(session, "*")
        person = Person(
            organisation_id=world[at].id, **name_texts(name), sex=Sex.MALE,
            birth_on=date(1975, 3, 4), nationality="01", education="20",
        )  # fmt: skip
        session.add(person)
        await session.flush()
        held = Appointment(
            **{
                "organisation_id": world[at].id, "person_id": person.id,
                "name_pinyin": person.name_pinyin, "post": Post.SECRETARY,
                "from_on": date(2020, 4, 1), **values,
            }
        )  # fmt: skip
        session.add(held)
        await session.flush()
        await commit_unrecorded(session)
    return held


async def describe(database: Database, held: Appointment) -> dict[str, Row]:
    """`described`, in a transaction of its own."""
    async with database.new_session() as session:
        await narrow(session, "*")
        made = await described(session, held, "某")
        await commit_unrecorded(session)
    return made


async def link(database: Database, world: World, who: str, held: Appointment) -> None:
    """Let an account stand for the person who holds the post."""
    async with database.new_session() as session:
        await narrow(session, "*")
        user = await session.get(User, world.users[who].id)
        assert user is not None
        user.person_id = held.person_id
        session.add(user)
        await commit_unrecorded(session)
