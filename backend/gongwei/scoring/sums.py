"""What of a scheme makes a total, told from what only names it or grades by it."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from gongwei.scoring.canonical import canonical, sha256_of
from gongwei.scoring.numerals import written
from gongwei.scoring.schemes import Criterion, RaterGroup, Scheme


def rule_of_sum(scheme: Scheme) -> str:
    """A hash by which two schemes agree only if every sheet and every total is the same by both.

    Titles, grades and the order of things are no part of it.
    """
    return sha256_of(
        canonical(
            {
                "groups": {one.key: _group(scheme, one) for one in scheme.groups},
                "criteria": {one.key: _criterion(one) for one in scheme.criteria},
                "missing_group": scheme.missing_group.value,
                "places": scheme.places,
                "rounding": scheme.rounding,
            }
        )
    )


def _group(scheme: Scheme, group: RaterGroup) -> dict[str, Any]:
    return {
        "weight": _plain(group.weight),
        "source": group.source.value,
        "minimum": group.minimum,
        "aggregate": group.aggregate.value,
        "trim": _plain(group.trim),
        "criteria": sorted(one.key for one in scheme.criteria_of(group)),
    }


def _criterion(criterion: Criterion) -> dict[str, Any]:
    return {"weight": _plain(criterion.weight), "max": _plain(criterion.max)}


def _plain(value: Decimal) -> str:
    return written(Fraction(value))
