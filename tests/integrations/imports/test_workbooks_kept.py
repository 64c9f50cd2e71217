"""The workbook of an import may hold full numbers: only the import hands it out, on the record."""

from typing import Any

import pytest
from sqlmodel import col, select

from factories.office import MEMBER_HEADS, Office, identity_number, workbook
from gongwei.audit.models import AuditEntry

BRANCH = "中共区财政局机关支部委员会"
ROSTER = workbook(
    MEMBER_HEADS,
    ("张一", "男", identity_number(order=1), None, None, BRANCH, None, "13800000001", "其他"),
)
DOWNLOADS = ("workbook", "marked-workbook")


@pytest.fixture
async def checked(departments: Office) -> dict[str, Any]:
    """A roster with a fault, checked by the department's clerk."""
    departments.who = "clerk"
    return await departments.checked("members", ROSTER)


async def _status(office: Office, who: str, path: str) -> int:
    answer = await office.client.get(f"/api/v1{path}", headers=office.world.headers(who))
    return answer.status_code


async def test_files_know_nothing_of_an_imports_workbook(
    departments: Office, checked: dict[str, Any]
) -> None:
    for who in ("department_leader", "leader", "clerk", "secretary", "officer"):
        departments.who = who
        page = await departments.get("/files", scope="subtree", include_total=True)
        assert (page["items"], page["total"]) == ([], 0)
        for path in ("", "/content"):
            assert await _status(departments, who, f"/files/{checked['file_id']}{path}") == 404


async def test_an_imports_workbook_is_no_evidence(
    departments: Office, checked: dict[str, Any]
) -> None:
    place = str(departments.world["finance"].id)
    body = {"organisation_id": place, "title": "核对花名册", "due_on": "2099-01-01"}
    departments.who = "officer"
    task = (await departments.post("/tasks", json=body)).json()
    path, match = f"/api/v1/tasks/{task['id']}", {**departments.headers, "If-Match": '"1"'}
    given = {"evidence_file_ids": [checked["file_id"]]}
    answer = await departments.client.patch(path, json=given, headers=match)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "unknown_file")


async def test_the_import_hands_its_workbook_to_those_who_prepare_imports(
    departments: Office, checked: dict[str, Any]
) -> None:
    path = f"/imports/{checked['id']}"
    answer = await departments.client.get(f"/api/v1{path}/workbook", headers=departments.headers)
    assert (answer.status_code, answer.content) == (200, ROSTER[1])
    assert answer.headers["cache-control"] == "no-store"
    told = {
        who: [await _status(departments, who, f"{path}/{name}") for name in DOWNLOADS]
        for who in ("officer", "secretary", "leader", "department_leader", "member", "neighbour")
    }
    assert told == {
        "officer": [200, 200],
        "secretary": [200, 200],
        "leader": [404, 404],
        "department_leader": [404, 404],
        "member": [404, 404],
        "neighbour": [404, 404],
    }


async def test_each_download_of_an_imports_workbook_is_recorded(
    departments: Office, checked: dict[str, Any]
) -> None:
    for who, name in (("clerk", "workbook"), ("officer", "marked-workbook")):
        assert await _status(departments, who, f"/imports/{checked['id']}/{name}") == 200
    async with departments.database.transaction("*") as session:
        query = (
            select(AuditEntry)
            .where(col(AuditEntry.action).startswith("import.download"))
            .order_by(col(AuditEntry.occurred_at))
        )
        found = [
            (entry.action, str(entry.subject_id), entry.actor_role, entry.changes)
            for entry in (await session.exec(query)).all()
        ]
    assert found == [
        ("import.download", checked["id"], "clerk", {}),
        ("import.download_marked", checked["id"], "committee_officer", {}),
    ]
