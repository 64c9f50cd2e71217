"""Lists by name: in the order of pinyin, which follows a name that is corrected, and tells nobody
a name that the list does not show.
"""

import base64
import json
from typing import Any

import pytest

from gongwei.access.models import Person
from gongwei.core.db import WHOLE_TREE
from secretaries.secretariat import Secretariat

LISTS = ("secretaries", "nominations")


async def two(desk: Secretariat) -> None:
    """李四 and 王五, each in office and nominated for another post."""
    for order, (name, at) in enumerate((("王五", "finance"), ("李四", "police")), start=1):
        person_id = await desk.person(name, order, "finance_office")
        await desk.appointment(person_id, at)
        await desk.nomination(person_id, at)


async def renamed(desk: Secretariat, name: str, to: str) -> None:
    (member,) = (await desk.read("officer", "members", q=name))["items"]
    answer = await desk.send(
        "officer", "PATCH", f"members/{member['id']}", json={"name": to},
        headers={"If-Match": f'"{member["version"]}"'},
    )  # fmt: skip
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("path", LISTS)
async def test_a_list_by_name_follows_a_name_that_is_corrected(
    desk: Secretariat, path: str
) -> None:
    await two(desk)
    assert await desk.names("officer", path, sort="name") == ["李四", "王五"]
    assert await desk.names("officer", path, sort="-name") == ["王五", "李四"]
    await renamed(desk, "李四", "赵六")
    assert await desk.names("officer", path, sort="name") == ["王五", "赵六"]


@pytest.mark.parametrize("path", LISTS)
async def test_a_correction_of_the_name_is_no_change_of_the_record(
    desk: Secretariat, path: str
) -> None:
    await two(desk)
    before = (await desk.read("officer", path, q="李四"))["items"][0]
    await renamed(desk, "李四", "赵六")
    after = (await desk.read("officer", path, q="赵六"))["items"][0]
    assert {**after, "name": "李四"} == before
    history = await desk.read("officer", f"{path}/{before['id']}/history")
    assert history["items"] == []


@pytest.mark.parametrize("path", LISTS)
async def test_a_cursor_tells_no_name_that_the_list_does_not_show(
    desk: Secretariat, path: str
) -> None:
    person_id = await desk.person("李四", 1, "police_office")
    shown = await desk.person("王五", 3, "finance_office")
    for whom in (person_id, shown):
        await desk.appointment(whom, post="deputy_secretary")
        await desk.nomination(whom)
    page = await desk.read("department_leader", path, sort="name", limit=1)
    assert [one["name"] for one in page["items"]] == ["—"]
    assert cursor_of(page)[2] == ""
    whole = await desk.read("officer", path, sort="name", limit=1)
    assert cursor_of(whole)[2] == "li si"
    rest = await desk.names("department_leader", path, sort="name", cursor=page["next_cursor"])
    assert rest == ["王五"]


def cursor_of(page: dict[str, Any]) -> list[Any]:
    text = page["next_cursor"]
    found: list[Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return found


async def test_entering_somebody_is_recorded_without_what_follows_from_the_name(
    desk: Secretariat,
) -> None:
    made = await desk.nominate(await desk.person("李四"))
    (told,) = (await desk.read("auditor", "audit-entries", action="nomination.create"))["items"]
    assert told["subject_id"] == made["id"]
    assert "name_pinyin" not in told["changes"]
    async with desk.database.transaction(WHOLE_TREE) as session:
        person = await session.get_one(Person, made["person_id"])
        assert person.name_pinyin == "li si"
