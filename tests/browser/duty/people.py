"""Who takes part in a round, on pages and over HTTP, and what all of them do on a page."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from playwright.sync_api import Locator, Page, expect

from browser import steps
from browser.conftest import PASSWORD, Server
from browser.service_day.phones import Account, Body

OWN_PASSWORD = "Ginkgo#leaves-2016"
Open = Callable[..., Page]


def page_of(page: Page, server: Server, username: str) -> Page:
    """A page of an account whose password nobody knows: an administrator resets it, and its holder
    sets another at the first sign-in.
    """
    administrator = Account(server, "system_admin")
    (user,) = administrator.get("/users", q=username)["items"]
    administrator.post(f"/users/{user['id']}/actions/reset_password", {"password": PASSWORD})
    administrator.close()
    steps.sign_in(page, username, PASSWORD)
    steps.set_own_password(page, PASSWORD, OWN_PASSWORD)
    expect(page.get_by_role("heading", name="首页")).to_be_visible()
    return page


def everything(account: Account, path: str, **query: Any) -> list[Body]:
    """All items of a list."""
    items: list[Body] = []
    cursor: str | None = None
    while True:
        more = {} if cursor is None else {"cursor": cursor}
        answer = account.get(path, limit=200, **query, **more)
        items += answer["items"]
        cursor = answer.get("next_cursor")
        if cursor is None:
            return items


def look(page: Page, path: str) -> None:
    """Go to a page and find nothing that keeps somebody out of it."""
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    accessible(page)


def accessible(page: Page) -> None:
    """As it stands now."""
    page.wait_for_load_state("networkidle")
    found = steps.axe_violations(page)
    assert found == [], (page.url, found)


def act(page: Page, name: str, reason: str | None = None) -> None:
    """Press an act and its button in the dialog that asks once, with the reason where it asks."""
    page.get_by_role("button", name=name, exact=True).click()
    dialog = page.get_by_role("dialog")
    if reason is not None:
        dialog.get_by_role("textbox").fill(reason)
    dialog.get_by_role("button", name=name, exact=True).click()
    expect(dialog).to_be_hidden()


def choices(page: Page, field: Locator, typed: str) -> Locator:
    """What a choice offers for what was typed."""
    field.click()
    field.fill(typed)
    return page.locator(".ant-select-dropdown:visible")


def pick_day(page: Page, label: str, day: date) -> None:
    field = page.get_by_role("textbox", name=label)
    field.fill(f"{day.year}年{day.month}月{day.day}日")
    field.press("Tab")


def words(found: Locator) -> str:
    """Its text, blanks folded."""
    return re.sub(r"\s+", " ", found.inner_text()).strip()
