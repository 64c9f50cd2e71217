"""The files of the two builds: what a browser may do with each."""

from collections.abc import AsyncIterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from gongwei.core import pages, problem_responses
from gongwei.core.requests import RequestFrame

DOCUMENT = '<!doctype html><script nonce="__CSP_NONCE__" src="/m/assets/index-1.js"></script>'
FILES = {
    "dashboard/index.html": DOCUMENT,
    "dashboard/assets/index-1.js": "1",
    "phone/index.html": DOCUMENT,
    "phone/sw.js": "2",
    "phone/manifest.webmanifest": "{}",
    "phone/assets/decoder-1.js": "3",
    "phone/assets/reader-1.wasm": "4",
}
WORKER = (
    "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    "frame-ancestors 'none'"
)


@pytest.fixture
async def builds(tmp_path: Path) -> AsyncIterator[AsyncClient]:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    app = FastAPI()
    app.add_middleware(RequestFrame, zone=ZoneInfo("Asia/Shanghai"))
    problem_responses.install(app)
    pages.install(app, tmp_path)
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://test") as client:
        yield client


@pytest.mark.parametrize(
    ("path", "kind", "cached"),
    [
        ("/m/sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/m/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/m/assets/decoder-1.js", "text/javascript; charset=utf-8", pages.FOREVER),
        ("/m/assets/reader-1.wasm", "application/wasm", pages.FOREVER),
    ],
)
async def test_each_file_of_the_phone_has_its_type_and_time(
    builds: AsyncClient, path: str, kind: str, cached: str
) -> None:
    headers = (await builds.get(path)).headers
    assert (headers["content-type"], headers["cache-control"]) == (kind, cached)


@pytest.mark.parametrize("path", ["/m/sw.js", "/m/assets/decoder-1.js", "/assets/index-1.js"])
async def test_a_script_may_be_a_worker_that_reads_codes(builds: AsyncClient, path: str) -> None:
    assert (await builds.get(path)).headers["content-security-policy"] == WORKER


async def test_a_page_runs_its_own_scripts_and_workers_and_no_others(builds: AsyncClient) -> None:
    page = await builds.get("/m/")
    nonce = page.text.split('nonce="')[1].split('"')[0]
    rules = dict(
        rule.strip().split(" ", 1) for rule in page.headers["content-security-policy"].split(";")
    )
    assert rules["script-src"] == f"'self' 'nonce-{nonce}'"
    assert rules["worker-src"] == "'self'"
    assert rules["default-src"] == "'none'"


async def test_the_phone_stands_below_its_slash(builds: AsyncClient) -> None:
    answer = await builds.get("/m")
    assert (answer.status_code, answer.headers["location"]) == (308, "/m/")
