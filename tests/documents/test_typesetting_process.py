"""A document is set in a process of its own, which ends when it takes too long or too much."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from httpx import AsyncClient

from documents.printed import page_count
from documents.samples import letter, record
from factories.lives import enter_secretary
from factories.world import World
from gongwei.core.db import Database
from gongwei.core.errors import Problem
from gongwei.documents import typesetting_process
from gongwei.documents.description import Document, Table, TableRow
from gongwei.documents.typesetting import typeset
from gongwei.documents.typesetting_process import LIMITS, typeset_apart

ROWS = tuple(TableRow((f"第{number}行", "字" * 200)) for number in range(60_000))
LONG = record(blocks=(Table(("名", "值"), (1, 3), ROWS),))
"""Hundreds of pages: minutes of work."""


def children() -> set[str]:
    """Processes that this one started and that run."""
    found = Path("/proc/self/task").glob("*/children")
    return {child for one in found for child in one.read_text().split()}


@pytest.mark.parametrize("document", [letter(), record(language="en")])
async def test_it_is_set_as_it_would_be_here(document: Document, tmp_path: Path) -> None:
    here, apart = typeset(document, tmp_path), await typeset_apart(document, tmp_path)
    assert apart.content.startswith(b"%PDF-1.7")
    assert page_count(apart.content) == page_count(here.content)
    assert (apart.stand_ins, apart.missing) == (here.stand_ins, here.missing)


async def test_signs_that_no_font_has_are_told(tmp_path: Path) -> None:
    made = await typeset_apart(letter(body="联系人\U0010fffd某。"), tmp_path)
    assert made.missing == ["\U0010fffd"]


async def test_what_takes_too_long_is_stopped_and_nobody_waits_for_it(tmp_path: Path) -> None:
    before = children()
    slow = asyncio.create_task(typeset_apart(LONG, tmp_path, replace(LIMITS, time=4.0)))
    other = asyncio.create_task(typeset_apart(letter(), tmp_path))
    done, _ = await asyncio.wait({slow, other}, return_when=asyncio.FIRST_COMPLETED)
    assert done == {other}
    assert other.result().content.startswith(b"%PDF-1.7")
    with pytest.raises(Problem) as refused:
        await slow
    assert (refused.value.code, refused.value.type.status) == ("typesetting_took_too_long", 503)
    assert refused.value.detail("zh") == (
        "排版超过 4 秒，已停止，没有生成 PDF。请改为下载 Word 格式；"
        "内容不多而仍然超时的，请稍后再试。"
    )
    assert refused.value.detail("en") == (
        "Setting the document took more than 4 seconds and was stopped. Download it as Word "
        "instead; if it is a short one, try again later."
    )
    assert children() == before


async def test_processor_time_is_limited_too(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        await typeset_apart(LONG, tmp_path, replace(LIMITS, cpu_time=1, time=120.0))
    assert refused.value.code == "typesetting_took_too_long"


async def test_memory_is_limited(tmp_path: Path) -> None:
    small = replace(LIMITS, memory=64 * 1024 * 1024)
    with pytest.raises(RuntimeError, match="the setting process ended with status"):
        await typeset_apart(letter(), tmp_path, small)


async def test_over_http_it_is_a_problem_that_says_what_to_do(
    client: AsyncClient, database: Database, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting_process, "LIMITS", replace(LIMITS, time=0.01))
    held = await enter_secretary(database, world)
    path = f"/api/v1/secretaries/{held.id}/archive"
    headers = world.headers("officer")
    answer = await client.get(path, params={"format": "pdf"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (503, "typesetting_took_too_long")
    word = await client.get(path, params={"format": "docx"}, headers=headers)
    assert word.status_code == 200
