"""Scoring rule 2: the sheets of a group become its score, or leave it missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from gongwei.scoring.schemes import Aggregate, GroupSource, RaterGroup, Scheme
from gongwei.scoring.sheets import Number, ScoredSheet, Sheet, score_sheets


@dataclass(frozen=True)
class CriterionMean:
    """What a group gave to one criterion: how many answered, and the mean of their values."""

    key: str
    answers: int
    mean: Fraction
    percent: Fraction
    """The mean as a share of the criterion's max, from 0 to 100."""


@dataclass(frozen=True)
class ScoredGroup:
    """A group's part of a result. `score` is None while the group is missing.

    `sheets` run from the lowest score; a trimmed mean leaves out `trimmed` of them at each end.
    """

    group: RaterGroup
    sheets: tuple[ScoredSheet, ...]
    criteria: tuple[CriterionMean, ...]
    trimmed: int
    score: Fraction | None

    @property
    def key(self) -> str:
        return self.group.key

    @property
    def weight(self) -> Fraction:
        return Fraction(self.group.weight)

    @property
    def missing(self) -> bool:
        return self.score is None

    @property
    def counted(self) -> tuple[ScoredSheet, ...]:
        """The sheets that a mean is taken of."""
        return self.sheets[self.trimmed : len(self.sheets) - self.trimmed]


def score_group(
    scheme: Scheme, group: RaterGroup, sheets: Sequence[Sheet], task_score: Number | None
) -> ScoredGroup:
    """One group for one participant. A group of source `tasks` takes `task_score`, and is missing
    where there were no tasks; it has no sheets.
    """
    if group.source is GroupSource.TASKS:
        score = None if task_score is None else Fraction(task_score)
        return ScoredGroup(group, (), (), 0, score)
    votes = score_sheets(scheme, group, sheets)
    trimmed = _trimmed(group, len(votes))
    found = ScoredGroup(group, votes, _means(scheme, group, votes), trimmed, None)
    if len(votes) < group.minimum:
        return found
    scores = [one.score for one in found.counted]
    score = _median(scores) if group.aggregate is Aggregate.MEDIAN else _mean(scores)
    return ScoredGroup(group, votes, found.criteria, trimmed, score)


def _trimmed(group: RaterGroup, number: int) -> int:
    """⌊p·n⌋; p is below one half, so that some are left."""
    if group.aggregate is not Aggregate.TRIMMED:
        return 0
    return int(Fraction(group.trim) * number)


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _median(values: Sequence[Fraction]) -> Fraction:
    """The middle one; of an even number the mean of the two in the middle."""
    half = len(values) // 2
    if len(values) % 2:
        return values[half]
    return (values[half - 1] + values[half]) / 2


def _means(
    scheme: Scheme, group: RaterGroup, votes: Sequence[ScoredSheet]
) -> tuple[CriterionMean, ...]:
    found = []
    for criterion in scheme.criteria_of(group):
        values = [
            dict(vote.answers)[criterion.key]
            for vote in votes
            if criterion.key in dict(vote.answers)
        ]
        if values:
            mean = _mean(values)
            percent = 100 * mean / Fraction(criterion.max)
            found.append(CriterionMean(criterion.key, len(values), mean, percent))
    return tuple(found)


def record_score(in_time: int, late: int, due: int) -> Fraction | None:
    """The score of the record of tasks: `100 × (done in time + ½ × done late) ÷ all that were due`;
    None where nothing was due.
    """
    if due == 0:
        return None
    return 100 * (in_time + Fraction(late, 2)) / due
