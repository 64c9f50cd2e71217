"""What belongs to which kind of talk, and what a talk is about."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.core.routing import one_fault
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.posts import NAMELESS
from gongwei.secretaries.talks.models import Talk, TalkKind
from gongwei.secretaries.talks.naming import KINDS
from gongwei.secretaries.talks.schemas import IssueIn, TalkActionIn, TalkChangeIn, TalkIn

K = TalkKind
TALKS = frozenset({K.APPOINTMENT, K.REMINDER})
WITH_PERSON = frozenset({*TALKS, K.INQUIRY})

KINDS_OF: Mapping[str, frozenset[TalkKind]] = MappingProxyType(
    {
        "person_id": WITH_PERSON,
        "appointment_id": WITH_PERSON,
        "place": TALKS,
        "issues": frozenset({K.REMINDER}),
        "deadline": frozenset({K.REMINDER}),
        "addressee": frozenset({K.LETTER}),
        "number": frozenset({K.LETTER, K.INQUIRY}),
    }
)
"""Which kinds a field belongs to; the others go with any."""

Body = TalkIn | TalkChangeIn | TalkActionIn
TITLE = 200


def refuse_foreign(kind: TalkKind, body: Body) -> None:
    """422 for something that this kind of talk does not have."""
    for name in sorted(body.model_fields_set & set(KINDS_OF)):
        if kind not in KINDS_OF[name] and getattr(body, name):
            raise one_fault(
                f"/{name}", "extra_forbidden",
                f"{KINDS[kind][0]}没有这个字段", f"Not for this kind: {KINDS[kind][1]}",
            )  # fmt: skip


def write(talk: Talk, body: Body, names: frozenset[str]) -> None:
    """Take over the fields that were sent."""
    for name in body.model_fields_set & names:
        value: Any = getattr(body, name)
        if name == "issues":
            value = [issue.model_dump() for issue in value or []]
        elif name == "content":
            value = value or ""
        setattr(talk, name, value)


async def person_of(session: AsyncSession, actor: Actor, entry: TalkIn) -> Person | None:
    """Who is talked to; nobody for a letter. 422 unless it is somebody known to the caller."""
    if entry.kind is K.LETTER:
        return None
    person_id = entry.person_id
    if entry.appointment_id is not None:
        person_id = await _holder(session, actor, entry)
    if person_id is None:
        raise one_fault(
            "/person_id",
            "missing",
            "请选择谈话对象或其任职",
            "Choose the person or appointment",
        )
    query = visible(actor, Person, Permission.SECRETARIES_READ).where(col(Person.id) == person_id)
    person = (await session.exec(query)).first()
    if person is None:
        raise one_fault(
            "/person_id", "unknown_person",
            "没有这个人，或不在您的管理范围内", "There is no such person in your subtree",
        )  # fmt: skip
    return person


async def _holder(session: AsyncSession, actor: Actor, entry: TalkIn) -> UUID:
    query = visible(actor, Appointment, Permission.SECRETARIES_READ).where(
        col(Appointment.id) == entry.appointment_id,
        col(Appointment.organisation_id) == entry.organisation_id,
    )
    held = (await session.exec(query)).first()
    if held is None or entry.person_id not in (None, held.person_id):
        raise one_fault(
            "/appointment_id", "unknown_appointment",
            "此党组织没有这项任职，或不是此人的任职",
            "There is no such appointment at this organisation, or somebody else holds it",
        )  # fmt: skip
    return held.person_id


def addressee_of(entry: TalkIn) -> str | None:
    """To whom a letter goes. 422 for a letter to nobody."""
    if entry.kind is K.LETTER and entry.addressee is None:
        raise one_fault("/addressee", "missing", "请填写主送机关", "Say to whom it goes")
    return entry.addressee


def title_of(entry: TalkIn, person: Person | None) -> str:
    """The title that was given, or one of kind and name."""
    if entry.title is not None:
        return entry.title
    about = entry.addressee if person is None else person.name
    return f"{KINDS[entry.kind][0]}：{about or NAMELESS}"[:TITLE]


def issue_title(issue: IssueIn | dict[str, Any]) -> str:
    """An issue as the title of its task: one line."""
    text = issue.text if isinstance(issue, IssueIn) else str(issue["text"])
    return " ".join(text.split())[:TITLE]
