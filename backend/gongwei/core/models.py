"""The shape that every table shares: UUIDv7 key, version, two time stamps, and what must be
recorded.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import DateTime, Enum, Uuid
from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

from gongwei.core import clock

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


def new_id() -> UUID:
    """A UUIDv7: ordered by time, made here, so that the database needs no function for it."""
    return UUID(int=uuid7().int)


def moment(*, nullable: bool = False, index: bool = False) -> Any:
    """A column for a moment, stored with its offset."""
    if nullable:
        return Field(default=None, sa_type=DateTime(timezone=True), nullable=True, index=index)
    return Field(
        default_factory=clock.now, sa_type=DateTime(timezone=True), nullable=False, index=index
    )


def _values(enum: type[StrEnum]) -> Sequence[str]:
    return [member.value for member in enum]


def choice(
    enum: type[StrEnum],
    default: StrEnum | None = None,
    *,
    nullable: bool = False,
    index: bool = False,
) -> Any:
    """A column holding one value of `enum` as text with a check; by value, never by member name."""
    kind = Enum(
        enum,
        values_callable=_values,
        native_enum=False,
        create_constraint=True,
        length=40,
        name=_snake(enum),
    )
    if default is None and not nullable:
        return Field(sa_type=kind, nullable=False, index=index)
    return Field(default=default, sa_type=kind, nullable=nullable, index=index)


def _snake(enum: type[StrEnum]) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in enum.__name__).lstrip("_")


class Row(SQLModel):
    """Base of every table. `version` and `updated_at` move by themselves at flush (core/db.py)."""

    recorded: ClassVar[bool] = True
    """A change of such a row must be covered by `audit.record` in the same transaction."""
    private: ClassVar[frozenset[str]] = frozenset()
    """Columns whose values never enter the audit log or an event."""
    derived: ClassVar[frozenset[str]] = frozenset()
    """Columns that follow from others: not worth an entry of their own."""

    id: UUID = Field(default_factory=new_id, primary_key=True, sa_type=Uuid)
    version: int = Field(default=1, nullable=False)
    created_at: datetime = moment()
    updated_at: datetime = moment()


class TechnicalRow(Row):
    """A table of the machinery (sessions, keys, jobs): nobody's act, so nothing to record."""

    recorded: ClassVar[bool] = False
