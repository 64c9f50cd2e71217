"""An old list of hours, row by row: late entries, as they were not checked in."""

from collections.abc import Iterator
from datetime import date, timedelta

from gongwei.core import clock
from gongwei.core.bulk import Progress
from gongwei.integrations.imports.comparing import compare_people
from gongwei.integrations.imports.drafts import Comparison, Draft
from gongwei.integrations.imports.durations import minutes_of
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.row_reader import RowReader
from gongwei.integrations.workbooks.values import match_key
from gongwei.volunteering.activities.excluding import excluded_in, excluded_words
from gongwei.volunteering.hours.counting import MOST_A_DAY
from gongwei.volunteering.hours.import_rows import HoursRow, PlannedHours, plan_hours
from gongwei.volunteering.hours.importing import import_hours
from gongwei.volunteering.hours.planned import EARLIEST

FROM_A_LIST = "由原有台账导入"
"""The reason of a late entry whose list gives none."""


class HoursDraft(Draft):
    """Persons are found by their identity number; the service is named by its title."""

    async def prepare(self) -> None:
        self._excluded = await excluded_words(self.setting.session)
        self._rows: dict[int, HoursRow] = {}
        self._first_with: dict[tuple[str, date, str], int] = {}

    def read(self, row: RowReader) -> None:
        name = row.text("name", required=True, person=True, longest=100)
        number = row.identity_number(self.setting.as_of)
        day = self._day(row)
        title = self._title(row)
        minutes = _minutes(row)
        reason = row.text("reason", longest=500) or FROM_A_LIST
        if name is None or number is None or day is None or title is None or minutes is None:
            return
        first = self._first_with.setdefault((number, day, match_key(title)), row.number)
        if first != row.number:
            row.fault("title", "duplicate", first=first)
        if clock.start_of(day) + timedelta(minutes=minutes) > clock.now():
            row.fault("duration", "not_over_yet")
        if not row.faults:
            self._rows[row.number] = HoursRow(name, number, day, title, minutes, reason)

    def _day(self, row: RowReader) -> date | None:
        found = row.day("day", self.setting.as_of, required=True)
        if found is None:
            return None
        if found.precision != "day":
            row.fault("day", "day_needed")
            return None
        if found.value < EARLIEST:
            row.fault("day", "before_1990")
            return None
        return found.value

    def _title(self, row: RowReader) -> str | None:
        title = row.text("title", required=True, longest=100)
        word = excluded_in(title, self._excluded) if title is not None else None
        if word is not None:
            row.fault("title", "not_service", word=word)
            return None
        return title

    async def compare(self, progress: Progress) -> Comparison:
        return await compare_people(self.setting, self._rows, plan_hours, _conflicts, progress)

    async def write(self, progress: Progress) -> None:
        await import_hours(
            self.setting.session, self.setting.actor, list(self._rows.values()), progress
        )


def _minutes(row: RowReader) -> int | None:
    value = row.text("duration", required=True)
    if value is None:
        return None
    minutes = minutes_of(value)
    if minutes is None:
        row.fault("duration", "not_a_duration")
    return minutes


def _conflicts(number: int, one: PlannedHours, is_held: bool) -> Iterator[Fault]:
    """Where a row and the records cannot both be right."""
    if one.person is None:
        code = "duplicate" if is_held else "unknown_person"
        yield Fault(number, "identity_number", code)
        return
    if match_key(one.person.name) != match_key(one.row.name):
        yield Fault(number, "name", "name_differs", one.row.name)
    if one.held is not None and one.held.minutes != one.row.minutes:
        details = {"held": one.held.minutes}
        yield Fault(number, "duration", "hours_differ", str(one.row.minutes), details)
    elif one.held is None and one.total > MOST_A_DAY:
        yield Fault(number, "duration", "longer_than_a_day", "", {"total": one.total})
