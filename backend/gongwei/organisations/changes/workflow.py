"""The life of a change request, and the only place that knows it."""

from enum import StrEnum

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.core import clock
from gongwei.core.workflow import Transition, Workflow
from gongwei.organisations.models import ChangeState, OrganisationChange

S = ChangeState
SUBMIT = Permission.ORGANISATION_CHANGES_SUBMIT
APPROVE = Permission.ORGANISATION_CHANGES_APPROVE


class ChangeAction(StrEnum):
    SUBMIT = "submit"
    APPROVE = "approve"
    APPLY = "apply"
    RETURN = "return"
    REJECT = "reject"
    WITHDRAW = "withdraw"


CHANGE = Workflow(
    "organisation_change",
    Transition(
        ChangeAction.SUBMIT, frozenset({S.DRAFT, S.RETURNED}), S.SUBMITTED, SUBMIT,
        ("提交", "submit"),
    ),
    Transition(
        ChangeAction.APPROVE, frozenset({S.SUBMITTED}), S.APPROVED, APPROVE, ("批准", "approve"),
    ),
    Transition(
        ChangeAction.APPLY, frozenset({S.APPROVED}), S.APPLIED, APPROVE, ("生效", "apply"),
    ),
    Transition(
        ChangeAction.RETURN, frozenset({S.SUBMITTED, S.APPROVED}), S.RETURNED, APPROVE,
        ("退回修改", "return"), reason=True,
    ),
    Transition(
        ChangeAction.REJECT, frozenset({S.SUBMITTED}), S.REJECTED, APPROVE,
        ("不予批准", "reject"), reason=True,
    ),
    Transition(
        ChangeAction.WITHDRAW, frozenset({S.SUBMITTED, S.RETURNED}), S.WITHDRAWN, SUBMIT,
        ("撤回", "withdraw"), reason=True,
    ),
    initial=S.DRAFT,
    words={
        S.DRAFT: ("草稿", "draft"),
        S.SUBMITTED: ("待批准", "submitted"),
        S.APPROVED: ("已批准", "approved"),
        S.APPLIED: ("已生效", "applied"),
        S.RETURNED: ("已退回", "returned"),
        S.REJECTED: ("未批准", "rejected"),
        S.WITHDRAWN: ("已撤回", "withdrawn"),
    },
    editable={S.DRAFT, S.RETURNED},
)  # fmt: skip
"""The program applies an approved change on its date; `apply` by hand is for one that met an
obstacle."""


def allowed_actions(actor: Actor, change: OrganisationChange) -> list[str]:
    """What this caller may do with the change now, in the table's order."""
    allowed = CHANGE.allowed(change.state, actor.permissions)
    if change.effective_on > clock.today() and ChangeAction.APPLY in allowed:
        allowed.remove(ChangeAction.APPLY)
    return allowed
