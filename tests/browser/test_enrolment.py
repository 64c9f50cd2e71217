"""Somebody on the roster is given an account and a role by two administrators, and enters with it
on a phone.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import steps
from browser.conftest import PHONE, Server

pytestmark = pytest.mark.browser

NAME, BRANCH = "鲍彬", "中共区公安分局机关支部委员会"
OWN_PASSWORD = "herons over the weir 61"


def test_from_the_roster_to_the_phone(
    demonstration: Server, open_page: Callable[..., Page]
) -> None:
    system, security = open_page(demonstration), open_page(demonstration)
    username, password = opened(system)
    granted(security)
    phone = open_page(demonstration, PHONE)
    phone.goto("/m/")
    phone.get_by_label("用户名").fill(username)
    phone.get_by_label("密码").fill(password)
    phone.get_by_role("button", name="登录", exact=True).click()
    phone.get_by_role("link", name="去修改").click()
    steps.set_own_password(phone, password, OWN_PASSWORD)
    phone.wait_for_url("**/m/")
    expect(phone.get_by_text(BRANCH)).to_be_visible()
    expect(phone.get_by_role("link", name="查看活动")).to_be_visible()


def opened(page: Page) -> tuple[str, str]:
    """The system administrator opens the account; answers what its slip says."""
    steps.enter_as(page, "系统管理员")
    page.goto("/system/users")
    page.get_by_role("button", name="按名册开通账号").click()
    page.get_by_placeholder("搜索姓名或拼音").fill(NAME)
    start(page, "为 1 人开通账号")
    expect(page.get_by_text("已为 1 人开通账号")).to_be_visible()
    assert steps.axe_violations(page) == []
    row = page.get_by_role("row").filter(has=page.get_by_role("cell", name=NAME, exact=True))
    found = [re.sub(r"\s+", "", text) for text in row.get_by_role("cell").all_inner_texts()]
    assert (found[0], found[1]) == (NAME, "baobin")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载表格").click()
    assert download.value.suggested_filename.endswith(".csv")
    return found[1], found[2]


def granted(page: Page) -> None:
    """The security administrator grants the role that follows from the roster."""
    steps.enter_as(page, "安全管理员")
    page.goto("/system/role-assignments")
    page.get_by_role("button", name="按名册授予角色").click()
    page.get_by_placeholder("搜索姓名或拼音").fill(NAME)
    due = page.get_by_role("main").get_by_role("listitem")
    expect(due).to_have_text([f"党员：{BRANCH}"])
    start(page, "授予 1 人的角色")
    expect(page.get_by_text("已授予 1 个角色")).to_be_visible()


def start(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=label, exact=True).click()
