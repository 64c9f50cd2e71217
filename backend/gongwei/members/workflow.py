"""The life of a member on the roster, and which acts a caller may take now."""

from enum import StrEnum

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.members.models import Member, MemberState

ACTIVE, LEFT = MemberState.ACTIVE, MemberState.LEFT


class MemberAction(StrEnum):
    TRANSFER = "transfer"
    LEAVE = "leave"
    READMIT = "readmit"


MEMBER = Workflow(
    "member",
    Transition(
        MemberAction.TRANSFER, frozenset({ACTIVE}), ACTIVE, Permission.MEMBERS_WRITE,
        ("转移组织关系", "transfer"), reason=True,
    ),
    Transition(
        MemberAction.LEAVE, frozenset({ACTIVE}), LEFT, Permission.MEMBERS_WRITE,
        ("移出名册", "leave"), reason=True,
    ),
    Transition(
        MemberAction.READMIT, frozenset({LEFT}), ACTIVE, Permission.MEMBERS_WRITE,
        ("重新纳入名册", "readmit"),
    ),
    initial=ACTIVE,
    words={ACTIVE: ("在册", "on the roster"), LEFT: ("已移出", "left")},
    editable={ACTIVE},
)  # fmt: skip

REVEAL = "reveal"
"""Reading the full numbers moves no state, so it stands beside the table."""


def allowed_actions(actor: Actor, member: Member) -> list[str]:
    """What this caller may do with the member now, in the order of the table."""
    allowed = MEMBER.allowed(member.state, actor.permissions)
    return [*allowed, REVEAL] if actor.may(Permission.MEMBERS_REVEAL) else allowed
