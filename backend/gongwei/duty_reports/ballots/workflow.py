"""The life of a voting session, and the only place that knows it."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.duty_reports.ballots.models import BallotSessionState

S = BallotSessionState


class BallotSessionAction(StrEnum):
    CLOSE = "close"
    REOPEN = "reopen"


BALLOT_SESSION = Workflow(
    "ballot_session",
    Transition(
        BallotSessionAction.CLOSE, frozenset({S.OPEN}), S.CLOSED, Permission.DUTY_BALLOTS_ISSUE,
        ("结束投票", "close"),
    ),
    Transition(
        BallotSessionAction.REOPEN, frozenset({S.CLOSED}), S.OPEN, Permission.DUTY_BALLOTS_ISSUE,
        ("重新开放投票", "reopen"), reason=True,
    ),
    initial=S.OPEN,
    words={S.OPEN: ("投票中", "open"), S.CLOSED: ("已结束", "closed")},
)  # fmt: skip
