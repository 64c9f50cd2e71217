"""Reports are begun and saved by the participant's organisation, and read by nobody else before."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, select

from duty_reports.reports.writing import DUE, Body, Writing, at
from duty_reports.review import faults, refusal
from gongwei.audit.models import AuditEntry
from gongwei.duty_reports.reports.models import DutyReportState
from gongwei.duty_reports.rounds.models import DutyRoundState

S = DutyReportState


def own(text: str) -> Body:
    """A paragraph in one's own words, as a report answers it."""
    return {"text": text, "fact": None, "standing": None}


async def test_a_report_is_begun_once_and_whoever_comes_second_is_led_to_it(
    writing: Writing,
) -> None:
    made = await writing.begun("clerk")
    assert (made["state"], made["editable"], made["name"]) == ("draft", True, "李四")
    assert made["sections"] == {key: [] for key in writing.keys}
    body = {"round_id": made["round"]["id"], "organisation_id": made["organisation_id"]}
    second = await writing.review.send("secretary", "POST", "duty-reports", json=body)
    assert refusal(second) == (409, "report_exists")
    assert second.json()["report_id"] == made["id"]


async def test_only_the_participants_own_organisation_begins_its_report(writing: Writing) -> None:
    place = str(writing.review.id_of("archive"))
    body = {"round_id": str(writing.round.id), "organisation_id": place}
    answers = {
        who: refusal(await writing.review.send(who, "POST", "duty-reports", json=body))
        for who in ("officer", "department_leader", "secretary")
    }
    assert answers == {
        "officer": (403, "not_allowed"),
        "department_leader": (403, "not_allowed"),
        "secretary": (404, "not_found"),
    }
    below = {"round_id": str(writing.round.id)}
    below["organisation_id"] = str(writing.review.id_of("finance_office"))
    answer = await writing.review.send("secretary", "POST", "duty-reports", json=below)
    assert refusal(answer) == (403, "not_their_report")


async def test_who_does_not_take_part_writes_no_report(writing: Writing) -> None:
    other = await writing.review.round(DutyRoundState.REPORTING)
    place = str(writing.review.id_of("finance"))
    body = {"round_id": str(other.id), "organisation_id": place}
    answer = await writing.review.send("secretary", "POST", "duty-reports", json=body)
    assert refusal(answer) == (409, "not_a_participant")
    body["round_id"] = str(uuid4())
    answer = await writing.review.send("secretary", "POST", "duty-reports", json=body)
    assert faults(answer) == [("/round_id", "unknown_round")]


@pytest.mark.parametrize("state", list(DutyRoundState)[3:])
async def test_nothing_is_written_while_the_round_does_not_run(
    writing: Writing, state: DutyRoundState
) -> None:
    held = writing.secretaries["finance"]
    other = await writing.review.round(state)
    await writing.review.joined(other, held)
    body = {"round_id": str(other.id), "organisation_id": str(held.organisation_id)}
    answer = await writing.review.send("secretary", "POST", "duty-reports", json=body)
    assert refusal(answer) == (409, "round_not_running")


async def test_what_is_saved_stays_and_says_when(writing: Writing) -> None:
    report = await writing.begun()
    first, second = writing.keys[:2]
    saved = (await writing.save(report, sections={first: [{"text": "第一段"}]})).json()
    assert saved["sections"][first] == [own("第一段")]
    assert saved["saved_at"] == saved["updated_at"] > report["saved_at"]
    assert (saved["facts"], len(report["facts"])) == (None, 7)
    more = [{"text": "另一段", "fact": "tasks"}, {"text": ""}]
    again = (await writing.save(saved, "clerk", sections={second: more})).json()
    assert again["sections"][first] == [own("第一段")]
    assert [one["fact"] for one in again["sections"][second]] == ["tasks", None]
    emptied = (await writing.save(again, sections={first: None})).json()
    assert emptied["sections"][first] == []


async def test_saving_the_same_again_moves_nothing(writing: Writing) -> None:
    report = await writing.begun()
    given = {writing.keys[0]: [{"text": "第一段"}]}
    saved = (await writing.save(report, sections=given)).json()
    again = (await writing.save(saved, sections=given)).json()
    assert (again["version"], again["saved_at"]) == (saved["version"], saved["saved_at"])


async def test_of_two_who_write_at_once_the_later_is_told(writing: Writing) -> None:
    report = await writing.begun()
    given = {writing.keys[0]: [{"text": "书记写的"}]}
    await writing.save(report, sections=given)
    answer = await writing.save(report, "clerk", sections={writing.keys[0]: [{"text": "别的"}]})
    assert refusal(answer) == (412, "stale")
    path = f"duty-reports/{report['id']}"
    unbased = await writing.review.send("clerk", "PATCH", path, json={"sections": given})
    assert refusal(unbased) == (428, "precondition_required")
    assert (await writing.shown("secretary", report["id"]))["sections"][writing.keys[0]] == [
        own("书记写的")
    ]


async def test_unknown_sections_facts_and_files_are_refused(writing: Writing) -> None:
    report = await writing.begun()
    key = writing.keys[0]
    for patch, fault in (
        ({"sections": {"poems": [{"text": "诗"}]}}, ("/sections/poems", "unknown_section")),
        (
            {"sections": {key: [{"text": "a", "fact": "x"}]}},
            (f"/sections/{key}/0/fact", "unknown_fact"),
        ),
        ({"file_ids": [str(uuid4())]}, ("/file_ids", "unknown_file")),
    ):
        assert faults(await writing.save(report, **patch)) == [fault]


async def test_files_are_attached_in_order(writing: Writing) -> None:
    report = await writing.begun()
    place = {"organisation_id": str(writing.review.id_of("finance"))}
    made = []
    for name in ("甲.txt", "乙.txt"):
        upload = {"file": (name, "内容".encode())}
        answer = await writing.review.send("clerk", "POST", "files", data=place, files=upload)
        made.append(answer.json())
    wanted = [made[1]["id"], made[0]["id"], made[1]["id"]]
    saved = (await writing.save(report, file_ids=wanted)).json()
    assert [(one["name"], one["size"]) for one in saved["files"]] == [("乙.txt", 6), ("甲.txt", 6)]


async def test_a_draft_and_what_was_returned_are_read_by_those_who_write_it(
    writing: Writing,
) -> None:
    report = await writing.report()
    shown = {
        who: (await writing.shown(who, report.id))["text_withheld"]
        for who in ("officer", "leader", "department_leader", "secretary", "clerk")
    }
    assert shown == {
        "officer": True, "leader": True, "department_leader": True,
        "secretary": False, "clerk": False,
    }  # fmt: skip
    seen = await writing.shown("officer", report.id)
    assert (seen["sections"], seen["files"], seen["state"]) == ({}, [], "draft")
    path = f"duty-reports/{report.id}/document"
    answer = await writing.review.send("officer", "GET", path, params={"format": "docx"})
    assert refusal(answer) == (403, "text_not_handed_in")
    await writing.moved("secretary", report.id, "submit")
    assert (await writing.shown("officer", report.id))["sections"] != {}
    await writing.moved("officer", report.id, "return", reason="补充整改情况")
    assert (await writing.shown("officer", report.id))["text_withheld"] is True
    assert (await writing.shown("clerk", report.id))["text_withheld"] is False


async def test_whom_it_is_of_reads_the_own_draft_in_any_role(writing: Writing) -> None:
    report = await writing.report()
    await writing.stand_for("officer", "finance")
    assert (await writing.shown("officer", report.id))["text_withheld"] is False


async def test_no_word_of_a_draft_enters_the_log(writing: Writing) -> None:
    report = await writing.begun()
    await writing.save(report, sections={writing.keys[0]: [{"text": "未定稿龘"}]})
    async with writing.review.database.transaction("*") as session:
        query = select(AuditEntry).where(col(AuditEntry.subject_type) == "duty_report")
        entries = (await session.exec(query)).all()
    assert sorted(one.action for one in entries) == ["duty_report.change", "duty_report.create"]
    assert [one.changes.get("sections") for one in entries] == [{"hidden": True}] * 2


async def test_a_neighbour_knows_nothing_of_it(writing: Writing) -> None:
    report = await writing.report(S.SUBMITTED)
    for path in ("", "/facts", "/comments", "/history", "/document"):
        answer = await writing.review.send("neighbour", "GET", f"duty-reports/{report.id}{path}")
        assert refusal(answer) == (404, "not_found")
    listed = await writing.review.read("neighbour", "duty-reports")
    assert listed["items"] == []
    board = await writing.review.read("neighbour", f"duty-rounds/{writing.round.id}/board")
    assert [one["name"] for one in board["items"]] == ["王五"]


async def test_the_list_is_filtered_and_says_what_waits(writing: Writing) -> None:
    await writing.report(S.SUBMITTED)
    await writing.report(S.DRAFT, "police")
    path = "duty-reports"
    listed = await writing.review.read("officer", path, state="submitted", include_total=True)
    assert (listed["total"], [one["name"] for one in listed["items"]]) == (1, ["李四"])
    assert listed["items"][0]["allowed_actions"] == ["return", "accept"]
    assert "sections" not in listed["items"][0]
    found = await writing.review.read("officer", path, q="公安")
    assert [one["name"] for one in found["items"]] == ["王五"]
    assert (await writing.review.read("officer", path, round_id=str(uuid4())))["items"] == []


async def test_a_draft_is_deleted_and_nothing_else(writing: Writing) -> None:
    report = await writing.report(S.RETURNED)
    answer = await writing.review.send("secretary", "DELETE", f"duty-reports/{report.id}")
    assert refusal(answer) == (409, "delete_refused")
    draft = await writing.report(S.DRAFT, "police")
    assert refusal(await writing.review.send("officer", "DELETE", f"duty-reports/{draft.id}")) == (
        403,
        "not_allowed",
    )
    answer = await writing.review.send("neighbour", "DELETE", f"duty-reports/{draft.id}")
    assert answer.status_code == 204
    answer = await writing.review.send("neighbour", "GET", f"duty-reports/{draft.id}")
    assert refusal(answer) == (404, "not_found")


async def test_late_is_what_was_first_handed_in_after_the_last_day_and_stays_so(
    writing: Writing,
) -> None:
    in_time, late = await writing.report(), await writing.report(at="police")
    with at(DUE, 23):
        assert (await writing.moved("secretary", in_time.id, "submit"))["late"] is False
    after = DUE + timedelta(days=1)
    with at(after, 0):
        assert (await writing.moved("neighbour", late.id, "submit"))["late"] is True
    with at(after, 9):
        for report, who in ((in_time, "secretary"), (late, "neighbour")):
            await writing.moved("officer", report.id, "return", reason="补充")
            await writing.moved(who, report.id, "submit")
        assert (await writing.shown("officer", in_time.id))["late"] is False
        again = await writing.shown("officer", late.id)
    assert again["late"] is True
    assert again["first_submitted_at"] < again["submitted_at"]


async def test_every_section_needs_a_word_before_it_is_handed_in(writing: Writing) -> None:
    blank = {key: [{"text": ""}] for key in writing.keys[1:]}
    report = await writing.report(sections={**blank, writing.keys[0]: [{"text": "有"}]})
    answer = await writing.act("secretary", report.id, "submit")
    assert faults(answer) == [(f"/sections/{key}", "missing") for key in writing.keys[1:]]


async def test_nothing_moves_once_results_are_calculated(writing: Writing) -> None:
    held = writing.secretaries["finance"]
    over = await writing.review.round(DutyRoundState.CALCULATED)
    joined = await writing.review.joined(over, held)
    about = {"round_id": over.id, "participant_id": joined.id}
    draft = await writing.report(**about)
    saved = await writing.save({"id": draft.id, "version": 1}, sections={})
    answers = [saved, await writing.act("secretary", draft.id, "submit")]
    assert [refusal(one) for one in answers] == [(409, "round_not_running")] * 2
    shown = await writing.shown("secretary", draft.id)
    assert (shown["editable"], shown["allowed_actions"]) == (False, [])
