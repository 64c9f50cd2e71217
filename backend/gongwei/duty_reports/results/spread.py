"""How a class did: the lowest, the quartiles and the highest of what is shown, for five or more.

Quartiles are taken between the two nearest values in proportion (Hyndman and Fan, type 7).
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from gongwei.duty_reports.results.models import DutyResult
from gongwei.duty_reports.results.schemas import SpreadOut
from gongwei.duty_reports.results.suppression import places_of_totals
from gongwei.duty_reports.results.withholding import FEWEST
from gongwei.scoring.engine import half_up


def spread_of_totals(results: Iterable[DutyResult], places: int) -> SpreadOut | None:
    """Of the totals that are shown, with the places of the totals themselves."""
    shown = [one.total for one in results if one.total is not None and not one.total_withheld]
    return spread([Fraction(one) for one in shown], places_of_totals(shown, places))


def spread_of_group(results: Iterable[DutyResult], key: str, places: int) -> SpreadOut | None:
    """Of a group's scores that are shown."""
    shown = [
        Fraction(group["score"])
        for one in results
        for group in one.groups
        if group["key"] == key and group["score"] is not None and not group["withheld"]
    ]
    return spread(shown, places)


def spread(values: Sequence[Fraction], places: int) -> SpreadOut | None:
    """None for fewer than five."""
    if len(values) < FEWEST:
        return None
    ordered = sorted(values)
    lowest, lower, median, upper, highest = (
        str(half_up(_quantile(ordered, Fraction(part, 4)), places)) for part in range(5)
    )
    return SpreadOut(
        n=len(ordered), lowest=lowest, lower_quartile=lower, median=median, upper_quartile=upper,
        highest=highest,
    )  # fmt: skip


def _quantile(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
