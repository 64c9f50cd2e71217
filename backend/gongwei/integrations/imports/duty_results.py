"""A list of a past year's results of the duty review, row by row."""

import re
from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from gongwei.access.people import identity_hash
from gongwei.core import clock
from gongwei.core.bulk import BATCH, Progress
from gongwei.duty_reports.results.importing import (
    PlannedResult,
    ResultRow,
    import_results,
    plan_results,
)
from gongwei.integrations.imports.drafts import Comparison, Draft
from gongwei.integrations.imports.elsewhere import held_identities
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.models import Outcome
from gongwei.integrations.imports.organisation_index import load_index
from gongwei.integrations.imports.row_reader import RowReader

FIRST_YEAR = 1921
_YEAR = re.compile(r"([0-9]{4})(?:\.0)?\s*(?:年度?)?", re.ASCII)
_SCORE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?分?", re.ASCII)
_HIGHEST = Decimal(1000)
_FIELD_OF = {
    "unknown_person": "identity_number",
    "name_differs": "name",
    "not_secretary_then": "organisation",
    "result_differs": "grade",
}


class DutyResultDraft(Draft):
    """Persons are found by their identity number, organisations by name."""

    async def prepare(self) -> None:
        self._index = await load_index(self.setting)
        self._rows: dict[int, ResultRow] = {}
        self._first_with: dict[tuple[int, UUID], int] = {}

    def read(self, row: RowReader) -> None:
        year = _year(row, clock.today().year - 1)
        named = row.text("organisation", required=True)
        place = self._index.find(row, "organisation", named) if named else None
        name = row.text("name", required=True, person=True, longest=100)
        number = row.identity_number(self.setting.as_of)
        total = _total(row)
        grade = row.text("grade", required=True, longest=40)
        if year is None or place is None or name is None or number is None or grade is None:
            return
        first = self._first_with.setdefault((year, place.id), row.number)
        if first != row.number:
            row.fault("organisation", "duplicate", first=first)
        if not row.faults:
            self._rows[row.number] = ResultRow(year, place.id, name, number, total, grade)

    async def compare(self, progress: Progress) -> Comparison:
        faults: list[Fault] = []
        outcomes: dict[int, Outcome] = {}
        numbers, rows = list(self._rows), list(self._rows.values())
        hashes = [identity_hash(row.identity_number) for row in rows]
        held = await held_identities(self.setting.session, hashes)
        for start in range(0, len(rows), BATCH):
            planned = await plan_results(
                self.setting.session, self.setting.actor, self.setting.root,
                rows[start : start + BATCH],
            )  # fmt: skip
            for number, one in zip(numbers[start:], planned, strict=False):
                outcomes[number] = Outcome(one.outcome)
                faults.extend(_conflicts(number, one, one.hash in held))
            await progress(min(start + BATCH, len(rows)))
        return Comparison(faults, outcomes)

    async def write(self, progress: Progress) -> None:
        await import_results(
            self.setting.session, self.setting.actor, self.setting.root,
            list(self._rows.values()), progress,
        )  # fmt: skip


def _year(row: RowReader, latest: int) -> int | None:
    """A year that is over, `latest` at most: only then there are results of it."""
    value = row.text("year", required=True)
    if value is None:
        return None
    found = _YEAR.fullmatch(value)
    if found is None or int(found[1]) < FIRST_YEAR:
        row.fault("year", "not_a_year", latest=latest)
        return None
    if int(found[1]) > latest:
        row.fault("year", "year_not_over", year=int(found[1]), latest=latest)
        return None
    return int(found[1])


def _total(row: RowReader) -> Decimal | None:
    value = row.text("total")
    if value is None:
        return None
    if _SCORE.fullmatch(value) is None or Decimal(value.removesuffix("分")) > _HIGHEST:
        row.fault("total", "not_a_score")
        return None
    return Decimal(value.removesuffix("分"))


def _conflicts(number: int, one: PlannedResult, is_held: bool) -> Iterator[Fault]:
    """Where a row and the records cannot both be right."""
    if one.conflict is None:
        return
    field = _FIELD_OF[one.conflict]
    if one.conflict == "unknown_person" and is_held:
        yield Fault(number, field, "duplicate")
        return
    shown = {"name": one.row.name, "grade": one.row.grade}.get(field, "")
    details = {"year": one.row.year} if one.conflict == "not_secretary_then" else {}
    yield Fault(number, field, one.conflict, shown, details)
