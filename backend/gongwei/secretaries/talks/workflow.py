"""The life of a talk. Rectification belongs to reminder talks alone."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.secretaries.talks.models import TalkState

P = Permission

S = TalkState


class TalkAction(StrEnum):
    HOLD = "hold"
    ACKNOWLEDGE = "acknowledge"
    OPEN_RECTIFICATION = "open_rectification"
    SUBMIT = "submit"
    VERIFY = "verify"
    REJECT = "reject"
    CANCEL = "cancel"


A = TalkAction

TALK = Workflow(
    "talk",
    Transition(A.HOLD, frozenset({S.SCHEDULED}), S.HELD, P.TALKS_WRITE, ("登记谈话", "hold")),
    Transition(
        A.ACKNOWLEDGE, frozenset({S.HELD}), S.ACKNOWLEDGED, P.TALKS_ACKNOWLEDGE,
        ("本人确认", "acknowledge"),
        # What was found wrong is put right whether or not the person has said so.
        stays=frozenset({S.RECTIFYING, S.AWAITING_VERIFICATION, S.CLOSED}),
    ),
    Transition(
        A.OPEN_RECTIFICATION, frozenset({S.HELD, S.ACKNOWLEDGED}), S.RECTIFYING, P.TALKS_WRITE,
        ("启动整改", "open the rectification"),
        # Its tasks may all have been cancelled: then they are given once more.
        stays=frozenset({S.RECTIFYING}),
    ),
    Transition(
        A.SUBMIT, frozenset({S.RECTIFYING}), S.AWAITING_VERIFICATION, P.TALKS_RECTIFY,
        ("报送整改", "submit"),
    ),
    Transition(
        A.VERIFY, frozenset({S.AWAITING_VERIFICATION}), S.CLOSED, P.TALKS_VERIFY,
        ("核实销号", "verify"),
    ),
    Transition(
        A.REJECT, frozenset({S.AWAITING_VERIFICATION}), S.RECTIFYING, P.TALKS_VERIFY,
        ("退回整改", "reject"), reason=True,
    ),
    Transition(
        A.CANCEL, frozenset({S.SCHEDULED}), S.CANCELLED, P.TALKS_WRITE, ("取消", "cancel"),
        reason=True,
    ),
    initial=S.SCHEDULED,
    words={
        S.SCHEDULED: ("待谈话", "scheduled"),
        S.HELD: ("待本人确认", "held"),
        S.ACKNOWLEDGED: ("已确认", "acknowledged"),
        S.RECTIFYING: ("整改中", "rectifying"),
        S.AWAITING_VERIFICATION: ("待核实", "awaiting verification"),
        S.CLOSED: ("已销号", "closed"),
        S.CANCELLED: ("已取消", "cancelled"),
    },
    editable={S.SCHEDULED},
)  # fmt: skip
