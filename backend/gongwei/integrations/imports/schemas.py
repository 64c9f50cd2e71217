"""Shapes of imports."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.core.pagination import PageParams
from gongwei.core.schemas import In, Out, ResourceOut
from gongwei.integrations.imports.faults import fault_message
from gongwei.integrations.imports.fields import FIELDS
from gongwei.integrations.imports.models import (
    Import,
    ImportFault,
    ImportKind,
    ImportState,
    Outcome,
)

AsOf = Annotated[date, Field(ge=date(1921, 7, 1), le=date(2200, 1, 1))]
ColumnIndex = Annotated[int, Field(ge=0, le=16_383)]


class ColumnOut(Out):
    """A column of the sheet: `index` from 0, `field` null when it is not imported."""

    index: int
    head: str
    field: str | None
    sample: list[str]


class FieldOut(Out):
    """A field that a column may stand for."""

    field: str
    label: str
    required: bool


class ImportOut(ResourceOut):
    """An import. Counts are those of the last check; `missing` are required fields without a
    column.
    """

    kind: ImportKind
    organisation_id: UUID
    organisation_name: str
    file_id: UUID
    file_name: str
    as_of: date | None
    sheet: str
    header_row: int
    columns: list[ColumnOut]
    fields: list[FieldOut]
    missing: list[str]
    rows_total: int
    rows_new: int
    rows_changed: int
    rows_same: int
    rows_faulty: int
    faults_total: int
    job_id: UUID | None

    @classmethod
    def of(
        cls, imported: Import, allowed_actions: list[str], organisation_name: str, language: str
    ) -> "ImportOut":
        """The import with the fields' labels in `language`, `zh` or `en`."""
        fields = [
            FieldOut(
                field=spec.field,
                label=spec.label_en if language == "en" else spec.label_zh,
                required=spec.required,
            )
            for spec in FIELDS[imported.kind]
        ]
        mapped = {column["field"] for column in imported.columns}
        return cls(
            **{name: getattr(imported, name) for name in _COPIED},
            columns=[ColumnOut(**column) for column in imported.columns],
            fields=fields,
            missing=[f.field for f in fields if f.required and f.field not in mapped],
            allowed_actions=allowed_actions,
            organisation_name=organisation_name,
        )


_COPIED = tuple(
    name
    for name in ImportOut.model_fields
    if name not in ("columns", "fields", "missing", "allowed_actions", "organisation_name")
)


class ImportQuery(OwnedQuery):
    """Filters of the list of imports."""

    kind: ImportKind | None = None
    state: ImportState | None = None


class ColumnIn(In):
    """What a column stands for; null: it is not imported."""

    index: ColumnIndex
    field: Annotated[str, Field(max_length=40)] | None


class ImportChangeIn(In):
    """A merge patch. `columns` names the columns that are mapped anew; the others stay."""

    columns: Annotated[list[ColumnIn], Field(max_length=512)] | None = None
    as_of: AsOf | None = None


class FaultsQuery(PageParams):
    """A page of faults, in the order of the sheet."""


class ImportFaultOut(Out):
    """A fault: `row` from 1 as the sheet shows it, `column` its head, `fault` a stable code."""

    row: int
    column: str
    column_index: int
    fault: str
    value: str
    message: str

    @classmethod
    def of(cls, fault: ImportFault, language: str) -> "ImportFaultOut":
        return cls(
            row=fault.row,
            column=fault.column,
            column_index=fault.column_index,
            fault=fault.fault,
            value=fault.value,
            message=fault_message(fault.fault, fault.value, fault.details, language),
        )


class RowsQuery(PageParams):
    """A page of the preview, in the order of the sheet."""

    outcome: Outcome | None = None


class ImportRowOut(Out):
    """A row of the preview; personal numbers are masked."""

    row: int
    values: dict[str, str]
    outcome: Outcome
