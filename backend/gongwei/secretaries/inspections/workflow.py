"""The life of an inspection."""

from enum import StrEnum

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.secretaries.inspections.models import Inspection, InspectionState

P = Permission

PLANNED, IN_PROGRESS, REPORTED, CONCLUDED = InspectionState


class InspectionAction(StrEnum):
    START = "start"
    REPORT = "report"
    RETURN = "return"
    CONCLUDE = "conclude"


A = InspectionAction

INSPECTION = Workflow(
    "inspection",
    Transition(
        A.START, frozenset({PLANNED}), IN_PROGRESS, P.INSPECTIONS_CONDUCT, ("进点考察", "start"),
    ),
    Transition(
        A.REPORT, frozenset({IN_PROGRESS}), REPORTED, P.INSPECTIONS_CONDUCT,
        ("提交考察报告", "report"),
    ),
    Transition(
        A.RETURN, frozenset({REPORTED}), IN_PROGRESS, P.INSPECTIONS_CONCLUDE,
        ("退回补充", "return"), reason=True,
    ),
    Transition(
        A.CONCLUDE, frozenset({REPORTED}), CONCLUDED, P.INSPECTIONS_CONCLUDE,
        ("作出结论", "conclude"),
    ),
    initial=PLANNED,
    words={
        PLANNED: ("待进点", "planned"),
        IN_PROGRESS: ("考察中", "in progress"),
        REPORTED: ("待作结论", "reported"),
        CONCLUDED: ("已有结论", "concluded"),
    },
    editable={PLANNED, IN_PROGRESS},
)  # fmt: skip


def allowed_actions(actor: Actor, inspection: Inspection) -> list[str]:
    """What this caller may do with the inspection now."""
    return INSPECTION.allowed(inspection.state, actor.permissions)
