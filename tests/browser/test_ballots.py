"""Ballots by code on a phone of 360 px: cast once, whatever the network does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.conftest import Server
from browser.service_day.phones import SMALL, Account, Body, phone_with_memory
from browser.steps import axe_violations

Open = Callable[..., Page]
VOTES = "**/api/v1/public/ballots/*"
CAST = "投出选票，不能再改"
LEVELS = [{"label": "好", "value": "100"}, {"label": "一般", "value": "70"}]
SCHEME: Body = {
    "groups": [{"key": "members", "title": "党员测评", "weight": "100"}],
    "criteria": [
        {"key": "work", "title": "工作实绩", "levels": LEVELS},
        {"key": "conduct", "title": "作风与廉洁", "levels": LEVELS},
    ],
    "grades": [{"key": "good", "title": "好", "at_least": "0"}],
}


@dataclass
class Voting:
    """A round that is appraised, its voting, and the codes that were handed out."""

    officer: Account
    session_id: str
    codes: list[str]

    def counts(self) -> tuple[int, int]:
        """Papers used, and ballots in the box."""
        found = self.officer.get(f"/ballot-sessions/{self.session_id}")["counts"]
        return found["used"], found["envelopes"]


@pytest.fixture(scope="module")
def voting(demonstration: Server) -> Iterator[Voting]:
    """The branches below a department are appraised by their members."""
    officer, secretary = (
        Account(demonstration, role) for role in ("committee_officer", "secretary")
    )
    today = officer.get("/public/settings")["today"]
    made = officer.post(
        "/duty-rounds",
        {
            "organisation_id": secretary.account["organisation_id"],
            "year": 2051,
            "direction": "downward",
            "title": f"支部书记述职评议{uuid4().hex[:4]}",
            "as_of": today,
            "report_due_on": today,
            "scheme": SCHEME,
        },
    )
    for action in ("open", "start_appraisal"):
        officer.post(f"/duty-rounds/{made['id']}/actions/{action}")
    arranged = officer.post(
        f"/duty-rounds/{made['id']}/ballots",
        {"group_key": "members", "title": "党员大会现场", "codes": 6},
    )
    yield Voting(officer, arranged["id"], arranged["codes"])
    officer.close()
    secretary.close()


def fill_in(page: Page) -> None:
    """Everybody rated with one tap, as far as the review."""
    page.get_by_role("button", name="开始评议").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    while page.get_by_role("progressbar").is_visible():
        page.get_by_role("group", name="各项都评为").get_by_label("好", exact=True).check()
        page.locator(".ballot-ways button").last.click()
    expect(page.get_by_role("heading", name="核对")).to_be_visible()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
def test_every_face_is_accessible_and_fits_a_small_phone(
    demonstration: Server, open_page: Open, voting: Voting, language: str
) -> None:
    page = open_page(demonstration, SMALL)
    page.add_init_script(f"localStorage.setItem('gongwei.locale', '{language}')")
    page.goto("/m/ballot")
    page.locator("input[name=code]").fill("0000")
    looked_at = [(axe_violations(page), fits(page))]
    page.locator("input[name=code]").fill(voting.codes[0])
    page.locator("button[type=submit]").click()
    page.locator(".ballot-group").wait_for()
    looked_at.append((axe_violations(page), fits(page)))
    page.locator("button.primary").click()
    page.locator(".ballot-card").wait_for()
    looked_at.append((axe_violations(page), fits(page)))
    page.locator(".ballot-abstain").click()
    while page.locator(".ballot-card").is_visible():
        page.locator(".ballot-ways button").last.click()
    looked_at.append((axe_violations(page), fits(page)))
    assert looked_at == [([], True)] * 4


def test_a_scanned_code_opens_the_ballot_and_is_cast_once(
    demonstration: Server, open_page: Open, voting: Voting
) -> None:
    before = voting.counts()
    page = open_page(demonstration, SMALL)
    page.goto(f"/m/ballot#{voting.codes[1]}")
    expect(page.get_by_role("button", name="开始评议")).to_be_visible()
    assert page.url == f"{demonstration.address}/m/ballot"
    fill_in(page)
    page.get_by_role("button", name=CAST).click()
    expect(page.get_by_text("选票已投出")).to_be_visible()
    assert voting.counts() == (before[0] + 1, before[1] + 1)
    other = open_page(demonstration, SMALL)
    other.goto("/m/ballot")
    other.get_by_label("投票码").fill(voting.codes[1])
    other.get_by_role("button", name="打开选票").click()
    expect(other.get_by_text("这张票已经投过")).to_be_visible()
    assert voting.counts() == (before[0] + 1, before[1] + 1)


def test_an_answer_that_is_lost_on_its_way_costs_and_doubles_nothing(
    demonstration: Server, open_page: Open, voting: Voting
) -> None:
    before, sent = voting.counts(), list[Any]()

    def lose_first_answer(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(route.request.post_data_json)
        if len(sent) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page = open_page(demonstration, SMALL)
    page.route(VOTES, lose_first_answer)
    page.goto(f"/m/ballot#{voting.codes[2]}")
    fill_in(page)
    page.get_by_role("button", name=CAST).click()
    expect(page.get_by_text("还没有送达")).to_be_visible()
    assert voting.counts() == (before[0] + 1, before[1] + 1)
    page.get_by_role("button", name="现在再投").click()
    expect(page.get_by_text("选票已投出")).to_be_visible()
    assert sent[1:] == sent[:1]
    assert voting.counts() == (before[0] + 1, before[1] + 1)


def test_a_ballot_outlives_the_network_and_the_browser(
    demonstration: Server, browser: Browser, tmp_path: Path, voting: Voting
) -> None:
    before = voting.counts()
    with phone_with_memory(browser, demonstration, SMALL, tmp_path) as page:
        page.goto(f"/m/ballot#{voting.codes[3]}")
        fill_in(page)
        page.route(VOTES, lambda route: route.abort())
        page.get_by_role("button", name=CAST).click()
        expect(page.get_by_text("还没有送达")).to_be_visible()
    assert voting.counts() == before
    with phone_with_memory(browser, demonstration, SMALL, tmp_path) as page:
        page.goto(f"/m/ballot#{voting.codes[3]}")
        expect(page.get_by_text("选票已投出")).to_be_visible()
        page.goto("/m/ballot")
        expect(page.get_by_label("投票码")).to_have_value("")
    assert voting.counts() == (before[0] + 1, before[1] + 1)
