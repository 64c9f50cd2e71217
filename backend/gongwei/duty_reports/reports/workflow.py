"""The life of a report and of a comment, and the only place that knows them."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.duty_reports.reports.models import CommentState, DutyReportState

P = Permission
S = DutyReportState
C = CommentState


class DutyReportAction(StrEnum):
    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"
    PRESENT = "present"


class CommentAction(StrEnum):
    RELEASE = "release"
    WITHDRAW = "withdraw"


A = DutyReportAction

DUTY_REPORT = Workflow(
    "duty_report",
    Transition(
        A.SUBMIT, frozenset({S.DRAFT, S.RETURNED}), S.SUBMITTED, P.DUTY_REPORTS_SUBMIT,
        ("提交述职报告", "submit"),
    ),
    Transition(
        A.RETURN, frozenset({S.SUBMITTED, S.ACCEPTED}), S.RETURNED, P.DUTY_REPORTS_REVIEW,
        ("退回修改", "return"), reason=True,
    ),
    Transition(
        A.ACCEPT, frozenset({S.SUBMITTED}), S.ACCEPTED, P.DUTY_REPORTS_REVIEW,
        ("审核通过", "accept"),
    ),
    Transition(
        A.PRESENT, frozenset({S.ACCEPTED}), S.PRESENTED, P.DUTY_REPORTS_REVIEW,
        ("已述职", "note as presented"),
    ),
    initial=S.DRAFT,
    words={
        S.DRAFT: ("撰写中", "draft"),
        S.SUBMITTED: ("待审核", "submitted"),
        S.RETURNED: ("已退回修改", "returned"),
        S.ACCEPTED: ("已通过", "accepted"),
        S.PRESENTED: ("已述职", "presented"),
    },
    editable={S.DRAFT, S.RETURNED},
)  # fmt: skip

DUTY_COMMENT = Workflow(
    "duty_comment",
    Transition(
        CommentAction.RELEASE, frozenset({C.NOTED}), C.RELEASED, P.DUTY_COMMENTS_WRITE,
        ("发出", "release"),
    ),
    Transition(
        CommentAction.WITHDRAW, frozenset({C.NOTED, C.RELEASED}), C.WITHDRAWN,
        P.DUTY_COMMENTS_WRITE, ("撤回", "withdraw"), reason=True,
    ),
    initial=C.NOTED,
    words={
        C.NOTED: ("未发出", "noted"),
        C.RELEASED: ("已发出", "released"),
        C.WITHDRAWN: ("已撤回", "withdrawn"),
    },
    editable={C.NOTED},
)  # fmt: skip
