"""The life of an activity, and of a sign-up."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.volunteering.activities.models import ActivityState, SignUpState

P = Permission
S = ActivityState


class ActivityAction(StrEnum):
    PUBLISH = "publish"
    START = "start"
    COMPLETE = "complete"
    SETTLE = "settle"
    CANCEL = "cancel"


A = ActivityAction

ACTIVITY = Workflow(
    "activity",
    Transition(
        A.PUBLISH, frozenset({S.DRAFT}), S.PUBLISHED, P.ACTIVITIES_PUBLISH, ("发布", "publish")
    ),
    Transition(
        A.START, frozenset({S.PUBLISHED}), S.IN_PROGRESS, P.ATTENDANCE_TAKE, ("开始", "start")
    ),
    Transition(
        A.COMPLETE, frozenset({S.IN_PROGRESS}), S.COMPLETED, P.ATTENDANCE_TAKE,
        ("结束", "complete"),
    ),
    Transition(
        A.SETTLE, frozenset({S.COMPLETED}), S.SETTLED, P.ACTIVITIES_PUBLISH, ("结算", "settle")
    ),
    Transition(
        A.CANCEL, frozenset({S.DRAFT, S.PUBLISHED}), S.CANCELLED, P.ACTIVITIES_PUBLISH,
        ("取消", "cancel"), reason=True,
    ),
    initial=S.DRAFT,
    words={
        S.DRAFT: ("草稿", "draft"),
        S.PUBLISHED: ("已发布", "published"),
        S.IN_PROGRESS: ("进行中", "in progress"),
        S.COMPLETED: ("待结算", "completed"),
        S.SETTLED: ("已结算", "settled"),
        S.CANCELLED: ("已取消", "cancelled"),
    },
    editable={S.DRAFT, S.PUBLISHED},
)  # fmt: skip


class SignUpAction(StrEnum):
    PROMOTE = "promote"
    CANCEL = "cancel"


SIGN_UP = Workflow(
    "sign_up",
    Transition(
        SignUpAction.PROMOTE, frozenset({SignUpState.WAITLISTED}), SignUpState.CONFIRMED,
        P.ACTIVITIES_WRITE, ("递补", "promote"),
    ),
    Transition(
        SignUpAction.CANCEL, frozenset({SignUpState.CONFIRMED, SignUpState.WAITLISTED}),
        SignUpState.CANCELLED, P.VOLUNTEERING_SERVE, ("取消报名", "cancel"),
    ),
    initial=SignUpState.CONFIRMED,
    also_initial={SignUpState.WAITLISTED},
    words={
        SignUpState.CONFIRMED: ("已报名", "confirmed"),
        SignUpState.WAITLISTED: ("候补", "on the waiting list"),
        SignUpState.CANCELLED: ("已取消", "cancelled"),
    },
)  # fmt: skip
