"""Somebody who imports workbooks, and the district's own workbooks."""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from httpx import AsyncClient, Response
from openpyxl import Workbook

from factories.world import World
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.integrations.jobs.service import run_waiting_jobs
from gongwei.members.identity_number import identity_check_place

DISTRICT = Path(__file__).parents[1] / "cases" / "district"
ORGANISATIONS = DISTRICT / "党组织基本信息表.xlsx"
MEMBERS = DISTRICT / "党员花名册.xlsx"
SECRETARIES = DISTRICT / "党组织书记花名册.xlsx"
FAULTY_MEMBERS = DISTRICT / "党员花名册-有错误.xlsx"


@dataclass
class Office:
    """Somebody who imports workbooks over HTTP, with a worker that runs when told to."""

    client: AsyncClient
    database: Database
    settings: Settings
    world: World
    who: str = "officer"
    seen: list[dict[str, Any]] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        return self.world.headers(self.who)

    async def post(self, path: str, **more: Any) -> Response:
        return await self.client.post(f"/api/v1{path}", headers=self.headers, **more)

    async def get(self, path: str, **params: Any) -> dict[str, Any]:
        answer = await self.client.get(f"/api/v1{path}", headers=self.headers, params=params)
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        return body

    async def upload(self, kind: str, file: Path | tuple[str, bytes], **form: str) -> Response:
        name, content = opened(file) if isinstance(file, Path) else file
        return await self.post(
            "/imports", data={"kind": kind, **form}, files={"file": (name, content)}
        )

    async def uploaded(
        self, kind: str, file: Path | tuple[str, bytes], **form: str
    ) -> dict[str, Any]:
        answer = await self.upload(kind, file, **form)
        assert answer.status_code == 201, answer.text
        body: dict[str, Any] = answer.json()
        return body

    async def change(self, imported: dict[str, Any], **patch: Any) -> Response:
        headers = {**self.headers, "If-Match": f'"{imported["version"]}"'}
        path = f"/api/v1/imports/{imported['id']}"
        return await self.client.patch(path, headers=headers, json=patch)

    async def act(self, imported: dict[str, Any], action: str) -> dict[str, Any]:
        """Ask for a check or commit, let the worker do it, and answer the job."""
        answer = await self.post(f"/imports/{imported['id']}/actions/{action}")
        assert answer.status_code == 202, answer.text
        while await run_waiting_jobs(self.database, self.settings):
            pass
        return await self.get(answer.headers["location"].removeprefix("/api/v1"))

    async def checked(
        self, kind: str, file: Path | tuple[str, bytes], **form: str
    ) -> dict[str, Any]:
        """Upload and check; answers the import."""
        imported = await self.uploaded(kind, file, **form)
        job = await self.act(imported, "check")
        assert job["state"] == "succeeded", job
        return await self.get(f"/imports/{imported['id']}")

    async def committed(self, kind: str, file: Path, **form: str) -> dict[str, Any]:
        """Upload, check and commit; answers the import."""
        imported = await self.checked(kind, file, **form)
        assert imported["faults_total"] == 0, await self.faults(imported)
        job = await self.act(imported, "commit")
        assert job["state"] == "succeeded", job
        return await self.get(f"/imports/{imported['id']}")

    async def faults(self, imported: dict[str, Any]) -> list[dict[str, Any]]:
        page = await self.get(f"/imports/{imported['id']}/faults", limit=200)
        items: list[dict[str, Any]] = page["items"]
        return items


def opened(file: Path) -> tuple[str, bytes]:
    """A workbook's name and bytes."""
    return file.name, file.read_bytes()


def places(faults: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Faults as the cases list them."""
    return [{name: fault[name] for name in ("row", "column", "fault")} for fault in faults]


def expected_faults() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        (DISTRICT / "党员花名册-有错误.faults.json").read_text(encoding="utf-8")
    )
    return found


def counts(imported: dict[str, Any]) -> tuple[int, int, int, int]:
    """New, changed, same and faulty rows."""
    names = ("rows_new", "rows_changed", "rows_same", "rows_faulty")
    new, changed, same, faulty = (imported[name] for name in names)
    return new, changed, same, faulty


MEMBER_HEADS = (
    "姓名",
    "性别",
    "公民身份号码",
    "出生年月",
    "入党时间",
    "所在党支部",
    "所在党小组",
    "联系电话",
    "人员类别",
)
ORGANISATION_HEADS = (
    "党组织全称",
    "组织类别",
    "上级党组织",
    "所在单位",
    "单位统一社会信用代码",
    "成立时间",
    "本届班子当选时间",
)
SECRETARY_HEADS = (
    "党组织全称",
    "姓名",
    "公民身份号码",
    "党内职务",
    "专兼职",
    "任职时间",
    "行政职务",
)


def identity_number(birth: str = "19700101", order: int = 1) -> str:
    """A sound identity number: an odd `order` is a man."""
    first = f"500103{birth}{order:03d}"
    return first + identity_check_place(first)


def workbook(
    heads: Sequence[str], *rows: Sequence[Any], title: str = "2008年12月31日"
) -> tuple[str, bytes]:
    """An .xlsx with a title row, as offices keep them."""
    book = Workbook()
    sheet = book.active
    sheet.append([title])
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return "表.xlsx", content.getvalue()
