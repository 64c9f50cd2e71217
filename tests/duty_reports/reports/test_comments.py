"""Comments on a report: noted, quoted, changed, released as tasks, withdrawn."""

from datetime import date, timedelta

import pytest

from duty_reports.reports.writing import DUE, Writing, listed, tasks
from duty_reports.review import faults, refusal
from gongwei.core import clock
from gongwei.duty_reports.reports.models import CommentState, DutyReportState
from gongwei.tasks.models import TaskState

S = DutyReportState


async def test_noted_comments_are_their_authors_own(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    comment = await writing.noted("leader", report.id)
    seen = {
        who: (await writing.review.send(who, "GET", f"duty-comments/{comment['id']}")).status_code
        for who in ("leader", "officer", "secretary", "neighbour")
    }
    assert seen == {"leader": 200, "officer": 404, "secretary": 404, "neighbour": 404}
    counts = {
        who: (await writing.shown(who, report.id))["comments_count"]
        for who in ("leader", "officer", "secretary")
    }
    assert counts == {"leader": 1, "officer": 0, "secretary": 0}
    await writing.on_comment("leader", comment["id"], "release")
    for who in ("leader", "officer", "secretary", "clerk", "department_leader"):
        assert await listed(writing, who, report.id) == [("台账不全", "released")]
    assert (await writing.shown("secretary", report.id))["comments_count"] == 1


async def test_a_comment_quotes_its_paragraph(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    made = await writing.noted("leader", report.id)
    assert (made["quote"], made["paragraph"]) == ("抓实党建。", 0)
    part = await writing.noted("leader", report.id, quote="党建")
    assert part["quote"] == "党建"
    path = f"duty-reports/{report.id}/comments"
    anchor = {"kind": "demand", "text": "改", "section_key": writing.keys[0]}
    for body, fault in (
        ({**anchor, "paragraph": 1}, ("/paragraph", "unknown_paragraph")),
        ({**anchor, "paragraph": 0, "quote": "没有说"}, ("/quote", "not_in_paragraph")),
        ({**anchor, "paragraph": 0, "section_key": "no_such"}, ("/paragraph", "unknown_paragraph")),
        ({**anchor, "paragraph": 0, "due_on": "2100-01-01"}, ("/due_on", "not_a_problem")),
        (
            {**anchor, "kind": "problem", "paragraph": 0, "due_on": "2020-01-01"},
            ("/due_on", "too_early"),
        ),
        (anchor, ("", "anchor_in_part")),
        ({"kind": "demand", "text": "改"}, ("", "anchor_missing")),
    ):
        answer = await writing.review.send("leader", "POST", path, json=body)
        assert faults(answer) == [fault]


@pytest.mark.parametrize("state", [S.DRAFT, S.RETURNED])
async def test_what_is_being_written_is_not_commented_on(writing: Writing, state: S) -> None:
    report = await writing.report(state)
    path = f"duty-reports/{report.id}/comments"
    body = {"kind": "demand", "text": "改", "section_key": writing.keys[0], "paragraph": 0}
    answer = await writing.review.send("leader", "POST", path, json=body)
    assert refusal(answer) == (409, "comment_too_soon")
    body = {"kind": "demand", "text": "改", "on_site": True}
    answer = await writing.review.send("leader", "POST", path, json=body)
    assert answer.status_code == (201 if state is S.RETURNED else 409)


async def test_a_comment_is_changed_until_it_goes_out(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    made = await writing.noted("leader", report.id, due_on="2100-01-01")
    path = f"duty-comments/{made['id']}"
    changed = (await writing.review.change("leader", path, 1, kind="demand", text="新")).json()
    assert (changed["kind"], changed["text"], changed["due_on"]) == ("demand", "新", None)
    stale = await writing.review.change("leader", path, 1, text="旧")
    assert refusal(stale) == (412, "stale")
    await writing.on_comment("leader", made["id"], "release")
    answer = await writing.review.change("leader", path, 3, text="晚了")
    assert refusal(answer) == (409, "invalid_state")


@pytest.mark.parametrize("who", ["officer", "leader"])
async def test_a_released_problem_becomes_a_task_of_the_organisation(
    writing: Writing, who: str
) -> None:
    report = await writing.report(S.SUBMITTED)
    await writing.stand_for("secretary", "finance")
    dated = await writing.noted(who, report.id, due_on="2100-02-03")
    undated = await writing.noted(who, report.id, text="第二个问题\n细节")
    strength = await writing.noted(who, report.id, kind="strength")
    for one in (dated, undated, strength):
        answer = await writing.on_comment(who, one["id"], "release")
        assert answer.status_code == 200, answer.text
    first, second = await tasks(writing.review)
    assert (first.title, first.due_on) == ("述职点评整改：台账不全", date(2100, 2, 3))
    assert second.due_on == clock.today() + timedelta(days=30)
    assert (second.title, second.detail) == ("述职点评整改：第二个问题", "第二个问题\n细节")
    assert {one.organisation_id for one in (first, second)} == {report.organisation_id}
    assert first.responsible_user_id == writing.user("secretary").id
    shown = await writing.review.read("secretary", f"duty-reports/{report.id}/comments")
    assert [one["task_id"] for one in shown["items"]] == [str(first.id), str(second.id), None]
    assert shown["items"][1]["due_on"] == str(second.due_on)


async def test_the_head_of_a_department_releases_problems_of_its_own_round(
    writing: Writing,
) -> None:
    """A role that gives no tasks otherwise."""
    review = writing.review
    held = await review.secretary("孙七", "finance_office")
    round_ = await review.round(writing.round.state, "finance", report_due_on=DUE)
    joined = await review.joined(round_, held)
    report = await writing.report(
        S.SUBMITTED, round_id=round_.id, participant_id=joined.id, person_id=held.person_id,
        organisation_id=held.organisation_id,
    )  # fmt: skip
    made = await writing.noted("department_leader", report.id)
    answer = await writing.on_comment("department_leader", made["id"], "release")
    assert (answer.status_code, answer.json()["state"]) == (200, "released")
    (task,) = await tasks(review)
    assert task.given_by == writing.user("department_leader").id


async def test_withdrawing_a_comment_cancels_its_task(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    made = await writing.noted("leader", report.id)
    await writing.on_comment("leader", made["id"], "release")
    assert refusal(await writing.on_comment("officer", made["id"], "withdraw")) == (
        422, "reason_required",
    )  # fmt: skip
    answer = await writing.on_comment("officer", made["id"], "withdraw", reason="情况不实")
    assert answer.json()["state"] == CommentState.WITHDRAWN
    assert [one.state for one in await tasks(writing.review)] == [TaskState.CANCELLED]
    assert await listed(writing, "secretary", report.id) == [("台账不全", "withdrawn")]


async def test_what_never_went_out_is_withdrawn_unseen(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    made = await writing.noted("leader", report.id)
    await writing.on_comment("leader", made["id"], "withdraw", reason="写错了")
    assert await listed(writing, "officer", report.id) == []
    assert await tasks(writing.review) == []


async def test_a_comment_follows_its_task_when_that_is_put_off(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    made = await writing.noted("officer", report.id, due_on="2100-02-03")
    await writing.on_comment("officer", made["id"], "release")
    (task,) = await tasks(writing.review)
    path = f"tasks/{task.id}/actions/extend"
    body = {"due_on": "2100-03-01", "reason": "汛期"}
    answer = await writing.review.send("officer", "POST", path, json=body)
    assert answer.status_code == 200, answer.text
    shown = await writing.review.read("officer", f"duty-comments/{made['id']}")
    assert shown["due_on"] == "2100-03-01"


async def test_no_task_by_hand_comes_of_a_comment(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    comment = await writing.comment(report)
    body = {
        "organisation_id": str(report.organisation_id), "title": "手工", "due_on": "2100-01-01",
        "origin": {"type": "duty_comment", "id": str(comment.id)},
    }  # fmt: skip
    answer = await writing.review.send("officer", "POST", "tasks", json=body)
    assert faults(answer) == [("/origin/type", "not_by_hand")]


async def test_everything_that_the_caller_noted_goes_out_at_once(writing: Writing) -> None:
    reports = [await writing.report(S.SUBMITTED), await writing.report(S.ACCEPTED, "police")]
    for report in reports:
        await writing.noted("leader", report.id)
        await writing.noted("leader", report.id, kind="strength")
        await writing.noted("officer", report.id)
    path = f"duty-rounds/{writing.round.id}/comments/release"
    answer = await writing.review.send("leader", "POST", path)
    assert answer.json() == {"released": 4, "tasks": 2}
    assert len(await tasks(writing.review)) == 2
    again = await writing.review.send("leader", "POST", path)
    assert again.json() == {"released": 0, "tasks": 0}
    answer = await writing.review.send("secretary", "POST", path)
    assert refusal(answer) == (403, "not_the_organiser")
