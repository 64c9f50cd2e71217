"""The life of a role assignment: granted, and ended for a reason."""

from enum import StrEnum

from gongwei.access.models import AssignmentState
from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow


class AssignmentAction(StrEnum):
    END = "end"


ROLE_ASSIGNMENT = Workflow(
    "role_assignment",
    Transition(
        AssignmentAction.END,
        frozenset({AssignmentState.ACTIVE}),
        AssignmentState.ENDED,
        Permission.ROLE_ASSIGNMENTS_WRITE,
        ("终止", "end"),
        reason=True,
    ),
    initial=AssignmentState.ACTIVE,
    words={AssignmentState.ACTIVE: ("有效", "active"), AssignmentState.ENDED: ("已终止", "ended")},
)
