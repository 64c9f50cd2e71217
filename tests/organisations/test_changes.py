"""The life of a change request, and what each kind of change does to the tree."""

from datetime import date
from uuid import UUID

from gongwei.core.db import Database
from gongwei.organisations.models import OrganisationChange
from organisations.desk import CHANGES, ORGANISATIONS, Desk, day

FINANCE_OFFICE = "中共区财政局机关支部委员会"
FINANCE_UNITS = "中共区财政局直属单位支部委员会"


def below(tree: list[tuple[int, str]], name: str) -> list[str]:
    """Names directly below one in a pre-order tree."""
    at = next(place for place, item in enumerate(tree) if item[1] == name)
    found = []
    for depth, other in tree[at + 1 :]:
        if depth <= tree[at][0]:
            break
        if depth == tree[at][0] + 1:
            found.append(other)
    return found


async def test_a_change_goes_from_draft_to_applied_with_its_history(desk: Desk) -> None:
    secretary = desk.by("secretary")
    change = await desk.by("clerk").draft("rename", "finance_units", {"name": "新名支部"})
    assert (change["state"], change["allowed_actions"]) == ("draft", [])
    submitted = (await secretary.act(change, "submit")).json()
    assert (submitted["state"], submitted["allowed_actions"]) == ("submitted", ["withdraw"])
    applied = (await desk.act(change, "approve")).json()
    assert (applied["state"], applied["obstacle"]) == ("applied", None)
    assert applied["submitted_by"] == str(desk.world.users["secretary"].id)
    assert applied["decided_by"] == str(desk.world.users["officer"].id)
    history = (await desk.get(f"{CHANGES}/{change['id']}/history")).json()["items"]
    assert [line["action"] for line in history] == [
        "organisation_change.approve", "organisation_change.submit", "organisation_change.create",
    ]  # fmt: skip
    own = (await desk.get(f"{ORGANISATIONS}/{desk.id('finance_units')}/history")).json()["items"]
    assert [(line["action"], line["reason"]) for line in own] == [
        ("organisation.renamed", "机构改革")
    ]


async def test_who_prepares_does_not_submit_and_who_submits_does_not_approve(desk: Desk) -> None:
    change = await desk.by("clerk").draft("dissolve", "finance_units", {})
    assert (await desk.by("clerk").act(change, "submit")).status_code == 403
    assert (await desk.by("secretary").act(change, "submit")).status_code == 200
    assert (await desk.by("secretary").act(change, "approve")).status_code == 403
    assert (await desk.by("neighbour").act(change, "approve")).status_code == 404
    assert (await desk.by("neighbour").get(f"{CHANGES}/{change['id']}")).status_code == 404
    refused = await desk.by("department_leader").post(
        CHANGES, desk.body("dissolve", "finance_units", {})
    )
    assert refused.status_code == 403


async def test_a_returned_change_is_mended_and_submitted_again(desk: Desk) -> None:
    change = await desk.draft("rename", "archive", {"name": "错名"})
    await desk.act(change, "submit")
    without = await desk.act(change, "return")
    assert (without.status_code, without.json()["code"]) == (422, "reason_required")
    returned = (await desk.act(change, "return", "名称有误")).json()
    assert returned["state"] == "returned"
    path = f"{CHANGES}/{change['id']}"
    patch = {"payload": {"name": "对名"}, "effective_on": "2021-06-01"}
    mended = await desk.patch(path, patch, returned["version"])
    assert mended.json()["payload"] == {"name": "对名", "short_name": None}
    await desk.act(change, "submit")
    assert (await desk.act(change, "approve")).json()["state"] == "applied"
    assert "对名" in [name for _, name in await desk.tree()]


async def test_what_is_submitted_is_neither_edited_nor_deleted(desk: Desk) -> None:
    change = await desk.draft("rename", "archive", {"name": "新名"})
    submitted = (await desk.act(change, "submit")).json()
    path = f"{CHANGES}/{change['id']}"
    edited = await desk.patch(path, {"reason": "另一理由"}, submitted["version"])
    assert (edited.status_code, edited.json()["code"]) == (409, "invalid_state")
    deleted = await desk.delete(path)
    assert (deleted.status_code, deleted.json()["code"]) == (409, "delete_refused")
    assert deleted.json()["detail"] == "只有草稿可以删除；请改用“撤回”。"
    withdrawn = await desk.act(change, "withdraw", "暂缓")
    assert withdrawn.json()["state"] == "withdrawn"
    gone = (await desk.delete(path)).json()
    assert gone["detail"] == "只有草稿可以删除；请改用“新的变更申请”。"
    again = await desk.act(change, "submit")
    assert (again.status_code, again.json()["code"]) == (409, "invalid_state")


async def test_a_rejected_change_leaves_the_tree_alone(desk: Desk) -> None:
    before = await desk.tree()
    change = await desk.draft("dissolve", "archive_one", {})
    await desk.act(change, "submit")
    assert (await desk.act(change, "reject", "不同意")).json()["state"] == "rejected"
    assert await desk.tree() == before


async def test_a_draft_is_deleted(desk: Desk) -> None:
    change = await desk.draft("rename", "archive", {"name": "新名"})
    path = f"{CHANGES}/{change['id']}"
    assert (await desk.delete(path)).status_code == 204
    assert (await desk.get(path)).status_code == 404


async def test_a_payload_is_checked_by_its_kind_and_faults_are_pointed_at(desk: Desk) -> None:
    async def faults(kind: str, payload: dict[str, object]) -> list[tuple[str, str]]:
        answer = await desk.post(CHANGES, desk.body(kind, "archive", payload))
        assert answer.status_code == 422, answer.text
        return [(fault["pointer"], fault["code"]) for fault in answer.json()["errors"]]

    assert await faults("rename", {}) == [("/payload/name", "missing")]
    assert await faults("move", {"parent_id": "x"}) == [("/payload/parent_id", "uuid_parsing")]
    assert await faults("dissolve", {"name": "x"}) == [("/payload/name", "extra_forbidden")]
    unknown = str(desk.world.users["officer"].id)
    assert await faults("merge", {"into_id": unknown}) == [
        ("/payload/into_id", "unknown_organisation")
    ]
    wrong = {"kind": "group", "name": "第二党小组", "parent_id": desk.id("root")}
    assert await faults("create", wrong) == [("/payload/parent_id", "not_the_parent")]
    assert await faults("split", {"new": []}) == [("/payload/new", "too_short")]


async def test_the_list_of_changes_narrows_by_kind_state_and_subtree(desk: Desk) -> None:
    await desk.draft("rename", "archive", {"name": "甲"})
    moved = await desk.draft("move", "finance_units", {"parent_id": desk.id("police")})
    await desk.act(moved, "submit")

    async def kinds(person: Desk, **query: str) -> list[str]:
        return [c["kind"] for c in (await person.get(CHANGES, **query)).json()["items"]]

    assert await kinds(desk) == ["move", "rename"]
    assert await kinds(desk, state="submitted") == ["move"]
    assert await kinds(desk, kind="rename") == ["rename"]
    assert await kinds(desk, organisation_id=desk.id("finance"), scope="subtree") == ["move"]
    assert await kinds(desk.by("clerk")) == ["move"]
    assert await kinds(desk.by("neighbour")) == []


async def test_create_sets_up_an_organisation(desk: Desk) -> None:
    payload = {"kind": "group", "name": "区档案局第二党小组", "parent_id": desk.id("archive")}
    change = await desk.carry_out("create", "archive", payload)
    made = (await desk.get(f"{ORGANISATIONS}/{change['created_organisation_id']}")).json()
    assert (made["name"], made["parent_id"], made["code"], made["founded_on"]) == (
        "区档案局第二党小组", desk.id("archive"), "001.003.002", "2020-05-01",
    )  # fmt: skip


async def test_a_move_takes_the_subtree_and_its_place(desk: Desk) -> None:
    payload = {"kind": "committee", "name": "中共区机关党委", "parent_id": desk.id("root")}
    made = await desk.carry_out("create", "root", payload, "2019-01-01")
    target = made["created_organisation_id"]
    await desk.carry_out("move", "finance", {"parent_id": target})
    await desk.carry_out("move", "police", {"parent_id": target, "position": 1})
    assert below(await desk.tree(), "中共区机关党委") == [
        "中共区公安分局总支部委员会", "中共区财政局总支部委员会",
    ]  # fmt: skip
    office = (await desk.get(f"{ORGANISATIONS}/{desk.id('finance_office')}")).json()
    assert (office["depth"], office["ancestor_names"][1:]) == (
        3, ["中共区机关党委", "中共区财政局总支部委员会"],
    )  # fmt: skip
    found = await desk.get(ORGANISATIONS, organisation_id=target, scope="subtree")
    assert len(found.json()["items"]) == 6


async def test_a_merger_takes_children_along_and_ends_the_rest(desk: Desk) -> None:
    branch = {"kind": "branch", "name": "中共区方志办支部委员会", "parent_id": desk.id("root")}
    into = await desk.carry_out("create", "root", branch, "2015-01-01")
    guide = {"guide_id": desk.id("finance"), "operation": "start"}
    await desk.carry_out("guidance", "archive", guide, "2016-01-01")
    term = await desk.post(
        "/api/v1/terms", {"organisation_id": desk.id("archive"), "elected_on": "2018-03-01"}
    )
    await desk.carry_out("merge", "archive", {"into_id": into["created_organisation_id"]})
    assert below(await desk.tree(), "中共区方志办支部委员会") == ["区档案局第一党小组"]
    gone = (await desk.get(f"{ORGANISATIONS}/{desk.id('archive')}")).json()
    assert (gone["state"], gone["dissolved_on"]) == ("dissolved", "2020-05-01")
    edges = (await desk.get(f"{ORGANISATIONS}/{desk.id('archive')}/edges")).json()["items"]
    assert {edge["valid_to"] for edge in edges} == {"2020-05-01"}
    ended = (await desk.get(f"/api/v1/terms/{term.json()['id']}")).json()
    assert (ended["state"], ended["ended_on"]) == ("ended", "2020-05-01")
    for name, kinds in (
        (
            desk.id("archive"),
            ["founded", "guided", "elected", "merged", "guidance_ended", "term_ended"],
        ),
        (into["created_organisation_id"], ["founded", "merged"]),
    ):
        lines = (await desk.get(f"{ORGANISATIONS}/{name}/timeline")).json()["items"]
        assert sorted(line["kind"] for line in lines) == sorted(kinds)
    own = f"{ORGANISATIONS}/{desk.id('archive')}/timeline"
    details = {line["kind"]: line["detail"] for line in (await desk.get(own)).json()["items"]}
    assert (details["merged"], details["term_ended"]) == (
        "并入“中共区方志办支部委员会”", "第 1 届，应于 2021年3月1日 届满",
    )  # fmt: skip
    before = await desk.tree(as_of="2020-04-30")
    assert below(before, "中共区档案局支部委员会") == ["区档案局第一党小组"]


async def test_a_split_sets_up_siblings_that_take_children_along(desk: Desk) -> None:
    new = {
        "name": "中共区国资局总支部委员会", "kind": "general_branch",
        "child_ids": [desk.id("finance_units")],
    }  # fmt: skip
    await desk.carry_out("split", "finance", {"new": [new]})
    tree = await desk.tree()
    assert below(tree, "中共区国资局总支部委员会") == [FINANCE_UNITS]
    assert below(tree, "中共区财政局总支部委员会") == [FINANCE_OFFICE]
    assert below(await desk.tree(as_of="2020-04-30"), "中共区财政局总支部委员会") == [
        FINANCE_OFFICE, FINANCE_UNITS,
    ]  # fmt: skip


async def test_what_is_dissolved_leaves_the_tree_on_its_day(desk: Desk) -> None:
    await desk.carry_out("dissolve", "archive_one", {})
    name = "区档案局第一党小组"
    assert name not in [n for _, n in await desk.tree()]
    assert name in [n for _, n in await desk.tree(as_of="2020-04-30")]
    assert name not in [n for _, n in await desk.tree(as_of="2020-05-01")]
    answer = await desk.get(ORGANISATIONS, state="dissolved")
    assert [item["name"] for item in answer.json()["items"]] == [name]


async def test_guidance_begins_and_ends_without_touching_leadership(desk: Desk) -> None:
    tree = await desk.tree()
    guide = {"guide_id": desk.id("police"), "operation": "start"}
    await desk.carry_out("guidance", "archive", guide)
    await desk.carry_out("guidance", "archive", {**guide, "operation": "end"}, "2021-05-01")
    edges = (await desk.get(f"{ORGANISATIONS}/{desk.id('archive')}/edges")).json()["items"]
    assert [(e["kind"], e["valid_from"], e["valid_to"]) for e in edges] == [
        ("leadership", "2000-01-01", None), ("guidance", "2020-05-01", "2021-05-01"),
    ]  # fmt: skip
    assert await desk.tree() == tree


async def test_a_dry_run_shows_exactly_what_the_change_then_does_and_writes_nothing(
    desk: Desk,
) -> None:
    tree = await desk.tree()
    body = desk.body("move", "finance_units", {"parent_id": desk.id("police")}, day(0))
    shown = (await desk.post(CHANGES, body, dry_run=True)).json()
    assert (shown["problems"], [e["code"] for e in shown["effects"]]) == ([], ["moved"])
    assert await desk.tree() == tree
    assert (await desk.get(CHANGES)).json()["items"] == []
    entries = await desk.by("auditor").get("/api/v1/audit-entries")
    assert entries.json()["items"] == []
    await desk.carry_out("move", "finance_units", {"parent_id": desk.id("police")}, day(0))
    real = (await desk.get(f"{ORGANISATIONS}/tree", depth=9)).json()["items"]
    after = {item["id"]: {**item, "matched": False} for item in shown["after"]}
    assert after == {item["id"]: item for item in real if item["id"] in after}
    names = [(item["name"], item["matched"]) for item in shown["before"]]
    assert names == [
        ("中共区财政局总支部委员会", False),
        (FINANCE_UNITS, True),
        ("中共区公安分局总支部委员会", False),
    ]  # fmt: skip


async def test_a_dry_run_speaks_english_to_who_asks_for_it(desk: Desk) -> None:
    body = desk.body("dissolve", "archive", {})
    headers = {**desk.world.headers("officer"), "Accept-Language": "en"}
    answer = await desk.client.post(f"{CHANGES}?dry_run=true", json=body, headers=headers)
    (problem,) = answer.json()["problems"]
    assert problem["code"] == "has_children"
    assert problem["message"] == (
        "Others still stand below “中共区档案局支部委员会” after May 1, 2020 (1). "
        "Move, merge or dissolve them first."
    )


async def test_a_stored_change_is_previewed_until_it_is_applied(desk: Desk) -> None:
    change = await desk.draft("dissolve", "archive_one", {})
    path = f"{CHANGES}/{change['id']}/preview"
    shown = (await desk.get(path)).json()
    assert [item["name"] for item in shown["before"] if item["matched"]] == ["区档案局第一党小组"]
    assert [item["name"] for item in shown["after"]] == ["中共区档案局支部委员会"]
    await desk.act(change, "submit")
    await desk.act(change, "approve")
    assert (await desk.get(path)).status_code == 409


async def test_a_future_change_waits_and_is_not_applied_by_hand(
    desk: Desk, database: Database
) -> None:
    tree = await desk.tree()
    change = await desk.carry_out("dissolve", "archive_one", {}, day(10))
    assert (change["state"], change["allowed_actions"]) == ("approved", ["return"])
    early = await desk.act(change, "apply")
    assert (early.status_code, early.json()["code"]) == (409, "not_due")
    assert await desk.tree() == tree
    async with database.transaction("*") as session:
        stored = await session.get(OrganisationChange, UUID(change["id"]))
    assert stored is not None
    assert (stored.applied_at, stored.effective_on) == (None, date.fromisoformat(day(10)))
