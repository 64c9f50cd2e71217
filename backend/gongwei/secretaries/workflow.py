"""The life of an appointment. While a term runs, an end needs the superior's consent first."""

from enum import StrEnum
from typing import Final

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.core import clock
from gongwei.core.workflow import Transition, Workflow
from gongwei.secretaries.models import Appointment, AppointmentState

P = Permission

IN_OFFICE, END_REQUESTED, END_AGREED, ENDED = AppointmentState


class AppointmentAction(StrEnum):
    REQUEST_END = "request_end"
    WITHDRAW = "withdraw"
    CONSENT = "consent"
    REFUSE = "refuse"
    END = "end"
    TAKE_BACK = "take_back"


A = AppointmentAction

APPOINTMENT = Workflow(
    "appointment",
    Transition(
        A.REQUEST_END, frozenset({IN_OFFICE}), END_REQUESTED, P.SECRETARIES_REQUEST,
        ("申请离任", "ask for the end"), reason=True,
    ),
    Transition(
        A.WITHDRAW, frozenset({END_REQUESTED}), IN_OFFICE, P.SECRETARIES_REQUEST,
        ("撤回申请", "withdraw"), reason=True,
    ),
    Transition(
        A.CONSENT, frozenset({END_REQUESTED}), END_AGREED, P.SECRETARIES_CONSENT,
        ("同意离任", "consent"),
    ),
    Transition(
        A.REFUSE, frozenset({END_REQUESTED}), IN_OFFICE, P.SECRETARIES_CONSENT,
        ("不同意离任", "refuse"), reason=True,
    ),
    Transition(
        A.END, frozenset({IN_OFFICE, END_REQUESTED, END_AGREED}), ENDED, P.SECRETARIES_WRITE,
        ("免去职务", "end"),
    ),
    Transition(
        A.TAKE_BACK, frozenset({IN_OFFICE}), ENDED, P.SECRETARIES_WRITE,
        ("撤销任职", "take back"), reason=True,
    ),
    initial=IN_OFFICE,
    words={
        IN_OFFICE: ("在任", "in office"),
        END_REQUESTED: ("待同意离任", "end requested"),
        END_AGREED: ("已同意离任", "end agreed"),
        ENDED: ("已离任", "ended"),
    },
    editable={IN_OFFICE, END_REQUESTED, END_AGREED},
)  # fmt: skip


def allowed_actions(actor: Actor, row: Appointment) -> list[str]:
    """What this caller may do with the appointment now: one is ended once it has begun, and taken
    back before.
    """
    allowed = APPOINTMENT.allowed(row.state, actor.permissions)
    begins_later = row.from_on > clock.today()
    return [action for action in allowed if (action == A.TAKE_BACK) == begins_later]


HOLDING: Final = (IN_OFFICE, END_REQUESTED, END_AGREED)
"""Whoever asked to leave, or was allowed to, holds the post until the end."""
