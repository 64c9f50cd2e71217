"""A service day on the phone, with a camera that looks at real codes: with and without a network,
as member and as leader.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import fake_camera, steps
from browser.conftest import PHONE, Server, chromium
from browser.service_day import Body, Office, enter_phone, keep_offline

pytestmark = pytest.mark.browser

SMALL = {"width": 360, "height": 740}
MEMBER_PAGES = ("#/", "#/activities", "#/code", "#/hours", "#/certificates", "#/records")
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


@pytest.fixture(scope="module")
def office(demonstration: Server) -> Iterator[Office]:
    entered = Office(demonstration, "committee_officer")
    yield entered
    entered.close()


@pytest.fixture(scope="module")
def member(demonstration: Server) -> Iterator[Office]:
    """Somebody who serves: the secretary's account stands for a person of the roster."""
    entered = Office(demonstration, "secretary")
    yield entered
    entered.close()


@pytest.fixture(autouse=True)
def day(office: Office) -> Iterator[None]:
    """Every test has a day of its own."""
    yield
    office.end_day()


def look_at(camera: Path, code: str, server: Server) -> None:
    fake_camera.show(camera, f"{server.address}/m/#c={code}")


def scan(page: Page, button: str, outcome: str) -> None:
    """Press the one big button, hold the phone to the screen, read what became of it."""
    page.get_by_role("link", name=button).first.click()
    expect(page.locator(".outcome-words")).to_have_text(outcome)
    page.get_by_role("button", name="返回今天").click()


def test_a_member_signs_up_checks_in_and_out(
    demonstration: Server, open_page: Open, camera: Path, office: Office, member: Office
) -> None:
    activity = office.publish("文明交通服务")
    page = open_page(demonstration, PHONE)
    enter_phone(page, member.account, f"/m/#/activities/{activity['id']}")
    page.get_by_role("button", name="报名", exact=True).click()
    expect(page.get_by_text("报名成功。")).to_be_visible()
    page.get_by_role("link", name="今天").click()
    expect(page.get_by_role("link", name=activity["title"])).to_be_visible()
    look_at(camera, office.screen(activity), demonstration)
    scan(page, "签到", "签到成功")
    expect(page.locator(".big")).to_contain_text("签退")
    look_at(camera, office.screen(activity), demonstration)
    scan(page, "签退", "签退成功")
    expect(page.locator(".big")).to_contain_text("已完成")
    assert office.check_ins(activity) == [
        ("entry", "scan", "accepted"),
        ("exit", "scan", "accepted"),
    ]


def test_what_is_scanned_without_a_network_is_counted_once(
    demonstration: Server, open_page: Open, camera: Path, office: Office, member: Office
) -> None:
    activity = office.publish("社区为老服务", sign_up_required=False)
    code = office.screen(activity)
    page = open_page(demonstration, PHONE)
    enter_phone(page, member.account)
    keep_offline(page)
    page.context.set_offline(True)
    page.reload()
    look_at(camera, code, demonstration)
    page.goto("/m/#/scan/entry")
    expect(page.locator(".outcome-words")).to_have_text("已在本机保存，联网后自动上传")
    page.reload()
    expect(page.get_by_text("1 条记录待上传")).to_be_visible()
    assert office.check_ins(activity) == []
    page.context.set_offline(False)
    expect(page.get_by_text("1 条记录待上传")).to_be_hidden()
    page.get_by_role("link", name="我的签到记录").click()
    expect(page.get_by_text("已计入 · 签到成功").first).to_be_visible()
    assert office.check_ins(activity) == [("entry", "scan", "accepted")]
    look_at(camera, office.screen(activity), demonstration)
    page.get_by_role("link", name="今天").click()
    scan(page, "签退", "签退成功")


def test_a_link_from_the_phones_own_scanner_checks_in_with_no_tap(
    demonstration: Server, open_page: Open, office: Office, member: Office
) -> None:
    activity = office.publish("义务植树服务", sign_up_required=False)
    page = open_page(demonstration, SMALL)
    enter_phone(page, member.account)
    page.goto(f"/m/#c={office.screen(activity)}")
    expect(page.locator(".outcome-words")).to_have_text("签到成功")
    assert page.url.endswith("/m/#/")
    page.goto(f"/m/#c={office.screen(activity)}")
    expect(page.get_by_role("heading", name="您刚刚签到过")).to_be_visible()
    assert steps.axe_violations(page) == []
    page.get_by_role("button", name="签退").click()
    expect(page.locator(".outcome-words")).to_have_text("签退成功")


def test_a_code_that_was_not_made_here_is_refused_and_kept(
    demonstration: Server, open_page: Open, office: Office, member: Office
) -> None:
    activity = office.publish("环境整治服务", sign_up_required=False)
    forged = office.screen(activity)[:-22] + "A" * 22
    page = open_page(demonstration, SMALL)
    enter_phone(page, member.account)
    page.goto(f"/m/#c={forged}")
    expect(page.locator(".outcome-words")).to_have_text("这不是本次活动的签到码")
    assert steps.axe_violations(page) == []
    page.get_by_role("button", name="返回今天").click()
    page.get_by_role("link", name="我的签到记录").click()
    expect(page.get_by_text("未计入 · 这不是本次活动的签到码").first).to_be_visible()
    assert office.check_ins(activity) == []


def test_the_leader_scans_a_members_own_code_without_a_network(
    demonstration: Server, open_page: Open, camera: Path, office: Office, member: Office
) -> None:
    activity = office.publish("法律服务进社区", sign_up_required=False)
    leader = open_leader(demonstration, open_page, office, activity)
    keep_offline(leader)
    leader.context.set_offline(True)
    leader.reload()
    own = member.get("/me/personal-code")
    fake_camera.show(camera, own["code"])
    leader.get_by_role("link", name="扫成员的码").click()
    expect(leader.get_by_text("1 条记录待上传")).to_be_visible()
    leader.context.set_offline(False)
    expect(leader.get_by_text(own["name"])).to_be_visible()
    assert office.check_ins(activity) == [("entry", "personal_code", "accepted")]
    leader.get_by_role("link", name="返回带队").click()
    leader.get_by_role("link", name="名单点名").click()
    leader.get_by_role("button", name=f"{own['name']}签退").click()
    expect(leader.get_by_text("已离开 · ")).to_be_visible()


def test_the_leaders_screen_survives_a_lost_network(
    demonstration: Server, open_page: Open, office: Office
) -> None:
    activity = office.publish("健康义诊服务")
    leader = open_leader(demonstration, open_page, office, activity)
    leader.get_by_role("link", name="出示签到码").click()
    code = leader.get_by_role("img", name="签到二维码")
    expect(code).to_be_visible()
    keep_offline(leader)
    assert steps.axe_violations(leader) == []
    leader.context.set_offline(True)
    leader.reload()
    expect(code).to_be_visible()
    expect(leader.get_by_text("网络中断，二维码还可用")).to_be_visible()


def open_leader(server: Server, open_page: Open, office: Office, activity: Body) -> Page:
    """The leader's page of an activity, for the office."""
    page = open_page(server, PHONE)
    steps.enter_as(page, "工委干部")
    page.goto(f"/m/#/lead/{activity['id']}")
    expect(page.get_by_role("heading", name=activity["title"])).to_be_visible()
    return page


@pytest.mark.parametrize("language", ["中文", "English"])
def test_the_members_pages_pass_axe_on_the_smallest_phone(
    demonstration: Server, open_page: Open, member: Office, language: str
) -> None:
    page = open_page(demonstration, SMALL)
    enter_phone(page, member.account)
    if language == "English":
        page.get_by_role("button", name="English").click()
    found = {}
    for place in MEMBER_PAGES:
        page.goto(f"/m/{place}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        found[place] = steps.axe_violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            found[place].append(f"wider than the window by {wide}")
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_a_certificate_that_does_not_exist_is_said_to_be_none(
    demonstration: Server, open_page: Open
) -> None:
    page = open_page(demonstration, SMALL)
    page.goto("/m/#certificate=AAAAAAAAAAAAAAAAAAAAAA")
    expect(page.get_by_text("没有查到这份证明")).to_be_visible()
    assert steps.axe_violations(page) == []
