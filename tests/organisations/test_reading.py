"""Reading organisations: the list, the tree, children and ancestors, on any day and for any
caller."""

from organisations.desk import ORGANISATIONS, Desk, day

FINANCE = "中共区财政局总支部委员会"
FINANCE_OFFICE = "中共区财政局机关支部委员会"
FINANCE_UNITS = "中共区财政局直属单位支部委员会"
POLICE = "中共区公安分局总支部委员会"
POLICE_OFFICE = "中共区公安分局机关支部委员会"
ARCHIVE = "中共区档案局支部委员会"
GROUP = "区档案局第一党小组"
ROOT = "云屏区区直机关工作委员会"
WHOLE = [
    (0, ROOT), (1, FINANCE), (2, FINANCE_OFFICE), (2, FINANCE_UNITS), (1, POLICE),
    (2, POLICE_OFFICE), (1, ARCHIVE), (2, GROUP),
]  # fmt: skip


async def test_the_tree_is_flat_preorder_in_protocol_order(desk: Desk) -> None:
    assert await desk.tree() == WHOLE


async def test_the_tree_stops_at_the_depth_and_counts_what_is_not_shown(desk: Desk) -> None:
    answer = await desk.get(f"{ORGANISATIONS}/tree", depth=1)
    counts = [(item["name"], item["child_count"]) for item in answer.json()["items"]]
    assert counts == [(ROOT, 3), (FINANCE, 2), (POLICE, 1), (ARCHIVE, 1)]


async def test_the_tree_of_a_day_shows_parents_and_names_of_that_day(desk: Desk) -> None:
    await desk.carry_out("move", "finance_units", {"parent_id": desk.id("police")}, "2010-03-01")
    await desk.carry_out("rename", "finance_units", {"name": "治安支队支部"}, "2012-03-01")
    assert await desk.tree(as_of="2010-02-28") == WHOLE
    moved = [*WHOLE[:3], *WHOLE[4:6], (2, FINANCE_UNITS), *WHOLE[6:]]
    assert await desk.tree(as_of="2010-03-01") == moved
    renamed = [(d, "治安支队支部" if n == FINANCE_UNITS else n) for d, n in moved]
    assert await desk.tree(as_of="2012-03-01") == renamed
    assert await desk.tree() == renamed
    assert await desk.tree(as_of=day(400)) == renamed


async def test_nothing_but_the_root_is_in_the_tree_before_the_first_day(desk: Desk) -> None:
    assert await desk.tree(as_of="1999-12-31") == [(0, ROOT)]
    gone = await desk.get(f"{ORGANISATIONS}/{desk.id('finance')}", as_of="1999-12-31")
    assert (gone.status_code, gone.json()["code"]) == (404, "organisation_not_on_date")


async def test_a_caller_sees_the_tree_below_the_own_organisation_alone(desk: Desk) -> None:
    clerk = desk.by("clerk")
    own = [(1, FINANCE), (2, FINANCE_OFFICE), (2, FINANCE_UNITS)]
    assert await clerk.tree() == own
    assert await clerk.tree(as_of="2005-01-01") == own
    other = await clerk.get(f"{ORGANISATIONS}/tree", root=desk.id("police"))
    assert (other.status_code, other.json()["code"]) == (404, "not_found")
    ancestors = await clerk.get(f"{ORGANISATIONS}/{desk.id('finance_office')}/ancestors")
    assert [item["name"] for item in ancestors.json()["items"]] == [FINANCE]


async def test_what_belongs_to_a_neighbour_today_is_not_shown_of_its_past(desk: Desk) -> None:
    await desk.carry_out("move", "finance_units", {"parent_id": desk.id("police")})
    assert await desk.by("clerk").tree(as_of="2005-01-01") == [(1, FINANCE), (2, FINANCE_OFFICE)]


async def test_children_and_ancestors_answer_as_of_a_day(desk: Desk) -> None:
    await desk.carry_out("move", "finance_units", {"parent_id": desk.id("police")}, "2010-03-01")
    units = f"{ORGANISATIONS}/{desk.id('finance_units')}"

    async def above(**query: str) -> list[str]:
        answer = await desk.get(f"{units}/ancestors", **query)
        return [item["name"] for item in answer.json()["items"]]

    async def below(name: str, **query: str) -> list[str]:
        answer = await desk.get(f"{ORGANISATIONS}/{desk.id(name)}/children", **query)
        return [item["name"] for item in answer.json()["items"]]

    assert await above() == [ROOT, POLICE]
    assert await above(as_of="2010-02-28") == [ROOT, FINANCE]
    assert await below("police") == [POLICE_OFFICE, FINANCE_UNITS]
    assert await below("police", as_of="2010-02-28") == [POLICE_OFFICE]
    assert await below("finance", as_of="2010-02-28") == [FINANCE_OFFICE, FINANCE_UNITS]


async def test_one_organisation_as_of_a_day_has_the_name_and_parent_of_that_day(desk: Desk) -> None:
    await desk.carry_out("move", "finance_units", {"parent_id": desk.id("police")}, "2010-03-01")
    path = f"{ORGANISATIONS}/{desk.id('finance_units')}"
    then, now = (await desk.get(path, as_of="2009-01-01")).json(), (await desk.get(path)).json()
    assert (then["parent_id"], then["ancestor_names"]) == (desk.id("finance"), [ROOT, FINANCE])
    assert (now["parent_id"], now["ancestor_names"]) == (desk.id("police"), [ROOT, POLICE])
    assert now["has_children"] is False
    assert (await desk.get(f"{ORGANISATIONS}/{desk.id('police')}")).json()["has_children"] is True


async def test_a_read_carries_its_version_and_is_not_sent_twice(desk: Desk) -> None:
    path = f"{ORGANISATIONS}/{desk.id('finance')}"
    first = await desk.get(path)
    tag = first.headers["etag"]
    assert tag.startswith('"1-')
    headers = {**desk.world.headers("officer"), "If-None-Match": tag}
    assert (await desk.client.get(path, headers=headers)).status_code == 304


async def test_search_finds_name_code_pinyin_and_initials(desk: Desk) -> None:
    async def found(q: str, **query: str) -> list[str]:
        answer = await desk.get(ORGANISATIONS, q=q, **query)
        return [item["name"] for item in answer.json()["items"]]

    assert await found("档案局") == [ARCHIVE, GROUP]
    assert await found("QDAJ") == [ARCHIVE, GROUP]
    assert await found("gong an fen") == [POLICE, POLICE_OFFICE]
    assert await found("001.001.002") == [FINANCE_UNITS]
    assert await found("100%") == []
    assert await found("qgafj", kind="branch") == [POLICE_OFFICE]
    assert [len(await desk.by("clerk").tree(q=q)) for q in ("档案", "直属")] == [1, 2]


async def test_a_search_of_another_day_finds_the_name_of_then(desk: Desk) -> None:
    await desk.carry_out("rename", "archive", {"name": "中共区史志馆支部委员会"}, "2012-03-01")

    async def found(q: str, **query: str) -> list[str]:
        answer = await desk.get(ORGANISATIONS, q=q, **query)
        return [item["name"] for item in answer.json()["items"]]

    assert await found("区档案局支部", as_of="2011-01-01") == [ARCHIVE]
    assert await found("区档案局支部") == []
    assert await found("史志馆") == ["中共区史志馆支部委员会"]


async def test_a_search_in_the_tree_shows_the_way_to_what_it_found(desk: Desk) -> None:
    answer = await desk.get(f"{ORGANISATIONS}/tree", q="机关支部")
    shown = [(item["name"], item["matched"]) for item in answer.json()["items"]]
    way = [(ROOT, False), (FINANCE, False), (FINANCE_OFFICE, True), (POLICE, False)]
    assert shown == [*way, (POLICE_OFFICE, True)]
    before = await desk.get(f"{ORGANISATIONS}/tree", q="机关支部", as_of="2005-01-01")
    assert [(item["name"], item["matched"]) for item in before.json()["items"]] == shown


async def test_the_list_narrows_by_parent_kind_and_subtree(desk: Desk) -> None:
    async def names(**query: str) -> list[str]:
        answer = await desk.get(ORGANISATIONS, **query)
        assert answer.status_code == 200, answer.text
        return [item["name"] for item in answer.json()["items"]]

    root, finance = desk.id("root"), desk.id("finance")
    assert await names(parent_id=root) == [FINANCE, POLICE, ARCHIVE]
    assert await names(parent_id=root, as_of="2003-01-01") == [FINANCE, POLICE, ARCHIVE]
    assert await names(kind="group") == [GROUP]
    subtree = [FINANCE, FINANCE_OFFICE, FINANCE_UNITS]
    assert await names(organisation_id=finance, scope="subtree") == subtree
    assert await names(organisation_id=finance, scope="subtree", as_of="2003-01-01") == subtree
    assert await names(organisation_id=finance) == [FINANCE]
    assert await names(state="dissolved") == []


async def test_pages_follow_each_other_without_gaps(desk: Desk) -> None:
    seen: list[str] = []
    query: dict[str, str] = {"limit": "3", "sort": "-code"}
    while True:
        page = (await desk.get(ORGANISATIONS, **query)).json()
        seen += [item["code"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    assert len(seen) == 8
    assert seen == sorted(set(seen), reverse=True)


async def test_edges_and_timeline_tell_the_life_of_an_organisation(desk: Desk) -> None:
    await desk.carry_out("rename", "archive", {"name": "中共区史志馆支部委员会"}, "2012-03-01")
    await desk.carry_out(
        "guidance", "archive", {"guide_id": desk.id("finance"), "operation": "start"}
    )
    await desk.carry_out("dissolve", "archive_one", {}, "2021-01-01")
    planned = await desk.carry_out("dissolve", "archive", {}, day(30))
    path = f"{ORGANISATIONS}/{desk.id('archive')}"
    edges = (await desk.get(f"{path}/edges")).json()["items"]
    assert [(e["kind"], e["parent_name"], e["valid_from"], e["valid_to"]) for e in edges] == [
        ("leadership", ROOT, "2000-01-01", None), ("guidance", FINANCE, "2020-05-01", None),
    ]  # fmt: skip
    lines = (await desk.get(f"{path}/timeline")).json()["items"]
    assert [(line["on"], line["kind"]) for line in lines] == [
        ("2000-01-01", "founded"), ("2012-03-01", "renamed"), ("2020-05-01", "guided"),
        (day(30), "planned"),
    ]  # fmt: skip
    assert lines[1]["detail"] == f"“{ARCHIVE}”更名为“中共区史志馆支部委员会”"
    assert lines[3]["change_id"] == planned["id"]
    group = (await desk.get(f"{ORGANISATIONS}/{desk.id('archive_one')}/timeline")).json()["items"]
    assert [line["kind"] for line in group] == ["founded", "dissolved"]


async def test_too_much_of_the_tree_at_once_is_refused(desk: Desk) -> None:
    answer = await desk.get(f"{ORGANISATIONS}/tree", depth=33)
    assert answer.status_code == 422


async def test_a_role_without_the_permission_reads_nothing(desk: Desk) -> None:
    member = desk.by("member")
    assert (await member.get(ORGANISATIONS)).json()["items"] == []
    assert (await member.get(f"{ORGANISATIONS}/{desk.id('finance_office')}")).status_code == 404
