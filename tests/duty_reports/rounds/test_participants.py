"""Who is on the list of a round, and who is left out and why."""

from datetime import date

from sqlmodel import col, select

from duty_reports.review import Review, faults, refusal
from duty_reports.rounds.lists import rows, secretaries
from factories.lives import link
from factories.world import commit_unrecorded
from gongwei.access.edges import OrganisationEdge
from gongwei.access.models import Organisation
from gongwei.secretaries.models import Post


async def test_upward_are_the_children_and_downward_every_branch_below(review: Review) -> None:
    await secretaries(review)
    upward = await review.prepared()
    assert await review.listed("officer", upward["id"]) == ["finance", "police", "archive"]
    downward = await review.prepared(direction="downward")
    assert await review.listed("officer", downward["id"]) == [
        "finance_office", "finance_units", "police_office", "archive",
    ]  # fmt: skip
    own = await review.prepared("secretary", "finance")
    assert await review.listed("secretary", own["id"]) == ["finance_office", "finance_units"]


async def test_the_day_decides_who_was_in_office_and_what_stood_below(review: Review) -> None:
    await review.secretary("旧任", "finance", to_on=date(2025, 6, 1))
    await review.secretary("新任", "finance", from_on=date(2025, 6, 1))
    await review.secretary("副书记", "police", post=Post.DEPUTY_SECRETARY)
    await review.secretary("档案", "archive")
    async with review.database.transaction("*") as session:
        edge = (
            await session.exec(
                select(OrganisationEdge).where(
                    col(OrganisationEdge.organisation_id) == review.id_of("archive")
                )
            )
        ).one()
        edge.valid_from = date(2025, 9, 1)
        await commit_unrecorded(session)
    listed = [
        await review.listed("officer", (await review.prepared(as_of=day))["id"])
        for day in ("2025-05-31", "2025-06-01", "2025-09-01")
    ]
    assert listed == [["旧任"], ["新任"], ["新任", "档案"]]


async def test_another_day_or_direction_derives_the_list_anew(review: Review) -> None:
    await secretaries(review)
    made = await review.prepared()
    path = f"duty-rounds/{made['id']}"
    changed = await review.change("officer", path, made["version"], direction="downward")
    assert changed.json()["counts"]["participants"] == 4
    assert set(await review.listed("officer", made["id"])) == {
        "archive", "finance_office", "finance_units", "police_office",
    }  # fmt: skip


async def test_a_draft_is_refreshed_without_losing_its_exceptions(review: Review) -> None:
    leaving = await review.secretary("旧任", "finance")
    await review.secretary("警", "police")
    await review.secretary("科", "finance_office")
    made = await review.prepared()
    await review.made(
        "officer", f"duty-rounds/{made['id']}/participants",
        organisation_id=str(review.id_of("finance_office")), reason="单独设立",
    )  # fmt: skip
    police = (await rows(review, made["id"]))["警"]
    left = await review.change(
        "officer", f"duty-participants/{police['id']}", police["version"],
        included=False, exception_reason="在外培训",
    )  # fmt: skip
    assert left.status_code == 200, left.text
    async with review.database.transaction("*") as session:
        held = await session.get_one(type(leaving), leaving.id)
        held.to_on = date(2025, 6, 1)
        await commit_unrecorded(session)
    await review.secretary("新任", "finance", from_on=date(2025, 6, 1))
    await review.secretary("档案", "archive")
    path = f"duty-rounds/{made['id']}/participants/refresh"
    answer = await review.send("officer", "POST", path)
    assert answer.json() == {"added": 1, "removed": 0, "replaced": 1, "total": 4}
    found = await rows(review, made["id"])
    assert [(name, one["included"], one["exception_reason"]) for name, one in found.items()] == [
        ("新任", True, None), ("警", False, "在外培训"), ("科", True, "单独设立"),
        ("档案", True, None),
    ]  # fmt: skip
    again = await review.send("officer", "POST", path)
    assert again.json() == {"added": 0, "removed": 0, "replaced": 0, "total": 4}


async def test_who_is_left_out_has_a_reason_and_who_returns_by_the_tree_needs_none(
    review: Review,
) -> None:
    await review.secretary("甲", "finance")
    made = await review.prepared()
    one = (await rows(review, made["id"]))["甲"]
    path = f"duty-participants/{one['id']}"
    bare = await review.change("officer", path, one["version"], included=False)
    assert faults(bare) == [("/exception_reason", "missing")]
    left = await review.change(
        "officer", path, one["version"], included=False, exception_reason="病假"
    )
    assert (left.json()["included"], left.json()["exception_reason"]) == (False, "病假")
    counts = (await review.read("officer", f"duty-rounds/{made['id']}"))["counts"]
    assert (counts["participants"], counts["left_out"]) == (0, 1)
    stale = await review.change("officer", path, one["version"], included=True)
    assert refusal(stale) == (412, "stale")
    back = await review.change("officer", path, left.json()["version"], included=True)
    assert (back.json()["included"], back.json()["exception_reason"]) == (True, None)


async def test_an_organisation_is_added_with_the_reason(review: Review) -> None:
    await review.secretary("前任", "finance_office", to_on=date(2024, 1, 1))
    made = await review.prepared()
    path = f"duty-rounds/{made['id']}/participants"
    body = {"organisation_id": str(review.id_of("finance_office")), "reason": "任期内离任"}
    added = await review.made("officer", path, **body)
    shown = ("name", "in_office", "included", "exception_reason", "position")
    assert [added[name] for name in shown] == ["前任", False, True, "任期内离任", 1]
    refused = [
        refusal(await review.send("officer", "POST", path, json={**body, **other}))
        for other in (
            {}, {"organisation_id": str(review.id_of("root"))},
            {"organisation_id": str(review.id_of("police"))},
        )
    ]  # fmt: skip
    assert refused == [
        (409, "already_takes_part"), (409, "not_below_the_round"), (409, "no_secretary"),
    ]  # fmt: skip
    emptied = await review.change(
        "officer", f"duty-participants/{added['id']}", added["version"], exception_reason=None
    )
    assert faults(emptied) == [("/exception_reason", "missing")]


async def test_only_what_stands_below_the_rounds_own_organisation_is_added(review: Review) -> None:
    await secretaries(review)
    made = await review.prepared("officer", "finance")
    path = f"duty-rounds/{made['id']}/participants"
    body = {"organisation_id": str(review.id_of("police")), "reason": "一并述职"}
    assert refusal(await review.send("officer", "POST", path, json=body)) == (
        409, "not_below_the_round",
    )  # fmt: skip


async def test_tasks_come_and_go_with_the_list_of_an_open_round(review: Review) -> None:
    await secretaries(review)
    made = await review.opened()

    async def tasks(at: str) -> list[str]:
        found = await review.read("officer", "tasks", organisation_id=str(review.id_of(at)))
        return [one["state"] for one in found["items"]]

    await review.made(
        "officer", f"duty-rounds/{made['id']}/participants",
        organisation_id=str(review.id_of("finance_office")), reason="单独设立",
    )  # fmt: skip
    assert await tasks("finance_office") == ["open"]
    one = (await rows(review, made["id"]))["police"]
    path = f"duty-participants/{one['id']}"
    left = await review.change(
        "officer", path, one["version"], included=False, exception_reason="免职"
    )
    assert await tasks("police") == ["cancelled"]
    await review.change("officer", path, left.json()["version"], included=True)
    assert sorted(await tasks("police")) == ["cancelled", "open"]


async def test_the_task_goes_to_the_secretarys_own_account(review: Review) -> None:
    held = await review.secretary("甲", "finance")
    await link(review.database, review.world, "secretary", held)
    await review.opened()
    tasks = await review.read("secretary", "tasks", mine="owed")
    assert [one["responsible_user_id"] for one in tasks["items"]] == [
        str(review.world.users["secretary"].id)
    ]


async def test_the_list_is_searched_and_paged(review: Review) -> None:
    await secretaries(review)
    made = await review.prepared()
    searched = [
        await review.listed("officer", made["id"], **asked)
        for asked in ({"q": "police"}, {"q": "财政局"}, {"q": "无此人"}, {"included": "false"})
    ]
    assert searched == [["police"], ["finance"], [], []]
    path = f"duty-rounds/{made['id']}/participants"
    first = await review.read("officer", path, limit=2, include_total="true")
    assert (len(first["items"]), first["total"]) == (2, 3)
    rest = await review.read("officer", path, limit=2, cursor=first["next_cursor"])
    assert [one["name"] for one in rest["items"]] == ["archive"]


async def test_who_has_left_the_subtree_since_stays_on_the_list_without_a_task(
    review: Review,
) -> None:
    """The office moves from finance to police after finance has put it on its list."""
    await review.secretary("科", "finance_office")
    made = await review.prepared("secretary", "finance")
    await _move(review, "finance_office", under="police")
    await review.secretary("属", "finance_units")
    opened = await review.moved("secretary", made["id"], "open")
    assert opened["state"] == "reporting"
    found = await rows(review, made["id"], "secretary")
    assert list(found) == ["科"]
    left = await review.change(
        "secretary", f"duty-participants/{found['科']['id']}", found["科"]["version"],
        included=False, exception_reason="已转出",
    )  # fmt: skip
    assert left.status_code == 200, left.text
    tasks = await review.read("officer", "tasks", origin_type="duty_participant")
    assert tasks["items"] == []


async def _move(review: Review, at: str, *, under: str) -> None:
    above = review.world[under]
    async with review.database.transaction("*") as session:
        moved = await session.get_one(Organisation, review.id_of(at))
        moved.parent_id, moved.path = above.id, f"{above.path}00000z"
        await commit_unrecorded(session)
