"""Reading the cells of one row, keeping every fault at its field."""

from collections.abc import Callable
from datetime import date
from typing import Any

from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.reading import Cells
from gongwei.integrations.workbooks.cells import Cell
from gongwei.integrations.workbooks.values import (
    ParsedDate,
    ValueFault,
    parse_date,
    parse_text,
)
from gongwei.members.code_tables import CodeTable
from gongwei.members.identity_number import (
    birth_on,
    identity_number_fault,
    mask_identity_number,
    normalise_identity_number,
)
from gongwei.members.phone import mask_phone, normalise_phone, phone_fault

_LONGEST_SHOWN = 60
_MASKED: dict[str, Callable[[str], str]] = {
    "identity_number": mask_identity_number,
    "phone": mask_phone,
}


class RowReader:
    """One row. Each reading answers None for a cell that is empty or faulty."""

    def __init__(self, number: int, cells: Cells) -> None:
        self.number = number
        self.faults: list[Fault] = []
        self._cells = cells

    def text(
        self, field: str, *, required: bool = False, person: bool = False, longest: int = 200
    ) -> str | None:
        """The cell's text; faults `required`, `too_long`, and those of the cell itself."""
        value = parse_text(self._cells.get(field), person=person)
        if isinstance(value, ValueFault):
            self.fault(field, value.code)
            return None
        if value is None:
            if required:
                self.fault(field, "required")
            return None
        if len(value) > longest:
            self.fault(field, "too_long", longest=longest)
            return None
        return value

    def day(self, field: str, latest: date, *, required: bool = False) -> ParsedDate | None:
        """The cell's date, not later than `latest`."""
        value = parse_date(self._cells.get(field))
        if isinstance(value, ValueFault):
            self.fault(field, value.code)
            return None
        if value is None and required:
            self.fault(field, "required")
        if value is not None and value.value > latest:
            self.fault(field, "in_the_future", as_of=latest.isoformat())
            return None
        return value

    def code(self, field: str, table: CodeTable) -> str | None:
        """The code of a national table that the text means; `unknown_value` otherwise."""
        value = self.text(field)
        if value is None:
            return None
        found = table.match(value)
        if found is None:
            self.fault(field, "unknown_value")
        return found

    def identity_number(self, latest: date, *, required: bool = True) -> str | None:
        """A sound identity number of somebody born by `latest`."""
        value = self.text("identity_number", required=required)
        if value is None:
            return None
        number = normalise_identity_number(value)
        fault = identity_number_fault(number)
        if fault is not None:
            self.fault("identity_number", fault, places=len(number))
            return None
        if birth_on(number) > latest:
            self.fault("identity_number", "birth_date")
            return None
        return number

    def phone(self) -> str | None:
        """A telephone number; whatever else stands in the cell is `not_a_phone_number`."""
        value = parse_text(self._cells.get("phone"))
        if isinstance(value, ValueFault):
            self.fault("phone", "not_a_phone_number")
            return None
        if value is None:
            return None
        if phone_fault(value) is not None:
            self.fault("phone", "not_a_phone_number")
            return None
        return normalise_phone(value)

    def fault(self, field: str, code: str, **details: Any) -> None:
        """Note a fault at a field of this row."""
        self.faults.append(Fault(self.number, field, code, self.shown(field), details))

    def has_fault(self, *fields: str) -> bool:
        """Whether a fault was noted at one of these fields."""
        return any(one.field in fields for one in self.faults)

    def first_mapped(self, *fields: str) -> str:
        """The first of these fields that has a column, where a fault can be told."""
        return next(field for field in fields if field in self._cells)

    def shown(self, field: str) -> str:
        """What the cell shows, masked where it is a personal number."""
        return shown(field, self._cells.get(field))

    def all_shown(self) -> dict[str, str]:
        """The whole row as a preview shows it."""
        return {field: self.shown(field) for field in self._cells}


def shown(field: str, cell: Cell | None) -> str:
    """What a cell shows, cut to what a preview needs; personal numbers are masked."""
    if cell is None:
        return ""
    text = " ".join(cell.shown.split())
    mask = _MASKED.get(field)
    return (mask(text) if mask is not None else text)[:_LONGEST_SHOWN]
