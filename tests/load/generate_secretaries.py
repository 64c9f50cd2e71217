"""A made-up half year of any number of secretaries, written with COPY on a generated tree.

Each has an office, the nomination and the inspection behind it, an appointment talk, a reminder
talk with a rectification, and tasks. Of every 72, 52 more nominees are on their way and 16 talks
are due, as one county's office reported; one organisation in ten has no secretary.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from generate_tree import connected, generate

from gongwei.access.models import Person
from gongwei.access.people import name_texts
from gongwei.core import clock
from gongwei.core.models import Row
from gongwei.organisations.models import Term
from gongwei.secretaries.inspections.models import Facet, Finding, Inspection, InspectionState
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.tasks.models import Task, TaskState

NOT_GROUPS = 111 / 1011
"""Of a department's organisations, those that need a secretary."""
FILLED = 0.9
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉玉兰"
TEAM: list[dict[str, Any]] = [
    {"name": "周敏", "title": "工委副书记", "leader": True},
    {"name": "林涛", "title": "组织部干事", "leader": False},
]
FACETS = {facet.value: {"score": "90.5", "text": "较好"} for facet in Facet}
ISSUES: list[dict[str, Any]] = [{"text": "会议记录不全", "demand": "一个月内补齐"}]
ON_THEIR_WAY = (
    NominationState.DRAFT, NominationState.SUBMITTED, NominationState.UNDER_INSPECTION,
    NominationState.INSPECTED, NominationState.ENDORSED, NominationState.APPROVED,
    NominationState.RETURNED,
)  # fmt: skip


@dataclass
class Written:
    """Rows by table, each after those that it refers to."""

    people: list[Row] = field(default_factory=list)
    terms: list[Row] = field(default_factory=list)
    nominations: list[Row] = field(default_factory=list)
    inspections: list[Row] = field(default_factory=list)
    appointments: list[Row] = field(default_factory=list)
    talks: list[Row] = field(default_factory=list)
    tasks: list[Row] = field(default_factory=list)


async def generate_secretaries(database_url: str, secretaries: int) -> UUID:
    """Write a tree and its secretaries; answers the id of one of the appointments."""
    await generate(database_url, round(secretaries / FILLED / NOT_GROUPS) + 1)
    connection = await connected(database_url)
    places = await connection.fetch(
        "SELECT id, parent_id FROM organisation WHERE kind NOT IN ('group', 'working_committee') "
        "ORDER BY path"
    )
    written = Written()
    in_office = (place for number, place in enumerate(places) if number % 10)
    for number, place in zip(range(secretaries), in_office, strict=False):
        _secretary(written, number, place["id"], place["parent_id"])
        if number % 72 < 52:
            _nominee(written, number, place["id"])
    for rows in vars(written).values():
        await copy_rows(connection, rows)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()
    return written.appointments[len(written.appointments) // 2].id


async def copy_rows(connection: Any, rows: Sequence[Row]) -> None:
    """Write rows of one table with COPY, as their columns hold them."""
    model = type(rows[0])
    columns = list(model.model_fields)
    records = [[_plain(getattr(row, name)) for name in columns] for row in rows]
    table = str(model.__tablename__)
    await connection.copy_records_to_table(table, records=records, columns=columns)


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _person(written: Written, number: int, organisation_id: UUID) -> dict[str, Any]:
    """Who somebody is, as the columns of an appointment or nomination say it."""
    given = GIVEN[number * 7 % len(GIVEN)] + GIVEN[number * 11 % len(GIVEN)]
    name = SURNAMES[number % len(SURNAMES)] + given
    person = Person(organisation_id=organisation_id, **name_texts(name))
    written.people.append(person)
    return {"person_id": person.id, "name_pinyin": person.name_pinyin}


def _secretary(written: Written, number: int, place: UUID, above: UUID) -> None:
    person = _person(written, number, place)
    since = clock.today() - timedelta(days=number * 137 % 1_000 + 40)
    ends = since + timedelta(days=3 * 365)
    term = Term(organisation_id=place, elected_on=since, ends_on=ends, years=3, number=1)
    nomination = _nomination(place, person, NominationState.APPOINTED, submitted_on=since)
    appointment = Appointment(
        organisation_id=place, **person, post=Post.SECRETARY, full_time=number % 30 == 0,
        from_on=since, nomination_id=nomination.id,
    )  # fmt: skip
    written.terms.append(term)
    written.nominations.append(nomination)
    written.inspections.append(_inspection(nomination, since, InspectionState.CONCLUDED))
    written.appointments.append(appointment)
    written.talks.extend(_talks(number, appointment))
    written.tasks.extend(_tasks(written.talks[-1].id, place, above, since))


def _nominee(written: Written, number: int, place: UUID) -> None:
    state = ON_THEIR_WAY[number % len(ON_THEIR_WAY)]
    nomination = _nomination(place, _person(written, number + 5, place), state)
    written.nominations.append(nomination)
    if state is NominationState.UNDER_INSPECTION:
        today = clock.today()
        written.inspections.append(_inspection(nomination, today, InspectionState.REPORTED))


def _nomination(
    place: UUID, person: dict[str, Any], state: NominationState, **more: Any
) -> Nomination:
    return Nomination(
        organisation_id=place, **person, post=Post.SECRETARY, state=state,
        grounds="党性强，作风正，群众基础好。", **more,
    )  # fmt: skip


def _inspection(nomination: Nomination, on: date, state: InspectionState) -> Inspection:
    return Inspection(
        organisation_id=nomination.organisation_id, nomination_id=nomination.id, team=TEAM,
        facets=FACETS, started_on=on, reported_on=on, concluded_on=on, finding=Finding.SUITABLE,
        strengths="熟悉党务。", shortcomings="外出学习不多。", conclusion="适合任职。", state=state,
    )  # fmt: skip


def _talks(number: int, appointment: Appointment) -> Iterator[Talk]:
    since, today = appointment.from_on, clock.today()
    given: dict[str, Any] = {
        "organisation_id": appointment.organisation_id,
        "person_id": appointment.person_id,
        "appointment_id": appointment.id,
    }
    if number % 72 < 16:
        due = today + timedelta(days=number % 60 - 20)
        yield Talk(**given, kind=TalkKind.REMINDER, title="提醒约谈", due_on=due)
    yield Talk(
        **given, kind=TalkKind.APPOINTMENT, title="任职谈话", due_on=since + timedelta(days=30),
        held_on=since + timedelta(days=9), state=TalkState.ACKNOWLEDGED, content="抓好班子。",
    )  # fmt: skip
    yield Talk(
        **given, kind=TalkKind.REMINDER, title="提醒约谈", due_on=since, held_on=since,
        issues=ISSUES, deadline=since + timedelta(days=30), content="会议记录不全。",
        state=TalkState.AWAITING_VERIFICATION if number % 9 == 0 else TalkState.CLOSED,
    )  # fmt: skip


TASKS = (
    (30, TaskState.VERIFIED), (60, TaskState.SUBMITTED), (200, TaskState.OPEN),
    (900, TaskState.OPEN),
)  # fmt: skip
"""Days from the first in office to the date of a task, and how far it is."""


def _tasks(talk: UUID, place: UUID, above: UUID, since: date) -> Iterator[Task]:
    for days, state in TASKS:
        due, done = since + timedelta(days=days), state is not TaskState.OPEN
        yield Task(
            organisation_id=place, given_from_id=above, title="补齐会议记录", due_on=due,
            original_due_on=due, given_by_label="工委工作人员", state=state, origin_type="talk",
            origin_id=talk, done_on=due + timedelta(days=3) if done else None,
        )  # fmt: skip
