"""The life of a result: proposed by the sum, decided by a leader, published with the round."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.duty_reports.results.models import DutyResultState

P = Permission
S = DutyResultState


class DutyResultAction(StrEnum):
    DECIDE = "decide"
    DIFFER = "differ"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    TAKE_BACK = "take_back"
    PUBLISH = "publish"


A = DutyResultAction

DUTY_RESULT = Workflow(
    "duty_result",
    Transition(
        A.DECIDE, frozenset({S.PROPOSED}), S.DECIDED, P.DUTY_RESULTS_DECIDE,
        ("按建议确定等次", "decide as proposed"),
    ),
    Transition(
        A.DIFFER, frozenset({S.PROPOSED}), S.AWAITING_CONFIRMATION, P.DUTY_RESULTS_DECIDE,
        ("另定等次", "decide otherwise"), reason=True,
    ),
    Transition(
        A.CONFIRM, frozenset({S.AWAITING_CONFIRMATION}), S.DECIDED, P.DUTY_RESULTS_DECIDE,
        ("复核同意", "confirm"),
    ),
    Transition(
        A.REFUSE, frozenset({S.AWAITING_CONFIRMATION}), S.PROPOSED, P.DUTY_RESULTS_DECIDE,
        ("复核不同意", "refuse"), reason=True,
    ),
    Transition(
        A.TAKE_BACK, frozenset({S.AWAITING_CONFIRMATION, S.DECIDED}), S.PROPOSED,
        P.DUTY_RESULTS_DECIDE, ("撤回决定", "take back"), reason=True,
    ),
    Transition(
        A.PUBLISH, frozenset({S.DECIDED}), S.PUBLISHED, P.DUTY_ROUNDS_PUBLISH,
        ("发布", "publish"),
    ),
    initial=S.PROPOSED,
    words={
        S.PROPOSED: ("待确定等次", "proposed"),
        S.AWAITING_CONFIRMATION: ("待复核", "awaiting confirmation"),
        S.DECIDED: ("已确定，待发布", "decided"),
        S.PUBLISHED: ("已发布", "published"),
    },
    also_initial={S.PUBLISHED},
)  # fmt: skip
