"""What of a result is shown: nothing that says, or lets anybody compute, how fewer than five people
voted (decision 14). Every path that shows a result asks here.

Whatever is withheld is found when the result is calculated (`withholding.py`) and kept with it, so
that a list, an explanation, a document and an export of one result never differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gongwei.duty_reports.results.models import DutyResult
from gongwei.duty_reports.results.withholding import FEWEST, Before, Earlier
from gongwei.scoring.engine import half_up

NOT_COMPARED = {
    "step": "withheld",
    "zh": "为保护投票人，名额内的先后不列出：本轮有人的总分不公布。",
    "en": "To protect the voters, the order within the seats is not shown: somebody's total is "
    "withheld.",
    "value": None,
    "group": None,
}


def before(result: DutyResult) -> Earlier:
    """What a result of an earlier revision tells about its groups. One that was kept without the
    rule of its sum counts as summed by another.
    """
    has_total = result.total is not None
    return Earlier(
        {
            one["key"]: Before(
                one["sheets"], one["withheld"], counted=has_total and one["score"] is not None
            )
            for one in result.groups
            if one["sheets"] is not None
        },
        total_shown=has_total and not result.total_withheld,
        rule=next((one.get("rule") for one in result.groups), None),
    )


def answered_before(result: DutyResult, key: str) -> tuple[int, Mapping[str, int]] | None:
    """A group's sheets and how many answered each criterion, if it was shown."""
    for one in result.groups:
        if one["key"] == key and not one["withheld"] and one.get("answers"):
            return one["sheets"], one["answers"]
    return None


def shown_groups(result: DutyResult, places: int) -> list[dict[str, Any]]:
    """The groups of a result as they are shown: `score` rounded to so many places."""
    return [
        {
            "key": one["key"],
            "title": one["title"],
            "score": None if one["withheld"] else rounded(one["score"], places),
            "sheets": None if one["withheld"] else one["sheets"],
            "missing": None if one["withheld"] else one["score"] is None,
            "withheld": one["withheld"],
        }
        for one in result.groups
    ]


def rounded(score: str | None, places: int) -> str | None:
    """An exact score as a decimal string."""
    return None if score is None else str(half_up(Fraction(score), places))


def shown_total(result: DutyResult, places: int) -> str | None:
    """The total as a decimal string with at least so many places, unless it is withheld. It was
    rounded when it was calculated, or imported as it is, and is not rounded a second time.
    """
    if result.total is None or result.total_withheld:
        return None
    return str(half_up(Fraction(result.total), places_of_totals([result.total], places)))


def places_of_totals(totals: Iterable[Decimal], places: int) -> int:
    """The places that totals are shown with: more than the present ones where they have more."""
    return max([places, *(_places(one) for one in totals)])


def _places(total: Decimal) -> int:
    exponent = total.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def shown_lines(result: DutyResult, *, to_person: bool) -> list[dict[str, Any]]:
    """The explanation without what is withheld. `to_person`: without each kind of sheet too, and
    without what would tell the person concerned how a few answered a criterion.
    """
    hidden = {one["key"]: one["title"] for one in result.groups if one["withheld"]}
    untold = _untold(result) if to_person else {}
    kept = [
        one
        for one in result.lines
        if one["group"] not in hidden
        and not _tells(one, hidden.values(), total=result.total_withheld)
        and not (to_person and one["step"] == "sheet")
        and not _tells_of_few(one, untold)
    ]
    if hidden or result.total_withheld:
        kept.append(_notice(hidden.values(), total=result.total_withheld))
    titles = [one["title"] for one in result.groups if one["key"] in untold.keys() - hidden.keys()]
    return [*kept, _notice_of_criteria(titles)] if titles else kept


def without_comparisons(lines: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The explanation in a round in which somebody's total is withheld: without the lines that
    place people beside each other, by which that total could be found between two others.
    """
    held = [dict(one) for one in lines]
    kept = [one for one in held if not one["compares"]]
    return kept if len(kept) == len(held) else [*kept, NOT_COMPARED]


def _untold(result: DutyResult) -> dict[str, Sequence[str | None]]:
    """By group, the criteria that the person is not told; of a result that was kept without them,
    every one.
    """
    found: dict[str, Sequence[str | None]] = {}
    for one in result.lines:
        if one["step"] == "criterion":
            found[one["group"]] = [None]
    for group in result.groups:
        if "untold" in group:
            found[group["key"]] = group["untold"]
    return {key: criteria for key, criteria in found.items() if criteria}


def _tells_of_few(line: Mapping[str, Any], untold: Mapping[str, Sequence[str | None]]) -> bool:
    """Whether a line is the mean of an untold criterion, or compares people by one of them."""
    if line["step"] == "tie":
        return bool(untold)
    return line["step"] == "criterion" and line.get("criterion") in untold.get(line["group"], ())


def _tells(line: Mapping[str, Any], titles: Iterable[str], *, total: bool) -> bool:
    """Whether a line of the total or of a grade tells of what is withheld: a sum and the order of
    equals show every group's score, a gate how a group did.
    """
    hidden = list(titles)
    if not hidden and not total:
        return False
    if line["step"] in ("total", "tie") or (total and line["step"] == "rounding"):
        return True
    if line["step"] != "band":
        return False
    return total or any(title in line["zh"] for title in hidden)


def _notice(titles: Iterable[str], *, total: bool) -> dict[str, Any]:
    names = list(titles)
    zh = f"为保护投票人，{'、'.join(names)}的票数、得分不公布"
    en = f"To protect the voters, {', '.join(names)} are not shown"
    if total:
        zh, en = f"{zh}，总分也不公布", f"{en}, nor is the total"
    else:
        zh, en = f"{zh}，总分的算式也不列出", f"{en}, nor is the sum behind the total"
    zh += f"（少于 {FEWEST} 人的投票，以及可以据以推算的数）。"
    en += f" (votes of fewer than {FEWEST} people, and what they could be computed from)."
    return {"step": "withheld", "zh": zh, "en": en, "value": None, "group": None}


def _notice_of_criteria(titles: Sequence[str]) -> dict[str, Any]:
    zh = f"为保护投票人，{'、'.join(titles)}对有的评议内容的平均分不列出"
    en = f"To protect the voters, some means by criterion of {', '.join(titles)} are not shown"
    zh += f"（作答或未作答的少于 {FEWEST} 人，以及可以据以推算的数）。"
    en += f" (answered or left open by fewer than {FEWEST} people, and what would give them)."
    return {"step": "withheld", "zh": zh, "en": en, "value": None, "group": None}
