"""The life of an objection."""

from enum import StrEnum

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.objections.models import Objection, ObjectionState

P = Permission

FILED, EXAMINING, UPHELD, DISMISSED = ObjectionState


class ObjectionAction(StrEnum):
    EXAMINE = "examine"
    UPHOLD = "uphold"
    DISMISS = "dismiss"


A = ObjectionAction

OBJECTION = Workflow(
    "objection",
    Transition(
        A.EXAMINE, frozenset({FILED}), EXAMINING, P.OBJECTIONS_EXAMINE, ("开始核查", "examine"),
    ),
    Transition(
        A.UPHOLD, frozenset({EXAMINING}), UPHELD, P.OBJECTIONS_EXAMINE, ("异议成立", "uphold"),
        reason=True,
    ),
    Transition(
        A.DISMISS, frozenset({EXAMINING}), DISMISSED, P.OBJECTIONS_EXAMINE,
        ("异议不成立", "dismiss"), reason=True,
    ),
    initial=FILED,
    words={
        FILED: ("待核查", "filed"),
        EXAMINING: ("核查中", "examining"),
        UPHELD: ("异议成立", "upheld"),
        DISMISSED: ("异议不成立", "dismissed"),
    },
)  # fmt: skip


def allowed_actions(actor: Actor, objection: Objection) -> list[str]:
    """What this caller may do with the objection now: nobody examines an objection of one's own."""
    if actor.person_id is not None and objection.person_id == actor.person_id:
        return []
    return OBJECTION.allowed(objection.state, actor.permissions)
