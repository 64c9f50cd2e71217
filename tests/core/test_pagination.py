"""Pages by key: nothing repeats or is missed while rows come in; made-up cursors are refused."""

import base64
import json
from typing import Any

import pytest
from httpx import AsyncClient, Response

from factories.world import World

TASKS = "/api/v1/tasks"
SOME_ID = "01890a5d-ac96-774b-bcce-b302099a8057"


@pytest.fixture
async def desk(client: AsyncClient, world: World) -> "Desk":
    return Desk(client, world)


class Desk:
    """An officer who gives tasks and reads them page by page."""

    def __init__(self, client: AsyncClient, world: World) -> None:
        self.client, self.world = client, world
        self.headers = world.headers("officer")

    async def give(self, *days: int, title: str | None = None) -> None:
        for day in days:
            body = {
                "organisation_id": str(self.world["finance"].id),
                "title": title or f"第 {day} 日", "due_on": f"2030-01-{day:02d}",
            }  # fmt: skip
            answer = await self.client.post(TASKS, json=body, headers=self.headers)
            assert answer.status_code == 201, answer.text

    async def page(self, path: str = TASKS, **asked: Any) -> Response:
        return await self.client.get(path, params=asked, headers=self.headers)

    async def days(self, **asked: Any) -> tuple[list[int], str | None]:
        body = (await self.page(**asked)).json()
        return [int(task["due_on"][-2:]) for task in body["items"]], body["next_cursor"]


def cursor(*parts: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("sort", "first", "second", "third"),
    [
        ("due_on", [10, 12], [13, 14, 16], [18, 19]),
        ("-due_on", [18, 16], [15, 14, 12], [10, 9]),
    ],
)
async def test_rows_that_come_in_between_neither_repeat_nor_hide_another(
    desk: Desk, sort: str, first: list[int], second: list[int], third: list[int]
) -> None:
    await desk.give(10, 12, 14, 16, 18)
    days, following = await desk.days(sort=sort, limit=2)
    assert days == first
    before, between, after = (9, 13, 19) if sort == "due_on" else (19, 15, 9)
    await desk.give(before, between, after)
    days, following = await desk.days(sort=sort, limit=3, cursor=following)
    assert days == second
    await desk.give(before)
    days, following = await desk.days(sort=sort, limit=9, cursor=following)
    assert (days, following) == (third, None)


async def test_rows_of_one_day_are_told_apart_by_their_key(desk: Desk) -> None:
    for number in range(7):
        await desk.give(5, title=f"任务{number}")
    seen: list[str] = []
    asked: dict[str, Any] = {"limit": 2}
    while True:
        body = (await desk.page(**asked)).json()
        seen += [task["title"] for task in body["items"]]
        if body["next_cursor"] is None:
            break
        asked["cursor"] = body["next_cursor"]
        await desk.give(5, title="后来的")
        if len(seen) > 30:
            break
    assert len(seen) == len({*seen} - {"后来的"}) + seen.count("后来的")
    assert [title for title in seen if title != "后来的"] == [f"任务{n}" for n in range(7)]


async def test_a_page_links_to_the_next_with_the_same_filters(desk: Desk) -> None:
    await desk.give(1, 2, 3)
    first = await desk.page(limit=2, q="日", state="open")
    following = first.json()["next_cursor"]
    target, _, relation = first.headers["link"].partition("; ")
    assert relation == 'rel="next"'
    assert target == f"<{TASKS}?limit=2&q=%E6%97%A5&state=open&cursor={following}>"
    second = await desk.client.get(target[1:-1], headers=desk.headers)
    assert [task["due_on"] for task in second.json()["items"]] == ["2030-01-03"]
    assert "link" not in second.headers


async def test_a_text_that_looks_like_a_next_page_links_nowhere(desk: Desk) -> None:
    await desk.give(1, title='","next_cursor":"abc","total":null}')
    answer = await desk.page()
    assert len(answer.json()["items"]) == 1
    assert "link" not in answer.headers


async def test_the_total_is_counted_when_it_is_asked_for(desk: Desk) -> None:
    await desk.give(1, 2, 3)
    assert (await desk.page(limit=2)).json()["total"] is None
    first = (await desk.page(limit=2, include_total=True)).json()
    assert first["total"] == 3
    rest = await desk.page(limit=2, include_total=True, cursor=first["next_cursor"])
    assert rest.json()["total"] == 3


@pytest.mark.parametrize(("limit", "status"), [(0, 422), (1, 200), (200, 200), (201, 422)])
async def test_a_page_holds_one_to_two_hundred(desk: Desk, limit: int, status: int) -> None:
    answer = await desk.page(limit=limit)
    assert answer.status_code == status
    if status == 422:
        assert [fault["pointer"] for fault in answer.json()["errors"]] == ["/limit"]


@pytest.mark.parametrize(
    "given",
    [
        "",
        "x",
        "!!!!",
        "中文",
        "A" * 1600,
        cursor(),
        cursor("due_on", False, "2030-01-01"),
        cursor("title", False, "a", SOME_ID),
        cursor("due_on", True, "2030-01-01", SOME_ID),
        cursor("due_on", False, "2030-13-01", SOME_ID),
        cursor("due_on", False, 5, SOME_ID),
        cursor("due_on", False, None, SOME_ID),
        cursor("due_on", False, "2030-01-01", 5),
        cursor("due_on", False, "2030-01-01", "none"),
        cursor("due_on", False, ["2030-01-01"], {"a": 1}),
    ],
)
async def test_a_made_up_cursor_is_refused(desk: Desk, given: str) -> None:
    answer = await desk.page(cursor=given)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_cursor")


@pytest.mark.parametrize(
    ("path", "sort", "value"),
    [
        ("/api/v1/tasks", "title", "a\x00b"),
        ("/api/v1/tasks", "title", "\ud800"),
        ("/api/v1/tasks", "title", True),
        ("/api/v1/tasks", "created_at", "0001-01-01T00:00:00+14:00"),
        ("/api/v1/tasks", "created_at", "9999-12-31T23:59:59-14:00"),
        ("/api/v1/tasks", "created_at", 1.5),
        ("/api/v1/organisations", "position", 2**40),
        ("/api/v1/organisations", "position", -(2**70)),
        ("/api/v1/organisations", "position", "1"),
    ],
)
async def test_a_cursor_of_the_wrong_kind_or_range_is_refused(
    desk: Desk, path: str, sort: str, value: Any
) -> None:
    answer = await desk.page(path, sort=sort, cursor=cursor(sort, False, value, SOME_ID))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_cursor")


async def test_a_cursor_longer_than_any_is_refused_as_a_filter(desk: Desk) -> None:
    answer = await desk.page(cursor="A" * 1601)
    assert [fault["pointer"] for fault in answer.json()["errors"]] == ["/cursor"]


@pytest.mark.parametrize("title", ["题\u3000目\u00a0\u200b\ue000", "𠮷" * 200, '"\\' * 100])
async def test_whatever_a_list_is_sorted_by_its_cursor_leads_on(desk: Desk, title: str) -> None:
    await desk.give(1, 2, title=title)
    first = (await desk.page(sort="title", limit=1)).json()
    second = await desk.page(sort="title", limit=1, cursor=first["next_cursor"])
    assert second.status_code == 200, second.text
    assert [first["items"][0]["due_on"], second.json()["items"][0]["due_on"]] == [
        "2030-01-01",
        "2030-01-02",
    ]


async def test_an_unknown_sort_is_refused_and_names_the_known(desk: Desk) -> None:
    answer = await desk.page(sort="secret")
    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["pointer"], fault["code"]) == (422, "/sort", "unknown_sort")
