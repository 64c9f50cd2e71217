"""The report of an inspection and a talk on paper."""

from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from documents.printed import opened, signs, texts
from factories.lives import (
    INTERVIEWEE,
    NOTES,
    concluded_inspection,
    describe,
    enter_secretary,
    link,
)
from factories.world import World, commit_unrecorded
from gongwei.audit.models import AuditEntry
from gongwei.core.db import WHOLE_TREE, Database, narrow
from gongwei.secretaries.inspections.models import InspectionState
from gongwei.secretaries.models import Post
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState

KINDS = ["docx", "pdf"]


async def got(
    client: AsyncClient, world: World, who: str, path: str, kind: str = "docx", language: str = "zh"
) -> Response:
    headers = {**world.headers(who), "Accept-Language": language}
    return await client.get(f"/api/v1/{path}", params={"format": kind}, headers=headers)


@pytest.fixture
async def ids(database: Database, world: World) -> dict[str, str]:
    """A concluded inspection and a talk held with the secretary of finance."""
    made = await describe(database, await enter_secretary(database, world))
    return {name: str(row.id) for name, row in made.items()}


async def entered(database: Database, row: Any) -> str:
    async with database.new_session() as session:
        await narrow(session, WHOLE_TREE)
        session.add(row)
        await commit_unrecorded(session)
    return str(row.id)


async def test_the_report_says_what_the_team_entered(
    client: AsyncClient, world: World, ids: dict[str, str]
) -> None:
    answer = await got(client, world, "officer", f"inspections/{ids['inspection_id']}/report")
    assert answer.status_code == 200, answer.text
    file = opened(answer.content)
    facts, team, counted, facets = (
        [[cell.text for cell in row.cells] for row in table.rows] for table in file.tables
    )
    assert facts[0] == ["考察对象", "李四", "拟任职务", "书记"]
    assert team[1:] == [["组长", "组长乙", "科长"], ["组员", "组员甲", "一级科员"]]
    assert counted == [
        ["谈话对象", "次数", "人数"], ["领导班子成员", "0", "0"], ["党员", "1", "4"],
        ["群众", "0", "0"], ["合计", "1", "4"],
    ]  # fmt: skip
    assert facets[1] == ["德", "92.5", "integrity好"]
    said = texts(file)
    for text in ("2024年3月5日作出结论", "熟悉党务。", "建议任用。", "考察组组长：", "未填写"):
        assert text in said


@pytest.mark.parametrize("who", ["officer", "leader", "department_leader"])
async def test_what_was_said_is_never_in_the_report(
    client: AsyncClient, world: World, ids: dict[str, str], who: str
) -> None:
    path = f"inspections/{ids['inspection_id']}/report"
    word = texts(opened((await got(client, world, who, path)).content))
    assert NOTES not in word
    assert INTERVIEWEE not in word
    shown = signs((await got(client, world, who, path, "pdf")).content)
    assert "龘" not in shown
    assert "访" not in shown


@pytest.mark.parametrize("who", ["secretary", "clerk", "member", "neighbour", "system_admin"])
async def test_others_do_not_know_of_the_inspection(
    client: AsyncClient, world: World, ids: dict[str, str], who: str
) -> None:
    answer = await got(client, world, who, f"inspections/{ids['inspection_id']}/report")
    assert answer.status_code == 404


async def test_a_report_that_is_not_finished_says_so(
    client: AsyncClient, database: Database, world: World
) -> None:
    held = await enter_secretary(database, world)
    nomination = Nomination(
        organisation_id=held.organisation_id, person_id=held.person_id,
        name_pinyin=held.name_pinyin, post=Post.DEPUTY_SECRETARY,
        state=NominationState.UNDER_INSPECTION,
    )  # fmt: skip
    await entered(database, nomination)
    empty = concluded_inspection(
        nomination, state=InspectionState.PLANNED, team=[], facets={}, finding=None, strengths="",
        conclusion="", started_on=None, reported_on=None, concluded_on=None,
    )  # fmt: skip
    path = f"inspections/{await entered(database, empty)}/report"
    for kind in KINDS:
        assert (await got(client, world, "officer", path, kind)).status_code == 200
    said = texts(opened((await got(client, world, "officer", path)).content))
    assert "草稿，考察组尚未提交" in said
    english = await got(client, world, "officer", path, language="en")
    assert "Draft, not yet reported" in texts(opened(english.content))


async def test_the_record_of_a_talk_is_there_to_be_signed(
    client: AsyncClient, world: World, ids: dict[str, str]
) -> None:
    answer = await got(client, world, "secretary", f"talks/{ids['talk_id']}/document")
    said = texts(opened(answer.content))
    for text in ("提醒约谈记录", "李四", "书记", "通报问题。", "记录不实", "逐次核对", "谈话人：",
                 "谈话对象：", "2024年5月8日"):  # fmt: skip
        assert text in said
    printed = await got(client, world, "secretary", f"talks/{ids['talk_id']}/document", "pdf")
    assert printed.headers["content-type"] == "application/pdf"


async def test_an_inquiry_shows_question_and_reply(
    client: AsyncClient, database: Database, world: World
) -> None:
    held = await enter_secretary(database, world)
    inquiry = Talk(
        organisation_id=held.organisation_id, kind=TalkKind.INQUIRY, person_id=held.person_id,
        title="关于有关问题的函询", due_on=date(2024, 6, 1), content="请说明。",
        statement="说明如下。", number="云机工函询1号", held_on=date(2024, 5, 20),
        state=TalkState.HELD,
    )  # fmt: skip
    path = f"talks/{await entered(database, inquiry)}/document"
    said = texts(opened((await got(client, world, "officer", path)).content))
    for text in ("函询记录", "云机工函询1号", "请说明。", "说明如下。", "答复期限", "2024年6月1日"):
        assert text in said


@pytest.fixture
async def letter_path(database: Database, world: World) -> str:
    letter = Talk(
        organisation_id=world["finance"].id, kind=TalkKind.LETTER, title="关于督促整改的函",
        due_on=date(2024, 6, 1), held_on=date(2024, 6, 3), addressee="区财政局党组",
        number="云机工函〔2024〕5号", content="现函告如下。\n请督促整改。", state=TalkState.HELD,
        issues=[{"text": "记录不实", "demand": "逐次核对"}],
    )  # fmt: skip
    return f"talks/{await entered(database, letter)}/document"


@pytest.mark.parametrize("who", ["officer", "department_leader"])
async def test_a_letter_comes_from_the_committee_whoever_prints_it(
    client: AsyncClient, world: World, letter_path: str, who: str
) -> None:
    answer = await got(client, world, who, letter_path, language="en")
    said = [one.text for one in opened(answer.content).paragraphs if one.text]
    committee = "云屏区区直机关工作委员会"
    assert said == [
        committee, "云机工函〔2024〕5号", "关于督促整改的函", "区财政局党组：", "现函告如下。",
        "请督促整改。", "1．记录不实（整改要求：逐次核对）", committee, "2024年6月3日",
        f"{committee}\t2024年6月3日印发",
    ]  # fmt: skip


async def test_a_letter_says_which_fonts_stand_in(
    client: AsyncClient, world: World, letter_path: str
) -> None:
    answer = await got(client, world, "officer", letter_path, "pdf")
    told = answer.headers.get("x-font-fallback", "")
    assert ("缺" in signs(answer.content)) is bool(told)
    word = await got(client, world, "officer", letter_path)
    assert "x-font-fallback" not in word.headers


@pytest.mark.parametrize("who", ["clerk", "member", "neighbour", "system_admin", "auditor"])
async def test_others_do_not_know_of_the_talk(
    client: AsyncClient, world: World, ids: dict[str, str], letter_path: str, who: str
) -> None:
    for path in (f"talks/{ids['talk_id']}/document", letter_path):
        assert (await got(client, world, who, path)).status_code == 404


@pytest.mark.parametrize("who", ["member", "neighbour"])
async def test_whoever_was_talked_to_prints_the_own_record(
    client: AsyncClient, database: Database, world: World, who: str
) -> None:
    held = await enter_secretary(database, world)
    made = await describe(database, held)
    await link(database, world, who, held)
    answer = await got(client, world, who, f"talks/{made['talk_id'].id}/document")
    assert answer.status_code == 200
    assert "李四" in texts(opened(answer.content))


async def test_taking_them_away_is_recorded(
    client: AsyncClient, world: World, ids: dict[str, str], session: AsyncSession
) -> None:
    await got(client, world, "officer", f"inspections/{ids['inspection_id']}/report", "pdf")
    await got(client, world, "officer", f"talks/{ids['talk_id']}/document", "pdf")
    query = select(AuditEntry.action).where(col(AuditEntry.action).endswith(".export"))
    assert sorted((await session.exec(query)).all()) == ["inspection.export", "talk.export"]


async def test_another_format_is_refused(
    client: AsyncClient, world: World, ids: dict[str, str]
) -> None:
    for path in (f"talks/{ids['talk_id']}/document", "me/archive"):
        assert (await got(client, world, "officer", path, "odt")).status_code == 422
