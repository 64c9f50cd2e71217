"""Many who sign up or cancel in the same moment."""

import asyncio

import pytest
from httpx import Response
from sqlmodel import col, func, select

from factories.activities import Planning, shift
from factories.program import client_of, own_program_on
from factories.world import World
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.volunteering.activities.models import SignUp, SignUpState


@pytest.fixture
async def apart(separate: Database, world_apart: World, settings: Settings) -> Planning:
    app = await own_program_on(separate, settings)
    async with client_of(app) as client:
        yield Planning(client, separate, world_apart)


async def test_the_last_place_is_taken_once_however_many_ask_at_once(apart: Planning) -> None:
    names = [f"{one}某" for one in "甲乙丙丁戊己庚辛"]
    for place, name in enumerate(names):
        await apart.member(name, 2 * place + 1)
    made = await apart.published("officer", "root", shift(capacity=3))
    (held,) = made["shifts"]
    answers = await asyncio.gather(
        *(apart.post(name, "sign-ups", shift_id=held["id"]) for name in names)
    )
    assert [one.status_code for one in answers] == [201] * 8
    assert sorted(one.json()["state"] for one in answers) == ["confirmed"] * 3 + ["waitlisted"] * 5
    waiting = [one.json()["waiting_place"] for one in answers if one.json()["waiting_place"]]
    assert sorted(waiting) == [1, 2, 3, 4, 5]


async def test_two_phones_of_one_person_make_one_sign_up(apart: Planning) -> None:
    await apart.member("李四")
    first = await apart.published("officer", "root", shift(), shift(25, 28, post="讲解"))
    one, two = (held["id"] for held in first["shifts"])

    async def both(left: str, right: str) -> list[Response]:
        asked = (apart.post("李四", "sign-ups", shift_id=given) for given in (left, right))
        return list(await asyncio.gather(*asked))

    answers = await both(one, two)
    assert sorted(one.status_code for one in answers) == [201, 409]
    async with apart.database.transaction("*") as session:
        query = select(func.count()).where(col(SignUp.state) == SignUpState.CONFIRMED)
        assert (await session.exec(query)).one() == 1


async def test_cancelling_and_signing_up_at_once_leaves_no_place_empty_or_double(
    apart: Planning,
) -> None:
    names = [f"{one}某" for one in "甲乙丙丁戊己"]
    for place, name in enumerate(names):
        await apart.member(name, 2 * place + 1)
    made = await apart.published("officer", "root", shift(capacity=2))
    (held,) = made["shifts"]
    signed = [await apart.signed_up(name, held["id"]) for name in names[:4]]
    await asyncio.gather(
        *(apart.act(name, f"sign-ups/{one['id']}", "cancel")
          for name, one in zip(names[:3], signed, strict=False)),
        *(apart.post(name, "sign-ups", shift_id=held["id"]) for name in names[4:]),
    )  # fmt: skip
    now = await apart.read("officer", f"shifts/{held['id']}")
    assert (now["confirmed_count"], now["waitlisted_count"]) == (2, 1)
