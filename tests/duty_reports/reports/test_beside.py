"""What the first page and the archive say of reports."""

from datetime import date, timedelta
from typing import Any

from archives.asking import read, rows
from duty_reports.reports.writing import DUE, NOW, Writing, at
from gongwei.core.clock import Frozen
from gongwei.duty_reports.reports.models import CommentState, DutyReportState

S = DutyReportState
HERE = "2026年度述职评议（中共区财政局总支部委员会）"


async def waiting(writing: Writing, who: str, language: str = "zh") -> list[Any]:
    headers = {"Accept-Language": language}
    home = (await writing.review.send(who, "GET", "me/home", headers=headers)).json()
    return [
        (one["title"], one["path"], one["due_on"])
        for one in home["waiting"]
        if one["kind"] == "duty_report"
    ]


async def test_the_first_page_says_whose_turn_it_is(writing: Writing) -> None:
    begin = (f"述职报告待撰写：{HERE}", f"/duty/rounds/{writing.round.id}", str(DUE))
    assert await waiting(writing, "secretary") == [begin]
    assert await waiting(writing, "clerk") == [begin]
    assert await waiting(writing, "officer") == []
    report = await writing.report()
    path = f"/duty/reports/{report.id}"
    assert await waiting(writing, "secretary") == [(f"述职报告待提交：{HERE}", path, str(DUE))]
    await writing.moved("secretary", report.id, "submit")
    assert await waiting(writing, "secretary") == []
    assert await waiting(writing, "officer") == [(f"述职报告待审核：{HERE}", path, None)]
    assert await waiting(writing, "leader") == []
    await writing.moved("officer", report.id, "return", reason="补充")
    assert await waiting(writing, "officer") == []
    assert await waiting(writing, "secretary", "en") == [
        (
            "Duty report sent back: 2026年度述职评议 (中共区财政局总支部委员会)", path, str(DUE),
        )
    ]  # fmt: skip


async def test_the_own_report_waits_for_another(writing: Writing) -> None:
    await writing.report(S.SUBMITTED)
    await writing.stand_for("officer", "finance")
    assert await waiting(writing, "officer") == []


async def test_the_archive_says_what_was_handed_in_by_a_day(writing: Writing) -> None:
    review, held = writing.review, writing.secretaries["finance"]
    with Frozen(NOW):
        report = await writing.report()
    late = DUE + timedelta(days=1)
    with at(late):
        await writing.moved("secretary", report.id, "submit")
    with at(late + timedelta(days=2)):
        await writing.comment(
            report, state=CommentState.RELEASED,
            released_at=NOW + timedelta(days=40),
        )  # fmt: skip
        await writing.moved("officer", report.id, "accept")

    async def on(day: date) -> list[Any]:
        archive = await read(review.client, review.world, "officer", held, as_of=str(day))
        return [
            (one["occurred_on"], list(one["cells"].values()))
            for one in rows(archive, "duty_reports")
        ]

    place = "中共区财政局总支部委员会"
    assert await on(DUE) == []
    assert await on(late) == [(str(late), ["2026", "向上述职", place, "待审核", "逾期提交", "0"])]
    assert await on(date(2026, 6, 1)) == [
        (str(late), ["2026", "向上述职", place, "已通过", "逾期提交", "1"])
    ]
    async with review.database.transaction("*"):
        own = await read(review.client, review.world, "department_leader", held)
    assert len(rows(own, "duty_reports")) == 1
