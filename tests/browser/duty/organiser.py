"""What the officer of the committee does: sets a round up, opens it, judges reports."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from browser import steps
from browser.duty.people import accessible, act, choices, everything, id_of, look, pick_day
from browser.service_day.phones import Account

FELLOWS, RECORD = "书记互评", "平时任务完成情况"
SUM = "（30×95 + 30×91 + 40×88 + 10×96）÷（30 + 30 + 40 + 10）= 10060 ÷ 110 = 91.454545…"
DEMAND = "请写明对哪几个支部、哪些人、到什么时候。"
RETURNED = "整改部分写得笼统，请补充具体数字。"
REASON = "支部党员超过三十人，单独述职"


def prepare(page: Page, title: str, today: date) -> str:
    """A round from the start; answers its path."""
    look(page, "/duty")
    accessible(page)
    page.get_by_role("button", name="新建一轮述职").click()
    page.get_by_role("radio", name="从头设置").check()
    expect(page.get_by_role("radio", name=re.compile("^向上述职"))).to_be_checked()
    page.get_by_label("年度").fill(str(today.year))
    page.get_by_role("textbox", name="标题").fill(title)
    for label in ("名单日期", "报告截止日期", "述职会日期"):
        pick_day(page, label, today)
    accessible(page)
    page.get_by_role("button", name="建立并生成名单").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("heading", name="启动前要办的")).to_be_visible()
    accessible(page)
    return page.url[page.url.index("/duty/") :]


def set_scheme(page: Page, path: str) -> None:
    """The usual scheme with two things of its own; the example follows each."""
    look(page, f"{path}/scheme")
    example = page.get_by_role("complementary", name="算给你看")
    expect(example.get_by_role("status")).to_have_text("总分 91.00建议等次 优秀")
    page.get_by_label(f"{FELLOWS}的最低票数").fill("10")
    page.get_by_role("button", name="添加评议主体").click()
    page.get_by_label("第 4 个评议主体的名称").fill(RECORD)
    source = page.get_by_role("combobox", name=f"{RECORD}的得分来源")
    source.click()
    page.locator(".ant-select-dropdown:visible").get_by_text("平时任务记录").click()
    page.get_by_role("radio", name="其余主体按比例补足").check()
    expect(example.get_by_role("status")).to_have_text("总分 91.45建议等次 优秀")
    expect(example).to_contain_text(SUM)
    accessible(page)
    page.get_by_role("button", name="采用此方案").click()
    expect(page.get_by_text("方案已保存")).to_be_visible()


def add_by_hand(page: Page, path: str, place: str) -> None:
    """Somebody whom the tree does not give, with the reason."""
    look(page, f"{path}/participants")
    expect(page.get_by_text("参加 41 人，不参加 0 人")).to_be_visible()
    page.get_by_role("button", name="添加党组织").click()
    dialog = page.get_by_role("dialog")
    field = dialog.get_by_role("combobox", name="党组织")
    choices(page, field, place).get_by_text(place).first.click()
    dialog.get_by_label("原因").fill(REASON)
    dialog.get_by_role("button", name="添加党组织").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("参加 42 人，不参加 0 人")).to_be_visible()
    page.get_by_text("只看有调整的").click()
    row = page.locator(".duty-person")
    expect(row).to_have_count(1)
    expect(row).to_contain_text(place)
    expect(row).to_contain_text(f"原因：{REASON}")
    accessible(page)


def add_the_others(officer: Account, path: str) -> None:
    """Whoever else below is a secretary, over HTTP."""
    round_id = id_of(path)
    listed = everything(officer, f"/duty-rounds/{round_id}/participants")
    known = {one["organisation_id"] for one in listed}
    asked = {"post": "secretary", "state": "in_office", "scope": "subtree"}
    for one in everything(officer, "/secretaries", **asked):
        if one["organisation_id"] not in known:
            body = {"organisation_id": one["organisation_id"], "reason": REASON}
            officer.post(f"/duty-rounds/{round_id}/participants", body)


def board(page: Page, path: str) -> dict[str, int]:
    """How many reports are how far, as the board says."""
    look(page, f"{path}/board")
    parts = page.get_by_label("报告进度").locator(".duty-legend-part")
    expect(parts).to_have_count(6)
    counted = (re.fullmatch(r"(\D+?) ?(\d+)", text) for text in steps.texts(parts))
    return {found[1]: int(found[2]) for found in counted if found is not None and found[2] != "0"}


def send_back(page: Page, name: str, path: str) -> None:
    """The report of somebody is returned with a comment on its first paragraph."""
    look(page, f"{path}/board")
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("button", name=re.compile("^点评这一段：")).first.click()
    form = page.get_by_role("region", name="点评", exact=True)
    form.get_by_text("要求", exact=True).click()
    form.get_by_role("textbox", name="点评内容").fill(DEMAND)
    accessible(page)
    form.get_by_role("button", name="记下").click()
    expect(page.get_by_text("未发出，仅自己可见")).to_be_visible()
    act(page, "退回修改", RETURNED)
    expect(page.get_by_text("已退回修改").first).to_be_visible()


def accept(page: Page, name: str, path: str) -> None:
    """A report on its own page."""
    look(page, f"{path}/board")
    page.get_by_role("link", name=name, exact=True).click()
    act(page, "审核通过")
    expect(page.get_by_text("已通过").first).to_be_visible()


def accept_the_others(officer: Account, path: str) -> None:
    """Whatever waits for it, over HTTP."""
    waiting = everything(officer, "/duty-reports", round_id=id_of(path), state="submitted")
    for one in waiting:
        officer.post(f"/duty-reports/{one['id']}/actions/accept")
