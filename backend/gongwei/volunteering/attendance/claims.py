"""What somebody at the door says: who, which shift, entry or exit; read before it is judged."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import NO_PERSON
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, refuse_unready
from gongwei.core.errors import MALFORMED, FieldFault, Problem
from gongwei.volunteering.activities.leading import attended_activity
from gongwei.volunteering.attendance.codes import (
    read_personal,
    read_rotating,
    shift_named_by,
    start_of_step,
)
from gongwei.volunteering.attendance.judging import DeviceClock
from gongwei.volunteering.attendance.models import CheckInMethod
from gongwei.volunteering.attendance.schemas import NEEDED, CheckInIn

M = CheckInMethod


@dataclass(frozen=True)
class Claim:
    """An entry or exit that somebody asks to have taken.

    `step`: of the scanned code. `serial`: of the personal code that was shown. `refusal`: what was
    found wrong with the code already; with a personal code nobody is known to have stood there.
    """

    actor: Actor
    given: CheckInIn
    digest: str
    shift_id: UUID
    person_id: UUID | None
    step: int | None = None
    serial: int | None = None
    refusal: Problem | None = None

    @property
    def said_at(self) -> datetime:
        """When it happened, as far as it is told before it is judged."""
        return self.given.occurred_at if self.step is None else start_of_step(self.step)

    @property
    def clock(self) -> DeviceClock:
        offset = self.given.server_offset_ms
        return DeviceClock(
            self.given.captured_at, None if offset is None else timedelta(milliseconds=offset)
        )


async def claim_of(session: AsyncSession, actor: Actor, given: CheckInIn) -> Claim:
    """Read what was sent, for somebody who may send it.

    Raises 422 for what has the wrong shape, `no_person` (409), 404 and 403 for a shift whose
    attendance the caller may not take.
    """
    refuse_unready(actor)
    _refuse_shape(given)
    digest = hashlib.sha256(f"{actor.user_id}\n{given.model_dump_json()}".encode()).hexdigest()
    if given.code is not None:
        allow(actor, Permission.VOLUNTEERING_SERVE)
        if actor.person_id is None:
            raise NO_PERSON()
        return _scanned(actor, given, digest)
    assert given.shift_id is not None
    await attended_activity(session, actor, shift_id=given.shift_id)
    if given.member_code is None:
        return Claim(actor, given, digest, given.shift_id, given.person_id)
    try:
        shown = read_personal(given.member_code)
    except Problem as refusal:
        if refusal.type is MALFORMED:
            raise
        return Claim(actor, given, digest, given.shift_id, None, refusal=refusal)
    return Claim(actor, given, digest, given.shift_id, shown.person_id, serial=shown.serial)


def _scanned(actor: Actor, given: CheckInIn, digest: str) -> Claim:
    """The caller's own scan, also of a code that was not made here but names a shift."""
    assert given.code is not None
    shift_id = shift_named_by(given.code)
    try:
        step = read_rotating(given.code).step
    except Problem as refusal:
        return Claim(actor, given, digest, shift_id, actor.person_id, refusal=refusal)
    return Claim(actor, given, digest, shift_id, actor.person_id, step=step)


def _refuse_shape(given: CheckInIn) -> None:
    needed = NEEDED[given.method]
    named = {name for names in NEEDED.values() for name in names}
    faults = [
        FieldFault(f"/{name}", "missing", "必填", "This is required")
        for name in needed
        if getattr(given, name) is None
    ] + [
        FieldFault(
            f"/{name}", "extra_forbidden", "这种签到方式没有这个字段",
            "There is no such field in this way of checking in",
        )
        for name in sorted(named - set(needed))
        if getattr(given, name) is not None
    ]  # fmt: skip
    if faults:
        raise MALFORMED(errors=tuple(faults), count=len(faults))
