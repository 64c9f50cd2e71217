"""A service day without a network, as the member who serves and as the secretary who leads: what
was scanned is counted once, whatever becomes of the phone.
"""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import fake_camera
from browser.conftest import PHONE, Server
from browser.service_day.phones import (
    SMALL,
    Account,
    Body,
    Leader,
    Moment,
    Open,
    enter_phone,
    is_upload,
    keep_offline,
    look_at,
    lose_network,
    phone_with_memory,
    regain_network,
    sign_in,
)

pytestmark = pytest.mark.browser

SAVED = "已在本机保存，联网后自动上传"
UPLOADS = "**/api/v1/check-in*"


def test_half_an_hour_without_a_network_is_two_records_and_thirty_minutes(
    demonstration: Server, open_page: Open, camera: Path, leader: Leader, member: Account
) -> None:
    activity = leader.publish("社区为老服务", sign_up_required=False)
    came, left = Moment(minutes_ago=35), Moment(minutes_ago=5)
    page = open_page(demonstration, PHONE)
    enter_phone(page, member.account)
    keep_offline(page)
    page.context.set_offline(True)
    page.clock.set_fixed_time(came.seen)
    page.reload()
    look_at(camera, came.code(activity), demonstration)
    page.goto("/m/#/scan/entry")
    expect(page.locator(".outcome-words")).to_have_text(SAVED)
    page.clock.set_fixed_time(left.seen)
    page.goto("/m/#/")  # away from the camera, which would read the first code once more
    page.reload()
    expect(page.get_by_text("1 条记录待上传")).to_be_visible()
    look_at(camera, left.code(activity), demonstration)
    page.goto("/m/#/scan/exit")
    expect(page.locator(".outcome-words")).to_have_text(SAVED)
    page.get_by_role("button", name="返回今天").click()
    expect(page.get_by_text("2 条记录待上传")).to_be_visible()
    assert leader.check_ins(activity, member.person_id) == []
    page.clock.set_fixed_time(datetime.now(UTC))
    regain_network(page)
    (line,) = leader.get(f"/activities/{activity['id']}/roster")["items"]
    assert (line["presence"], line["minutes"]) == ("left", 30)
    assert leader.check_ins(activity, member.person_id) == [
        ("entry", "scan", "accepted"),
        ("exit", "scan", "accepted"),
    ]


def test_a_saved_record_outlives_the_browser(
    demonstration: Server, browser: Browser, tmp_path: Path, leader: Leader, member: Account
) -> None:
    activity = leader.publish("送学上门服务", sign_up_required=False)
    with phone_with_memory(browser, demonstration, SMALL, tmp_path) as page:
        enter_phone(page, member.account)
        lose_network(page)
        page.goto(f"/m/#c={leader.screen(activity)}")
        expect(page.locator(".outcome-words")).to_have_text(SAVED)
    with phone_with_memory(browser, demonstration, SMALL, tmp_path) as page:
        page.context.set_offline(True)
        page.goto("/m/")
        expect(page.get_by_text("1 条记录待上传")).to_be_visible()
        assert leader.check_ins(activity, member.person_id) == []
        regain_network(page)
    assert leader.check_ins(activity, member.person_id) == [("entry", "scan", "accepted")]


def test_two_tabs_send_a_record_once(
    demonstration: Server, open_page: Open, leader: Leader, member: Account
) -> None:
    activity = leader.publish("文明餐桌服务", sign_up_required=False)
    page = open_page(demonstration, SMALL)
    enter_phone(page, member.account)
    keep_offline(page)
    other = page.context.new_page()
    other.goto("/m/")
    expect(other.get_by_role("navigation")).to_be_visible()
    uploads: list[str] = []
    page.context.on("request", lambda one: uploads.append(one.url) if is_upload(one) else None)
    page.context.set_offline(True)
    page.goto(f"/m/#c={leader.screen(activity)}")
    expect(page.locator(".outcome-words")).to_have_text(SAVED)
    other.reload()
    expect(other.get_by_text("1 条记录待上传")).to_be_visible()
    uploads.clear()  # what was tried without a network
    page.context.set_offline(False)
    expect(other.get_by_text("待上传")).to_be_hidden()
    expect(page.locator(".outcome-words")).to_have_text("签到成功")
    assert len(uploads) == 1
    assert leader.check_ins(activity, member.person_id) == [("entry", "scan", "accepted")]


def test_signing_out_loses_no_record_that_waits(
    demonstration: Server, open_page: Open, leader: Leader, member: Account
) -> None:
    activity = leader.publish("平安巡逻服务", sign_up_required=False)
    page = open_page(demonstration, SMALL)
    enter_phone(page, member.account)
    page.route(UPLOADS, lambda route: route.abort())
    page.goto(f"/m/#c={leader.screen(activity)}")
    expect(page.locator(".outcome-words")).to_have_text(SAVED)
    page.get_by_role("button", name="返回今天").click()
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_label("用户名")).to_be_visible()
    expect(page.get_by_text("1 条记录待上传")).to_be_visible()
    page.unroute(UPLOADS)
    with page.expect_response(UPLOADS):
        sign_in(page, member.account)
    expect(page.get_by_text("待上传")).to_be_hidden()
    assert leader.check_ins(activity, member.person_id) == [("entry", "scan", "accepted")]


def test_the_leader_scans_a_members_own_code_without_a_network(
    demonstration: Server, open_page: Open, camera: Path, leader: Leader, member: Account
) -> None:
    activity = leader.publish("法律服务进社区", sign_up_required=False)
    page = open_leader(demonstration, open_page, leader, activity)
    lose_network(page)
    own = member.get("/me/personal-code")
    fake_camera.show(camera, own["code"])
    page.get_by_role("link", name="扫成员的码").click()
    expect(page.get_by_text("1 条记录待上传")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text(own["name"])).to_be_visible()
    assert leader.check_ins(activity, member.person_id) == [("entry", "personal_code", "accepted")]
    page.get_by_role("link", name="返回带队").click()
    page.get_by_role("link", name="名单点名").click()
    page.get_by_role("button", name=f"{own['name']}签退").click()
    expect(page.get_by_text("已离开 · ")).to_be_visible()


def test_the_leaders_screen_lasts_a_quarter_of_an_hour_without_a_network(
    demonstration: Server, open_page: Open, leader: Leader
) -> None:
    activity = leader.publish("健康义诊服务")
    page = open_leader(demonstration, open_page, leader, activity)
    page.get_by_role("link", name="出示签到码").click()
    code = page.get_by_role("img", name="签到二维码")
    expect(code).to_be_visible()
    lose_network(page)
    expect(page.get_by_text("网络中断，二维码还可用")).to_be_visible()
    first, now = code.inner_html(), datetime.now(UTC)
    page.clock.set_fixed_time(now + timedelta(minutes=14))
    page.reload()
    expect(page.get_by_text(re.compile("二维码还可用 [01] 分钟"))).to_be_visible()
    assert code.inner_html() != first
    page.clock.set_fixed_time(now + timedelta(minutes=16))
    expect(page.get_by_text("二维码已用完")).to_be_visible()
    expect(code).to_be_hidden()


def open_leader(server: Server, open_page: Open, leader: Leader, activity: Body) -> Page:
    """The leader's page of an activity."""
    page = open_page(server, PHONE)
    enter_phone(page, leader.account, f"/m/#/lead/{activity['id']}")
    expect(page.get_by_role("heading", name=activity["title"])).to_be_visible()
    return page
