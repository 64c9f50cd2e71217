"""Why a role is not granted or ended."""

from gongwei.core.errors import ProblemType

OWN_ROLE = ProblemType(
    "own_role", 403, "不能处理自己的角色", "Not with your own roles",
    "不能授予或终止自己的角色，请另一位安全管理员办理。",
    "You cannot grant or end your own roles; ask another security administrator.",
)  # fmt: skip
SEPARATED_ROLES = ProblemType(
    "separated_roles", 409, "三员不得兼任", "These roles stay apart",
    "系统管理员、安全管理员、审计员不得由同一人担任；该账号已是{held}。",
    "System administrator, security administrator and auditor are never held by one person; "
    "this account already holds the role of {held}.",
)  # fmt: skip
ALREADY_GRANTED = ProblemType(
    "already_granted", 409, "已有该角色", "Already granted",
    "该账号在此组织已担任这个角色。", "The account already holds this role at this organisation.",
)  # fmt: skip
DISSOLVED_PLACE = ProblemType(
    "role_at_dissolved", 409, "组织已撤销", "The organisation is dissolved",
    "不能在已撤销的组织授予角色。", "No role can be granted at a dissolved organisation.",
)  # fmt: skip
