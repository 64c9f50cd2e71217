"""A whole round of the duty review with the sixty secretaries of the district, from set-up to an
objection.
"""

import time
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from browser import steps
from browser.conftest import PHONE, Server
from browser.duty import deciding, mass, organiser, reporter, voting
from browser.duty.people import Open, act, page_of, words
from browser.service_day.phones import Account

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("keys")]

BRANCH = "财政局机关支部"


@pytest.fixture
def entered(demonstration: Server, open_page: Open) -> Callable[[str], Page]:
    def enter(role: str) -> Page:
        page = open_page(demonstration)
        steps.enter_as(page, role)
        return page

    return enter


def test_a_round(demonstration, open_page, entered) -> None:
    server = demonstration
    account = Account(server, "committee_officer")
    today = date.fromisoformat(account.get("/public/settings")["today"])
    officer, secretary, leader = entered("工委干部"), entered("党组织书记"), entered("工委领导")
    title = "六十名书记述职评议"
    path = organiser.prepare(officer, title, today)
    organiser.set_scheme(officer, path)
    organiser.add_by_hand(officer, path, BRANCH)
    organiser.add_the_others(account, path)
    officer.reload()
    expect(officer.get_by_text("参加 60 人，不参加 0 人")).to_be_visible()
    officer.goto(path)
    act(officer, "启动述职")
    round_id = path.rsplit("/", 1)[-1]
    people = account.get(f"/duty-rounds/{round_id}/board")["items"]
    print([(p["position"], p["name"], p["organisation_name"]) for p in people])
    own = next(p for p in people if p["name"] == "茅辉")
    late = people[2]
    print(account.get("/duty-rounds/" + round_id)["counts"])
    reporter.write(secretary, path)
    t = time.time()
    mass.hand_in_others(server, round_id, [own["organisation_id"], late["organisation_id"]])
    print("hand in", time.time() - t)
    print(organiser.board(officer, path))
    reporter.submit(secretary)
    organiser.send_back(officer, "茅辉", path)
    print(organiser.board(officer, path))
    reporter.mend(secretary, organiser.RETURNED, organiser.DEMAND)
    mass.let_a_night_pass(server, round_id)
    admin = Account(server, "system_admin")
    users = admin.get("/users", q="secretary", limit=200)["items"]
    print([(u["username"], u["display_name"], u["organisation_name"]) for u in users])
    username = next(u["username"] for u in users if u["display_name"] == late["name"])
    neighbour = page_of(open_page(server), server, username)
    print(organiser.board(officer, path), words(officer.locator(".board-sum")))
    reporter.write(neighbour, path)
    reporter.submit(neighbour, late=True)
    organiser.look(officer, f"{path}/board?late=late")
    print([words(r) for r in officer.get_by_role("row").all()])
    print(organiser.board(officer, path), words(officer.locator(".board-sum")))
    neighbour.goto(f"{path}/board")
    neighbour.wait_for_load_state("networkidle")
    print("NEIGHBOUR", words(neighbour.get_by_role("main")))
    for p in (f"{path}/participants", f"{path}/results", secretary.url[secretary.url.index("/duty/"):], f"{path}/ballots", f"{path}/meeting"):
        neighbour.goto(p)
        neighbour.wait_for_load_state("networkidle")
        print("NEIGHBOUR", p, words(neighbour.locator("body")))
    for one in account.get("/duty-reports", round_id=round_id, limit=200)["items"]:
        account.post(f"/duty-reports/{one['id']}/actions/accept")
    print(organiser.board(officer, path))
    deciding.hear(leader, path, "茅辉")
    reporter.rectify(secretary, deciding.PROBLEM)
    officer.goto(path)
    act(officer, "开始评议")
    for group in ("领导评议", "书记互评", "党员群众代表测评"):
        voting.arrange(officer, path, group, f"{group}现场")
    voting.arrange(officer, path, "党员群众代表测评", "财政局代表", about="财政局", rater="叶辉")
    organiser.accessible(officer)
    voting_codes = {g: voting.issue(account, path, f"{g}现场", n) for g, n in (("领导评议", 6), ("书记互评", 7), ("党员群众代表测评", 12))}
    t = time.time()
    *members, by_page = voting_codes.pop("党员群众代表测评")
    for codes in (*voting_codes.values(), members):
        mass.vote(server, codes)
    print("votes", time.time() - t)
    t = time.time()
    voting.cast_on_phone(open_page(server, PHONE), by_page, 60)
    print("phone", time.time() - t)
    rater = entered("测评人")
    rater.goto(path)
    rater.wait_for_load_state("networkidle")
    print("RATER", words(rater.locator("body")))
    voting.cast_by_account(rater, "财政局代表", "茅辉")
    organiser.look(officer, f"{path}/ballots")
    print(words(officer.get_by_role("main")))
    voting.close_all(officer, path)
    officer.goto(path)
    act(officer, "计算结果")
    deciding.open_result(leader, path, "茅辉")
    print(words(leader.get_by_role("main")))
    act(leader, "按建议确定")
    t = time.time()
    deciding.decide_otherwise(leader, path, "刘伟", "优秀")
    deciding.decide_the_others(leader, path, 58)
    print("decide", time.time() - t)
    second = page_of(open_page(server), server, "second.leader")
    deciding.confirm(second, path, "刘伟")
    officer.goto(path)
    act(officer, "发布结果")
    print(reporter.read_result(secretary, title))
    reporter.object_to(secretary, organiser.RECORD, deciding.OBJECTION)
    deciding.open_result(officer, path, "茅辉")
    print(words(officer.get_by_role("main"))[-500:])
    officer.get_by_role("link", name="去核查").click()
    officer.wait_for_url("**/objections/*")
    organiser.accessible(officer)
    print(words(officer.get_by_role("main")))
    neighbour.goto("/duty/my-results")
    neighbour.wait_for_load_state("networkidle")
    print(words(neighbour.get_by_role("main")))
