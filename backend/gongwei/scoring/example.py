"""A made-up round, so that whoever edits a scheme sees what it does.

Ten secretaries whose sheets differ a little; nothing is drawn by chance, so the same scheme always
gives the same example.
"""

from decimal import ROUND_HALF_UP, Decimal

from gongwei.scoring.engine import ScoredRound, score_round
from gongwei.scoring.explaining import explain
from gongwei.scoring.lines import Line
from gongwei.scoring.schemes import Criterion, GroupSource, RaterGroup, Scheme
from gongwei.scoring.sheets import Sheet

SECRETARIES = 10
SHOWN = 1
"""The second best is shown: the first tells little of quotas."""
MOST_SHEETS = 12
FEWEST_SHEETS = 3
SPREAD = (2, -2, 1, -1, 0)
"""Percent by which the sheets of a group differ, in turn."""


def example_of(scheme: Scheme) -> tuple[list[Line], Decimal | None, str | None]:
    """The lines of one secretary's sum, the total and the key of the grade."""
    small = _smaller(scheme)
    scored = _scored(small)
    one = scored.participants[SHOWN]
    told = Line(
        "example",
        f"示例：虚构 {SECRETARIES} 名书记，以下是其中一名的计算过程；"
        f"最低票数超过 {MOST_SHEETS} 张的，按 {MOST_SHEETS} 张演示。",
        f"Example: {SECRETARIES} made-up secretaries, and the sum of one of them. A minimum above "
        f"{MOST_SHEETS} sheets is shown as {MOST_SHEETS}.",
        None,
    )
    return [told, *explain(scored, SHOWN)], one.total, one.grade


def _smaller(scheme: Scheme) -> Scheme:
    groups = [
        group.model_copy(update={"minimum": min(group.minimum, MOST_SHEETS)})
        for group in scheme.groups
    ]
    return scheme.model_copy(update={"groups": groups})


def _scored(scheme: Scheme) -> ScoredRound[int]:
    sheets = {
        number: {
            group.key: _sheets(scheme, group, number, place)
            for place, group in enumerate(scheme.groups)
            if group.source is GroupSource.BALLOTS
        }
        for number in range(SECRETARIES)
    }
    return score_round(scheme, sheets, {number: 98 - 2 * number for number in sheets})


def _sheets(scheme: Scheme, group: RaterGroup, number: int, place: int) -> list[Sheet]:
    wanted = max(group.minimum, FEWEST_SHEETS)
    return [
        {
            criterion.key: _value(criterion, 96 - 3 * number - place + SPREAD[turn % len(SPREAD)])
            for criterion in scheme.criteria_of(group)
        }
        for turn in range(wanted)
    ]


def _value(criterion: Criterion, percent: int) -> Decimal:
    """The nearest level, or a value with one place, that is so many percent of the highest."""
    wanted = min(Decimal(percent), Decimal(100)) * criterion.max / 100
    if criterion.levels:
        return min((one.value for one in criterion.levels), key=lambda value: abs(value - wanted))
    return min(wanted.quantize(Decimal("0.1"), ROUND_HALF_UP), criterion.max)
