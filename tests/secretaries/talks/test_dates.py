"""A talk that is still to be held and its task are due on the same day, whichever is moved."""

from datetime import date

import pytest
from httpx import Response

from gongwei.core.days import day_in_chinese
from secretaries.secretariat import Body, Secretariat, days, faults
from secretaries.talks.said import ISSUES, in_office, moved, rectifying, scheduled

WITHIN = 30


async def appointed(desk: Secretariat, ago: int = 5) -> tuple[Body, Body]:
    """The appointment talk of somebody who took office so many days ago, and its task."""
    person_id = await desk.person("李四")
    await desk.made(
        "officer", "secretaries", organisation_id=str(desk.world["finance"].id),
        person_id=str(person_id), post="secretary", from_on=str(days(-ago)), late_reason="补录",
    )  # fmt: skip
    (talk,) = (await desk.read("officer", "talks"))["items"]
    (task,) = talk["tasks"]
    assert talk["due_on"] == task["due_on"] == str(days(WITHIN - ago))
    return talk, task


async def moved_to(desk: Secretariat, talk: Body, on: date, version: int = 1) -> Response:
    return await desk.send(
        "officer", "PATCH", f"talks/{talk['id']}", json={"due_on": str(on)},
        headers={"If-Match": f'"{version}"'},
    )  # fmt: skip


async def dates(desk: Secretariat, talk: Body, task: Body) -> tuple[str, str, str]:
    """When the talk is due, and its task, now and at first."""
    told = await desk.read("officer", f"tasks/{task['id']}")
    due = (await desk.read("officer", f"talks/{talk['id']}"))["due_on"]
    return due, told["due_on"], told["original_due_on"]


async def test_the_task_follows_a_talk_that_is_put_off(desk: Secretariat) -> None:
    talk, task = await appointed(desk)
    first, later = str(days(25)), str(days(40))
    assert (await moved_to(desk, talk, days(40))).status_code == 200
    assert await dates(desk, talk, task) == (later, later, first)
    told = (await desk.read("officer", f"tasks/{task['id']}/history"))["items"][0]
    assert (told["action"], told["reason"]) == ("task.extend", "随谈话改期 Moved with its talk")


async def test_the_task_follows_a_talk_that_is_brought_forward_again(desk: Secretariat) -> None:
    talk, task = await appointed(desk)
    await moved_to(desk, talk, days(40))
    assert (await moved_to(desk, talk, days(30), 2)).status_code == 200
    assert await dates(desk, talk, task) == (str(days(30)), str(days(30)), str(days(25)))
    told = (await desk.read("officer", f"tasks/{task['id']}/history"))["items"][0]
    assert told["action"] == "task.change"


async def test_a_talk_is_not_due_before_the_day_that_its_task_was_given_for(
    desk: Secretariat,
) -> None:
    talk, task = await appointed(desk)
    answer = await moved_to(desk, talk, days(24))
    assert faults(answer) == [("/due_on", "before_first_date")]
    assert answer.json()["errors"][0]["message"] == (
        f"不能早于任务的原定期限（{day_in_chinese(days(25))}）；提前谈话的，谈完直接登记即可"
    )
    assert await dates(desk, talk, task) == (str(days(25)),) * 3


async def test_the_talk_follows_its_task_that_is_extended(desk: Secretariat) -> None:
    talk, task = await appointed(desk)
    answer = await desk.act(
        "officer", f"tasks/{task['id']}", "extend", due_on=str(days(50)), reason="出差在外"
    )
    assert answer.status_code == 200
    assert await dates(desk, talk, task) == (str(days(50)), str(days(50)), str(days(25)))
    told = (await desk.read("officer", f"talks/{talk['id']}/history"))["items"][0]
    assert (told["action"], told["reason"]) == ("talk.change", "出差在外")


async def test_what_is_left_as_it_was_moves_no_task(desk: Secretariat) -> None:
    talk, task = await appointed(desk)
    answer = await desk.send(
        "officer", "PATCH", f"talks/{talk['id']}",
        json={"due_on": talk["due_on"], "place": "三楼会议室"}, headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert answer.status_code == 200
    lines = (await desk.read("officer", f"tasks/{task['id']}/history"))["items"]
    assert [one["action"] for one in lines] == ["task.create"]


async def test_a_talk_without_a_task_is_moved_either_way(desk: Secretariat) -> None:
    talk = await scheduled(desk, "reminder", await in_office(desk), issues=ISSUES)
    for version, on in ((1, days(40)), (2, days(2))):
        assert (await moved_to(desk, talk, on, version)).json()["due_on"] == str(on)


async def test_extending_a_rectification_leaves_the_talk_as_it_is(desk: Secretariat) -> None:
    talk = await rectifying(desk)
    task = talk["tasks"][0]
    answer = await desk.act(
        "officer", f"tasks/{task['id']}", "extend", due_on=str(days(60)), reason="工程未完"
    )
    assert answer.status_code == 200
    after = await desk.read("officer", f"talks/{talk['id']}")
    assert (after["due_on"], after["deadline"]) == (talk["due_on"], str(days(30)))


@pytest.mark.parametrize("on", [-3, 0])
async def test_the_task_of_a_talk_that_was_held_keeps_its_date(desk: Secretariat, on: int) -> None:
    talk, task = await appointed(desk)
    await moved(desk, "officer", talk, "hold", held_on=str(days(on)))
    assert await dates(desk, talk, task) == (str(days(25)),) * 3
