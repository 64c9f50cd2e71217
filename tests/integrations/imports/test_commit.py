"""Committing: all or nothing, only without faults, only with the rights that hold then."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, make_url, select, update
from sqlmodel import col

from conftest import run_as_owner
from factories.office import (
    FAULTY_MEMBERS,
    MEMBER_HEADS,
    MEMBERS,
    ORGANISATIONS,
    SECRETARY_HEADS,
    Office,
    counts,
    identity_number,
    workbook,
)
from gongwei.access.edges import OrganisationEdge
from gongwei.access.models import (
    AssignmentState,
    Organisation,
    OrganisationState,
    Person,
    RoleAssignment,
)
from gongwei.audit.models import AuditEntry
from gongwei.integrations.jobs import progress
from gongwei.integrations.jobs.service import run_waiting_jobs
from gongwei.members.models import Member, Membership
from gongwei.organisations.models import Term, Unit

BRANCH = "中共区财政局机关支部委员会"
ARCHIVE, GROUP = "中共区档案局支部委员会", "区档案局第一党小组"
ROSTER = workbook(
    MEMBER_HEADS,
    ("张一", "男", identity_number(order=1), "1970.01", "1995.07", BRANCH, None, None, "在职"),
    ("李二", "女", identity_number(order=2), "1970.01", "1995.07", BRANCH, None, None, "在职"),
)


async def _rows(office: Office, *models: Any) -> list[int]:
    async with office.database.transaction("*") as session:
        return [
            int(await session.scalar(select(func.count()).select_from(model)) or 0)
            for model in models
        ]


async def test_with_faults_nothing_can_be_committed(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    checked = await office.checked("members", FAULTY_MEMBERS)
    assert checked["allowed_actions"] == ["check", "reopen", "cancel"]
    answer = await office.post(f"/imports/{checked['id']}/actions/commit")
    assert (answer.status_code, answer.json()["code"]) == (409, "import_has_faults")
    assert "7 处错误" in answer.json()["detail"]
    assert await _rows(office, Member) == [0]


async def test_what_was_not_checked_cannot_be_committed(office: Office) -> None:
    imported = await office.uploaded("organisations", ORGANISATIONS)
    answer = await office.post(f"/imports/{imported['id']}/actions/commit")
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "invalid_state")
    assert (problem["state"], problem["allowed_actions"]) == ("uploaded", ["check", "cancel"])


async def test_a_commit_that_fails_half_way_leaves_nothing_and_can_be_repeated(
    departments: Office,
) -> None:
    checked = await departments.checked("members", ROSTER)
    name = make_url(departments.database.url).database
    assert name is not None
    run_as_owner(
        "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'disk full'; END $$",
        "CREATE TRIGGER fail BEFORE INSERT ON membership FOR EACH ROW EXECUTE FUNCTION fail()",
        database=name,
    )
    before = await _rows(departments, Person, Member, Membership)
    job = await departments.act(checked, "commit")
    assert (job["state"], job["problem"]["code"]) == ("failed", "internal")
    assert await _rows(departments, Person, Member, Membership) == before
    assert (await departments.get(f"/imports/{checked['id']}"))["state"] == "checked"
    run_as_owner("DROP TRIGGER fail ON membership", database=name)
    assert (await departments.act(checked, "commit"))["state"] == "succeeded"
    assert await _rows(departments, Member, Membership) == [2, 2]


async def test_a_tree_that_changed_since_the_check_stops_the_commit(departments: Office) -> None:
    checked = await departments.checked("members", ROSTER)
    async with departments.database.transaction("*") as session:
        await session.execute(
            update(Organisation)
            .where(col(Organisation.name) == BRANCH)
            .values(state=OrganisationState.DISSOLVED),
            execution_options={"recorded": True},
        )
    job = await departments.act(checked, "commit")
    assert (job["state"], job["problem"]["code"]) == ("failed", "import_outdated")
    assert "2 处不符" in job["problem"]["detail"]
    assert await _rows(departments, Member) == [0]


async def test_a_commit_by_somebody_whose_role_ended_meanwhile_writes_nothing(
    departments: Office,
) -> None:
    checked = await departments.checked("members", ROSTER)
    asked = await departments.post(f"/imports/{checked['id']}/actions/commit")
    held = departments.world.assignments["officer"]
    async with departments.database.transaction("*") as session:
        await session.execute(
            update(RoleAssignment)
            .where(col(RoleAssignment.id) == held.id)
            .values(state=AssignmentState.ENDED),
            execution_options={"recorded": True},
        )
    assert await run_waiting_jobs(departments.database, departments.settings) is True
    departments.who = "secretary"
    answer = await departments.client.get(asked.headers["location"], headers=departments.headers)
    assert answer.status_code == 404
    assert await _rows(departments, Member) == [0]
    async with departments.database.transaction("*") as session:
        told = await session.execute(
            select(AuditEntry.action).where(col(AuditEntry.action).startswith("import."))
        )
        assert "import.commit" not in told.scalars().all()


async def test_while_a_job_works_on_it_an_import_cannot_be_touched(office: Office) -> None:
    imported = await office.uploaded("organisations", ORGANISATIONS)
    asked = await office.post(f"/imports/{imported['id']}/actions/check")
    assert asked.status_code == 202
    assert asked.headers["location"] == f"/api/v1/jobs/{asked.json()['job_id']}"
    assert asked.json()["allowed_actions"] == []
    for action in ("check", "cancel"):
        refused = await office.post(f"/imports/{imported['id']}/actions/{action}")
        assert (refused.status_code, refused.json()["code"]) == (409, "import_busy")
    changed = await office.change(asked.json(), as_of="2008-12-30")
    assert (changed.status_code, changed.json()["code"]) == (409, "import_busy")


async def test_a_cancelled_import_is_over(office: Office) -> None:
    checked = await office.checked("organisations", ORGANISATIONS)
    answer = await office.post(f"/imports/{checked['id']}/actions/cancel")
    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    rows = await office.get(f"/imports/{checked['id']}/rows", include_total=True)
    assert (rows["items"], rows["total"]) == ([], 0)
    refused = await office.post(f"/imports/{checked['id']}/actions/check")
    assert (refused.status_code, refused.json()["code"]) == (409, "invalid_state")


async def test_everything_that_was_written_is_in_the_audit_log(office: Office) -> None:
    committed = await office.committed("organisations", ORGANISATIONS)
    async with office.database.transaction("*") as session:
        found = await session.execute(
            select(AuditEntry.action, func.count()).group_by(col(AuditEntry.action))
        )
        told = {row[0]: row[1] for row in found}
    written = {name: told[name] for name in ("organisation.create", "unit.create", "term.create")}
    assert written == {"organisation.create": 84, "unit.create": 41, "term.create": 60}
    assert await _rows(office, OrganisationEdge, Unit, Term) == [84, 41, 60]
    history = await office.get(f"/imports/{committed['id']}/history")
    assert [entry["action"] for entry in history["items"]] == [
        "import.commit",
        "import.ask_commit",
        "import.check",
        "import.ask_check",
        "import.create",
    ]


async def test_an_older_roster_does_not_move_anybody_back(departments: Office) -> None:
    await departments.committed("members", ROSTER)
    elsewhere = workbook(
        MEMBER_HEADS,
        (
            "张一",
            "男",
            identity_number(order=1),
            None,
            None,
            "中共区档案局支部委员会",
            None,
            None,
            None,
        ),
        title="2008年6月30日",
    )
    checked = await departments.checked("members", elsewhere)
    assert [fault["fault"] for fault in await departments.faults(checked)] == ["older_than_roster"]


async def test_a_newer_roster_moves_members_and_keeps_what_it_leaves_empty(
    departments: Office,
) -> None:
    await departments.committed("members", ROSTER)
    moved = workbook(
        MEMBER_HEADS,
        ("张一", "男", identity_number(order=1), None, None, ARCHIVE, GROUP, None, None),
        ("李二", "女", identity_number(order=2), None, None, BRANCH, None, None, None),
        title="2009年6月30日",
    )  # fmt: skip
    assert counts(await departments.committed("members", moved)) == (0, 1, 1, 0)
    async with departments.database.transaction("*") as session:
        found = await session.execute(
            select(Organisation.name, Membership.valid_from, Membership.valid_to, Member.joined_on)
            .join(Membership, col(Membership.organisation_id) == col(Organisation.id))
            .join(Member, col(Member.id) == col(Membership.member_id))
            .join(Person, col(Person.id) == col(Member.person_id))
            .where(Person.name == "张一")
            .order_by(col(Membership.valid_from))
        )
        assert [tuple(str(value) for value in row) for row in found] == [
            (BRANCH, "2008-12-31", "2009-06-30", "1995-07-01"),
            (ARCHIVE, "2009-06-30", "None", "1995-07-01"),
        ]


async def test_a_later_list_of_secretaries_ends_the_office_before(departments: Office) -> None:
    def listed(name: str, order: int, since: str, title: str) -> tuple[str, bytes]:
        number = identity_number(order=order)
        row = (BRANCH, name, number, "书记", "专职", since, "科长")
        return workbook(SECRETARY_HEADS, row, title=title)

    await departments.committed("secretaries", listed("张一", 1, "2005.07", "2008年12月31日"))
    await departments.committed("secretaries", listed("李二", 2, "2009.03", "2009年12月31日"))
    found = await departments.get("/secretaries", state="ended")
    assert [(row["name"], row["from_on"], row["to_on"]) for row in found["items"]] == [
        ("张一", "2005-07-01", "2009-03-01")
    ]
    older = await departments.checked("secretaries", listed("王三", 3, "2007.01", "2009年12月31日"))
    assert [fault["fault"] for fault in await departments.faults(older)] == ["already_in_post"]


async def test_progress_goes_from_reading_over_comparing_to_writing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "WRITTEN_EVERY", 0.02)
    await office.committed("organisations", ORGANISATIONS)
    checked = await office.checked("members", MEMBERS)
    asked = await office.post(f"/imports/{checked['id']}/actions/commit")
    working = asyncio.create_task(run_waiting_jobs(office.database, office.settings))
    told: list[tuple[str, int, int]] = []
    while not working.done():
        job = (await office.client.get(asked.headers["location"], headers=office.headers)).json()
        if job["state"] == "running" and (not told or told[-1][0] != job["message"]):
            told.append((job["message"], job["done"], job["total"]))
        await asyncio.sleep(0.02)
    order = ["正在读取工作簿", "正在读取并检查", "正在与系统记录核对", "正在写入"]
    stages = [order.index(message) for message, _, _ in told if message in order]
    assert stages == sorted(stages)
    assert len(stages) >= 2
    assert all(0 <= done <= total == 779 for _, done, total in told if total)


async def test_finished_jobs_say_what_they_found_and_did(departments: Office) -> None:
    imported = await departments.uploaded("members", ROSTER)
    told = [await departments.act(imported, action) for action in ("check", "commit")]
    assert [(job["done"], job["total"], job["message"]) for job in told] == [
        (2, 2, "检查完成：共 2 行，没有错误"),
        (2, 2, "导入完成：共 2 行，新增 2，更新 0，无变化 0"),
    ]


async def test_a_clerk_prepares_and_does_not_commit(departments: Office) -> None:
    departments.who = "clerk"
    checked = await departments.checked("members", ROSTER)
    assert checked["allowed_actions"] == ["check", "reopen", "cancel"]
    answer = await departments.post(f"/imports/{checked['id']}/actions/commit")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert await _rows(departments, Member) == [0]


async def test_a_secretary_cannot_set_up_organisations_by_way_of_an_import(
    departments: Office,
) -> None:
    departments.who = "secretary"
    row = ("中共区财政局离退休干部支部委员会", "党支部", "中共区财政局总支部委员会", "2005.05")
    checked = await departments.checked(
        "organisations", workbook(("党组织全称", "组织类别", "上级党组织", "成立时间"), row)
    )
    assert counts(checked) == (1, 0, 0, 0)
    assert checked["allowed_actions"] == ["check", "reopen", "cancel"]
    answer = await departments.post(f"/imports/{checked['id']}/actions/commit")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
