"""Shapes of the audit log."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import Code, JsonObject, Long, Moment, Out


class HistoryOut(Out):
    """One act upon a record. `late` acts were entered `delay_minutes` after they happened."""

    recorded_at: datetime
    occurred_at: datetime
    actor_label: str
    actor_role: str | None
    action: str
    from_state: str | None
    to_state: str | None
    reason: str | None
    late: bool
    delay_minutes: int


class AuditEntryOut(Out):
    """One entry of the log. `changes` maps a column to `before` and `after`, or to `hidden`."""

    id: UUID
    seq: Long
    recorded_at: datetime
    occurred_at: datetime
    actor_user_id: UUID | None
    actor_label: str
    actor_role: str | None
    assignment_id: UUID | None
    request_id: str
    action: str
    subject_type: str
    subject_id: UUID
    subject_label: str
    subject_version: int
    organisation_id: UUID | None
    from_state: str | None
    to_state: str | None
    reason: str | None
    changes: JsonObject


class AuditQuery(OwnedQuery):
    """Filters of the log; `q` is looked for in the names of actor and subject and in the reason.

    `recorded_from` is inclusive, `recorded_to` exclusive.
    """

    subject_type: Code | None = None
    subject_id: UUID | None = None
    actor_user_id: UUID | None = None
    action: Code | None = None
    recorded_from: Moment | None = None
    recorded_to: Moment | None = None


class VerificationOut(Out):
    """The outcome of checking the chain of seals, over the whole log."""

    ok: bool
    entries: Long = Field(ge=0)
    sealed: Long = Field(ge=0)
    unsealed: Long = Field(ge=0)
    seals: Long = Field(ge=0)
    last_hash: str
    first_fault: str | None


class RecentChangeOut(Out):
    """What changed, without how: for people who may read the record itself."""

    recorded_at: datetime
    actor_label: str
    action: str
    subject_type: str
    subject_id: UUID
    subject_label: str


class ActorOut(Out):
    """Somebody whose acts the log may hold."""

    id: UUID
    display_name: str
    username: str
