"""A result in lines that can be redone with a pocket calculator, in Chinese and English.

A line that concerns one rater group names it, so that whoever shows results can leave it out where
too few people voted.
"""

from collections.abc import Sequence
from fractions import Fraction

from gongwei.scoring.engine import K, ScoredParticipant, ScoredRound
from gongwei.scoring.explaining_grades import grade_lines
from gongwei.scoring.explaining_groups import group_lines
from gongwei.scoring.lines import Line
from gongwei.scoring.numerals import written
from gongwei.scoring.schemes import MissingGroup, Scheme

POLICIES: dict[MissingGroup, tuple[str, str]] = {
    MissingGroup.INVALID: ("有缺组的，总分无效", "no total while a group is missing"),
    MissingGroup.RENORMALISE: (
        "缺组不计，其余各组按权重重新折算",
        "a missing group is left out, the others count by their weights",
    ),
    MissingGroup.ZERO: ("缺组按 0 分计", "a missing group counts as 0"),
}


def explain(scored: ScoredRound[K], key: K, *, with_sheets: bool = True) -> list[Line]:
    """Every step from the sheets to the grade. `with_sheets` shows each kind of sheet as well."""
    one = scored.participants[key]
    found = [_policy(scored.scheme)]
    for group in one.groups:
        found += group_lines(scored.scheme, group, with_sheets=with_sheets)
    found += _total(scored.scheme, one)
    return [*found, *grade_lines(scored, one)]


def _policy(scheme: Scheme) -> Line:
    zh, en = POLICIES[scheme.missing_group]
    return Line(
        "policy", f"评议主体票数不足的处理办法：{zh}。", f"Where a group has too few sheets: {en}.",
        scheme.missing_group.value,
    )  # fmt: skip


def _total(scheme: Scheme, one: ScoredParticipant[K]) -> list[Line]:
    missing = [group.group.title for group in one.groups if group.missing]
    if one.exact is None or one.total is None:
        names = "、".join(missing)
        return [
            Line(
                "total", f"{names}缺组，按规定不计算总分。",
                f"{', '.join(missing)} missing: by the policy there is no total.", None,
            )
        ]  # fmt: skip
    counted = [
        (group.weight, group.score or Fraction(0))
        for group in one.groups
        if not group.missing or scheme.missing_group is MissingGroup.ZERO
    ]
    products = sum((weight * score for weight, score in counted), Fraction(0))
    weights = sum((weight for weight, _ in counted), Fraction(0))
    sums = _sums(counted)
    worked = f"（{sums[0]}）÷（{sums[1]}）= {written(products)} ÷ {written(weights)}"
    plain = f"({sums[0]}) ÷ ({sums[1]}) = {written(products)} ÷ {written(weights)}"
    exact = written(one.exact)
    return [
        Line("total", f"总分 = {worked} = {exact}", f"Total = {plain} = {exact}", exact),
        Line(
            "rounding", f"四舍五入，保留 {scheme.places} 位小数：{one.total}",
            f"Rounded half up to {scheme.places} places: {one.total}", str(one.total),
        ),
    ]  # fmt: skip


def _sums(counted: Sequence[tuple[Fraction, Fraction]]) -> tuple[str, str]:
    products = " + ".join(f"{written(weight)}×{written(score)}" for weight, score in counted)
    return products, " + ".join(written(weight) for weight, _ in counted)
