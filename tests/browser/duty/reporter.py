"""What a secretary does: writes and submits the report, and answers the own result."""

import re

from playwright.sync_api import Page, expect

from browser.duty.people import accessible, act, look, words

SECTIONS = (
    "上年度述职评议问题整改情况",
    "履行党建工作责任情况",
    "存在的主要问题及原因",
    "下一步工作思路和措施",
)
FIRST = "去年指出的问题，已逐条整改。"
BETTER = "去年指出的三个问题，六月底前逐条整改，涉及两个支部、五名党员。"


def write(page: Page, path: str) -> None:
    """Every part with something, a fact quoted with one click, saved by itself."""
    look(page, path)
    page.get_by_role("button", name="开始写述职报告").click()
    page.wait_for_url("**/duty/reports/*")
    for title in SECTIONS:
        page.get_by_role("textbox", name=title, exact=True).fill(FIRST)
    page.get_by_role("textbox", name=SECTIONS[1], exact=True).click()
    page.get_by_role("button", name=re.compile("^插入“")).first.click()
    expect(page.locator(".report-fact")).to_contain_text("系统数据")
    expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()
    accessible(page)
    page.reload()
    expect(page.get_by_role("textbox", name=SECTIONS[0], exact=True)).to_have_value(FIRST)
    expect(page.locator(".report-fact")).to_have_count(1)


def submit(page: Page, *, late: bool = False) -> None:
    page.get_by_role("button", name="提交述职报告", exact=True).click()
    dialog = page.get_by_role("dialog")
    warned = dialog.get_by_text("已过截止日期，会标明“逾期提交”。")
    expect(dialog).to_be_visible()
    assert warned.is_visible() == late
    dialog.get_by_role("button", name="提交述职报告", exact=True).click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("待审核").first).to_be_visible()


def mend(page: Page, returned: str, demanded: str) -> None:
    """Reads why it came back, writes it better, and hands it in again."""
    page.reload()
    expect(page.get_by_text(f"被退回：{returned}")).to_be_visible()
    card = page.get_by_role("article").filter(has_text=demanded)
    expect(card).to_contain_text(f"{SECTIONS[0]} · 第 1 段")
    accessible(page)
    page.get_by_role("textbox", name=SECTIONS[0], exact=True).fill(BETTER)
    expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()
    submit(page)


def find_task(page: Page, problem: str) -> None:
    """What was heard at the meeting is a task of one's own organisation, with its comment."""
    page.reload()
    heard = page.get_by_role("article").filter(has_text=problem)
    heard.get_by_role("link", name="查看整改任务").click()
    page.wait_for_url("**/tasks/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text(problem)
    accessible(page)


def read_result(page: Page, title: str) -> str:
    """The own result with the class's spread, and nobody else's; answers what it says."""
    look(page, "/duty/my-results")
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_text("这里不排名次，也看不到别人的")).to_be_visible()
    expect(page.get_by_role("region", name="怎样算出来的")).to_contain_text("建议等次")
    return words(page.get_by_role("main"))


def object_to(page: Page, part: str, objection: str) -> None:
    """Has seen it, and says what is wrong with it."""
    act(page, "签收")
    expect(page.get_by_text(re.compile(r"\d 签收$"))).to_be_visible()
    page.get_by_role("button", name="提出异议").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="对哪一项").click()
    page.locator(".ant-select-dropdown:visible").get_by_text(part, exact=True).click()
    dialog.get_by_label("哪里不对，为什么").fill(objection)
    dialog.get_by_role("button", name="提出异议").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("listitem").filter(has_text=objection)).to_contain_text(part)
    accessible(page)
