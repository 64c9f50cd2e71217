"""Every page of the desk and the phone, in both languages and sizes: it opens, says what it is,
and passes axe.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import steps
from browser.conftest import DESKTOP, PHONE, Server
from gongwei.commands.demo_texts import TODAY

pytestmark = pytest.mark.browser

OFFICER_PAGES = (
    "/",
    "/organisations?as_of=2008-12-31",
    "/organisations/changes",
    "/organisations/changes/new?kind=create",
    "/organisations/terms",
    "/organisations/units",
    "/members",
    "/members/new",
    "/secretaries",
    "/secretaries/vacancies?as_of=2006-01-01",
    "/secretaries/nominations",
    "/secretaries/nominations?view=batches",
    "/secretaries/nominations/new",
    "/volunteering",
    "/volunteering?view=list",
    "/volunteering/activities/new",
    "/volunteering/activities/new?way=blank",
    "/volunteering/hours",
    "/volunteering/hours?view=flagged",
    "/volunteering/hours?view=all",
    "/volunteering/figures",
    "/volunteering/teams",
    "/volunteering/certificates",
    "/volunteering/settings",
    "/imports",
    "/imports/new",
    "/imports/new?kind=hours",
    "/tasks",
    "/tasks/new",
    "/account",
)
ADMIN_PAGES = {
    ("安全管理员", "Security administrator"): ("/system/role-assignments", "/system/permissions"),
    ("系统管理员", "System administrator"): ("/system/users",),
    ("审计员", "Auditor"): ("/system/audit",),
}


def visit(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("role", ["工委干部", "Committee officer"], ids=["Chinese", "English"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_officers_pages_pass_axe(
    demonstration: Server,
    open_page: Callable[..., Page],
    size: dict[str, int],
    role: str,
) -> None:
    page = open_page(demonstration, size)
    page.goto("/sign-in")
    if role.isascii():
        page.get_by_role("button", name="English").click()
    expect(page.locator(".demo-account", has_text=role)).to_be_visible()
    found = {"/sign-in": steps.axe_violations(page)}
    steps.enter_as(page, role)
    for path in OFFICER_PAGES:
        visit(page, path)
        found[path] = steps.axe_violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            found[path].append(f"wider than the window by {wide}")
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_an_organisation_is_found_and_opened_by_the_keyboard_alone(
    demonstration: Server, open_page: Callable[..., Page]
) -> None:
    page = open_page(demonstration)
    steps.enter_as(page, "工委干部")
    expect(page.locator(".global-search input")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("qczjjg")
    name = "中共区财政局机关支部委员会"
    expect(page.get_by_role("option", name=name)).to_be_attached()
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations?selected=*")
    expect(page.get_by_role("heading", name=name)).to_be_visible()


@pytest.mark.parametrize("administrator", list(ADMIN_PAGES))
def test_the_administrators_pages_pass_axe(
    demonstration: Server, open_page: Callable[..., Page], administrator: tuple[str, str]
) -> None:
    page = open_page(demonstration)
    steps.enter_as(page, administrator[0])
    found = {}
    for path in ADMIN_PAGES[administrator]:
        visit(page, path)
        found[path] = steps.axe_violations(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_every_role_is_one_click_away(
    demonstration: Server, open_page: Callable[..., Page]
) -> None:
    page = open_page(demonstration)
    page.goto("/sign-in")
    entries = page.locator(".demo-account")
    expect(entries).to_have_count(11)
    for place in range(11):
        page = open_page(demonstration)
        page.goto("/sign-in")
        page.locator(".demo-account").nth(place).click()
        expect(page.get_by_role("heading", name="首页")).to_be_visible()


def test_the_phone_shows_an_honest_home(
    demonstration: Server, open_page: Callable[..., Page]
) -> None:
    accounts = open_page(demonstration).request.get("/api/v1/public/demo-accounts").json()["items"]
    member = next(account for account in accounts if account["role"] == "member")
    page = open_page(demonstration, PHONE)
    page.goto("/m/")
    page.get_by_label("用户名").fill(member["username"])
    page.get_by_label("密码").fill(member["password"])
    assert steps.axe_violations(page) == []
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_text("我的任务")).to_be_visible()
    expect(page.get_by_text(member["display_name"])).to_be_visible()
    expect(page.get_by_role("link", name=TODAY.title)).to_be_visible()
    assert steps.axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_label("用户名")).to_be_visible()


def test_the_api_pages_need_no_other_host(
    demonstration: Server, open_page: Callable[..., Page]
) -> None:
    page = open_page(demonstration)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/docs")
    expect(page.get_by_role("heading", level=3).first).to_be_visible()
    further = page.get_by_text("/api/v1/organisations/tree")
    for _ in range(200):  # what is far from the window is drawn when it comes near
        if further.count():
            break
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(100)
    expect(further).to_be_attached()
    strangers = [u for u in asked if not u.startswith((demonstration.address, "data:", "blob:"))]
    assert strangers == []
