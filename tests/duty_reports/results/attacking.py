"""Somebody who lays all revisions of a result side by side and solves for what is not shown.

What is unknown are the sums of the sheets that came to a group between two revisions. Every score
that is shown is a linear equation in them, and so is every total.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid4

from gongwei.duty_reports.results.calculating import result_values
from gongwei.duty_reports.results.models import DutyResult
from gongwei.duty_reports.results.records import TaskRecord
from gongwei.duty_reports.results.suppression import shown_groups, shown_total
from gongwei.duty_reports.results.withholding import FEWEST
from gongwei.scoring.engine import score_round
from gongwei.scoring.schemes import Scheme

KEY = UUID(int=1)
Row = dict[tuple[str, int], Fraction]
"""A coefficient by group and revision in which the sheets came."""


@dataclass(frozen=True)
class Revision:
    """A scheme, and by group how many sheets came since the revision before."""

    scheme: Scheme
    came: Mapping[str, int]


@dataclass(frozen=True)
class Shown:
    """What everybody may read of one revision: scores by group, and the total, None if withheld or
    missing.
    """

    scheme: Scheme
    sheets: Mapping[str, int]
    scores: Mapping[str, str | None]
    withheld: frozenset[str]
    total: str | None

    def counts(self, key: str) -> bool:
        return self.sheets[key] >= next(g.minimum for g in self.scheme.groups if g.key == key)


def result_of(
    scheme: Scheme, sheets: Mapping[str, Sequence[Mapping[str, str]]],
    earlier: Sequence[DutyResult] = (), record: TaskRecord | None = None,
) -> DutyResult:  # fmt: skip
    """One participant's result as a calculation keeps it."""
    counts = record or TaskRecord()
    scored = score_round(scheme, {KEY: sheets}, {KEY: counts.score})
    values = result_values(scored, KEY, counts, earlier)
    return DutyResult(
        organisation_id=uuid4(), round_id=uuid4(), participant_id=KEY, person_id=uuid4(),
        revision=len(earlier) + 1, **values,
    )  # fmt: skip


def calculated(revisions: Sequence[Revision]) -> list[DutyResult]:
    """One revision after the other, each knowing those before it."""
    results: list[DutyResult] = []
    for number, revision in enumerate(revisions, 1):
        held = _sheets(revisions[:number])
        sheets = {key: [{"overall": "80"}] * count for key, count in held.items()}
        results.append(result_of(revision.scheme, sheets, list(results)))
    return results


def _sheets(revisions: Sequence[Revision]) -> dict[str, int]:
    return {key: sum(one.came[key] for one in revisions) for key in revisions[-1].came}


def shown(revisions: Sequence[Revision], results: Sequence[DutyResult]) -> list[Shown]:
    found = []
    for number, (revision, result) in enumerate(zip(revisions, results, strict=True), 1):
        places = revision.scheme.places
        groups = shown_groups(result, places)
        found.append(
            Shown(
                revision.scheme,
                _sheets(revisions[:number]),
                {one["key"]: one["score"] for one in groups},
                frozenset(one["key"] for one in groups if one["withheld"]),
                shown_total(result, places),
            )
        )
    return found


def equations(revisions: Sequence[Revision], told: Sequence[Shown]) -> Iterator[Row]:
    """What the attacker knows."""
    for number, one in enumerate(told):
        means = {
            key: {
                (key, batch): Fraction(1, one.sheets[key])
                for batch in range(number + 1) if revisions[batch].came[key]
            }
            for key in one.sheets if one.sheets[key]
        }  # fmt: skip
        yield from (means[key] for key, score in one.scores.items() if score is not None)
        if one.total is not None:
            yield {
                unknown: Fraction(group.weight) * share
                for group in one.scheme.groups if one.counts(group.key)
                for unknown, share in means.get(group.key, {}).items()
            }  # fmt: skip


def secrets(revisions: Sequence[Revision]) -> Iterator[Row]:
    """The sum of 1 to 4 sheets of a group that came one after the other."""
    for key in revisions[0].came:
        came = [(number, one.came[key]) for number, one in enumerate(revisions) if one.came[key]]
        for first in range(len(came)):
            for end in range(first + 1, len(came) + 1):
                if sum(sheets for _, sheets in came[first:end]) < FEWEST:
                    yield {(key, number): Fraction(1) for number, _ in came[first:end]}


def solved(revisions: Sequence[Revision], told: Sequence[Shown]) -> list[Row]:
    """The secrets that follow from what is shown."""
    basis: list[Row] = []
    for row in equations(revisions, told):
        rest = _reduced(row, basis)
        if rest:
            basis.append(rest)
    return [row for row in secrets(revisions) if not _reduced(row, basis)]


def _reduced(row: Row, basis: Sequence[Row]) -> Row:
    """What is left of a row when the basis is taken out, each of whose rows is told by its least
    unknown, which none after it has.
    """
    left = dict(row)
    for one in basis:
        pivot = min(one)
        share = left.get(pivot, Fraction(0)) / one[pivot]
        if share:
            for unknown, value in one.items():
                left[unknown] = left.get(unknown, Fraction(0)) - share * value
            left = {unknown: value for unknown, value in left.items() if value}
    return left


def groups(**weights: str | tuple[str, int]) -> list[dict[str, Any]]:
    """Groups by weight, or by weight and minimum."""
    return [
        {
            "key": key, "title": key, "weight": given if isinstance(given, str) else given[0],
            "minimum": 1 if isinstance(given, str) else given[1],
        }
        for key, given in weights.items()
    ]  # fmt: skip


def scheme_of(given: list[dict[str, Any]], **more: Any) -> Scheme:
    return Scheme.model_validate(
        {
            "groups": given,
            "criteria": [{"key": "overall", "title": "总体"}],
            "grades": [{"key": "any", "title": "不分等", "at_least": "0"}],
            **more,
        }
    )
