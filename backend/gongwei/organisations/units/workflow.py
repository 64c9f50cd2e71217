"""The life of a unit: it exists until it is closed, and may be opened again."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.organisations.models import UnitState

ACTIVE, CLOSED = UnitState.ACTIVE, UnitState.CLOSED


class UnitAction(StrEnum):
    CLOSE = "close"
    REOPEN = "reopen"


UNIT = Workflow(
    "unit",
    Transition(
        UnitAction.CLOSE, frozenset({ACTIVE}), CLOSED, Permission.UNITS_WRITE, ("停用", "close"),
        reason=True,
    ),
    Transition(
        UnitAction.REOPEN, frozenset({CLOSED}), ACTIVE, Permission.UNITS_WRITE,
        ("恢复使用", "reopen"), reason=True,
    ),
    initial=ACTIVE,
    words={ACTIVE: ("在用", "active"), CLOSED: ("已停用", "closed")},
    editable={ACTIVE},
)  # fmt: skip
