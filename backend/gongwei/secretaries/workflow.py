"""The life of an appointment. In this release only a newer list of secretaries ends one."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.secretaries.models import AppointmentState

IN_OFFICE, ENDED = AppointmentState.IN_OFFICE, AppointmentState.ENDED


class AppointmentAction(StrEnum):
    END = "end"


APPOINTMENT = Workflow(
    "appointment",
    Transition(
        AppointmentAction.END, frozenset({IN_OFFICE}), ENDED, Permission.IMPORTS_COMMIT,
        ("免去职务", "end"),
    ),
    initial=IN_OFFICE,
    words={IN_OFFICE: ("在任", "in office"), ENDED: ("已离任", "ended")},
)  # fmt: skip
