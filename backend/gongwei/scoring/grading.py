"""Scoring rule 5: half-open bands, gates, quotas by largest remainder, ties.

Grades are proposed on the rounded totals, which are what everybody sees. Where the rule is silent,
decision 015 speaks: a quota counts the better grades too, and it is a limit, so that those who are
equal at its end and do not all fit in all get the next grade.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Generic, TypeVar

from gongwei.scoring.schemes import Gate, Grade

K = TypeVar("K", bound=Hashable)
Rank = tuple[Decimal, tuple[tuple[bool, Fraction], ...]]


@dataclass(frozen=True)
class Candidate(Generic[K]):
    """Somebody with a total. `groups`: scores by group, None for a missing one; `ties`: what the
    listed criteria and groups give, None for what is missing, which comes last.
    """

    key: K
    total: Decimal
    groups: dict[str, Fraction | None]
    ties: tuple[Fraction | None, ...]

    @cached_property
    def rank(self) -> Rank:
        """Sorts the better after the worse; equal for those whom nothing tells apart."""
        return self.total, tuple((one is not None, one or Fraction(0)) for one in self.ties)


@dataclass(frozen=True)
class Seats:
    """How many may have a grade or a better one. `share` in percent and `exact` are the grade's own
    part of those graded, `own` what the largest remainders made of it, `up_to` the sum with the
    better grades.
    """

    share: Fraction
    exact: Fraction
    own: int
    up_to: int
    limited: bool


@dataclass(frozen=True)
class Compared:
    """What one listed criterion or group says of somebody among rivals with an equal total whom
    what is listed before it did not tell apart: how many of the others are ahead, behind, level.
    """

    key: str
    value: Fraction | None
    ahead: int
    behind: int
    level: int


@dataclass(frozen=True)
class Considered:
    """One grade weighed for one candidate, from the best down to the one that was given.

    `fits` is None where the band or a gate failed, or the grade has no limit; `rivals` are those
    who stood for the free seats, `tied` those equal to the candidate among them, itself included.
    """

    grade: str
    in_band: bool
    failed_gates: tuple[Gate, ...] = ()
    fits: bool | None = None
    free: int = 0
    rivals: int = 0
    tied: int = 1
    better: int = 0
    """How many of the rivals are better."""
    compared: tuple[Compared, ...] = ()
    """How those with an equal total were told apart, as far as it took; none without such."""

    @property
    def given(self) -> bool:
        return self.in_band and not self.failed_gates and self.fits is not False


def seats_for(grades: Sequence[Grade], graded: int) -> tuple[Seats, ...]:
    """The seats of each grade. A grade without a quota is held by that of the next worse one."""
    caps: list[Fraction] = []
    cap = Fraction(100)
    for grade in reversed(grades):
        cap = min(cap, Fraction(grade.quota)) if grade.quota is not None else cap
        caps.insert(0, cap)
    shares = [one - before for before, one in zip([Fraction(0), *caps], caps, strict=False)]
    own = _largest_remainder(shares, graded)
    return tuple(
        Seats(share, graded * share / 100, own[place], sum(own[: place + 1]), caps[place] < 100)
        for place, share in enumerate(shares)
    )


def _largest_remainder(shares: Sequence[Fraction], seats: int) -> list[int]:
    """Whole seats for shares of 100 percent; equal remainders favour the worse grade, because a
    quota is a limit.
    """
    exact = [seats * share / 100 for share in shares]
    whole = [int(one) for one in exact]
    order = sorted(
        range(len(shares)), key=lambda place: (exact[place] - whole[place], place), reverse=True
    )
    for place in order[: seats - sum(whole)]:
        whole[place] += 1
    return whole


def grade_all(
    grades: Sequence[Grade], candidates: Sequence[Candidate[K]], ties: Sequence[str] = ()
) -> tuple[dict[K, list[Considered]], tuple[Seats, ...]]:
    """What was weighed for each candidate; the last grade of a list is the one proposed. `ties`:
    the keys of what tells equals apart.
    """
    seats = seats_for(grades, len(candidates))
    steps: dict[K, list[Considered]] = {one.key: [] for one in candidates}
    waiting = sorted(candidates, key=lambda one: one.rank, reverse=True)
    given = 0
    for grade, limit in zip(grades, seats, strict=True):
        fit = [one for one in waiting if _fits_band(grade, one) and not _failed(grade, one)]
        chosen = _within(fit, limit.up_to - given) if limit.limited else fit
        standing = _standing(fit, chosen, ties)
        for one in waiting:
            steps[one.key].append(_considered(grade, one, standing, limit, given))
        given += len(chosen)
        waiting = [one for one in waiting if one.key not in standing.chosen]
    return steps, seats


def _fits_band(grade: Grade, one: Candidate[K]) -> bool:
    return one.total >= grade.at_least


def _failed(grade: Grade, one: Candidate[K]) -> tuple[Gate, ...]:
    """The gates that were not passed; a missing group passes none."""
    failed = []
    for gate in grade.gates:
        value = one.groups.get(gate.group) if gate.group else Fraction(one.total)
        if value is None or value < Fraction(gate.at_least):
            failed.append(gate)
    return tuple(failed)


def _within(fit: Sequence[Candidate[K]], free: int) -> Sequence[Candidate[K]]:
    """The best that the seats hold, without those who are equal to one that they do not hold."""
    if len(fit) <= free:
        return fit
    return [one for one in fit[:free] if one.rank > fit[free].rank]


@dataclass(frozen=True)
class _Standing(Generic[K]):
    """Those who fit a grade: how many are better than, and how many equal to, a rank; and by the
    beginning of a rank, the total and some of what is listed, what comes next, the lowest first.
    """

    keys: frozenset[K]
    chosen: frozenset[K]
    better: dict[Rank, int]
    equal: Counter[Rank]
    ties: Sequence[str]
    next: dict[Rank, list[tuple[bool, Fraction]]]

    def compared(self, one: Candidate[K]) -> tuple[Compared, ...]:
        """How a candidate was told from those with an equal total."""
        total, told = one.rank
        found = []
        for place, key in enumerate(self.ties):
            values, own = self.next[total, told[:place]], told[place]
            behind, end = bisect_left(values, own), bisect_right(values, own)
            if len(values) == 1:
                break
            level = end - behind - 1
            found.append(Compared(key, one.ties[place], len(values) - end, behind, level))
        return tuple(found)


def _standing(
    fit: Sequence[Candidate[K]], chosen: Sequence[Candidate[K]], ties: Sequence[str]
) -> _Standing[K]:
    better: dict[Rank, int] = {}
    for number, one in enumerate(fit):
        better.setdefault(one.rank, number)
    following: dict[Rank, list[tuple[bool, Fraction]]] = {}
    for one in reversed(fit):
        total, told = one.rank
        for place, value in enumerate(told):
            following.setdefault((total, told[:place]), []).append(value)
    return _Standing(
        frozenset(one.key for one in fit), frozenset(one.key for one in chosen), better,
        Counter(one.rank for one in fit), ties, following,
    )  # fmt: skip


def _considered(
    grade: Grade, one: Candidate[K], standing: _Standing[K], limit: Seats, given: int
) -> Considered:
    if one.key not in standing.keys:
        in_band = _fits_band(grade, one)
        return Considered(grade.key, in_band, _failed(grade, one) if in_band else ())
    if not limit.limited:
        return Considered(grade.key, True)
    return Considered(
        grade.key, True, (), one.key in standing.chosen, limit.up_to - given,
        len(standing.keys), standing.equal[one.rank], standing.better[one.rank],
        standing.compared(one),
    )  # fmt: skip
