"""A service day on the phone, with a camera that looks at real codes: with and without a network,
as the member who serves and as the secretary who leads.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import fake_camera, steps
from browser.conftest import PHONE, Server, chromium
from browser.service_day import (
    Account,
    Body,
    Leader,
    Moment,
    enter_phone,
    is_upload,
    keep_offline,
    lose_network,
    phone_with_memory,
    regain_network,
    sign_in,
)
from conftest import DATA_KEY
from gongwei.commands.serving import demo_secrets
from gongwei.core.crypto import Vault, configure_vault

pytestmark = pytest.mark.browser

SMALL = {"width": 360, "height": 740}
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
SAVED = "已在本机保存，联网后自动上传"
UPLOADS = "**/api/v1/check-in*"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def camera(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the camera looks at; nothing of ours at first."""
    file = tmp_path_factory.mktemp("camera") / "seen.y4m"
    fake_camera.show(file, "https://example.org/")
    return file


@pytest.fixture(scope="module")
def browser(camera: Path) -> Iterator[Browser]:
    """Chromium with the camera of these tests."""
    with chromium(*fake_camera.camera_arguments(camera)) as started:
        yield started


@pytest.fixture(scope="module", autouse=True)
def codes(demonstration: Server) -> Iterator[None]:
    """Codes of earlier steps are made here, with the key that the demonstration keeps."""
    kept = demo_secrets(Path(demonstration.environment["GONGWEI_DATA_DIR"]))
    configure_vault(Vault.from_key(kept["data_key"]))
    yield
    configure_vault(Vault.from_key(DATA_KEY))


@pytest.fixture(scope="module")
def leader(demonstration: Server) -> Iterator[Leader]:
    entered = Leader(demonstration)
    yield entered
    entered.close()


@pytest.fixture(scope="module")
def member(demonstration: Server) -> Iterator[Account]:
    """Who serves: signed up for the service day that goes on, and not there yet."""
    entered = Account(demonstration, "member")
    yield entered
    entered.close()


@pytest.fixture(scope="module")
def service_day(member: Account) -> Body:
    """The activity that goes on in the demonstration."""
    items = member.get("/me/activities")["items"]
    (found,) = [one for one in items if one["state"] == "in_progress"]
    return dict(found)


@pytest.fixture(autouse=True)
def day(leader: Leader, member: Account) -> Iterator[None]:
    """Every test has a day of its own."""
    yield
    leader.end_day(member.person_id)


def look_at(camera: Path, code: str, server: Server) -> None:
    fake_camera.show(camera, f"{server.address}/m/#c={code}")


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
    later = leader.publish("文明交通服务", begins=timedelta(hours=20))
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
