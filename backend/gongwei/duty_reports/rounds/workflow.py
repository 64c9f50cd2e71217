"""The life of a round, and the only place that knows it."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.duty_reports.rounds.models import DutyRoundState

P = Permission
S = DutyRoundState


class DutyRoundAction(StrEnum):
    OPEN = "open"
    START_APPRAISAL = "start_appraisal"
    CALCULATE = "calculate"
    PUBLISH = "publish"
    ARCHIVE = "archive"
    REOPEN = "reopen"


A = DutyRoundAction

DUTY_ROUND = Workflow(
    "duty_round",
    Transition(
        A.OPEN, frozenset({S.DRAFT}), S.REPORTING, P.DUTY_ROUNDS_RUN, ("启动述职", "open")
    ),
    Transition(
        A.START_APPRAISAL, frozenset({S.REPORTING}), S.APPRAISING, P.DUTY_ROUNDS_RUN,
        ("开始评议", "start the appraisal"),
    ),
    Transition(
        A.CALCULATE, frozenset({S.APPRAISING, S.CALCULATED}), S.CALCULATED, P.DUTY_ROUNDS_RUN,
        ("计算结果", "calculate"),
    ),
    Transition(
        A.PUBLISH, frozenset({S.CALCULATED}), S.PUBLISHED, P.DUTY_ROUNDS_PUBLISH,
        ("发布结果", "publish"),
    ),
    Transition(
        A.ARCHIVE, frozenset({S.PUBLISHED}), S.ARCHIVED, P.DUTY_ROUNDS_RUN, ("归档", "archive")
    ),
    Transition(
        A.REOPEN, frozenset({S.CALCULATED, S.PUBLISHED, S.ARCHIVED}), S.APPRAISING,
        P.DUTY_ROUNDS_PUBLISH, ("重新评议", "reopen"), reason=True,
    ),
    initial=S.DRAFT,
    words={
        S.DRAFT: ("筹备中", "draft"),
        S.REPORTING: ("述职中", "reporting"),
        S.APPRAISING: ("评议中", "appraising"),
        S.CALCULATED: ("已计算，待确定等次", "calculated"),
        S.PUBLISHED: ("已发布", "published"),
        S.ARCHIVED: ("已归档", "archived"),
    },
    editable={S.DRAFT},
    also_initial={S.ARCHIVED},
)  # fmt: skip
