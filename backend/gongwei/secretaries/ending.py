"""Leaving a post: asked for, agreed to by the superior, done on a day; or taken back before."""

from datetime import date
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.routing import one_fault
from gongwei.secretaries.acts import happened_at, refuse_future, refuse_strangers
from gongwei.secretaries.beside import running_term
from gongwei.secretaries.models import Appointment, AppointmentState, EndCause
from gongwei.secretaries.problems import SUPERIOR_CONSENT_NEEDED
from gongwei.secretaries.schemas import SecretaryActionIn, SecretaryOut
from gongwei.secretaries.service import READ, name_of, read_appointment
from gongwei.secretaries.talks.appointment_talks import call_off
from gongwei.secretaries.workflow import APPOINTMENT, AppointmentAction, allowed_actions

A = AppointmentAction
BELONGS = {
    "on": {A.END},
    "cause": {A.END},
    "consent_on": {A.END},
    "consent_note": {A.END, A.CONSENT},
}
"""Which action a field of the body belongs to; a reason may be given with any."""


async def act(
    session: AsyncSession,
    actor: Actor,
    appointment_id: UUID,
    action: AppointmentAction,
    body: SecretaryActionIn,
) -> SecretaryOut:
    """Move an appointment towards its end, which calls off the talk that was not held yet.

    Raises 409 `superior_consent_needed` besides what a workflow raises.
    """
    need = Permission(APPOINTMENT[action].permission)
    row = await fetch(session, actor, Appointment, appointment_id, read=READ, need=need)
    refuse_strangers(BELONGS, action, body)
    agreed = row.state is AppointmentState.END_AGREED
    allowed = allowed_actions(actor, row)
    if action is A.TAKE_BACK and row.from_on <= clock.today():
        raise APPOINTMENT.refusal(row.state, action, allowed)
    APPOINTMENT.apply(row, action, allowed, body.reason)
    if action is A.CONSENT:
        row.consent_on, row.consent_note = clock.today(), body.consent_note
    elif action is A.TAKE_BACK:
        row.to_on, row.end_cause = row.from_on, EndCause.OTHER
        await call_off(session, actor, row)
    elif action is A.END:
        await _end(session, actor, row, body, agreed=agreed)
    record(
        session, actor, f"appointment.{action}", row, label=await name_of(session, actor, row),
        reason=body.reason, occurred_at=happened_at(body.on),
    )  # fmt: skip
    return await read_appointment(session, actor, row.id)


async def _end(
    session: AsyncSession,
    actor: Actor,
    row: Appointment,
    body: SecretaryActionIn,
    *,
    agreed: bool,
) -> None:
    on = _last_day(row, body)
    if body.cause is None:
        raise one_fault("/cause", "missing", "请选择离任原因", "Say why the office ends")
    refuse_future("/consent_on", body.consent_on)
    if not agreed:
        if body.consent_on is None or body.consent_note is None:
            await _refuse_without_consent(session, actor, row, on)
        row.consent_on, row.consent_note = body.consent_on, body.consent_note
    row.to_on, row.end_cause = on, body.cause
    await call_off(session, actor, row)


def _last_day(row: Appointment, body: SecretaryActionIn) -> date:
    if body.on is None:
        raise one_fault("/on", "missing", "请填写离任日期", "Say when the office ends")
    refuse_future("/on", body.on)
    if body.on <= row.from_on:
        raise one_fault("/on", "not_later", "须晚于任职日期", "Must be after the first day")
    return body.on


async def _refuse_without_consent(
    session: AsyncSession, actor: Actor, row: Appointment, on: date
) -> None:
    """409 while the term in which somebody leaves still runs."""
    term = await running_term(session, row.organisation_id)
    if term is None or not term.is_broken_by(on):
        return
    place = await fetch(
        session, actor, Organisation, row.organisation_id, read=Permission.ORGANISATIONS_READ
    )
    raise SUPERIOR_CONSENT_NEEDED(place=place.name, ends_on=term.ends_on)
