"""A whole round of the duty review with the sixty secretaries of the district, from set-up to an
objection: officer, two leaders, secretaries, raters.
"""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import PHONE, Server
from browser.duty import deciding, mass, organiser, reporter, voting
from browser.duty.people import Open, Town, accessible, act, look, words
from gongwei.scoring.engine import half_up

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("keys")]

TITLE = "六十名书记述职评议"
OWN, LATE, RAISED = "茅辉", "莫志强", "刘伟"
"""Whose report comes back, whose is late, and whose grade is decided otherwise."""
LEADERS, FELLOWS, MEMBERS = "领导评议", organiser.FELLOWS, "党员群众代表测评"
CAST = {LEADERS: 6, FELLOWS: 7, MEMBERS: 12}
"""Ballots by code; the fellow secretaries needed ten."""


@pytest.fixture
def town(demonstration: Server, open_page: Open) -> Iterator[Town]:
    town = Town(demonstration, open_page)
    yield town
    town.close()


def test_a_round_of_sixty_secretaries_goes_from_set_up_to_an_objection(town: Town) -> None:
    officer, secretary = town.enter("工委干部"), town.enter("党组织书记")
    leader, second = town.enter("工委领导"), town.enter_with_reset_password("second.leader")
    path = opened(town, officer)
    report = one_comes_back(town, officer, secretary, path)
    neighbour = one_is_late(town, officer, path)
    meet(officer, secretary, leader, path)
    vote(town, officer, path)
    decide(town, leader, second, path)
    sees_nothing_of_others(neighbour, path, report)
    officer.goto(path)
    act(officer, "发布结果")
    object_to(officer, secretary, path)
    look(neighbour, "/duty/my-results")
    own = neighbour.get_by_role("listitem").filter(has_text=TITLE)
    expect(own).to_have_count(1)
    expect(own).to_contain_text("中共区教育委员会总支部委员会")
    assert town.server.command("invariants", "check").strip() == "all invariants hold"


def opened(town: Town, officer: Page) -> str:
    """From nothing to an open round; answers its path."""
    path = organiser.prepare(officer, TITLE, town.today)
    organiser.set_scheme(officer, path)
    organiser.add_by_hand(officer, path, "财政局机关支部")
    organiser.add_the_others(town.officer, path)
    officer.reload()
    expect(officer.get_by_text("参加 60 人，不参加 0 人")).to_be_visible()
    officer.goto(path)
    act(officer, "启动述职")
    assert organiser.board(officer, path) == {"未开始": 60}
    return path


def one_comes_back(town: Town, officer: Page, secretary: Page, path: str) -> str:
    """All but one report are handed in, and one of them twice; answers its path."""
    reporter.write(secretary, path)
    mass.hand_in_all_but(town.server, path, {OWN, LATE})
    assert organiser.board(officer, path) == {"待审核": 58, "撰写中": 1, "未开始": 1}
    accessible(officer)
    reporter.submit(secretary)
    organiser.send_back(officer, OWN, path)
    assert organiser.board(officer, path) == {"待审核": 58, "已退回修改": 1, "未开始": 1}
    reporter.mend(secretary, organiser.RETURNED, organiser.DEMAND)
    return secretary.url.removeprefix(town.server.address)


def one_is_late(town: Town, officer: Page, path: str) -> Page:
    """The last one comes a day after the last day, which is said for ever."""
    mass.let_a_night_pass(town.server, path)
    assert organiser.board(officer, path) == {"待审核": 59, "未开始": 1}
    expect(officer.get_by_role("row").filter(has_text=LATE)).to_contain_text("逾期未交")
    expect(officer.get_by_role("button", name="提醒全部未交的 1 人")).to_be_enabled()
    neighbour = town.enter_with_reset_password("unit03.secretary")
    reporter.write(neighbour, path)
    reporter.submit(neighbour, late=True)
    assert organiser.board(officer, path) == {"待审核": 60}
    expect(officer.get_by_text("已过 1 天 · 0 人未交 · 逾期提交 1 份")).to_be_visible()
    look(officer, f"{path}/board?late=late")
    rows = officer.get_by_role("row")
    expect(rows).to_have_count(2)
    assert f"{LATE} 中共区教育委员会总支部委员会 待审核 逾期提交" in words(rows.last)
    organiser.accept(officer, OWN, path)
    organiser.accept_the_others(town.officer, path)
    assert organiser.board(officer, path) == {"已通过": 60}
    return neighbour


def meet(officer: Page, secretary: Page, leader: Page, path: str) -> None:
    """A problem that is heard at the meeting becomes a task."""
    deciding.hear(leader, path, OWN)
    deciding.note_presented(officer, path, OWN)
    assert organiser.board(officer, path) == {"已通过": 59, "已述职": 1}
    reporter.find_task(secretary, deciding.PROBLEM)
    officer.goto(path)
    act(officer, "开始评议")


def vote(town: Town, officer: Page, path: str) -> None:
    """By codes, one of them on a phone, and by account; too few of the fellow secretaries."""
    for group in CAST:
        voting.arrange(officer, path, group, f"{group}现场")
    voting.arrange_for_rater(officer, path, MEMBERS, "财政局代表", about="财政局", rater="叶辉")
    codes = {
        group: voting.issue(town.officer, path, f"{group}现场", number)
        for group, number in CAST.items()
    }
    by_phone = codes[MEMBERS].pop()
    for issued in codes.values():
        mass.vote(town.server, issued)
    voting.cast_on_phone(town.open_page(town.server, PHONE), by_phone, 60)
    rater = town.enter("测评人")
    rater.goto(path)
    expect(rater.get_by_role("heading", name="没有这个页面")).to_be_visible()
    voting.cast_by_account(rater, "财政局代表", OWN)
    look(officer, f"{path}/ballots")
    counted = "发出 29 张 = 已投 26 + 未投 3 + 作废 0；票箱里有 26 份，与已投相等。"
    expect(officer.get_by_text(counted)).to_be_visible()
    accessible(officer)
    voting.close_all(officer, path, 4)
    officer.goto(path)
    act(officer, "计算结果")


def decide(town: Town, leader: Page, second: Page, path: str) -> None:
    """The numbers can be redone; one grade is decided otherwise and confirmed by a second."""
    deciding.open_result(leader, path, OWN)
    assert explained_wrongly(town, deciding.explained(leader)) == []
    accessible(leader)
    act(leader, "按建议确定")
    deciding.decide_otherwise(leader, path, RAISED, "优秀")
    deciding.decide_the_others(leader, path, 58)
    expect(leader.get_by_text("待复核 1 人 · 已确定 59 人")).to_be_visible()
    deciding.confirm(second, path, RAISED)


def explained_wrongly(town: Town, explanation: str) -> list[str]:
    """What an explanation lacks, by a second sum from the votes and the tasks."""
    in_time, late, due = town.tasks_of(OWN)
    leaders = Fraction(sum(mass.opinion(voter, 0) for voter in range(6)), 6)
    # The last code was used on the phone, and the rater has an account: both said the best.
    members = Fraction(sum(mass.opinion(voter, 0) for voter in range(11)) + 200, 13)
    record = 100 * (in_time + Fraction(late, 2)) / due
    total = half_up((30 * leaders + 40 * members + 10 * record) / 80, 2)
    said = (
        "缺组不计，其余各组按权重重新折算",
        "有效票 6 张（至少 3 张）",
        "平均分 = 585 ÷ 6 = 97.5",
        "有效票 7 张，少于 10 张，按缺组处理",
        "有效票 13 张（至少 10 张）",
        "平均分 = 1270 ÷ 13 = 97.692307…",
        f"（按时完成 {in_time} 项 + 逾期完成 {late} 项 ÷ 2）÷ 应完成 {due} 项",
        f"四舍五入，保留 2 位小数：{total}",
    )
    return [line for line in said if line not in explanation]


def sees_nothing_of_others(neighbour: Page, path: str, report: str) -> None:
    """The secretary of another organisation, before the publication."""
    assert organiser.board(neighbour, path) == {"已通过": 3}
    expect(neighbour.get_by_role("row").filter(has_text=OWN)).to_have_count(0)
    for hidden in (report, f"{path}/results", f"{path}/ballots"):
        neighbour.goto(hidden)
        expect(neighbour.get_by_text("没有这条记录，或您无权知道它是否存在。")).to_be_visible()
    neighbour.goto(f"{path}/meeting")
    expect(neighbour.get_by_text("由组织述职的党组织办理")).to_be_visible()
    look(neighbour, "/duty/my-results")
    expect(neighbour.get_by_role("main").locator(".row")).to_have_count(1)
    expect(neighbour.get_by_text(TITLE)).to_have_count(0)


def object_to(officer: Page, secretary: Page, path: str) -> None:
    """The own result is read with the class's spread, acknowledged and objected to."""
    said = reporter.read_result(secretary, TITLE)
    assert "全体 60 人" in said
    assert (LATE in said, RAISED in said) == (False, False)
    reporter.object_to(secretary, organiser.RECORD, deciding.OBJECTION)
    deciding.open_result(officer, path, OWN)
    officer.get_by_role("link", name="去核查").click()
    officer.wait_for_url("**/objections/*")
    expect(officer.get_by_role("heading", level=1)).to_have_text(f"{OWN}的异议")
    expect(officer.get_by_text(deciding.OBJECTION)).to_be_visible()
    accessible(officer)
