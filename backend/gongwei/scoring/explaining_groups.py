"""How the sheets of a group became its score, in words and numbers."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

from gongwei.scoring.groups import ScoredGroup
from gongwei.scoring.lines import Line
from gongwei.scoring.numerals import written
from gongwei.scoring.schemes import Aggregate, GroupSource, Scheme
from gongwei.scoring.sheets import ScoredSheet


def group_lines(scheme: Scheme, found: ScoredGroup, *, with_sheets: bool) -> list[Line]:
    """From the number of sheets to the group's score."""
    if found.group.source is GroupSource.TASKS:
        return [_record(found)]
    lines = [_number(found)]
    if found.missing:
        return lines
    if with_sheets:
        lines += _sheets(scheme, found)
    lines += _criteria(scheme, found)
    return [*lines, _scores(found), _aggregate(found)]


def _line(step: str, found: ScoredGroup, zh: str, en: str, value: str | None) -> Line:
    return Line(step, f"{found.group.title}：{zh}", f"{found.group.title}: {en}", value, found.key)


def _record(found: ScoredGroup) -> Line:
    if found.score is None:
        return _line(
            "record", found, "当年没有到期任务，按缺组处理", "no tasks were due: missing", None
        )
    score = written(found.score)
    return _line(
        "record", found,
        f"平时任务记录 = 100 ×（按时完成数 + 逾期完成数 ÷ 2）÷ 应完成数 = {score}",
        f"record of tasks = 100 × (done in time + done late ÷ 2) ÷ all that were due = {score}",
        score,
    )  # fmt: skip


def _number(found: ScoredGroup) -> Line:
    number, minimum = len(found.sheets), found.group.minimum
    if found.missing:
        return _line(
            "sheets", found, f"有效票 {number} 张，少于 {minimum} 张，按缺组处理",
            f"{number} sheets, fewer than {minimum}: missing", str(number),
        )  # fmt: skip
    return _line(
        "sheets", found, f"有效票 {number} 张（至少 {minimum} 张）",
        f"{number} sheets (at least {minimum})", str(number),
    )  # fmt: skip


def _sheets(scheme: Scheme, found: ScoredGroup) -> list[Line]:
    """One line for each kind of sheet, the best first."""
    kinds = Counter(found.sheets)
    ordered = sorted(kinds, key=lambda one: (one.score, one.answers), reverse=True)
    return [_sheet(scheme, found, one, kinds[one]) for one in ordered]


def _sheet(scheme: Scheme, found: ScoredGroup, sheet: ScoredSheet, number: int) -> Line:
    known = {one.key: one for one in scheme.criteria_of(found.group)}
    parts, weights, top = [], [], Fraction(0)
    for key, value in sheet.answers:
        weight, highest = Fraction(known[key].weight), Fraction(known[key].max)
        parts.append(f"{written(weight)}×{written(value)}÷{written(highest)}")
        weights.append(written(weight))
        top += weight * value / highest
    worked = f"100 × ({' + '.join(parts)}) ÷ ({' + '.join(weights)}) = {written(sheet.score)}"
    return _line(
        "sheet", found, f"{number} 张票，每张得分 {worked}", f"{number} × a sheet of {worked}",
        written(sheet.score),
    )  # fmt: skip


def _criteria(scheme: Scheme, found: ScoredGroup) -> list[Line]:
    known = {one.key: one for one in scheme.criteria}
    lines = []
    for one in found.criteria:
        criterion, mean = known[one.key], written(one.mean)
        highest = written(Fraction(criterion.max))
        line = _line(
            "criterion", found,
            f"“{criterion.title}”{one.answers} 人作答，平均 {mean}（满分 {highest}）",
            f"“{criterion.title}” answered by {one.answers}, mean {mean} of {highest}", mean,
        )  # fmt: skip
        lines.append(replace(line, criterion=one.key))
    return lines


def _scores(found: ScoredGroup) -> Line:
    """The scores from the lowest, each with how many sheets have it."""
    kinds = Counter(one.score for one in found.sheets)
    ordered = sorted(kinds)
    zh = "、".join(f"{written(score)}（{kinds[score]} 张）" for score in ordered)
    en = ", ".join(f"{written(score)} ({kinds[score]})" for score in ordered)
    return _line("scores", found, f"各票得分从低到高：{zh}", f"scores from the lowest: {en}", None)


def _aggregate(found: ScoredGroup) -> Line:
    assert found.score is not None
    score, number = written(found.score), len(found.sheets)
    if found.group.aggregate is Aggregate.MEDIAN:
        return _line("group", found, *_median(found, number, score), score)
    counted = len(found.counted)
    total = written(sum((one.score for one in found.counted), Fraction(0)))
    worked = f"{total} ÷ {counted} = {score}"
    if found.group.aggregate is Aggregate.MEAN:
        return _line("group", found, f"平均分 = {worked}", f"mean = {worked}", score)
    share = written(Fraction(found.group.trim))
    return _line(
        "group", found,
        f"按 {share} × {number} 取整，最高、最低各去掉 {found.trimmed} 张，其余平均 = {worked}",
        f"{share} × {number} cut to a whole number: {found.trimmed} left out at each end, "
        f"mean of the others = {worked}",
        score,
    )  # fmt: skip


def _median(found: ScoredGroup, number: int, score: str) -> tuple[str, str]:
    half = number // 2
    if number % 2:
        return f"中位数是第 {half + 1} 张 = {score}", f"median: sheet {half + 1} = {score}"
    low, high = (written(found.sheets[place].score) for place in (half - 1, half))
    worked = f"({low} + {high}) ÷ 2 = {score}"
    return (
        f"中位数是第 {half}、{half + 1} 张的平均 = {worked}",
        f"median: mean of sheets {half} and {half + 1} = {worked}",
    )
