"""The organiser returns, accepts, comments; the task to report and rectifications follow."""

from typing import Any

from duty_reports.reports.writing import DUE, Writing, at, listed, tasks
from duty_reports.review import Review, refusal
from gongwei.core import clock
from gongwei.duty_reports.reports.models import DutyReportState
from gongwei.tasks.models import TaskState

S = DutyReportState


async def test_nobody_judges_the_own_report(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    await writing.stand_for("officer", "finance")
    assert (await writing.shown("officer", report.id))["allowed_actions"] == []
    for action in ("accept", "return"):
        answer = await writing.act("officer", report.id, action, reason="自己")
        assert refusal(answer) == (403, "own_matter")
    body = {"kind": "strength", "text": "很好", "on_site": True}
    path = f"duty-reports/{report.id}/comments"
    answer = await writing.review.send("officer", "POST", path, json=body)
    assert refusal(answer) == (403, "own_matter")


async def test_the_task_to_report_follows_the_report(review: Review) -> None:
    await review.secretary("李四", "finance")
    opened = await review.opened()
    body = {"round_id": opened["id"], "organisation_id": str(review.id_of("finance"))}
    made = await review.made("secretary", "duty-reports", **body)
    text = {one["key"]: [{"text": "有"}] for one in opened["report_sections"]}
    await review.change("secretary", f"duty-reports/{made['id']}", 1, sections=text)
    states = []
    for who, action in (
        ("secretary", "submit"), ("officer", "return"), ("secretary", "submit"),
        ("officer", "accept"),
    ):  # fmt: skip
        path = f"duty-reports/{made['id']}/actions/{action}"
        answer = await review.send(who, "POST", path, json={"reason": "补充"})
        assert answer.status_code == 200, answer.text
        states += [task.state for task in await tasks(review, "duty_participant")]
    assert states == [
        TaskState.SUBMITTED, TaskState.IN_PROGRESS, TaskState.SUBMITTED, TaskState.VERIFIED,
    ]  # fmt: skip


async def test_the_first_page_tells_of_a_report_once_as_the_task_that_leads_to_it(
    review: Review,
) -> None:
    async def told() -> tuple[list[Any], list[Any]]:
        home = await review.read("secretary", "me/home")
        return [one["path"] for one in home["tasks"]], [one["path"] for one in home["waiting"]]

    await review.secretary("李四", "finance")
    opened = await review.opened()
    assert await told() == ([f"/duty/rounds/{opened['id']}"], [])
    body = {"round_id": opened["id"], "organisation_id": str(review.id_of("finance"))}
    made = await review.made("secretary", "duty-reports", **body)
    assert await told() == ([f"/duty/reports/{made['id']}"], [])
    text = {one["key"]: [{"text": "有"}] for one in opened["report_sections"]}
    await review.change("secretary", f"duty-reports/{made['id']}", 1, sections=text)
    path = f"duty-reports/{made['id']}/actions"
    await review.send("secretary", "POST", f"{path}/submit", json={})
    assert await told() == ([], [])
    waits = (await review.read("officer", "me/home"))["waiting"]
    assert [one["path"] for one in waits] == [f"/duty/reports/{made['id']}"]
    await review.send("officer", "POST", f"{path}/return", json={"reason": "补充"})
    assert await told() == ([f"/duty/reports/{made['id']}"], [])


async def test_nobody_moves_the_task_without_the_report(review: Review) -> None:
    await review.secretary("李四", "finance")
    await review.opened()
    (task,) = await tasks(review, "duty_participant")
    for who, action in (
        ("secretary", "start"), ("officer", "extend"), ("officer", "cancel"), ("officer", "verify"),
    ):  # fmt: skip
        assert (await review.read(who, f"tasks/{task.id}"))["allowed_actions"] == []
        body = (
            {"reason": "先办", "due_on": "2030-02-01"} if action == "extend" else {"reason": "先办"}
        )
        answer = await review.send(who, "POST", f"tasks/{task.id}/actions/{action}", json=body)
        assert refusal(answer) == (409, "moves_with_its_record")
    (same,) = await tasks(review, "duty_participant")
    assert same.state is TaskState.OPEN


async def test_a_report_goes_back_with_the_comments_on_its_paragraphs(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    await writing.noted("officer", report.id, text="要写具体", kind="demand")
    await writing.noted(
        "officer", report.id, text="听到的", on_site=True, section_key=None, paragraph=None
    )
    await writing.noted("leader", report.id, text="别人的")
    assert await listed(writing, "secretary", report.id) == []
    await writing.moved("officer", report.id, "return", reason="请补充整改情况")
    assert await listed(writing, "secretary", report.id) == [("要写具体", "released")]
    assert await listed(writing, "officer", report.id) == [
        ("要写具体", "released"), ("听到的", "noted"),
    ]  # fmt: skip
    history = await writing.review.read("secretary", f"duty-reports/{report.id}/history")
    newest = history["items"][0]
    assert (newest["action"], newest["reason"]) == ("duty_report.return", "请补充整改情况")


async def test_a_reason_is_needed_to_return(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    assert refusal(await writing.act("officer", report.id, "return")) == (422, "reason_required")


async def test_an_accepted_report_is_presented_on_the_day(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    accepted = await writing.moved("officer", report.id, "accept")
    assert accepted["accepted_at"] is not None
    shown = await writing.moved("officer", report.id, "present")
    assert (shown["state"], shown["presented_on"]) == ("presented", str(clock.today()))


async def test_the_meeting_goes_in_order_with_the_callers_own_comments(writing: Writing) -> None:
    report = await writing.report(S.ACCEPTED)
    await writing.report(S.DRAFT, "police")
    await writing.noted("leader", report.id, text="我的")
    await writing.noted("officer", report.id, text="别人的")
    path = f"duty-rounds/{writing.round.id}/meeting"
    meeting = await writing.review.read("leader", path)
    assert [
        (
            one["name"],
            one["report"] and one["report"]["state"],
            [c["text"] for c in one["comments"]],
        )
        for one in meeting["items"]
    ] == [("李四", "accepted", ["我的"]), ("王五", "draft", []), ("赵六", None, [])]
    assert meeting["noted"] == 1
    assert meeting["items"][0]["report"]["allowed_actions"] == []
    shown = await writing.review.read("officer", path)
    assert shown["items"][0]["report"]["allowed_actions"] == ["return", "present"]
    answer = await writing.review.send("secretary", "GET", path)
    assert refusal(answer) == (403, "not_the_organiser")
    assert refusal(await writing.review.send("clerk", "GET", path)) == (403, "not_allowed")


async def test_a_report_that_is_presented_late_at_night_is_presented_that_day(
    writing: Writing,
) -> None:
    report = await writing.report(S.ACCEPTED)
    with at(DUE, 23):
        shown = await writing.moved("officer", report.id, "present")
    assert shown["presented_on"] == str(DUE)
