"""A page that is left before its answer came stays signed in when it is opened anew."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page, Request, expect

from browser import steps
from browser.conftest import Server

pytestmark = pytest.mark.browser

ROUNDS = 10
NOT_YET = "Not attached to an active page"


def refreshes(request: Request) -> bool:
    return request.url.endswith("/api/v1/auth/refresh")


def reload_at_once(page: Page) -> None:
    """Reload as soon as the browser takes the command.

    The key on the keyboard always works; the protocol's command is refused for the moment in which
    the page before it takes the place of the one that was left.
    """
    for _ in range(100):
        try:
            page.reload(wait_until="commit")
        except Error as refused:
            if NOT_YET not in refused.message:
                raise
            page.wait_for_timeout(20)
        else:
            return
    pytest.fail("the browser refused to reload for two seconds")


@pytest.mark.parametrize("address", ["/", "/m/"], ids=["desk", "phone"])
def test_reloading_twice_quickly_ten_times_stays_signed_in(
    demonstration: Server, open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(demonstration)
    steps.enter_as(page, "工委干部")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    left: list[Request] = []
    page.on("requestfailed", lambda request: left.append(request) if refreshes(request) else None)
    for _ in range(ROUNDS):
        # The first load is left while the server trades its cookie: nobody reads the answer.
        with page.expect_request(refreshes):
            reload_at_once(page)
        reload_at_once(page)
        with page.expect_response(lambda answer: refreshes(answer.request)) as answered:
            reload_at_once(page)
        assert answered.value.status == 200
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/sign-in" not in page.url
    assert left != []
