"""Talks, as the tests say them."""

from typing import Any
from uuid import UUID

from gongwei.access.models import User
from gongwei.secretaries.talks.models import Talk, TalkKind
from secretaries.secretariat import Body, Secretariat, days

ISSUES = [
    {"text": "组织生活记录不实", "demand": "逐次核对补正"},
    {"text": "党费收缴不及时", "demand": "按月收缴并公示"},
]


async def stand_for(desk: Secretariat, who: str, person_id: UUID) -> None:
    """Let an account stand for a person."""
    async with desk.database.transaction("*") as session:
        user = await session.get(User, desk.world.users[who].id)
        assert user is not None
        user.person_id = person_id
        session.add(user)
        await session.flush()
        session.sync_session.info.pop("audit", None)


async def in_office(
    desk: Secretariat, who: str | None = "secretary", name: str = "李四", order: int = 1,
    at: str = "finance",
) -> Body:  # fmt: skip
    """Somebody in office at an organisation, whom an account stands for: the talk's own fields."""
    person_id = await desk.person(name, order)
    if who is not None:
        await stand_for(desk, who, person_id)
    held = await desk.appointment(person_id, at)
    return {"organisation_id": str(held.organisation_id), "appointment_id": str(held.id)}


async def scheduled(desk: Secretariat, kind: str, about: Body, **more: Any) -> Body:
    return await desk.made("officer", "talks", kind=kind, due_on=str(days(10)), **about, **more)


async def letter(desk: Secretariat, at: str = "finance", **more: Any) -> Body:
    about = {"organisation_id": str(desk.world[at].id), "addressee": "区财政局党组"}
    return await scheduled(desk, "letter", about, **more)


async def stored(desk: Secretariat, kind: TalkKind, person_id: UUID | None, **more: Any) -> Talk:
    """A talk in any state."""
    given: Body = {
        "organisation_id": desk.world["finance"].id, "kind": kind, "title": f"{kind}",
        "person_id": None if kind is TalkKind.LETTER else person_id, "due_on": days(5),
        "content": "正文。",
    }  # fmt: skip
    if kind is TalkKind.REMINDER:
        given |= {"issues": ISSUES, "deadline": days(30)}
    talk = Talk(**{**given, **more})
    await desk.stored(talk)
    return talk


async def moved(desk: Secretariat, who: str, talk: Body, action: str, **body: Any) -> Body:
    answer = await desk.act(who, f"talks/{talk['id']}", action, **body)
    assert answer.status_code == 200, answer.text
    found: Body = answer.json()
    return found


async def rectifying(desk: Secretariat) -> Body:
    """A reminder talk with the secretary, held, acknowledged, with a task for each issue."""
    about = await in_office(desk)
    made = await scheduled(desk, "reminder", about, issues=ISSUES, deadline=str(days(30)))
    await moved(desk, "officer", made, "hold")
    await moved(desk, "secretary", made, "acknowledge")
    return await moved(desk, "officer", made, "open_rectification")


async def task_done(desk: Secretariat, task: Body, who: str = "secretary") -> None:
    """A task started where need be, and submitted."""
    shown = await desk.read("officer", f"tasks/{task['id']}")
    if shown["state"] == "open":
        assert (await desk.act(who, f"tasks/{task['id']}", "start")).status_code == 200
    answer = await desk.act(who, f"tasks/{task['id']}", "submit", evidence="已改")
    assert answer.status_code == 200, answer.text
