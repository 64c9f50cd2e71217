"""Advice follows from kind, size, term and posts, and cites its article."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gongwei.access.models import OrganisationKind as Kind
from gongwei.organisations.advice import Facts, TermFacts, advise

DAY = date(2024, 6, 30)
SOUND = Facts(
    kind=Kind.BRANCH, members=20, full_members=6, second_level=True,
    term=TermFacts(date(2023, 1, 1), date(2026, 1, 1)), has_secretary=True,
    has_full_time_secretary=True, has_full_time_deputy=False,
)  # fmt: skip


def codes(facts: Facts, on: date = DAY) -> list[str]:
    return [finding.code for finding in advise(facts, on)]


def test_a_sound_branch_gets_no_advice() -> None:
    assert codes(SOUND) == []


@pytest.mark.parametrize(
    ("kind", "members", "expected"),
    [
        (Kind.BRANCH, 49, []),
        (Kind.BRANCH, 50, ["form_general_branch"]),
        (Kind.BRANCH, 99, ["form_general_branch"]),
        (Kind.BRANCH, 100, ["form_committee"]),
        (Kind.GENERAL_BRANCH, 49, ["general_branch_by_approval"]),
        (Kind.GENERAL_BRANCH, 50, []),
        (Kind.GENERAL_BRANCH, 99, []),
        (Kind.GENERAL_BRANCH, 100, ["form_committee"]),
        (Kind.COMMITTEE, 99, ["committee_by_approval"]),
        (Kind.COMMITTEE, 100, []),
    ],
)
def test_the_form_follows_from_the_number_of_members(
    kind: Kind, members: int, expected: list[str]
) -> None:
    assert codes(replace(SOUND, kind=kind, members=members)) == expected


def test_only_a_department_as_a_whole_is_asked_for_another_form() -> None:
    inner = replace(SOUND, second_level=False, members=120)
    assert codes(inner) == ["branch_too_large"]
    assert codes(replace(inner, members=50)) == []


@pytest.mark.parametrize(
    ("full", "expected"),
    [(2, ["too_few_full_members"]), (3, []), (6, []), (7, ["branch_committee_due"])],
)
def test_the_branch_follows_from_its_full_members(full: int, expected: list[str]) -> None:
    assert codes(replace(SOUND, full_members=full)) == expected


def test_a_joint_branch_may_be_small_and_a_known_committee_is_not_asked_for() -> None:
    assert codes(replace(SOUND, kind=Kind.JOINT_BRANCH, full_members=2)) == []
    assert codes(replace(SOUND, full_members=9, has_branch_committee=True)) == []
    assert codes(replace(SOUND, full_members=9, has_branch_committee=False)) == [
        "branch_committee_due"
    ]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (date(2024, 12, 31), []),
        (date(2024, 12, 30), ["term_due_soon"]),
        (date(2024, 6, 30), ["term_due_soon"]),
        (date(2024, 6, 29), ["term_overdue"]),
        (date(2023, 6, 30), ["term_overdue"]),
        (date(2023, 6, 29), ["term_overdue_beyond_limit"]),
    ],
)
def test_the_end_of_a_term_is_noticed_half_a_year_ahead_and_kept_after(
    ends: date, expected: list[str]
) -> None:
    assert codes(replace(SOUND, term=TermFacts(date(2020, 1, 1), ends))) == expected


def test_what_has_no_term_is_not_asked_for_one() -> None:
    assert codes(replace(SOUND, term=None)) == ["term_missing"]
    assert codes(replace(SOUND, kind=Kind.TEMPORARY_BRANCH, term=None)) == []


def test_vacant_posts_are_named() -> None:
    assert codes(replace(SOUND, has_secretary=False)) == ["secretary_vacant"]
    large = replace(SOUND, kind=Kind.COMMITTEE, members=150, children=4)
    assert codes(large) == ["full_time_deputy_missing"]
    assert codes(replace(large, has_full_time_deputy=True)) == []
    assert codes(replace(large, children=0)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ["full_time_post_missing"]),
        ({"members": 20}, []),
        ({"has_full_time_secretary": True}, []),
        ({"has_full_time_deputy": True}, []),
        ({"second_level": False}, []),
        ({"kind": Kind.COMMITTEE, "members": 100}, ["full_time_post_missing"]),
        ({"kind": Kind.COMMITTEE, "members": 100, "children": 4}, ["full_time_deputy_missing"]),
    ],
)
def test_the_survey_misses_somebody_full_time_above_twenty_members(
    change: dict[str, Any], expected: list[str]
) -> None:
    asked = replace(SOUND, members=21, has_full_time_secretary=False)
    assert codes(replace(asked, **change)) == expected


def test_the_surveys_yardstick_is_not_sold_as_a_rule() -> None:
    (finding,) = advise(replace(SOUND, members=21, has_full_time_secretary=False), DAY)
    assert (finding.severity, finding.article.article[0]) == ("notice", "第八条")
    zh, en = finding.detail
    assert zh.startswith("现有党员 21 人，没有专职书记或专职副书记。党员超过 20 人宜配专职，")
    assert "是本工委调研提出的参考口径，不是条例的要求；" in zh
    assert "is the yardstick of the committee's own survey, not a rule" in en


@pytest.mark.parametrize("kind", [Kind.GROUP, Kind.LEADING_GROUP, Kind.WORKING_COMMITTEE])
def test_other_kinds_get_no_advice(kind: Kind) -> None:
    bare = replace(SOUND, kind=kind, members=200, full_members=0, term=None, has_secretary=False)
    assert codes(bare) == []


def test_a_finding_cites_its_article_in_both_languages() -> None:
    (finding,) = advise(replace(SOUND, members=100), DAY)
    assert finding.severity == "warning"
    assert finding.article.article == ("第五条", "Article 5")
    assert finding.article.document[0] == "《中国共产党党和国家机关基层组织工作条例》（2019年）"
    assert finding.article.text[0].startswith("机关党员100人以上的，设立党的基层委员会。")
    assert finding.detail == (
        "现有党员 100 人，达到 100 人，现为党支部。",
        "It has 100 members, 100 or more, and is a branch.",
    )
    (late,) = advise(replace(SOUND, term=TermFacts(date(2015, 1, 1), date(2018, 1, 1))), DAY)
    assert (late.severity, late.article.article) == ("overdue", ("第三条", "Article 3"))
