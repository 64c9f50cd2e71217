"""Facts beside a report: from the records, as of its last day, kept at acceptance."""

from datetime import date, timedelta
from typing import Any

import pytest

from duty_reports.reports.writing import DUE, NOW, Writing, at
from factories.service_hours import ServiceDays
from gongwei.core.clock import Frozen
from gongwei.core.models import new_id
from gongwei.duty_reports.reports.models import CommentState, DutyReport, DutyReportState
from gongwei.duty_reports.rounds.models import DutyRoundState
from gongwei.organisations.models import Term
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.tasks.models import Task
from gongwei.volunteering.hours.models import HoursKind, HoursState, VolunteerHours
from tasks.acts import act, give

S = DutyReportState
IN_TIME, LATE, OPEN = date(2026, 3, 10), date(2026, 3, 20), date(2026, 9, 1)
KEYS = ["rectifications", "tasks", "hours", "activities", "talks", "terms", "appointments"]


async def facts(writing: Writing, report: Any, who: str = "secretary", **headers: str) -> Any:
    path = f"duty-reports/{report.id}/facts"
    answer = await writing.review.send(who, "GET", path, headers=headers)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    return told, {one["key"]: one for one in told["items"]}


async def done(writing: Writing, title: str, due: date, on: date | None) -> None:
    """A task given at the beginning and submitted on a day."""
    client, world = writing.review.client, writing.review.world
    with Frozen(NOW):
        task = await give(client, world, due_on=str(due), title=title)
    if on is not None:
        with at(on):
            assert (await act(client, world, "secretary", task, "start")).status_code == 200
            assert (await act(client, world, "secretary", task, "submit")).status_code == 200


async def test_last_years_rectifications_come_first(writing: Writing) -> None:
    report = await writing.report()
    told, found = await facts(writing, report)
    assert [one["key"] for one in told["items"]] == KEYS
    assert found["rectifications"]["value"] == "上一年度述职评议没有需要整改的问题"
    last = await writing.review.round(DutyRoundState.ARCHIVED, year=2025)
    held = writing.secretaries["finance"]
    joined = await writing.review.joined(last, held)
    before = await writing.report(S.PRESENTED, round_id=last.id, participant_id=joined.id)
    named = await writing.comment(before, state=CommentState.RELEASED, released_at=NOW)
    place = writing.review.id_of("finance")
    created = NOW - timedelta(days=90)
    common = {
        "organisation_id": place, "given_from_id": place, "given_by_label": "某",
        "created_at": created, "origin_type": "duty_comment",
    }  # fmt: skip
    due = date(2026, 1, 31)
    await writing.review.stored(
        Task(
            **common, title="整改台账", due_on=due, original_due_on=due, origin_id=named.id,
            done_on=date(2026, 2, 3), state="verified",
        ),
        Task(**common, title="别处的", due_on=due, original_due_on=due, origin_id=report.id),
    )  # fmt: skip
    _, found = await facts(writing, report)
    one = found["rectifications"]
    assert one["value"] == "上一年度点评问题 1 项，其中逾期完成 1 项"
    assert one["rows"] == [{"on": "2026-01-31", "title": "整改台账", "value": "逾期 3 天完成"}]


async def test_tasks_count_as_they_stood_on_the_last_day(writing: Writing) -> None:
    with Frozen(NOW):
        report = await writing.report()
    await done(writing, "按时", IN_TIME, IN_TIME)
    await done(writing, "迟交", IN_TIME, LATE)
    await done(writing, "截止后才交", LATE, DUE + timedelta(days=3))
    await done(writing, "未到期", OPEN, None)
    await done(writing, "明年的", date(2027, 1, 1), None)
    with at(DUE + timedelta(days=30)):
        told, found = await facts(writing, report)
    assert (told["as_of"], told["kept"]) == (str(DUE), False)
    assert found["tasks"]["value"] == (
        "本年到期任务 4 项，其中按期完成 1 项，逾期完成 1 项，逾期未完成 1 项，未到期 1 项"
    )
    assert found["tasks"]["detail"] == "截至 2026年3月31日，由系统从业务记录汇总"
    assert [(one["title"], one["value"]) for one in found["tasks"]["rows"]] == [
        ("按时", "按期完成"), ("迟交", "逾期 10 天完成"), ("截止后才交", "逾期 11 天未完成"),
        ("未到期", "待办"),
    ]  # fmt: skip
    with at(date(2026, 3, 15)):
        told, found = await facts(writing, report)
    assert told["as_of"] == "2026-03-15"
    assert found["tasks"]["value"] == (
        "本年到期任务 4 项，其中按期完成 1 项，逾期未完成 1 项，未到期 2 项"
    )


async def test_service_that_the_organisation_led_is_counted_in_two_sums(writing: Writing) -> None:
    review = writing.review
    days = ServiceDays(review.client, review.database, review.world)
    day = date(2026, 3, 7)
    with at(DUE):
        report = await writing.report()
        await days.activity("别家的", place="police", day=day)
        await days.activity("去年的", day=date(2025, 12, 30))
        row = await days.counted("甲", 90, title="护河", day=day)
        await days.act("secretary", row.id, "verify")
        late = {**row.model_dump(exclude={"id", "minutes", "kind", "state"}), "reason": "补录"}
        late["person_id"] = await days.person("乙")
        await days.stored(
            VolunteerHours(
                **late, id=new_id(), minutes=60, kind=HoursKind.LATE_ENTRY,
                state=HoursState.VERIFIED,
            )
        )  # fmt: skip
        after = await days.counted("丙", 120, title="截止后核实", day=day)
    with at(DUE + timedelta(days=1)):
        await days.act("secretary", after.id, "verify")
        _, found = await facts(writing, report)
    assert found["activities"]["value"] == "本年开展志愿服务活动 2 场"
    assert [(one["on"], one["title"]) for one in found["activities"]["rows"]] == [
        ("2026-03-07", "护河"), ("2026-03-07", "截止后核实"),
    ]  # fmt: skip
    assert found["hours"]["value"] == (
        "本年组织的活动已核实服务 2 人次，时长 1 小时 30 分，另有补录 1 小时"
    )
    assert found["hours"]["rows"] == [
        {"on": "2026-03-07", "title": "护河", "value": "2 小时 30 分"}
    ]


async def test_talks_terms_and_posts_are_told_without_what_was_said(writing: Writing) -> None:
    held = writing.secretaries["finance"]
    about = {"organisation_id": held.organisation_id, "person_id": held.person_id}
    talk = {"kind": TalkKind.REMINDER, "title": "某事", "content": "龘", "state": TalkState.HELD}
    await writing.review.stored(
        Talk(**about, **talk, due_on=date(2026, 2, 1), held_on=date(2026, 2, 1)),
        Talk(**about, **talk, due_on=date(2025, 2, 1), held_on=date(2025, 2, 1)),
        Term(
            organisation_id=held.organisation_id, number=3, years=3, elected_on=date(2024, 1, 5),
            ends_on=date(2027, 1, 5),
        ),
    )  # fmt: skip
    with Frozen(NOW):
        report = await writing.report()
        _, found = await facts(writing, report)
        _, clerk = await facts(writing, report, "clerk")
        _, english = await facts(writing, report, **{"Accept-Language": "en"})
    assert found["talks"]["value"] == "本年接受谈话函询 1 次"
    assert found["talks"]["rows"] == [
        {"on": "2026-02-01", "title": "提醒约谈", "value": "待本人确认"}
    ]
    assert found["terms"]["value"] == "中共区财政局总支部委员会第 3 届，应于2027年1月5日前换届"
    assert found["appointments"]["value"] == "中共区财政局总支部委员会书记，2020年4月1日起"
    assert list(clerk) == [key for key in KEYS if key != "talks"]
    assert english["talks"]["value"] == "1 talks and inquiries in the year"
    assert english["talks"]["detail"] == "As of Mar 2, 2026, from the records of the system"


async def test_they_are_kept_at_acceptance_and_move_again_after_a_return(writing: Writing) -> None:
    with Frozen(NOW):
        report = await writing.report(S.SUBMITTED)
        before = (await facts(writing, report))[1]["tasks"]["value"]
        accepted = await writing.moved("officer", report.id, "accept")
        assert [one["key"] for one in accepted["facts"]] == KEYS
        await done(writing, "后来的", IN_TIME, None)
        told, found = await facts(writing, report)
        assert (told["kept"], found["tasks"]["value"]) == (True, before)
        _, english = await facts(writing, report, **{"Accept-Language": "en"})
        assert english["tasks"]["value"] == "No tasks were due in the year"
        assert "talks" not in (await facts(writing, report, "clerk"))[1]
        await writing.moved("officer", report.id, "return", reason="补充")
        told, found = await facts(writing, report)
    assert told["kept"] is False
    assert found["tasks"]["value"] == "本年到期任务 1 项，其中未到期 1 项"


async def quoting(writing: Writing, key: str, *texts: str, **values: Any) -> DutyReport:
    """A report handed in whose first section quotes a fact in each of these texts."""
    quoted = [{"text": text, "fact": key} for text in texts]
    sections = {**writing.whole(), writing.keys[0]: quoted}
    return await writing.report(S.SUBMITTED, sections=sections, **values)


async def standing(writing: Writing, report: Any, who: str = "officer") -> list[str]:
    """How the quotations of the first section stand, as somebody reads them."""
    shown = await writing.shown(who, report.id)
    return [one["standing"] for one in shown["sections"][writing.keys[0]]]


async def test_a_quotation_is_system_data_while_it_says_what_the_system_says(
    writing: Writing,
) -> None:
    texts = (
        "本年没有到期任务", " 本年没有到期任务\n", "No tasks were due in the year",
        "本年没有到期任务，继续努力。", "本年到期任务 500 项，其中按期完成 500 项", "",
    )  # fmt: skip
    with Frozen(NOW):
        report = await quoting(writing, "tasks", *texts)
        assert await standing(writing, report) == ["as_in_system"] * 3 + ["differs"] * 3
        await done(writing, "后来的", IN_TIME, None)
        assert await standing(writing, report) == ["differs"] * 6


async def test_after_acceptance_a_quotation_is_compared_with_what_was_kept(
    writing: Writing,
) -> None:
    with Frozen(NOW):
        report = await quoting(writing, "tasks", "本年没有到期任务", "本年到期任务 500 项")
        accepted = await writing.moved("officer", report.id, "accept")
        await done(writing, "后来的", IN_TIME, None)
        assert await standing(writing, report) == ["as_in_system", "differs"]
    assert [one["standing"] for one in accepted["sections"][writing.keys[0]]] == [
        "as_in_system", "differs",
    ]  # fmt: skip


async def test_a_save_answers_the_standing_of_what_was_saved(writing: Writing) -> None:
    key = writing.keys[0]
    with Frozen(NOW):
        report = await writing.begun()
        given = [{"text": "本年没有到期任务", "fact": "tasks"}, {"text": "五百项", "fact": "tasks"}]
        saved = (await writing.save(report, sections={key: given})).json()
    assert [one["standing"] for one in saved["sections"][key]] == ["as_in_system", "differs"]


async def test_whoever_may_not_read_a_fact_is_not_told_how_a_quotation_stands(
    writing: Writing,
) -> None:
    with Frozen(NOW):
        report = await quoting(writing, "talks", "本年接受谈话函询 3 次", "本年没有谈话函询记录")
        assert await standing(writing, report, "clerk") == ["not_compared"] * 2
        assert await standing(writing, report) == ["differs", "as_in_system"]


@pytest.mark.parametrize("who", ["secretary", "officer", "leader"])
async def test_everybody_who_may_read_them_reads_the_same(writing: Writing, who: str) -> None:
    with Frozen(NOW):
        report = await writing.report(S.SUBMITTED)
        await done(writing, "一项", IN_TIME, None)
        own, _ = await facts(writing, report)
        other, _ = await facts(writing, report, who)
    assert own == other
