"""A task given by hand names a record that there is, that the caller knows, and that has such
tasks.
"""

from uuid import uuid4

import pytest
from httpx import AsyncClient, Response

from factories.lives import enter_secretary
from factories.world import World
from gongwei.access.permissions import Permission
from gongwei.core.db import Database
from gongwei.secretaries.models import Appointment
from gongwei.tasks.origins import Origin, register_origin
from tasks.acts import DUE, TASKS, give


async def refused(
    client: AsyncClient, world: World, origin: dict[str, str], who: str = "officer",
    language: str = "zh",
) -> Response:  # fmt: skip
    body = {"organisation_id": str(world["finance"].id), "title": "补齐会议记录"}
    headers = {**world.headers(who), "Accept-Language": language}
    given = {**body, "due_on": str(DUE), "origin": origin}
    answer = await client.post(TASKS, json=given, headers=headers)
    assert answer.status_code == 422
    return answer


async def test_a_task_comes_of_a_record_that_the_giver_knows(
    client: AsyncClient, database: Database, world: World
) -> None:
    held = await enter_secretary(database, world)
    for origin in (
        {"type": "appointment", "id": str(held.id)},
        {"type": "organisation", "id": str(world["police"].id)},
    ):
        assert (await give(client, world, origin=origin))["origin"] == origin


@pytest.mark.parametrize("kind", ["appointment", "nomination", "inspection", "organisation"])
async def test_a_record_that_does_not_exist_is_refused(
    client: AsyncClient, world: World, kind: str
) -> None:
    (fault,) = (await refused(client, world, {"type": kind, "id": str(uuid4())})).json()["errors"]
    assert (fault["pointer"], fault["code"]) == ("/origin/id", "unknown_origin")


async def test_a_record_outside_the_subtree_is_refused_like_one_that_does_not_exist(
    client: AsyncClient, database: Database, world: World
) -> None:
    held = await enter_secretary(database, world, at="police")
    for there, where in (("appointment", held.id), ("organisation", world["police"].id)):
        origin = {"type": there, "id": str(where)}
        (fault,) = (await refused(client, world, origin, "secretary")).json()["errors"]
        assert (fault["pointer"], fault["code"]) == ("/origin/id", "unknown_origin")


@pytest.mark.parametrize(
    ("kind", "language", "said"),
    [
        (
            "duty_report", "zh",
            "手工交办的任务只能来自党组织、任职、提名、考察；其他任务请不填来源",
        ),
        (
            "duty_report", "en",
            ("A task given by hand comes of: organisation, appointment, nomination, inspection. "
             "Leave the origin out for others"),
        ),
        (
            "talk", "zh",
            "谈话的任务随谈话产生：请在谈话页面登记问题并“启动整改”，系统会逐项生成任务",
        ),
        (
            "talk", "en",
            ("The tasks of a talk come about with it. On the talk's page enter its issues and open "
             "the rectification: each issue becomes a task"),
        ),
    ],
)  # fmt: skip
async def test_a_kind_that_has_no_tasks_by_hand_says_what_to_do(
    client: AsyncClient, world: World, kind: str, language: str, said: str
) -> None:
    origin = {"type": kind, "id": str(uuid4())}
    (fault,) = (await refused(client, world, origin, language=language)).json()["errors"]
    assert (fault["pointer"], fault["code"], fault["message"]) == (
        "/origin/type", "not_by_hand", said,
    )  # fmt: skip


async def test_whoever_may_give_no_task_learns_nothing_of_origins(
    client: AsyncClient, world: World
) -> None:
    body = {"organisation_id": str(world["finance"].id), "title": "补齐会议记录"}
    given = {**body, "due_on": str(DUE), "origin": {"type": "talk", "id": str(uuid4())}}
    answer = await client.post(TASKS, json=given, headers=world.headers("clerk"))
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


def test_a_kind_is_registered_once() -> None:
    kind = Origin(Appointment, Permission.SECRETARIES_READ, ("任职", "appointment"))
    with pytest.raises(ValueError, match="origin registered twice: appointment"):
        register_origin(kind)
