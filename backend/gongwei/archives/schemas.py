"""Shapes of archives."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel

from gongwei.access.models import Sex
from gongwei.core.schemas import Day, Out
from gongwei.documents.formats import PrintedFormat


class ArchiveFormat(StrEnum):
    """As data, or to print."""

    JSON = "json"
    DOCX = "docx"
    PDF = "pdf"

    @property
    def printed(self) -> PrintedFormat | None:
        """The kind of document, or None for data."""
        return None if self is ArchiveFormat.JSON else PrintedFormat(self.value)


class ArchiveQuery(BaseModel):
    """The day whose archive is wanted, today when left out."""

    as_of: Day | None = None
    format: ArchiveFormat = ArchiveFormat.JSON


class ArchivePersonOut(Out):
    """Who the archive is about. `nationality` and `education` in words.

    `name` is a dash, and the rest null, where the person's record belongs to an organisation that
    the caller may not see.
    """

    id: UUID
    name: str
    sex: Sex | None
    birth_on: date | None
    nationality: str | None
    education: str | None
    organisation_name: str | None


class ArchivePostOut(Out):
    """A post held on the day of the archive."""

    organisation_name: str
    title: str
    from_on: date


class ArchiveColumnOut(Out):
    """A column of a section; a `wide` one holds running text, a `dated` one dates in ISO 8601, or
    words where there is no date yet."""

    code: str
    title: str
    wide: bool
    dated: bool


class ArchiveRowOut(Out):
    """One fact. `late` when it was entered `delay_days` after it happened."""

    occurred_on: date
    late: bool
    delay_days: int
    cells: dict[str, str]


class ArchiveSectionOut(Out):
    """What one feature knows about the person; `empty` says what it means that there are no
    rows.
    """

    code: str
    title: str
    columns: list[ArchiveColumnOut]
    rows: list[ArchiveRowOut]
    empty: str


class ArchiveOut(Out):
    """A person's performance archive as of a day, assembled from what the system holds.

    Titles and cells are in the caller's language. `limited_to` names the organisation whose subtree
    was read, null when it was the whole tree.
    """

    as_of: date
    person: ArchivePersonOut
    posts: list[ArchivePostOut]
    sections: list[ArchiveSectionOut]
    limited_to: str | None
