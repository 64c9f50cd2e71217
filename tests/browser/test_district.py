"""An officer brings the district into an empty installation by hand and reads the published
figures.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import steps
from browser.conftest import COMMITTEE, PASSWORD, Server

pytestmark = pytest.mark.browser

CASE = Path(__file__).resolve().parents[1] / "cases" / "district"
OWN_PASSWORD = "moon-over-yunping-2008"


def test_the_three_workbooks_give_the_published_figures(
    start: Callable[..., Server], open_page: Callable[..., Page]
) -> None:
    server = start("serve", ("create-admin", "--organisation", COMMITTEE, "--password", PASSWORD))
    page = open_page(server)
    steps.sign_in(page, "officer", PASSWORD)
    steps.set_own_password(page, PASSWORD, OWN_PASSWORD)
    steps.set_up_second_factor(page)
    expect(page.get_by_role("heading", name="首页")).to_be_visible()
    page.get_by_role("alert").get_by_role("link", name="导入党组织").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    names = ("党组织基本信息表.xlsx", "党员花名册.xlsx", "党组织书记花名册.xlsx")
    organisations, members, secretaries = (CASE / name for name in names)
    steps.import_workbook(page, "组织", organisations, "新增 84 个组织，更新 0 个，0 个不变。")
    steps.import_workbook(page, "党员", members, "新增 779 名党员，更新 0 名，0 名不变。")
    steps.import_workbook(page, "书记", secretaries, "新增 60 名书记，更新 0 名，0 名不变。")

    page.goto("/organisations?as_of=2008-12-31")
    summary = page.get_by_role("tabpanel", name="概况")
    expect(summary.get_by_text("13 / 41")).to_be_visible()
    read = re.sub(r"\s+", " ", summary.inner_text())
    for figures in (
        "下级党组织 84",
        "下一级 41 党支部 32 党总支 9",
        "下两级 43 党支部 19 党小组 24",
        "党员 779 在职 586 离退休 193",
        "在职 45 岁以下 377",
        "在职大学以上学历 340",
        "下一级中党员超过 20 名的 13 / 41",
    ):
        assert figures in read, read

    assert server.command("invariants", "check").strip() == "all invariants hold"
    assert "chain intact" in server.command("audit", "verify")


def test_the_same_workbook_twice_changes_nothing(
    demonstration: Server, open_page: Callable[..., Page]
) -> None:
    page = open_page(demonstration)
    steps.enter_as(page, "工委干部")
    page.get_by_role("navigation").get_by_role("link", name="导入").click()
    page.get_by_role("button", name="新建导入").first.click()
    page.locator(".imports-kind", has=page.locator("text='书记'")).click()
    page.get_by_role("button", name="工作簿文件").set_input_files(CASE / "党组织书记花名册.xlsx")
    page.get_by_role("button", name="上传并识别列").click()
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.get_by_text("无变化").first).to_be_visible(timeout=60_000)
    figures = re.sub(r"\s+", " ", page.get_by_role("main").inner_text())
    assert "新增 0 有变化 0 无变化 60" in figures


def test_a_faulty_roster_lists_its_faults_and_comes_back_marked(
    demonstration: Server, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page(demonstration)
    steps.enter_as(page, "工委干部")
    page.goto("/imports/new?kind=members")
    page.get_by_role("button", name="工作簿文件").set_input_files(CASE / "党员花名册-有错误.xlsx")
    page.get_by_role("button", name="上传并识别列").click()
    page.get_by_role("button", name="检查", exact=True).click()
    found = page.get_by_text("发现 7 处错误，涉及 7 行，没有写入任何内容")
    expect(found).to_be_visible(timeout=60_000)
    rows = page.get_by_role("row").filter(has_text=re.compile(r"^\d+[A-L]"))
    expect(rows).to_have_count(7)
    cells = [text.split()[0] for text in steps.texts(rows)]
    assert cells == ["8", "13", "17", "22", "26", "31", "35"]
    with page.expect_download() as download:
        page.get_by_role("button", name="下载标注的工作簿").click()
    marked = tmp_path / "marked.xlsx"
    download.value.save_as(marked)
    assert marked.read_bytes()[:2] == b"PK"
    assert page.get_by_role("button", name="写入", exact=True).count() == 0
