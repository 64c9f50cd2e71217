"""The voting of a round: arranged and closed on the desk, cast on a phone and by account."""

from playwright.sync_api import Locator, Page, expect

from browser.duty.people import accessible, act, choices, id_of, look, words
from browser.service_day.phones import Account

CAST = "投出选票，不能再改"


def arrange(page: Page, path: str, group: str, title: str) -> None:
    """A voting with one printed code."""
    dialog = _begun(page, path, group, title)
    dialog.get_by_label("印多少张投票码").fill("1")
    with page.expect_download() as slips:
        dialog.get_by_role("button", name="安排投票").click()
    assert slips.value.path().read_bytes()[:4] == b"%PDF"
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("heading", name=title)).to_be_visible()


def arrange_for_rater(
    page: Page, path: str, group: str, title: str, *, about: str, rater: str
) -> None:
    """A voting on some secretaries, for a rater who signs in."""
    dialog = _begun(page, path, group, title)
    whom = dialog.get_by_role("combobox", name="评哪些书记")
    choices(page, whom, about).get_by_text(about).first.click()
    who = dialog.get_by_role("combobox", name="用账号投票的人")
    choices(page, who, rater).get_by_text(rater).first.click()
    page.keyboard.press("Escape")
    accessible(page)
    dialog.get_by_role("button", name="安排投票").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("heading", name=title)).to_be_visible()


def _begun(page: Page, path: str, group: str, title: str) -> Locator:
    look(page, f"{path}/ballots")
    page.get_by_role("button", name="安排一场投票").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="评议主体").click()
    page.locator(".ant-select-dropdown:visible").get_by_text(group, exact=True).click()
    dialog.get_by_label("场次名称").fill(title)
    return dialog


def issue(officer: Account, path: str, title: str, codes: int) -> list[str]:
    """More codes of a voting, over HTTP: a page shows them on paper alone."""
    sessions = officer.get(f"/duty-rounds/{id_of(path)}/ballots")["items"]
    (session,) = [one for one in sessions if one["title"] == title]
    answer = officer.post(f"/ballot-sessions/{session['id']}/papers", {"codes": codes})
    issued: list[str] = answer["codes"]
    return issued


def cast_on_phone(page: Page, code: str, count: int) -> None:
    """Everybody is rated with one tap each, whatever the code says, and looked over."""
    page.goto("/m/ballot")
    page.get_by_label("投票码").fill(code)
    page.get_by_role("button", name="打开选票").click()
    page.get_by_role("button", name="开始评议").click()
    accessible(page)
    for _ in range(count):
        page.get_by_role("group", name="各项都评为").get_by_label("好", exact=True).check()
        page.locator(".ballot-ways button").last.click()
    expect(page.get_by_role("heading", name="核对")).to_be_visible()
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name=CAST).click()
    expect(page.get_by_text("选票已投出")).to_be_visible()


def cast_by_account(page: Page, title: str, name: str) -> None:
    """The rater finds one ballot and nothing else, rates one person and abstains on the others."""
    look(page, "/duty/ballots")
    page.get_by_role("listitem").filter(has_text=title).get_by_role("link", name="去投票").click()
    rows = page.get_by_role("list", name="评分表").get_by_role("listitem")
    expect(rows.first).to_be_visible()
    accessible(page)
    for row in rows.all():
        if name in words(row.get_by_role("heading")):
            row.get_by_role("radiogroup", name="各项都评为").get_by_text("好", exact=True).click()
        else:
            row.get_by_role("checkbox").check()
    act(page, CAST)
    expect(page.get_by_text("选票已投出")).to_be_visible()


def close_all(page: Page, path: str, count: int) -> None:
    look(page, f"{path}/ballots")
    closing = page.get_by_role("button", name="结束投票", exact=True)
    expect(closing).to_have_count(count)
    for left in range(count - 1, -1, -1):
        closing.first.click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="结束投票", exact=True).click()
        expect(dialog).to_be_hidden()
        expect(closing).to_have_count(left)
