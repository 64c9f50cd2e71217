"""Leaving office: consent while a term runs, and who is still in office until the end."""

from datetime import date
from typing import Any

import pytest

from factories.roster import identity_number, officer
from gongwei.core.days import day_in_chinese
from gongwei.organisations.models import TermState
from gongwei.secretaries.import_rows import AppointmentRow
from gongwei.secretaries.importing import import_appointments
from gongwei.secretaries.models import Appointment, AppointmentState, Post
from gongwei.secretaries.offices import Office, refuse_overlap
from gongwei.secretaries.talks.appointment_talks import schedule
from gongwei.secretaries.workflow import HOLDING
from secretaries.secretariat import Body, Secretariat, days, faults, refusal

SUPERIOR = {"consent_on": str(days(-1)), "consent_note": "云机工委函〔2026〕3号"}
LEAVES = {"cause": "transferred"}


async def ended(desk: Secretariat, held: Appointment, **body: Any) -> Any:
    given = {"on": str(days(0)), **LEAVES, **body}
    return await desk.act("officer", f"secretaries/{held.id}", "end", **given)


async def test_leaving_while_a_term_runs_needs_the_superiors_consent(desk: Secretariat) -> None:
    await desk.term(days(100))
    held = await desk.appointment(await desk.person("茅辉"))
    answer = await ended(desk, held)
    assert refusal(answer) == (409, "superior_consent_needed")
    assert answer.json()["detail"] == (
        f"“中共区财政局总支部委员会”本届任期至 {day_in_chinese(days(100))}，"
        "任期内调整须先经上级党组织同意。请先提出离任申请并获同意，或填写上级同意的日期和文号。"
    )
    for half in SUPERIOR:
        answer = await ended(desk, held, **{half: SUPERIOR[half]})
        assert refusal(answer) == (409, "superior_consent_needed")
    done = await ended(desk, held, **SUPERIOR)
    assert done.status_code == 200
    wanted = {"state": "ended", "to_on": str(days(0)), "end_cause": "transferred", **SUPERIOR}
    assert {name: done.json()[name] for name in wanted} == wanted


async def test_consent_is_asked_for_and_given_here(desk: Secretariat) -> None:
    await desk.term(days(100))
    held = await desk.appointment(await desk.person("茅辉"))
    path = f"secretaries/{held.id}"
    asked = await desk.act("department_leader", path, "request_end", reason="调任区政府办")
    assert (asked.json()["state"], asked.json()["term_ends_on"]) == (
        "end_requested", str(days(100)),
    )  # fmt: skip
    assert refusal(await ended(desk, held)) == (409, "superior_consent_needed")
    agreed = await desk.act("leader", path, "consent", consent_note="会议纪要第4号")
    told = agreed.json()
    assert (told["state"], told["consent_on"], told["consent_note"]) == (
        "end_agreed", str(days(0)), "会议纪要第4号",
    )  # fmt: skip
    done = await ended(desk, held)
    assert (done.json()["state"], done.json()["consent_note"], done.json()["term_ends_on"]) == (
        "ended", "会议纪要第4号", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "term",
    [
        None,
        {"ends_on": days(0)},
        {"ends_on": days(-30)},
        {"ends_on": days(1000), "elected_on": days(0)},
        {"ends_on": days(100), "state": TermState.ELECTING},
    ],
)
async def test_no_consent_is_needed_between_two_terms(
    desk: Secretariat, term: dict[str, Any] | None
) -> None:
    if term is not None:
        await desk.term(**term)
    held = await desk.appointment(await desk.person("茅辉"))
    done = await ended(desk, held, cause="term_ended")
    assert (done.status_code, done.json()["state"], done.json()["consent_on"]) == (
        200, "ended", None,
    )  # fmt: skip


async def test_an_end_says_when_and_why(desk: Secretariat) -> None:
    held = await desk.appointment(await desk.person("茅辉"))
    path = f"secretaries/{held.id}"
    for given, expected in (
        ({}, [("/on", "missing")]),
        ({"on": str(days(0))}, [("/cause", "missing")]),
        ({"on": str(days(1)), **LEAVES}, [("/on", "future")]),
        ({"on": "2021-01-01", **LEAVES}, [("/on", "not_later")]),
        ({"on": str(days(0)), "cause": "tired"}, [("/cause", "enum")]),
        (
            {"on": str(days(0)), **LEAVES, **SUPERIOR, "consent_on": str(days(1))},
            [("/consent_on", "future")],
        ),
    ):
        assert [p for p, _ in faults(await desk.act("officer", path, "end", **given))] == [
            p for p, _ in expected
        ]
    for who, action, field in (
        ("secretary", "request_end", {"on": str(days(0))}),
        ("secretary", "withdraw", {"cause": "retired"}),
        ("leader", "consent", {"consent_on": str(days(0))}),
        ("leader", "refuse", {"consent_note": "x"}),
    ):
        answer = await desk.act(who, path, action, reason="理由", **field)
        assert faults(answer) == [(f"/{next(iter(field))}", "extra_forbidden")]


async def test_a_past_end_is_told_with_its_day(desk: Secretariat) -> None:
    held = await desk.appointment(await desk.person("茅辉"))
    await ended(desk, held, on=str(days(-5)))
    (told,) = (await desk.read("officer", f"secretaries/{held.id}/history"))["items"]
    assert (told["action"], told["late"], told["to_state"]) == ("appointment.end", True, "ended")


@pytest.mark.parametrize("state", HOLDING)
async def test_whoever_asked_to_leave_is_still_in_office(
    desk: Secretariat, state: AppointmentState
) -> None:
    await desk.appointment(await desk.person("茅辉"), state=state, full_time=True)
    assert await desk.names("officer", "secretaries") == ["茅辉"]
    assert await desk.names("officer", "secretaries", as_of="2024-01-01") == ["茅辉"]
    assert await desk.vacant(organisation_id=str(desk.world["finance"].id)) == []
    summary = await desk.read("officer", f"organisations/{desk.world['finance'].id}/summary")
    assert summary["secretaries"] == {"full_time": 1, "part_time": 0, "vacant": 2, "talks_due": 0}


@pytest.mark.parametrize("state", HOLDING)
async def test_a_list_knows_whoever_asked_to_leave(
    desk: Secretariat, state: AppointmentState
) -> None:
    held = await desk.appointment(await desk.person("茅辉"), state=state)

    async def imported(name: str, order: int, from_on: date) -> list[int]:
        row = AppointmentRow(
            organisation_id=desk.world["finance"].id, name=name, post=Post.SECRETARY,
            identity_number=identity_number(date(1970, 1, 1), order), from_on=from_on,
            full_time=False,
        )  # fmt: skip
        done: list[int] = []

        async def count(number: int) -> None:
            done.append(number)

        async with desk.database.transaction("*") as session:
            outcome = await import_appointments(session, officer(desk.world), [row], days(0), count)
        return [outcome.new, outcome.changed, outcome.same]

    assert await imported("茅辉", 1, date(2021, 1, 1)) == [0, 0, 1]
    assert await imported("茅辉", 1, date(2021, 2, 1)) == [0, 1, 0]
    assert await imported("姚宁", 3, date(2024, 5, 1)) == [1, 0, 0]
    shown = await desk.read("officer", f"secretaries/{held.id}")
    assert (shown["state"], shown["to_on"]) == ("ended", "2024-05-01")


async def entered(desk: Secretariat, since: int = -5) -> tuple[Any, Any]:
    """Somebody who took office of late, and the talk that is owed."""
    person_id = await desk.person("茅辉")
    held = await desk.made(
        "officer", "secretaries", organisation_id=str(desk.world["finance"].id),
        person_id=str(person_id), post="secretary", from_on=str(days(since)), late_reason="补录",
    )  # fmt: skip
    (talk,) = (await desk.read("officer", "talks"))["items"]
    return held, talk


async def of_the_talk(desk: Secretariat, talk: Any) -> tuple[str, str, str, str | None]:
    """States of talk and task, and what the history says was done to the talk last, and why."""
    now = await desk.read("officer", f"talks/{talk['id']}")
    told = (await desk.read("officer", f"talks/{talk['id']}/history"))["items"][0]
    return now["state"], now["tasks"][0]["state"], told["action"], told["reason"]


LEFT = "谈话对象已离任 The office ended before the talk"


async def test_a_talk_that_was_not_held_is_called_off_with_its_task(desk: Secretariat) -> None:
    held, talk = await entered(desk)
    answer = await desk.act(
        "officer", f"secretaries/{held['id']}", "end", on=str(days(0)), **LEAVES
    )
    assert (answer.status_code, answer.json()["talk_due_on"]) == (200, None)
    assert await of_the_talk(desk, talk) == ("cancelled", "cancelled", "talk.cancel", LEFT)
    (task,) = talk["tasks"]
    told = (await desk.read("officer", f"tasks/{task['id']}/history"))["items"][0]
    assert (told["action"], told["reason"]) == ("task.cancel", LEFT)


async def test_a_talk_that_was_held_stays(desk: Secretariat) -> None:
    held, talk = await entered(desk)
    await desk.act("officer", f"talks/{talk['id']}", "hold")
    await desk.act("officer", f"secretaries/{held['id']}", "end", on=str(days(0)), **LEAVES)
    assert await of_the_talk(desk, talk) == ("held", "submitted", "talk.hold", None)


async def unheard(_done: int) -> None:
    """Nobody waits for the progress."""


async def test_a_successor_in_a_list_calls_the_talk_off_too(desk: Secretariat) -> None:
    _, talk = await entered(desk)
    await desk.person("李四", 3)
    successor = AppointmentRow(
        organisation_id=desk.world["finance"].id, name="李四", post=Post.SECRETARY,
        identity_number=identity_number(date(1970, 1, 1), 3), from_on=days(0),
    )  # fmt: skip
    async with desk.database.transaction("*") as session:
        await import_appointments(session, officer(desk.world), [successor], days(0), unheard)
    assert await of_the_talk(desk, talk) == ("cancelled", "cancelled", "talk.cancel", LEFT)


async def appointed_ahead(desk: Secretariat, name: str = "茅辉", order: int = 1) -> Body:
    """Somebody who takes office in ten days."""
    held = await desk.appointment(await desk.person(name, order), from_on=days(10))
    async with desk.database.transaction("*") as session:
        await schedule(session, officer(desk.world), held)
    return await desk.read("officer", f"secretaries/{held.id}")


async def test_an_appointment_is_taken_back_before_it_begins_with_its_talk(
    desk: Secretariat,
) -> None:
    held = await appointed_ahead(desk)
    path = f"secretaries/{held['id']}"
    assert held["allowed_actions"] == ["take_back"]
    assert refusal(await desk.act("officer", path, "take_back")) == (422, "reason_required")
    back = await desk.act("officer", path, "take_back", reason="本人不到任")
    shown = back.json()
    assert (shown["state"], shown["to_on"], shown["allowed_actions"]) == (
        "ended", str(days(10)), [],
    )  # fmt: skip
    assert await desk.names("officer", "secretaries", as_of=str(days(10))) == []
    assert [one["state"] for one in (await desk.read("officer", "tasks"))["items"]] == ["cancelled"]
    archive = await desk.read("officer", f"{path}/archive", as_of=str(days(20)))
    assert [len(one["rows"]) for one in archive["sections"] if one["code"] == "appointments"] == [0]


async def test_the_post_of_whom_it_was_taken_back_from_is_free(desk: Secretariat) -> None:
    held = await appointed_ahead(desk)
    await desk.act("officer", f"secretaries/{held['id']}", "take_back", reason="本人不到任")
    place = desk.world["finance"]
    office = Office(place, Post.SECRETARY, await desk.person("姚宁", 3), days(0))
    async with desk.database.transaction("*") as session:
        await refuse_overlap(session, officer(desk.world), office)


async def test_who_is_in_office_is_ended_and_not_taken_back(desk: Secretariat) -> None:
    held = await desk.appointment(await desk.person("茅辉"), from_on=days(0))
    shown = await desk.read("officer", f"secretaries/{held.id}")
    assert shown["allowed_actions"] == ["end"]
    answer = await desk.act("officer", f"secretaries/{held.id}", "take_back", reason="本人不到任")
    assert refusal(answer) == (409, "invalid_state")
