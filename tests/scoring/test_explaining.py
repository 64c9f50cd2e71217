"""Every line of an explanation, as somebody with a pocket calculator reads it."""

from typing import Any

from gongwei.scoring.engine import score_round
from gongwei.scoring.example import example_of
from gongwei.scoring.explaining import explain
from gongwei.scoring.lines import Line
from scoring.vectors import grade, ranked, scheme, sheets_of


def told(lines: list[Line]) -> list[tuple[str, str]]:
    return [(one.step, one.zh) for one in lines]


def group(**more: Any) -> list[dict[str, Any]]:
    return [{"key": "masses", "title": "群众", "weight": "40", "minimum": 2, **more}]


def test_a_sum_is_told_from_the_sheets_to_the_grade() -> None:
    criteria = [
        {"key": "work", "title": "实绩", "weight": "2", "max": "10"},
        {"key": "style", "title": "作风", "max": "5", "required": False},
    ]
    chosen = scheme(groups=group(), criteria=criteria, grades=[grade("good", "0")])
    given = {"甲": {"masses": [{"work": "9", "style": "4"}, {"work": "8"}, {"work": "8"}]}}
    assert told(explain(score_round(chosen, given, {}), "甲")) == [
        ("policy", "评议主体票数不足的处理办法：有缺组的，总分无效。"),
        ("sheets", "群众：有效票 3 张（至少 2 张）"),
        (
            "sheet",
            "群众：1 张票，每张得分 100 × (2×9÷10 + 1×4÷5) ÷ (2 + 1) = 86.666666…",
        ),
        ("sheet", "群众：2 张票，每张得分 100 × (2×8÷10) ÷ (2) = 80"),
        ("criterion", "群众：“实绩”3 人作答，平均 8.333333…（满分 10）"),
        ("criterion", "群众：“作风”1 人作答，平均 4（满分 5）"),
        ("scores", "群众：各票得分从低到高：80（2 张）、86.666666…（1 张）"),
        ("group", "群众：平均分 = 246.666666… ÷ 3 = 82.222222…"),
        ("total", "总分 = （40×82.222222…）÷（40）= 3288.888888… ÷ 40 = 82.222222…"),
        ("rounding", "四舍五入，保留 2 位小数：82.22"),
        ("band", "“good”：须达到 0 分，已达到"),
        ("grade", "建议等次：good"),
    ]


def test_sheets_can_be_left_out_and_lines_name_their_group() -> None:
    scored = ranked(scheme(groups=group()), "90")
    assert [one.step for one in explain(scored, 0, with_sheets=False)] == [
        "policy", "sheets", "total",
    ]  # fmt: skip
    assert [one.group for one in explain(scored, 0)] == [None, "masses", None]


def test_the_vector_is_told_in_english_too() -> None:
    given = {"a": sheets_of(leaders="90", fellows="84", masses="88.5")}
    lines = explain(score_round(scheme(), given, {}), "a")
    said = {one.step: one.en for one in lines}
    assert said["total"] == (
        "Total = (30×90 + 30×84 + 40×88.5) ÷ (30 + 30 + 40) = 8760 ÷ 100 = 87.6"
    )
    assert said["rounding"] == "Rounded half up to 2 places: 87.60"


def test_a_missing_group_is_named_with_the_policy() -> None:
    without = {"a": sheets_of(leaders="90", masses="88.5")}
    invalid = explain(score_round(scheme(), without, {}), "a")
    assert told(invalid)[-1] == ("total", "fellows缺组，按规定不计算总分。")
    zero = explain(score_round(scheme(missing_group="zero"), without, {}), "a")
    assert ("sheets", "fellows：有效票 0 张，少于 1 张，按缺组处理") in told(zero)
    assert [one.zh for one in zero if one.step == "total"] == [
        "总分 = （30×90 + 30×0 + 40×88.5）÷（30 + 30 + 40）= 6240 ÷ 100 = 62.4"
    ]


def test_medians_and_trimmed_means_say_which_sheets_count() -> None:
    given = {"a": sheets_of(masses=["70", "80", "85", "100"])}
    median = scheme(groups=group(aggregate="median"))
    trimmed = scheme(groups=group(aggregate="trimmed", trim="0.25"))
    odd = {"a": sheets_of(masses=["70", "80", "100"])}
    said = [
        [one.zh for one in explain(score_round(chosen, votes, {}), "a") if one.step == "group"]
        for chosen, votes in ((median, given), (median, odd), (trimmed, given))
    ]
    assert said == [
        ["群众：中位数是第 2、3 张的平均 = (80 + 85) ÷ 2 = 82.5"],
        ["群众：中位数是第 2 张 = 80"],
        ["群众：按 0.25 × 4 取整，最高、最低各去掉 1 张，其余平均 = 165 ÷ 2 = 82.5"],
    ]


def test_quotas_gates_and_ties_are_told() -> None:
    bands = [
        grade("good", "90", quota="30", gates=[{"group": "masses", "at_least": "92"}]),
        grade("fair", "0"),
    ]
    chosen = scheme(grades=bands)
    scored = ranked(chosen, "96", "95", "95", "91")
    assert [[one.zh for one in explain(scored, who) if one.step in ("quota", "band")]
            for who in (0, 1, 3)] == [
        [
            "“good”名额：4 人 × 30% = 1.2，按最大余数法得 1 个；连同更高等次共 1 个",
            (
                "“good”：须达到 90 分，已达到；"
                "剩余名额 1 个，符合条件 3 人，其中 0 人排在前面，在名额之内"
            ),
        ],
        [
            "“good”名额：4 人 × 30% = 1.2，按最大余数法得 1 个；连同更高等次共 1 个",
            (
                "“good”：须达到 90 分，已达到；"
                "剩余名额 1 个，符合条件 3 人，其中 1 人排在前面，名额已满"
            ),
            "“fair”：须达到 0 分，已达到",
        ],
        [
            "“good”：须达到 90 分，已达到；但masses得分未达到 92 分，不评此等次",
            "“fair”：须达到 0 分，已达到",
        ],
    ]  # fmt: skip
    level = ranked(chosen, "95", "95", "91", "91")
    assert next(one.zh for one in explain(level, 0) if one.step == "band") == (
        "“good”：须达到 90 分，已达到；剩余名额 1 个，符合条件 2 人，其中 0 人排在前面；"
        "与另外 1 人并列且名额不够，并列者一同评下一等次"
    )


def test_equal_totals_are_told_apart_by_what_is_listed() -> None:
    criteria = [{"key": "duty", "title": "履职"}, {"key": "style", "title": "作风"}]
    chosen = scheme(
        groups=group(), criteria=criteria, ties=["masses", "duty"],
        grades=[grade("good", "50", quota="50"), grade("fair", "0")],
    )  # fmt: skip
    given = {
        name: {"masses": [{"duty": duty, "style": style}] * 2}
        for name, duty, style in (("甲", "80", "90"), ("乙", "90", "80"), ("丙", "60", "60"))
    }
    scored = score_round(chosen, given, {})
    ties = [[one for one in explain(scored, who) if one.step == "tie"] for who in given]
    assert [[one.zh for one in lines] for lines in ties] == [
        [
            (
                "“good”同分排序：另有 1 人总分同为 85.00，依次比较："
                "“群众”本人 85，0 人更高、0 人更低、1 人相同；"
                "“履职”本人 80%，1 人更高、0 人更低、0 人相同"
            )
        ],
        [
            (
                "“good”同分排序：另有 1 人总分同为 85.00，依次比较："
                "“群众”本人 85，0 人更高、0 人更低、1 人相同；"
                "“履职”本人 90%，0 人更高、1 人更低、0 人相同"
            )
        ],
        [],
    ]
    assert ties[0][0].en == (
        "“good”, equal totals: 1 more with 85.00, compared in order: "
        "“群众” own 85, 0 higher, 0 lower, 1 the same; "
        "“履职” own 80%, 1 higher, 0 lower, 0 the same"
    )
    assert [scored.participants[who].grade for who in given] == ["fair", "good", "fair"]


def test_nothing_is_compared_where_nothing_is_listed() -> None:
    chosen = scheme(grades=[grade("good", "90", quota="50"), grade("fair", "0")])
    scored = ranked(chosen, "95", "95", "95")
    assert [one for one in explain(scored, 0) if one.step == "tie"] == []


def test_an_example_is_the_same_each_time_and_ends_with_total_and_grade() -> None:
    levels = [{"label": "好", "value": "100"}, {"label": "差", "value": "0"}]
    chosen = scheme(
        groups=[*group(minimum=5000), {"key": "record", "title": "平时", "weight": "60",
                                       "source": "tasks"}],
        criteria=[{"key": "overall", "title": "总体", "levels": levels}],
    )  # fmt: skip
    lines, total, named = example_of(chosen)
    assert (str(total), named) == ("97.60", "any")
    assert lines == example_of(chosen)[0]
    assert [one.value for one in lines][-1] == "any"
