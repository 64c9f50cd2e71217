"""What cannot be is refused, by the dry run and by the submission alike, with a reason for a
clerk."""

import pytest

from gongwei.core import clock
from gongwei.core.days import day_in_chinese
from organisations.desk import CHANGES, Desk, day


async def test_a_circle_is_refused(desk: Desk) -> None:
    committee = {"kind": "committee", "name": "甲党委", "parent_id": desk.id("root")}
    upper = (await desk.carry_out("create", "root", committee))["created_organisation_id"]
    desk.world.organisations["upper"] = desk.world["root"].model_copy(update={"id": upper})
    inner = {"kind": "committee", "name": "乙党委", "parent_id": upper}
    lower = (await desk.carry_out("create", "upper", inner, "2020-06-01"))[
        "created_organisation_id"
    ]
    code, words = await desk.refusal("move", "upper", {"parent_id": lower}, day(0))
    assert code == "cycle"
    assert words == (
        f"“乙党委”自 {day_in_chinese(clock.today())} 起是“甲党委”的下级，不能再作它的上级。"
        "请另选上级党组织。"
    )
    assert await desk.refusal("move", "upper", {"parent_id": upper}, day(0)) == (
        "cycle", "“甲党委”不能作自己的上级。请另选上级党组织。",
    )  # fmt: skip


async def test_a_circle_in_the_past_is_refused_though_there_is_none_today(desk: Desk) -> None:
    committee = {"kind": "committee", "name": "甲党委", "parent_id": desk.id("root")}
    upper = (await desk.carry_out("create", "root", committee, "2010-01-01"))[
        "created_organisation_id"
    ]
    desk.world.organisations["upper"] = desk.world["root"].model_copy(update={"id": upper})
    inner = {"kind": "committee", "name": "乙党委", "parent_id": upper}
    lower = (await desk.carry_out("create", "upper", inner, "2011-01-01"))[
        "created_organisation_id"
    ]
    desk.world.organisations["lower"] = desk.world["root"].model_copy(update={"id": lower})
    await desk.carry_out("move", "lower", {"parent_id": desk.id("root")}, "2015-01-01")
    assert (await desk.refusal("move", "upper", {"parent_id": lower}, "2014-12-31"))[0] == "cycle"
    await desk.carry_out("move", "upper", {"parent_id": lower}, "2015-01-01")


@pytest.mark.parametrize(
    ("kind", "at", "payload", "on", "code"),
    [
        ("move", "archive_one", {"parent_id": "finance"}, "2020-05-01", "kind_mismatch"),
        ("move", "finance_office", {"parent_id": "archive"}, "2020-05-01", "kind_mismatch"),
        ("move", "finance_office", {"parent_id": "finance"}, "2020-05-01", "same_parent"),
        ("move", "root", {"parent_id": "finance"}, "2020-05-01", "root_fixed"),
        ("move", "finance_office", {"parent_id": "police"}, "2000-01-01", "same_day_change"),
        ("move", "finance_office", {"parent_id": "police"}, "1999-12-31", "before_existence"),
        ("dissolve", "archive", {}, "2020-05-01", "has_children"),
        ("dissolve", "root", {}, "2020-05-01", "root_fixed"),
        ("dissolve", "archive_one", {}, "1999-12-31", "before_existence"),
        ("rename", "archive", {"name": "中共区财政局总支部委员会"}, "2020-05-01", "name_taken"),
        ("rename", "archive", {"name": "中共区档案局支部委员会"}, "2020-05-01", "same_name"),
        ("rename", "archive", {"name": "新名"}, "2000-01-01", "same_day_change"),
        ("merge", "finance", {"into_id": "finance"}, "2020-05-01", "merge_into_itself"),
        ("merge", "finance", {"into_id": "finance_office"}, "2020-05-01", "merge_into_itself"),
        ("merge", "finance", {"into_id": "archive"}, "2020-05-01", "merge_mismatch"),
        ("merge", "archive", {"into_id": "archive_one"}, "2020-05-01", "merge_into_itself"),
        ("guidance", "finance", {"guide_id": "finance", "operation": "start"}, "2020-05-01",
         "guides_itself"),
        ("guidance", "finance", {"guide_id": "finance_office", "operation": "start"}, "2020-05-01",
         "guides_itself"),
        ("guidance", "finance", {"guide_id": "root", "operation": "start"}, "2020-05-01",
         "guides_itself"),
        ("guidance", "finance", {"guide_id": "police", "operation": "end"}, "2020-05-01",
         "guidance_missing"),
    ],
)  # fmt: skip
async def test_refused(
    desk: Desk, kind: str, at: str, payload: dict[str, str], on: str, code: str
) -> None:
    ids = {key: desk.id(value) if key.endswith("_id") else value for key, value in payload.items()}
    assert (await desk.refusal(kind, at, ids, on))[0] == code


async def test_a_date_between_two_moves_contradicts_the_later_one(desk: Desk) -> None:
    await desk.carry_out("move", "finance_units", {"parent_id": desk.id("police")}, "2020-05-01")
    back = {"parent_id": desk.id("root")}
    assert (await desk.refusal("move", "finance_units", back, "2019-01-01"))[0] == "later_change"
    assert (await desk.refusal("dissolve", "finance_units", {}, "2020-05-01"))[
        0
    ] == "same_day_change"


async def test_nothing_stands_under_what_is_dissolved(desk: Desk) -> None:
    await desk.carry_out("dissolve", "police_office", {})
    await desk.carry_out("dissolve", "police", {}, "2020-06-01")
    code, words = await desk.refusal("move", "finance_office", {"parent_id": desk.id("police")})
    assert (code, words) == (
        "parent_dissolved", ("“中共区公安分局总支部委员会”已于 2020年6月1日 撤销，"
                            "不能作上级党组织。请另选上级。"),
    )  # fmt: skip
    assert (await desk.refusal("rename", "police", {"name": "x"}, day(0)))[
        0
    ] == "organisation_dissolved"


async def test_the_parent_of_a_merger_must_have_existed_on_the_day(desk: Desk) -> None:
    branch = {"kind": "branch", "name": "新支部", "parent_id": desk.id("root")}
    into = (await desk.carry_out("create", "root", branch, "2018-01-01"))["created_organisation_id"]
    refused = await desk.refusal("merge", "archive", {"into_id": into}, "2017-12-31")
    assert refused[0] == "before_existence"


async def test_a_merger_is_refused_for_children_whose_names_meet(desk: Desk) -> None:
    group = {"kind": "group", "name": "区档案局第一党小组", "parent_id": desk.id("finance_office")}
    await desk.carry_out("create", "finance_office", group)
    refused = await desk.refusal("merge", "archive", {"into_id": desk.id("finance_office")}, day(0))
    assert refused[0] == "name_taken"


async def test_a_name_given_up_before_the_day_is_free(desk: Desk) -> None:
    old = "中共区档案局支部委员会"
    await desk.carry_out("rename", "archive", {"name": "新名"}, "2015-01-01")
    payload = {"kind": "branch", "name": old, "parent_id": desk.id("root")}
    assert (await desk.refusal("create", "root", payload, "2014-12-31"))[0] == "name_taken"
    await desk.carry_out("create", "root", payload, "2015-01-01")


async def test_the_same_guidance_is_not_written_twice(desk: Desk) -> None:
    guide = {"guide_id": desk.id("police"), "operation": "start"}
    await desk.carry_out("guidance", "archive", guide)
    assert (await desk.refusal("guidance", "archive", guide, day(0)))[0] == "guidance_exists"
    other = {"guide_id": desk.id("archive"), "operation": "start"}
    assert (await desk.refusal("guidance", "police", other, day(0)))[0] == "guides_itself"


async def test_a_split_takes_only_own_children_once_and_own_kinds(desk: Desk) -> None:
    def part(
        name: str, kind: str = "general_branch", child: str | None = None
    ) -> dict[str, object]:
        return {"name": name, "kind": kind, "child_ids": [desk.id(child)] if child else []}

    async def refused(*parts: dict[str, object]) -> str:
        return (await desk.refusal("split", "finance", {"new": list(parts)}))[0]

    twice = (part("甲", child="finance_units"), part("乙", child="finance_units"))
    assert await refused(*twice) == "named_twice"
    assert await refused(part("甲", child="police_office")) == "not_a_child"
    assert await refused(part("甲", kind="branch")) == "split_mismatch"
    assert await refused(part("甲"), part("甲")) == "name_taken"
    assert (await desk.refusal("split", "root", {"new": [part("甲")]}))[0] == "root_fixed"


async def test_what_lies_outside_the_callers_subtree_cannot_be_named(desk: Desk) -> None:
    clerk = desk.by("clerk")
    body = desk.body("move", "finance_office", {"parent_id": desk.id("police")})
    answer = await clerk.post(CHANGES, body, dry_run=True)
    assert [fault["code"] for fault in answer.json()["errors"]] == ["unknown_organisation"]
    new = {"name": "甲", "kind": "general_branch"}
    split = await clerk.post(CHANGES, desk.body("split", "finance", {"new": [new]}), dry_run=True)
    assert [problem["code"] for problem in split.json()["problems"]] == ["target_unknown"]
    elsewhere = await clerk.post(CHANGES, desk.body("dissolve", "police_office", {}))
    assert elsewhere.status_code == 404
