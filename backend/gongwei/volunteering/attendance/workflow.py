"""What may become of an entry or exit after it was kept."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.volunteering.attendance.models import CheckInState

S = CheckInState


class CheckInAction(StrEnum):
    ACCEPT = "accept"
    ANNUL = "annul"


CHECK_IN = Workflow(
    "check_in",
    Transition(
        CheckInAction.ACCEPT, frozenset({S.NEEDS_REVIEW}), S.ACCEPTED, Permission.ATTENDANCE_ANNUL,
        ("核实", "accept"),
    ),
    Transition(
        CheckInAction.ANNUL, frozenset({S.ACCEPTED, S.NEEDS_REVIEW}), S.ANNULLED,
        Permission.ATTENDANCE_ANNUL, ("作废", "annul"), reason=True,
    ),
    initial=S.ACCEPTED,
    also_initial={S.NEEDS_REVIEW},
    words={
        S.ACCEPTED: ("有效", "accepted"),
        S.NEEDS_REVIEW: ("待核实", "needs review"),
        S.ANNULLED: ("已作废", "annulled"),
    },
)  # fmt: skip
