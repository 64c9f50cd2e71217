"""What a service day needs besides the phone: accounts of the demonstration, an activity that is
about to begin, what its leader's screen shows, and phones that lose their network or their browser.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
from playwright.sync_api import Browser, Page, Request, expect

from browser import fake_camera
from browser.conftest import Server, how_to_start, settings_of
from gongwei.volunteering.attendance.codes import rotating_code, start_of_step, step_of

Body = dict[str, Any]
Open = Callable[..., Page]
SMALL = {"width": 360, "height": 740}
PATIENCE = 40
"""Quarters of a second."""


class Account:
    """A role of the demonstration, over HTTP."""

    def __init__(self, server: Server, role: str) -> None:
        self._client = httpx.Client(base_url=f"{server.address}/api/v1", timeout=30)
        accounts = self._client.get("/public/demo-accounts").json()["items"]
        self.account: Body = next(one for one in accounts if one["role"] == role)
        form = {name: self.account[name] for name in ("username", "password")}
        token = self._client.post("/auth/token", data=form).raise_for_status().json()
        self._client.headers["Authorization"] = f"Bearer {token['access_token']}"
        self.person_id: str = self.get("/me")["person_id"]

    def get(self, path: str, **query: Any) -> Any:
        return self._client.get(path, params=query).raise_for_status().json()

    def post(self, path: str, body: Body | None = None) -> Any:
        return self._client.post(path, json=body or {}).raise_for_status().json()

    def close(self) -> None:
        self._client.close()


class Leader(Account):
    """The secretary, who plans and leads."""

    def __init__(self, server: Server) -> None:
        super().__init__(server, "secretary")

    def publish(self, title: str, begins: timedelta = timedelta(minutes=10), **more: Any) -> Body:
        """An activity of one shift, which opens two hours before it begins."""
        starts = datetime.now(UTC) + begins
        shift = {
            "post": "路口引导",
            "starts_at": starts.isoformat(),
            "ends_at": (starts + timedelta(hours=2)).isoformat(),
            "opens_minutes": 120,
        }
        planned = {
            "organisation_id": self.account["organisation_id"],
            "leader_id": self.person_id,
            "title": f"{title}{uuid4().hex[:4]}",
            "place": "人民路",
            "shifts": [shift],
            **more,
        }
        made = self.post("/activities", planned)
        published: Body = self.post(f"/activities/{made['id']}/actions/publish")
        return published

    def screen(self, activity: Body) -> str:
        """The code that the leader's screen shows now."""
        code: str = self.get(f"/shifts/{activity['shifts'][0]['id']}/code")["code"]
        return code

    def check_ins(self, activity: Body, person_id: str) -> list[tuple[str, str, str]]:
        """What was counted of a person, in order: type, method, state."""
        items = self.get("/check-ins", activity_id=activity["id"], person_id=person_id)["items"]
        counted = [one for one in items if one["state"] != "annulled"]
        counted.sort(key=lambda one: (one["occurred_at"], one["pair"], one["type"]))
        return [(one["type"], one["method"], one["state"]) for one in counted]

    def end_day(self, person_id: str) -> None:
        """Annul what was checked in: every test has a phone of its own that counts its scans from
        one, and several phones of one person on one day would contradict each other.
        """
        for one in self.get("/check-ins", person_id=person_id)["items"]:
            if "annul" in one["allowed_actions"]:
                self.post(f"/check-ins/{one['id']}/actions/annul", {"reason": "试验"})


class Moment:
    """A step of the codes, so many minutes ago."""

    def __init__(self, minutes_ago: int) -> None:
        self.step = step_of(datetime.now(UTC) - timedelta(minutes=minutes_ago))

    @property
    def seen(self) -> datetime:
        """When a phone that looked at the screen then took the picture."""
        return start_of_step(self.step) + timedelta(seconds=7)

    def code(self, activity: Body) -> str:
        """What the screen showed then."""
        return rotating_code(UUID(activity["shifts"][0]["id"]), self.step)


def enter_phone(page: Page, account: Body, path: str = "/m/") -> None:
    """Sign in on the phone and come to a place of it."""
    page.goto("/m/")
    sign_in(page, account)
    if path != "/m/":
        page.goto(path)


def sign_in(page: Page, account: Body) -> None:
    page.get_by_label("用户名").fill(account["username"])
    page.get_by_label("密码").fill(account["password"])
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("navigation")).to_be_visible()


def look_at(camera: Path, code: str, server: Server) -> None:
    """Hold the phone to a screen."""
    fake_camera.show(camera, f"{server.address}/m/#c={code}")


def until(page: Page, expression: str) -> None:
    """Waits for what the page says to be true; its policy forbids the browser's own way to wait."""
    for _ in range(PATIENCE):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"never: {expression}")


def keep_offline(page: Page) -> None:
    """Wait until the page and its reader of codes would open without a network."""
    until(page, "navigator.serviceWorker.controller !== null")
    until(page, "caches.open('decoder').then((c) => c.keys()).then((k) => k.length === 1)")


def is_upload(request: Request) -> bool:
    return request.method == "POST" and "/api/v1/check-in" in request.url


def lose_network(page: Page) -> None:
    """The network goes once the page can do without; the page is opened anew."""
    keep_offline(page)
    page.context.set_offline(True)
    page.reload()


def regain_network(page: Page) -> None:
    """The network is back: what waited is sent by itself."""
    with page.expect_response(lambda answer: is_upload(answer.request)) as sent:
        page.context.set_offline(False)
    assert sent.value.ok
    expect(page.get_by_text("待上传")).to_be_hidden()


@contextmanager
def phone_with_memory(
    browser: Browser, server: Server, size: dict[str, int], folder: Path
) -> Iterator[Page]:
    """A browser of its own that keeps what it stores in a folder when it is closed."""
    context = browser.browser_type.launch_persistent_context(
        folder, **how_to_start(), **settings_of(server, size)
    )
    yield context.pages[0]
    context.close()
