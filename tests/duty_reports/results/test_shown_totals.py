"""How many places a total is shown with: those of its scheme, or all that it has."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from gongwei.duty_reports.results.models import DutyResult
from gongwei.duty_reports.results.spread import spread_of_totals
from gongwei.duty_reports.results.suppression import shown_total


def with_total(total: str | None, **more: Any) -> DutyResult:
    return DutyResult(
        organisation_id=uuid4(), round_id=uuid4(), participant_id=uuid4(), person_id=uuid4(),
        revision=1, total=None if total is None else Decimal(total), **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("total", "places", "text"),
    [
        ("87.6000", 2, "87.60"),
        ("87.6000", 4, "87.6000"),
        ("90.1260", 2, "90.126"),
        ("90.125", 2, "90.125"),
        ("91.2345", 2, "91.2345"),
        ("100", 0, "100"),
        ("0", 2, "0.00"),
        (None, 2, None),
    ],
)
def test_a_total_keeps_the_places_that_it_was_rounded_or_imported_with(
    total: str | None, places: int, text: str | None
) -> None:
    assert shown_total(with_total(total), places) == text


def test_a_withheld_total_is_not_shown() -> None:
    assert shown_total(with_total("87.6", total_withheld=True), 2) is None


def test_the_class_is_told_with_the_places_of_its_totals() -> None:
    totals = ("90.126", "80", "80", "70.5", "70.5")
    spread = spread_of_totals([with_total(one) for one in totals], 2)
    assert spread is not None
    assert (spread.lowest, spread.median, spread.highest) == ("70.500", "80.000", "90.126")
