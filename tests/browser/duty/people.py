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


class Town:
    """The demonstration with its people, who enter on pages, and its officer over HTTP."""

    def __init__(self, server: Server, open_page: Open) -> None:
        self.server, self.open_page = server, open_page
        self.officer = Account(server, "committee_officer")
        self.administrator = Account(server, "system_admin")
        self.today = date.fromisoformat(self.officer.get("/public/settings")["today"])

    def close(self) -> None:
        self.officer.close()
        self.administrator.close()

    def enter(self, role: str) -> Page:
        """Somebody whom the sign-in page offers."""
        page = self.open_page(self.server)
        steps.enter_as(page, role)
        return page

    def enter_with_reset_password(self, username: str) -> Page:
        """Somebody whose password nobody knows: an administrator resets it, and it is changed at
        the first sign-in.
        """
        (user,) = self.administrator.get("/users", q=username)["items"]
        reset = f"/users/{user['id']}/actions/reset_password"
        self.administrator.post(reset, {"password": PASSWORD})
        page = self.open_page(self.server)
        steps.sign_in(page, username, PASSWORD)
        steps.set_own_password(page, PASSWORD, OWN_PASSWORD)
        expect(page.get_by_role("heading", name="首页")).to_be_visible()
        return page

    def tasks_of(self, name: str) -> tuple[int, int, int]:
        """The year's tasks of a secretary's organisation: done in time, done late, all."""
        (held,) = self.officer.get("/secretaries", q=name, scope="subtree")["items"]
        year = str(self.today.year)
        tasks = [
            one
            for one in everything(self.officer, "/tasks", organisation_id=held["organisation_id"])
            if one["due_on"].startswith(year) and one["state"] != "cancelled"
        ]
        done = [one for one in tasks if one["state"] in ("submitted", "verified")]
        late = sum(one["done_on"] > one["due_on"] for one in done)
        return len(done) - late, late, len(tasks)


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
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def accessible(page: Page) -> None:
    """As it stands now: axe finds nothing."""
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


def id_of(path: str) -> str:
    """The id at the end of a path."""
    return path.rsplit("/", 1)[-1]


def words(found: Locator) -> str:
    """Its text, blanks folded."""
    return re.sub(r"\s+", " ", found.inner_text()).strip()
