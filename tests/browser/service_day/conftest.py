"""Who takes part in the service day, and the camera that their phones look through."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import fake_camera
from browser.conftest import Server, chromium
from browser.service_day.phones import Account, Body, Leader


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


@pytest.fixture(scope="module", autouse=True)
def codes(keys: None) -> None:
    """Codes of earlier steps are made here."""


@pytest.fixture(scope="module")
def leader(demonstration: Server) -> Iterator[Leader]:
    entered = Leader(demonstration)
    yield entered
    entered.close()


@pytest.fixture(scope="module")
def member(demonstration: Server) -> Iterator[Account]:
    """Who serves: signed up for the service day that goes on, and not there yet."""
    entered = Account(demonstration, "member")
    yield entered
    entered.close()


@pytest.fixture(scope="module")
def service_day(member: Account) -> Body:
    """The activity that goes on in the demonstration."""
    items = member.get("/me/activities")["items"]
    (found,) = [one for one in items if one["state"] == "in_progress"]
    return dict(found)


@pytest.fixture(autouse=True)
def day(leader: Leader, member: Account) -> Iterator[None]:
    """Every test has a day of its own."""
    yield
    leader.end_day(member.person_id)
