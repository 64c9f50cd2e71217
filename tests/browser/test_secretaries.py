"""One nominee from draft to archive, and one reminder talk from issue to closed, by the people
whose turn it is.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import steps
from browser.conftest import Server

pytestmark = pytest.mark.browser

BRANCH = "财政局机关支部"
FACETS = ("德", "能", "勤", "绩", "廉")
NOMINEE = "郝慧"
GROUPS = ("班子成员", "党员", "群众")
Open = Callable[..., Page]


@pytest.fixture
def entered(demonstration: Server, open_page: Open) -> Callable[[str, str], Page]:
    """A page of somebody in a role, at an address."""

    def enter(role: str, path: str) -> Page:
        page = open_page(demonstration)
        steps.enter_as(page, role)
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    return enter


def offered(page: Page, label: str, typed: str) -> Locator:
    """What a choice offers for what was typed."""
    field = page.get_by_role("combobox", name=label)
    field.click()
    field.fill(typed)
    return page.locator(".ant-select-dropdown:visible")


def act(page: Page, name: str) -> None:
    """Press an action and its button in the dialog that asks once."""
    page.get_by_role("button", name=name, exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def address(page: Page) -> str:
    return re.sub(r"^https?://[^/]+", "", page.url)


def choose(page: Page, group: str, choice: str) -> None:
    page.get_by_role("radiogroup", name=group).get_by_text(choice, exact=True).click()


def whose_turn(page: Page, words: str) -> None:
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def draft(page: Page) -> str:
    """The clerk writes a draft; answers its address."""
    offered(page, "任职组织", BRANCH).get_by_text(BRANCH).first.click()
    nominees = offered(page, "人选", NOMINEE).locator(".ant-select-item-option")
    nominees.filter(has_text=f"{NOMINEE}（").click()
    page.get_by_role("combobox", name="拟任职务").click()
    page.locator(".ant-select-dropdown:visible").get_by_text("副书记", exact=True).click()
    page.get_by_label("提名理由").fill("党员推荐票最高，熟悉支部工作。")
    page.get_by_role("button", name="存为草稿").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(f"^{NOMINEE}.*副书记"))
    return address(page)


def inspect(page: Page) -> None:
    """The officer writes the inspection from the team to the report."""
    for name in ("周明远", "沈立群"):
        page.get_by_role("button", name="添加成员").click()
        page.get_by_role("textbox", name="姓名").last.fill(name)
    act(page, "进点考察")
    for number, group in enumerate(GROUPS, start=1):
        choose(page, "谈话对象类别", group)
        page.get_by_role("textbox", name="谈话内容").fill(f"{group}表示同意。")
        page.get_by_role("button", name="记下这次谈话").click()
        expect(page.get_by_role("status").filter(has_text=f"已记下 {number}")).to_be_visible()
    expect(page.get_by_text("共谈话 3 人")).to_be_visible()
    for facet in FACETS:
        page.get_by_role("spinbutton", name=f"{facet}评分").fill("90")
        page.get_by_role("textbox", name=f"{facet}评价").fill("表现好。")
    choose(page, "结论意见", "合适")
    page.get_by_role("textbox", name="考察结论").fill("符合任职条件。")
    expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()
    act(page, "提交考察报告")


def test_a_nominee_goes_from_draft_to_archive_through_five_peoples_hands(
    entered: Callable[[str, str], Page],
) -> None:
    path = draft(entered("干事", "/secretaries/nominations/new"))
    act(entered("党组织书记", path), "上报")
    officer = entered("工委干部", path)
    act(officer, "开始考察")
    officer.wait_for_url("**/secretaries/inspections/*")
    inspection = address(officer)
    inspect(officer)
    act(entered("工委领导", inspection), "作出结论")
    officer.goto(path)
    act(officer, "考察结束")
    leading_group = entered("部门党组", path)
    act(leading_group, "党组同意")
    leader = entered("工委领导", path)
    act(leader, "批准")
    whose_turn(leader, "任职")
    officer.reload()
    officer.get_by_role("button", name="办理任职", exact=True).click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_role("button", name="办理任职", exact=True).click()
    expect(officer.get_by_text("已任职").first).to_be_visible()
    officer.goto(f"/secretaries?q={NOMINEE}")
    officer.get_by_role("link", name=NOMINEE, exact=True).click()
    officer.get_by_role("link", name="实绩档案").click()
    officer.wait_for_url("**/archive")
    expect(officer.get_by_role("heading", name="任职情况")).to_be_visible()
    archive = re.sub(r"\s+", " ", officer.get_by_role("main").inner_text())
    for words in (NOMINEE, "任职情况", "副书记", "考察情况", "合适", "已任职"):
        assert words in archive, archive


def test_a_reminder_talk_goes_from_its_issue_to_closed_with_one_rejection(
    entered: Callable[[str, str], Page],
) -> None:
    officer = entered("工委干部", "/secretaries/talks/new?kind=reminder")
    schedule(officer)
    talk = address(officer)
    officer.get_by_role("button", name="登记谈话").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("谈话人").fill("林国栋（工委书记）")
    dialog.get_by_label("谈话记录").fill("就台账补记问题当面提醒。")
    dialog.get_by_role("button", name="登记谈话").click()
    expect(officer.get_by_text("待茅辉本人确认").first).to_be_visible()
    secretary = entered("党组织书记", talk)
    act(secretary, "确认谈话")
    officer.reload()
    act(officer, "启动整改")
    rectify(secretary, talk, begins=True)
    act(secretary, "报送整改结果")
    officer.reload()
    officer.get_by_role("button", name="退回整改", exact=True).click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("请补充第三次的影印件。")
    dialog.get_by_role("button", name="退回整改", exact=True).click()
    expect(officer.get_by_text("整改中").first).to_be_visible()
    rectify(secretary, talk, begins=False)
    act(secretary, "报送整改结果")
    officer.reload()
    act(officer, "核实销号")
    expect(officer.get_by_text("已核实销号").first).to_be_visible()


def schedule(page: Page) -> None:
    """One issue with its demand, to be put right in time."""
    people = offered(page, "谈话对象", "茅辉").locator(".ant-select-item-option")
    people.filter(has_text="茅辉").first.click()
    page.get_by_role("button", name="添加问题").click()
    page.get_by_label("第 1 个问题", exact=True).fill("台账补记未注明原因")
    page.get_by_label("第 1 个问题的整改要求").fill("逐次核实并注明")
    for label, days in (("谈话期限", 2), ("整改期限", 30)):
        field = page.get_by_label(label)
        day = date.today() + timedelta(days=days)
        field.fill(f"{day.year}年{day.month}月{day.day}日")
        field.press("Tab")
    page.get_by_role("button", name="安排谈话").click()
    page.wait_for_url(re.compile("/secretaries/talks/[0-9a-f]"))


def rectify(page: Page, talk: str, *, begins: bool) -> None:
    """The secretary does the talk's task and comes back to the talk."""
    page.goto(talk)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="台账补记未注明原因").click()
    if begins:
        page.get_by_role("button", name="开始办理").click()
        expect(page.get_by_role("button", name="开始办理")).to_be_hidden()
    page.get_by_label("办了什么、结果如何").fill("三次补记均已注明原因，附影印件。")
    page.get_by_role("button", name="提交核实").click()
    expect(page.get_by_text("待核实").first).to_be_visible()
    page.goto(talk)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
