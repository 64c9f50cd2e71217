"""Preparing, reading and opening a round."""

from duty_reports.review import SCHEME, Review, refusal


async def test_a_round_begins_with_the_secretaries_of_its_day(review: Review) -> None:
    for name, at in (("乙", "police"), ("甲", "finance"), ("丙", "finance_office")):
        await review.secretary(name, at)
    made = await review.prepared()
    assert (made["state"], made["allowed_actions"]) == ("draft", ["open"])
    assert await review.listed("officer", made["id"]) == ["甲", "乙"]
    assert made["counts"]["participants"] == 2
    assert made["counts"]["not_started"] == 2


async def test_opening_freezes_the_scheme_and_gives_each_organisation_its_task(
    review: Review,
) -> None:
    await review.secretary("甲", "finance")
    made = await review.opened()
    assert (made["state"], made["scheme_revision"]) == ("reporting", 1)
    tasks = await review.read("secretary", "tasks")
    assert [(one["title"], one["due_on"], one["origin"]["type"]) for one in tasks["items"]] == [
        ("提交述职报告：2025年度述职评议", "2030-01-10", "duty_participant")
    ]
    patched = await review.change(
        "officer", f"duty-rounds/{made['id']}", made["version"], scheme=SCHEME
    )
    assert refusal(patched) == (409, "invalid_state")
