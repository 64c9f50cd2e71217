"""The board, and reminding of reports once a day in working hours."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import col, select

from duty_reports.reports.writing import NOW, Writing, at
from duty_reports.review import Review, refusal
from gongwei.core.clock import Frozen
from gongwei.duty_reports.reports.models import DutyReportState
from gongwei.duty_reports.rounds.models import DutyRoundState
from gongwei.tasks.models import Task, TaskReminder

S = DutyReportState
TODAY = NOW.date()


async def board(writing: Writing, who: str = "officer") -> Any:
    return await writing.review.read(who, f"duty-rounds/{writing.round.id}/board")


async def remind(writing: Writing, who: str = "officer", **body: Any) -> Any:
    path = f"duty-rounds/{writing.round.id}/board/reminders"
    return await writing.review.send(who, "POST", path, json=body)


async def reminders(review: Review) -> list[TaskReminder]:
    async with review.database.transaction("*") as session:
        query = select(TaskReminder).order_by(col(TaskReminder.day))
        return list((await session.exec(query)).all())


async def test_it_shows_how_far_everybody_is(writing: Writing) -> None:
    await writing.report(S.SUBMITTED, late=True)
    await writing.report(S.DRAFT, "police")
    left_out = await writing.review.secretary("钱八", "finance_units")
    await writing.review.joined(
        writing.round, left_out, position=4, included=False, exception_reason="刚到任"
    )
    shown = await board(writing)
    assert [(one["name"], one["state"], one["late"]) for one in shown["items"]] == [
        ("李四", "submitted", True), ("王五", "draft", False), ("赵六", "not_started", False),
    ]  # fmt: skip
    assert shown["counts"] == {
        "not_started": 1, "draft": 1, "submitted": 1, "returned": 0, "accepted": 0, "presented": 0,
    }  # fmt: skip
    assert (shown["late"], shown["may_remind"]) == (1, True)


async def test_those_below_see_their_own_subtree(writing: Writing) -> None:
    shown = await board(writing, "secretary")
    assert [one["name"] for one in shown["items"]] == ["李四"]
    assert (shown["counts"]["not_started"], shown["may_remind"]) == (1, False)
    draft = await writing.review.round(DutyRoundState.DRAFT)
    await writing.review.joined(draft, writing.secretaries["finance"])
    answer = await writing.review.send("secretary", "GET", f"duty-rounds/{draft.id}/board")
    assert refusal(answer) == (404, "not_found")


async def test_its_rows_are_read_in_one_query_however_many(writing: Writing) -> None:
    counted = []
    connection = writing.review.database.connection.sync_connection  # type: ignore[attr-defined]
    note = lambda *given: counted.append(given[2])  # noqa: E731
    event.listen(connection, "before_cursor_execute", note)
    await board(writing)
    few = len(counted)
    counted.clear()
    for number, at_ in enumerate(("finance_office", "finance_units", "police_office"), start=4):
        held = await writing.review.secretary(f"书记{number}", at_)
        await writing.review.joined(writing.round, held, position=number)
    counted.clear()
    assert len((await board(writing))["items"]) == 6
    event.remove(connection, "before_cursor_execute", note)
    assert len(counted) == few


async def test_those_who_owe_are_reminded_once_a_day(writing: Writing) -> None:
    await writing.stand_for("secretary", "finance")
    await writing.report(S.RETURNED)
    await writing.report(S.SUBMITTED, "police")
    with Frozen(NOW):
        told = (await remind(writing)).json()
        assert told == {
            "reminded": 1, "already": 0,
            "without_account": [str(writing.review.id_of("archive"))],
        }  # fmt: skip
        again = (await remind(writing)).json()
        assert (again["reminded"], again["already"]) == (0, 1)
        (made,) = await reminders(writing.review)
        assert (made.user_id, made.day) == (writing.user("secretary").id, TODAY)
        own = await writing.review.read("secretary", "me/reminder")
        assert [one["title"] for one in own["tasks"]] == ["提交述职报告：2026年度述职评议"]
        shown = await board(writing)
        assert [one["reminded_on"] for one in shown["items"]] == [str(TODAY), None, None]
    with at(TODAY + timedelta(days=1)):
        assert (await remind(writing)).json()["reminded"] == 1
    async with writing.review.database.transaction("*") as session:
        given = (await session.exec(select(Task))).all()
    assert [(one.title, one.responsible_user_id) for one in given] == [
        ("提交述职报告：2026年度述职评议", writing.user("secretary").id)
    ]


async def test_a_reminder_that_was_closed_is_shown_again_with_what_else_it_named(
    writing: Writing,
) -> None:
    with Frozen(NOW):
        earlier = TaskReminder(
            user_id=writing.user("secretary").id, day=TODAY, task_ids=["a"], seen_at=NOW
        )
        await writing.review.stored(earlier)
        await remind(writing, participant_ids=[str(writing.participants["finance"].id)])
        (made,) = await reminders(writing.review)
    assert (made.task_ids[1:], made.seen_at) == (["a"], None)


async def test_the_chosen_alone_are_reminded_and_by_the_secretarys_own_account(
    writing: Writing,
) -> None:
    police = str(writing.participants["police"].id)
    with Frozen(NOW):
        told = (await remind(writing, participant_ids=[police])).json()
        assert (told["reminded"], told["without_account"]) == (1, [])
        (made,) = await reminders(writing.review)
        assert made.user_id == writing.user("neighbour").id
        await writing.report(S.SUBMITTED, "police")
        answer = await remind(writing, participant_ids=[police])
        assert refusal(answer) == (409, "nobody_owes_a_report")


@pytest.mark.parametrize(
    ("day", "hour"),
    [(TODAY, 8), (TODAY, 17), (date(2026, 3, 1), 10), (date(2026, 2, 23), 10)],
)
async def test_nobody_is_reminded_at_night_or_on_days_off(
    writing: Writing, day: date, hour: int
) -> None:
    with at(day, hour):
        assert refusal(await remind(writing)) == (409, "off_hours")
    assert await reminders(writing.review) == []


async def test_only_the_organiser_reminds_and_only_while_it_runs(writing: Writing) -> None:
    with Frozen(NOW):
        answers = {
            who: refusal(await remind(writing, who))
            for who in ("leader", "secretary", "clerk", "neighbour", "member")
        }
        assert answers == {
            "leader": (403, "not_allowed"), "secretary": (403, "not_the_organiser"),
            "clerk": (403, "not_allowed"), "neighbour": (403, "not_the_organiser"),
            "member": (404, "not_found"),
        }  # fmt: skip
        draft = await writing.review.round(DutyRoundState.PUBLISHED)
        path = f"duty-rounds/{draft.id}/board/reminders"
        answer = await writing.review.send("officer", "POST", path)
        assert refusal(answer) == (409, "round_not_running")
