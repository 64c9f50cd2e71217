"""Fixtures of the tests of reports."""

import pytest

from duty_reports.reports.writing import Writing, round_with_reports
from duty_reports.review import Review


@pytest.fixture
async def writing(review: Review) -> Writing:
    """A round in which finance, police and archive report."""
    return await round_with_reports(review)
