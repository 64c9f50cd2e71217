"""Why an account is not made or changed."""

from gongwei.core.errors import ProblemType

USERNAME_TAKEN = ProblemType(
    "username_taken", 409, "用户名已被使用", "The user name is taken",
    "已有账号使用这个用户名，请换一个。", "Another account has this user name. Choose another.",
)  # fmt: skip
OWN_ACCOUNT = ProblemType(
    "own_account", 403, "不能操作自己的账号", "Not with your own account",
    "不能停用或重置自己的账号，请另一位系统管理员办理。修改密码请在“我的账号”中进行。",
    "You cannot disable or reset your own account; ask another system administrator. "
    "Change your password under “My account”.",
)  # fmt: skip
BEYOND_REACH = ProblemType(
    "beyond_reach", 403, "账号另有上级角色", "The account holds a role above you",
    "该账号在您的管辖范围之外还有角色，须由上级系统管理员办理。",
    "The account also holds a role outside your subtree; a system administrator above you "
    "must do this.",
)  # fmt: skip
PERSON_HAS_ACCOUNT = ProblemType(
    "person_has_account", 409, "此人已有账号", "The person has an account",
    "{name}已有账号“{username}”，一人只能有一个账号。",
    "{name} has the account “{username}”; nobody has two.",
)  # fmt: skip
OWN_PERSON = ProblemType(
    "own_person", 403, "不能关联自己的账号", "Not your own account",
    "不能改动自己账号对应的人员，请另一位系统管理员办理。",
    "You cannot change whom your own account stands for; ask another system administrator.",
)  # fmt: skip
