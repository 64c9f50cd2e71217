"""Meetings, duty shifts, banquets and outings are no volunteer service."""

import pytest

from factories.activities import Planning, days, refusal, shift

SEEDED = ["会议", "开会", "例会", "学习会", "值班", "聚餐", "宴请", "团建", "旅游", "联欢"]


async def test_the_words_are_there_from_the_start(plan: Planning) -> None:
    assert [one["word"] for one in await plan.items("clerk", "excluded-words")] == SEEDED


@pytest.mark.parametrize(
    "title", ["部门会议", "会 议 服务", "会　议", "机关团建活动", "会\u200b议"]
)
async def test_a_title_with_an_excluded_word_is_refused_and_told_which(
    plan: Planning, title: str
) -> None:
    body = {
        "organisation_id": str(plan.world["finance"].id), "title": title, "place": "社区",
        "shifts": [shift()],
    }  # fmt: skip
    answer = await plan.post("clerk", "activities", **body)
    assert refusal(answer) == (409, "not_service")
    word = "团建" if "团建" in title else "会议"
    assert f"“{word}”" in answer.json()["detail"]


async def test_words_are_compared_without_width_case_and_blanks(plan: Planning) -> None:
    answer = await plan.post("officer", "excluded-words", word="Happy Hour")
    assert (answer.status_code, answer.json()["word"]) == (201, "Happy Hour")
    body = {
        "organisation_id": str(plan.world["finance"].id), "title": "ＨＡＰＰＹhour",
        "place": "社区",
        "shifts": [shift()],
    }  # fmt: skip
    assert refusal(await plan.post("clerk", "activities", **body)) == (409, "not_service")
    twice = await plan.post("officer", "excluded-words", word="HAPPY hour")
    assert refusal(twice) == (409, "word_known")
    gone = await plan.send("officer", "DELETE", f"excluded-words/{answer.json()['id']}")
    assert gone.status_code == 204
    assert (await plan.post("clerk", "activities", **body)).status_code == 201
    again = await plan.send("officer", "DELETE", f"excluded-words/{answer.json()['id']}")
    assert refusal(again) == (404, "not_found")


async def test_only_the_office_at_the_root_changes_the_words(plan: Planning) -> None:
    for who in ("secretary", "leader", "system_admin"):
        answer = await plan.post(who, "excluded-words", word="茶话会")
        assert refusal(answer) == (403, "not_allowed")
    blank = await plan.post("officer", "excluded-words", word="\u200b")
    assert refusal(blank) == (422, "malformed")


async def test_a_change_of_title_and_a_publication_are_judged_too(plan: Planning) -> None:
    draft = await plan.planned(title="茶话会志愿服务")
    await plan.made("officer", "excluded-words", word="茶话会")
    path = f"activities/{draft['id']}"
    assert refusal(await plan.act("secretary", path, "publish")) == (409, "not_service")
    renamed = await plan.patch("secretary", path, draft, title="单位聚餐")
    assert refusal(renamed) == (409, "not_service")
    copied = await plan.post("secretary", f"{path}/copies", on=str(days(9)))
    assert refusal(copied) == (409, "not_service")
    await plan.changed("secretary", path, draft, title="敬老服务")
    assert (await plan.moved("secretary", path, "publish"))["state"] == "published"
