"""Stored files: what they are stands here, their bytes under the data directory."""

from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field

from gongwei.core.models import Row


class StoredFile(Row, table=True):
    """A file as it is handed out. `media_type` was told from the content; `size` is in bytes."""

    __tablename__ = "stored_file"
    __table_args__ = (CheckConstraint("size >= 0", name="size_not_negative"),)

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    name: str = Field(max_length=200)
    media_type: str = Field(max_length=100)
    size: int = Field(sa_type=BigInteger)
    sha256: str = Field(max_length=64, index=True)
    place: str = Field(max_length=60, unique=True)
    """Where the bytes lie, relative to the folder of files: `ab/cd/<uuid>`."""
