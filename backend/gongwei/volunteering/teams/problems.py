"""Refusals of volunteer teams."""

from gongwei.core.errors import ProblemType

TEAMS_BELOW = ProblemType(
    "teams_below", 409, "尚有下级队伍", "Teams stand below it",
    "“{name}”还有 {count} 支下级队伍在活动。请先把它们改属其他队伍，或先解散它们。",
    "{count} active teams stand below “{name}”. Put them under another team or disband them first.",
)  # fmt: skip
TEAM_DISBANDED = ProblemType(
    "team_disbanded", 409, "队伍已解散", "The team is disbanded",
    "“{name}”已解散，不能再加入或改动成员。",
    "“{name}” is disbanded; its members stay as they are.",
)  # fmt: skip
ALREADY_IN_TEAM = ProblemType(
    "already_in_team", 409, "已是队员", "Already in the team",
    "{name}已是“{team}”的队员。", "{name} belongs to “{team}” already.",
)  # fmt: skip
LEFT_TEAM = ProblemType(
    "left_team", 409, "已退出队伍", "Has left the team",
    "{name}已于 {on} 退出队伍，记录不再改动；再次参加，请重新加入。",
    "{name} left the team on {on}, and the record stays. To come back means to join anew.",
)  # fmt: skip
PARENT_DISBANDED = ProblemType(
    "parent_disbanded", 409, "上级队伍已解散", "The team above is disbanded",
    "上级队伍“{name}”已解散。请先恢复它，或改属其他队伍。",
    "“{name}” above is disbanded. Revive it first, or put the team under another one.",
)  # fmt: skip
