"""Preparing, changing, copying, opening and moving a round."""

from datetime import date
from typing import Any

import pytest

from duty_reports.review import SCHEME, Review, faults, refusal
from gongwei.duty_reports.rounds import reactions
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState
from gongwei.duty_reports.rounds.problems import NO_PARTICIPANTS
from gongwei.duty_reports.rounds.workflow import DutyRoundAction

S = DutyRoundState


async def test_a_round_begins_as_a_draft_with_the_usual_sections(review: Review) -> None:
    made = await review.prepared(meeting_on="2026-01-20")
    assert {name: made[name] for name in ("state", "year", "direction", "revision")} == {
        "state": "draft", "year": 2025, "direction": "upward", "revision": 1,
    }  # fmt: skip
    assert made["organisation_name"] == review.world["root"].name
    assert [one["key"] for one in made["report_sections"]] == [
        "rectification", "duties", "problems", "plans",
    ]  # fmt: skip
    assert made["scheme"]["groups"][0]["weight"] == "30"
    assert made["allowed_actions"] == ["open"]


async def test_a_draft_is_changed_and_deleted(review: Review) -> None:
    await review.secretary("甲", "finance")
    made = await review.prepared()
    path = f"duty-rounds/{made['id']}"
    sections = [{"key": "only", "title": "述职", "advised_characters": 3000}]
    changed = await review.change(
        "officer", path, made["version"], title="改名", report_sections=sections, meeting_on=None
    )
    assert changed.status_code == 200, changed.text
    told = changed.json()
    assert (told["title"], told["meeting_on"]) == ("改名", None)
    assert told["report_sections"] == [{**sections[0], "hint": ""}]
    stale = await review.change("officer", path, made["version"], title="又改")
    assert refusal(stale) == (412, "stale")
    assert (await review.send("officer", "DELETE", path)).status_code == 204
    assert (await review.send("officer", "GET", path)).status_code == 404


@pytest.mark.parametrize("state", [one for one in S if one is not S.DRAFT])
async def test_what_was_opened_is_neither_changed_nor_deleted(review: Review, state: S) -> None:
    made = await review.round(state)
    path = f"duty-rounds/{made.id}"
    for patch in ({"title": "改名"}, {"scheme": SCHEME}, {"as_of": "2025-11-01"}):
        assert refusal(await review.change("officer", path, 1, **patch)) == (409, "invalid_state")
    assert refusal(await review.send("officer", "DELETE", path)) == (409, "delete_refused")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"year": 1900}, [("/year", "greater_than_equal")]),
        ({"report_sections": []}, [("/report_sections", "too_short")]),
        (
            {"report_sections": [{"key": "a", "title": "甲"}] * 2},
            [("/report_sections", "key_twice")],
        ),
        ({"direction": "sideways"}, [("/direction", "enum")]),
        ({"scheme": {**SCHEME, "places": 9}}, [("/scheme/places", "less_than_equal")]),
        ({"participants": []}, [("/participants", "extra_forbidden")]),
    ],
)  # fmt: skip
async def test_a_malformed_round_is_refused(
    review: Review, body: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    answer = await review.send("officer", "POST", "duty-rounds", json=review.round_in(**body))
    assert faults(answer) == expected


async def test_nothing_but_the_meeting_can_be_emptied(review: Review) -> None:
    made = await review.prepared()
    answer = await review.change("officer", f"duty-rounds/{made['id']}", 1, scheme=None)
    assert [code for _, code in faults(answer)] == ["missing"]


async def test_opening_needs_a_scheme_and_somebody_who_takes_part(review: Review) -> None:
    without = await review.prepared(scheme=None)
    assert without["scheme"] is None
    assert refusal(await review.act("officer", without["id"], "open")) == (409, "no_scheme")
    empty = await review.prepared()
    assert refusal(await review.act("officer", empty["id"], "open")) == (409, "no_participants")
    assert (await review.read("officer", f"duty-rounds/{empty['id']}"))["state"] == "draft"


async def test_opening_freezes_the_scheme_and_gives_each_organisation_its_task(
    review: Review,
) -> None:
    await review.secretary("甲", "finance")
    await review.secretary("乙", "police")
    made = await review.opened()
    assert (made["state"], made["scheme_revision"]) == ("reporting", 1)
    assert made["opened_at"] is not None
    tasks = await review.read("secretary", "tasks")
    assert [(one["title"], one["due_on"], one["origin"]["type"]) for one in tasks["items"]] == [
        ("提交述职报告：2025年度述职评议", "2030-01-10", "duty_participant")
    ]
    revisions = await review.read("officer", f"duty-rounds/{made['id']}/scheme-revisions")
    assert [(one["revision"], one["reason"], one["changes"]) for one in revisions["items"]] == [
        (1, None, [])
    ]


async def test_a_task_by_hand_cannot_come_of_a_participant(review: Review) -> None:
    await review.secretary("甲", "finance")
    made = await review.opened()
    listed = await review.read("officer", f"duty-rounds/{made['id']}/participants")
    origin = {"type": "duty_participant", "id": listed["items"][0]["id"]}
    answer = await review.send(
        "officer", "POST", "tasks",
        json={"organisation_id": str(review.id_of("finance")), "title": "述职",
              "due_on": "2030-01-01", "origin": origin},
    )  # fmt: skip
    assert faults(answer) == [("/origin/type", "not_by_hand")]


async def test_while_reports_are_written_the_last_day_is_put_off_with_its_tasks(
    review: Review,
) -> None:
    await review.secretary("甲", "finance")
    made = await review.opened()
    path = f"duty-rounds/{made['id']}"
    earlier = await review.change("officer", path, made["version"], report_due_on="2029-01-01")
    assert faults(earlier) == [("/report_due_on", "not_later")]
    later = await review.change(
        "officer", path, made["version"], report_due_on="2030-02-01", meeting_on="2030-03-01"
    )
    assert later.status_code == 200, later.text
    tasks = await review.read("secretary", "tasks")
    assert [(one["due_on"], one["original_due_on"]) for one in tasks["items"]] == [
        ("2030-02-01", "2030-01-10")
    ]
    await review.moved("officer", made["id"], "start_appraisal")
    now = await review.read("officer", path)
    late = await review.change("officer", path, now["version"], report_due_on="2030-03-01")
    assert refusal(late) == (409, "invalid_state")
    met = await review.change("officer", path, now["version"], meeting_on="2030-03-02")
    assert met.json()["meeting_on"] == "2030-03-02"


async def test_the_life_of_a_round_notes_its_moments_and_revisions(review: Review) -> None:
    await review.secretary("甲", "finance")
    made = await review.opened()
    for action in ("start_appraisal", "calculate", "calculate", "publish", "archive"):
        if action == "publish":
            await review.decided(made["id"])
        made = await review.moved("officer", made["id"], action)
    assert (made["state"], made["revision"]) == ("archived", 1)
    assert all(made[f"{name}_at"] for name in ("opened", "appraised", "calculated", "published"))
    again = await review.moved("officer", made["id"], "reopen", reason="统计有误")
    assert (again["state"], again["revision"]) == ("appraising", 2)
    assert (again["calculated_at"], again["published_at"]) == (None, None)
    assert again["appraised_at"] > made["appraised_at"]
    told = await review.read("officer", f"duty-rounds/{made['id']}/history")
    assert [(one["action"], one["to_state"], one["reason"]) for one in told["items"]] == [
        ("duty_round.reopen", "appraising", "统计有误"),
        ("duty_round.archive", "archived", None),
        ("duty_round.publish", "published", None),
        ("duty_round.calculate", None, None),
        ("duty_round.calculate", "calculated", None),
        ("duty_round.start_appraisal", "appraising", None),
        ("duty_round.open", "reporting", None),
        ("duty_round.create", "draft", None),
    ]


async def test_a_copy_takes_what_was_settled_and_the_secretaries_of_its_own_day(
    review: Review,
) -> None:
    await review.secretary("甲", "finance", to_on=date(2026, 6, 1))
    sections = [{"key": "only", "title": "述职"}]
    made = await review.opened(report_sections=sections)
    await review.secretary("乙", "police", from_on=date(2026, 7, 1))
    body = {"year": 2026, "title": "2026年度", "as_of": "2026-12-01", "report_due_on": "2031-01-10"}
    copied = await review.made("officer", f"duty-rounds/{made['id']}/copy", **body)
    kept = ("direction", "report_sections", "scheme", "organisation_id")
    assert {name: copied[name] for name in kept} == {name: made[name] for name in kept}
    assert {name: copied[name] for name in body} == body
    assert (copied["state"], copied["copied_from_id"]) == ("draft", made["id"])
    assert await review.listed("officer", copied["id"]) == ["乙"]
    again = await review.send(
        "officer", "POST", f"duty-rounds/{copied['id']}/copy", json={**body, "year": 2027}
    )
    assert refusal(again) == (409, "draft_not_copied")


async def test_reactions_take_part_in_an_act_and_can_refuse_it(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reactions, "_registered", {})
    seen: list[tuple[str, bool]] = []

    async def follow(_session: Any, _actor: Any, round_: DutyRound) -> None:
        seen.append((round_.state, round_.calculated_at is not None))

    async def refuse(_session: Any, _actor: Any, round_: DutyRound) -> None:
        raise NO_PARTICIPANTS(title=round_.title)

    for _ in range(2):
        reactions.when(DutyRoundAction.CALCULATE, follow)
    made = await review.round(S.APPRAISING)
    await review.moved("officer", made.id, "calculate")
    assert seen == [("calculated", True)]
    reactions.when(DutyRoundAction.PUBLISH, refuse)
    assert refusal(await review.act("officer", made.id, "publish")) == (409, "no_participants")
    assert (await review.read("officer", f"duty-rounds/{made.id}"))["state"] == "calculated"


async def test_rounds_are_listed_by_year_and_narrowed(review: Review) -> None:
    for year, at, state in ((2023, "finance", S.ARCHIVED), (2025, "root", S.DRAFT),
                            (2024, "root", S.REPORTING)):  # fmt: skip
        await review.round(state, at, year=year, title=f"{year}年")
    shown = [
        [one["year"] for one in (await review.read("officer", "duty-rounds", **asked))["items"]]
        for asked in (
            {}, {"sort": "year"}, {"state": "reporting"}, {"year": 2023}, {"q": "2024"},
            {"direction": "downward"}, {"organisation_id": str(review.id_of("finance"))},
            {"limit": 1},
        )
    ]  # fmt: skip
    assert shown == [
        [2025, 2024, 2023], [2023, 2024, 2025], [2024], [2023], [2024], [], [2023], [2025],
    ]  # fmt: skip
