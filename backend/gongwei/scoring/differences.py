"""What differs between two schemes, part by part and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from gongwei.core.schemas import In
from gongwei.scoring.numerals import written
from gongwei.scoring.schemes import (
    Aggregate,
    Criterion,
    Gate,
    Grade,
    GroupSource,
    Level,
    MissingGroup,
    RaterGroup,
    Scheme,
)

Words = tuple[str, str]
"""Chinese and English."""

FIELDS: dict[str, Words] = {
    "title": ("名称", "title"),
    "hint": ("说明", "hint"),
    "weight": ("权重", "weight"),
    "max": ("满分", "highest value"),
    "required": ("必答", "required"),
    "levels": ("选项", "levels"),
    "source": ("得分来源", "source"),
    "minimum": ("最低票数", "minimum of sheets"),
    "aggregate": ("计分方法", "aggregate"),
    "trim": ("两端去掉的比例", "share left out at each end"),
    "criteria": ("所评内容", "criteria answered"),
    "at_least": ("最低分", "lowest total"),
    "quota": ("名额比例", "quota in percent"),
    "gates": ("前提条件", "gates"),
    "missing_group": ("缺组处理", "missing groups"),
    "places": ("保留小数位", "places"),
    "ties": ("同分排序依据", "what tells equals apart"),
}
CHOICES: dict[StrEnum, Words] = {
    MissingGroup.INVALID: ("总分无效", "no total"),
    MissingGroup.RENORMALISE: ("重新折算权重", "weights renormalised"),
    MissingGroup.ZERO: ("按 0 分计", "counts as 0"),
    Aggregate.MEAN: ("平均分", "mean"),
    Aggregate.MEDIAN: ("中位数", "median"),
    Aggregate.TRIMMED: ("去掉两端后的平均分", "trimmed mean"),
    GroupSource.BALLOTS: ("评议票", "ballots"),
    GroupSource.TASKS: ("平时任务记录", "record of tasks"),
}
PARTS: dict[str, Words] = {
    "groups": ("评议主体", "rater group"),
    "criteria": ("评议内容", "criterion"),
    "grades": ("等次", "grade"),
}


@dataclass(frozen=True)
class Change:
    """One difference. `path`: a JSON pointer with keys for the parts that have one; `before` and
    `after` as they are printed, None where there is none.
    """

    path: str
    before: str | None
    after: str | None
    zh: str
    en: str


def differences(before: Scheme, after: Scheme) -> list[Change]:
    """Every difference, in the order of the scheme; none between schemes that score alike and read
    alike.
    """
    found: list[Change] = []
    for name in PARTS:
        found += _parts(name, getattr(before, name), getattr(after, name))
    for name in ("missing_group", "places", "ties"):
        zh, en = FIELDS[name]
        found += _field(f"/{name}", zh, en, getattr(before, name), getattr(after, name))
    return found


def _parts(name: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    zh, en = PARTS[name]
    was: Mapping[str, Any] = {one.key: one for one in before}
    now: Mapping[str, Any] = {one.key: one for one in after}
    for key, part in was.items():
        path = f"/{name}/{key}"
        if key not in now:
            yield Change(
                path, part.title, None, f"删去{zh}“{part.title}”", f"{en} “{part.title}” taken out"
            )
            continue
        for field in _fields(part):
            label = FIELDS[field]
            yield from _field(
                f"{path}/{field}", f"{zh}“{part.title}”的{label[0]}",
                f"{en} “{part.title}”, {label[1]}", getattr(part, field), getattr(now[key], field),
            )  # fmt: skip
    for key, part in now.items():
        if key not in was:
            yield Change(
                f"/{name}/{key}", None, part.title, f"新增{zh}“{part.title}”{_gist(part)[0]}",
                f"{en} “{part.title}” added{_gist(part)[1]}",
            )  # fmt: skip
    kept = [key for key in was if key in now], [key for key in now if key in was]
    if kept[0] != kept[1]:
        titles = [[now[key].title for key in keys] for keys in kept]
        yield from _field(f"/{name}", f"{zh}的顺序", f"order of each {en}", *titles)


def _fields(part: In) -> list[str]:
    return [name for name in type(part).model_fields if name in FIELDS]


def _gist(part: RaterGroup | Criterion | Grade) -> Words:
    if isinstance(part, Grade):
        bound = written(Fraction(part.at_least))
        return f"（{bound} 分起）", f" (from {bound})"
    weight = written(Fraction(part.weight))
    return f"（权重 {weight}）", f" (weight {weight})"


def _field(path: str, zh: str, en: str, before: Any, after: Any) -> Iterator[Change]:
    if before == after:
        return
    was, now = _words(before), _words(after)
    yield Change(
        path,
        _plain(before),
        _plain(after),
        f"{zh}：{was[0]} → {now[0]}",
        f"{en}: {was[1]} → {now[1]}",
    )


def _plain(value: Any) -> str | None:
    """As the scheme's JSON has it; parts of a list by what tells them apart."""
    if value is None:
        return None
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return written(Fraction(value))
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool):
        return str(value).lower()
    return _words(value)[0]


def _words(value: Any) -> Words:
    if value is None or value in ([], ""):
        return "无", "none"
    if isinstance(value, bool):
        return ("是", "yes") if value else ("否", "no")
    if isinstance(value, Decimal | int):
        return (written(Fraction(value)),) * 2
    if isinstance(value, StrEnum):
        return CHOICES[value]
    if isinstance(value, list):
        named = [_named(one) for one in value]
        return "、".join(one[0] for one in named), ", ".join(one[1] for one in named)
    return str(value), str(value)


def _named(value: Any) -> Words:
    if isinstance(value, Level):
        return (f"{value.label}={written(Fraction(value.value))}",) * 2
    if isinstance(value, Gate):
        bound = written(Fraction(value.at_least))
        group = value.group
        return f"{group or '总分'}≥{bound}", f"{group or 'total'} ≥ {bound}"
    return str(value), str(value)
