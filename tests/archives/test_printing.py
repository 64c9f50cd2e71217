"""The archive as a document, with the sections that packages add."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from httpx import AsyncClient
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from archives.asking import CODES, asked, read, rows
from documents.printed import opened, page_count, signs, texts
from factories.lives import enter_secretary
from factories.world import World
from gongwei.access.permissions import Permission
from gongwei.archives.sections import (
    Column,
    Line,
    Section,
    register_section,
    sections,
    unregister_section,
)
from gongwei.audit.models import AuditEntry
from gongwei.core.db import Database
from gongwei.secretaries.models import Appointment


async def test_it_prints_as_word(client: AsyncClient, world: World, held: Appointment) -> None:
    answer = await asked(client, world, "officer", held, format="docx")
    assert answer.headers["content-disposition"].endswith(".docx")
    assert answer.headers["content-type"].endswith("wordprocessingml.document")
    said = texts(opened(answer.content))
    for text in ("书记工作实绩档案", "李四", "一、任职情况", "四、考察情况", "建议任用。"):
        assert text in said


async def test_it_prints_as_pdf(client: AsyncClient, world: World, held: Appointment) -> None:
    answer = await asked(client, world, "officer", held, format="pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert page_count(answer.content) >= 1
    assert set("书记工作实绩档案李四考察情况") <= signs(answer.content)


ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["2020年4月1日", "2024年3月20日", "2024年5月10日"]),
        ("en", ["1 April 2020", "20 March 2024", "10 May 2024"]),
    ],
)
async def test_it_prints_days_as_people_write_them(
    client: AsyncClient, world: World, held: Appointment, language: str, said: list[str]
) -> None:
    answer = await asked(client, world, "officer", held, format="docx", language=language)
    text = texts(opened(answer.content))
    assert [day for day in said if day not in text] == []
    assert ISO_DAY.findall(text) == []


async def test_as_data_it_holds_days_for_programs_and_says_where(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    archive = await read(client, world, "officer", held)
    dated = {
        one["code"]: [column["code"] for column in one["columns"] if column["dated"]]
        for one in archive["sections"]
    }
    assert dated == {
        "appointments": ["to_on"], "terms": ["ends_on", "ended_on"],
        "nominations": ["endorsed_on", "approved_on"], "inspections": [],
        "talks": ["due_on", "deadline"],
        "tasks": ["original_due_on", "due_on", "done_on", "verified_on"],
        "duty_reports": [], "duty_results": ["published_on"], "volunteer_hours": [],
        "objections": ["decided_on"],
    }  # fmt: skip
    for section in archive["sections"]:
        plain = [column["code"] for column in section["columns"] if not column["dated"]]
        for row in section["rows"]:
            assert [code for code in plain if ISO_DAY.search(row["cells"][code])] == []
    assert rows(archive, "nominations")[0]["cells"]["endorsed_on"] == "2024-03-20"


async def test_taking_it_away_is_recorded_and_reading_it_is_not(
    client: AsyncClient, world: World, held: Appointment, session: AsyncSession
) -> None:
    await read(client, world, "officer", held)
    query = select(AuditEntry).where(col(AuditEntry.subject_id) == held.id)
    assert (await session.exec(query)).all() == []
    await asked(client, world, "officer", held, format="pdf")
    [entry] = (await session.exec(query)).all()
    assert (entry.action, entry.subject_label, entry.changes) == ("archive.export", "李四", {})


@pytest.fixture
def planted() -> Iterator[str]:
    """A section of a package that archives know nothing of."""

    async def lines(*_: object) -> list[Line]:
        later = Line(date(2026, 2, 1), date(2026, 2, 1), {"name": "后"})
        earlier = Line(date(2026, 1, 1), date(2026, 1, 4), {"name": "先", "unknown": "不显示"})
        return [later, earlier]

    register_section(
        Section(
            "planted", 60, ("品牌", "Brands"), (Column("name", ("名称", "Name")),),
            Permission.ARCHIVES_READ, ("没有品牌。", "No brands."), lines,
        )
    )  # fmt: skip
    yield "planted"
    unregister_section("planted")


async def test_a_section_of_another_package_appears(
    client: AsyncClient, world: World, held: Appointment, planted: str
) -> None:
    archive = await read(client, world, "officer", held)
    assert [one["code"] for one in archive["sections"]] == [*CODES[:8], planted, *CODES[8:]]
    assert rows(archive, planted) == [
        {"occurred_on": "2026-01-01", "late": True, "delay_days": 3, "cells": {"name": "先"}},
        {"occurred_on": "2026-02-01", "late": False, "delay_days": 0, "cells": {"name": "后"}},
    ]
    printed = await asked(client, world, "officer", held, format="docx")
    said = texts(opened(printed.content))
    assert "九、品牌" in said
    assert "补录，迟 3 天" in said


def test_a_code_belongs_to_one_section(planted: str) -> None:
    found = next(one for one in sections() if one.code == planted)
    register_section(found)
    other = Section(
        planted, 1, found.title, (), found.permission, found.empty, found.rows
    )  # fmt: skip
    with pytest.raises(ValueError, match="planted"):
        register_section(other)


async def test_an_empty_section_says_so(
    client: AsyncClient, database: Database, world: World
) -> None:
    held = await enter_secretary(database, world)
    archive = await read(client, world, "officer", held)
    empty = {one["code"]: one["empty"] for one in archive["sections"] if not one["rows"]}
    assert empty["talks"] == "没有谈话函询记录。"
    printed = await asked(client, world, "officer", held, format="docx")
    assert "没有谈话函询记录。" in texts(opened(printed.content))
