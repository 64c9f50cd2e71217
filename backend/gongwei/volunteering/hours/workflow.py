"""The life of a person's hours."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.volunteering.hours.models import HoursState

P = Permission
S = HoursState


class HoursAction(StrEnum):
    VERIFY = "verify"
    REJECT = "reject"
    DISPUTE = "dispute"
    RESOLVE = "resolve"
    ADJUST = "adjust"
    RECOMPUTE = "recompute"


A = HoursAction

VOLUNTEER_HOURS = Workflow(
    "volunteer_hours",
    Transition(
        A.VERIFY, frozenset({S.PENDING}), S.VERIFIED, P.HOURS_VERIFY, ("核实", "verify")
    ),
    Transition(
        A.REJECT, frozenset({S.PENDING}), S.REJECTED, P.HOURS_VERIFY, ("不予认定", "reject"),
        reason=True,
    ),
    Transition(
        A.DISPUTE, frozenset({S.PENDING, S.VERIFIED, S.REJECTED}), S.DISPUTED,
        P.VOLUNTEERING_SERVE, ("申诉", "dispute"), reason=True,
    ),
    Transition(
        A.RESOLVE, frozenset({S.DISPUTED}), S.VERIFIED, P.HOURS_VERIFY, ("维持", "resolve"),
        reason=True,
    ),
    Transition(
        A.ADJUST, frozenset({S.DISPUTED}), S.ADJUSTED, P.HOURS_VERIFY, ("更正", "adjust"),
        reason=True,
    ),
    # The pairs under it changed: a person decides anew. Done by the program, never asked for.
    Transition(
        A.RECOMPUTE, frozenset({S.PENDING, S.VERIFIED, S.ADJUSTED, S.REJECTED}), S.PENDING,
        P.ATTENDANCE_ANNUL, ("重新核算", "recompute"),
    ),
    initial=S.PENDING,
    words={
        S.PENDING: ("待核实", "pending"),
        S.VERIFIED: ("已核实", "verified"),
        S.REJECTED: ("不予认定", "rejected"),
        S.DISPUTED: ("申诉中", "disputed"),
        S.ADJUSTED: ("已更正", "adjusted"),
    },
)  # fmt: skip
