"""The order of the meeting: derived, set, closed."""

from datetime import date

from duty_reports.review import Review, faults, refusal
from duty_reports.rounds.lists import rows, secretaries
from gongwei.access.edges import EdgeKind, OrganisationEdge
from gongwei.access.models import Organisation, OrganisationKind
from gongwei.core.pinyin import pinyin_key
from gongwei.organisations.naming import search_text


async def test_the_order_is_set_as_a_whole_and_by_one(review: Review) -> None:
    await secretaries(review)
    made = await review.prepared()
    path = f"duty-rounds/{made['id']}/participants/order"
    found = await rows(review, made["id"])
    ids = [found[name]["id"] for name in ("archive", "police")]
    answer = await review.send("officer", "PUT", path, json={"ids": ids})
    assert [one["name"] for one in answer.json()["items"]] == ["archive", "police", "finance"]
    assert [one["position"] for one in answer.json()["items"]] == [1, 2, 3]
    for wrong in ([ids[0], ids[0]], [made["id"]]):
        refused = await review.send("officer", "PUT", path, json={"ids": wrong})
        assert faults(refused) == [("/ids", "unknown_participant")]
    last = (await rows(review, made["id"]))["finance"]
    await review.change("officer", f"duty-participants/{last['id']}", last["version"], position=1)
    assert await review.listed("officer", made["id"]) == ["finance", "archive", "police"]


async def test_the_list_closes_with_the_appraisal_and_its_order_with_the_result(
    review: Review,
) -> None:
    await secretaries(review)
    made = await review.opened()
    refresh = f"duty-rounds/{made['id']}/participants/refresh"
    assert refusal(await review.send("officer", "POST", refresh)) == (409, "invalid_state")
    await review.moved("officer", made["id"], "start_appraisal")
    one = (await rows(review, made["id"]))["police"]
    path = f"duty-participants/{one['id']}"
    left = await review.change(
        "officer", path, one["version"], included=False, exception_reason="免职"
    )
    assert refusal(left) == (409, "participants_closed")
    body = {"organisation_id": str(review.id_of("finance_office")), "reason": "补列"}
    joining = f"duty-rounds/{made['id']}/participants"
    assert refusal(await review.send("officer", "POST", joining, json=body)) == (
        409, "participants_closed",
    )  # fmt: skip
    moved = await review.change("officer", path, one["version"], position=1)
    assert moved.json()["position"] == 1
    await review.moved("officer", made["id"], "calculate")
    late = await review.change("officer", path, moved.json()["version"], position=2)
    assert refusal(late) == (409, "invalid_state")


async def test_a_list_of_many_is_derived_in_the_committees_order(review: Review) -> None:
    await _branches(review, 60)
    made = await review.prepared(direction="downward")
    names = await review.listed("officer", made["id"], limit=200)
    assert names == [f"书记{number:02d}" for number in range(60)]


async def _branches(review: Review, number: int) -> None:
    root = review.world["root"]
    for order in range(number):
        name = f"第{order:02d}支部"
        place = Organisation(
            kind=OrganisationKind.BRANCH, code=f"9{order:03d}", name=name, short_name=name,
            name_pinyin=pinyin_key(name), search_text=search_text(name, name, name),
            position=100 + order, parent_id=root.id, path=f"{root.path}00x{order:03d}", depth=1,
            founded_on=date(2000, 1, 1),
        )  # fmt: skip
        edge = OrganisationEdge(
            kind=EdgeKind.LEADERSHIP,
            organisation_id=place.id,
            parent_id=root.id,
            valid_from=date(2000, 1, 1),
        )
        await review.stored(place, edge)
        review.world.organisations[f"branch_{order}"] = place
        await review.secretary(f"书记{order:02d}", f"branch_{order}")
