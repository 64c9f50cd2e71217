"""What each step of a nomination asks for. Refusals say what to do instead."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.routing import one_fault
from gongwei.secretaries.acts import refuse_future
from gongwei.secretaries.beside import FULL, RunningTerm, running_term, standing_of
from gongwei.secretaries.inspections.models import Finding, InspectionState
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.nominations.models import Nomination, NominationKind
from gongwei.secretaries.nominations.presentation import is_own
from gongwei.secretaries.nominations.problems import (
    INSPECTION_NOT_CONCLUDED,
    INSPECTION_NOT_SUITABLE,
    NOMINEE_NOT_FULL_MEMBER,
    OWN_SUBMISSION,
    TERM_STILL_RUNNING,
)
from gongwei.secretaries.nominations.reading import inspections_of
from gongwei.secretaries.nominations.schemas import NominationActionIn
from gongwei.secretaries.nominations.workflow import NominationAction
from gongwei.secretaries.offices import (
    Office,
    is_full_time,
    lock_place,
    refuse_overlap,
    refuse_place,
)
from gongwei.secretaries.talks.appointment_talks import schedule

A = NominationAction

BELONGS: Mapping[str, frozenset[NominationAction]] = MappingProxyType(
    {
        "on": frozenset({A.ENDORSE, A.APPROVE, A.APPOINT}),
        "approval_number": frozenset({A.APPROVE}),
        "duty_title": frozenset({A.APPOINT}),
    }
)
"""Which actions a field of the body belongs to; a reason may be given with any."""

ELECTION_MONTHS = 6
"""So long before the end of a term candidates for the next may be put forward (branch regulation,
chapter 6: six months' notice)."""
AHEAD = timedelta(days=60)
"""So long before the first day in office an appointment may be entered."""


@dataclass(frozen=True)
class Step:
    """One act upon one nomination, with whom and what it is about."""

    session: AsyncSession
    actor: Actor
    nomination: Nomination
    name: str
    place: Organisation
    body: NominationActionIn


async def submit(step: Step) -> None:
    """Only full members are proposed, and for an election only when one is near."""
    await _refuse_standing(step)
    term = await _serving_term(step)
    if term and term.ends_on > clock.months_later(clock.today(), ELECTION_MONTHS):
        raise _still_running(step, term)
    step.nomination.submitted_by = step.actor.user_id
    step.nomination.submitted_on = clock.today()


async def _refuse_standing(step: Step) -> None:
    """409 for whoever is no full member, or is none any more."""
    async with whole_tree(step.session, step.actor):
        standing = await standing_of(step.session, step.nomination.person_id)
    if standing != FULL:
        raise NOMINEE_NOT_FULL_MEMBER(name=step.name)


async def conclude(step: Step) -> None:
    """The inspection is over."""
    found = await inspections_of(step.session, step.actor, [step.nomination.id])
    inspected = found.get(step.nomination.id)
    if inspected is None or inspected.latest.state is not InspectionState.CONCLUDED:
        raise INSPECTION_NOT_CONCLUDED(name=step.name)


async def endorse(step: Step) -> None:
    """The leading group of the department agreed."""
    on = step.body.on or clock.today()
    refuse_future("/on", on)
    submitted_on = step.nomination.submitted_on
    if submitted_on is not None and on < submitted_on:
        raise one_fault(
            "/on", "before_submission", "不能早于上报日期", "Not before it was submitted"
        )
    step.nomination.endorsed_by, step.nomination.endorsed_on = step.actor.user_id, on


async def approve(step: Step) -> None:
    """The latest concluded inspection finds the nominee suitable, and somebody else submitted."""
    if is_own(step.actor, step.nomination):
        raise OWN_SUBMISSION(name=step.name)
    refuse_place(step.place)
    await _refuse_standing(step)
    on = step.body.on or clock.today()
    refuse_future("/on", on)
    endorsed_on = step.nomination.endorsed_on
    if endorsed_on is not None and on < endorsed_on:
        raise one_fault(
            "/on", "before_endorsement", "不能早于党组同意的日期",
            "Not before the leading group endorsed it",
        )  # fmt: skip
    found = (await inspections_of(step.session, step.actor, [step.nomination.id])).values()
    if [one.concluded.finding for one in found if one.concluded] != [Finding.SUITABLE]:
        raise INSPECTION_NOT_SUITABLE(name=step.name)
    step.nomination.approved_by, step.nomination.approved_on = step.actor.user_id, on
    step.nomination.approval_number = step.body.approval_number


async def give_back(step: Step) -> None:
    """What was agreed to is agreed to anew when it comes again."""
    step.nomination.endorsed_by = step.nomination.endorsed_on = None


async def appoint(step: Step) -> None:
    """Into office on a day, with the appointment talk that is due 30 days later."""
    nomination, session, actor = step.nomination, step.session, step.actor
    on = _first_day(step)
    place = await lock_place(session, actor, step.place.id, Permission.NOMINATIONS_APPOINT)
    refuse_place(place)
    await _refuse_standing(step)
    term = await _serving_term(step)
    submitted_on = nomination.submitted_on
    if term and submitted_on and term.elected_on < submitted_on and on < term.ends_on:
        raise _still_running(step, term)
    office = Office(place, nomination.post, nomination.person_id, on)
    await refuse_overlap(session, actor, office)
    appointment = Appointment(
        organisation_id=place.id,
        person_id=nomination.person_id,
        name_pinyin=nomination.name_pinyin,
        post=nomination.post,
        full_time=is_full_time(nomination.post, nomination.full_time),
        duty_title=step.body.duty_title or nomination.duty_title,
        from_on=on,
        nomination_id=nomination.id,
    )
    session.add(appointment)
    record(session, actor, "appointment.create", appointment, label=step.name)
    await session.flush()
    await schedule(session, actor, appointment)


def _first_day(step: Step) -> date:
    on = step.body.on
    if on is None:
        raise one_fault("/on", "missing", "请填写任职日期", "Say from which day on")
    approved_on = step.nomination.approved_on
    if approved_on is not None and on < approved_on:
        raise one_fault("/on", "before_approval", "不能早于批准日期", "Not before it was approved")
    if on > clock.today() + AHEAD:
        raise one_fault(
            "/on", "too_far_ahead", f"最多提前 {AHEAD.days} 天登记",
            f"At most {AHEAD.days} days ahead",
        )  # fmt: skip
    return on


async def _serving_term(step: Step) -> RunningTerm | None:
    """The term that stands in the way of an election, if one does."""
    if step.nomination.kind is not NominationKind.ELECTION:
        return None
    term = await running_term(step.session, step.place.id)
    return term if term and term.serving else None


def _still_running(step: Step, term: RunningTerm) -> Exception:
    return TERM_STILL_RUNNING(name=step.name, place=step.place.name, ends_on=term.ends_on)


RULES: Mapping[NominationAction, Callable[[Step], Awaitable[None]]] = MappingProxyType(
    {
        A.SUBMIT: submit,
        A.CONCLUDE: conclude,
        A.ENDORSE: endorse,
        A.APPROVE: approve,
        A.APPOINT: appoint,
        A.RETURN: give_back,
    }
)
"""The steps that ask for more than a state and a permission."""
