"""Who sees an import, how far it reaches, and that personal numbers stay hidden."""

import io
import json
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, text

from factories.office import (
    FAULTY_MEMBERS,
    MEMBER_HEADS,
    ORGANISATIONS,
    Office,
    expected_faults,
    identity_number,
    workbook,
)
from gongwei.integrations.imports.models import ImportRow

FINANCE, POLICE = "中共区财政局机关支部委员会", "中共区公安分局机关支部委员会"


def _roster(branch: str, name: str = "张一", order: int = 1) -> tuple[str, bytes]:
    number = identity_number(order=order)
    return workbook(
        MEMBER_HEADS,
        (name, None, number, "1970.01", "1995.07", branch, None, "13800000001", "在职"),
    )


async def test_an_import_is_unknown_to_neighbours(departments: Office) -> None:
    departments.who = "secretary"
    checked = await departments.checked("members", _roster(FINANCE))
    departments.who = "neighbour"
    for path in ("", "/faults", "/rows", "/marked-workbook", "/history"):
        answer = await departments.client.get(
            f"/api/v1/imports/{checked['id']}{path}", headers=departments.headers
        )
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path
    assert (await departments.change(checked, as_of="2008-01-01")).status_code == 404
    acted = await departments.post(f"/imports/{checked['id']}/actions/cancel")
    assert acted.status_code == 404
    assert (await departments.get("/imports", include_total=True))["total"] == 0


async def test_an_import_is_known_to_those_above(departments: Office) -> None:
    departments.who = "secretary"
    checked = await departments.checked("members", _roster(FINANCE))
    departments.who = "officer"
    found = await departments.get("/imports", kind="members", state="checked")
    assert [row["id"] for row in found["items"]] == [checked["id"]]
    assert (await departments.get("/imports", kind="secretaries"))["items"] == []


@pytest.mark.parametrize("who", ["member", "auditor", "department_leader", "leader"])
async def test_other_roles_do_not_import(departments: Office, who: str) -> None:
    departments.who = who
    answer = await departments.upload("members", _roster(FINANCE))
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


async def test_nobody_imports_for_an_organisation_outside_the_own_subtree(
    departments: Office,
) -> None:
    departments.who = "secretary"
    for place in (departments.world["police"].id, uuid4()):
        answer = await departments.upload("members", _roster(FINANCE), organisation_id=str(place))
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_branch_outside_the_own_subtree_is_an_unknown_organisation(
    departments: Office,
) -> None:
    departments.who = "secretary"
    checked = await departments.checked("members", _roster(POLICE))
    faults = await departments.faults(checked)
    assert [(fault["column"], fault["fault"]) for fault in faults] == [
        ("所在党支部", "unknown_organisation")
    ]


async def test_an_import_reaches_no_further_than_the_organisation_that_it_is_for(
    departments: Office,
) -> None:
    finance = str(departments.world["finance"].id)
    checked = await departments.checked("members", _roster(POLICE), organisation_id=finance)
    assert [fault["fault"] for fault in await departments.faults(checked)] == [
        "unknown_organisation"
    ]


async def test_a_number_held_by_a_neighbour_is_a_duplicate_without_a_name(
    departments: Office,
) -> None:
    departments.who = "neighbour"
    await departments.committed("members", _roster(POLICE, "钱某某"))
    departments.who = "secretary"
    checked = await departments.checked("members", _roster(FINANCE, "赵某某"))
    faults = await departments.faults(checked)
    assert [(fault["column"], fault["fault"]) for fault in faults] == [
        ("公民身份号码", "duplicate")
    ]
    told = json.dumps(faults, ensure_ascii=False)
    assert "钱某某" not in told
    assert "公安" not in told
    assert identity_number(order=1) not in told


async def test_a_number_held_under_another_name_is_told(departments: Office) -> None:
    await departments.committed("members", _roster(FINANCE, "张一"))
    checked = await departments.checked("members", _roster(FINANCE, "李二"))
    faults = await departments.faults(checked)
    assert [(fault["column"], fault["fault"]) for fault in faults] == [("姓名", "name_differs")]


async def test_the_preview_masks_personal_numbers_and_is_stored_encrypted(
    departments: Office,
) -> None:
    checked = await departments.checked("members", _roster(FINANCE))
    page = await departments.get(f"/imports/{checked['id']}/rows")
    assert (
        page["items"][0]["values"]["identity_number"] == "500***********" + identity_number()[-4:]
    )
    assert page["items"][0]["values"]["phone"] == "138****0001"
    async with departments.database.transaction("*") as session:
        stored = bytes(await session.scalar(text("SELECT cells FROM import_row")) or b"")
        assert "张一".encode() not in stored
        cells = json.loads(await session.scalar(select(ImportRow.cells)) or "")
        assert cells["name"] == "张一"
        assert identity_number() not in json.dumps(cells)


async def test_rows_and_faults_are_paged_in_the_order_of_the_sheet(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    checked = await office.checked("members", FAULTY_MEMBERS)
    path = f"/imports/{checked['id']}"
    first = await office.get(f"{path}/faults", limit=4, include_total=True)
    rest = await office.get(f"{path}/faults", limit=4, cursor=first["next_cursor"])
    assert [fault["row"] for fault in first["items"] + rest["items"]] == [8, 13, 17, 22, 26, 31, 35]
    assert (first["total"], rest["next_cursor"]) == (7, None)
    faulty = await office.get(f"{path}/rows", outcome="fault")
    assert [row["row"] for row in faulty["items"]] == [8, 13, 17, 22, 26, 31, 35]
    page = await office.get(f"{path}/rows", limit=3)
    assert [(row["row"], row["outcome"]) for row in page["items"]] == [
        (4, "new"),
        (5, "new"),
        (6, "new"),
    ]


async def test_faults_are_told_in_the_callers_language(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    checked = await office.checked("members", FAULTY_MEMBERS)
    answer = await office.client.get(
        f"/api/v1/imports/{checked['id']}/faults",
        headers={**office.headers, "Accept-Language": "en"},
    )
    english = [fault["message"] for fault in answer.json()["items"]]
    assert english[2] == "The same as in row 6"
    chinese = [fault["message"] for fault in await office.faults(checked)]
    assert chinese[2] == "与第 6 行重复"
    assert (chinese[4], english[4]) == (
        "晚于截止日期2008年12月31日", "This is later than Dec 31, 2008",
    )  # fmt: skip


async def test_the_marked_workbook_is_the_callers_own_with_just_the_faulty_cells_marked(
    office: Office,
) -> None:
    await office.committed("organisations", ORGANISATIONS)
    checked = await office.checked("members", FAULTY_MEMBERS)
    answer = await office.client.get(
        f"/api/v1/imports/{checked['id']}/marked-workbook", headers=office.headers
    )
    assert answer.headers["content-disposition"].endswith("-marked.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    heads = {cell.column: cell.value for cell in sheet[3]}
    marked = [cell for row in sheet.iter_rows() for cell in row if cell.comment is not None]
    assert [(cell.row, heads[cell.column]) for cell in marked] == [
        (fault["row"], fault["column"]) for fault in expected_faults()
    ]
    assert sheet["B4"].value == "余宁"
    assert marked[2].comment.text == "与第 6 行重复"


async def test_before_a_check_there_is_nothing_to_mark(office: Office) -> None:
    imported: dict[str, Any] = await office.uploaded("organisations", ORGANISATIONS)
    answer = await office.client.get(
        f"/api/v1/imports/{imported['id']}/marked-workbook", headers=office.headers
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "import_not_checked")
