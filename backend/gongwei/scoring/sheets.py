"""Scoring rule 1: a sheet, what may stand on it, and what it is worth.

Numbers come in as decimals or their texts and are exact from then on: no float enters a score.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gongwei.scoring.schemes import Criterion, RaterGroup, Scheme

Number = Decimal | Fraction | int | str
Sheet = Mapping[str, Number | None]
"""Answers by the key of the criterion; None, or no entry, for *don't know*."""


@dataclass(frozen=True)
class SheetFault:
    """What is wrong with one answer: `unknown_criterion`, `required`, `out_of_range`,
    `not_a_level`.
    """

    criterion: str
    code: str


@dataclass(frozen=True)
class ScoredSheet:
    """The answers in the scheme's order, and their score from 0 to 100."""

    answers: tuple[tuple[str, Fraction], ...]
    score: Fraction


def faults_in(scheme: Scheme, group: RaterGroup, sheet: Sheet) -> list[SheetFault]:
    """Why a sheet cannot be submitted. One without any answer is an abstention and has none.

    *Don't know* is not a vote: it is no answer to a required criterion (decision 015).
    """
    asked = {one.key: one for one in scheme.criteria_of(group)}
    given = {key: Fraction(value) for key, value in sheet.items() if value is not None}
    if not sheet.keys() - asked.keys() and not given:
        return []
    found = [SheetFault(key, "unknown_criterion") for key in sheet if key not in asked]
    for key, criterion in asked.items():
        code = _fault(criterion, given.get(key))
        if code is not None:
            found.append(SheetFault(key, code))
    return found


def _fault(criterion: Criterion, value: Fraction | None) -> str | None:
    if value is None:
        return "required" if criterion.required else None
    if not 0 <= value <= Fraction(criterion.max):
        return "out_of_range"
    if criterion.levels and value not in {Fraction(one.value) for one in criterion.levels}:
        return "not_a_level"
    return None


def score_sheets(
    scheme: Scheme, group: RaterGroup, sheets: Sequence[Sheet]
) -> tuple[ScoredSheet, ...]:
    """The votes among the sheets, the lowest first. ValueError for one that cannot be submitted."""
    found = []
    for sheet in sheets:
        faults = faults_in(scheme, group, sheet)
        if faults:
            raise ValueError(f"not a sheet of this scheme: {faults[0].criterion} {faults[0].code}")
        scored = _score(scheme.criteria_of(group), sheet)
        if scored is not None:
            found.append(scored)
    return tuple(sorted(found, key=lambda one: (one.score, one.answers)))


def _score(criteria: Sequence[Criterion], sheet: Sheet) -> ScoredSheet | None:
    """`100 × Σ(wᵢ·vᵢ/maxᵢ) / Σwᵢ` over the answered criteria; None for an abstention."""
    weighted = weights = Fraction(0)
    answers = []
    for criterion in criteria:
        given = sheet.get(criterion.key)
        if given is None:
            continue
        value, weight = Fraction(given), Fraction(criterion.weight)
        answers.append((criterion.key, value))
        weighted += weight * value / Fraction(criterion.max)
        weights += weight
    if not answers:
        return None
    return ScoredSheet(tuple(answers), 100 * weighted / weights)
