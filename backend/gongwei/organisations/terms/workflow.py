"""The life of a term of office: it serves, an election is under way, it has ended."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.organisations.models import TermState

SERVING, ELECTING, ENDED = TermState.SERVING, TermState.ELECTING, TermState.ENDED


class TermAction(StrEnum):
    START_ELECTION = "start_election"
    END = "end"


TERM = Workflow(
    "term",
    Transition(
        TermAction.START_ELECTION, frozenset({SERVING}), ELECTING, Permission.TERMS_WRITE,
        ("启动换届", "start election"),
    ),
    Transition(
        TermAction.END, frozenset({SERVING, ELECTING}), ENDED, Permission.TERMS_WRITE,
        ("结束本届", "end"),
    ),
    initial=SERVING,
    words={
        SERVING: ("在任", "serving"),
        ELECTING: ("换届中", "electing"),
        ENDED: ("已结束", "ended"),
    },
    editable={SERVING, ELECTING},
)  # fmt: skip
