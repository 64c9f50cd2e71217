"""Mapping columns by hand."""

from typing import Any

import pytest

from factories.office import MEMBERS, ORGANISATIONS, Office, workbook

HEADS = ("甲", "乙", "丙", "丁")
ROW = ("中共区人事局支部委员会", "党支部", "云屏区区直机关工作委员会", "2005.05")
BY_HAND = [
    {"index": 0, "field": "name"},
    {"index": 1, "field": "kind"},
    {"index": 2, "field": "parent"},
    {"index": 3, "field": "founded_on"},
]


async def test_columns_mapped_by_hand_are_imported(office: Office) -> None:
    imported = await office.uploaded("organisations", workbook(HEADS, ROW))
    answer = await office.change(imported, columns=BY_HAND)
    assert answer.status_code == 200
    assert answer.json()["missing"] == []
    assert answer.headers["etag"] == f'"{answer.json()["version"]}"'
    assert (await office.act(imported, "check"))["state"] == "succeeded"
    rows = await office.get(f"/imports/{imported['id']}/rows")
    assert rows["items"] == [
        {
            "row": 3,
            "values": dict(zip(("name", "kind", "parent", "founded_on"), ROW, strict=True)),
            "outcome": "new",
        }
    ]


async def test_a_column_can_be_left_out(office: Office) -> None:
    imported = await office.uploaded("members", MEMBERS)
    phone = next(c["index"] for c in imported["columns"] if c["field"] == "phone")
    answer = await office.change(imported, columns=[{"index": phone, "field": None}])
    fields = [column["field"] for column in answer.json()["columns"]]
    assert "phone" not in fields
    assert len([field for field in fields if field]) == 10


@pytest.mark.parametrize(
    ("columns", "pointer", "code"),
    [
        ([{"index": 99, "field": "name"}], "/columns/0/index", "unknown_column"),
        ([{"index": 0, "field": "phone"}], "/columns/0/field", "unknown_field"),
        ([{"index": 0, "field": "name"}, {"index": 1, "field": "name"}], "/columns", "field_twice"),
    ],
)
async def test_a_mapping_that_cannot_be_is_refused_at_its_column(
    office: Office, columns: list[dict[str, Any]], pointer: str, code: str
) -> None:
    imported = await office.uploaded("organisations", workbook(HEADS, ROW))
    answer = await office.change(imported, columns=columns)
    error = answer.json()["errors"][0]
    assert (answer.status_code, error["pointer"], error["code"]) == (422, pointer, code)


async def test_a_check_waits_for_the_required_columns(office: Office) -> None:
    imported = await office.uploaded("organisations", workbook(HEADS, ROW))
    answer = await office.post(f"/imports/{imported['id']}/actions/check")
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "import_columns_missing")
    assert problem["missing"] == ["name", "kind", "parent"]
    assert "党组织全称、组织类别、上级党组织" in problem["detail"]


async def test_a_change_needs_the_present_version(office: Office) -> None:
    imported = await office.uploaded("members", MEMBERS)
    assert (await office.change(imported, as_of="2008-11-30")).status_code == 200
    stale = await office.change(imported, as_of="2008-10-31")
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    path = f"/api/v1/imports/{imported['id']}"
    without = await office.client.patch(path, headers=office.headers, json={"as_of": "2008-10-31"})
    assert without.status_code == 428


async def test_a_new_mapping_drops_what_the_last_check_found(office: Office) -> None:
    checked = await office.checked("organisations", ORGANISATIONS)
    assert checked["allowed_actions"] == ["check", "commit", "reopen", "cancel"]
    answer = await office.change(checked, as_of="2008-12-30")
    body = answer.json()
    assert (body["state"], body["rows_new"], body["as_of"]) == ("uploaded", 0, "2008-12-30")
    rows = await office.get(f"/imports/{checked['id']}/rows", include_total=True)
    assert rows["total"] == 0
    refused = await office.post(f"/imports/{checked['id']}/actions/commit")
    assert (refused.status_code, refused.json()["code"]) == (409, "invalid_state")


async def test_a_committed_import_can_no_longer_be_changed(office: Office) -> None:
    committed = await office.committed("organisations", ORGANISATIONS)
    assert committed["allowed_actions"] == []
    answer = await office.change(committed, as_of="2008-12-30")
    assert (answer.status_code, answer.json()["code"]) == (409, "invalid_state")
