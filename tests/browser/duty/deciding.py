"""The meeting and what comes after the votes: comments, numbers, grades."""

import re

from playwright.sync_api import Page, expect

from browser.duty.people import accessible, act, look, words

PROBLEM = "两个支部的组织生活记录不完整"
OTHERWISE = "主持完成全区重点专项任务，经集体研究提高一档"
OBJECTION = "平时任务中有一项已按期完成，未计入。"


def hear(page: Page, path: str, name: str) -> None:
    """At the meeting: one reports, a problem is typed while listening, and released."""
    page.goto(f"{path}/meeting")
    order = page.get_by_role("navigation", name="述职顺序")
    order.get_by_role("button", name=re.compile(name)).click()
    expect(page.get_by_role("heading", name=name, level=2)).to_be_visible()
    field = page.get_by_role("textbox", name="现场点评")
    field.fill(PROBLEM)
    field.press("Enter")
    noted = page.get_by_role("article").filter(has_text=PROBLEM)
    expect(noted).to_contain_text("未发出，仅自己可见")
    accessible(page)
    act(page, "发出全部 1 条")
    expect(page.get_by_text("已发出 1 条，生成 1 项整改任务")).to_be_visible()
    expect(noted.get_by_role("link", name="查看整改任务")).to_be_visible()


def note_presented(page: Page, path: str, name: str) -> None:
    """The officer notes at the meeting that somebody has reported."""
    page.goto(f"{path}/meeting")
    expect(page.get_by_role("heading", name=name, level=2)).to_be_visible()
    act(page, "登记已述职")
    expect(page.get_by_text("已登记")).to_be_visible()


def open_result(page: Page, path: str, name: str) -> None:
    look(page, f"{path}/results?q={name}")
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name, level=2)).to_be_visible()
    expect(page.get_by_role("region", name="怎样算出来的")).to_contain_text("建议等次")


def explained(page: Page) -> str:
    """What the page says about how the numbers came about."""
    return words(page.get_by_role("region", name="怎样算出来的"))


def decide_otherwise(page: Page, path: str, name: str, grade: str) -> None:
    open_result(page, path, name)
    page.get_by_role("button", name="另定等次").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio", name=grade).check()
    dialog.get_by_label("原因").fill(OTHERWISE)
    dialog.get_by_role("button", name="另定等次").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("待另一位领导复核")).to_be_visible()


def decide_the_others(page: Page, path: str, count: int) -> None:
    """All that are left, as proposed."""
    look(page, f"{path}/results")
    accessible(page)
    page.get_by_role("button", name="显示更多").click()
    expect(page.get_by_role("button", name="显示更多")).to_be_hidden()
    page.get_by_role("columnheader").get_by_role("checkbox").check()
    name = f"按建议确定 {count} 人"
    page.get_by_role("button", name=name, exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=name, exact=True).click()
    expect(dialog).to_be_hidden(timeout=120_000)


def confirm(page: Page, path: str, name: str) -> None:
    """A second leader holds to what the first decided otherwise."""
    open_result(page, path, name)
    act(page, "复核同意")
    expect(page.get_by_text(f"原因：{OTHERWISE}")).to_be_visible()
    expect(page.get_by_text("已确定，待发布")).to_be_visible()
