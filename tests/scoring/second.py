"""The scoring rules programmed a second time, from their text and decision 015 alone.

It imports nothing of the program, reads the plain JSON of a scheme, and counts in whole numbers: a
value is a pair (numerator, denominator), compared by multiplying crosswise.
"""

from math import lcm
from typing import Any

Ratio = tuple[int, int]
Json = dict[str, Any]

UNIT = 10_000
"""Decimals have at most four places."""


def whole(text: str) -> int:
    """A decimal in units of a ten-thousandth."""
    before, _, after = text.partition(".")
    return int(before) * UNIT + int(after.ljust(4, "0") or "0")


def total(values: list[Ratio]) -> Ratio:
    common = lcm(*(below for _, below in values)) if values else 1
    return sum(above * (common // below) for above, below in values), common


def less(one: Ratio | None, other: Ratio | None) -> bool:
    """What is missing comes before every number."""
    if one is None or other is None:
        return one is None and other is not None
    return one[0] * other[1] < other[0] * one[1]


def sheet_score(scheme: Json, sheet: Json) -> Ratio | None:
    """Rule 1."""
    terms, weights = [], 0
    for criterion in scheme["criteria"]:
        value = sheet.get(criterion["key"])
        if value is not None:
            weight = whole(criterion.get("weight", "1"))
            weights += weight
            terms.append((weight * whole(value), whole(criterion.get("max", "100"))))
    if not weights:
        return None
    above, below = total(terms)
    return 100 * above, below * weights


def sorted_ratios(values: list[Ratio]) -> list[Ratio]:
    """By insertion, so that nothing but the crosswise comparison is needed."""
    found: list[Ratio] = []
    for one in values:
        place = len(found)
        while place and less(one, found[place - 1]):
            place -= 1
        found.insert(place, one)
    return found


def group_score(scheme: Json, group: Json, sheets: list[Json], tasks: Ratio | None) -> Ratio | None:
    """Rule 2; None for a missing group."""
    if group.get("source") == "tasks":
        return tasks
    scores = sorted_ratios([s for s in (sheet_score(scheme, one) for one in sheets) if s])
    number = len(scores)
    if number < group.get("minimum", 5):
        return None
    how = group.get("aggregate", "mean")
    if how == "median":
        scores = scores[(number - 1) // 2 : number // 2 + 1]
    elif how == "trimmed":
        cut = whole(group["trim"]) * number // UNIT
        scores = scores[cut : number - cut]
    above, below = total(scores)
    return above, below * len(scores)


def result(scheme: Json, scores: list[Ratio | None]) -> Ratio | None:
    """Rules 3 and 4 before rounding."""
    policy = scheme.get("missing_group", "invalid")
    if policy == "invalid" and None in scores:
        return None
    terms, weights = [], 0
    for group, score in zip(scheme["groups"], scores, strict=True):
        if score is None and policy == "renormalise":
            continue
        above, below = score or (0, 1)
        weights += whole(group["weight"])
        terms.append((whole(group["weight"]) * above, below))
    if not weights:
        return None
    above, below = total(terms)
    return above, below * weights


def rounded(value: Ratio, places: int) -> int:
    """In units of the last place, a half upwards: twice the value plus one, halved downwards."""
    above, below = value
    return (2 * above * 10**places + below) // (2 * below)


def criterion_score(
    scheme: Json, key: str, sheets: dict[str, list[Json]], scores: list[Ratio | None]
) -> Ratio | None:
    """The groups' means of one criterion by their weights, of those that count and answered."""
    criterion = next(one for one in scheme["criteria"] if one["key"] == key)
    terms, weights = [], 0
    for group, score in zip(scheme["groups"], scores, strict=True):
        values = [
            whole(one[key])
            for one in sheets.get(group["key"], [])
            if one.get(key) is not None and group.get("source") != "tasks"
        ]
        if score is not None and values:
            weight = whole(group["weight"])
            weights += weight
            most = whole(criterion.get("max", "100"))
            terms.append((weight * sum(values), len(values) * most))
    if not weights:
        return None
    above, below = total(terms)
    return above, below * weights


def seats(grades: list[Json], graded: int) -> list[int]:
    """How many may have each grade or a better one."""
    caps = [
        min([whole(one["quota"]) for one in grades[place:] if one.get("quota")], default=100 * UNIT)
        for place in range(len(grades))
    ]
    shares = [cap - (caps[place - 1] if place else 0) for place, cap in enumerate(caps)]
    parts = [divmod(graded * share, 100 * UNIT) for share in shares]
    left = graded - sum(part for part, _ in parts)
    own = []
    for place, (part, rest) in enumerate(parts):
        ahead = sum(
            1
            for other, (_, its_rest) in enumerate(parts)
            if its_rest > rest or (its_rest == rest and other > place)
        )
        own.append(part + (1 if ahead < left else 0))
    return [sum(own[: place + 1]) for place in range(len(own))]


class Person:
    """What grading asks about somebody."""

    def __init__(self, scheme: Json, sheets: dict[str, list[Json]], tasks: Ratio | None) -> None:
        groups = scheme["groups"]
        scores = [group_score(scheme, one, sheets.get(one["key"], []), tasks) for one in groups]
        self.groups = {group["key"]: score for group, score in zip(groups, scores, strict=True)}
        exact = result(scheme, scores)
        self.places = scheme.get("places", 2)
        self.total = None if exact is None else rounded(exact, self.places)
        self.grade: str | None = None
        self.ties = [
            self.groups[key] if key in self.groups else criterion_score(scheme, key, sheets, scores)
            for key in scheme.get("ties", [])
        ]

    def at_least(self, bound: str) -> bool:
        assert self.total is not None
        return self.total * UNIT >= whole(bound) * 10**self.places

    def worse_than(self, other: "Person") -> bool:
        assert self.total is not None
        assert other.total is not None
        if self.total != other.total:
            return self.total < other.total
        for mine, its in zip(self.ties, other.ties, strict=True):
            if less(mine, its) or less(its, mine):
                return less(mine, its)
        return False

    def fits(self, grade: Json) -> bool:
        return self.at_least(grade["at_least"]) and all(
            self.passes(gate) for gate in grade.get("gates", [])
        )

    def passes(self, gate: Json) -> bool:
        if not gate.get("group"):
            return self.at_least(gate["at_least"])
        return not less(self.groups[gate["group"]], (whole(gate["at_least"]), UNIT))


def score(scheme: Json, everybody: dict[Any, tuple[dict[str, list[Json]], Ratio | None]]) -> Any:
    """(total in units of the last place, grade) by participant: rule 5 over all of them."""
    people = {key: Person(scheme, *given) for key, given in everybody.items()}
    graded = [one for one in people.values() if one.total is not None]
    grades = scheme["grades"]
    limits = seats(grades, len(graded))
    held = any(one.get("quota") for one in grades)
    for place, grade in enumerate(grades):
        free = limits[place] - sum(1 for one in graded if one.grade)
        fit = [one for one in graded if not one.grade and one.fits(grade)]
        limited = held and any(one.get("quota") not in (None, "100") for one in grades[place:])
        chosen = [
            one
            for one in fit
            # Whoever is at least as good, oneself included, must all fit in.
            if not limited or sum(1 for other in fit if not other.worse_than(one)) <= free
        ]
        for one in chosen:
            one.grade = grade["key"]
    return {key: (one.total, one.grade) for key, one in people.items()}
