"""What a service day needs besides the phone: accounts of the demonstration, an activity that is
about to begin, and what its leader's screen shows.
"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
from playwright.sync_api import Page, expect

from browser.conftest import Server

Body = dict[str, Any]
PATIENCE = 40
"""Quarters of a second."""


class Office:
    """A role of the demonstration, over HTTP."""

    def __init__(self, server: Server, role: str) -> None:
        self._client = httpx.Client(base_url=f"{server.address}/api/v1", timeout=30)
        accounts = self._client.get("/public/demo-accounts").json()["items"]
        self.account: Body = next(one for one in accounts if one["role"] == role)
        form = {name: self.account[name] for name in ("username", "password")}
        token = self._client.post("/auth/token", data=form).raise_for_status().json()
        self._published: list[str] = []
        self._client.headers["Authorization"] = f"Bearer {token['access_token']}"

    def get(self, path: str, **query: Any) -> Any:
        return self._client.get(path, params=query).raise_for_status().json()

    def post(self, path: str, body: Body | None = None) -> Any:
        return self._client.post(path, json=body or {}).raise_for_status().json()

    def publish(self, title: str, **more: Any) -> Body:
        """An activity whose only shift begins in ten minutes and is open for checking in now."""
        begins = datetime.now(UTC) + timedelta(minutes=10)
        shift = {
            "post": "路口引导",
            "starts_at": begins.isoformat(),
            "ends_at": (begins + timedelta(hours=2)).isoformat(),
            "opens_minutes": 120,
        }
        planned = {
            "organisation_id": self.account["organisation_id"],
            "title": f"{title}{uuid4().hex[:4]}",
            "place": "人民路",
            "shifts": [shift],
            **more,
        }
        made = self.post("/activities", planned)
        published: Body = self.post(f"/activities/{made['id']}/actions/publish")
        self._published.append(made["id"])
        return published

    def close(self) -> None:
        self._client.close()

    def end_day(self) -> None:
        """Annul what was checked in, the latest first: codes of one step bear the same time, so
        that the next test's entry would overlap with this one's exit.
        """
        for activity_id in self._published:
            items = self.get("/check-ins", activity_id=activity_id)["items"]
            items.sort(key=lambda one: (one["recorded_at"], one["id"]), reverse=True)
            for one in items:
                if "annul" in one["allowed_actions"]:
                    self.post(f"/check-ins/{one['id']}/actions/annul", {"reason": "试验"})
        self._published.clear()

    def screen(self, activity: Body) -> str:
        """The code that the leader's screen shows now."""
        code: str = self.get(f"/shifts/{activity['shifts'][0]['id']}/code")["code"]
        return code

    def check_ins(self, activity: Body) -> list[tuple[str, str, str]]:
        """What was counted, in order: type, method, state."""
        items = self.get("/check-ins", activity_id=activity["id"])["items"]
        items.sort(key=lambda one: (one["occurred_at"], one["pair"], one["type"]))
        return [(one["type"], one["method"], one["state"]) for one in items]


def enter_phone(page: Page, account: Body, path: str = "/m/") -> None:
    """Sign in on the phone and come to a place of it."""
    page.goto("/m/")
    page.get_by_label("用户名").fill(account["username"])
    page.get_by_label("密码").fill(account["password"])
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("navigation")).to_be_visible()
    if path != "/m/":
        page.goto(path)


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
