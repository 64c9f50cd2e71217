"""Stored files: what they are stands here, their bytes under the data directory."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field

from gongwei.core.models import Row, choice


class FilePurpose(StrEnum):
    """What a file is kept for, which decides who hands it out."""

    DOCUMENT = "document"
    """Handed in for everybody who may read files there: `/files` lists it and hands it out."""
    IMPORT = "import"
    """The workbook of an import, with whatever numbers it holds: only `/imports` hands it out."""


class StoredFile(Row, table=True):
    """A file as it is handed out. `media_type` was told from the content; `size` is in bytes."""

    __tablename__ = "stored_file"
    __table_args__ = (CheckConstraint("size >= 0", name="size_not_negative"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    name: str = Field(max_length=200)
    media_type: str = Field(max_length=100)
    size: int = Field(sa_type=BigInteger)
    sha256: str = Field(max_length=64, index=True)
    purpose: FilePurpose = choice(FilePurpose, FilePurpose.DOCUMENT)
    place: str = Field(max_length=60, unique=True)
    """Where the bytes lie, relative to the folder of files: `ab/cd/<uuid>`."""
