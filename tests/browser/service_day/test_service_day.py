"""A service day on the phone, with a camera that looks at real codes."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import steps
from browser.conftest import PHONE, Server
from browser.service_day.phones import (
    SMALL,
    Account,
    Body,
    Leader,
    Moment,
    Open,
    enter_phone,
    look_at,
)

pytestmark = pytest.mark.browser

MEMBER_PAGES = (
    "#/",
    "#/activities",
    "#/teams",
    "#/code",
    "#/scan/entry",
    "#/hours",
    "#/certificates",
    "#/records",
)


def scan(page: Page, button: str, outcome: str) -> None:
    """Press the one big button, hold the phone to the screen, read what became of it."""
    page.get_by_role("link", name=button).first.click()
    expect(page.locator(".outcome-words")).to_have_text(outcome)
    page.get_by_role("button", name="返回今天").click()


def test_a_member_signs_up_for_the_next_day_and_checks_in_and_out_today(
    demonstration: Server,
    open_page: Open,
    camera: Path,
    leader: Leader,
    member: Account,
    service_day: Body,
) -> None:
    later = leader.publish("文明交通服务", begins=timedelta(days=1))
    page = open_page(demonstration, PHONE)
    enter_phone(page, member.account, f"/m/#/activities/{later['id']}")
    page.get_by_role("button", name="报名", exact=True).click()
    expect(page.get_by_text("报名成功。")).to_be_visible()
    page.get_by_role("link", name="今天").click()
    expect(page.get_by_role("link", name=service_day["title"])).to_be_visible()
    look_at(camera, leader.screen(service_day), demonstration)
    scan(page, "签到", "签到成功")
    expect(page.locator(".big")).to_contain_text("签退")
    look_at(camera, leader.screen(service_day), demonstration)
    scan(page, "签退", "签退成功")
    expect(page.locator(".big")).to_contain_text("已完成")
    assert leader.check_ins(service_day, member.person_id) == [
        ("entry", "scan", "accepted"),
        ("exit", "scan", "accepted"),
    ]


def test_a_link_from_the_phones_own_scanner_checks_in_with_no_tap(
    demonstration: Server, open_page: Open, leader: Leader, member: Account
) -> None:
    activity = leader.publish("义务植树服务", sign_up_required=False)
    page = open_page(demonstration, SMALL)
    enter_phone(page, member.account)
    page.goto(f"/m/#c={leader.screen(activity)}")
    expect(page.locator(".outcome-words")).to_have_text("签到成功")
    assert page.url.endswith("/m/#/")
    page.goto(f"/m/#c={leader.screen(activity)}")
    expect(page.get_by_role("heading", name="您刚刚签到过")).to_be_visible()
    assert steps.axe_violations(page) == []
    page.get_by_role("button", name="签退").click()
    expect(page.locator(".outcome-words")).to_have_text("签退成功")


def test_an_expired_code_and_a_forged_one_are_refused_and_kept(
    demonstration: Server, open_page: Open, leader: Leader, member: Account
) -> None:
    activity = leader.publish("环境整治服务", sign_up_required=False)
    page = open_page(demonstration, SMALL)
    enter_phone(page, member.account)
    page.goto(f"/m/#c={Moment(minutes_ago=3).code(activity)}")
    expect(page.locator(".outcome-words")).to_have_text("二维码已更新，请重新扫描屏幕上的二维码")
    page.goto(f"/m/#c={leader.screen(activity)[:-22]}{'A' * 22}")
    expect(page.locator(".outcome-words")).to_have_text("这不是本次活动的签到码")
    assert steps.axe_violations(page) == []
    page.get_by_role("button", name="返回今天").click()
    page.get_by_role("link", name="我的签到记录").click()
    expect(page.get_by_text("未计入 · 这不是本次活动的签到码").first).to_be_visible()
    expect(page.get_by_text("未计入 · 二维码已更新").first).to_be_visible()
    assert leader.check_ins(activity, member.person_id) == []


@pytest.mark.parametrize("language", ["中文", "English"])
def test_the_pages_of_member_and_leader_pass_axe_on_the_smallest_phone(
    demonstration: Server,
    open_page: Open,
    leader: Leader,
    member: Account,
    service_day: Body,
    language: str,
) -> None:
    led, shift = f"#/lead/{service_day['id']}", service_day["shifts"][0]["id"]
    visits = {
        member: (*MEMBER_PAGES, f"#/activities/{service_day['id']}"),
        leader: (led, *(f"{led}/{way}/{shift}" for way in ("screen", "scan", "list"))),
    }
    found: dict[str, list[str]] = {}
    for who, places in visits.items():
        page = open_page(demonstration, SMALL)
        enter_phone(page, who.account)
        if language == "English":
            page.get_by_role("button", name="English").click()
        found |= {place: faults_of(page, place) for place in places}
    assert {place: faults for place, faults in found.items() if faults} == {}


def faults_of(page: Page, place: str) -> list[str]:
    """What axe finds at a place of the phone, and whether it is wider than the window."""
    page.goto(f"/m/{place}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    too_wide = [f"wider than the window by {wide}"] if wide > 0 else []
    return steps.axe_violations(page) + too_wide


def test_a_certificate_that_does_not_exist_is_said_to_be_none(
    demonstration: Server, open_page: Open
) -> None:
    page = open_page(demonstration, SMALL)
    page.goto("/m/#certificate=AAAAAAAAAAAAAAAAAAAAAA")
    expect(page.get_by_text("没有查到这份证明")).to_be_visible()
    assert steps.axe_violations(page) == []
