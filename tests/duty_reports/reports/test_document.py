"""A report on paper: what came from the system and what came late are marked, comments are not
there.
"""

from typing import Any

import pytest
from httpx import Response

from documents.printed import opened, signs, texts
from duty_reports.reports.writing import NOW, Writing
from gongwei.core.clock import Frozen
from gongwei.duty_reports.reports.models import CommentState, DutyReportState

S = DutyReportState


async def got(writing: Writing, report: Any, kind: str = "docx", language: str = "zh") -> Response:
    path = f"duty-reports/{report.id}/document"
    headers = {"Accept-Language": language}
    return await writing.review.send(
        "secretary", "GET", path, params={"format": kind}, headers=headers
    )


async def handed_in(writing: Writing, **values: Any) -> Any:
    sections = {
        **writing.whole(),
        writing.keys[0]: [
            {"text": "本年没有到期任务", "fact": "tasks"},
            {"text": "本年没有到期任务，全部按期完成。", "fact": "tasks"},
            {"text": "完成一百项任务。", "fact": "tasks"},
            {"text": "自己写的。", "fact": None},
        ],
    }
    return await writing.report(S.SUBMITTED, sections=sections, **values)


async def test_word_marks_what_was_quoted_and_what_was_changed(writing: Writing) -> None:
    with Frozen(NOW):
        report = await handed_in(writing)
        await writing.comment(report, state=CommentState.RELEASED, text="点评龘", released_at=NOW)
        answer = await got(writing, report)
    said = texts(opened(answer.content))
    differs = "〔引自系统数据“任务完成情况”，文字与系统现有数据不同〕"
    assert "本年没有到期任务〔系统数据：任务完成情况〕" in said
    assert f"本年没有到期任务，全部按期完成。{differs}" in said
    assert f"完成一百项任务。{differs}" in said
    assert "自己写的。\n" in said
    assert "附：系统数据" in said
    assert "不由述职人填写。截至 2026年3月2日，由系统从业务记录汇总。" in said
    assert [one["title"] in said for one in writing.round.report_sections] == [True] * len(
        writing.keys
    )
    assert "龘" not in said
    assert "逾期提交" not in said


async def test_a_quotation_is_marked_alike_in_a_print_of_the_other_language(
    writing: Writing,
) -> None:
    with Frozen(NOW):
        report = await handed_in(writing)
        answer = await got(writing, report, language="en")
    said = texts(opened(answer.content))
    title = "Tasks"
    assert f"本年没有到期任务[system fact: {title}]" in said
    assert f"全部按期完成。[from the system fact “{title}”" in said


async def test_what_came_late_says_so(writing: Writing) -> None:
    report = await handed_in(writing, late=True)
    said = texts(opened((await got(writing, report)).content))
    assert "2026年3月2日（逾期提交，应于2026年3月31日前提交）" in said
    english = texts(opened((await got(writing, report, language="en")).content))
    assert "2 March 2026 (late; it was due on 31 March 2026)" in english


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_it_is_set_as_pdf_too(writing: Writing, language: str) -> None:
    report = await handed_in(writing, late=True)
    answer = await got(writing, report, "pdf", language)
    assert answer.headers["content-type"] == "application/pdf"
    assert set("自己写的李四") <= signs(answer.content)


async def test_a_draft_is_printed_for_those_who_write_it(writing: Writing) -> None:
    report = await writing.report(sections={})
    said = texts(opened((await got(writing, report)).content))
    assert "撰写中" in said
    assert "尚未提交" in said
    assert "（无）" in said
