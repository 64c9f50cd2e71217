"""What those below a round's organisation, and those beside it, know of it."""

from duty_reports.review import Review, refusal
from gongwei.duty_reports.rounds.models import DutyRoundState


async def opened(review: Review) -> str:
    """A round of the root with finance and police; the archive is left out."""
    for at in ("finance", "police", "archive"):
        await review.secretary(at, at)
    made = await review.prepared()
    listed = await review.read("officer", f"duty-rounds/{made['id']}/participants")
    last = listed["items"][2]
    left = await review.change(
        "officer", f"duty-participants/{last['id']}", last["version"],
        included=False, exception_reason="新任不足半年",
    )  # fmt: skip
    assert left.status_code == 200, left.text
    round_id: str = made["id"]
    await review.moved("officer", round_id, "open")
    return round_id


async def test_a_secretary_below_sees_the_round_and_its_own_name_alone(review: Review) -> None:
    round_id = await opened(review)
    for who in ("secretary", "clerk", "department_leader"):
        shown = await review.read(who, f"duty-rounds/{round_id}")
        assert shown["organisation_name"] == review.world["root"].name
        assert (shown["title"], shown["report_due_on"]) == ("2025年度述职评议", "2030-01-10")
        assert len(shown["report_sections"]) == 4
        assert shown["allowed_actions"] == []
        assert shown["counts"] == {
            "participants": 1, "left_out": 0, "not_started": 1, "draft": 0, "submitted": 0,
            "returned": 0, "accepted": 0, "presented": 0, "late": 0,
        }  # fmt: skip
        assert await review.listed(who, round_id) == ["finance"]
        listed = await review.read(who, "duty-rounds")
        assert [one["id"] for one in listed["items"]] == [round_id]


async def test_those_below_read_and_change_nothing_of_others(review: Review) -> None:
    round_id = await opened(review)
    found = await review.read("officer", f"duty-rounds/{round_id}/participants")
    own, other = found["items"][0], found["items"][1]
    assert (await review.read("secretary", f"duty-participants/{own['id']}"))["name"] == "finance"
    theirs = await review.send("secretary", "GET", f"duty-participants/{other['id']}")
    assert refusal(theirs) == (404, "not_found")
    version = (await review.read("secretary", f"duty-rounds/{round_id}"))["version"]
    body = {"year": 2026, "title": "抄", "as_of": "2026-12-01", "report_due_on": "2031-01-01"}
    refused = [
        await review.change("secretary", f"duty-rounds/{round_id}", version, title="改名"),
        await review.send("secretary", "DELETE", f"duty-rounds/{round_id}"),
        await review.send("secretary", "GET", f"duty-rounds/{round_id}/history"),
        await review.send("secretary", "POST", f"duty-rounds/{round_id}/copy", json=body),
        await review.change(
            "secretary", f"duty-participants/{own['id']}", own["version"], position=2
        ),
        await review.send(
            "secretary", "PUT", f"duty-rounds/{round_id}/participants/order", json={"ids": []}
        ),
        await review.send("secretary", "POST", f"duty-rounds/{round_id}/participants/refresh"),
    ]
    assert [refusal(one) for one in refused] == [(403, "not_allowed")] * len(refused)


async def test_a_draft_and_a_round_without_oneself_are_not_known(review: Review) -> None:
    await review.secretary("甲", "police")
    draft = await review.round(DutyRoundState.DRAFT)
    other = await review.opened()
    for round_id in (draft.id, other["id"]):
        answer = await review.send("secretary", "GET", f"duty-rounds/{round_id}")
        assert refusal(answer) == (404, "not_found")
    assert (await review.read("secretary", "duty-rounds"))["items"] == []
    assert len((await review.read("neighbour", "duty-rounds"))["items"]) == 1


async def test_a_neighbour_sees_nothing_of_a_departments_own_round(review: Review) -> None:
    held = await review.secretary("科", "finance_office")
    made = await review.round(DutyRoundState.REPORTING, "finance")
    joined = await review.joined(made, held)
    assert (await review.read("neighbour", "duty-rounds"))["items"] == []
    for path in (
        f"duty-rounds/{made.id}", f"duty-rounds/{made.id}/participants",
        f"duty-rounds/{made.id}/history", f"duty-rounds/{made.id}/scheme-revisions",
        f"duty-participants/{joined.id}",
    ):  # fmt: skip
        assert refusal(await review.send("neighbour", "GET", path)) == (404, "not_found")
    create = await review.send("neighbour", "POST", "duty-rounds", json=review.round_in("finance"))
    assert refusal(create) == (404, "not_found")
