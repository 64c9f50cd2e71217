"""An import of one worksheet, its checked rows and its faults."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Date, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from gongwei.core.crypto import EncryptedText
from gongwei.core.models import Row, TechnicalRow, choice


class ImportKind(StrEnum):
    ORGANISATIONS = "organisations"
    MEMBERS = "members"
    SECRETARIES = "secretaries"
    HOURS = "hours"
    DUTY_RESULTS = "duty_results"


class ImportState(StrEnum):
    UPLOADED = "uploaded"
    CHECKED = "checked"
    COMMITTED = "committed"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """What a row would do: add a record, change one, find it as it is, or nothing, being faulty."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAULT = "fault"


class Import(Row, table=True):
    """A workbook on its way into the records of `organisation_id` and below.

    `header_row` counts from 1 as the workbook shows it. `columns` is a list of
    `{index, head, field, sample}`, `index` from 0, `field` null where the column is not imported;
    personal numbers in samples are masked.
    The counts are those of the last check.
    """

    __tablename__ = "import_batch"
    private: ClassVar[frozenset[str]] = frozenset({"columns"})

    kind: ImportKind = choice(ImportKind)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    file_id: UUID = Field(foreign_key="stored_file.id", index=True)
    file_name: str = Field(max_length=255)
    as_of: date | None = Field(default=None, sa_type=Date)
    sheet: str = Field(default="", max_length=255)
    header_row: int = Field(default=1)
    columns: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSONB)
    rows_total: int = Field(default=0)
    rows_new: int = Field(default=0)
    rows_changed: int = Field(default=0)
    rows_same: int = Field(default=0)
    rows_faulty: int = Field(default=0)
    faults_total: int = Field(default=0)
    state: ImportState = choice(ImportState, ImportState.UPLOADED, index=True)
    job_id: UUID | None = Field(default=None, foreign_key="job.id")


class ImportFault(TechnicalRow, table=True):
    """A fault at a cell: `row` from 1 as the workbook shows it, `column` its head. `value` is
    masked where personal.
    """

    __tablename__ = "import_fault"
    __table_args__ = (UniqueConstraint("import_id", "position"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    import_id: UUID = Field(foreign_key="import_batch.id")
    position: int
    row: int
    column: str = Field(max_length=200)
    column_index: int
    fault: str = Field(max_length=60)
    value: str = Field(default="", max_length=200)
    details: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    """What the sentence names besides the value, such as the row that a duplicate repeats."""


class ImportRow(TechnicalRow, table=True):
    """A checked row. `cells` is JSON `{field: text}`, encrypted whole: it may hold identity
    numbers.
    """

    __tablename__ = "import_row"
    __table_args__ = (UniqueConstraint("import_id", "row"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    import_id: UUID = Field(foreign_key="import_batch.id")
    row: int
    outcome: Outcome = choice(Outcome)
    cells: str = Field(sa_type=EncryptedText("import_row.cells"))
