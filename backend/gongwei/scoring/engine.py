"""A round scored by its scheme, in exact fractions, with every step kept.

The rules are 1 to 5 of *Scoring* in the API's design; what they leave open stands in decision 015.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from gongwei.scoring.grading import Candidate, Considered, Seats, grade_all
from gongwei.scoring.groups import ScoredGroup, score_group
from gongwei.scoring.schemes import MissingGroup, Scheme
from gongwei.scoring.sheets import Number, Sheet

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class ScoredParticipant(Generic[K]):
    """One participant's sum. `exact` and `total` are None while a group is missing under the policy
    `invalid`, or all are under `renormalise`; then no grade is proposed.
    """

    key: K
    groups: tuple[ScoredGroup, ...]
    criteria: dict[str, Fraction]
    """By criterion: the groups' means as percent of its max, by the weights of the groups that
    count and answered it. Tells equal totals apart."""
    exact: Fraction | None
    total: Decimal | None
    considered: tuple[Considered, ...] = ()

    @property
    def grade(self) -> str | None:
        return self.considered[-1].grade if self.considered else None

    def group(self, key: str) -> ScoredGroup:
        return next(one for one in self.groups if one.key == key)


@dataclass(frozen=True)
class ScoredRound(Generic[K]):
    """All participants in the order given; `seats` by grade, from the best, for those `graded`."""

    scheme: Scheme
    participants: dict[K, ScoredParticipant[K]]
    seats: tuple[Seats, ...]
    graded: int


def score_round(
    scheme: Scheme,
    sheets: Mapping[K, Mapping[str, Sequence[Sheet]]],
    task_scores: Mapping[K, Number | None],
) -> ScoredRound[K]:
    """Score everybody. `sheets`: by participant and group, every sheet that was handed in, without
    abstentions or with them as empty; `task_scores`: by participant, for groups of source `tasks`.

    ValueError for a sheet that the scheme does not allow.
    """
    found = {
        key: _participant(scheme, key, by_group, task_scores.get(key))
        for key, by_group in sheets.items()
    }
    candidates = [
        Candidate(one.key, one.total, _scores(one), _ties(scheme, one))
        for one in found.values()
        if one.total is not None
    ]
    steps, seats = grade_all(scheme.grades, candidates, scheme.ties)
    graded = {
        key: ScoredParticipant(
            key, one.groups, one.criteria, one.exact, one.total, tuple(steps.get(key, ()))
        )
        for key, one in found.items()
    }
    return ScoredRound(scheme, graded, seats, len(candidates))


def _participant(
    scheme: Scheme, key: K, sheets: Mapping[str, Sequence[Sheet]], task_score: Number | None
) -> ScoredParticipant[K]:
    unknown = sheets.keys() - {group.key for group in scheme.groups}
    if unknown:
        raise ValueError(f"sheets of a group that the scheme does not have: {min(unknown)}")
    groups = tuple(
        score_group(scheme, group, sheets.get(group.key, ()), task_score) for group in scheme.groups
    )
    exact = total_of(scheme.missing_group, groups)
    total = None if exact is None else half_up(exact, scheme.places)
    return ScoredParticipant(key, groups, _criteria(scheme, groups), exact, total)


def total_of(policy: MissingGroup, groups: Sequence[ScoredGroup]) -> Fraction | None:
    """`Σ W·S / Σ W` (rule 4), with missing groups by the policy (rule 3)."""
    present = [one for one in groups if one.score is not None]
    if len(present) < len(groups) and policy is MissingGroup.INVALID:
        return None
    counted = groups if policy is MissingGroup.ZERO else present
    weights = sum((one.weight for one in counted), Fraction(0))
    if not weights:
        return None
    return sum((one.weight * (one.score or 0) for one in counted), Fraction(0)) / weights


def half_up(value: Fraction, places: int) -> Decimal:
    """The one rounding: to so many places, a half upwards. `value` is not negative."""
    scaled = value * 10**places + Fraction(1, 2)
    return Decimal(scaled.numerator // scaled.denominator).scaleb(-places)


def _criteria(scheme: Scheme, groups: Sequence[ScoredGroup]) -> dict[str, Fraction]:
    found = {}
    for criterion in scheme.criteria:
        parts = [
            (one.weight, mean.percent)
            for one in groups if not one.missing
            for mean in one.criteria if mean.key == criterion.key
        ]  # fmt: skip
        if parts:
            weights = sum((weight for weight, _ in parts), Fraction(0))
            found[criterion.key] = sum((w * p for w, p in parts), Fraction(0)) / weights
    return found


def _scores(one: ScoredParticipant[K]) -> dict[str, Fraction | None]:
    return {group.key: group.score for group in one.groups}


def _ties(scheme: Scheme, one: ScoredParticipant[K]) -> tuple[Fraction | None, ...]:
    known: dict[str, Fraction | None] = {**_scores(one), **one.criteria}
    return tuple(known.get(key) for key in scheme.ties)
