"""Publication: all decided, frozen with its hash, told to each, objected to, reopened."""

import hashlib
import json
from typing import Any

import pytest

from documents.printed import opened, page_count, texts
from duty_reports.appraised import FINE, Appraised
from duty_reports.review import refusal
from factories.activities import Planning
from gongwei.core import clock
from gongwei.duty_reports.rounds.owing import NOT_HANDED_IN
from gongwei.tasks.models import Task, TaskState


async def test_nothing_is_published_before_every_grade_is_decided(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.decide()
    answer = await appraised.act("leader", appraised.round_.id, "publish")
    assert refusal(answer) == (409, "results_undecided")
    assert "王五" in answer.json()["detail"]
    await appraised.decide("police")
    assert (await appraised.moved("leader", appraised.round_.id, "publish"))["state"] == "published"
    assert (await appraised.result())["state"] == "published"


async def test_nobody_is_asked_for_a_report_once_the_results_are_out(appraised: Appraised) -> None:
    owed, done = (
        Task(
            organisation_id=line.organisation_id, given_from_id=appraised.id_of("root"),
            title="提交述职报告", due_on=clock.today(), original_due_on=clock.today(), state=state,
            given_by_label="工委干部",
            origin_type="duty_participant", origin_id=line.id,
        )
        for line, state in zip(
            appraised.participants, (TaskState.OPEN, TaskState.SUBMITTED), strict=True
        )
    )  # fmt: skip
    await appraised.stored(owed, done)
    await appraised.calculated(FINE)
    assert len((await appraised.read("secretary", "me/home"))["tasks"]) == 1
    await appraised.published()
    assert (await appraised.read("secretary", "me/home"))["tasks"] == []
    shown = [await appraised.read("officer", f"tasks/{one.id}") for one in (owed, done)]
    assert [one["state"] for one in shown] == ["cancelled", "submitted"]
    history = await appraised.read("officer", f"tasks/{owed.id}/history")
    assert history["items"][0]["reason"] == NOT_HANDED_IN


async def test_a_published_revision_is_frozen_with_the_hash_of_its_canonical_json(
    appraised: Appraised,
) -> None:
    await appraised.calculated(FINE)
    round_ = f"duty-rounds/{appraised.round_.id}"
    assert refusal(await appraised.send("officer", "GET", f"{round_}/export")) == (
        409, "results_not_published",
    )  # fmt: skip
    await appraised.published()
    answer = await appraised.send("officer", "GET", f"{round_}/export")
    assert answer.headers["content-disposition"].endswith("-1.json")
    exported = json.loads(answer.content)
    revision = await appraised.read("officer", f"{round_}/revisions/1")
    assert revision["document"] == exported["document"]
    written = json.dumps(
        exported["document"], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert exported["sha256"] == revision["sha256"] == hashlib.sha256(written.encode()).hexdigest()
    (person, _) = exported["document"]["participants"]
    assert (person["name"], person["total"], person["decided_grade"]) == ("张三", "87.60", "fair")
    assert person["groups"][0]["sheets"] == [{"overall": "90"}] * 5


async def test_the_log_has_the_hash_of_what_was_published_and_not_the_document(
    appraised: Appraised,
) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    path = f"duty-rounds/{appraised.round_.id}/revisions/1"
    sha256 = (await appraised.read("officer", path))["sha256"]
    (entry,) = (
        await appraised.read("auditor", "audit-entries", action="duty_result_revision.create")
    )["items"]
    whole = await appraised.read("auditor", f"audit-entries/{entry['id']}")
    assert whole["changes"]["document"] == {"hidden": True}
    assert whole["changes"]["sha256"]["after"] == sha256


async def test_a_reopened_round_begins_its_decisions_anew_and_keeps_the_old_revision(
    appraised: Appraised,
) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    first = await appraised.read("officer", f"duty-rounds/{appraised.round_.id}/revisions/1")
    refused = await appraised.act("leader", appraised.round_.id, "reopen")
    assert refusal(refused) == (422, "reason_required")
    await appraised.moved("officer", appraised.round_.id, "reopen", reason="异议成立")
    assert (await appraised.result())["state"] == "published"
    await appraised.calculated()
    found = await appraised.result()
    assert (found["state"], found["revision"], found["decided_grade"]) == ("proposed", 2, None)
    await appraised.published()
    listed = await appraised.read("officer", f"duty-rounds/{appraised.round_.id}/revisions")
    assert [one["revision"] for one in listed["items"]] == [2, 1]
    again = await appraised.read("officer", f"duty-rounds/{appraised.round_.id}/revisions/1")
    assert again == first


async def test_before_publication_nobody_below_knows_a_result(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.become("secretary")
    rests = ("", "/explanation", "/notice", "/objections", "/history")
    for who in ("secretary", "department_leader", "clerk", "member", "neighbour", "auditor"):
        for rest in rests:
            answer = await appraised.send(who, "GET", appraised.path(rest=rest))
            assert answer.status_code == 404, (who, rest)
        answer = await appraised.send(who, "GET", f"duty-rounds/{appraised.round_.id}/results")
        assert answer.status_code == 404
    assert (await appraised.read("secretary", "me/duty-results"))["items"] == []


async def test_after_it_everybody_reads_the_own_result_alone(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    await appraised.become("secretary")
    (own,) = (await appraised.read("secretary", "me/duty-results"))["items"]
    assert (own["total"], own["grade_title"], own["superseded"], own["spread"]) == (
        "87.60", "较好", False, None,
    )  # fmt: skip
    assert (await appraised.read("secretary", appraised.path()))["name"] == "张三"
    steps = {
        one["step"]
        for one in (await appraised.read("secretary", appraised.path(rest="/explanation")))["lines"]
    }
    assert "scores" in steps
    assert "sheet" not in steps
    for path in (
        appraised.path("police"), f"duty-rounds/{appraised.round_.id}/results",
        f"duty-rounds/{appraised.round_.id}/revisions", f"duty-rounds/{appraised.round_.id}/export",
    ):  # fmt: skip
        assert (await appraised.send("secretary", "GET", path)).status_code == 404, path
    for who in ("department_leader", "clerk", "neighbour", "auditor"):
        answer = await appraised.send(who, "GET", appraised.path())
        assert answer.status_code == 404, who
    assert (await appraised.send("secretary", "GET", appraised.path(rest="/history"))
            ).status_code == 403  # fmt: skip


async def test_a_result_that_is_calculated_anew_is_not_told_before_it_is_published(
    appraised: Appraised,
) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    await appraised.become("secretary")
    await appraised.moved("officer", appraised.round_.id, "reopen", reason="异议成立")
    await appraised.votes("leaders", [10] * 5)
    await appraised.calculated()
    assert (await appraised.read("secretary", appraised.path()))["revision"] == 1
    await appraised.published()
    newer, older = (await appraised.read("secretary", "me/duty-results"))["items"]
    assert [(one["revision"], one["superseded"]) for one in (newer, older)] == [
        (2, False), (1, True),
    ]  # fmt: skip
    assert newer["total"] == "75.60"


async def test_the_class_is_shown_from_five_on_and_ranks_nobody(appraised: Appraised) -> None:
    for number, at in enumerate(("archive", "finance_office", "police_office"), 3):
        held = await appraised.secretary(f"书记{number}", at)
        appraised.participants.append(
            await appraised.joined(appraised.round_, held, position=number)
        )
    await appraised.calculated(FINE)
    for at in ("finance", "police", "archive", "finance_office", "police_office"):
        assert (await appraised.decide(at)).status_code == 200
    await appraised.moved("leader", appraised.round_.id, "publish")
    await appraised.become("secretary")
    (own,) = (await appraised.read("secretary", "me/duty-results"))["items"]
    assert own["spread"] == {
        "n": 5, "lowest": "87.60", "lower_quartile": "87.60", "median": "87.60",
        "upper_quartile": "87.60", "highest": "87.60",
    }  # fmt: skip
    assert [one["spread"]["n"] for one in own["groups"]] == [5, 5, 5]
    assert "王五" not in json.dumps(own, ensure_ascii=False)


async def test_the_notice_is_printed_read_and_acknowledged(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    await appraised.become("secretary")
    path = appraised.path(rest="/notice")
    word = await appraised.send("secretary", "GET", f"{path}?format=docx")
    said = texts(opened(word.content))
    assert [
        one for one in ("述职评议结果反馈通知", "张三", "87.60", "较好") if one not in said
    ] == []
    assert "王五" not in said
    assert page_count((await appraised.send("secretary", "GET", path)).content) == 1
    acknowledge = appraised.path(rest="/acknowledge")
    for who in ("officer", "leader"):
        answer = await appraised.send(who, "POST", acknowledge)
        assert refusal(answer) == (403, "not_ones_own_result")
    assert (await appraised.send("neighbour", "POST", acknowledge)).status_code == 404
    first = (await appraised.send("secretary", "POST", acknowledge)).json()
    again = (await appraised.send("secretary", "POST", acknowledge)).json()
    assert first["acknowledged_at"] == again["acknowledged_at"] is not None
    assert (await appraised.result())["acknowledged_at"] == first["acknowledged_at"]


async def test_only_the_person_objects_and_another_examines(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    await appraised.published()
    await appraised.become("secretary")
    path, body = appraised.path(rest="/objections"), {"text": "票数有误", "about_part": "党员群众"}
    for who in ("officer", "leader"):
        answer = await appraised.send(who, "POST", path, json=body)
        assert refusal(answer) == (403, "not_ones_own_result")
    made = await appraised.made("secretary", path, **body)
    result = await appraised.result()
    assert (made["about_type"], made["about_id"], made["name"]) == (
        "duty_result", result["id"], "张三",
    )  # fmt: skip
    for who in ("secretary", "officer", "leader"):
        assert [one["id"] for one in (await appraised.read(who, path))["items"]] == [made["id"]]
    assert (await appraised.send("neighbour", "GET", path)).status_code == 404
    examined = await appraised.send(
        "officer", "POST", f"objections/{made['id']}/actions/examine", json={}
    )
    assert examined.json()["state"] == "examining"


async def test_the_archive_has_the_result_once_it_is_published(appraised: Appraised) -> None:
    await appraised.calculated(FINE)
    path = f"secretaries/{appraised.held[0].id}/archive"
    assert await section(appraised, "officer", path) == []
    await appraised.published()
    (line,) = await section(appraised, "officer", path)
    assert (line["year"], line["total"], line["grade"]) == ("2025", "87.60", "较好")
    await appraised.become("secretary")
    assert len(await section(appraised, "secretary", "me/archive")) == 1


async def section(appraised: Appraised, who: str, path: str) -> list[Any]:
    found = await appraised.read(who, path)
    (one,) = [part for part in found["sections"] if part["code"] == "duty_results"]
    return [line["cells"] for line in one["rows"]]


async def waiting(appraised: Appraised, who: str) -> list[tuple[str, str]]:
    found = await appraised.read(who, "me/home")
    kinds = {"duty_results", "duty_confirmations", "duty_result", "ballot"}
    return [(one["kind"], one["title"]) for one in found["waiting"] if one["kind"] in kinds]


async def test_the_first_page_says_what_waits(appraised: Appraised) -> None:
    voter = await Planning(appraised.client, appraised.database, appraised.world).member("李四", 3)
    made = await appraised.arranged("leaders", person_ids=[str(voter)])
    assert await waiting(appraised, "李四") == [
        ("ballot", "评议票待投：appraising轮次（leaders会场）")
    ]
    await appraised.close(made)
    assert await waiting(appraised, "李四") == []
    await appraised.calculated(FINE)
    assert await waiting(appraised, "leader") == [
        ("duty_results", "述职评议等次待确定：appraising轮次（2 人）")
    ]
    assert await waiting(appraised, "officer") == []
    await appraised.second_leader()
    await appraised.decide(grade="good", reason="表现突出")
    assert await waiting(appraised, "vice") == [
        ("duty_results", "述职评议等次待确定：appraising轮次（1 人）"),
        ("duty_confirmations", "述职评议等次待复核：appraising轮次（1 人）"),
    ]
    assert len(await waiting(appraised, "leader")) == 1
    await appraised.act_on("confirm", who="vice")
    await appraised.decide("police")
    await appraised.moved("leader", appraised.round_.id, "publish")
    await appraised.become("secretary")
    assert await waiting(appraised, "secretary") == [
        ("duty_result", "述职评议结果待签收：appraising轮次")
    ]
    await appraised.send("secretary", "POST", appraised.path(rest="/acknowledge"))
    assert await waiting(appraised, "secretary") == []


@pytest.mark.parametrize("who", ["officer", "leader", "secretary", "clerk", "member", "neighbour"])
async def test_who_publishes(appraised: Appraised, who: str) -> None:
    await appraised.calculated(FINE)
    for at in ("finance", "police"):
        await appraised.decide(at)
    answer = await appraised.act(who, appraised.round_.id, "publish")
    assert (answer.status_code == 200) == (who in ("officer", "leader"))
