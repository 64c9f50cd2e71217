"""The life of a volunteer team."""

from enum import StrEnum

from gongwei.access.permissions import Permission
from gongwei.core.workflow import Transition, Workflow
from gongwei.volunteering.teams.models import TeamState

S = TeamState


class TeamAction(StrEnum):
    DISBAND = "disband"
    REVIVE = "revive"


VOLUNTEER_TEAM = Workflow(
    "volunteer_team",
    Transition(
        TeamAction.DISBAND, frozenset({S.ACTIVE}), S.DISBANDED, Permission.VOLUNTEER_TEAMS_WRITE,
        ("解散", "disband"), reason=True,
    ),
    Transition(
        TeamAction.REVIVE, frozenset({S.DISBANDED}), S.ACTIVE, Permission.VOLUNTEER_TEAMS_WRITE,
        ("恢复", "revive"), reason=True,
    ),
    initial=S.ACTIVE,
    words={S.ACTIVE: ("活动中", "active"), S.DISBANDED: ("已解散", "disbanded")},
    editable={S.ACTIVE},
)  # fmt: skip
