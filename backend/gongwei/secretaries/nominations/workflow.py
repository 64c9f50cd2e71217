"""The life of a nomination, and the only place that knows it."""

from enum import StrEnum
from typing import Final

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.secretaries.nominations.models import NominationState

P = Permission

S = NominationState


class NominationAction(StrEnum):
    SUBMIT = "submit"
    START_INSPECTION = "start_inspection"
    CONCLUDE = "conclude"
    ENDORSE = "endorse"
    APPROVE = "approve"
    APPOINT = "appoint"
    RETURN = "return"
    REJECT = "reject"
    WITHDRAW = "withdraw"


A = NominationAction
BEFORE_DECISION = frozenset({S.SUBMITTED, S.UNDER_INSPECTION, S.INSPECTED, S.ENDORSED})

NOMINATION = Workflow(
    "nomination",
    Transition(
        A.SUBMIT, frozenset({S.DRAFT, S.RETURNED}), S.SUBMITTED, P.NOMINATIONS_SUBMIT,
        ("上报", "submit"),
    ),
    Transition(
        A.START_INSPECTION, frozenset({S.SUBMITTED}), S.UNDER_INSPECTION, P.NOMINATIONS_INSPECT,
        ("开始考察", "start the inspection"),
    ),
    Transition(
        A.CONCLUDE, frozenset({S.UNDER_INSPECTION}), S.INSPECTED, P.NOMINATIONS_INSPECT,
        ("考察结束", "conclude"),
    ),
    Transition(
        A.ENDORSE, frozenset({S.INSPECTED}), S.ENDORSED, P.NOMINATIONS_ENDORSE,
        ("党组同意", "endorse"),
    ),
    Transition(
        A.APPROVE, frozenset({S.ENDORSED}), S.APPROVED, P.NOMINATIONS_APPROVE,
        ("批准", "approve"),
    ),
    Transition(
        A.APPOINT, frozenset({S.APPROVED}), S.APPOINTED, P.NOMINATIONS_APPOINT,
        ("任职", "appoint"),
    ),
    Transition(
        A.RETURN, BEFORE_DECISION, S.RETURNED, P.NOMINATIONS_RETURN, ("退回", "return"),
        reason=True,
    ),
    Transition(
        A.REJECT, BEFORE_DECISION | {S.APPROVED}, S.REJECTED, P.NOMINATIONS_APPROVE,
        ("不予批准", "reject"), reason=True,
    ),
    Transition(
        A.WITHDRAW, BEFORE_DECISION | {S.RETURNED, S.APPROVED}, S.WITHDRAWN, P.NOMINATIONS_SUBMIT,
        ("撤回", "withdraw"), reason=True,
    ),
    initial=S.DRAFT,
    words={
        S.DRAFT: ("草稿", "draft"),
        S.SUBMITTED: ("待考察", "submitted"),
        S.UNDER_INSPECTION: ("考察中", "under inspection"),
        S.INSPECTED: ("待党组研究", "inspected"),
        S.ENDORSED: ("待工委批准", "endorsed"),
        S.APPROVED: ("待任职", "approved"),
        S.APPOINTED: ("已任职", "appointed"),
        S.RETURNED: ("已退回", "returned"),
        S.REJECTED: ("未批准", "rejected"),
        S.WITHDRAWN: ("已撤回", "withdrawn"),
    },
    editable={S.DRAFT, S.RETURNED},
)  # fmt: skip
"""From nomination to appointment (2019 regulation on organisations in party and state organs,
article 8: elected secretaries and deputies are reported to the level above for approval)."""

FINAL: Final = (S.APPOINTED, S.REJECTED, S.WITHDRAWN)
"""States in which a nomination is over."""
