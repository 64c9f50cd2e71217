"""Which groups, and whether the total, are withheld, so that nothing says or lets anybody compute
how fewer than five people voted: from one revision, or from several side by side (decision 14).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

FEWEST = 5
"""Sheets from which on a group is shown."""
COVER = Fraction(1, 4)
"""Of a small group's weight: the least that what else is withheld of a shown total must weigh."""


@dataclass(frozen=True)
class Figure:
    """A group's number of sheets, None for the record of tasks, its weight, and whether its score
    is part of the total.
    """

    key: str
    sheets: int | None
    counts: bool
    weight: Fraction = Fraction(1)


@dataclass(frozen=True)
class Before:
    """The same group in an earlier revision. `counted`: its score was part of a total."""

    sheets: int
    withheld: bool
    counted: bool = True


@dataclass(frozen=True)
class Earlier:
    """What an earlier revision of the round shows of somebody. `rule` is that of its sum."""

    groups: Mapping[str, Before]
    total_shown: bool
    rule: str | None

    def tells_of(self, key: str) -> bool:
        """Whether its sheets, or a total that they are part of, were shown."""
        return self.shows(key) or self.hides(key)

    def shows(self, key: str) -> bool:
        one = self.groups.get(key)
        return one is not None and not one.withheld and one.sheets > 0

    def hides(self, key: str) -> bool:
        """Whether the group is a withheld part of a total that was shown."""
        one = self.groups.get(key)
        return one is not None and one.withheld and one.counted and self.total_shown


@dataclass(frozen=True)
class Withheld:
    """The groups, and whether the total, that are not shown."""

    groups: frozenset[str]
    total: bool


def withhold(figures: Sequence[Figure], earlier: Sequence[Earlier], rule: str) -> Withheld:
    """What is withheld of a result that was summed by `rule`, given the earlier revisions.

    A group is withheld with 1 to 4 sheets; when it has 1 to 4 more or fewer than where its score,
    or a total with it, was shown; and for ever once it was a withheld part of a shown total. Where
    that leaves a small group of a shown total without cover, others are withheld with it.

    The total is withheld with a group that changed so little; where there is no cover; and, while
    a part of it is withheld, where an earlier total is another equation about the same sheets: one
    by another rule, or one to which a small group did not contribute the same.
    """
    voted = {one.key: one for one in figures if one.sheets is not None}
    small = {key for key in voted if 0 < _sheets(voted[key]) < FEWEST}
    changed = {key for key in voted if _changed_by_few(voted[key], earlier)}
    kept = {key for key in voted if any(one.hides(key) for one in earlier)}
    groups = frozenset(small | changed | kept)
    counting = {key for key in groups if voted[key].counts}
    if changed or (counting and _second_equation(voted, small & counting, earlier, rule)):
        return Withheld(groups, True)
    bare = counting if len(counting) == 1 else small & counting
    cover = _cover(voted, bare, groups, earlier)
    return Withheld(groups, True) if cover is None else Withheld(groups | cover, False)


def _sheets(figure: Figure) -> int:
    return figure.sheets or 0


def few(number: int) -> bool:
    """Whether it is a number of people whose votes are not told."""
    return 0 < abs(number) < FEWEST


def _changed_by_few(figure: Figure, earlier: Sequence[Earlier]) -> bool:
    return any(
        few(_sheets(figure) - one.groups[figure.key].sheets)
        for one in earlier
        if one.tells_of(figure.key)
    )


def _second_equation(
    voted: Mapping[str, Figure], small: Collection[str], earlier: Sequence[Earlier], rule: str
) -> bool:
    """Whether a total that was shown tells something else of the sheets than the present one."""
    for one in earlier:
        if not one.total_shown:
            continue
        if one.rule != rule:
            return True
        for key in small:
            was = one.groups.get(key)
            if was is None or not was.counted or was.sheets != voted[key].sheets:
                return True
    return False


def _cover(
    voted: Mapping[str, Figure], bare: Collection[str], groups: frozenset[str],
    earlier: Sequence[Earlier],
) -> frozenset[str] | None:  # fmt: skip
    """What is enough to withhold besides: the fewest groups, first those withheld before, then
    those with the fewest sheets. None where all together are not enough.
    """
    unknown = {key: one for key, one in voted.items() if one.counts and _is_unknown(one, earlier)}
    shown = {key for key in unknown if any(one.shows(key) for one in earlier)}
    free = sorted(
        (key for key in unknown if key not in groups),
        key=lambda key: (key in shown, _sheets(voted[key]), key),
    )

    def is_enough(withheld: frozenset[str]) -> bool:
        weights = {key: one.weight for key, one in unknown.items() if key in withheld}
        return all(
            sum((weight for other, weight in weights.items() if other != key), Fraction(0))
            >= COVER * voted[key].weight
            for key in bare
        )

    if not is_enough(groups.union(free)):
        return None
    choices = (one for number in range(len(free) + 1) for one in combinations(free, number))
    return next(frozenset(one) for one in choices if is_enough(groups.union(one)))


def _is_unknown(figure: Figure, earlier: Sequence[Earlier]) -> bool:
    """Whether withholding the group hides anything: not where its score was shown with nearly as
    many sheets.
    """
    known = [one.groups[figure.key] for one in earlier if one.shows(figure.key)]
    return all(_sheets(figure) - one.sheets >= FEWEST for one in known)


def untold_criteria(
    sheets: int, answers: Mapping[str, int], earlier: Sequence[tuple[int, Mapping[str, int]]]
) -> list[str]:
    """The criteria whose means the person concerned is not told of a group that is shown, by how
    many answered each, now and in the earlier revisions that showed the group.

    Where 1 to 4 answered a criterion, or 1 to 4 more than before, none is told: the others and the
    group's score would give it. Where 1 to 4 left it open, its mean would give what those few
    answered elsewhere, so that one is not told.
    """
    known = [(0, dict[str, int]()), *earlier]
    for key, number in answers.items():
        if any(few(number - were.get(key, 0)) for _, were in known):
            return list(answers)
    return [
        key
        for key, number in answers.items()
        if any(few((sheets - number) - (held - were.get(key, 0))) for held, were in known)
    ]
