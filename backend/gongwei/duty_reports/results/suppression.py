"""What of a result is shown: nothing that says, or lets anybody compute, how fewer than five people
voted (decision 14). Every path that shows a result asks here.

Whatever is withheld is found when the result is calculated and kept with it, so that a list, an
explanation, a document and an export of one result never differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gongwei.duty_reports.results.models import DutyResult
from gongwei.scoring.engine import half_up

FEWEST = 5
"""Sheets from which on a group is shown."""


@dataclass(frozen=True)
class Figure:
    """A group's number of sheets, None for the record of tasks, and whether its score is part of
    the total.
    """

    key: str
    sheets: int | None
    counts: bool


@dataclass(frozen=True)
class Before:
    """The same group in an earlier revision of the round."""

    sheets: int
    withheld: bool


@dataclass(frozen=True)
class Withheld:
    """The groups, and whether the total, that are not shown."""

    groups: frozenset[str]
    total: bool


def withhold(figures: Sequence[Figure], earlier: Iterable[Mapping[str, Before]]) -> Withheld:
    """What is withheld of a result, given what its groups were in the earlier revisions.

    A group is withheld with 1 to 4 sheets; when it was shown with 1 to 4 more or fewer; and when it
    was withheld and has not gained five since. With a group that changed so little the total is
    withheld too: its difference from the earlier one would be those few sheets. Where one withheld
    group counts in a total that is shown, the smallest other one that counts is withheld with it;
    where there is none, the total.
    """
    revisions = list(earlier)
    voted = {one.key: one.sheets for one in figures if one.sheets is not None}
    small = {key for key, sheets in voted.items() if 0 < sheets < FEWEST}
    changed = {key for key, sheets in voted.items() if _few_more(key, sheets, revisions)}
    kept = {key for key, sheets in voted.items() if _not_enough_more(key, sheets, revisions)}
    groups = small | changed | kept
    if changed or not groups:
        return Withheld(frozenset(groups), bool(changed))
    counted = {one.key for one in figures if one.counts}
    if len(groups & counted) != 1 and len(groups) != 1:
        return Withheld(frozenset(groups), False)
    others = sorted((voted[key], key) for key in (counted & voted.keys()) - groups)
    if others:
        return Withheld(frozenset(groups | {others[0][1]}), False)
    return Withheld(frozenset(groups), bool(groups & counted))


def _few_more(key: str, sheets: int, revisions: Sequence[Mapping[str, Before]]) -> bool:
    known = [one[key] for one in revisions if key in one]
    return any(0 < abs(sheets - one.sheets) < FEWEST for one in known if not one.withheld)


def _not_enough_more(key: str, sheets: int, revisions: Sequence[Mapping[str, Before]]) -> bool:
    known = [one[key] for one in revisions if key in one]
    return any(sheets - one.sheets < FEWEST for one in known if one.withheld)


def before(result: DutyResult) -> dict[str, Before]:
    """What a result of an earlier revision tells about its groups."""
    return {
        one["key"]: Before(one["sheets"], one["withheld"])
        for one in result.groups
        if one["sheets"] is not None
    }


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
    """The total as a decimal string with the scheme's places, unless it is withheld."""
    if result.total is None or result.total_withheld:
        return None
    return f"{result.total:.{places}f}"


def shown_lines(result: DutyResult, *, with_sheets: bool) -> list[dict[str, Any]]:
    """The explanation without what is withheld. `with_sheets`: each kind of sheet too."""
    hidden = {one["key"]: one["title"] for one in result.groups if one["withheld"]}
    if not hidden and not result.total_withheld:
        return [one for one in result.lines if with_sheets or one["step"] != "sheet"]
    kept = [
        one
        for one in result.lines
        if one["group"] not in hidden
        and not _tells(one, hidden.values(), total=result.total_withheld)
        and (with_sheets or one["step"] != "sheet")
    ]
    return [*kept, _notice(hidden.values(), total=result.total_withheld)]


def _tells(line: Mapping[str, Any], titles: Iterable[str], *, total: bool) -> bool:
    """Whether a line of the total or of a grade tells of what is withheld: a sum shows every
    group's score, a gate how a group did.
    """
    if line["step"] == "total" or (total and line["step"] == "rounding"):
        return True
    if line["step"] != "band":
        return False
    return total or any(title in line["zh"] for title in titles)


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
